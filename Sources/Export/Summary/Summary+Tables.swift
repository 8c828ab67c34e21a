private import Messages
import ReportModel
import TerminalText

extension Summary {
    /// One of the form's tables as a grid.
    func table(_ table: FormTable, of report: Report) -> String {
        let definition = report.forms.definition(of: table)
        var figures: [FigureID: Figure] = [:]
        for figure in report.figures where figure.id.table == table { figures[figure.id] = figure }
        let grid =
            switch table {
            case .disclosure: disclosure(definition, figures)
            case .applications, .disputes: rows(of: definition, figures)
            }
        return paint(table.name[language], .bold) + "\n" + grid.text(paint)
    }

    /// What a figure is called: table, row, column.
    func label(of id: FigureID, in report: Report) -> String {
        for block in report.forms.definition(of: id.table).blocks {
            guard let row = block.rows.first(where: { $0.id == id.row }),
                let column = block.columns.first(where: { $0.id == id.column })
            else { continue }
            let groups = id.table == .disputes ? row.groups : []
            return (groups + [row.label, column.label]).joined(separator: " · ")
        }
        return id.description
    }

    // MARK: grids

    /// Blocks below each other, each with columns of its own. Six narrow columns let blocks of one, two and three
    /// columns share the width.
    private func disclosure(_ definition: FormDefinition, _ figures: [FigureID: Figure]) -> Grid {
        let parts = 6
        let labels = definition.rows.map(\.label) + ["信息内容"]
        let labelWidth = labels.map(\.displayWidth).max() ?? 8
        let columnWidth =
            definition.blocks.flatMap { block in
                block.columns.map { ($0.label.displayWidth + 3) * block.columns.count / parts }
            }.max() ?? 4
        let room = (width - labelWidth - 4) / parts - 3
        var grid = Grid(widths: [labelWidth] + Array(repeating: min(max(columnWidth, 4), max(room, 3)), count: parts))
        for block in definition.blocks {
            let span = parts / max(1, block.columns.count)
            let head = block.columns.map { Grid.Cell($0.label, span: span, .centre) }
            grid.rows.append(Grid.Row([Grid.Cell(block.label, span: parts + 1, .centre)], hasRuleBelow: true))
            grid.rows.append(Grid.Row([Grid.Cell("信息内容", .centre)] + head, hasRuleBelow: true))
            for (index, row) in block.rows.enumerated() {
                let cells = block.columns.map { cell(figures[FigureID(definition.table, row.id, $0.id)], span: span) }
                grid.rows.append(Grid.Row([Grid.Cell(row.label)] + cells, hasRuleBelow: index == block.rows.count - 1))
            }
        }
        return grid
    }

    /// One line a row, under one head; what rows have in common stands on a line before them.
    private func rows(of definition: FormDefinition, _ figures: [FigureID: Figure]) -> Grid {
        guard let columns = definition.blocks.first?.columns else { return Grid(widths: []) }
        let values = columns.map { column in
            definition.rows.map {
                cell(figures[FigureID(definition.table, $0.id, column.id)], span: 1).text.displayWidth
            }
            .max() ?? 0
        }
        let numberWidth = max(4, values.max() ?? 4)
        let longest = definition.rows.map { $0.label.displayWidth + 2 * $0.groups.count }.max() ?? 0
        let room = width - 4 - columns.count * (numberWidth + 3)
        var grid = Grid(widths: [min(longest, max(room, 12))] + columns.map { _ in numberWidth })
        grid.rows.append(
            Grid.Row([Grid.Cell("")] + columns.map { Grid.Cell(broken($0.label), .centre) }, hasRuleBelow: true))
        var groups: [String] = []
        for row in definition.rows {
            // The parts of the table are told apart by lines.
            if row.groups.first != groups.first || row.groups.isEmpty {
                grid.rows[grid.rows.count - 1].hasRuleBelow = true
            }
            for (depth, group) in row.groups.enumerated() where depth >= groups.count || groups[depth] != group {
                grid.rows.append(
                    Grid.Row([Grid.Cell(group, indent: 2 * depth)] + columns.map { _ in Grid.Cell("") }))
            }
            groups = row.groups
            let cells = columns.map { cell(figures[FigureID(definition.table, row.id, $0.id)], span: 1) }
            grid.rows.append(Grid.Row([Grid.Cell(row.label, indent: 2 * row.groups.count)] + cells))
        }
        return grid
    }

    /// The form's column labels are made of words of two characters: 社会, 公益, 组织.
    private func broken(_ label: String) -> String {
        var text = ""
        for (index, character) in label.enumerated() {
            if index > 0, index % 2 == 0 { text += "\n" }
            text.append(character)
        }
        return text
    }

    /// A value with the mark of its status; a zero stands back.
    private func cell(_ figure: Figure?, span: Int) -> Grid.Cell {
        guard let figure else { return Grid.Cell("", span: span, .right) }
        let mark = figure.status.mark ?? ""
        let text =
            switch figure.content {
            case .amount(let amount): amount.description + mark
            case .mark: figure.printed.printable.cut(to: 4)
            case .blank, .unreadable, .absent: mark
            }
        let styles: [Paint.Style] =
            switch figure.status {
            case .ok, .empty: figure.amount == 0 ? [.dim] : []
            case .derived: [.cyan]
            case .suspect: [.yellow, .bold]
            case .missing: [.red, .bold]
            case .corrected: [.green]
            }
        return Grid.Cell(text, span: span, .right, styles: styles)
    }
}

extension FigureStatus {
    /// What stands behind a value that is not simply sound, so that it shows without colours too.
    var mark: String? {
        switch self {
        case .ok, .empty: nil
        case .derived: "~"
        case .suspect: "?"
        case .missing: "!"
        case .corrected: "*"
        }
    }
}
