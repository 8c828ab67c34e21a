import ReportModel

/// What the text says about documents, decisions and purchases agrees with the disclosure table: 规章 and 行政规范性文件
/// issued, repealed and in force, decisions on 行政许可, 行政处罚 and 行政强制, 政府集中采购 of the form of 2019.
///
/// Items of information (公开行政处罚信息230条) are no decisions, and documents that were revised, filed or explained are
/// none that were issued.
///
/// What settles it: the sentence is quoted and the cell named; the office knows which of them is wrong.
struct ProseDisclosureRule: ReportRule {
    let id = "prose.disclosure"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "文字所述规章、规范性文件、许可处罚强制与采购同表格一致",
        english: "What the text says about documents, decisions and purchases agrees with the disclosure table")

    func findings(in examination: Examination) -> [Finding] { examination.claimFindings(of: id) }
}
