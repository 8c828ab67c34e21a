import ReportModel

/// rulings → edges → groups → lattices → cells → tables
struct RuledTableFinder {
    private let page: Page
    private let scale: PageScale

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
    }

    struct Result {
        var tables: [PageTable] = []
        var frames: [PageTable] = []
        /// The cells of heads whose rows have no lines.
        var heads: [Box] = []
        /// The lines that belong to no table.
        var rest = PageEdges()
        /// False where a limit ended the search.
        var isWhole = true
    }

    /// The page's ruled tables; the words that stand in them are taken out of `words`.
    func tables(_ words: inout [Word]) -> Result {
        var result = Result()
        let edges = EdgeBuilder(scale).edges(from: page.rulings) { !$0.isFillEdge }
        result.rest = edges
        guard page.rulings.count > 3 else { return result }
        let (groups, _, isWhole) = EdgeGrouper(scale).groups(of: edges)
        result.isWhole = isWhole
        var grids: [CellGrid] = []
        for group in OpenSections(page, scale).joined(groups, over: words)
        where group.horizontal.count > 1 || isCutRow(group, edges) {
            guard let lattice = Lattice(group, scale) else { continue }
            var finder = LatticeCellFinder(lattice)
            if let grid = finder.grid() { grids.append(grid) }
        }
        // Inner tables first: a cell that holds a table of its own keeps only the rest of its text.
        grids.sort { $0.box.area < $1.box.area }
        for grid in grids {
            let grid = SheetHeads(page, scale).removed(from: grid, &words)
            // One column is a frame around text, or a row of the table on the page before.
            let isFrame = grid.columnEdges.count == 2
            let placer = CellPlacer(page, grid, scale)
            var cells = [[Word]](repeating: [], count: grid.cells.count)
            if !isFrame { words = keepingStacksWhole(words, placer, grid) }
            let outline = grid.box
            var rest: [Word] = []
            rest.reserveCapacity(words.count)
            for word in words {
                let isInside = outline.contains(x: word.box.midX, y: word.box.midY)
                if !isInside || !placer.place(word, into: &cells) { rest.append(word) }
            }
            if !isFrame { Overhang(scale).take(&rest, into: &cells, of: grid) }
            if OpenLabels(page, scale).stand(beside: grid, cells, rest) { continue }
            if HeadAlone(page, scale).isAll(of: grid, cells, over: rest, beside: grids) {
                result.heads += grid.cells.map(grid.box)
                continue
            }
            var whole = isFrame ? (grid, cells) : CellDivider(page, scale).divided(grid, cells)
            if !isFrame, case .head(let table) = OpenBody(page, edges, scale).found(in: (grid, cells), divided: whole) {
                guard let table else { continue }
                words = rest
                result.tables.append(table)
                continue
            }
            if !isFrame { Overrun(page, scale).take(&whole.1, of: whole.0) }
            guard let table = TableAssembler(page, scale).table(whole.0, whole.1, construction: .ruled) else {
                continue
            }
            if isFrame {
                result.frames.append(table)
            } else if !isUndivided(whole.0, whole.1), !isDrawing(grid, cells), !isChart(grid, cells) {
                words = rest
                result.tables.append(table)
            }
        }
        result.rest = rest(edges, result.tables)
        return result
    }

    /// Is it the row that a page ends with, its lower border overleaf: lines that all hang from one and end together?
    private func isCutRow(_ group: EdgeGroup, _ edges: PageEdges) -> Bool {
        guard let top = group.horizontal.first, group.vertical.count > 2, let end = group.vertical.first?.end,
            edges.horizontal.last?.position ?? 0 <= top.position
        else { return false }
        return group.vertical.allSatisfy {
            abs($0.start - top.position) < scale.reach && abs($0.end - end) < scale.reach
        }
    }

    /// Are the rows drawn and the columns not? Then most rows hold several texts far apart in one cell.
    private func isUndivided(_ grid: CellGrid, _ cells: [[Word]]) -> Bool {
        var undivided = 0
        var filled = 0
        for words in cells where !words.isEmpty {
            filled += 1
            let line = words.sorted { $0.box.x < $1.box.x }
            var reach = -Double.infinity
            var pieces = 0
            for word in line {
                if word.box.x - reach > 1.2 * scale.em { pieces += 1 }
                reach = max(reach, word.box.maxX)
            }
            if pieces > 2 { undivided += 1 }
        }
        return undivided > 1 && undivided * 2 >= filled
    }

    /// Are most rows without any text? Then the lines are a chart's or a picture's.
    private func isDrawing(_ grid: CellGrid, _ cells: [[Word]]) -> Bool {
        let rows = grid.rowEdges.count - 1
        guard rows > 3 else { return false }
        var hasText = [Bool](repeating: false, count: rows)
        for (cell, words) in zip(grid.cells, cells) where !words.isEmpty {
            for row in cell.rows { hasText[row] = true }
        }
        return hasText.count { $0 } * 5 < rows * 2
    }

    /// Do all texts stand apart from each other, as the boxes of a chart do? In a table a text has another beside it.
    private func isChart(_ grid: CellGrid, _ cells: [[Word]]) -> Bool {
        let boxes = cells.indices.filter { !cells[$0].isEmpty }.map { grid.box(of: grid.cells[$0]) }
        // No chart has that many.
        guard boxes.count > 1, boxes.count < 100 else { return false }
        let reach = 1.2 * scale.em
        for (index, box) in boxes.enumerated() {
            for other in boxes[(index + 1)...] {
                let (across, down) = (
                    min(box.maxX, other.maxX) - max(box.x, other.x), min(box.maxY, other.maxY) - max(box.y, other.y)
                )
                if min(across, down) > -reach { return false }
            }
        }
        return true
    }

    /// The lines outside of the tables.
    private func rest(_ edges: PageEdges, _ tables: [PageTable]) -> PageEdges {
        guard !tables.isEmpty else { return edges }
        let boxes = tables.map { $0.box.insetBy(-scale.reach) }
        func isOutside(_ x: Double, _ y: Double) -> Bool { !boxes.contains { $0.contains(x: x, y: y) } }
        return PageEdges(
            horizontal: edges.horizontal.filter { isOutside(($0.start + $0.end) / 2, $0.position) },
            vertical: edges.vertical.filter { isOutside($0.position, ($0.start + $0.end) / 2) })
    }

    /// Joins the characters of a vertical label that runs over the borders of its cell, so that they are placed as one.
    private func keepingStacksWhole(_ words: [Word], _ placer: CellPlacer, _ grid: CellGrid) -> [Word] {
        guard grid.cells.contains(where: { $0.columns.lowerBound == 0 }) else { return words }
        var isGone = Set<Int>()
        var whole: [Word] = []
        for chain in StackFinder.chains(in: words, of: page) {
            let homes = chain.map { placer.cell(x: words[$0].box.midX, y: words[$0].box.midY) }
            // Values of one character in a column stand one a cell; a label has two in one, or part of it outside.
            guard Set(homes).count > 1, homes.contains(where: { $0 != nil }),
                homes.contains(nil) || zip(homes, homes.dropFirst()).contains(where: { $0 == $1 }),
                var word = chain.first.map({ words[$0] })
            else { continue }
            // The glyphs need not follow each other in the file, the parts of the label do.
            word.direction = .downwards
            word.parts = chain.map { words[$0].glyphs }
            word.box = Box.around(chain.lazy.map { words[$0].box }) ?? word.box
            isGone.formUnion(chain)
            whole.append(word)
        }
        guard !whole.isEmpty else { return words }
        return words.indices.filter { !isGone.contains($0) }.map { words[$0] } + whole
    }
}

/// a grid and the words of its cells → a table
struct TableAssembler {
    private let page: Page
    private let scale: PageScale

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
    }

    /// Nil where no cell has text.
    func table(_ grid: CellGrid, _ words: [[Word]], construction: Table.Construction) -> PageTable? {
        guard words.contains(where: { !$0.isEmpty }) else { return nil }
        let assembler = TextAssembler(page, scale.settings)
        var cells: [Cell] = []
        cells.reserveCapacity(grid.cells.count)
        for (rect, words) in zip(grid.cells, words) {
            let text = assembler.text(words)
            let part = CellPart(
                outline: Place(page: page.number, box: grid.box(of: rect)), ink: Box.around(words.lazy.map(\.box)),
                text: text)
            cells.append(
                Cell(
                    row: rect.rows.lowerBound, column: rect.columns.lowerBound, rowSpan: rect.rows.count,
                    columnSpan: rect.columns.count, text: text, parts: [part]))
        }
        let rows = grid.rowEdges.count - 1
        HeaderRows.mark(&cells, rows: rows)
        let table = Table(
            construction: construction, places: [Place(page: page.number, box: grid.box)], rowCount: rows,
            columnCount: grid.columnEdges.count - 1, cells: cells, confidence: 1)
        return PageTable(table: table, columnEdges: grid.columnEdges, box: grid.box)
    }
}

/// Which of a table's first rows are its head.
enum HeaderRows {
    static func mark(_ cells: inout [Cell], rows: Int) {
        let head = count(in: cells, rows: rows)
        for index in cells.indices { cells[index].isHeader = cells[index].row < head }
    }

    /// The rows before the first one that has a value; the first row where none has.
    private static func count(in cells: [Cell], rows: Int) -> Int {
        var firstValue = rows
        var head = 1
        for cell in cells where cell.text.isValueLike { firstValue = min(firstValue, cell.row) }
        if firstValue < rows { head = firstValue }
        // A row whose cells reach into the first row of values is still head.
        return rows > 1 ? min(head, rows - 1) : 0
    }
}
