import ReportModel

/// A rectangle of grid squares: rows and columns of a table's grid, upper bounds excluded.
struct GridRect: Hashable {
    var rows: Range<Int>
    var columns: Range<Int>
}

/// The cells of a table before they have text: where the grid lines stand and which squares make a cell.
struct CellGrid {
    /// Left edge of the first column to right edge of the last, in points.
    var columnEdges: [Double]
    var rowEdges: [Double]
    /// By row, then column. No two overlap.
    var cells: [GridRect]

    var box: Box {
        Box(
            fromX: columnEdges.first ?? 0, y: rowEdges.first ?? 0, toX: columnEdges.last ?? 0, y: rowEdges.last ?? 0)
    }

    func box(of cell: GridRect) -> Box {
        Box(
            fromX: columnEdges[cell.columns.lowerBound], y: rowEdges[cell.rows.lowerBound],
            toX: columnEdges[cell.columns.upperBound], y: rowEdges[cell.rows.upperBound])
    }

    /// The same grid without the lines that no cell ends at.
    func reduced() -> CellGrid {
        var usedRows = [Bool](repeating: false, count: rowEdges.count)
        var usedColumns = [Bool](repeating: false, count: columnEdges.count)
        for cell in cells {
            usedRows[cell.rows.lowerBound] = true
            usedRows[cell.rows.upperBound] = true
            usedColumns[cell.columns.lowerBound] = true
            usedColumns[cell.columns.upperBound] = true
        }
        let rows = Self.kept(rowEdges, usedRows)
        let columns = Self.kept(columnEdges, usedColumns)
        return CellGrid(
            columnEdges: columns.edges, rowEdges: rows.edges,
            cells: cells.map { cell in
                GridRect(
                    rows: rows.numbers[cell.rows.lowerBound]..<rows.numbers[cell.rows.upperBound],
                    columns: columns.numbers[cell.columns.lowerBound]..<columns.numbers[cell.columns.upperBound])
            })
    }

    /// The edges in use, and for every old edge its new number.
    private static func kept(_ edges: [Double], _ used: [Bool]) -> (edges: [Double], numbers: [Int]) {
        var kept: [Double] = []
        var numbers: [Int] = []
        for (edge, isUsed) in zip(edges, used) {
            numbers.append(kept.count)
            if isUsed { kept.append(edge) }
        }
        return (kept, numbers)
    }
}

/// edges of one group → the lattice they span: which sides of which grid squares are drawn
struct Lattice {
    let columnEdges: [Double]
    let rowEdges: [Double]
    let columns: Int
    let rows: Int
    /// Row edge × column: is that side drawn?
    private var horizontal: [Bool]
    /// Row × column edge.
    private var vertical: [Bool]

    /// Nil where the lines span no grid, or one that is larger than any table.
    init?(_ group: EdgeGroup, _ scale: PageScale) {
        let x = Self.positions(group.vertical, crossing: group.horizontal, scale)
        let y = Self.positions(group.horizontal, crossing: group.vertical, scale)
        guard x.count > 1, y.count > 1, x.count * y.count <= scale.settings.gridLimit else { return nil }
        columnEdges = x
        rowEdges = y
        columns = x.count - 1
        rows = y.count - 1
        horizontal = [Bool](repeating: false, count: y.count * columns)
        vertical = [Bool](repeating: false, count: rows * x.count)
        for edge in group.horizontal {
            guard let row = Self.nearest(edge.position, in: y) else { continue }
            for column in Self.covered(edge, x, scale) { horizontal[row * columns + column] = true }
        }
        for edge in group.vertical {
            guard let column = Self.nearest(edge.position, in: x) else { continue }
            for row in Self.covered(edge, y, scale) { vertical[row * x.count + column] = true }
        }
    }

    /// Is the side above this row drawn? `row` may be the number of rows: the table's lower border.
    func isDrawn(above row: Int, column: Int) -> Bool { horizontal[row * columns + column] }

    /// Is the side left of this column drawn? `column` may be the number of columns: the right border.
    func isDrawn(leftOf column: Int, row: Int) -> Bool { vertical[row * (columns + 1) + column] }

    /// Where the grid lines stand: the positions of the edges, and the common ends of those that cross them where
    /// a table has no border on that side.
    private static func positions(_ edges: [Edge], crossing: [Edge], _ scale: PageScale) -> [Double] {
        var result: [Double] = []
        for edge in edges where result.last.map({ edge.position - $0 > scale.snap }) ?? true {
            result.append(edge.position)
        }
        let open = scale.settings.openRow * scale.em
        // Half of the lines go on as far, or the outermost two: a page's end leaves a row open.
        func goOn(_ edges: [Edge]) -> Bool {
            guard let start = crossing.map(\.position).min(), let end = crossing.map(\.position).max() else {
                return false
            }
            let isFramed =
                edges.contains { $0.position < start + scale.reach }
                && edges.contains { $0.position > end - scale.reach }
            return edges.count >= (isFramed ? 2 : max(2, crossing.count / 2))
        }
        if let start = crossing.map(\.start).min(), let first = result.first, start < first - open,
            goOn(crossing.filter { $0.start < start + scale.reach })
        {
            result.insert(start, at: 0)
        }
        if let end = crossing.map(\.end).max(), let last = result.last, end > last + open,
            goOn(crossing.filter { $0.end > end - scale.reach })
        {
            result.append(end)
        }
        return result
    }

    private static func nearest(_ position: Double, in edges: [Double]) -> Int? {
        var low = 0
        var high = edges.count
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] < position { low = middle + 1 } else { high = middle }
        }
        if low == edges.count { return edges.isEmpty ? nil : low - 1 }
        if low > 0, position - edges[low - 1] < edges[low] - position { return low - 1 }
        return low
    }

    /// The squares whose side an edge closes.
    private static func covered(_ edge: Edge, _ positions: [Double], _ scale: PageScale) -> Range<Int> {
        let first = nearest(edge.start, in: positions) ?? 0
        let last = nearest(edge.end, in: positions) ?? 0
        func share(_ square: Int) -> Double {
            guard square >= 0, square + 1 < positions.count else { return 0 }
            let width = positions[square + 1] - positions[square]
            let common = min(edge.end, positions[square + 1]) - max(edge.start, positions[square])
            return width > 0 ? common / width : 0
        }
        var low = first
        var high = last
        let needed = scale.settings.closingShare
        if low < high, share(low) < needed { low += 1 }
        if share(first - 1) >= needed { low = first - 1 }
        if low < high, share(high - 1) < needed { high -= 1 }
        if share(last) >= needed { high = last + 1 }
        return low..<max(low, high)
    }
}
