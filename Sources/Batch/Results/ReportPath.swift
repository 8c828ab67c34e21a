import HashBridge

/// Where a report's JSON goes below `reports/`: where its document was found, as far as file systems allow.
enum ReportPath {
    /// A file's name may have 255 bytes; `.json` and what tells two of a kind apart come on top.
    private static let partLimit = 200

    static func of(_ source: String) -> String {
        let parts = source.split(separator: "/").map { part in
            part == "." || part == ".." ? "_" : shortened(part.unicodeScalars.map(safe).joined())
        }
        return (parts.isEmpty ? "_" : parts.joined(separator: "/")) + ".json"
    }

    /// For what the first place was no place for: taken already, or too long.
    static func fallback(_ source: String) -> String {
        "_/\(ContentHash(of: Array(source.utf8)).description.prefix(32)).json"
    }

    private static func safe(_ scalar: Unicode.Scalar) -> String {
        scalar.value < 0x20 || scalar.value == 0x7F ? "_" : String(scalar)
    }

    private static func shortened(_ part: String) -> String {
        guard part.utf8.count > partLimit else { return part }
        var short = ""
        for character in part where short.utf8.count + character.utf8.count <= partLimit - 20 {
            short.append(character)
        }
        return "\(short)~\(ContentHash(of: Array(part.utf8)).description.prefix(16))"
    }
}
