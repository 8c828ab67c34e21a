import ReportModel
import Testing
import Validation

@Suite struct DismissalsTests {
    @Test func readsFingerprintsAndReasons() throws {
        let dismissals = try Dismissals(lines: ["# 说明", "", "e57474af78f883b0  平台口径不同 ", "  0000000000000001\t已核实"])
        #expect(dismissals.reasons == ["e57474af78f883b0": "平台口径不同 ", "0000000000000001": "已核实"])
    }

    @Test(arguments: [["e57474af78f883b0"], ["x", ""], ["E57474AF78F883B0 理由"], ["e57474af78f883b 理由"]])
    func asksForBoth(lines: [String]) {
        let problem = #expect(throws: Dismissals.Problem.self) { try Dismissals(lines: lines) }
        #expect(problem?.line == 1)
    }

    /// The entry that one run writes takes the finding out of the next, whatever else has changed.
    @Test func survivesARun() throws {
        var report = SumRulesTests.sample()
        report.print(977, at: "disputes/reconsideration/total")
        let checked = Validator().validate(report)
        let finding = try #require(checked.findings.first { $0.severity == .error })
        let entry = Dismissals.entry(for: finding, of: checked, reason: "已向\n单位核实")
        let dismissals = try Dismissals(lines: entry.split(separator: "\n").map(String.init))
        report.source = "renamed.pdf"
        report.figures.shuffle()
        var again = Validator().validate(report)
        let dismissed = dismissals.separate(&again)
        #expect(dismissed.map(\.reason) == ["已向单位核实"])
        #expect(dismissed.first?.finding.rule == finding.rule)
        #expect(again.findings.count == checked.findings.count - 1)
        report.print(978, at: "disputes/reconsideration/total")
        var other = Validator().validate(report)
        #expect(dismissals.separate(&other).isEmpty)
    }
}
