import ReportModel
import Testing

@testable import Validation

/// Sentences that nobody has taught the rules: what they leave over makes them a note, however far they are off the table.
@Suite struct ProseDoubtTests {
    @Test(arguments: [
        // A word of its own clause.
        (1, "applications/new/total", "2023年，我局在企业开办专区收到信息公开申请12件。"),
        // Of what it is a part.
        (3, "applications/granted/total", "发函征询权利人的9件，其中同意公开5件。"),
        // What the whole list is about.
        (4, "disputes/litigation_direct/total", "征地补偿类行政复议21件、行政诉讼16件。"),
        (4, "disputes/reconsideration/upheld", "其他领域行政复议案件128件，维持90件。"),
    ])
    func whatIsLeftOverMakesADifferenceANote(section: Int, cell: String, sentence: String) {
        let line = ProseSentencesTests.Line(
            office: .a, section: section, expected: "open", figures: [cell], sentence: sentence)
        let findings = Validator(rules: RuleSelection(only: ["prose"])).validate(line.report).findings
        #expect(findings.allSatisfy { $0.severity == .note })
        #expect(findings.contains { finding in finding.figures.contains { $0.description == cell } })
    }

    /// 未审结 denies no dispute.
    @Test func whatIsNotConcludedIsNotDenied() {
        let line = ProseSentencesTests.Line(
            office: .a, section: 4, expected: "agrees", figures: [], sentence: "到年底未审结的行政诉讼案件中，直接起诉2件、复议后起诉1件。")
        #expect(Validator(rules: RuleSelection(only: ["prose"])).validate(line.report).findings.isEmpty)
    }

    @Test(arguments: [
        // Each of any number.
        (Office.a, 3, "没有以属于国家秘密为由不予公开任何一份申请。"),
        // Counts the names before it.
        (.h, 3, "内部事务信息、过程性信息两项不予公开都是0件。"),
        // What there was before this year's.
        (.e, 2, "年初现行有效的行政规范性文件265件。"),
    ])
    func whatTellsOfNoCellIsNoFinding(office: Office, section: Int, sentence: String) {
        let line = ProseSentencesTests.Line(
            office: office, section: section, expected: "silent", figures: [], sentence: sentence)
        let findings = Validator(rules: RuleSelection(only: ["prose"])).validate(line.report).findings
        #expect(findings.allSatisfy { $0.severity == .note })
    }

    @Test func wordsOfItsOwnKindLeaveADifferencePlain() {
        let line = ProseSentencesTests.Line(
            office: .a, section: 4, expected: "contradicts", figures: ["disputes/reconsideration/total"],
            sentence: "2023年，我局因政府信息公开被申请行政复议15件。")
        let findings = Validator(rules: RuleSelection(only: ["prose"])).validate(line.report).findings
        #expect(findings.map(\.severity) == [.warning])
    }
}
