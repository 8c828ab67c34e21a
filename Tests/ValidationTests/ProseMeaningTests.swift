import ReportModel
import Testing

@testable import Validation

/// What a reader of such reports knows beyond the words of a sentence: what a number is a part of, whom it is told of.
@Suite struct ProseMeaningTests {
    private func findings(_ office: Office, _ section: Int, _ sentence: String) -> [Finding] {
        let line = ProseSentencesTests.Line(
            office: office, section: section, expected: "", figures: [], sentence: sentence)
        return Validator(rules: RuleSelection(only: ["prose"])).validate(line.report).findings
    }

    @Test(arguments: [
        // As many came in as were new: all of their applicants are those of the new ones.
        (Office.k, 3, "applications/new/natural_person", "2024年收到依申请公开17件，均由自然人提出。"),
        // All that there were are those of last year too: none is left to be carried on.
        (.f, 3, "applications/total/total", "新收4件，上年结转1件，5件申请已全部办结。"),
        (.f, 3, "applications/carried_forward/total", "2022年新收申请4件，年底未结转下年度。"),
        // Some of the reasons stand for what they are reasons for.
        (.a, 3, "applications/rejected.petition/total", "属于信访举报、重复申请等情形的9件，均告知申请人不予处理。"),
        // The court's judgement says what comes next.
        (.h, 4, "disputes/litigation_direct/upheld", "被提起行政诉讼1件，法院判决驳回原告的诉讼请求，结果维持。"),
        // Both kinds of disputes together.
        (.e, 4, "disputes/reconsideration/corrected", "全年行政复议、行政诉讼案件中共有15件被纠正。"),
        // An office's shortcomings are those of its answers to applications.
        (.a, 5, "disputes/reconsideration/corrected", "答复说理不够充分，有2件被行政复议机关纠正。"),
        (.a, 4, "disputes/litigation_direct/total", "以我局为被告的行政诉讼共12件。"),
        (.a, 5, "applications/carried_forward/total", "个别申请办理周期较长，年末结转12件。"),
        (.c, 2, "disclosure/normative_documents/published", "制作规范性文件9件，公开6件。"),
        // 本年度收到 after another year's.
        (.a, 3, "applications/new/total", "2022年我局收到申请71件，本年度收到申请68件。"),
        // All of them, by some of their names.
        (.c, 2, "disclosure/licensing/decisions", "作出取水许可、河道建设方案审批等行政许可决定3546件。"),
        (.h, 2, "disclosure/fees/amount", "行政事业性收费方面，收取证照工本费、登记费等合计365.8万元。"),
        (.a, 3, "applications/new/total", "含上年结转在内共受理申请96件，办结84件。"),
        (.a, 4, "disputes/litigation_after_reconsideration/upheld", "复议后起诉4件，法院均判决维持，没有结果纠正的案件。"),
        // Words that nobody knows stand over all of them, and the others are the table's.
        (.e, 1, "disclosure/licensing/decisions", "全市归集行政许可决定128546件、行政处罚决定9873件、行政强制决定412件。"),
        // Bars and dots part the entries of a list.
        (.a, 3, "applications/carried_over/total", "新收：86件｜上年结转：9件｜办结：84件"),
        (.j, 3, "applications/partly_granted/total", "●予以公开：12件 ●部分公开：9件 ●不予公开：7件"),
        // A question holds what its answer counts.
        (.a, 1, "applications/new/total", "问：2023年收到多少件政府信息公开申请？答：68件。"),
        (.a, 1, "applications/new/total", "96件！这是2023年我局新收政府信息公开申请的总数。"),
        (.k, 2, "disclosure/penalty/decisions", "街道全年开出行政处罚决定书75份。"),
        // Why, and then what.
        (.g, 3, "applications/refused.third_party/total", "因涉及第三方商业秘密，对2件申请不予公开。"),
    ])
    func contradictions(office: Office, section: Int, cell: String, sentence: String) {
        let severe = findings(office, section, sentence).filter { $0.severity > .note }
        #expect(severe.contains { finding in finding.figures.contains { $0.description == cell } })
    }

    @Test(arguments: [
        (Office.k, 1, "2024年共收到17份政府信息公开申请，每一份都认真作了答复。"),
        (.a, 3, "新收：86件｜上年结转：7件｜办结：84件｜结转下年：9件"),
        (.j, 3, "●予以公开：12件 ●部分公开：6件 ●不予公开：7件 ●无法提供：7件"),
        // Which of those in force, whenever they were issued.
        (.d, 2, "现行有效行政规范性文件41件，其中以县政府名义制发的15件。"),
        // Some of the companies.
        (.h, 3, "大企业提交的政府信息公开申请1件。"),
        // What no form counts.
        (.e, 2, "全市清理规范性文件，废止行政规范性文件12件、修改7件。"),
        // Some of the penalties.
        (.a, 2, "对校外培训机构等行政处罚决定120件。"),
        // What was asked for, and what was paid.
        (.e, 6, "发出信息处理费收费通知6件，总金额2480元，实际收取2件，金额720元。"),
        // Somebody else's disputes.
        (.d, 4, "以乡镇政府为被申请人的信息公开行政复议案件9件。"),
        (.a, 4, "以县政府为被告的行政诉讼8件。"),
    ])
    func whatIsOfSomeOrOfOthersIsNoContradiction(office: Office, section: Int, sentence: String) {
        #expect(findings(office, section, sentence).allSatisfy { $0.severity == .note })
    }

    /// 办理 may count those carried over, and so may their applicants.
    @Test func applicantsOfAllThatWasDealtWithAreANote() {
        let found = findings(.a, 3, "全年办理政府信息公开申请93件，其中自然人申请76件。")
        #expect(found.map(\.severity) == [.note])
    }
}
