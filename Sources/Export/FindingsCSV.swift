public import ReportModel

/// One line for every finding, in the order of the report.
public enum FindingsCSV {
    public static let columns = [
        "source", "agency", "year", "rule", "severity", "verdict", "message", "expected", "found", "figures",
        "fingerprint",
    ]

    public static let header = columns.joined(separator: ",") + "\n"

    /// The lines of one report, without the header. The messages are in that language, all else is the same in any.
    public static func rows(_ report: Report, language: Language) -> String {
        var text = ""
        let year = report.year.map(String.init) ?? ""
        for finding in report.findings {
            let values = [
                report.source, report.agency, year, finding.rule, finding.severity.rawValue, finding.verdict.rawValue,
                finding.message[language], finding.expected, finding.found,
                finding.figures.map(\.description).joined(separator: ";"),
                finding.fingerprint(agency: report.agency, year: report.year),
            ]
            text += values.map(CSV.field).joined(separator: ",") + "\n"
        }
        return text
    }
}
