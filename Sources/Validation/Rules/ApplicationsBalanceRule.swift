import ReportModel

/// In every column of the applications table, 一 + 二 = （七）总计 + 四: what came in was either settled or carried on.
///
/// This is the one sum that the form prints, in the corner cell of the table: 第一项加第二项之和，等于第三项加第四项之和.
///
/// What settles it: look at the four cells in the document. The message names the cell that is wrong where the other
/// sums tell which one it is.
///
/// 中文：申请情况表每一列，第一项加第二项之和等于第三项加第四项之和，即新收加结转等于办结加结转下年。这是表上唯一印明的勾稽关系。处理办法：对照原文这四格；
/// 能推出是哪一格有误时，问题里会指明。
struct ApplicationsBalanceRule: ReportRule {
    let id = "applications.balance"
    let severity = Finding.Severity.error
    let summary = LocalisedText(
        chinese: "申请情况表每一列：第一项加第二项等于第三项加第四项",
        english: "Every column of the applications table: 一 + 二 = （七）总计 + 四")

    func findings(in examination: Examination) -> [Finding] {
        examination.findings(of: .applicationsBalance, rule: id) { equation, left, right in
            let column = examination.wording(equation.right[0]).column
            return LocalisedText(
                chinese: "「\(column)」一列：本年新收加上年结转为 \(left)，办理总计加结转下年度为 \(right)。",
                english: "Column 「\(column)」: new + carried over is \(left), handled + carried forward is \(right).")
        } part: {
            examination.wording($0.right[0]).column
        }
    }
}
