import ReportModel

/// A table of one page, with the grid that it was found on.
struct PageTable {
    var table: Table
    /// Left edge of the first column to right edge of the last, in points.
    var columnEdges: [Double]
    var box: Box
    /// Where the text of each column stands, in a table without lines between its columns.
    var columns: [ClosedRange<Double>]?
    /// The size of its text, in points; 0 where it has lines on all sides.
    var textSize = 0.0
    /// What it was made of, in a table without lines between its columns.
    var part: AlignedPart?
    /// What to lay out anew where the table is but a head and goes on overleaf.
    var head: LoneHead?
    /// Rows of aligned text that would be no table without another page's.
    var isFragment = false

    var page: Int { table.places.first?.page ?? 0 }
}

/// What one page comes to, before the pages are put together.
struct PageLayout {
    enum Block {
        case line(TextLine)
        case table(PageTable)

        var box: Box {
            switch self {
            case .line(let line): line.place.box
            case .table(let table): table.box
            }
        }
    }

    var summary: PageSummary
    /// In reading order.
    var blocks: [Block]
    /// What stands in panels beside the text; it comes behind the document's.
    var asides: [Block] = []
    var panels: [Box] = []
    /// Boxes with a single cell, and rows of aligned text that are too few for a table: nothing, unless a neighbouring
    /// page shows that they belong to its table. Their text stands in the blocks, as lines.
    var frames: [PageTable]
    /// The texts that the page begins and ends with outside its tables, which may be lines of their cells.
    var rests: AlignedPart?
    /// Its first rows, should the page before tell their columns.
    var opening: OpeningRows?
    var em: Double
    /// The page as plain text, unless it has a table with lines around every cell.
    var typed: [TypedLine] = []
}

/// page → blocks
struct PageAnalyser {
    private let page: Page
    private let scale: PageScale
    /// The panels of the pages before.
    private let panels: [Box]

    init(_ page: Page, _ settings: LayoutSettings, after panels: [Box] = []) {
        let page = TrueSizes(page).applied(to: page)
        self.page = page
        scale = PageScale(em: page.bodySize, settings: settings)
        self.panels = panels
    }

    func layout() -> PageLayout {
        var words = Stamps(scale).removed(from: WordFinder(page, scale.settings).words())
        var all = words
        var found = RuledTableFinder(page, scale).tables(&words)
        found.rest.horizontal += TypedRules(page, scale).edges(from: &words)
        found.rest.horizontal.sort { ($0.position, $0.start) < ($1.position, $1.start) }
        var asides: [PageLayout.Block] = []
        let panels = SidePanels(page, after: panels, scale).boxes(words)
        for panel in panels {
            var own = words.filter { panel.contains(x: $0.box.midX, y: $0.box.midY) }
            words.removeAll { panel.contains(x: $0.box.midX, y: $0.box.midY) }
            all.removeAll { panel.contains(x: $0.box.midX, y: $0.box.midY) }
            let tables = AlignedTableFinder(page, edges: found.rest, scale).tables(&own).tables
            asides += blocks(own, tables)
        }
        let aligned = AlignedTableFinder(page, edges: found.rest, heads: found.heads, scale).tables(&words)
        var summary = PageSummary(page)
        if !aligned.isWhole { summary.warnings.append(.tooManyRuns(limit: scale.settings.runLimit)) }
        if !found.isWhole { summary.warnings.append(.tooManySegments(limit: scale.settings.crossingLimit)) }
        // A text alone in a box with lines around it stands in that.
        let rows = aligned.rows.filter { row in
            row.head?.isOneText != true
                || !found.frames.contains { $0.box.contains(x: row.box.midX, y: row.box.midY) }
        }
        let isOpen = !found.tables.contains { $0.table.construction == .ruled }
        return PageLayout(
            summary: summary, blocks: blocks(words, found.tables + aligned.tables), asides: asides, panels: panels,
            frames: rows + found.frames, rests: aligned.rests, opening: aligned.opening,
            em: scale.em,
            typed: isOpen ? LineTyper(page, scale.settings).lines(all) : [])
    }

    private func blocks(_ words: [Word], _ tables: [PageTable]) -> [PageLayout.Block] {
        var blocks = TextLineFinder(page, scale).lines(words).map { PageLayout.Block.line($0) }
        blocks += tables.map { PageLayout.Block.table($0) }
        return blocks.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
    }
}
