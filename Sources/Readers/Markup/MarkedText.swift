/// How readers write down what is set apart from the text around it, so that no digit of it becomes one of a figure's.
enum MarkedText {
    /// A line through the character before: a number that was struck out is none, and the page shows it all the same.
    static let strike: Unicode.Scalar = "\u{336}"

    /// Something is there that nobody can read.
    static let unknown: Unicode.Scalar = "\u{FFFD}"

    /// What stands for a picture.
    static let picture = "\u{FFFC}"

    /// The mark of a note beside a number must not become its last digit.
    static func raised(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.isASCII, let digit = Int(String(scalar)) else { return scalar }
        return digits[digit]
    }

    private static let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
}
