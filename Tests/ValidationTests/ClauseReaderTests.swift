import ReportModel
import Testing

@testable import Validation

/// Sentences read clause by clause: which figures their numbers tell, and which numbers tell none.
@Suite struct ClauseReaderTests {
    /// Figure and number of every claim that agrees with or contradicts the tables of an office.
    private func told(
        _ office: Office, _ section: Int, _ sentence: String, _ answer: ClaimCheck.Outcome.Answer? = nil
    ) -> Set<String> {
        var report = office.report
        report.sections = [
            Section(
                heading: FormRulesTests.headings[section - 1],
                paragraphs: [Paragraph(text: sentence, places: [.text(line: 1, column: 1)])])
        ]
        return Set(
            Examination(report).claims.outcomes.filter { $0.answer == answer ?? $0.answer && $0.answer != .unclear }
                .map { "\($0.cells.map(\.description).joined(separator: "+")) \($0.found)" })
    }

    /// This year's number, whatever it is compared with.
    @Test(
        arguments: [
            (
                Office.h, 4, "行政诉讼由去年的1件升至今年的3件。",
                ["disputes/litigation_direct/total+disputes/litigation_after_reconsideration/total 3"]
            ),
            (.a, 4, "行政复议被纠正数由2022年的3件降为0件。", ["disputes/reconsideration/corrected 0"]),
            (.e, 2, "年初现行有效行政规范性文件265件，年末现行有效309件。", ["disclosure/normative_documents/in_force 309"]),
            (
                .c, 2, "行政许可上一年项目数量102项，本年增/减-8项。",
                ["disclosure/licensing/previous_items 102", "disclosure/licensing/change -8"]
            ),
            (.a, 3, "规范性文件较上年少制发33件。", []),
        ] as [(Office, Int, String, [String])])
    func yearsBesideEachOther(office: Office, section: Int, sentence: String, expected: [String]) {
        #expect(told(office, section, sentence) == Set(expected))
    }

    /// What stands before the first number of a list, or behind the last, is said of all.
    @Test(arguments: [
        (
            "尚未审结的行政复议5件、复议后起诉3件。",
            ["disputes/reconsideration/pending 5", "disputes/litigation_after_reconsideration/pending 3"]
        ),
        (
            "被判决纠正的案件2件，其中未经复议直接起诉1件、复议后起诉1件。",
            ["disputes/litigation_direct/corrected 1", "disputes/litigation_after_reconsideration/corrected 1"]
        ),
        (
            "被行政复议机关纠正9件、被人民法院判决纠正3件。",
            [
                "disputes/reconsideration/corrected 9",
                "disputes/litigation_direct/corrected+disputes/litigation_after_reconsideration/corrected 3",
            ]
        ),
        (
            "法院判决纠正的案件，直接起诉的0件，复议后起诉的1件。",
            ["disputes/litigation_direct/corrected 0", "disputes/litigation_after_reconsideration/corrected 1"]
        ),
        ("行政复议案件均已审结。", ["disputes/reconsideration/pending 0"]),
        ("未经复议直接起诉的6件案件中，无结果纠正案件。", ["disputes/litigation_direct/total 6", "disputes/litigation_direct/corrected 0"]),
    ])
    func wordsOfSeveralNumbers(sentence: String, expected: [String]) {
        #expect(told(.a, 4, sentence).isSuperset(of: expected))
    }

    /// Sums, reasons in the clause before, and what is said of all of the number before.
    @Test(arguments: [
        ("上年结转申请7件，与本年新收申请合计95件。", ["applications/new/total+applications/carried_over/total 95"]),
        ("因公开可能损害第三方合法权益，不予公开5件。", ["applications/refused.third_party/total 5"]),
        ("有5件因收件时间临近年底，结转至次年。", ["applications/carried_forward/total 5"]),
        ("商业企业和法律服务机构共提出申请16件。", ["applications/new/enterprise+applications/new/legal_service 16"]),
        ("新收的86件申请中，自然人申请75件。", ["applications/new/total 86", "applications/new/natural_person 75"]),
        ("自然人申请中，予以公开的22件。", ["applications/granted/natural_person 22"]),
    ])
    func applications(sentence: String, expected: [String]) {
        #expect(told(.a, 3, sentence).isSuperset(of: expected))
    }

    /// Words that nobody knows silence nothing where they tell how, by whom, or what others did before.
    @Test(arguments: [
        (1, "窗口同志耐心接待、随到随办，全年收到政府信息公开申请96件，大多想了解安置房分配。", ["applications/new/total 96"]),
        (1, "县融媒体中心录制访谈5期，全年收到政府信息公开申请96件。", ["applications/new/total 96"]),
        (2, "用地预审、选址意见等都算在内，全年作出行政许可决定1502件，办事群众扫码可查。", ["disclosure/licensing/decisions 1502"]),
        (3, "另有14件，申请人逾期不补正，不再处理。", ["applications/other.no_correction/total 14"]),
        (
            3, "新收、上年结转、办结、结转下年度的申请分别为86件、7件、84件、19件。",
            ["applications/new/total 86", "applications/total/total 84", "applications/carried_forward/total 19"]
        ),
        (
            2, "行政规范性文件制发、废止、现行有效件数分别为6、2、31件。",
            ["disclosure/normative_documents/repealed 2", "disclosure/normative_documents/in_force 31"]
        ),
        // Nothing but applications is refused, wherever it is told.
        (1, "因涉及第三方商业秘密，不予公开5件。", ["applications/refused.third_party/total 5"]),
        (1, "以属于内部事务信息为由不予公开的7件。", ["applications/refused.internal/total 7"]),
    ])
    func ordinaryWords(section: Int, sentence: String, expected: [String]) {
        #expect(told(.a, section, sentence).isSuperset(of: expected))
    }

    /// The same words make another thing of what is counted where they stand at once before it.
    @Test(arguments: [
        (3, "收到建设用地规划调整申请52件。"), (4, "房屋征收类行政复议31件、行政诉讼26件。"), (2, "全年办理林木采伐许可1597件。"),
        (2, "测绘成果管理方面的行政规范性文件，现行有效3件。"), (3, "邻近的云河镇，今年收到申请29件。"), (3, "全年办结来访接待事项36件。"),
        (3, "25件申请要求获取勘测图纸。"), (4, "诉讼案件22件为劳务合同纠纷。"), (2, "按简易程序作出行政处罚决定213件。"),
        (3, "申请量由27件上升63件。"), (3, "其他处理三项依次为逾期不补正2件、逾期不缴费1件、其他2件。"),
    ])
    func wordsBeforeWhatIsCounted(section: Int, sentence: String) {
        #expect(told(.a, section, sentence, .differs) == [])
    }

    /// Whoever was named last is the subject of every number behind, with a noun or without.
    @Test(arguments: [
        (2, "邻近的云河县林业局规范性文件现行有效17件，废止3件，全年新制定5件。"), (3, "云河县林业局上年结转申请2件，今年新收18件。"),
        (2, "云河镇行政处罚为28件，柳河镇为41件。"), (3, "上级税务机关全年收到申请36件，其中转来4件。"),
        (3, "县区政府及其部门办理申请832件。"), (6, "全年办理信访事项97件，其中转为依申请公开指引的不计入统计。"),
    ])
    func numbersOfOtherBodies(section: Int, sentence: String) {
        #expect(told(.a, section, sentence) == [])
        #expect(told(.d, section, sentence, .differs) == [])
    }

    /// Known words that speak of something else.
    @Test(arguments: [
        (3, "收到涉税信息查询申请52件。"), (3, "通过政府网站提交61件，当面提交5件。"), (3, "同意延期的5件，第三方不同意公开的2件。"),
        (3, "收到居民和企业提交的补贴申请12件。"), (4, "公安行政复议案件26件，均与政府信息公开无关。"), (4, "行政诉讼纠错率4.3%。"),
        (3, "申请人撤回申请4件，未计入办理结果。"),
        (4, "作为被申请人的行政复议案件6件，涉及招生、职称、信息公开等方面。"), (3, "申请办理用时分别为7个和9个工作日。"),
    ])
    func otherThings(section: Int, sentence: String) {
        #expect(told(.a, section, sentence) == [])
    }
}
