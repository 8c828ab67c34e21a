public import ReportModel

/// Checks reports against those of other years.
public struct SeriesCheck: Sendable {
    public var rules: RuleSelection

    public init(rules: RuleSelection = .all) {
        self.rules = rules
    }

    /// For each report what the others say of it, in the order of the rules; to be added to its own findings.
    ///
    /// Reports are matched by agency and year; which of many have to be given together, `SeriesPlan` tells.
    public func findings(_ reports: [Report]) -> [[Finding]] {
        var findings = [[Finding]](repeating: [], count: reports.count)
        let wanted = RuleRegistry.seriesRules.filter { rules.contains($0.id) }
        let matching = OfficeMatching(reports)
        let offices = matching.offices.map { members in
            OfficeSeries(Dictionary(uniqueKeysWithValues: members.map { ($0, reports[$0]) }))
        }
        for rule in wanted {
            if let rule = rule as? SeriesOfficeRule {
                for (position, finding) in rule.findings(of: matching, reports) { findings[position].append(finding) }
            }
            for office in offices where office.reports.count > 1 {
                for (position, finding) in rule.findings(in: office) { findings[position].append(finding) }
            }
        }
        return findings
    }
}

/// A rule that the reports of one office can break together.
protocol SeriesRule: Rule {
    /// Each with the position of the report that it belongs to.
    func findings(in office: OfficeSeries) -> [(position: Int, finding: Finding)]
}
