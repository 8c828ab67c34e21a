import ReportModel

/// Labels are printed as the form has them.
///
/// A misprint that leaves no doubt which row or column is meant (2.其他法律行政法规止公开) is a note. A label that is damaged
/// or repeated, so that only its place tells which one it is, is a warning, and its figures are in doubt.
///
/// What settles it: look at the label and at its neighbours in the document.
///
/// 中文：行名、列名应与表式一致。印错但不影响辨认的（如“2.其他法律行政法规止公开”）为提示；残缺或重复、只能按位置辨认的为警告，相应数据存疑。处理办法：
/// 看原文的行名、列名及其上下左右。
struct FormLabelRule: ReportRule {
    let id = "form.label"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(chinese: "行名、列名与表式不同或残缺", english: "Labels misprinted or damaged")

    /// Only who saw the page can tell.
    func findings(in examination: Examination) -> [Finding] {
        examination.readersFindings(of: id)
    }
}
