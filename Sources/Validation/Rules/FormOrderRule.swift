import ReportModel

/// Rows stand in the form's order.
///
/// A complete and unique label wins over its place, so a row that was moved is read by its label, and this note says
/// so: sums cannot tell rows that were swapped.
///
/// What settles it: look at the labels in the document.
struct FormOrderRule: ReportRule {
    let id = "form.order"
    let severity = Finding.Severity.note
    let summary = LocalisedText(
        chinese: "行的次序与表式不同，按行名读取", english: "Rows out of the form's order, read by their labels")

    /// Only who saw the page can tell.
    func findings(in examination: Examination) -> [Finding] {
        examination.report.findings.filter { $0.rule == id }
    }
}
