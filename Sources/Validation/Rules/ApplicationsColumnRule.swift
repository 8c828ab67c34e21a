import ReportModel

/// In every column of the applications table, the rows of （一） to （六） add up to （七）总计.
///
/// The form of 2021 has 21 such rows, that of 2019 has 19, because its （六）其他处理 is one row.
///
/// What settles it: look at the column in the document. The message names the cell that is wrong where the other sums
/// tell which one it is.
///
/// 中文：申请情况表每一列，（一）至（六）各行之和应等于（七）总计。2021 年表式有 21 行明细，2019 年表式的（六）其他处理只有一行，共 19 行。
/// 处理办法：对照原文这一列；能推出是哪一格有误时，问题里会指明。
struct ApplicationsColumnRule: ReportRule {
    let id = "applications.column"
    let severity = Finding.Severity.error
    let summary = LocalisedText(
        chinese: "申请情况表每一列：（一）至（六）各行之和等于（七）总计",
        english: "Every column of the applications table: rows （一） to （六） = （七）总计")

    func findings(in examination: Examination) -> [Finding] {
        examination.findings(of: .applicationsColumn, rule: id) { equation, left, right in
            let column = examination.wording(equation.right[0]).column
            return LocalisedText(
                chinese: "「\(column)」一列：（一）至（六）各行之和为 \(left)，（七）总计印为 \(right)。",
                english: "Column 「\(column)」: rows （一） to （六） add up to \(left), （七）总计 says \(right).")
        } part: {
            examination.wording($0.right[0]).column
        }
    }
}
