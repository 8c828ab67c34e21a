/// One character where it stands on the page.
public struct Glyph: Sendable {
    public var scalar: Unicode.Scalar
    public var box: Box
    public var fontSize: Float
    /// Index into `Page.fonts`, -1 where unknown.
    public var font: Int32

    public init(scalar: Unicode.Scalar, box: Box, fontSize: Float, font: Int32) {
        self.scalar = scalar
        self.box = box
        self.fontSize = fontSize
        self.font = font
    }
}

/// A straight horizontal or vertical line that is drawn on the page, however it was drawn.
public struct Ruling: Sendable, Hashable {
    public enum Direction: Sendable, Hashable { case horizontal, vertical }

    public var direction: Direction
    /// y of a horizontal line, x of a vertical one: the middle of the stroke.
    public var position: Double
    /// Start and end along the line, `start <= end`.
    public var start: Double
    public var end: Double
    public var thickness: Double
    /// A border that nobody drew: the edge of a coloured area. Weaker evidence than a line.
    public var isFillEdge: Bool

    public init(
        _ direction: Direction, at position: Double, from start: Double, to end: Double, thickness: Double,
        isFillEdge: Bool = false
    ) {
        self.direction = direction
        self.position = position
        self.start = min(start, end)
        self.end = max(start, end)
        self.thickness = thickness
        self.isFillEdge = isFillEdge
    }

    public var length: Double { end - start }
}

/// A filled area that is too thick to be a line: a coloured cell, a band, a bar of a chart.
public struct FilledArea: Sendable, Hashable {
    public var box: Box
    /// Red, green, blue, 0 to 1.
    public var red: Float
    public var green: Float
    public var blue: Float

    public init(box: Box, red: Float, green: Float, blue: Float) {
        self.box = box
        self.red = red
        self.green = green
        self.blue = blue
    }
}

/// A page as a reader gives it: characters, lines and areas, each where it stands. Nothing is interpreted yet.
public struct Page: Sendable {
    /// From 1.
    public var number: Int
    public var width: Double
    public var height: Double
    /// In the reader's reading order; white space included as the reader gives it.
    public var glyphs: [Glyph]
    public var fonts: [String]
    public var rulings: [Ruling]
    public var areas: [FilledArea]
    /// Boxes of raster pictures.
    public var pictures: [Box]
    /// Areas that were painted over text: what the text layer says there is not what one sees.
    public var covers: [Box] = []
    /// Pictures on a page of text that were read as scanned pages are.
    public var pasted: [Box] = []
    /// How the page as displayed was turned so that its text stands upright; everything above is on the turned page.
    public var turn = Turn.none
    /// Pixels a point of the largest picture; 0 where there is none, or it does not say.
    public var pictureResolution = 0.0
    public var method: ReadingMethod
    public var state: PageState
    /// What a limit cut off, what could not be read: said once, for people.
    public var warnings: [PageWarning]

    public init(
        number: Int, width: Double, height: Double, glyphs: [Glyph] = [], fonts: [String] = [],
        rulings: [Ruling] = [], areas: [FilledArea] = [], pictures: [Box] = [], method: ReadingMethod = .text,
        state: PageState = .readable, warnings: [PageWarning] = []
    ) {
        self.number = number
        self.width = width
        self.height = height
        self.glyphs = glyphs
        self.fonts = fonts
        self.rulings = rulings
        self.areas = areas
        self.pictures = pictures
        self.method = method
        self.state = state
        self.warnings = warnings
    }
}

/// What a page's text is worth.
public enum PageState: String, Sendable, Hashable, CaseIterable {
    /// A text layer that can be believed.
    case readable
    /// Nothing on the page at all.
    case blank
    /// A picture without text: a scan.
    case noText = "no-text"
    /// Text that is no language: no ToUnicode, mojibake.
    case garbage
    /// Invisible text laid under a picture by somebody's OCR: never simply believed.
    case hiddenText = "hidden-text"
}

/// Something a page could not be given whole for.
public enum PageWarning: Sendable, Hashable {
    /// More glyphs than the limit; the rest was left out.
    case tooManyGlyphs(limit: Int)
    /// More path segments than the limit; the rest was left out.
    case tooManySegments(limit: Int)
    /// More pieces of text side by side and under each other than any table has; no table was looked for there.
    case tooManyRuns(limit: Int)
    /// The page's content stream is damaged, in the library's words.
    case damagedContent(String)
    /// Nothing of it was read.
    case notRead(PageLoss)
}

/// Why a page was given up, and the rest of its document was not.
public enum PageLoss: String, Sendable, Hashable, CaseIterable {
    /// The document had taken the time that it was given.
    case time
    /// It took more memory than it was given.
    case memory
    /// It ended the process that read it.
    case crash
}
