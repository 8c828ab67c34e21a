private import CSystem
private import Glibc

/// Text in other encodings as UTF-8.
public enum TextConversion {
    /// iconv_open(3), iconv(3). Bytes that are no text in that encoding become U+FFFD, one for one byte, and are
    /// counted. Nil where this system does not know the encoding.
    public static func utf8(_ bytes: [UInt8], from encoding: String) -> (text: [UInt8], replacements: Int)? {
        guard let converter = Converter(from: encoding) else { return nil }
        return converter.utf8(bytes)
    }
}

/// An open conversion: acquired in `init`, closed in `deinit`.
private final class Converter {
    private let handle: iconv_t

    init?(from encoding: String) {
        let handle = iconv_open("UTF-8", encoding)
        // iconv_open(3) fails with (iconv_t) -1.
        guard Int(bitPattern: handle) != -1, let handle else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    func utf8(_ bytes: [UInt8]) -> (text: [UInt8], replacements: Int) {
        var source = bytes
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 3 / 2 + 16)
        var replacements = 0
        source.withUnsafeMutableBytes { buffer in
            var start: UnsafeMutablePointer<CChar>? = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = buffer.count
            var chunk = [UInt8](repeating: 0, count: 64 * 1024)
            while left > 0 {
                var failure: Int32 = 0
                let written = chunk.withUnsafeMutableBytes { output in
                    var target: UnsafeMutablePointer<CChar>? = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = output.count
                    // iconv(3) fails with (size_t) -1.
                    if iconv(handle, &start, &left, &target, &room) == -1 { failure = errno }
                    return output.count - room
                }
                text += chunk[..<written]
                // EILSEQ: no text in this encoding; EINVAL: a character cut off at the end. E2BIG: go on.
                if failure == EILSEQ || failure == EINVAL {
                    text += [0xEF, 0xBF, 0xBD]
                    replacements += 1
                    start = start?.advanced(by: 1)
                    left -= 1
                } else if failure != 0, failure != E2BIG {
                    return
                }
            }
        }
        return (text, replacements)
    }
}
