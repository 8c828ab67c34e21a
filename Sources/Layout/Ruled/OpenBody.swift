import ReportModel

/// Tables with lines around the headings of their head, and around their body as a whole.
///
/// What stands in such a body is aligned text, like that below a single line; only where it has the columns of the head, and
/// nothing that reaches over them, can it be divided without knowing more.
struct OpenBody {
    private let page: Page
    private let edges: PageEdges
    private let scale: PageScale

    init(_ page: Page, _ edges: PageEdges, _ scale: PageScale) {
        self.page = page
        self.edges = edges
        self.scale = scale
    }

    typealias Filled = (grid: CellGrid, words: [[Word]])

    enum Finding {
        /// The lines are the whole table's.
        case none
        /// They are its head's. Without a table where the body does not fit below that: then all of it is aligned text.
        case head(PageTable?)
    }

    /// - Parameter divided: what is made of the same grid where its cells have the columns of the head.
    func found(in table: Filled, divided: Filled) -> Finding {
        let open = open(in: table) { $1 > table.grid.cells[$0].columns.count }
        let left = open.isEmpty ? self.open(in: divided) { _, _ in true } : []
        let start = (open.map { table.grid.cells[$0] } + left.map { divided.grid.cells[$0] }).map(\.rows.lowerBound)
            .min()
        guard let start, start > 0,
            table.grid.cells.allSatisfy({ $0.rows.upperBound <= start || $0.rows.lowerBound >= start })
        else { return .none }
        let head = table.grid.cells.indices.filter { table.grid.cells[$0].rows.upperBound <= start }
        guard head.count(where: { !table.words[$0].isEmpty }) > 1 else { return .none }
        return .head(whole(table, head, from: start))
    }

    // MARK: The body

    /// The cells of many lines that hold most of the text; none where less than half of it stands in such.
    private func open(in table: Filled, where isOpen: (Int, Int) -> Bool) -> [Int] {
        let open = table.words.indices.filter { index in
            pieces(of: table.words[index]).map { isOpen(index, $0) } ?? false
        }
        let all = table.words.reduce(0) { $0 + $1.count }
        return open.reduce(0) { $0 + table.words[$1].count } * 2 > all ? open : []
    }

    /// In how many columns the text of a cell stands; nil where it is no rows of values.
    private func pieces(of words: [Word]) -> Int? {
        let settings = scale.settings
        guard words.count >= 2 * settings.fewestOpenRows else { return nil }
        let lines = LineAssembler(settings).lines(words.filter { !$0.isLeader })
        guard lines.count >= settings.fewestOpenRows else { return nil }
        var parted: [Word] = []
        var rows = 0
        var values = 0
        for line in lines {
            let gaps = zip(line.words, line.words.dropFirst()).filter { $1.box.x - $0.box.maxX > scale.em }
            guard !gaps.isEmpty else { continue }
            rows += 1
            values += gaps.count { Run.Content($0.1, page.glyphs).isValue }
            parted += line.words
        }
        guard rows >= settings.fewestOpenRows, rows * 2 > lines.count, values * 2 > rows else { return nil }
        var pieces = 0
        var reach = -Double.infinity
        for word in parted.sorted(by: { $0.box.x < $1.box.x }) {
            if word.box.x - reach > settings.openColumnGap * scale.em { pieces += 1 }
            reach = max(reach, word.box.maxX)
        }
        return pieces > 1 ? pieces : nil
    }

    private func hasGaps(_ words: [Word]) -> Bool {
        LineAssembler(scale.settings).lines(words).contains { line in
            zip(line.words, line.words.dropFirst()).contains { $1.box.x - $0.box.maxX > scale.em }
        }
    }

    // MARK: Head and body

    /// The head as it is drawn over the body's own columns; nil where one of its headings has none of them.
    private func whole(_ table: Filled, _ head: [Int], from start: Int) -> PageTable? {
        let (grid, box) = (table.grid, table.grid.box)
        let leaves = head.map { grid.cells[$0] }.filter { $0.rows.upperBound == start }
            .map(\.columns).sorted { $0.lowerBound < $1.lowerBound }
        guard leaves.first?.lowerBound == 0, leaves.last?.upperBound == grid.columnEdges.count - 1,
            zip(leaves, leaves.dropFirst()).allSatisfy({ $0.upperBound == $1.lowerBound })
        else { return nil }
        // Where several headings stand in one, the head is no more divided than the body.
        guard !head.contains(where: { hasGaps(table.words[$0]) }) else { return nil }
        let inner = leaves.dropFirst().map { grid.columnEdges[$0.lowerBound] }
        let body = table.words.indices.filter { grid.cells[$0].rows.lowerBound >= start }.flatMap { table.words[$0] }
        let text = RunFinder(page, scale.settings).runs(body)
        let runs = Array(text.runs.indices)
        guard !runs.isEmpty, runs.count <= scale.settings.runLimit else { return nil }
        let columns = ColumnFinder(text, walls: inner, scale).columns(of: runs)
        guard columns.count >= leaves.count, columns.count <= 200 else { return nil }
        let rules = edges.horizontal.filter { $0.position > grid.rowEdges[start] && $0.position < box.maxY }
            .map { RowRule(y: $0.position, start: $0.start, end: $0.end, isSoft: false) }
        let region = AlignedRegion(text, runs, columns: columns, rules: rules, scale)
        guard let found = AlignedGridBuilder(region).grid(hasHead: false) else { return nil }
        // Below which heading each column stands.
        let homes = columns.map { column in inner.countBelow((column.start + column.end) / 2) }
        guard Set(homes).count == leaves.count, zip(homes, homes.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            return nil
        }
        var columnEdges = found.columnEdges
        columnEdges[0] = box.x
        columnEdges[columns.count] = box.maxX
        for column in columns.indices.dropFirst() where homes[column] > homes[column - 1] {
            columnEdges[column] = inner[homes[column] - 1]
        }
        func span(of heading: GridRect) -> Range<Int> {
            let own = leaves.indices.filter { heading.columns.contains(leaves[$0].lowerBound) }
            let mine = homes.indices.filter { own.contains(homes[$0]) }
            return (mine.first ?? 0)..<(mine.last ?? 0) + 1
        }
        let cells =
            head.map { (GridRect(rows: grid.cells[$0].rows, columns: span(of: grid.cells[$0])), table.words[$0]) }
            + found.cells.map { cell in
                (
                    GridRect(rows: cell.rows.lowerBound + start..<cell.rows.upperBound + start, columns: cell.columns),
                    cell.runs.flatMap { region.run($0).words.map { text.words[$0] } }
                )
            }
        let whole = CellGrid(
            columnEdges: columnEdges,
            rowEdges: grid.rowEdges[...start] + found.rowEdges.dropFirst().dropLast() + [box.maxY],
            cells: cells.map(\.0))
        guard var result = TableAssembler(page, scale).table(whole, cells.map(\.1), construction: .ruled) else {
            return nil
        }
        for index in result.table.cells.indices {
            result.table.cells[index].isHeader = result.table.cells[index].row < start
        }
        return result
    }
}
