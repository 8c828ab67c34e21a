/// Cuts text at its line ends: LF, CR LF, CR, a page break, and Unicode's own. A page break at the beginning of a line
/// stays there: it ends no line, and says where a page begins.
enum LineCutter {
    static func lines(of utf8: [UInt8]) -> [String] {
        var lines: [String] = []
        var start = 0
        var index = 0
        func finish(_ end: Int) { lines.append(String(decoding: utf8[start..<end], as: UTF8.self)) }
        while index < utf8.count {
            let isFeed = utf8[index] == 0x0C && index == start
            let length = isFeed ? 0 : lineEnd(in: utf8, at: index)
            if length > 0 {
                finish(index)
                start = index + length
            }
            index += max(length, 1)
        }
        if start < utf8.count { finish(utf8.count) }
        return lines
    }

    private static func lineEnd(in utf8: [UInt8], at index: Int) -> Int {
        switch utf8[index] {
        case 0x0A, 0x0B, 0x0C: 1
        case 0x0D: index + 1 < utf8.count && utf8[index + 1] == 0x0A ? 2 : 1
        // U+0085, U+2028, U+2029
        case 0xC2: index + 1 < utf8.count && utf8[index + 1] == 0x85 ? 2 : 0
        case 0xE2:
            index + 2 < utf8.count && utf8[index + 1] == 0x80 && (0xA8...0xA9).contains(utf8[index + 2]) ? 3 : 0
        default: 0
        }
    }
}
