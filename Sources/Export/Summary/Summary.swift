private import Messages
public import ReportModel
public import TerminalText

/// A report for somebody at a terminal: what it is, its three tables, what is in doubt and where to look.
public struct Summary: Sendable {
    let language: Language
    /// Columns to fill, at most.
    let width: Int
    let paint: Paint

    public init(language: Language, width: Int, paint: Paint) {
        self.language = language
        self.width = max(width, 60)
        self.paint = paint
    }

    public func text(_ report: Report) -> String {
        var parts = [head(report)]
        for table in FormTable.allCases { parts.append(self.table(table, of: report)) }
        parts += [legend(report), remarks(report), doubts(report), findings(report), pages(report)]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    func words(_ chinese: String, _ english: String) -> String {
        LocalisedText(chinese: chinese, english: english)[language]
    }

    /// Lines that go on under their first one.
    func item(_ text: String, indent: Int = 4, _ styles: Paint.Style...) -> String {
        text.printable.wrapped(to: width - indent).enumerated().map { index, line in
            String(repeating: " ", count: index == 0 ? max(0, indent - 2) : indent) + paint(line, styles) + "\n"
        }.joined()
    }

    private func head(_ report: Report) -> String {
        let title = report.title.isEmpty ? words("（没有找到标题）", "(no title found)") : report.title
        var text = paint(title.printable, .bold) + "\n"
        let agency = report.agency.isEmpty ? words("未找到", "not found") : report.agency.printable
        let year = report.year.map(String.init) ?? words("未找到", "not found")
        text += words(
            "机关：\(agency)　年度：\(year)　表式：\(forms(report))", "Agency: \(agency)  Year: \(year)  Form: \(forms(report))")
        text += "\n" + words("来源：", "Source: ") + report.source.printable
        if let first = report.pages.first?.number, let last = report.pages.last?.number {
            text +=
                first == 1
                ? words("（\(last) 页）", " (\(last) pages)")
                : words("（第 \(first)–\(last) 页）", " (pages \(first)–\(last))")
        }
        return text + "\n" + verdict(report) + "\n"
    }

    private func forms(_ report: Report) -> String {
        let versions = FormTable.allCases.map { (table: $0, name: report.forms[$0].name) }
        if Set(versions.map(\.name)).count == 1 { return versions.first?.name ?? "" }
        return versions.map { version in
            switch version.table {
            case .disclosure: words("主动公开 ", "disclosure ") + version.name
            case .applications: words("申请 ", "applications ") + version.name
            case .disputes: words("复议诉讼 ", "disputes ") + version.name
            }
        }.joined(separator: words("、", ", "))
    }

    /// One line that says whether somebody has to look.
    private func verdict(_ report: Report) -> String {
        let counts = FigureStatus.allCases.map { status in (status, report.figures.count { $0.status == status }) }
        let found = counts.filter { $0.1 > 0 }.map { "\($0.0.name[language]) \($0.1)" }.joined(
            separator: words("、", ", "))
        let severe = report.findings.count { $0.severity > .note }
        var text = words("\(report.figures.count) 个数据：\(found)", "\(report.figures.count) figures: \(found)")
        text += words("；问题 \(severe) 个", "; findings: \(severe)")
        return report.exitCode == .clean ? paint(text, .green) : paint(text, .yellow)
    }

    /// What the marks mean that occur.
    private func legend(_ report: Report) -> String {
        let marks = FigureStatus.allCases.compactMap { status -> String? in
            guard let mark = status.mark, report.figures.contains(where: { $0.status == status }) else { return nil }
            return "\(mark) \(status.name[language])"
        }
        return marks.isEmpty ? "" : item(words("记号：", "Marks: ") + marks.joined(separator: words("，", ", ")), indent: 2)
    }

    /// Cells that say more than their figure.
    private func remarks(_ report: Report) -> String {
        let noted = report.figures.filter { figure in
            guard let amount = figure.amount, figure.status == .ok || figure.status == .corrected else { return false }
            return figure.printed.unicodeScalars.contains { !$0.properties.isWhitespace && $0 != "," && $0 != "，" }
                && Amount(ascii: figure.printed.asciiDigits) != amount
        }
        return section(
            words("格子里的附注", "Remarks in cells"),
            noted.map { figure in
                item("\(label(of: figure.id, in: report))：\(figure.printed)")
            })
    }

    func section(_ title: String, _ items: [String]) -> String {
        items.isEmpty
            ? "" : paint(title + words("（\(items.count)）", " (\(items.count))"), .bold) + "\n" + items.joined()
    }

    private func doubts(_ report: Report) -> String {
        section(
            words("要核对的数据", "Figures to look at"),
            report.figures.filter { $0.status.needsLook }.map { doubt($0, report) })
    }

    private func doubt(_ figure: Figure, _ report: Report) -> String {
        let value = figure.amount?.description ?? words("读不出", "not read")
        var text = "\(figure.status.name[language])  \(label(of: figure.id, in: report))：\(value)"
        if !figure.printed.isEmpty, figure.printed != value {
            text += words("，印作“\(figure.printed)”", ", printed “\(figure.printed)”")
        }
        var reasons = figure.doubts.map { DoubtText.of($0)[language] }
        let others = (figure.suggestions.map(\.value) + figure.alternatives.map(\.value)).map(\.description)
        if let first = others.first { reasons.append(words("可能是 \(first)", "may be \(first)")) }
        if let place = figure.places.first { reasons.append(place.description[language]) }
        return item(text, figure.status == .missing ? .red : .yellow)
            + (reasons.isEmpty ? "" : "  " + item(reasons.joined(separator: words("；", "; ")), indent: 6, .dim))
    }

    private func findings(_ report: Report) -> String {
        let sorted = report.findings.enumerated().sorted { left, right in
            left.element.severity != right.element.severity
                ? left.element.severity > right.element.severity : left.offset < right.offset
        }.map(\.element)
        return section(words("问题", "Findings"), sorted.map { finding($0) })
    }

    /// - Parameter fingerprint: shown where somebody may want to dismiss it.
    func finding(_ finding: Finding, fingerprint: String? = nil) -> String {
        let name = finding.severity.name[language]
        let style: Paint.Style =
            switch finding.severity {
            case .error: .red
            case .warning: .yellow
            case .note: .dim
            }
        var notes = [finding.rule, finding.verdict.name[language]]
        if let quote = finding.quote { notes.append(words("原文：“\(quote)”", "it says “\(quote)”")) }
        if let place = finding.places.first { notes.append(place.description[language]) }
        if let fingerprint { notes.append(words("指纹 \(fingerprint)", "fingerprint \(fingerprint)")) }
        return item("\(name)  \(finding.message[language])", style)
            + "  " + item(notes.joined(separator: words("；", "; ")), indent: 6, .dim)
    }

    private func pages(_ report: Report) -> String {
        let lines = report.pages.flatMap { page in
            ([page.state.remark].compactMap(\.self) + page.warnings.map(\.message)).map { remark in
                item(words("第 \(page.number) 页\(remark.chinese)", "page \(page.number) \(remark.english)"))
            }
        }
        return section(words("页面", "Pages"), lines)
    }
}

extension FigureStatus {
    var needsLook: Bool { self == .derived || self == .suspect || self == .missing }
}

extension String {
    /// Half-width digits for full-width ones, without grouping: what a plain figure would be.
    fileprivate var asciiDigits: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19: text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
            case 0x2C, 0xFF0C: break
            default: if !scalar.properties.isWhitespace { text.unicodeScalars.append(scalar) }
            }
        }
        return text
    }
}
