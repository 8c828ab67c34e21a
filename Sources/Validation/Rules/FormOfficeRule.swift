import ReportModel

/// The title is the report's own, and an office's name that was read off a picture is confirmed.
///
/// A page of the web names other reports beside its own, and texts taken out of it keep their titles. Where several titles
/// stand above the first section, the one that the text bears out (its office is named there, its year is the text's) is
/// taken; where the text does not tell, or is about another year, the title is given with this warning. What speaks
/// against it stands under `expected`: titles of others, the text's year.
///
/// A name that was read off a picture is good where both readings of the title have it, and the text below. No sum can
/// check a name, and a character that the engine does not know can be misread alike in all three places. Where the
/// readings differ, the name is given as the title seems to have it; what the text has in its place stands under `expected`.
///
/// Where no title has a year, the one that the text names as the period of its statistics is good, and so is the one
/// that it speaks of most where the signature is of the year after; any other is given with this warning.
///
/// Where nothing on the page names the office or the year, the title of the web page's window or of the file's properties
/// may; unless the text bears it out, it is given with this warning, for files are filled in over those of others. So is a
/// report whose office nothing names.
///
/// What settles it: look at the title in the document.
///
/// 中文：标题应是本报告自己的标题。网页上常列有其他报告的标题，正文印证其机关和年份的才予采用；正文不能区分，或者所述年份不同的，给出标题并作此提醒，`expected`
/// 列出其他标题或正文的年份。标题没有年份的，采用正文写明的统计期限，或者正文提到最多且与落款相符的年份，否则作此提醒。
/// 页面上没有机关或年份的，采用网页标题或文件属性中的名称；正文未予印证的作此提醒，因为文件常由别的文件改成。各处均未写明机关的，也作此提醒。
/// 由图像识别的机关名称应得到印证：标题的两次识别与正文一致。名称没有合计可以核对，识别引擎不认识的字还可能处处误认成同一个字；识别结果不一致时，按标题给出名称并作此提醒，正文中的写法列在 `expected`。处理办法：看原文标题。
struct FormOfficeRule: ReportRule {
    let id = "form.office"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "标题、年份或者机关名称未得到印证，或者没有机关名称",
        english: "A title, a year or a name that nothing bears out, or no name at all")

    /// Only who saw the page can tell.
    func findings(in examination: Examination) -> [Finding] {
        examination.readersFindings(of: id)
    }
}
