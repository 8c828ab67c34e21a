import ReportModel

/// Puts a table together from rows of cells that say how many columns they take and whether they go on with the cell
/// above.
struct GridBuilder {
    struct Part {
        var text: String
        /// How many columns it takes, from 1.
        var span: Int
        /// Nothing of its own: the cell above reaches down here.
        var goesOn: Bool
        /// The cell to its left reaches over here.
        var joinsLeft = false

        /// Its text on one line.
        var words: String { text.split(separator: "\n").joined(separator: " ") }
    }

    /// Word's own limit is 63.
    static let columnLimit = 200
    /// A statutory table has thirty.
    static let rowLimit = 5000

    private var cells: [Cell] = []
    private var rowCount = 0
    private var columnCount = 0
    /// The cell that reaches down in each column: its place in `cells`.
    private var open: [Int: Int] = [:]

    /// - Parameter places: where each part stands in the document.
    mutating func add(_ parts: [Part], from first: Int = 0, places: [Place]) {
        guard rowCount < Self.rowLimit else { return }
        var column = first
        var lastAdded: Int?
        for (part, place) in zip(parts, places) where column < Self.columnLimit {
            let span = min(max(1, part.span), Self.columnLimit - column)
            if part.goesOn, let above = open[column], cells[above].column == column || part.joinsLeft {
                cells[above].rowSpan = rowCount - cells[above].row + 1
                lastAdded = nil
            } else if part.joinsLeft, let left = lastAdded {
                cells[left].columnSpan += span
            } else {
                cells.append(
                    Cell(
                        row: rowCount, column: column, columnSpan: span, text: part.text,
                        parts: [
                            CellPart(outline: place, ink: part.text.isEmpty ? nil : place.box, text: part.text)
                        ]))
                for covered in column..<column + span { open[covered] = cells.count - 1 }
                lastAdded = cells.count - 1
            }
            column += span
        }
        columnCount = max(columnCount, column)
        rowCount += 1
    }

    /// Nil where it has no cells.
    func table() -> Table? {
        guard !cells.isEmpty else { return nil }
        return Table(
            construction: .ruled, places: cells.prefix(1).compactMap { $0.parts.first?.outline }, rowCount: rowCount,
            columnCount: columnCount, cells: RaggedRows.marked(cells), confidence: 1)
    }
}
