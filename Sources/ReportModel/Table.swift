/// A table as found in a document, before anybody asked what it means.
public struct Table: Sendable {
    public enum Construction: String, Sendable, Hashable, CaseIterable {
        /// Lines (or coloured cells) on all sides.
        case ruled
        /// Some lines, mostly horizontal.
        case partlyRuled = "partly-ruled"
        /// Aligned text alone.
        case unruled
    }

    public var construction: Construction
    /// One place a page, in order: a table over three pages has three.
    public var places: [Place]
    public var rowCount: Int
    public var columnCount: Int
    /// In row order, then column order; every grid square is covered by at most one cell.
    public var cells: [Cell]
    /// 0 to 1: how well the evidence carries this grid.
    public var confidence: Double

    public init(
        construction: Construction, places: [Place], rowCount: Int, columnCount: Int, cells: [Cell],
        confidence: Double
    ) {
        self.construction = construction
        self.places = places
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.cells = cells
        self.confidence = confidence
    }
}

/// A cell of a table as found.
public struct Cell: Sendable {
    public var row: Int
    public var column: Int
    public var rowSpan: Int
    public var columnSpan: Int
    /// The cell's lines joined by "\n", runs within a line as the document spaces them.
    public var text: String
    /// The cell's parts, one a page: a cell cut by a page break has two.
    public var parts: [CellPart]
    public var isHeader: Bool
    /// Its row ends before or behind the others: one of its cells is missing or one too many, and nobody knows which
    /// columns the rest belong to.
    public var isInRaggedRow = false

    public init(
        row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, text: String, parts: [CellPart],
        isHeader: Bool = false
    ) {
        self.row = row
        self.column = column
        self.rowSpan = rowSpan
        self.columnSpan = columnSpan
        self.text = text
        self.parts = parts
        self.isHeader = isHeader
    }

    public var lastRow: Int { row + rowSpan - 1 }
    public var lastColumn: Int { column + columnSpan - 1 }
}

/// The part of a cell that stands on one page.
public struct CellPart: Sendable {
    /// The cell's outline on that page.
    public var outline: Place
    /// The box of its ink alone, nil where it is blank.
    public var ink: Box?
    public var text: String

    public init(outline: Place, ink: Box?, text: String) {
        self.outline = outline
        self.ink = ink
        self.text = text
    }
}
