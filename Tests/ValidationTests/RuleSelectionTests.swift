import ReportModel
import Testing

@testable import Validation

@Suite struct RuleSelectionTests {
    @Test func choosesByNameAndFamily() {
        let selection = RuleSelection(only: ["applications", "prose.fee"], ignored: ["applications.row"])
        #expect(selection.contains("applications.column"))
        #expect(selection.contains("prose.fee"))
        #expect(!selection.contains("applications.row"))
        #expect(!selection.contains("prose.disputes"))
        #expect(!RuleSelection(only: ["app"]).contains("applications.row"))
    }

    @Test func knowsItsNames() {
        #expect(RuleSelection.isKnown("applications"))
        #expect(RuleSelection.isKnown("disputes.group"))
        #expect(!RuleSelection.isKnown("disputes.grou"))
    }

    @Test func anIgnoredRuleIsSilent() {
        var report = SumRulesTests.sample()
        report.print(977, at: "disputes/reconsideration/total")
        #expect(Validator(rules: RuleSelection(ignored: ["disputes"])).validate(report).findings == [])
    }
}

@Suite struct FingerprintTests {
    static let finding = Finding(
        rule: "applications.row", severity: .error, verdict: .source,
        message: LocalisedText(chinese: "一", english: "one"), expected: "3", found: "4",
        figures: [FigureID(.applications, "new", "total"), FigureID(.applications, "new", "other")])

    @Test func survivesWordingOrderAndPlace() {
        var other = Self.finding
        other.message = LocalisedText(chinese: "二", english: "two")
        other.figures.reverse()
        other.places = [.text(line: 3, column: 4)]
        other.verdict = .open
        #expect(
            other.fingerprint(agency: "某县 水利局", year: 2023) == Self.finding.fingerprint(agency: "某县水利局", year: 2023))
    }

    @Test func tellsMistakesApart() {
        let print = Self.finding.fingerprint(agency: "某县水利局", year: 2023)
        var other = Self.finding
        other.found = "5"
        let others = [
            other.fingerprint(agency: "某县水利局", year: 2023), Self.finding.fingerprint(agency: "某县水利局", year: 2022),
            Self.finding.fingerprint(agency: "某市水利局", year: 2023),
        ]
        #expect(!others.contains(print))
        #expect(print == "e57474af78f883b0")
        #expect(print.utf8.count == 16)
    }
}
