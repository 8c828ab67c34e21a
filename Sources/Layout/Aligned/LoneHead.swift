import ReportModel

/// The head of a table at the end of a page, its rows overleaf: texts whose columns are known only there.
struct LoneHead {
    /// With the head's own glyphs only.
    private let page: Page
    private let text: RunText
    private let rules: [RowRule]
    private let scale: PageScale
    let box: Box

    init(_ region: AlignedRegion, _ page: Page, _ scale: PageScale) {
        var own = Page(number: page.number, width: page.width, height: page.height, fonts: page.fonts)
        var text = RunText()
        for index in region.runs {
            var run = region.run(index)
            let first = text.words.count
            for number in run.words {
                var word = region.text.words[number]
                word.parts = nil
                let start = own.glyphs.count
                own.glyphs += page.glyphs[word.glyphs]
                word.glyphs = start..<own.glyphs.count
                text.words.append(word)
            }
            run.words = first..<text.words.count
            text.runs.append(run)
        }
        self.page = own
        self.text = text
        rules = region.rules
        box = region.box
        self.scale = scale
    }

    /// The head over the columns of the rows that follow; nil where it does not stand over them.
    func table(over columns: [ClosedRange<Double>]) -> PageTable? {
        guard let start = columns.first?.lowerBound, let end = columns.last?.upperBound else { return nil }
        let shared = min(end, box.maxX) - max(start, box.x)
        guard shared > 0.7 * min(end - start, box.width), box.x > start - 2 * scale.em, box.maxX < end + 2 * scale.em
        else { return nil }
        let region = AlignedRegion(
            text, Array(text.runs.indices),
            columns: columns.map { TextColumn(start: $0.lowerBound, end: $0.upperBound) }, rules: rules, scale)
        let (cells, rows) = HeaderFinder(region).cells(region.runs)
        guard rows > 0 else { return nil }
        let builder = AlignedCellBuilder(region)
        let grid = AlignedGrid(
            cells: builder.completed(cells, rows: rows), headRows: rows,
            columnEdges: (0...columns.count).map(region.edge(before:)), rowEdges: builder.rowEdges(cells, rows, []),
            columns: region.columns)
        return AlignedTableAssembler(page, scale).table(grid, region, construction: .unruled)
    }
}
