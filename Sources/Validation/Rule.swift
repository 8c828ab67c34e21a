public import ReportModel

/// What every rule says about itself.
public protocol Rule: Sendable {
    /// `applications.row`
    var id: String { get }
    /// The gravest that it reports.
    var severity: Finding.Severity { get }
    /// What it checks, in one line.
    var summary: LocalisedText { get }
}

/// A rule that one report alone can break.
protocol ReportRule: Rule {
    func findings(in examination: Examination) -> [Finding]
}
