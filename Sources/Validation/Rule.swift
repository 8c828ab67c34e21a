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

extension Rule {
    /// What its page says of it, and what settles its findings.
    public var explanation: RuleExplanation { RuleExplanation.all[id] ?? RuleExplanation(chinese: [], english: []) }
}

extension RuleExplanation {
    public subscript(language: Language) -> [String] {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}

/// A rule that one report alone can break.
protocol ReportRule: Rule {
    func findings(in examination: Examination) -> [Finding]
}
