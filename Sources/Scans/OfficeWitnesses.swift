import ReportModel

/// Who else has read the office's name: no sum confirms a name, and a wrong one files the figures under another office.
///
/// Rare characters are misread alike wherever they stand, so one more reading is not enough: a name is good where both
/// readings of the title have it, the engine is sure of each of its characters, and the text below has it too.
struct OfficeWitnesses {
    /// The lines that a title may be printed on, by page.
    private let headlines: [Int: [Headline]]

    init(_ headlines: [Int: [Headline]]) { self.headlines = headlines }

    /// A finding where the name was read off a picture and nobody confirms it.
    func findings(on report: Report) -> [Finding] {
        guard !report.agency.isEmpty, let opening = report.pages.first(where: { $0.state != .blank }) else { return [] }
        let titles = report.pages.flatMap { headlines[$0.number] ?? [] }
        // A title that is text was not read off a picture.
        guard opening.method == .ocr || titles.map(\.first).joined().withoutSpaces.contains(report.agency) else {
            return []
        }
        let text = report.sections.flatMap(\.paragraphs).map(\.text).joined(separator: "\n").withoutSpaces
        let readings = [titles.map(\.first).joined().withoutSpaces, titles.map(\.second).joined().withoutSpaces, text]
        guard readings.contains(where: { !$0.contains(report.agency) }) else { return [] }
        return [
            Finding(
                rule: "form.office", severity: .warning, verdict: .open,
                message: LocalisedText(
                    chinese: "机关名称“\(report.agency)”由图像识别，标题的两次识别与正文不一致，请与原件核对",
                    english: """
                        the office's name “\(report.agency)” was read off a picture, and two readings of the title and \
                        the text below do not agree on it: look at the page
                        """),
                expected: Self.others(like: report.agency, in: text).joined(separator: ";"), found: report.agency)
        ]
    }

    /// What the text has in the name's place: as long, and mostly the same.
    static func others(like name: String, in text: String) -> [String] {
        let name = Array(name)
        let text = Array(text)
        guard name.count >= 4, text.count >= name.count else { return [] }
        var found: [String] = []
        for start in 0...(text.count - name.count) {
            let other = text[start..<(start + name.count)]
            let differing = zip(name, other).count { $0 != $1 }
            guard 1...(name.count / 3) ~= differing, !found.contains(String(other)) else { continue }
            found.append(String(other))
        }
        return Array(found.prefix(3))
    }
}

extension String {
    fileprivate var withoutSpaces: String { filter { $0 != " " } }
}
