import ReportModel

/// Every row of the form is there, and no other.
///
/// Readers report rows that they did not find and rows that the form does not have; for figures from elsewhere, where
/// nobody read a page, a row without any figure is reported, or once the whole table.
///
/// What settles it: look at the table in the document, over page breaks too.
///
/// 中文：表式中的每一行都应有，且不应有别的行。读取文档时没有找到的行、表式中没有的行会报告；数据来自别处时，整行或整表没有数据的也会报告。处理办法：
/// 看原文的表，注意跨页处。
struct FormRowRule: ReportRule {
    let id = "form.row"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(chinese: "表中缺行或多出行", english: "Rows missing or added")

    func findings(in examination: Examination) -> [Finding] {
        let read = examination.readersFindings(of: id)
        let known = Set(read.flatMap(\.figures))
        var findings = read
        for table in FormTable.allCases {
            let definition = examination.report.forms.definition(of: table)
            let missing = definition.rows.filter { row in
                definition.figures.filter { $0.row == row.id }.allSatisfy { id in
                    !known.contains(id) && examination.figure(id)?.content ?? .absent == .absent
                }
            }
            if missing.count == definition.rows.count {
                findings.append(lost(definition.rows, definition, isTable: true))
            } else if missing.count > Self.singleLimit {
                findings.append(many(missing, definition))
            } else {
                findings += missing.map { lost([$0], definition, isTable: false) }
            }
        }
        return findings
    }

    /// More rows than these are told in one finding.
    private static let singleLimit = 6

    private func many(_ rows: [FormRow], _ definition: FormDefinition) -> Finding {
        let ids = Set(rows.map(\.id))
        let names = rows.prefix(3).map { "“\($0.label)”" }.joined(separator: "、")
        return Finding(
            rule: id, severity: .warning, verdict: .open,
            message: LocalisedText(
                chinese: "“\(definition.table.title)”表中没有 \(rows.count) 行的数据：\(names)等",
                english: "no figure of \(rows.count) rows of the table “\(definition.table.title)”: \(names) and others"
            ),
            figures: definition.figures.filter { ids.contains($0.row) })
    }

    private func lost(_ rows: [FormRow], _ definition: FormDefinition, isTable: Bool) -> Finding {
        let ids = Set(rows.map(\.id))
        let name = rows.first?.label ?? ""
        return Finding(
            rule: id, severity: .warning, verdict: .open,
            message: isTable
                ? LocalisedText(
                    chinese: "没有“\(definition.table.title)”表的数据",
                    english: "no figure of the table “\(definition.table.title)”")
                : LocalisedText(chinese: "表中没有“\(name)”这一行的数据", english: "no figure of the row “\(name)”"),
            expected: isTable ? definition.table.title : name,
            figures: definition.figures.filter { ids.contains($0.row) })
    }
}

extension FormTable {
    /// The official title of its section.
    var title: String {
        switch self {
        case .disclosure: "主动公开政府信息情况"
        case .applications: "收到和处理政府信息公开申请情况"
        case .disputes: "政府信息公开行政复议、行政诉讼情况"
        }
    }
}
