import ReportModel

/// A table's grid on the picture: where its lines cross, which squares make a cell. Positions are in pixels; those
/// "laid straight" are where the lines would stand if the page were flat and level.
struct TableGrid: Sendable {
    struct Corner: Sendable {
        var x: Double
        var y: Double
    }

    struct Square: Sendable, Hashable {
        var rows: Range<Int>
        var columns: Range<Int>
    }

    /// Lines laid straight, from the top and from the left.
    var rowEdges: [Double]
    var columnEdges: [Double]
    /// Row edge × column edge: where they cross on the picture.
    var corners: [[Corner]]
    var cells: [Square]
    /// Row edge × column, and row × column edge: is that side drawn?
    var horizontalSides: [[Bool]]
    var verticalSides: [[Bool]]

    /// The cell laid straight.
    func straightBox(of cell: Square) -> Box {
        Box(
            fromX: columnEdges[cell.columns.lowerBound], y: rowEdges[cell.rows.lowerBound],
            toX: columnEdges[cell.columns.upperBound], y: rowEdges[cell.rows.upperBound])
    }

    /// The cell's corners on the picture: top left, top right, bottom left, bottom right.
    func corners(of cell: Square) -> [Corner] {
        let top = corners[cell.rows.lowerBound]
        let bottom = corners[cell.rows.upperBound]
        let left = cell.columns.lowerBound
        let right = cell.columns.upperBound
        return [top[left], top[right], bottom[left], bottom[right]]
    }

    var straightBox: Box {
        Box(
            fromX: columnEdges.first ?? 0, y: rowEdges.first ?? 0, toX: columnEdges.last ?? 0,
            y: rowEdges.last ?? 0)
    }

    /// The box around the table on the picture.
    var actualBox: Box {
        let all = corners.flatMap { $0 }
        return Box(
            fromX: all.map(\.x).min() ?? 0, y: all.map(\.y).min() ?? 0, toX: all.map(\.x).max() ?? 0,
            y: all.map(\.y).max() ?? 0)
    }
}

/// lines of one table → its grid
struct GridBuilder {
    let em: Double
    let drawnShare: Double

    /// Nil where the lines close no cell.
    func grid(of group: LineGroup) -> TableGrid? {
        guard group.horizontal.count > 1, group.vertical.count > 1 else { return nil }
        let rows = GridLines(group.horizontal, tolerance: 0.45 * em)
        let columns = GridLines(group.vertical, tolerance: 0.45 * em)
        guard rows.lines.count > 1, columns.lines.count > 1, rows.lines.count * columns.lines.count < 100_000 else {
            return nil
        }
        let corners = rows.lines.map { row in
            columns.lines.map { column in crossing(row, rows, column, columns) }
        }
        let rowCount = rows.lines.count - 1
        let columnCount = columns.lines.count - 1
        let horizontal = (0...rowCount).map { r in
            (0..<columnCount).map { c in
                rows.drawnShare(rows.lines[r], from: corners[r][c].x, to: corners[r][c + 1].x)
                    > drawnShare
            }
        }
        let vertical = (0..<rowCount).map { r in
            (0...columnCount).map { c in
                columns.drawnShare(columns.lines[c], from: corners[r][c].y, to: corners[r + 1][c].y)
                    > drawnShare
            }
        }
        let cells = cells(horizontal, vertical)
        guard !cells.isEmpty else { return nil }
        return TableGrid(
            rowEdges: rows.lines.map(\.position), columnEdges: columns.lines.map(\.position), corners: corners,
            cells: cells, horizontalSides: horizontal, verticalSides: vertical)
    }

    private func crossing(
        _ row: GridLine, _ rows: GridLines, _ column: GridLine, _ columns: GridLines
    ) -> TableGrid.Corner {
        var y = row.position
        var x = column.position
        // The lines are nearly level: a few steps settle it.
        for _ in 0..<3 {
            x = columns.across(column, at: y)
            y = rows.across(row, at: x)
        }
        return .init(x: x, y: y)
    }

    /// Squares that no side parts are one cell; an open region, or one that is no rectangle, is none.
    private func cells(_ horizontal: [[Bool]], _ vertical: [[Bool]]) -> [TableGrid.Square] {
        let rows = vertical.count
        let columns = horizontal.first?.count ?? 0
        var isSeen = [Bool](repeating: false, count: rows * columns)
        var cells: [TableGrid.Square] = []
        for start in 0..<rows * columns where !isSeen[start] {
            var region = [start]
            isSeen[start] = true
            var isOpen = false
            var next = 0
            func visit(_ row: Int, _ column: Int) {
                guard row >= 0, row < rows, column >= 0, column < columns else {
                    isOpen = true
                    return
                }
                guard !isSeen[row * columns + column] else { return }
                isSeen[row * columns + column] = true
                region.append(row * columns + column)
            }
            while next < region.count {
                let row = region[next] / columns
                let column = region[next] % columns
                next += 1
                if !horizontal[row][column] { visit(row - 1, column) }
                if !horizontal[row + 1][column] { visit(row + 1, column) }
                if !vertical[row][column] { visit(row, column - 1) }
                if !vertical[row][column + 1] { visit(row, column + 1) }
            }
            let rowsHere = region.map { $0 / columns }
            let columnsHere = region.map { $0 % columns }
            guard let top = rowsHere.min(), let bottom = rowsHere.max(), let left = columnsHere.min(),
                let right = columnsHere.max(), !isOpen, region.count == (bottom - top + 1) * (right - left + 1)
            else { continue }
            cells.append(.init(rows: top..<bottom + 1, columns: left..<right + 1))
        }
        return cells
    }
}
