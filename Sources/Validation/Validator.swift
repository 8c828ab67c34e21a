public import ReportModel

/// Checks a report that has been read, whoever read it.
public struct Validator: Sendable {
    public var rules: RuleSelection

    public init(rules: RuleSelection = .all) {
        self.rules = rules
    }

    /// The report with its findings, what the sums derive, and suggestions beside the figures. No printed figure is
    /// ever changed.
    public func validate(_ report: Report) -> Report {
        let examination = Examination(report)
        var report = report
        for check in examination.sums {
            guard case .broken = check.outcome else { continue }
            for id in check.equation.figures {
                guard let position = examination.positions[id], report.figures[position].method == .ocr,
                    report.figures[position].status == .ok
                else { continue }
                report.figures[position].status = .suspect
                report.figures[position].doubts.append(Doubt.sumBroken)
            }
        }
        let known = Set(RuleRegistry.rules.map(\.id))
        report.findings =
            RuleRegistry.reportRules.filter { rules.contains($0.id) }.flatMap { $0.findings(in: examination) }
            + report.findings.filter { !known.contains($0.rule) && rules.contains($0.rule) }
        return report
    }
}

/// The keys that validation adds to `Figure.doubts`.
enum Doubt {
    /// A sum that it takes part in does not hold.
    static let sumBroken = "sum.broken"
}
