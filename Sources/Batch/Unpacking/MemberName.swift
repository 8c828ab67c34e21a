import ReportModel
import SystemBridge

/// The name of a file in an archive or a folder, as text.
enum MemberName {
    /// Bytes in an encoding that nobody noted. Chinese systems wrote GBK into zip files; others write UTF-8.
    static func text(_ bytes: [UInt8], isText: Bool = false) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        if let text = String(validating: bytes, as: UTF8.self), isText || looksWritten(text) { return text }
        if let converted = TextConversion.utf8(bytes, from: "GB18030"), converted.replacements == 0 {
            return String(decoding: converted.text, as: UTF8.self)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A short name in GBK can pass for UTF-8 (联通 is the classic), but then it is all letters of two bytes: Latin
    /// with marks, Greek, Cyrillic. A Chinese name in UTF-8 has letters of three.
    private static func looksWritten(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value >= 0x800 }
    }

    /// A member's path with `/` between its parts; nil where it leads out of the archive.
    static func path(_ name: String) -> String? {
        let name = String(name.unicodeScalars.map { $0 == "\\" ? "/" : Character($0) })
        guard !name.hasPrefix("/") else { return nil }
        var parts: [Substring] = []
        for part in name.split(separator: "/") where part != "." {
            guard part != ".." else { return nil }
            parts.append(part)
        }
        // C:file, C:/file
        if let first = parts.first?.utf8, first.count >= 2, first.dropFirst().first == UInt8(ascii: ":"),
            first.first.map({ ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }) ?? false
        {
            return nil
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    /// What systems drop beside people's files: no documents, and nobody put them there.
    static func isSystemFile(_ path: some StringProtocol) -> Bool {
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return false }
        return parts.first == "__MACOSX" || ["Thumbs.db", "desktop.ini", ".DS_Store", "ehthumbs.db"].contains(name)
    }

    /// The name of the one file in a `.gz`: the archive's own without its last ending.
    static func single(inside archive: String) -> String {
        let name = archive.split { $0 == "/" || $0 == "!" }.last ?? ""
        let endings = [".gz", ".bz2", ".xz", ".zst", ".lzma"]
        let lower = name.lowercased()
        if let ending = endings.first(where: { lower.hasSuffix($0) && lower.utf8.count > $0.utf8.count }) {
            return String(name.dropLast(ending.count))
        }
        return name.isEmpty ? "content" : String(name)
    }
}
