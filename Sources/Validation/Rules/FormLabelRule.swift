import ReportModel

/// Labels are printed as the form has them.
///
/// A misprint that leaves no doubt which row or column is meant (2.其他法律行政法规止公开) is a note. A label that is damaged
/// or repeated, so that only its place tells which one it is, is a warning, and its figures are in doubt.
///
/// What settles it: look at the label and at its neighbours in the document.
struct FormLabelRule: ReportRule {
    let id = "form.label"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(chinese: "行名、列名与表式不同或残缺", english: "Labels misprinted or damaged")

    /// Only who saw the page can tell.
    func findings(in examination: Examination) -> [Finding] {
        examination.report.findings.filter { $0.rule == id }
    }
}
