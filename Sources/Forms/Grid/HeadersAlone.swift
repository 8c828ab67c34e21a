import ReportModel

/// A disputes table without lines whose figures were all left blank: the headers stand on the page, and below them
/// nothing but the room where the figures would be.
struct HeadersAlone: Sendable {
    private let part: StatutoryPart
    private let headers: [Cell]

    /// Nil where anything but headers stands in the table, or where no row of figures has room below them.
    init?(_ part: StatutoryPart) {
        self.part = part
        let grid = part.grid
        headers = (0..<grid.table.columnCount).compactMap { column in
            part.rows.reversed().lazy.compactMap { grid[$0, column] }.first { !$0.isBlank }
        }
        // A row of pictures or of signs that nobody can read may be the figures.
        guard headers.allSatisfy(\.hasWords), part.rows.upperBound == grid.table.rowCount,
            headers.count == grid.table.columnCount,
            !grid.table.cells.contains(where: { part.rows.contains($0.row) && $0.isFigureLike }), squareHeight > 0
        else { return nil }
    }

    /// The blank square below each header, from left to right.
    var squares: [Cell] {
        guard let table = part.grid.table.places.last else { return [] }
        let width = table.box.width / Double(max(1, headers.count))
        return headers.indices.map { column in
            let header = Box.around(headers[column].parts.compactMap(\.ink)) ?? table.box
            let box = Box(
                x: header.midX - min(header.width, width) / 2, y: table.box.maxY,
                width: min(header.width, width), height: squareHeight)
            return Cell(blankAt: Place(page: table.page, box: box), row: part.rows.upperBound, column: column)
        }
    }

    /// A line of writing high; nothing where there is no room for one.
    private var squareHeight: Double {
        guard let line = headers.flatMap({ $0.parts.compactMap(\.ink?.height) }).min()
        else { return 0 }
        return part.roomBelow > line ? line : 0
    }
}

extension Cell {
    fileprivate var hasWords: Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}
