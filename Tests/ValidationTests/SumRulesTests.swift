import GxTestSupport
import ReportModel
import Testing

@testable import Validation

@Suite struct SumRulesTests {
    static func sample(_ forms: FormVersions = FormVersions(.form2021)) -> Report {
        var generator = SeededGenerator(seed: 6)
        return RandomReport.random(forms, using: &generator).report
    }

    @Test(arguments: [
        FormVersions(.form2021), FormVersions(.form2019),
        FormVersions(disclosure: .form2021, applications: .form2019, disputes: .form2021),
    ])
    func aCorrectReportHasNoFinding(forms: FormVersions) {
        for seed in 0..<50 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let report = RandomReport.random(forms, using: &generator).report
            let validator = Validator(rules: RuleSelection(ignored: ["form.version"]))
            #expect(validator.validate(report).findings == [], "seed \(seed)")
        }
    }

    @Test func everyWrongCellBreaksItsSums() throws {
        let report = Self.sample()
        for id in report.forms.figures where id.table != .disclosure {
            var wrong = report
            let value = try #require(report[id.description].amount?.count)
            wrong.print(value + 1, at: id.description)
            let broken = Validator().validate(wrong).findings.filter { $0.severity == .error }
            let expected = report.forms.equations.filter { $0.figures.contains(id) }
            #expect(broken.map(\.rule) == expected.map(\.kind.rawValue), "\(id)")
            #expect(broken.allSatisfy { $0.figures.contains(id) && $0.verdict == .source })
        }
    }

    @Test func saysWhatTheSumIsAndWhatIsPrinted() throws {
        var report = Self.sample()
        let value = try #require(report["disputes/reconsideration/total"].amount?.count)
        report.print(value + 2, at: "disputes/reconsideration/total")
        let finding = try #require(Validator().validate(report).findings.first)
        #expect(finding.rule == "disputes.group")
        #expect(finding.expected == "\(value)")
        #expect(finding.found == "\(value + 2)")
        #expect(finding.message.chinese.contains("「行政复议」"))
        #expect(finding.message.english.contains("\(value)"))
    }

    @Test func aPrintedFigureIsNeverChangedAndStaysOk() throws {
        var report = Self.sample()
        report.print(977, at: "applications/granted/natural_person")
        let checked = Validator().validate(report)["applications/granted/natural_person"]
        #expect(checked.amount == 977)
        #expect(checked.printed == "977")
        #expect(checked.status == .ok)
    }

    @Test func blankDetailsCountAsZero() {
        var report = Self.sample()
        for id in report.forms.figures where report[id.description].amount == 0 { report.blank(id.description) }
        #expect(Validator().validate(report).findings.filter { $0.rule != "form.blank" } == [])
    }

    @Test func blankTotalsAreSaidAndTheRestIsChecked() {
        var report = Self.sample()
        var filled = 0
        for row in report.forms.definition(of: .applications).rows.map(\.id) {
            filled += report["applications/\(row)/total"].amount == 0 ? 0 : 1
            report.blank("applications/\(row)/total")
        }
        report.print(
            (report["applications/total/natural_person"].amount?.count ?? 0) + 1,
            at: "applications/total/natural_person")
        let findings = Validator().validate(report).findings.filter { $0.rule.hasPrefix("applications") }
        #expect(
            Set(findings.filter { $0.severity == .error }.map(\.rule)) == [
                "applications.column", "applications.balance",
            ])
        let note = findings.first { $0.rule == "applications.row" }
        #expect(note?.severity == .note)
        #expect(note?.figures.count == filled)
    }

    @Test func lostCellsAreNoBrokenSum() {
        var report = Self.sample()
        report.lose("disputes/reconsideration/upheld")
        report.lose("disputes/reconsideration/total")
        let findings = Validator().validate(report).findings
        #expect(findings.map(\.severity) == [.note])
        #expect(findings.first?.figures.count == 2)
    }

    @Test func hugeNumbersDoNotOverflow() {
        var report = Self.sample()
        for id in report.forms.definition(of: .applications).figures {
            report.print(999_999_999_999_999_999, at: id.description)
        }
        #expect(Validator().validate(report).findings.allSatisfy { $0.severity == .note })
    }
}
