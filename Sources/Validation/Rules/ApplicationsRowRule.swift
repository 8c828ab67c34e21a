import ReportModel

/// In every row of the applications table, 自然人 and the five columns of 法人或其他组织 add up to 总计.
///
/// The form does not print this sum, but its layout implies it, and every upper-level office checks it. A row whose
/// 总计 is blank cannot be checked and is said to be so.
///
/// What settles it: look at the row in the document. The message names the cell that is wrong where the other sums
/// tell which one it is.
///
/// 中文：申请情况表每一行，自然人与法人或其他组织五列之和应等于总计。表上没有印出这条关系，但表的结构如此，上级机关也都核对。总计空白的行无法核对，
/// 会另作提示。处理办法：对照原文这一行；能由其他合计推出是哪一格有误时，问题里会指明。
struct ApplicationsRowRule: ReportRule {
    let id = "applications.row"
    let severity = Finding.Severity.error
    let summary = LocalisedText(
        chinese: "申请情况表每一行：自然人与法人或其他组织五列之和等于总计",
        english: "Every row of the applications table: 自然人 + five columns = 总计")

    func findings(in examination: Examination) -> [Finding] {
        examination.findings(of: .applicationsRow, rule: id) { equation, left, right in
            let row = examination.wording(equation.right[0]).row
            return LocalisedText(
                chinese: "「\(row)」一行：自然人等六列之和为 \(left)，总计印为 \(right)。",
                english: "Row 「\(row)」: the six columns add up to \(left), 总计 says \(right).")
        } part: {
            examination.wording($0.right[0]).row
        }
    }
}
