/// Comma-separated values as RFC 4180 has them.
enum CSV {
    /// The field, in quotation marks where it needs them.
    static func field(_ text: String) -> String {
        guard text.utf8.contains(where: needsQuotes) || text.utf8.first == space || text.utf8.last == space else {
            return text
        }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    private static let space = UInt8(ascii: " ")

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}
