import ReportModel

/// A report has six sections: 总体情况, 主动公开政府信息情况, 收到和处理政府信息公开申请情况, 政府信息公开行政复议、行政诉讼情况,
/// 存在的主要问题及改进情况, 其他需要报告的事项.
///
/// A section that is missing among others is a warning, a note where its table is there. 总体情况 and
/// 存在的主要问题及改进情况 without any text, or with no more than 无, are a warning. 其他需要报告的事项 with no more than 无
/// is a note, and so is a report for 2021 or later that says nothing about 信息处理费 there, which 国办函〔2020〕109号 asks for.
/// On scanned pages, where headings are easily misread, all of these are notes. Where hardly any heading was found,
/// nothing is said: a dump may hold the tables alone.
///
/// What settles it: look for the heading in the document.
///
/// 中文：报告应有六个部分：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议行政诉讼情况、
/// 存在的主要问题及改进情况、其他需要报告的事项。缺少某一部分的为警告，其中的表在时为提示；总体情况、存在问题两部分没有内容或只写“无”的为警告；
/// 第六部分只写“无”，或 2021 年度起的报告未按国办函〔2020〕109号写明信息处理费收取情况的，为提示。扫描件的标题容易读错，一律只作提示；
/// 几乎没有找到标题时不作判断。处理办法：在原文中找相应的标题。
struct FormSectionRule: ReportRule {
    let id = "form.section"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "六个部分有缺或无内容，未报告信息处理费", english: "Sections missing or empty, 信息处理费 not reported")

    private enum Part: Int, CaseIterable {
        case overview = 1
        case disclosure, applications, disputes, problems, others

        var title: String {
            switch self {
            case .overview: "总体情况"
            case .disclosure: FormTable.disclosure.title
            case .applications: FormTable.applications.title
            case .disputes: FormTable.disputes.title
            case .problems: "存在的主要问题及改进情况"
            case .others: "其他需要报告的事项"
            }
        }

        var table: FormTable? {
            switch self {
            case .disclosure: .disclosure
            case .applications: .applications
            case .disputes: .disputes
            default: nil
            }
        }

        /// Words that only this heading has; headings vary around them.
        var keys: [String] {
            switch self {
            case .overview: ["总体情况", "工作概况", "基本情况", "概述"]
            case .disclosure: ["主动公开"]
            case .applications: ["公开申请", "依申请"]
            case .disputes: ["复议", "诉讼"]
            case .problems: ["问题", "改进"]
            case .others: ["其他需要", "其他事项", "需要报告", "其它需要"]
            }
        }
    }

    func findings(in examination: Examination) -> [Finding] {
        var sections: [Part: Section] = [:]
        for section in examination.report.sections where !section.heading.isEmpty {
            let heading = section.heading.withoutBlanks
            let part = Part.allCases.first { part in part.keys.contains { heading.contains($0) } }
            if let part, sections[part] == nil { sections[part] = section }
        }
        guard sections.count >= 4 else { return [] }
        return Part.allCases.compactMap { part in
            guard let section = sections[part] else { return missing(part, examination) }
            return thin(part, section, examination)
        }
    }

    private func missing(_ part: Part, _ examination: Examination) -> Finding {
        let hasTable = examination.report.figures.contains { $0.id.table == part.table && $0.content != .absent }
        return Finding(
            rule: id, severity: examination.wasSeen || hasTable ? .note : .warning, verdict: .open,
            message: LocalisedText(
                chinese: "没有找到“\(part.title)”部分。", english: "The section “\(part.title)” was not found."),
            expected: part.title)
    }

    private func thin(_ part: Part, _ section: Section, _ examination: Examination) -> Finding? {
        // The three in the middle hold the tables and need no text.
        guard [.overview, .problems, .others].contains(part) else { return nil }
        let text = Self.opening(of: section)
        let places = section.paragraphs.flatMap(\.places).prefix(1)
        if Self.saysNothing(text) {
            return Finding(
                rule: id, severity: part == .others || examination.wasSeen ? .note : .warning,
                verdict: examination.wasSeen ? .open : .source,
                message: LocalisedText(
                    chinese: "“\(part.title)”部分\(text.isEmpty ? "没有内容" : "只写了“\(text.onOneLine)”")。",
                    english:
                        "The section “\(part.title)” \(text.isEmpty ? "has no text" : "says no more than “\(text.onOneLine)”")."
                ),
                expected: part.title, found: text.onOneLine, places: Array(places))
        }
        guard part == .others, examination.report.year ?? 0 >= 2021, !mentionsFee(examination.report) else {
            return nil
        }
        return Finding(
            rule: id, severity: .note, verdict: examination.wasSeen ? .open : .source,
            message: LocalisedText(
                chinese: "“\(part.title)”部分未报告信息处理费收取情况。",
                english: "The section “\(part.title)” says nothing about 信息处理费."),
            expected: "信息处理费", places: Array(places))
    }

    /// Its text without blanks, as far as telling whether there is any needs it.
    private static func opening(of section: Section) -> String {
        var text = ""
        for paragraph in section.paragraphs {
            for scalar in paragraph.text.unicodeScalars where !scalar.isBlank {
                guard text.utf8.count < openingBytes else { return text }
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static let openingBytes = 61

    private static func saysNothing(_ text: String) -> Bool {
        guard text.utf8.count < openingBytes else { return false }
        let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return ["", "无", "没有", "暂无", "略", "无其他", "无其他事项"].contains(String(String.UnicodeScalarView(letters)))
    }

    private func mentionsFee(_ report: Report) -> Bool {
        report.sections.contains { section in
            section.paragraphs.contains { paragraph in
                var before: (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
                for scalar in paragraph.text.unicodeScalars where !scalar.isBlank {
                    switch (before.0, before.1, scalar) {
                    case ("处", "理", "费"), (_, "收", "费"), (_, "收", "取"): return true
                    default: before = (before.1, scalar)
                    }
                }
                return false
            }
        }
    }
}
