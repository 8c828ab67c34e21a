/// lattice → cells: the squares that no line parts belong together.
struct LatticeCellFinder {
    private let lattice: Lattice
    /// Row × column: the region of that square, -1 while unknown.
    private var regions: [Int32]

    init(_ lattice: Lattice) {
        self.lattice = lattice
        regions = [Int32](repeating: -1, count: lattice.rows * lattice.columns)
    }

    /// The grid of the cells that are closed on all sides but one at most; nil where there are none.
    mutating func grid() -> CellGrid? {
        var cells: [GridRect] = []
        for square in regions.indices where regions[square] < 0 {
            let squares = flood(from: square)
            for rect in rectangles(of: squares) where openSides(of: rect) <= 1 { cells.append(rect) }
        }
        guard !cells.isEmpty else { return nil }
        cells.sort { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
        return CellGrid(columnEdges: lattice.columnEdges, rowEdges: lattice.rowEdges, cells: cells).reduced()
    }

    private mutating func flood(from start: Int) -> [Int] {
        let columns = lattice.columns
        var squares = [start]
        regions[start] = Int32(truncatingIfNeeded: start)
        var next = 0
        while next < squares.count {
            let row = squares[next] / columns
            let column = squares[next] % columns
            next += 1
            func visit(_ square: Int) {
                guard regions[square] < 0 else { return }
                regions[square] = Int32(truncatingIfNeeded: start)
                squares.append(square)
            }
            if row > 0, !lattice.isDrawn(above: row, column: column) { visit((row - 1) * columns + column) }
            if row + 1 < lattice.rows, !lattice.isDrawn(above: row + 1, column: column) {
                visit((row + 1) * columns + column)
            }
            if column > 0, !lattice.isDrawn(leftOf: column, row: row) { visit(row * columns + column - 1) }
            if column + 1 < columns, !lattice.isDrawn(leftOf: column + 1, row: row) {
                visit(row * columns + column + 1)
            }
        }
        return squares
    }

    /// A region that is no rectangle (a line is missing) is cut into the rectangles that its rows consist of.
    private func rectangles(of squares: [Int]) -> [GridRect] {
        let columns = lattice.columns
        var top = Int.max
        var bottom = 0
        var left = Int.max
        var right = 0
        for square in squares {
            top = min(top, square / columns)
            bottom = max(bottom, square / columns)
            left = min(left, square % columns)
            right = max(right, square % columns)
        }
        if squares.count == (bottom - top + 1) * (right - left + 1) {
            return [GridRect(rows: top..<bottom + 1, columns: left..<right + 1)]
        }
        var finished: [GridRect] = []
        var growing: [GridRect] = []
        let sorted = squares.sorted()
        var index = 0
        while index < sorted.count {
            let row = sorted[index] / columns
            var runs: [GridRect] = []
            while index < sorted.count, sorted[index] / columns == row {
                let start = sorted[index] % columns
                var end = start + 1
                index += 1
                while index < sorted.count, end < columns, sorted[index] == row * columns + end {
                    end += 1
                    index += 1
                }
                runs.append(GridRect(rows: row..<row + 1, columns: start..<end))
            }
            for rect in growing {
                if rect.rows.upperBound == row, let same = runs.firstIndex(where: { $0.columns == rect.columns }) {
                    runs[same].rows = rect.rows.lowerBound..<row + 1
                } else {
                    finished.append(rect)
                }
            }
            growing = runs
        }
        return finished + growing
    }

    /// How many of its sides lie on the border of the lattice without a line there.
    private func openSides(of rect: GridRect) -> Int {
        var open = 0
        if rect.rows.lowerBound == 0, !rect.columns.allSatisfy({ lattice.isDrawn(above: 0, column: $0) }) { open += 1 }
        if rect.rows.upperBound == lattice.rows,
            !rect.columns.allSatisfy({ lattice.isDrawn(above: lattice.rows, column: $0) })
        {
            open += 1
        }
        if rect.columns.lowerBound == 0, !rect.rows.allSatisfy({ lattice.isDrawn(leftOf: 0, row: $0) }) { open += 1 }
        if rect.columns.upperBound == lattice.columns,
            !rect.rows.allSatisfy({ lattice.isDrawn(leftOf: lattice.columns, row: $0) })
        {
            open += 1
        }
        return open
    }
}
