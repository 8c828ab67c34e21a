import ReportModel

/// An office's name that was read off a picture is confirmed: both readings of the title have it, and the text below.
///
/// No sum can check a name, and a character that the engine does not know can be misread alike in all three places. Where
/// the readings differ, the name is given as the title seems to have it, with this warning; what the text has in its place
/// stands under `expected`.
///
/// What settles it: look at the title in the document.
///
/// 中文：由图像识别的机关名称应得到印证：标题的两次识别与正文一致。名称没有合计可以核对，识别引擎不认识的字还可能处处误认成同一个字；识别结果不一致时，
/// 按标题给出名称并作此提醒，正文中的写法列在 `expected`。处理办法：看原文标题。
struct FormOfficeRule: ReportRule {
    let id = "form.office"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "机关名称由图像识别，未得到印证", english: "The office's name read off a picture and not confirmed")

    /// Only who saw the page can tell.
    func findings(in examination: Examination) -> [Finding] {
        examination.readersFindings(of: id)
    }
}
