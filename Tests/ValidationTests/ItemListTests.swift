import ReportModel
import Testing

@testable import Validation

/// Sentences of nothing but items, which leave unsaid what the section's heading says.
@Suite struct ItemListTests {
    private func items(_ paragraph: String, section: Int) -> [String] {
        var report = Office.k.report
        report.sections = [
            Section(
                heading: FormRulesTests.headings[section - 1],
                paragraphs: [Paragraph(text: paragraph, places: [.text(line: 1, column: 1)])])
        ]
        return Examination(report).claims.outcomes
            .filter { !$0.claim.isVague && !$0.claim.hasUnreadWords }
            .map { outcome in
                "\(outcome.claim.kind) \(outcome.claim.number.value)"
                    .replacing("Validation.ClaimKind.DisputeGroup.", with: "")
            }
    }

    @Test(arguments: [
        (1, "新收19，结转1，办结18，转下年2", ["new 19", "carriedOver 1", "handled 18", "carriedForward 2"]),
        (1, "新收17件，办结18件，结转2件", ["new 17", "handled 18", "carriedForward 2"]),
        (1, "收到20件，其中上年结转3件", ["incoming 20", "carriedOver 3"]),
        (1, "收到17件，上年结转3件", ["new 17", "carriedOver 3"]),
        (1, "新收、结转合计20件", ["incoming 20"]),
        (1, "结转：上年3件，下年2件", ["carriedOver 3", "carriedForward 2"]),
        (1, "结转2025年2件", ["carriedForward 2"]),
        (2, "许可：268件；处罚：57件", [#"decisions(row: "licensing") 268"#, #"decisions(row: "penalty") 57"#]),
        (2, "处罚、强制分别为57件、3件", [#"decisions(row: "penalty") 57"#, #"decisions(row: "coercion") 3"#]),
        (
            4, "行政复议。维持1，纠正1，未结1",
            ["upheld", "corrected", "pending"].map { #"dispute(reconsideration, column: "\#($0)") 1"# }
        ),
        (4, "行政复议纠错案件：零", [#"dispute(reconsideration, column: "corrected") 0"#]),
        // As many as are new: so are those of each sort of applicants.
        (
            3, "（一）申请。17件：自然人14，企业1",
            ["received 17", #"newApplicant("natural_person") 14"#, #"newApplicant("enterprise") 1"#]
        ),
    ])
    func everyNumberHasItsFigure(section: Int, sentence: String, expected: [String]) {
        #expect(items(sentence, section: section) == expected)
    }

    @Test(arguments: [
        // Of other things, or of nobody knows which.
        (1, "人大建议收到12件，办结12件"), (1, "建议提案。收到12件，办结12件"), (4, "各类行政诉讼案件5起"), (2, "许可12项"),
        // Of those that were dealt with.
        (3, "办结18件，其中自然人15件"),
        // Another year's.
        (1, "2022年收到17件"),
    ])
    func otherItemsContradictNothing(section: Int, sentence: String) {
        var report = Office.k.report
        report.sections = [
            Section(
                heading: FormRulesTests.headings[section - 1],
                paragraphs: [Paragraph(text: sentence, places: [.text(line: 1, column: 1)])])
        ]
        let findings = Validator(rules: RuleSelection(only: ["prose"])).validate(report).findings
        #expect(findings.allSatisfy { $0.severity == .note })
    }

    /// 收到12件，办结12件: of what the paragraph before it may have told.
    @Test func verbsAloneAreOfApplicationsInTheFirstParagraph() {
        var report = Office.k.report
        let paragraphs = ["办理人大代表建议，落实代表意见。", "收到12件，办结12件。"].map {
            Paragraph(text: $0, places: [.text(line: 1, column: 1)])
        }
        report.sections = [Section(heading: FormRulesTests.headings[0], paragraphs: [paragraphs[1]])]
        #expect(!Examination(report).claims.outcomes.isEmpty)
        report.sections[0].paragraphs = paragraphs
        #expect(Examination(report).claims.outcomes.isEmpty)
    }
}
