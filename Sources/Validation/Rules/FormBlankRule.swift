import ReportModel

/// Every cell of the form holds a number; where there is nothing to count it holds 0.
///
/// Cells that are blank or hold only `/`, `—` or `无` are listed once a table, as a note: most offices mean 0 by them,
/// and no sum contradicts that. Where the sums say that a blank cell is not 0, they are listed as a warning, each with
/// the value that the sums ask for. No blank is ever counted as a figure.
///
/// What settles it: ask the office, or its corrected report.
///
/// 中文：表中每一格都应填数，没有的填 0。空白或只有“/”“—”“无”的格每表汇总成一条提示，多数单位是指 0，合计也不与之矛盾；合计表明不应为 0 的，
/// 另列为警告并给出应有的数。空白从不当作数字。处理办法：向报告单位核实，或查其更正后的报告。
struct FormBlankRule: ReportRule {
    let id = "form.blank"
    let severity = Finding.Severity.warning
    let summary = LocalisedText(
        chinese: "表中空白或只有“/”“—”“无”的格", english: "Cells that are blank or hold only a mark")

    func findings(in examination: Examination) -> [Finding] {
        FormTable.allCases.flatMap { table -> [Finding] in
            let blanks = examination.report.figures.filter { figure in
                figure.id.table == table && (figure.content == .blank || figure.content == .mark)
            }
            let asked = blanks.compactMap { figure in
                examination.impliedBlanks[figure.id].flatMap { $0 == 0 ? nil : (figure.id, $0) }
            }
            var findings: [Finding] = []
            if !asked.isEmpty { findings.append(contradicted(asked, examination)) }
            let rest = blanks.filter { figure in !asked.contains { $0.0 == figure.id } }
            // A figure may stand where nobody is sure of having seen a blank: nothing that the office has left out.
            let (seen, unsure) = (rest.filter { $0.status != .suspect }, rest.filter { $0.status == .suspect })
            if !seen.isEmpty { findings.append(listed(seen.map(\.id), .source, examination)) }
            if !unsure.isEmpty { findings.append(listed(unsure.map(\.id), .open, examination)) }
            return findings
        }
    }

    private func contradicted(_ cells: [(FigureID, Int)], _ examination: Examination) -> Finding {
        let shown = cells.prefix(3)
        let more = cells.count - shown.count
        return Finding(
            rule: id, severity: .warning,
            verdict: cells.contains { examination.figure($0.0)?.method == .ocr } ? .open : .source,
            message: LocalisedText(
                chinese: "\(cells.count) 格空白，但按各项合计不应为 0："
                    + shown.map { "\(examination.wording($0.0).cell)应为 \($0.1)" }.joined(separator: "；")
                    + (more > 0 ? "；等。" : "。"),
                english: (cells.count == 1
                    ? "A cell is blank, but by the sums it is not 0: "
                    : "\(cells.count) cells are blank, but by the sums they are not 0: ")
                    + shown.map { "\(examination.wording($0.0).cell) should be \($0.1)" }.joined(separator: "; ")
                    + (more > 0 ? "; and others." : ".")),
            expected: cells.map { String($0.1) }.joined(separator: ";"), figures: cells.map(\.0),
            places: examination.places(of: cells.map(\.0)))
    }

    private func listed(_ ids: [FigureID], _ verdict: Finding.Verdict, _ examination: Examination) -> Finding {
        Finding(
            rule: id, severity: .note, verdict: verdict,
            message: LocalisedText(
                chinese: "\(ids.count) 格空白或只有“/”“—”“无”，应填 0。",
                english: ids.count == 1
                    ? "A cell is blank or holds only a mark; the form wants 0."
                    : "\(ids.count) cells are blank or hold only a mark; the form wants 0."),
            figures: ids, places: examination.places(of: ids))
    }
}
