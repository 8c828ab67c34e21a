/// A line of text outside tables.
public struct TextLine: Sendable {
    public var text: String
    public var place: Place
    /// In points; 0 where unknown (a text file).
    public var fontSize: Double
    /// The left and right edges of the column of text that the line stands in, to tell a full line from the last one
    /// of a paragraph. Equal to the line's own where unknown.
    public var columnStart: Double
    public var columnEnd: Double

    public init(text: String, place: Place, fontSize: Double, columnStart: Double, columnEnd: Double) {
        self.text = text
        self.place = place
        self.fontSize = fontSize
        self.columnStart = columnStart
        self.columnEnd = columnEnd
    }
}

/// A document as Layout gives it: lines and tables in reading order, running heads and page numbers taken out.
public struct DocumentLayout: Sendable {
    public enum Block: Sendable {
        case line(TextLine)
        case table(Table)
    }

    public var blocks: [Block]
    public var pages: [PageSummary]

    public init(blocks: [Block], pages: [PageSummary]) {
        self.blocks = blocks
        self.pages = pages
    }
}

/// What is kept of a page after its glyphs have been used.
public struct PageSummary: Sendable, Hashable {
    public var number: Int
    public var width: Double
    public var height: Double
    public var method: ReadingMethod
    public var state: PageState
    public var warnings: [PageWarning]
    /// See `Page.covers`.
    public var covers: [Box] = []
    /// See `Page.turn`; width and height are those of the turned page.
    public var turn = Turn.none

    public init(
        number: Int, width: Double, height: Double, method: ReadingMethod, state: PageState, warnings: [PageWarning]
    ) {
        self.number = number
        self.width = width
        self.height = height
        self.method = method
        self.state = state
        self.warnings = warnings
    }

    public init(_ page: Page) {
        self.init(
            number: page.number, width: page.width, height: page.height, method: page.method, state: page.state,
            warnings: page.warnings)
        covers = page.covers
        turn = page.turn
    }
}
