import ReportModel

/// What the text says about 行政复议 and 行政诉讼 agrees with their table: how many, with which results, directly or after
/// a reconsideration.
///
/// 行政诉讼 means both of its groups. Outside of the section on disputes, the sentence or its paragraph must speak of
/// 信息公开: an office has other disputes as well. 未发生…行政复议、行政诉讼 says 0 for all of them.
///
/// What settles it: the sentence is quoted and the cell named; the office knows which of them is wrong.
///
/// 中文：文字所述行政复议、行政诉讼的件数与结果应与复议诉讼表一致。“行政诉讼”指直接起诉与复议后起诉两组之和；在第四部分以外，句子或段落须讲到信息公开；
/// “未发生……行政复议、行政诉讼”即各组均为 0。处理办法：问题引用原句并指明所对的格，由报告单位确定哪一处有误。
struct ProseDisputesRule: ReportRule {
    let id = "prose.disputes"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "文字所述行政复议、行政诉讼的件数与结果同表格一致",
        english: "What the text says about reconsiderations and lawsuits agrees with their table")

    func findings(in examination: Examination) -> [Finding] { examination.claimFindings(of: id) }
}
