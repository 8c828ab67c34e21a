import ReportModel

/// Takes out the rows of a ruled table that are none: two lines stand where one was meant, a little apart or on either
/// side of a page break, and between them no cell has its text.
enum SpacerRows {
    static func removed(from table: Table) -> Table {
        guard table.construction == .ruled, table.cells.allSatisfy({ $0.row >= 0 && $0.lastRow < table.rowCount })
        else { return table }
        let rows = rows(of: table)
        var isSpacer = rows.map(\.isSpacer)
        // A cell over spacers alone would be left without a row.
        for cell in table.cells where cell.rowSpan > 1 && (cell.row...cell.lastRow).allSatisfy({ isSpacer[$0] }) {
            isSpacer[cell.row] = false
        }
        guard isSpacer.contains(true) else { return table }
        var numbers: [Int] = []
        var next = 0
        for isSpacer in isSpacer {
            numbers.append(next)
            if !isSpacer { next += 1 }
        }
        var result = table
        result.rowCount = next
        result.cells = table.cells.compactMap { cell in
            let rows = (cell.row...cell.lastRow).count { !isSpacer[$0] }
            guard rows > 0 else { return nil }
            var cell = cell
            cell.row = numbers[cell.row]
            cell.rowSpan = rows
            return cell
        }
        result.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        return result
    }

    private struct Row {
        /// A cell of this row alone has a text, or nothing.
        var hasText = false
        var hasBlank = false
        /// A cell over several rows has its text in this one, or may have.
        var isInked = false
        /// A cell with a text goes over this row and others.
        var isCovered = false
        var begins = false
        var top: Double?
        var bottom: Double?

        /// Between two lines that are one: a blank piece beside what goes over it, or nothing of its own at all.
        var isSpacer: Bool { isCovered && !hasText && (hasBlank || !begins || !isInked) }
    }

    private static func rows(of table: Table) -> [Row] {
        var rows = [Row](repeating: Row(), count: table.rowCount)
        for cell in table.cells {
            rows[cell.row].begins = true
            if let first = cell.parts.first { rows[cell.row].top = first.outline.box.y }
            if let last = cell.parts.last { rows[cell.lastRow].bottom = last.outline.box.maxY }
            if cell.rowSpan == 1 {
                if cell.text.isEmpty { rows[cell.row].hasBlank = true } else { rows[cell.row].hasText = true }
            }
        }
        for cell in table.cells where cell.rowSpan > 1 && !cell.text.isEmpty {
            let ink = cell.parts.count == 1 ? cell.parts[0].ink : nil
            for row in cell.row...cell.lastRow {
                rows[row].isCovered = true
                guard let ink, let top = rows[row].top, let bottom = rows[row].bottom, top < bottom else {
                    rows[row].isInked = true
                    continue
                }
                if top...bottom ~= ink.midY { rows[row].isInked = true }
            }
        }
        return rows
    }
}
