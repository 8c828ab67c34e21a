import GxTestSupport
import ReportModel
import Testing

@testable import Validation

@Suite struct SeriesTests {
    /// Reports of one office over the years, each carrying over what the one before carried forward.
    static func history(
        _ years: ClosedRange<Int> = 2021...2024, agency: String = "青溪县水务局", seed: UInt64 = 3,
        forms: FormVersions = FormVersions(.form2021)
    ) -> [Report] {
        var generator = SeededGenerator(seed: seed)
        var last: [FigureID: Int] = [:]
        return years.map { year in
            var sample = RandomReport.random(forms, using: &generator)
            sample.follow(last)
            last = sample.values
            var report = sample.report
            report.agency = agency
            report.year = year
            report.source = "\(agency)\(year).pdf"
            return report
        }
    }

    static func findings(_ reports: [Report], rule: String = "series") -> [[Finding]] {
        SeriesCheck(rules: RuleSelection(only: [rule])).findings(reports)
    }

    static func rules(_ reports: [Report]) -> [[String]] {
        findings(reports).map { $0.map { "\($0.severity.rawValue) \($0.rule)" } }
    }

    @Test(arguments: [FormVersion.form2021, .form2019]) func whatFollowsIsSilent(form: FormVersion) {
        for seed in 1...20 as ClosedRange<UInt64> {
            let reports = Self.history(seed: seed, forms: FormVersions(form)).shuffled()
            #expect(
                Self.rules(reports).flatMap(\.self).filter { $0.hasPrefix("warning") && !$0.hasSuffix("jump") } == [])
        }
    }

    // MARK: series.carried

    @Test func carriedOverIsComparedByColumn() throws {
        var reports = Self.history()
        let over = try #require(reports[2]["applications/carried_over/enterprise"].amount?.count)
        reports[2].print(over + 2, at: "applications/carried_over/enterprise")
        let findings = Self.findings(reports, rule: "series.carried")
        #expect(findings.map(\.count) == [0, 0, 1, 0])
        let finding = try #require(findings[2].first)
        #expect(finding.expected == "\(over)" && finding.found == "\(over + 2)")
        #expect(finding.figures.map(\.description) == ["applications/carried_over/enterprise"])
        #expect(finding.severity == .warning && finding.verdict == .source)
        #expect(finding.message.chinese.contains("青溪县水务局2022.pdf"))
        #expect(finding.message.english.contains("商业企业 \(over + 2), but \(over) there"))
    }

    @Test func aMisreadingIsNoMistakeOfTheOffice() throws {
        var reports = Self.history()
        let id = "applications/carried_over/natural_person"
        let over = try #require(reports[2][id].amount?.count)
        reports[2].print(over + 5, at: id)
        reports[2][id].method = .ocr
        #expect(Self.findings(reports, rule: "series.carried")[2].map(\.verdict) == [.open])
        reports[2][id].alternatives = [Alternative(value: Amount(over), score: 0.3, reader: "recog")]
        #expect(Self.findings(reports, rule: "series.carried")[2].map(\.verdict) == [.reading])
    }

    @Test func blanksAndLostCellsAreNoContradiction() {
        var reports = Self.history()
        reports[2].lose("applications/carried_over/natural_person")
        reports[2].blank("applications/carried_over/total")
        #expect(Self.findings(reports, rule: "series.carried").flatMap(\.self) == [])
    }

    /// A year without a report tells nothing of the one after.
    @Test func aGapIsNotBridged() throws {
        var reports = Self.history()
        reports[2].print(977, at: "applications/carried_over/enterprise")
        reports.remove(at: 1)
        #expect(Self.findings(reports, rule: "series.carried").flatMap(\.self) == [])
    }

    // MARK: series.in-force, series.previous

    @Test func inForceFollowsFromTheYearBefore() throws {
        var reports = Self.history()
        let id = "disclosure/normative_documents/in_force"
        let right = try #require(reports[3][id].amount?.count)
        reports[3].print(right + 1, at: id)
        let findings = Self.findings(reports, rule: "series.in-force")
        #expect(findings.map(\.count) == [0, 0, 0, 1])
        #expect(findings[3].first?.expected == "\(right)")
        #expect(findings[3].first?.severity == .warning)
    }

    @Test func theFormsAreNotMixed() {
        var reports = Self.history(2019...2020, forms: FormVersions(.form2019)) + Self.history(2021...2022, seed: 9)
        for position in reports.indices { reports[position].agency = "青溪县水务局" }
        #expect(Self.findings(reports, rule: "series.in-force").flatMap(\.self) == [])
        #expect(Self.findings(reports, rule: "series.previous").flatMap(\.self) == [])
    }

    @Test func previousItemsFollowFromTheYearBefore() throws {
        var reports = Self.history(2019...2021, forms: FormVersions(.form2019))
        let id = "disclosure/penalty/previous_items"
        let right = try #require(reports[1][id].amount?.count)
        reports[1].print(right + 3, at: id)
        let findings = Self.findings(reports, rule: "series.previous")
        // The next report goes on from the wrong one.
        #expect(findings.map(\.count) == [0, 1, 1])
        #expect(findings[1].first?.expected == "\(right)")
    }

    // MARK: series.jump

    @Test(arguments: [
        ("disclosure/fees/amount", "98000.55", "12.5", "11", "warning"),
        ("disclosure/fees/amount", "125100", "12.5", "11", "warning"),
        ("disclosure/licensing/decisions", "31000", "1520", "1490", "note"),
        ("disclosure/licensing/decisions", "9000", "1520", "1490", ""),
        ("disclosure/licensing/decisions", "0", "1520", "1490", "note"),
        ("disclosure/licensing/decisions", "7", "1520", "1490", "warning"),
        ("disclosure/coercion/decisions", "40", "0", "1", ""),
        ("disclosure/coercion/decisions", "120", "0", "1", "note"),
    ])
    func jumpsAgainstTheOfficesOwnHistory(id: String, value: String, before: String, after: String, severity: String)
        throws
    {
        var reports = Self.history(2021...2023)
        for (report, text) in [(0, before), (1, value), (2, after)] {
            reports[report][id].content = .amount(try #require(Amount(ascii: text)))
        }
        let findings = Self.findings(reports, rule: "series.jump")
        #expect(
            findings[1].filter { $0.figures.map(\.description) == [id] }.map(\.severity.rawValue)
                == (severity.isEmpty ? [] : [severity]))
        #expect((findings[0] + findings[2]).filter { $0.figures.map(\.description) == [id] } == [])
        #expect(id != "disclosure/fees/amount" || findings[1].contains { $0.message.chinese.contains("以元代万元") })
    }

    @Test func twoYearsAreNoHistory() {
        var reports = Self.history(2021...2022)
        reports[1].print(990_000, at: "disclosure/licensing/decisions")
        #expect(Self.findings(reports, rule: "series.jump").flatMap(\.self) == [])
    }

    // MARK: series.duplicate

    @Test func twoVersionsAreAFindingAtBoth() throws {
        var reports = Self.history()
        var other = reports[1]
        other.source = "更正版.pdf"
        reports.append(other)
        #expect(Self.rules(reports) == [[], ["note series.duplicate"], [], [], ["note series.duplicate"]])
        reports[4].print(977, at: "applications/carried_forward/total")
        let findings = Self.findings(reports)
        #expect(findings[1].map(\.rule) == ["series.duplicate"] && findings[4].map(\.rule) == ["series.duplicate"])
        #expect(findings[1].map(\.severity) == [.warning])
        #expect(findings[1].first?.message.chinese.contains("更正版.pdf") == true)
        #expect(findings[4].first?.figures.map(\.description) == ["applications/carried_forward/total"])
        // Neither is taken for the year after.
        #expect(findings[2] == [])
        let one = findings[1].first?.fingerprint(agency: "青溪县水务局", year: 2022)
        #expect(one == findings[4].first?.fingerprint(agency: "青溪县水务局", year: 2022))
    }

    // MARK: series.office

    @Test(arguments: [
        ("青溪县水务 局", false), ("青溪县水务（河长办）局", false), ("青溪县水利局", true), ("青溪县水务据", true),
        ("东海省青溪县水务局", true), ("青溪县水利和湖泊局", true), ("青溪县水务务局", true), ("青溪县务水局", true),
    ])
    func otherNamesOfTheSameOffice(name: String, isSaid: Bool) {
        var reports = Self.history(seed: 5)
        for position in 2...3 { reports[position].agency = name }
        reports[2].print(977, at: "disclosure/regulations/in_force")
        let findings = Self.findings(reports)
        #expect(findings[2].contains { $0.rule == "series.in-force" }, "\(name)")
        #expect(findings[2].contains { $0.rule == "series.office" } == isSaid, "\(name)")
        #expect(findings[0] == [])
    }

    @Test func aGovernmentsShortNameIsItsName() {
        for (short, full) in [
            ("青溪县政府", "青溪县人民政府"), ("青溪县石桥镇政府", "青溪县石桥镇人民政府"), ("青溪县政府办公室", "青溪县人民政府办公室"),
        ] {
            #expect(OfficeName(short) == OfficeName(full))
        }
        #expect(OfficeName("青溪县政府采购中心") != OfficeName("青溪县人民政府采购中心"))
    }

    /// Offices whose names are alike: 水务 and 税务 report beside each other, or nothing shows that they are one.
    @Test(arguments: [2021...2024, 2023...2024]) func otherOfficesAreNotMatched(years: ClosedRange<Int>) {
        let reports =
            Self.history(2021...years.lowerBound - (years.lowerBound > 2021 ? 1 : -3), seed: 5)
            + Self.history(years, agency: "青溪县税务局", seed: 11)
        let findings = Self.findings(reports)
        #expect(
            findings.flatMap(\.self).allSatisfy {
                $0.rule == "series.office" && $0.severity == .note
                    || $0.rule == "series.jump"
            })
    }

    @Test func whatHasNoNameOrYearIsSaid() {
        var reports = Self.history()
        reports[0].agency = ""
        reports[1].year = nil
        let findings = Self.findings(reports)
        #expect(findings.map { $0.filter { $0.rule == "series.office" }.count } == [1, 1, 0, 0])
    }

    @Test func plansKeepTogetherWhatBelongsTogether() {
        let plan = SeriesPlan([
            ("青溪县水务局", 2021), ("白石县水务局", 2021), ("青溪县水务 局", 2022), ("", 2021), ("白石县水利局", 2022),
            ("青溪县档案馆", 2021), ("东海省白石县水务局", 2023),
        ])
        #expect(plan.groups == [[0, 2], [1, 4, 6], [3], [5]])
    }

    /// A province's worth of offices over eight years.
    @Test func manyReportsArePlannedInNoTime() {
        let reports = (0..<4000).flatMap { office in
            (2018...2025).map { (agency: "第\(office / 60)县第\(office % 60)局", year: Optional($0)) }
        }
        let start = ContinuousClock.now
        let plan = SeriesPlan(reports)
        #expect(plan.groups.map(\.count).reduce(0, +) == reports.count)
        #expect(start.duration(to: .now) < .seconds(60))
    }
}

extension RandomReport {
    /// Goes on where the year before ended, in everything that the series rules compare.
    fileprivate mutating func follow(_ last: [FigureID: Int]) {
        guard !last.isEmpty else { return }
        for column in ["natural_person", "enterprise", "research", "social", "legal_service", "other", "total"] {
            func id(_ row: String) -> FigureID { FigureID(.applications, row, column) }
            let forward = last[id("carried_forward")] ?? 0
            let short = max(0, forward - (values[id("total")] ?? 0) - (values[id("carried_forward")] ?? 0))
            values[id("carried_over")] = forward
            // What came in besides; where too little was handled, more is carried on.
            values[id("carried_forward")] = (values[id("carried_forward")] ?? 0) + short
            values[id("new")] =
                (values[id("total")] ?? 0) + (values[id("carried_forward")] ?? 0) - forward
        }
        for row in ["regulations", "normative_documents"] {
            func id(_ column: String) -> FigureID { FigureID(.disclosure, row, column) }
            guard let before = last[id("in_force")] else { continue }
            values[id("in_force")] = before + (values[id("issued")] ?? 0) - (values[id("repealed")] ?? 0)
        }
        for row in SeriesSums.itemRows {
            func id(_ column: String) -> FigureID { FigureID(.disclosure, row, column) }
            guard let before = last[id("previous_items")] else { continue }
            values[id("previous_items")] = before + (last[id("change")] ?? 0)
        }
    }
}
