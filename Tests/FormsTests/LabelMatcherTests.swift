import Forms
import ReportModel
import Testing

@Suite struct LabelMatcherTests {
    private let applications = LabelMatcher.statutory(.applications, .form2021)
    private let disclosure = LabelMatcher.statutory(.disclosure, .form2021)
    private let disputes = LabelMatcher.statutory(.disputes, .form2021)

    @Test(arguments: FormTable.allCases, FormVersion.allCases)
    func everyOfficialLabelIsExact(table: FormTable, version: FormVersion) {
        let matcher = LabelMatcher.statutory(table, version)
        for row in FormDefinition.statutory(table, version).rows {
            #expect(matcher.match(row.label, as: [.row])?.target == .row(table, row.id))
            #expect(matcher.match(row.label, as: [.row])?.matchClass == .exact)
        }
        for column in FormDefinition.statutory(table, version).blocks.flatMap(\.columns) {
            #expect(matcher.match(column.label, as: [.column])?.target == .column(table, column.id))
        }
    }

    @Test(arguments: [
        ("(一) 予以公开", "granted"), ("1、属于国家秘密", "refused.state_secret"),
        ("①属于国家秘密", "refused.state_secret"), ("⒈属于国家秘密", "refused.state_secret"),
        ("1 .属于国家秘密", "refused.state_secret"), ("㈦总计", "total"),
        ("3.危及“三安全一稳定”", "refused.stability"), ("3.危及\"三安全\n一稳定\"", "refused.stability"),
        ("（二）部分公开", "partly_granted"), ("（二）部分公开(区分处理的, 只计这一情形，", "partly_granted"),
        ("[bookmark: _GoBack]（一）予以公开", "granted"),
        ("四、结转下年度继续办理（注：填报时请核对）", "carried_forward"),
        ("5.要求行政机关确认或重新出具已获取的信息", "rejected.reissue"), ("⼀、本年新收政府信息公开申请数量", "new"),
        ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 ", "other.no_correction"),
    ])
    func toleratesHowPeopleWrite(text: String, row: String) {
        let match = applications.match(text, as: [.row])
        #expect(match?.target == .row(.applications, row))
        #expect((match?.matchClass ?? .damaged) >= .complete)
    }

    @Test(arguments: [
        ("2.其他法律行政止公开", "refused.prohibited_by_law"), ("4.保护第三方合法权意", "refused.third_party"),
        ("7.属于行政法执案卷", "refused.enforcement_file"), ("1.信访举投诉类申", "rejected.petition"),
    ])
    func findsMisprints(text: String, row: String) {
        let match = applications.match(text, as: [.row])
        #expect(match?.target == .row(.applications, row))
    }

    @Test func misprintsSeenInPrint() {
        #expect(disclosure.match("本年度止件数", as: [.column])?.target == .column(.disclosure, "repealed"))
        #expect(disputes.match("行政法复议", as: [.row])?.target == .row(.disputes, "reconsideration"))
        #expect(disclosure.match("规范性文件", as: [.row])?.target == .row(.disclosure, "normative_documents"))
    }

    @Test func cutLabels() {
        let first = applications.matches("（四）无", as: [.group]).first
        #expect(first?.target == .group(.applications, "（四）无法提供"))
        #expect(first?.extent == .beginning)
        let second = applications.matches("法提供", as: [.group]).first
        #expect(second?.target == .group(.applications, "（四）无法提供"))
        #expect(second?.matchClass == .damaged)
        let joined = LabelText("（四）无").joined(with: LabelText("法提供"))
        #expect(applications.matches(joined, as: [.group]).first?.matchClass == .exact)
    }

    @Test func sameWordsInTwoPlaces() {
        #expect(applications.match("其他", as: [.column])?.matchClass == .exact)
        #expect(applications.match("其他", as: [.row])?.matchClass == .complete)
        #expect(applications.match("3.其他", as: [.row])?.matchClass == .exact)
        #expect(applications.matches("3.其他").first?.target == .row(.applications, "other.other"))
        #expect(applications.matches("其他").first?.target == .column(.applications, "other"))
        #expect(applications.matches("（七）总计").first?.target == .row(.applications, "total"))
        #expect(applications.matches("总计").first?.target == .column(.applications, "total"))
        let sole = LabelMatcher.statutory(.applications, .form2019).matches("（六）其他处理").first
        #expect(sole?.target == .row(.applications, "other"))
    }

    @Test(arguments: [
        "四、政府信息公开行政复议、行政诉讼情况", "三、收到和处理政府信息公开申请情况", "2023年，我局收到政府信息公开申请15件",
        "", "0", "（）", "-4-",
    ])
    func noLabel(text: String) {
        #expect(applications.match(text, as: [.row]) == nil)
    }

    @Test func aSlipThatFitsTwoLabelsEquallyIsNoMatch() {
        #expect(disclosure.match("行政处可", as: [.row]) == nil)
    }
}
