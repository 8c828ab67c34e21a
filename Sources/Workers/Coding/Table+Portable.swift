import ReportModel

extension Table: Portable {
    func write(to writer: inout ByteWriter) {
        writer.name(construction)
        writer.array(places)
        writer.integer(rowCount)
        writer.integer(columnCount)
        writer.array(cells)
        writer.double(confidence)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(
            construction: try reader.name(), places: try reader.array(), rowCount: try reader.integer(),
            columnCount: try reader.integer(), cells: try reader.array(), confidence: try reader.double())
        // Writers draw a grid of that size.
        guard (0...Self.gridLimit).contains(rowCount), (0...Self.gridLimit).contains(columnCount) else {
            throw reader.problem()
        }
        for cell in cells {
            guard cell.row >= 0, cell.column >= 0, cell.rowSpan >= 1, cell.columnSpan >= 1,
                cell.rowSpan <= rowCount - cell.row, cell.columnSpan <= columnCount - cell.column
            else { throw reader.problem() }
        }
    }

    private static let gridLimit = 1 << 20
}

extension Cell: Portable {
    func write(to writer: inout ByteWriter) {
        for number in [row, column, rowSpan, columnSpan] { writer.integer(number) }
        writer.string(text)
        writer.array(parts)
        writer.bool(isHeader)
        writer.bool(isInRaggedRow)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        let numbers = (try reader.integer(), try reader.integer(), try reader.integer(), try reader.integer())
        self.init(
            row: numbers.0, column: numbers.1, rowSpan: numbers.2, columnSpan: numbers.3, text: try reader.string(),
            parts: try reader.array(), isHeader: try reader.bool())
        isInRaggedRow = try reader.bool()
    }
}

extension CellPart: Portable {
    func write(to writer: inout ByteWriter) {
        writer.value(outline)
        writer.optional(ink)
        writer.string(text)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(outline: try reader.value(), ink: try reader.optional(), text: try reader.string())
    }
}
