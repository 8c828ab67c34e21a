import ReportModel

/// The heading of a section that a page's end parts from the table's other sections. By itself it looks like any line
/// above or below a table; the headings between the table's rows tell what it is.
enum PartedHeading {
    /// Takes the line that ends a page, below a table, for that table's last row, where it or the next page's table has
    /// headings like it.
    static func take(from body: inout ArraySlice<PageLayout.Block>, before next: PageLayout.Block?, em: Double) {
        guard case .line(let line)? = body.last, case .table(var table)? = body.dropLast().last,
            table.columns != nil, line.place.box.y > table.box.maxY, line.place.box.y - table.box.maxY < 3 * em
        else { return }
        var tables = [table.table]
        if case .table(let lower)? = next, lower.columns != nil { tables.append(lower.table) }
        guard tables.contains(where: { isHeading(line, of: $0, em) }) else { return }
        let row = table.table.rowCount
        table.table.rowCount += 1
        table.table.cells.append(cell(line, row: row, of: table.table, isHeader: false))
        table.box = table.box.union(line.place.box)
        body.removeLast(2)
        body.append(.table(table))
    }

    /// The table with a line that stands over it as its first row; nil where that is none.
    static func table(_ table: Table, below line: TextLine, em: Double) -> Table? {
        guard table.construction != .ruled, let first = table.places.first, isHeading(line, of: table, em) else {
            return nil
        }
        let isNear =
            first.page == line.place.page
            ? line.place.box.maxY < first.box.y + em && first.box.y - line.place.box.maxY < 3 * em
            : line.place.page.map { $0 + 1 } == first.page
        guard isNear else { return nil }
        var whole = table
        for index in whole.cells.indices { whole.cells[index].row += 1 }
        whole.rowCount += 1
        whole.cells.insert(cell(line, row: 0, of: table, isHeader: table.cells.contains(where: \.isHeader)), at: 0)
        if first.page == line.place.page {
            whole.places[0].box = first.box.union(line.place.box)
        } else {
            whole.places.insert(line.place, at: 0)
        }
        return whole
    }

    private static func cell(_ line: TextLine, row: Int, of table: Table, isHeader: Bool) -> Cell {
        let part = CellPart(outline: line.place, ink: line.place.box, text: line.text)
        return Cell(
            row: row, column: 0, columnSpan: table.columnCount, text: line.text, parts: [part], isHeader: isHeader)
    }

    /// Is a line set as the texts over all columns are that stand between a table's rows: on their middle, as high?
    private static func isHeading(_ line: TextLine, of table: Table, _ em: Double) -> Bool {
        let headings = table.cells.filter {
            $0.row > 0 && $0.columnSpan == table.columnCount && !$0.text.isEmpty && !$0.text.contains("\n")
        }
        let box = line.place.box
        let width = table.places.map(\.box.width).max() ?? 0
        return box.width < 0.5 * width
            && headings.compactMap(\.parts.last?.ink).contains { ink in
                abs(ink.midX - box.midX) < 0.3 * em && abs(ink.height - box.height) < 0.05 * box.height
            }
    }
}
