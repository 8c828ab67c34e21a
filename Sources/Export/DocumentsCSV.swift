public import ReportModel

/// What became of a document in a batch.
public struct DocumentRow: Sendable {
    public var source: String
    /// Of its content, 64 hexadecimal digits; empty where there was none to read.
    public var hash: String
    public var kind: DocumentKind?
    public var reports: [Report]
    public var failure: ReadFailure?
    /// A short key of the failure.
    public var reason: String
    /// What it says in words.
    public var message: LocalisedText?

    public init(source: String) {
        self.source = source
        hash = ""
        reports = []
        reason = ""
    }

    /// What reading it alone would have ended with.
    public var exitCode: ExitCode {
        failure?.exitCode ?? ExitCode.combined(reports.map(\.exitCode))
    }
}

/// One line for every document of a batch. No times, no attempts: the same documents give the same bytes.
public enum DocumentsCSV {
    public static let columns =
        ["source", "sha256", "kind", "agency", "year", "forms", "reports", "exit_code", "reason", "message"]
        + FigureStatus.allCases.map(\.rawValue) + ["errors", "warnings", "notes"]

    public static let header = columns.joined(separator: ",") + "\n"

    public static func row(_ document: DocumentRow, language: Language) -> String {
        let reports = document.reports
        func distinct(_ values: [String]) -> String {
            var seen: Set<String> = []
            return values.filter { seen.insert($0).inserted }.joined(separator: ";")
        }
        var values = [
            document.source, document.hash, document.kind?.rawValue ?? "",
            reports.map(\.agency).joined(separator: ";"),
            distinct(reports.compactMap { $0.year.map(String.init) }), distinct(reports.map { forms($0.forms) }),
            String(reports.count), String(document.exitCode.rawValue), document.reason,
            document.message?[language] ?? "",
        ]
        let figures = reports.flatMap(\.figures)
        values += FigureStatus.allCases.map { status in String(figures.count { $0.status == status }) }
        let findings = reports.flatMap(\.findings)
        for severity in [Finding.Severity.error, .warning, .note] {
            values.append(String(findings.count { $0.severity == severity }))
        }
        return values.map(CSV.field).joined(separator: ",") + "\n"
    }

    /// `2021`, or `2021/2019/2021` for the three tables of a mixture.
    private static func forms(_ forms: FormVersions) -> String {
        let versions = FormTable.allCases.map { String(forms[$0].rawValue) }
        return Set(versions).count == 1 ? versions[0] : versions.joined(separator: "/")
    }
}
