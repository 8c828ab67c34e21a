import ReportModel

/// In each of the three groups of the disputes table, the four results add up to 总计.
///
/// The groups are 行政复议, 行政诉讼 未经复议直接起诉 and 行政诉讼 复议后起诉. One sum a group detects a mistake and cannot
/// tell which of the five cells it is in.
///
/// What settles it: look at the group's five cells in the document.
///
/// 中文：复议诉讼表的三组（行政复议、未经复议直接起诉、复议后起诉），四种结果之和各应等于总计。每组只有一个合计，能发现差错，但不能断定是五格中的哪一格。
/// 处理办法：对照原文这一组的五格。
struct DisputesGroupRule: ReportRule {
    let id = "disputes.group"
    let severity = Finding.Severity.error
    let summary = LocalisedText(
        chinese: "复议诉讼表三组：四种结果之和等于总计",
        english: "Each group of the disputes table: four results = 总计")

    func findings(in examination: Examination) -> [Finding] {
        examination.findings(of: .disputesGroup, rule: id) { equation, left, right in
            let row = examination.wording(equation.right[0]).row
            return LocalisedText(
                chinese: "「\(row)」：四种结果之和为 \(left)，总计印为 \(right)。",
                english: "「\(row)」: the four results add up to \(left), 总计 says \(right).")
        } part: {
            examination.wording($0.right[0]).row
        }
    }
}
