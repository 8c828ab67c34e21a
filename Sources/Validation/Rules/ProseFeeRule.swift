import ReportModel

/// What the text says about money agrees with the tables and with itself: 行政事业性收费 with its cell (万元 in the table,
/// often 元 in the text), and every mention of 信息处理费, which stands in no cell, with the others.
///
/// An amount that is rounded in the text (12.5万元 for 124,983元) agrees.
///
/// What settles it: the sentence is quoted; the office knows what it collected.
///
/// 中文：文字所述行政事业性收费应与表格一致（表中以万元计，文字常以元计）；信息处理费不在表中，前后各处说法应一致。文字中取整的金额（124,983 元写作 12.5 万元）
/// 视为一致。处理办法：问题引用原句，由报告单位说明实际收取多少。
struct ProseFeeRule: ReportRule {
    let id = "prose.fee"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "文字所述行政事业性收费同表格一致，信息处理费前后一致",
        english: "Charges in the text agree with their cell, and 信息处理费 with itself")

    func findings(in examination: Examination) -> [Finding] {
        examination.claimFindings(of: id)
            + examination.claims.feeContradictions.map { first, second in
                Finding(
                    rule: id, severity: .warning, verdict: examination.wasSeen ? .open : .source,
                    message: LocalisedText(
                        chinese: "信息处理费前后不一：“\(first.sentence)”与“\(second.sentence)”。请核对。",
                        english:
                            "信息处理费 is told in two ways: “\(first.sentence)” and “\(second.sentence)”. Ask the office."),
                    expected: first.number.value.description, found: second.number.value.description,
                    quote: second.sentence, places: second.places)
            }
    }
}
