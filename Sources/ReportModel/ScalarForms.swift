extension Unicode.Scalar {
    /// White space. The standard library's table of properties costs too much for every character of every page.
    public var isBlank: Bool {
        value == 0x20 || value == 0x3000 || value == 0xA0 || (0x09...0x0D).contains(value) || value == 0x85
            || (0x2000...0x200B).contains(value) || (0x2028...0x2029).contains(value) || value == 0x202F
            || value == 0x205F || value == 0x1680 || value == 0xFEFF
    }

    /// The same character as wide as ASCII has it: no reader of a picture can tell （ from (.
    public var narrow: Unicode.Scalar {
        (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
    }
}
