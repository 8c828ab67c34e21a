import ReportModel

/// What the text says about documents, decisions and purchases agrees with the disclosure table: 规章 and 行政规范性文件
/// issued, repealed and in force, decisions on 行政许可, 行政处罚 and 行政强制, 政府集中采购 of the form of 2019.
///
/// Items of information (公开行政处罚信息230条) are no decisions, and documents that were revised, filed or explained are
/// none that were issued. A number of one subject or occasion (围绕水利工程管理，制定4件) may be a part: above the table's it is a
/// finding, below it a note.
///
/// What settles it: the sentence is quoted and the cell named; the office knows which of them is wrong.
///
/// 中文：文字所述规章、行政规范性文件的制发、废止、现行有效件数，行政许可、行政处罚、行政强制的处理决定数，以及 2019 年表式的政府集中采购，应与主动公开情况表一致。
/// 公开信息的条数不是处理决定数，修订、备案、解读的文件不是制发的文件。限于某一事项或时机的数（围绕水利工程管理，制定4件）可能只是一部分：大于表中数才报告，
/// 小于表中数只作提示。处理办法：问题引用原句并指明所对的格，由报告单位确定哪一处有误。
struct ProseDisclosureRule: ReportRule {
    let id = "prose.disclosure"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "文字所述规章、规范性文件、许可处罚强制与采购同表格一致",
        english: "What the text says about documents, decisions and purchases agrees with the disclosure table")

    func findings(in examination: Examination) -> [Finding] { examination.claimFindings(of: id) }
}
