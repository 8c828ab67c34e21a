import ReportModel

/// Divides the cells of a ruled table that hold what stands in several: rows of numbers without lines between them,
/// and rows whose columns are drawn in the table's head only.
struct CellDivider {
    private let page: Page
    private let scale: PageScale

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
    }

    typealias Filled = (grid: CellGrid, words: [[Word]])

    /// What a cell is divided into.
    private typealias Piece = (rect: GridRect, words: [Word])

    /// The first piece takes the cell's place, the others come behind all cells.
    private static func replace(_ index: Int, with pieces: [Piece], in table: inout Filled) {
        for (number, piece) in pieces.enumerated() {
            if number == 0 {
                table.grid.cells[index] = piece.rect
                table.words[index] = piece.words
            } else {
                table.grid.cells.append(piece.rect)
                table.words.append(piece.words)
            }
        }
    }

    func divided(_ grid: CellGrid, _ words: [[Word]]) -> Filled {
        rows(labels(columns((grid, words))))
    }

    // MARK: Columns

    /// A cell over three columns or more with pieces of text in three of them, none of which reaches over an edge; and a
    /// cell whose values stand where those of their columns do.
    private func columns(_ table: Filled) -> Filled {
        var result = table
        let homes = ColumnHomes(page, scale, table.grid, table.words)
        for index in table.grid.cells.indices where table.grid.cells[index].columns.count > 1 {
            let cell = table.grid.cells[index]
            let words = table.words[index]
            guard
                let places = places(of: words, cell.columns, table.grid.columnEdges)
                    ?? homes.places(of: words, cell.columns)
            else { continue }
            let pieces = cell.columns.map { column in
                (
                    rect: GridRect(rows: cell.rows, columns: column..<column + 1),
                    words: zip(words, places).filter { $0.1 == column }.map(\.0)
                )
            }
            Self.replace(index, with: pieces, in: &result)
        }
        return sorted(result)
    }

    /// The column of each word; nil where the words are one text.
    private func places(of words: [Word], _ columns: Range<Int>, _ edges: [Double]) -> [Int]? {
        guard words.count > 2, words.allSatisfy({ $0.direction == .rightwards }) else { return nil }
        let order = words.indices.sorted { words[$0].box.x < words[$1].box.x }
        var places = [Int](repeating: 0, count: words.count)
        var pieces = 0
        var reach = -Double.infinity
        for index in order {
            let box = words[index].box
            guard let column = columns.last(where: { edges[$0] <= box.midX }) else { return nil }
            guard box.x > edges[column] - scale.settings.edgeOverlap * scale.em,
                box.maxX < edges[column + 1] + scale.settings.edgeOverlap * scale.em
            else { return nil }
            if box.x - reach > scale.em {
                pieces += 1
            } else if let last = order.first(where: { words[$0].box.maxX == reach }), places[last] != column {
                // No more than a space, and an edge between them: one text over two columns.
                return nil
            }
            places[index] = column
            reach = max(reach, box.maxX)
        }
        return pieces > 2 && Set(places).count > 2 ? places : nil
    }

    // MARK: Labels

    /// A cell over several rows with as many lines of text as there are rows of values beside it, each line on the height
    /// of one: labels that lost the line between them.
    private func labels(_ table: Filled) -> Filled {
        var result = table
        for index in table.grid.cells.indices where table.grid.cells[index].rows.count > 1 {
            let cell = table.grid.cells[index]
            let lines = LineAssembler(scale.settings).lines(table.words[index])
            guard lines.count > 1, let ends = ends(of: lines, cell, table) else { continue }
            var start = cell.rows.lowerBound
            let pieces = zip(ends, lines).map { end, line in
                defer { start = end }
                return (rect: GridRect(rows: start..<end, columns: cell.columns), words: line.words)
            }
            Self.replace(index, with: pieces, in: &result)
        }
        return sorted(result)
    }

    /// Behind which row each line's label ends; nil where the lines are one label.
    private func ends(of lines: [WordLine], _ cell: GridRect, _ table: Filled) -> [Int]? {
        let outline = table.grid.box(of: cell)
        var heights: [(end: Int, y: Double)] = []
        for row in cell.rows {
            let beside = table.grid.cells.indices.filter { other in
                let rect = table.grid.cells[other]
                return rect.rows.contains(row) && rect.columns.lowerBound >= cell.columns.upperBound
                    && !table.words[other].isEmpty
            }
            // Labels of their own: this one is a group's.
            guard beside.allSatisfy({ other in table.words[other].allSatisfy { Run.Content($0, page.glyphs).isValue } })
            else { return nil }
            for other in beside {
                // A neighbour that reaches in from the row above is that row's.
                guard let ink = Box.around(table.words[other].map(\.box)), outline.y...outline.maxY ~= ink.midY
                else { continue }
                let end = min(table.grid.cells[other].rows.upperBound, cell.rows.upperBound)
                guard let last = heights.last, abs(last.y - ink.midY) < scale.settings.lineShift * scale.em else {
                    heights.append((end, ink.midY))
                    continue
                }
                heights[heights.count - 1].end = max(last.end, end)
            }
        }
        guard heights.count == lines.count,
            zip(heights, lines).allSatisfy({ abs($0.y - $1.box.midY) < scale.settings.lineShift * $1.size }),
            zip(heights, heights.dropFirst()).allSatisfy({ $0.end < $1.end })
        else { return nil }
        return heights.dropLast().map(\.end) + [cell.rows.upperBound]
    }

    // MARK: Rows

    /// A row of cells whose lines stand on the same heights, numbers in one of them at least.
    private func rows(_ table: Filled) -> Filled {
        var result = table
        // From below, so that the numbers of the rows above stay.
        for row in stride(from: table.grid.rowEdges.count - 2, through: 0, by: -1) {
            let mine = result.grid.cells.indices.filter { result.grid.cells[$0].rows == row..<row + 1 }
            guard mine.count > 1, let edges = edges(between: mine, result) else { continue }
            let added = edges.count
            result.grid.rowEdges.insert(contentsOf: edges, at: row + 1)
            for index in result.grid.cells.indices {
                let rows = result.grid.cells[index].rows
                if rows.lowerBound > row {
                    result.grid.cells[index].rows = rows.lowerBound + added..<rows.upperBound + added
                } else if rows.upperBound > row + 1 {
                    result.grid.cells[index].rows = rows.lowerBound..<rows.upperBound + added
                }
            }
            for index in mine {
                let words = result.words[index]
                let columns = result.grid.cells[index].columns
                let pieces = (0...added).map { line in
                    (
                        rect: GridRect(rows: row + line..<row + line + 1, columns: columns),
                        words: words.filter { edges.countBelow($0.box.midY) == line }
                    )
                }
                Self.replace(index, with: pieces, in: &result)
            }
        }
        return sorted(result)
    }

    /// Where lines between the rows of a row of cells would be drawn.
    private func edges(between cells: [Int], _ table: Filled) -> [Double]? {
        let filled = cells.map { (box: table.grid.box(of: table.grid.cells[$0]), words: table.words[$0]) }
        if cells.allSatisfy({ table.grid.cells[$0].columns.count == 1 }) {
            if let edges = UndrawnRows(page, scale).edges(between: filled) { return edges }
        }
        return heights(filled).map { heights in
            zip(heights, heights.dropFirst()).map { ($0 + $1) / 2 }
        }
    }

    /// The heights of the lines that most cells of a row share; nil where they have few lines or others.
    private func heights(_ cells: [UndrawnRows.Filled]) -> [Double]? {
        let assembler = LineAssembler(scale.settings)
        let lines = cells.map { $0.words.isEmpty ? [] : assembler.lines($0.words) }
        guard let longest = lines.max(by: { $0.count < $1.count }), longest.count > 2 else { return nil }
        let heights = longest.map(\.box.midY)
        let em = longest.map(\.size).max() ?? scale.em
        var alike = 0
        var filled = 0
        var ofNumbers = 0
        for cell in lines where !cell.isEmpty {
            filled += 1
            // Every line on one of the heights.
            let isAligned = cell.allSatisfy { line in
                heights.contains { abs($0 - line.box.midY) < scale.settings.lineShift * em }
            }
            guard isAligned else { return nil }
            if cell.count * 10 >= heights.count * 7 { alike += 1 }
            let values = cell.count { line in
                line.words.allSatisfy { Run.Content($0, page.glyphs).isValue }
            }
            if cell.count > 2, values * 10 >= cell.count * 9 { ofNumbers += 1 }
        }
        guard filled > 1, alike * 2 > filled else { return nil }
        return ofNumbers > 0 || areTextsOfRows(zip(cells, lines).map { (box: $0.box, lines: $1) }) ? heights : nil
    }

    /// Have three cells or more a line on every height, each ended although the next word had room on it? A text that was
    /// broken over lines ends them where it has to.
    private func areTextsOfRows(_ cells: [(box: Box, lines: [WordLine])]) -> Bool {
        let filled = cells.filter { !$0.lines.isEmpty }
        guard filled.count > 2, let count = filled.first?.lines.count, count > 3,
            filled.allSatisfy({ $0.lines.count == count })
        else { return false }
        let pairs = filled.flatMap { cell in zip(cell.lines, cell.lines.dropFirst()).map { (cell.box, $0, $1) } }
        let ended = pairs.count { box, upper, lower in
            let next = lower.words.min { $0.box.x < $1.box.x }?.box.width ?? 0
            return upper.box.width + next + upper.size < box.width
        }
        return ended * 20 >= pairs.count * 19
    }

    private func sorted(_ table: Filled) -> Filled {
        let order = table.grid.cells.indices.sorted { left, right in
            let (one, two) = (table.grid.cells[left], table.grid.cells[right])
            return (one.rows.lowerBound, one.columns.lowerBound) < (two.rows.lowerBound, two.columns.lowerBound)
        }
        var result = table
        result.grid.cells = order.map { table.grid.cells[$0] }
        result.words = order.map { table.words[$0] }
        return result
    }
}
