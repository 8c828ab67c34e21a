import ReportModel

/// What a table of aligned text is made of.
struct AlignedPart {
    /// With these runs' glyphs only.
    var page: Page
    var text: RunText
    /// By y.
    var rules: [RowRule]
    /// x of lines that part columns whatever the text says.
    var walls: [Double]
    var scale: PageScale
    /// The cells of its head, where that has lines around them and the rows have none.
    var heads: [Box] = []
    /// Nothing but a page number stands below it: its last row may go on overleaf.
    var endsPage = false
    /// Where it goes on overleaf.
    var seams: [PageSeam] = []

    init(
        _ runs: [Int], of text: RunText, _ page: Page, rules: [RowRule], walls: [Double], _ scale: PageScale
    ) {
        (self.page, self.text) = text.kept(runs, of: page)
        self.rules = rules
        self.walls = walls
        self.scale = scale
    }
}

/// runs → columns → rows → a table
struct AlignedTableBuilder {
    private let part: AlignedPart

    init(_ part: AlignedPart) { self.part = part }

    func table() -> (table: PageTable, isTable: Bool)? {
        let (printed, scale) = (part.text, part.scale)
        let runs = Array(printed.runs.indices)
        let stacks = printed.stacks(of: part.page)
        let walls = part.walls + stackWalls(stacks)
        let moved = SideValues(printed, runs, scale).centred()
        let text = moved ?? printed
        let seams = part.seams.map(\.y)
        let columns = ColumnFinder(text, walls: walls, seams: seams, scale).columns(of: runs)
        guard columns.count > 1, columns.count <= 200 else { return nil }
        var region = AlignedRegion(text, runs, columns: columns, rules: part.rules, stacks: stacks, scale)
        region.heads = part.heads
        region.endsPage = part.endsPage
        region.seams = seams
        guard let grid = AlignedGridBuilder(region).grid() else { return nil }
        let score = AlignedScore(grid, region)
        let whole = moved.map { grid.reaching(over: printed, movedTo: $0) } ?? grid
        guard var table = assembled(whole, region, score) else { return nil }
        if !runs.contains(where: { text.runs[$0].isValue }) { table.head = LoneHead(region, part.page, scale) }
        table.part = part
        return (table, score.isTable)
    }

    /// A vertical label parts the page on its height: nothing reaches over it.
    private func stackWalls(_ stacks: [[Int]]) -> [Double] {
        let text = part.text
        return stacks.flatMap { chain -> [Double] in
            guard let box = Box.around(chain.lazy.map { text.runs[$0].box }) else { return [] }
            // Text over its characters is no text between them: a page's end makes it hang out over its neighbours.
            let isCrossed = text.runs.contains { run in
                let run = run.box
                return run.midY > box.y && run.midY < box.maxY && run.x < box.x - 1 && run.maxX > box.maxX + 1
                    && !chain.contains {
                        min(text.runs[$0].box.maxY, run.maxY) - max(text.runs[$0].box.y, run.y) > 1
                    }
            }
            // The comma behind its first character is no wider than the space that it has.
            let ends = chain.map { text.runs[$0].box.maxX }.sorted()
            return isCrossed ? [] : [box.x, ends[ends.count / 2]]
        }
    }

    private func assembled(_ grid: AlignedGrid, _ region: AlignedRegion, _ score: AlignedScore) -> PageTable? {
        var table = AlignedTableAssembler(part.page, part.scale, part.seams).table(
            grid, region, construction: score.rules > 0 ? .partlyRuled : .unruled)
        table?.table.confidence = score.confidence
        table?.isFragment = !score.isTable
        return table
    }
}

extension RunText {
    /// The vertical labels of a page, as runs.
    func stacks(of page: Page) -> [[Int]] {
        let singles = runs.indices.filter { runs[$0].words.count == 1 && runs[$0].content.wide > 0 }
        let words = singles.map { self.words[runs[$0].words.lowerBound] }
        return StackFinder.chains(in: words, of: page).map { $0.map { singles[$0] } }
    }
}
