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
struct ProseApplicationsRule: ReportRule {
    let id = "prose.applications"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "文字所述申请的收到、结转、办结与各项结果同表格一致",
        english: "What the text says about applications agrees with their table")

    func findings(in examination: Examination) -> [Finding] { examination.claimFindings(of: id) }
}
