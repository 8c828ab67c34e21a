/// Every tolerance of the layout stage, in ems of the page's own text unless a comment says otherwise.
public struct LayoutSettings: Sendable {
    // Words
    /// A wider gap between two glyphs ends a word.
    var wordGap = 0.35
    /// Two glyphs of one font that reach over each other by more, and are not on one height within so much, stand in two
    /// cells: partly-cairo-any37 of seed 111.
    var overlap = 0.05
    var lineOffset = 0.02
    /// Two words closer than this stand without a space between them.
    var spaceGap = 0.15
    /// The same where one of them is a Chinese character: Word sets a quarter em between Chinese and digits.
    var mixedSpaceGap = 0.3
    /// The same between two Chinese characters: justified text is stretched by up to half an em.
    var hanSpaceGap = 0.6
    /// Words stand in one run when they are at most this far apart; numbers are kept apart sooner.
    var runGap = 0.5
    var numberGap = 0.35
    /// In a page set as plain text a blank line stands for a gap of more than this between two lines.
    var typedLineGap = 0.8
    /// The share of a wide comma's or closing bracket's width that has no ink: unruled-cairo-any59 of seed 107.
    var blankHalf = 0.45
    /// A line of so many dashes is a rule.
    var typedRule = 8
    /// The mark of a note is so many times smaller than the text that it belongs to, and so much of its height is that
    /// text's.
    var markSize = 0.8
    var markShare = 0.6
    /// A currency sign belongs to a number up to this distance.
    var currencyGap = 4.0
    /// Two single characters that are spread over a cell, as 总　计 is: unruled-writer-landscape.
    var spreadGap = 2.2
    /// They are on one height: 其 他 and 总 计 below each other in two narrow columns are not
    /// (partly-chromium-any22 of seed 136).
    var spreadShift = 0.2
    /// Groups of three digits may stand so far apart where so many do and no other numbers stand as close:
    /// unruled-chromium-any20 of seed c.
    var groupGap = 0.6
    var fewestGroups = 3
    /// A space between a marker and its text, or within a line of two texts: unruled-writer-any47 of seed a.
    var spacedGap = 0.7
    /// Two cells of a head whose texts nearly touch have at least so much more between them than their characters
    /// have, and values below them in so far: unruled-writer-any11 of seed b.
    var headGap = 0.06
    var headReach = 6.0
    /// A number that stands at least this far behind a text may be the next cell's: unruled-cairo-any59 of seed d.
    var cellGap = 0.18
    /// It is where so many numbers begin or end within so much of it.
    var alignedNumbers = 4
    var edgeReach = 0.12
    /// An item inside a text is the next cell's where so many begin on its very place: unruled-cairo-any53 of seed l6a.
    var alignedItems = 3
    /// A text is two where so many lines near it begin where it does and end where there is a gap in it.
    var columnLines = 2
    /// A character by itself that is larger than this is part of a slanting stamp or watermark:
    /// partly-chromium-any55 of seed d.
    var stampSize = 2.2

    // Aligned text
    /// A block holds two tables where the lower one has a head and at least so many more values in a row:
    /// unruled-weasyprint-any17 of seed d.
    var moreColumns = 3
    /// Two tables stand side by side where the space between them is so wide and far wider than any other.
    var sideGap = 4.0
    /// Runs under each other belong to one block up to this distance: unruled-writer-plain has rows 1.5 em apart.
    var blockGap = 2.2
    /// Rows that are further apart belong together where so many of them keep to one distance, up to so much:
    /// unruled-reportlab-any41 of seed c.
    var evenRows = 3
    var widestRowGap = 6.0
    /// A row between two lines is no taller than this: partly-cairo-any19 of seed b has labels of six lines.
    var tallestRow = 16.0

    // Values at one side of their cells
    /// A value is in the middle of its cell where it is no further from its heading's: partly-weasyprint-any13 of seed 117.
    var valueMiddle = 0.5
    /// Values stand at their column's edge within so much: unruled-chromium-any11 of seed 112.
    var valueEdge = 0.3
    /// The edges on both sides of a heading's middle are equally far from it: their distances differ by so much in its
    /// cell, and by so much more or less in all cells (unruled-reportlab-any35 of seed 105).
    var edgeShift = -0.3...2.0
    var edgeSpread = 0.8
    /// One value in so many may stand elsewhere: unruled-reportlab-any17 of seed 111.
    var strangers = 12
    /// Numbers in one column that are further apart than this are two values: partly-weasyprint-any16 of seed 105.
    var pieceGap = 1.0

    // The lines of labels
    /// Lines that are so many times further from each other than the closest ones may be two labels', which costs so
    /// much an em and no more than this: unruled-weasyprint-any14 of seed 106.
    var labelPitch = 1.12
    var labelGapCost = 2.0
    var mostLabelGapCost = 3.0
    /// Two lines that are so much closer than any two rows are one label's.
    var closerThanRows = 0.1
    var lineHeight = 1.45
    var closeCost = 1.0
    /// Another font: gazette-033 of seed 11. Twice as much further right: gazette-001 of seed 17.
    var fontCost = 1.0
    /// A line whose next word had room on it, and so much more: unruled-weasyprint-any11 of seed 114.
    var roomCost = 0.8
    var labelRoom = 0.3
    /// A line that begins like an item of a list: partly-weasyprint-any4 of seed 115.
    var itemCost = 1.5
    /// A row overleaf without the number that the others have: unruled-chromium-any56 of seed 105.
    var unnumberedCost = 1.5
    /// A line that ends as the heading of the lines below it does, with a colon.
    var colonCost = 1.5
    /// A line that hangs further left than the one before; the first line of a Chinese text is indented.
    var outdentCost = 1.5
    var firstIndentCost = 0.4
    /// A text that is cut between its brackets: unruled-chromium-any50 of seed 111.
    var bracketCost = 2.0

    // Heads
    var heads = HeadCosts()

    // Heads at a page's end
    /// Its texts are no wider than this share of the page: a line of prose is.
    var headWidth = 0.45
    /// Lines up to this distance need nothing else to be one head's: partly-cairo-any37 of seed 105.
    var headLineGap = 1.6
    /// A title is so many times larger than the headings below it: partly-weasyprint-any52 of seed 111.
    var titleSize = 1.08
    /// A heading is in the middle of its columns within this: unruled-weasyprint-any59 of seed 108.
    var headMiddle = 1.2
    /// What a blank row needs at least, and what it has at most: unruled-weasyprint-any29 of seed 113.
    var blankRow = 1.6...3.0
    /// A section's heading that a page parts from its rows stands no further from them: unruled-reportlab-any56 of seed 109.
    var partedGap = 3.0
    /// It is as high as the table's other headings but for this share, and in their middle within so many ems:
    /// unruled-cairo-any35 of seed 116.
    var partedHeight = 0.05
    var partedMiddle = 0.3
    /// No section's heading stands further above a table: partly-weasyprint-any43 of seed 108.
    var highestHeading = 6.0

    // Rulings
    /// Parallel lines closer than this are one line: double rules, borders drawn once by each cell.
    var snap = 0.3
    /// Points between which `snap` and `reach` stay, whatever the font size.
    var snapRange = 1.5...4.0
    /// Bits of one line that are at most this far apart are joined.
    var bitGap = 0.3
    /// A dash may be followed by a gap of this many times its own length, but never of more than `dashGap` ems.
    var dashRatio = 2.0
    var dashGap = 1.0
    /// Shorter lines carry no table: ticks, underlines of one character.
    var minimumEdge = 0.5
    /// Lines meet when they miss each other by at most this.
    var reach = 0.3
    /// Two glyphs on either side of a line belong to different cells when they stand at least this far apart.
    var cutGap = 0.08
    /// A text may reach over the edge of its column by this where the line is lost.
    var edgeOverlap = 0.3
    /// A value stands at home in a column when it is at most this far from where most of the column's values stand: the
    /// lines that browsers leave out where a word processor's borders contradict each other.
    var columnHome = 0.2
    /// Texts of neighbouring cells are on one line when their middles differ by at most this.
    var lineShift = 0.35
    /// A line of text that hangs out of its cell stands no further below what is above it: ruled-chromium-any30 of seed c.
    var overhang = 0.3
    /// The spaces of a text that runs on over a line are as wide as each other but for this.
    var evenSpace = 0.05
    /// A row that a page's end leaves open is at least so high: ruled-chromium-any60 of seed l6b.
    var openRow = 0.6
    /// A line has to cover this share of a grid square's side to close it.
    var closingShare = 0.6

    /// A body without lines has so many rows at least, and so much between its columns: a head of boxes as Census tables have.
    var fewestOpenRows = 4
    var openColumnGap = 0.5
    /// Between two rows that no line parts is so much more space than between the lines of one.
    var bandGap = 0.25

    // Bounds, as counts
    /// Crossings looked at before a page is taken for a drawing.
    var crossingLimit = 20_000_000
    /// Runs of text in one block; the statistics of a whole page have some two thousand.
    var runLimit = 20_000
    /// Runs in one head; more are rows.
    var headLimit = 1000
    /// Columns before any are merged: a page of scattered characters has as many as fit side by side.
    var columnLimit = 400
    /// Grid squares of one table.
    var gridLimit = 1_000_000

    // Pages
    /// The share of a page's longer side, at its top and its bottom, in which running heads stand.
    var runningHeadZone = 0.12
    /// From the last line of a page to the first of the next where a table is laid out as one: as far as the lines of one
    /// text, so that a row may go on; in its head as far as two rows, unless its lines go on.
    var seam = 1.25
    var seamInHead = 2.2
    /// Columns of two pages' tables are the same when their edges differ by at most this.
    var joinTolerance = 0.5

    public init() {}
}

/// The settings made absolute for one page.
struct PageScale: Sendable {
    var settings: LayoutSettings
    /// The size of the page's ordinary text, in points.
    var em: Double
    var snap: Double
    var reach: Double

    init(em: Double, settings: LayoutSettings) {
        self.settings = settings
        self.em = em
        snap = (em * settings.snap).clamped(to: settings.snapRange)
        reach = (em * settings.reach).clamped(to: settings.snapRange)
    }
}

extension Comparable {
    func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
