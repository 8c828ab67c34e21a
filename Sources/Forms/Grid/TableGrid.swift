import ReportModel

/// A found table with its cells by place.
struct TableGrid: Sendable {
    let table: Table
    private let owners: [Int32]

    init(_ table: Table) {
        self.table = table
        var owners = [Int32](repeating: -1, count: table.rowCount * table.columnCount)
        for (index, cell) in table.cells.enumerated() {
            for row in max(0, cell.row)...max(0, min(cell.lastRow, table.rowCount - 1)) {
                for column in max(0, cell.column)...max(0, min(cell.lastColumn, table.columnCount - 1)) {
                    let square = row * table.columnCount + column
                    if owners.indices.contains(square) { owners[square] = Int32(index) }
                }
            }
        }
        self.owners = owners
    }

    /// The index of the cell that covers a square, nil where none does.
    func cellIndex(_ row: Int, _ column: Int) -> Int? {
        guard (0..<table.rowCount).contains(row), (0..<table.columnCount).contains(column) else { return nil }
        let owner = owners[row * table.columnCount + column]
        return owner < 0 ? nil : Int(owner)
    }

    subscript(row: Int, column: Int) -> Cell? { cellIndex(row, column).map { table.cells[$0] } }

    /// The cells of a row from left to right, those that reach into it from above included.
    func cells(inRow row: Int) -> [Cell] {
        var result: [Cell] = []
        var last = -1
        for column in 0..<table.columnCount {
            guard let index = cellIndex(row, column), index != last else { continue }
            last = index
            result.append(table.cells[index])
        }
        return result
    }
}

extension Cell {
    /// A square in which nothing is written.
    init(blankAt place: Place, row: Int = 0, column: Int = 0) {
        self.init(
            row: row, column: column, text: "", parts: [CellPart(outline: place, ink: nil, text: "")])
    }

    /// Nothing is written in it.
    var isBlank: Bool { text.unicodeScalars.allSatisfy(\.isBlank) }

    /// How far what is written in it reaches across the page.
    var inkReach: ClosedRange<Double>? { Box.around(parts.compactMap(\.ink)).map { $0.x...max($0.x, $0.maxX) } }

    /// It holds a figure, or a mark in place of one, rather than words: 22（其中修订16件） and 251000元 do,
    /// 2.重复申请 does not.
    var isFigureLike: Bool {
        // Most figures are digits and nothing else.
        if !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) { return true }
        if isBlank { return false }
        let reading = FigureText(text)
        return reading.content != .unreadable && reading.letterCount <= 3
            && !reading.doubts.contains(FigureText.leadingText) && !reading.doubts.contains(FigureText.numbering)
    }
}

extension ClosedRange<Double> {
    var middle: Double { (lowerBound + upperBound) / 2 }
}

extension FigureContent {
    var isAmount: Bool { if case .amount = self { true } else { false } }
}
