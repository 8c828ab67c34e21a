public import ReportModel

/// One line for every finding, in the order of the report.
public enum FindingsCSV {
    public static let columns = [
        "source", "agency", "year", "rule", "severity", "verdict", "message", "expected", "found", "figures",
        "fingerprint", "dismissed",
    ]

    public static let header = columns.joined(separator: ",") + "\n"

    /// The lines of one report, without the header. The messages are in that language, all else is the same in any.
    ///
    /// - Parameter dismissed: findings that somebody has dismissed, each with the reason: they stand below the others.
    public static func rows(
        _ report: Report, language: Language, dismissed: [(finding: Finding, reason: String)] = []
    ) -> String {
        var text = ""
        let year = report.year.map(String.init) ?? ""
        for (finding, reason) in report.findings.map({ ($0, "") }) + dismissed {
            let values = [
                report.source, report.agency, year, finding.rule, finding.severity.rawValue, finding.verdict.rawValue,
                finding.message[language], finding.expected, finding.found,
                finding.figures.map(\.description).joined(separator: ";"),
                finding.fingerprint(agency: report.agency, year: report.year), reason,
            ]
            text += values.map(CSV.field).joined(separator: ",") + "\n"
        }
        return text
    }
}
