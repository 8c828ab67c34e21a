private import Messages
public import ReportModel

/// A report as a person would type it: headings and prose in reading order, tables as Markdown, nothing of running
/// heads and page numbers.
public enum ReportText {
    public static func text(_ report: Report) -> String {
        var blocks: [String] = []
        if !report.title.isEmpty { blocks.append("# " + report.title) }
        var tables = report.tables[...]
        func place(tablesBefore place: Place?) {
            guard let place else { return }
            while let table = tables.first, let start = table.places.first, start.isBefore(place) {
                blocks.append(markdown(table))
                tables.removeFirst()
            }
        }
        for section in report.sections {
            place(tablesBefore: section.headingPlaces.first)
            if !section.heading.isEmpty { blocks.append("## " + section.heading) }
            if report.tables.isEmpty, let table = section.statutoryTable { blocks.append(form(table, of: report)) }
            for paragraph in section.paragraphs {
                place(tablesBefore: paragraph.places.first)
                blocks.append(paragraph.text)
            }
        }
        blocks += tables.map(markdown)
        if report.tables.isEmpty {
            let shown = report.sections.compactMap(\.statutoryTable)
            blocks += FormTable.allCases.filter { !shown.contains($0) }.map { form($0, of: report) }
        }
        return blocks.map { $0 + "\n" }.joined(separator: "\n")
    }

    private static func markdown(_ table: Table) -> String {
        var text = TablesMarkdown.text([table])
        while text.last == "\n" { text.removeLast() }
        return text
    }

    /// The form's own table with the figures, where the document had none that could be found as a table (a dump).
    private static func form(_ table: FormTable, of report: Report) -> String {
        var values: [FigureID: String] = [:]
        for figure in report.figures { values[figure.id] = figure.amount?.description ?? figure.printed }
        let blocks = report.forms.definition(of: table).blocks
        var lines: [String] = []
        for (index, block) in blocks.enumerated() {
            if index == 0 || blocks[index - 1].columns != block.columns {
                if index > 0 { lines.append("") }
                lines.append(row([block.label] + block.columns.map(\.label)))
                lines.append("|" + String(repeating: " --- |", count: block.columns.count + 1))
            }
            for formRow in block.rows {
                lines.append(
                    row([formRow.label] + block.columns.map { values[FigureID(table, formRow.id, $0.id)] ?? "" }))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func row(_ cells: [String]) -> String {
        "|" + cells.map { " \($0) |" }.joined()
    }
}

extension Place {
    /// In reading order, from the top of the first page down.
    fileprivate func isBefore(_ other: Place) -> Bool {
        let (page, otherPage) = (page ?? 0, other.page ?? 0)
        return page != otherPage ? page < otherPage : box.y < other.box.y
    }
}

extension Section {
    /// The table that belongs under this heading.
    fileprivate var statutoryTable: FormTable? {
        if heading.contains("复议") || heading.contains("诉讼") { return .disputes }
        if heading.contains("申请情况") { return .applications }
        return heading.contains("主动公开") ? .disclosure : nil
    }
}
