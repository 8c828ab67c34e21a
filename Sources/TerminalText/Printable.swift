extension StringProtocol {
    /// The text without anything that a terminal would obey: documents and file names may hold such things. Line
    /// breaks and tabs become spaces, other control characters and the marks that turn the direction become U+FFFD.
    public var printable: String {
        guard unicodeScalars.contains(where: isHarmful) else { return String(self) }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            result.append(!isHarmful(scalar) ? scalar : (0x09...0x0D).contains(scalar.value) ? " " : "\u{FFFD}")
        }
        return String(result)
    }
}

private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
}
