public import ReportModel
private import SystemBridge

/// Reads text files: finds the encoding and cuts the text into lines.
public enum TextReader {
    /// UTF-8 (with or without byte-order mark), UTF-16, GB18030 and its parts GBK and GB2312, any line ending.
    ///
    /// Throws `notReadable` where the bytes are no text in any of them.
    public static func document(_ bytes: [UInt8]) throws(ReadFailure) -> TextDocument {
        guard !bytes.isEmpty else { throw ReadFailure(.empty) }
        guard let text = decoded(bytes) else {
            throw ReadFailure(
                .notReadable,
                detail: LocalisedText(
                    chinese: "不是 UTF-8、UTF-16 或 GB18030 文本", english: "no text in UTF-8, UTF-16 or GB18030"))
        }
        return TextDocument(
            lines: LineCutter.lines(of: text.bytes), encoding: text.encoding, replacements: text.replacements)
    }

    private struct Decoded {
        var bytes: [UInt8]
        var encoding: String
        var replacements: Int
    }

    private static func decoded(_ bytes: [UInt8]) -> Decoded? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes[3...])) }
        if bytes.starts(with: [0xFF, 0xFE]) { return converted(Array(bytes[2...]), from: "UTF-16LE") }
        if bytes.starts(with: [0xFE, 0xFF]) { return converted(Array(bytes[2...]), from: "UTF-16BE") }
        if let encoding = utf16WithoutMark(bytes) { return converted(bytes, from: encoding) }
        let plain = utf8(bytes)
        // A cut or a flipped bit spoils a character or two; another encoding spoils nearly all of them.
        if plain.replacements * 20 <= multibyte(bytes) { return plain }
        guard let chinese = converted(bytes, from: "GB18030"), chinese.replacements < plain.replacements else {
            return plain.replacements * 2 <= multibyte(bytes) ? plain : nil
        }
        return chinese.replacements * 4 <= multibyte(bytes) ? chinese : nil
    }

    private static func utf8(_ bytes: [UInt8]) -> Decoded {
        let text = String(decoding: bytes, as: UTF8.self)
        let replaced = replacementCount(Array(text.utf8)) - replacementCount(bytes)
        return Decoded(bytes: Array(text.utf8), encoding: "UTF-8", replacements: max(0, replaced))
    }

    private static func converted(_ bytes: [UInt8], from encoding: String) -> Decoded? {
        TextConversion.utf8(bytes, from: encoding).map {
            Decoded(bytes: $0.text, encoding: encoding, replacements: $0.replacements)
        }
    }

    /// Bytes that belong to characters outside ASCII.
    private static func multibyte(_ bytes: [UInt8]) -> Int { bytes.count { $0 >= 0x80 } }

    private static func replacementCount(_ bytes: [UInt8]) -> Int {
        var count = 0
        for index in bytes.indices where bytes[index] == 0xEF {
            if index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD { count += 1 }
        }
        return count
    }

    /// Line ends, spaces and digits have a zero byte in UTF-16, on the same side (一, U+4E00, on the
    /// other); other text has none.
    private static func utf16WithoutMark(_ bytes: [UInt8]) -> String? {
        let sample = bytes.prefix(64 * 1024)
        var even = 0
        var odd = 0
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index % 2 == 0 { even += 1 } else { odd += 1 }
        }
        guard (even + odd) * 50 > sample.count, max(even, odd) > 3 * min(even, odd) else { return nil }
        return odd > even ? "UTF-16LE" : "UTF-16BE"
    }
}
