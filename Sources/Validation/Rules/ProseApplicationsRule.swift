import ReportModel

/// What the text says about applications agrees with their table: new, carried over, handled, carried forward, each
/// result, and who applied.
///
/// A sentence is compared only where it says plainly which figure it means. 收到 may mean the new ones, or those and the
/// ones carried over: either will do, and 含上年结转 means both. Results that are told apart by where the applications
/// came from (新收15件，其中…；上年结转9件，其中…) are added up first. What 全区 or 各单位 received, other years, differences
/// (同比增加), channels (网上提交) and subjects are no claims about the table. What is ambiguous is a note.
///
/// What settles it: the sentence is quoted and the cell named; the office knows which of them is wrong.
///
/// 中文：文字所述申请的新收、结转、办结、结转下年、各项结果、申请人类别应与申请情况表一致。只在句子明确所指时才比较：“收到”可指新收，也可指新收加上年结转，
/// “含上年结转”则指两者之和；分别说明新收与结转件结果的，先相加再比较。全区、各单位、其他年度、同比增减、渠道和主题的数不作比较。含义不明的为提示。
/// 处理办法：问题引用原句并指明所对的格，由报告单位确定哪一处有误。
struct ProseApplicationsRule: ReportRule {
    let id = "prose.applications"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "文字所述申请的收到、结转、办结与各项结果同表格一致",
        english: "What the text says about applications agrees with their table")

    func findings(in examination: Examination) -> [Finding] { examination.claimFindings(of: id) }
}
