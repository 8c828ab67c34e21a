import ReportModel

/// What the form counts is a whole number and not below 0; only 本年增/减 of the form of 2019 has a sign, and only money
/// has decimals.
///
/// Something in a cell that is no number at all is reported too.
///
/// What settles it: look at the cell. A count with a point in it is often two numbers, or a thousands separator.
///
/// 中文：表中的数应为非负整数；只有 2019 年表式的“本年增/减”可带正负号，只有金额可带小数。格中根本不是数字的也会报告。处理办法：看原文这一格；
/// 带小数点的件数往往是两个数连在一起，或是千位分隔符。
struct FormCountRule: ReportRule {
    let id = "form.count"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "应为非负整数的格中出现负数、小数或不是数字的内容",
        english: "Values that are no counts: negative, with decimals, or no number at all")

    func findings(in examination: Examination) -> [Finding] {
        examination.report.figures.compactMap { figure in
            guard let column = examination.column(of: figure.id) else { return nil }
            let problem: LocalisedText
            switch figure.content {
            case .unreadable:
                guard !figure.printed.isEmpty else { return nil }
                problem = LocalisedText(chinese: "不是数字", english: "is no number")
            case .amount(let amount) where figure.status != .derived:
                if amount.isNegative && column.content != .change {
                    problem = LocalisedText(chinese: "是负数", english: "is negative")
                } else if amount.count == nil && column.content != .money {
                    problem = LocalisedText(chinese: "不是整数", english: "is no whole number")
                } else {
                    return nil
                }
            default: return nil
            }
            let printed = figure.printed.isEmpty ? figure.amount?.description ?? "" : figure.printed.onOneLine
            let cell = examination.wording(figure.id).cell
            return Finding(
                rule: id, severity: .warning,
                verdict: figure.method == .ocr || figure.content == .unreadable ? .open : .source,
                message: LocalisedText(
                    chinese: "\(cell)“\(printed)”\(problem.chinese)。请对照原文。",
                    english: "\(cell) “\(printed)” \(problem.english). Compare it with the document."),
                found: printed, figures: [figure.id], places: Array(figure.places.prefix(1)))
        }
    }
}
