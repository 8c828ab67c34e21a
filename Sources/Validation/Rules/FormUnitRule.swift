import ReportModel

/// A cell of the form holds a bare number: units stand in the head of its column, remarks belong into the text.
///
/// A unit that is not the column's is a warning, because the value is given as printed and not converted: `251000元`
/// below 本年收费金额（单位：万元） is 25.1. A unit that agrees and any other remark (`22（其中修订16件）`) are notes. 采购总金额
/// of the form of 2019 names no unit, so one in the cell is welcome.
///
/// What settles it: look at the cell, and divide by the unit that is printed.
///
/// 中文：格中应只有数字，单位在表头，说明应写在正文。单位与表头不同的为警告，因为数值按原样给出、不作换算（“本年收费金额（单位：万元）”下的“251000元”是 25.1 万元）；
/// 单位相同或其他附注（“22（其中修订16件）”）为提示。2019 年表式的采购总金额未规定单位，写明单位更好。处理办法：看原文这一格，按所印单位换算。
struct FormUnitRule: ReportRule {
    let id = "form.unit"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "数字旁有单位或说明，或单位与表头不同",
        english: "A unit or a remark beside the number, or a unit that is not the column's")

    func findings(in examination: Examination) -> [Finding] {
        examination.report.figures.compactMap { figure in
            guard figure.amount != nil, let column = examination.column(of: figure.id) else { return nil }
            let text = figure.printed.onOneLine
            guard text.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) else { return nil }
            let unit = Self.moneyUnit(in: text)
            let wanted = column.content == .money && column.label.contains("万元") ? "万元" : nil
            let isAtOdds = unit.map { column.content != .money || (wanted ?? $0) != $0 } ?? false
            let cell = examination.wording(figure.id).cell
            return Finding(
                rule: id, severity: isAtOdds ? .warning : .note, verdict: figure.method == .ocr ? .open : .source,
                message: isAtOdds
                    ? LocalisedText(
                        chinese: "\(cell)印为“\(text)”，单位与表头“\(column.label)”不同；数值未作换算。",
                        english: "\(cell) is printed “\(text)”, with another unit than its column \(column.label); "
                            + "the value was not converted.")
                    : LocalisedText(
                        chinese: "\(cell)印为“\(text)”，数字之外另有单位或说明。",
                        english: "\(cell) is printed “\(text)”, with a unit or a remark beside the number."),
                expected: wanted ?? "", found: text, figures: [figure.id], places: Array(figure.places.prefix(1)))
        }
    }

    private static func moneyUnit(in text: String) -> String? {
        for unit in ["亿元", "万元", "千元", "元"] where text.contains(unit) { return unit }
        return nil
    }
}
