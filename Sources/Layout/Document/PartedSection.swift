import ReportModel

/// A section of a table of aligned text that a page's end parts: its own head above, its rows overleaf, with fewer
/// columns than the table. Neither page alone tells that they belong together.
enum PartedSection {
    /// Gives the first rows of a page the columns of the head that the page before ends with.
    ///
    /// - Parameter row: the first of the lower page.
    static func spread(_ table: inout JoinedTable, at row: Int) {
        let columns = table.textColumns
        guard row > 0, row < table.table.rowCount, columns.contains(where: \.isValues),
            let stub = columns.firstIndex(where: \.isValues), table.textSize > 0
        else { return }
        // Cells of several rows stand in the way.
        let rows = (row - 1..<table.table.rowCount).prefix { number in
            !table.table.cells.contains { $0.rowSpan > 1 && ($0.row...$0.lastRow).contains(number) }
        }
        let filled = rows.map { number in
            table.table.cells.indices.filter {
                table.table.cells[$0].row == number && !table.table.cells[$0].text.isEmpty
            }
        }
        var entries = filled.map { row in
            row.map { index in
                let cell = table.table.cells[index]
                return SectionHeads.Entry(
                    columns: cell.column..<cell.lastColumn + 1, box: cell.parts.last?.ink,
                    hasValues: cell.text.isValueLike)
            }
        }
        let before = entries
        let edges = table.columns.map { $0 + table.left }
        guard edges.count == columns.count + 1 else { return }
        SectionHeads(columns, edges: edges, stub: stub, em: table.textSize).spread(&entries)
        var changed: [Int] = []
        for (number, row) in filled.enumerated() {
            guard zip(entries[number], before[number]).contains(where: { $0.columns != $1.columns }) else { continue }
            changed.append(rows[rows.startIndex + number])
            for (index, entry) in zip(row, entries[number]) {
                table.table.cells[index].column = entry.columns.lowerBound
                table.table.cells[index].columnSpan = entry.columns.count
            }
        }
        for row in changed { fill(&table.table, row) }
        table.table.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    /// Puts blank cells where no other is.
    private static func fill(_ table: inout Table, _ row: Int) {
        table.cells.removeAll { $0.row == row && $0.text.isEmpty }
        let covered = Set(table.cells.lazy.filter { $0.row == row }.flatMap { $0.column...$0.lastColumn })
        for column in 0..<table.columnCount where !covered.contains(column) {
            table.cells.append(Cell(row: row, column: column, text: "", parts: []))
        }
    }
}
