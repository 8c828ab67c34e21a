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

/// A line of a page as a typewriter sets it, in squares of one width, so that what stands above one another on the page
/// does so in the text.
public struct TypedLine: Sendable {
    /// What stands together on the line.
    public struct Piece: Sendable {
        /// Its characters, from 1.
        public var columns: Range<Int>
        public var box: Box

        public init(columns: Range<Int>, box: Box) {
            self.columns = columns
            self.box = box
        }
    }

    public var page: Int
    /// Empty for a gap between two lines.
    public var text: String
    public var pieces: [Piece]

    public init(page: Int, text: String = "", pieces: [Piece] = []) {
        self.page = page
        self.text = text
        self.pieces = pieces
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
    /// The pages without a table that has lines around every cell, once more as plain text: a second way to read them.
    public var typedLines: [TypedLine]
    /// A document without pages once more as plain text, where the places of the blocks are places in it.
    public var text: [String] = []
    /// What the document calls itself outside its text: a web page's title, that of a PDF's properties.
    public var names: [String] = []

    public init(blocks: [Block], pages: [PageSummary], typedLines: [TypedLine] = []) {
        self.blocks = blocks
        self.pages = pages
        self.typedLines = typedLines
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
    /// See `Page.pasted`.
    public var pasted: [Box] = []
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
        pasted = page.pasted
        turn = page.turn
    }
}
