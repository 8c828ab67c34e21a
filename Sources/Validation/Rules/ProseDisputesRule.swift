import ReportModel

/// What the text says about 行政复议 and 行政诉讼 agrees with their table: how many, with which results, directly or after
/// a reconsideration.
///
/// 行政诉讼 means both of its groups. Outside of the section on disputes, the sentence or its paragraph must speak of
/// 信息公开: an office has other disputes as well. 未发生…行政复议、行政诉讼 says 0 for all of them.
///
/// What settles it: the sentence is quoted and the cell named; the office knows which of them is wrong.
struct ProseDisputesRule: ReportRule {
    let id = "prose.disputes"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "文字所述行政复议、行政诉讼的件数与结果同表格一致",
        english: "What the text says about reconsiderations and lawsuits agrees with their table")

    func findings(in examination: Examination) -> [Finding] { examination.claimFindings(of: id) }
}
