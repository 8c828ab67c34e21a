/// A line as the heading of one of the six sections, found by its text: the numbers shift from report to report.
struct SectionHeading {
    /// 1 to 6
    var section: Int
    /// 0 to 1
    var similarity: Double
    var style: Style
    /// What stands on the same line behind the heading.
    var rest: String?
    var heading: String

    enum Style: Hashable {
        case plain
        case numbered(LabelText.Number.Style)
        /// 第一部分
        case part
    }

    init?(_ text: String) {
        self.init(whole: text)
        guard similarity < 0.9 else { return }
        if let cut = Self.endOfHeading(in: text) {
            let heading = SectionHeading(whole: String(text[..<cut]))
            let rest = text[cut...].drop { "：:。 　\t".contains($0) }
            if heading.similarity == 1, heading.style != .plain, !rest.isEmpty {
                self = heading
                self.rest = String(rest)
                return
            }
        }
        if section == 0 { return nil }
    }

    /// The heading's own part of a line: 一、总体情况：2023年……
    private static func endOfHeading(in text: String) -> String.Index? {
        let trimmed = text.drop { $0 == " " || $0 == "　" || $0 == "\t" }
        return trimmed.prefix(40).firstIndex { "：:。 　\t".contains($0) }
    }

    private init(whole text: String) {
        section = 0
        similarity = 0
        style = .plain
        heading = text.trimmed
        guard text.utf8.count <= 200 else { return }
        var label = LabelText(text)
        style = label.number.map { .numbered($0.style) } ?? .plain
        if let part = Self.part(in: label.full) {
            label = part
            style = .part
        }
        guard (3...32).contains(label.core.count) else { return }
        let spelling = Spelling(Array(label.core.reversed().drop { Numeral.isDigit($0) }.reversed()))
        for (index, names) in Self.spelledNames.enumerated() {
            for name in names {
                let similarity = spelling.similarity(to: name, atLeast: 0.7)
                if similarity > self.similarity {
                    section = index + 1
                    self.similarity = similarity
                }
            }
        }
    }

    /// 第一部分 总体情况
    private static func part(in letters: [UInt32]) -> LabelText? {
        guard letters.first == 0x7B2C, letters.count > 4, Numeral.value(of: letters[1]) != nil, letters[2] == 0x90E8,
            letters[3] == 0x5206
        else { return nil }
        return LabelText(Array(letters[4...]).text)
    }

    static let names: [[[UInt32]]] = [
        ["总体情况", "政府信息公开工作总体情况"],
        ["主动公开政府信息情况", "行政机关主动公开政府信息情况", "主动公开政府信息的情况"],
        ["收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况"],
        [
            "政府信息公开行政复议、行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政复议和行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
        ],
        ["存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况", "存在的主要问题及改进措施", "存在的主要问题和改进情况"],
        ["其他需要报告的事项", "其他需要报告事项"],
    ].map { $0.map { LabelText($0).full } }

    private static let spelledNames = names.map { $0.map(Spelling.init) }
}
