private import Messages
public import ReportModel
public import TerminalText

/// The findings of reports for somebody at a terminal, report by report.
public struct FindingsText: Sendable {
    private let summary: Summary

    public init(language: Language, width: Int, paint: Paint) {
        summary = Summary(language: language, width: width, paint: paint)
    }

    /// - Parameter dismissed: findings that somebody has dismissed, each with the reason.
    public func text(_ report: Report, dismissed: [(finding: Finding, reason: String)] = []) -> String {
        let name = [report.agency, report.year.map(String.init) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        let title = name.isEmpty ? report.source : name
        var text = summary.paint(title.printable, .bold)
        if !name.isEmpty { text += summary.words("（\(report.source)）", " (\(report.source))").printable }
        text +=
            "\n" + summary.paint(counts(report, dismissed.count), report.exitCode == .clean ? .green : .yellow) + "\n"
        let sorted = report.findings.enumerated().sorted { left, right in
            left.element.severity != right.element.severity
                ? left.element.severity > right.element.severity : left.offset < right.offset
        }
        for (_, finding) in sorted {
            let fingerprint = finding.fingerprint(agency: report.agency, year: report.year)
            text += summary.finding(finding, fingerprint: fingerprint)
        }
        for (finding, reason) in dismissed {
            text += summary.item(
                summary.words("已排除", "dismissed") + "  \(finding.rule)  \(finding.message[summary.language])", .dim)
            text += "  " + summary.item(summary.words("理由：", "reason: ") + reason, indent: 6, .dim)
        }
        return text
    }

    private func counts(_ report: Report, _ dismissed: Int) -> String {
        let language = summary.language
        var parts = Finding.Severity.allCases.reversed().compactMap { severity -> String? in
            let count = report.findings.count { $0.severity == severity }
            return count > 0 ? "\(severity.name[language]) \(count)" : nil
        }
        if parts.isEmpty { parts = [summary.words("没有发现问题", "no findings")] }
        if dismissed > 0 { parts.append(summary.words("已排除 \(dismissed)", "dismissed \(dismissed)")) }
        let doubts = report.figures.count { $0.status.needsLook }
        if doubts > 0 { parts.append(summary.words("存疑数据 \(doubts)", "figures in doubt \(doubts)")) }
        return parts.joined(separator: summary.words("，", ", "))
    }
}
