public import ReportModel

/// Checks a report that has been read, whoever read it.
public struct Validator: Sendable {
    public var rules: RuleSelection
    var locator = ErrorLocator()

    public init(rules: RuleSelection = .all) {
        self.rules = rules
    }

    /// The report with its findings, what the sums derive, and suggestions beside the figures. No printed figure is
    /// ever changed.
    public func validate(_ report: Report) -> Report {
        var memory = LocationMemory()
        return validate(report, &memory)
    }

    /// The reports of one file, each as above; what was searched for in one is not searched for again in the next.
    public func validate(_ reports: [Report]) -> [Report] {
        var memory = LocationMemory()
        return reports.map { validate($0, &memory) }
    }

    private func validate(_ report: Report, _ memory: inout LocationMemory) -> Report {
        var report = report
        report.figures = report.figures.map(\.withoutOwnMarks)
        let examination = Examination(report, locator: locator, memory: &memory)
        report.figures = Settlement(examination: examination).settle(report.figures)
        let known = Set(RuleRegistry.rules.map(\.id))
        report.findings =
            RuleRegistry.reportRules.filter { rules.contains($0.id) }.flatMap { $0.findings(in: examination) }
            + report.findings.filter { !known.contains($0.rule) && rules.contains($0.rule) }
        return report
    }
}
