import ReportModel

/// The head of a table at the end of a page, its rows overleaf: texts whose columns are known only there.
struct LoneHead {
    /// With the head's own glyphs only.
    private let page: Page
    private let text: RunText
    private let rules: [RowRule]
    private let scale: PageScale
    let box: Box
    /// Of its text and of the page's, in points.
    let textSize: Double
    let bodySize: Double

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
        textSize = region.scale.em
        bodySize = scale.em
    }

    /// The short texts that a page ends with, some of them side by side: nothing, unless a table's rows follow.
    init?(endOf text: RunText, _ rules: [RowRule], _ page: Page, _ scale: PageScale) {
        let order = text.runs.indices.sorted { text.runs[$0].box.midY > text.runs[$1].box.midY }
        guard let last = order.first.map({ text.runs[$0] }) else { return nil }
        var runs: [Int] = []
        var top = last.box.maxY
        for index in order {
            let run = text.runs[index]
            guard abs(run.size - last.size) < 0.05 * last.size, !run.isValue, run.box.width < 0.45 * page.width,
                top - run.box.maxY < 1.6 * last.size, runs.count < 200
            else { break }
            runs.append(index)
            top = min(top, run.box.y)
        }
        // Its first line may be the title above it, in another font.
        while let first = runs.last, text.runs[first].font != last.font, text.left[first] < 0, text.right[first] < 0 {
            runs.removeLast()
        }
        let isMine = Set(runs)
        guard runs.count > 2, runs.contains(where: { isMine.contains(text.right[$0]) }) else { return nil }
        self.init(AlignedRegion(text, runs, columns: [], rules: rules, scale), page, scale)
    }

    /// The head as it stands in the page's layout until its rows are found.
    var fragment: PageTable {
        let place = Place(page: page.number, box: box)
        let cell = Cell(row: 0, column: 0, text: "", parts: [CellPart(outline: place, ink: box, text: "")])
        let table = Table(
            construction: .unruled, places: [place], rowCount: 1, columnCount: 1, cells: [cell], confidence: 0)
        return PageTable(
            table: table, columnEdges: [box.x, box.maxX], box: box, columns: [box.x...box.maxX], textSize: textSize,
            head: self, isFragment: true)
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
