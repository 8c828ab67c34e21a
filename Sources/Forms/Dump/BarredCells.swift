import ReportModel

/// Puts rows on one line again that a web page's extractor wrote cell by cell, a bar behind each.
///
/// Merged squares are written as bars too, so every row of a table comes to the same number of bars, blank cells among
/// them. A table whose bars cannot be cut into such rows in one way alone stays as it is.
struct BarredCells {
    struct Row {
        var line: DumpLine
        /// The line behind its last, from 0.
        var end: Int
    }

    private struct Cell {
        /// Its lines; none where it is blank.
        var pieces: [DumpCell]
        /// From 0.
        var first: Int
        var last: Int
        /// Of a blank cell: the bars on its line.
        var bars: Int

        /// 22（其中修订 16 件） is a figure, and 2.重复申请 is none.
        var isText: Bool {
            guard let scalars = pieces.first?.scalars, NumberText(scalars) == nil, !NumberText.isMark(scalars) else {
                return false
            }
            let behind = scalars.drop(while: \.isDigit)
            return behind.count == scalars.count || ![0x28, 0xFF08].contains(behind.first?.value)
        }

        /// Digits on lines of their own below others may be figures of their own.
        var isWhole: Bool {
            pieces.count < 2
                || !pieces.contains { $0.scalars.contains(where: \.isDigit) && NumberText($0.scalars) != nil }
        }
    }

    private static let widths = 3...20
    private static let fewestRows = 3
    /// Lines of one cell: more are a paragraph's.
    private static let mostPieces = 3

    private var rows: [Int: Row] = [:]
    private var cells: [Cell] = []
    private var pending: [(index: Int, piece: DumpCell)] = []

    /// The rows of all such tables by their first lines, from 0.
    static func rows(of lines: [String]) -> [Int: Row] {
        var reader = BarredCells()
        guard lines.contains(where: { $0.unicodeScalars.allSatisfy { $0.isBar || $0.isSpace } && !$0.isBlank }) else {
            return [:]
        }
        for (index, line) in lines.enumerated() where !line.isBlank && !isPageNumber(line) {
            reader.take(line, index)
        }
        reader.finishTable()
        return reader.rows
    }

    private static func isPageNumber(_ line: String) -> Bool {
        let scalars = Array(line.unicodeScalars)
        return !scalars.contains(where: \.isBar) && PageNumber.isMarked(scalars.drop(while: \.isSpace))
    }

    private mutating func take(_ line: String, _ index: Int) {
        let scalars = line.unicodeScalars
        let bars = scalars.count(where: \.isBar)
        let pieces = DumpLine(line, number: index + 1).cells.filter { !$0.isBlank }
        if pieces.isEmpty, bars > 0 {
            for _ in 0..<bars { finishCell(index, bars: bars) }
        } else if pieces.count == 1, bars == 1, scalars.last(where: { !$0.isSpace })?.isBar ?? false {
            pending.append((index, pieces[0]))
            finishCell(index, bars: 0)
        } else if let piece = pieces.first, pieces.count == 1, bars == 0, SectionHeading(line) == nil {
            pending.append((index, piece))
            if pending.count > Self.mostPieces { finishTable() }
        } else {
            finishTable()
            pending = []
        }
    }

    private mutating func finishCell(_ index: Int, bars: Int) {
        // Above a table's first cell there can be other lines.
        let own = cells.isEmpty ? pending.suffix(1) : pending[...]
        cells.append(
            Cell(pieces: own.map(\.piece), first: own.first?.index ?? index, last: index, bars: own.isEmpty ? bars : 0))
        pending = []
    }

    /// The lines that belong to no cell yet can be those above the next table.
    private mutating func finishTable() {
        defer { cells = [] }
        // Bars at the end of a table can be cut off.
        let whole = Self.widths.filter { cells.count.isMultiple(of: $0) && isWidth($0) }
        let widths = whole.isEmpty ? Self.widths.filter(isWidth) : whole
        guard widths.count == 1, let width = widths.first else { return }
        let rows = rows(of: width)
        for (row, own) in zip(rows, Self.uncovered(rows)) {
            guard let first = row.first, let last = row.last else { continue }
            let line = DumpLine(number: first.first + 1, separator: .bar, cells: own.enumerated().map(Self.cell))
            self.rows[first.first] = Row(line: line, end: last.last + 1)
        }
    }

    private func rows(of width: Int) -> [ArraySlice<Cell>] {
        stride(from: 0, to: cells.count, by: width).map { cells[$0..<min($0 + width, cells.count)] }
    }

    /// The rows without the bars of covered squares: several on a line, or the one that a row has more than the others.
    private static func uncovered(_ rows: [ArraySlice<Cell>]) -> [ArraySlice<Cell>] {
        var sizes: [Int: Int] = [:]
        let cut = rows.map { row -> ArraySlice<Cell> in
            guard let last = row.last, last.bars > 1 else { return row }
            let own = row.dropLast(row.reversed().prefix { $0.bars > 1 && $0.last == last.last }.count)
            if !(own.last?.isText ?? true) { sizes[own.count { !$0.isText }, default: 0] += 1 }
            return own
        }
        let size = sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        return cut.map { row in
            let isOver = row.last?.bars == 1 && row.last?.pieces.isEmpty ?? false
            return isOver && row.count { !$0.isText } - 1 == size ? row.dropLast() : row
        }
    }

    /// Whether rows of as many cells have their labels before their figures, and lines of their own.
    private func isWidth(_ width: Int) -> Bool {
        guard cells.count >= Self.fewestRows * width, cells.allSatisfy(\.isWhole) else { return false }
        return rows(of: width).allSatisfy { row in
            let words = row.drop { $0.pieces.isEmpty }.prefix(while: \.isText)
            let behind = row[words.endIndex...]
            let isLast = row.endIndex == cells.count
            // The disputes table ends in a row without a label.
            guard !words.isEmpty || isLast && row.count == width else { return false }
            return !behind.contains(where: \.isText)
                && (isLast
                    ? row.count == width || !behind.isEmpty : cells[row.endIndex - 1].last < cells[row.endIndex].first)
        }
    }

    private static func cell(_ index: Int, _ cell: Cell) -> DumpCell {
        guard var whole = cell.pieces.first else {
            return DumpCell(scalars: [], line: cell.last + 1, column: 1, x: 0, width: 0, index: index)
        }
        if cell.pieces.count > 1 { whole.scalars = ArraySlice(cell.pieces.flatMap(\.scalars)) }
        whole.index = index
        return whole
    }
}
