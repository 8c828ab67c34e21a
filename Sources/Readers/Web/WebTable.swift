import ReportModel

/// What stands on a web page, one below the other.
enum WebPiece {
    case line(WebText.Line)
    case table(WebTable)
}

/// A table of a web page as it is written, its spans not yet followed.
struct WebTable {
    struct Square {
        var pieces: [WebPiece] = []
        /// How many columns it takes.
        var columns = 1
        /// How many rows it takes; 0 for all that its group has left.
        var rows = 1
        var isHeader = false

        /// Its lines; what stands in a table within it is left out.
        var lines: [String] {
            pieces.compactMap { if case .line(let line) = $0 { line.text } else { nil } }
        }
    }

    struct Row {
        var squares: [Square] = []
        /// A cell does not reach from one group of rows into the next.
        var group = 0
    }

    var rows: [Row] = []

    /// Pages were laid out by tables for years: such a one holds tables, or has a single cell in every row.
    var isTable: Bool {
        rows.contains { $0.squares.count > 1 } && !rows.contains { row in row.squares.contains(where: \.holdsTable) }
    }

    /// What it holds, where it only lays the page out; its pictures are decoration then.
    var contents: [WebPiece] {
        rows.flatMap(\.squares).flatMap(\.pieces).compactMap { piece in
            guard case .line(var line) = piece else { return piece }
            line.text.removeAll { String($0) == MarkedText.picture }
            return line.text.contains { !$0.isWhitespace } ? .line(line) : nil
        }
    }

    /// The cells where a browser puts them, row by row.
    ///
    /// - Parameter place: where a cell's text stands, by its row and its own number within it.
    func cells(place: (_ row: Int, _ square: Int) -> Place) -> [Cell] {
        var cells: [Cell] = []
        /// The row that each column is taken up to, by cells from above.
        var taken = [Int](repeating: 0, count: GridBuilder.columnLimit)
        let groupEnds = self.groupEnds
        for (index, row) in rows.enumerated() {
            let left = groupEnds[index] - index
            var column = 0
            for (number, square) in row.squares.enumerated() {
                while column < taken.count, taken[column] > index { column += 1 }
                guard column < taken.count else { break }
                let free = taken[column...].prefix { $0 <= index }.count
                let span = min(max(1, square.columns), free)
                let rowSpan = square.rows == 0 ? left : min(square.rows, left)
                let text = square.lines.joined(separator: "\n")
                let outline = place(index, number)
                cells.append(
                    Cell(
                        row: index, column: column, rowSpan: rowSpan, columnSpan: span, text: text,
                        parts: [CellPart(outline: outline, ink: text.isEmpty ? nil : outline.box, text: text)],
                        isHeader: square.isHeader))
                for covered in column..<column + span { taken[covered] = index + rowSpan }
                column += span
            }
        }
        return RaggedRows.marked(cells)
    }
}

extension WebTable {
    /// The row behind the last one of each row's group.
    private var groupEnds: [Int] {
        var ends = [Int](repeating: rows.count, count: rows.count)
        for index in rows.indices.dropLast().reversed() {
            ends[index] = rows[index].group == rows[index + 1].group ? ends[index + 1] : index + 1
        }
        return ends
    }
}

extension WebTable.Square {
    fileprivate var holdsTable: Bool {
        pieces.contains { if case .table = $0 { true } else { false } }
    }
}
