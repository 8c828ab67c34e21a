import ReportModel

extension DocumentKind {
    /// The name that our own JSON carries under `schema`.
    private static let ourSchema: StaticString = "\"gxingest.report\""

    /// Text that follows a grammar which can be told at its start.
    static func byMarkup(_ bytes: [UInt8]) -> DocumentKind? {
        let start = asciiStart(of: bytes)
        if start.first == UInt8(ascii: "{"), bytes.firstIndex(of: ourSchema) != nil { return .ourJSON }
        // A web archive; its page can begin right behind the headers.
        if messageHeaders.contains(where: { start.starts(with: $0.utf8) }), start.firstIndex(of: "mime-version:") != nil
        {
            return .mhtml
        }
        if start.firstIndex(of: "<html") != nil || start.firstIndex(of: "<!doctype html") != nil { return .html }
        if start.first == UInt8(ascii: "<") {
            if start.firstIndex(of: "progid=\"word.document\"") != nil { return .doc }
            for tag in htmlTags where start.dropFirst().starts(with: tag.utf8) {
                return isMarkdown(bytes) ? nil : .html
            }
        }
        let header = start.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return namesFigures(String(decoding: header, as: UTF8.self)) || namesFigures(firstLine(of: bytes))
            ? .figuresCSV : nil
    }

    /// What browsers and office programs begin a web archive with.
    private static let messageHeaders = ["mime-version:", "from:", "content-type:", "subject:", "date:", "snapshot-"]

    /// Some spreadsheets write semicolons or tabs.
    private static func namesFigures(_ header: some StringProtocol) -> Bool {
        [",", ";", "\t"].contains { (separator: Character) in
            let columns = header.split(separator: separator).map { name in
                FigureColumn.name(of: String(name).filter { $0 != "\"" })
            }
            return FigureColumn.needed.isSubset(of: columns)
        }
    }

    /// Chinese names of columns come in GB18030 or UTF-16 as often as in UTF-8.
    private static func firstLine(of bytes: [UInt8]) -> String {
        let start = Array(bytes.prefix(2048))
        guard start.contains(where: { $0 > 0x7F }), let text = try? TextReader.document(start) else { return "" }
        return text.lines.first ?? ""
    }

    /// Markdown can begin with a tag. Its tables are drawn with bars; what they cannot draw stands in it as HTML.
    private static func isMarkdown(_ bytes: [UInt8]) -> Bool {
        if bytes.firstIndex(of: "\n|--") != nil { return true }
        return bytes.firstIndex(of: "\n|") != nil && bytes.firstIndex(of: "<td") == nil
            && bytes.firstIndex(of: "<TD") == nil
    }

    private static let htmlTags = [
        "!--", "head", "body", "meta", "title", "table", "div", "p>", "p ", "span", "h1", "h2", "center", "style",
        "script",
        "link",
    ]

    /// The first kilobyte without byte-order mark and white space, in small letters; UTF-16's zero bytes left out.
    private static func asciiStart(of bytes: [UInt8]) -> [UInt8] {
        var start = bytes.prefix(2048)
        if start.starts(with: [0xEF, 0xBB, 0xBF]) {
            start = start.dropFirst(3)
        } else if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            start = start.dropFirst(2)
        }
        return start.filter { $0 != 0 }
            .drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
            .prefix(1024)
            .map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    }

    /// Text in some encoding: hardly any control characters; or, taken as UTF-16, mostly characters that Chinese
    /// documents are written in.
    static func looksLikeText(_ bytes: [UInt8]) -> Bool {
        let sample = bytes.prefix(64 * 1024)
        guard !sample.isEmpty else { return false }
        // One in fifty: texts with a few stray zeros are still text, random bytes have one in ten.
        let controls = sample.count { $0 < 0x20 && !(0x09...0x0D).contains($0) || $0 == 0x7F }
        if controls * 50 <= sample.count { return true }
        return looksLikeUTF16(sample, low: 0, high: 1) || looksLikeUTF16(sample, low: 1, high: 0)
    }

    private static func looksLikeUTF16(_ sample: ArraySlice<UInt8>, low: Int, high: Int) -> Bool {
        var units = 0
        var plausible = 0
        var index = sample.startIndex
        while index + 1 < sample.endIndex {
            let unit = UInt16(sample[index + low]) | UInt16(sample[index + high]) << 8
            units += 1
            switch unit {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x00A0...0x00FF, 0x2000...0x2BFF, 0x3000...0x303F, 0x4E00...0x9FFF,
                0xFEFF, 0xFF00...0xFFEF:
                plausible += 1
            default: break
            }
            index += 2
        }
        // Random bytes reach two in five.
        return units > 0 && plausible * 10 >= units * 8
    }
}
