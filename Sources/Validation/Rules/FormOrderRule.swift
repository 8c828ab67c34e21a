import ReportModel

/// Rows stand in the form's order.
///
/// A complete and unique label wins over its place, so a row that was moved is read by its label, and this note says
/// so: sums cannot tell rows that were swapped.
///
/// What settles it: look at the labels in the document.
///
/// 中文：各行应按表式的次序排列。完整且不重复的行名优先于位置，所以移动过的行按行名读取，并作此提示：行被调换时，合计看不出来。处理办法：看原文的行名。
struct FormOrderRule: ReportRule {
    let id = "form.order"
    let severity = Finding.Severity.note
    let summary = LocalisedText(
        chinese: "行的次序与表式不同，按行名读取", english: "Rows out of the form's order, read by their labels")

    /// Only who saw the page can tell.
    func findings(in examination: Examination) -> [Finding] {
        examination.readersFindings(of: id)
    }
}
