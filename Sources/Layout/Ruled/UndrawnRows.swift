import ReportModel

/// Finds rows that nobody drew in a ruled table whose columns are drawn: below the line that ends the head one cell a
/// column holds the texts of all rows.
struct UndrawnRows {
    private let page: Page
    private let scale: PageScale

    /// A cell of a row and the words in it.
    typealias Filled = (box: Box, words: [Word])

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
    }

    /// Where lines between the rows would be drawn; nil where the cells are one row.
    ///
    /// - Parameter cells: of one column each, from left to right.
    func edges(between cells: [Filled]) -> [Double]? {
        let filled = cells.filter { !$0.words.isEmpty }
        let assembler = LineAssembler(scale.settings)
        let lines = filled.map { (box: $0.box, lines: assembler.lines($0.words)) }
        guard lines.count(where: { $0.lines.count > 2 }) > 1, haveValues(lines) || beginTogether(lines.map(\.lines))
        else { return nil }
        let rows = rows(filled)
        guard rows.count > 1 else { return nil }
        return zip(rows, rows.dropFirst()).map { ($0.upperBound + $1.lowerBound) / 2 }
    }

    /// From the middle of the first line of each row to that of its last.
    private func rows(_ cells: [Filled]) -> [ClosedRange<Double>] {
        let text = RunFinder(page, scale.settings).runs(ofCells: cells.map(\.words))
        var columns = cells.map { cell in
            let own = text.runs.filter { cell.box.x...cell.box.maxX ~= $0.box.midX }
            return TextColumn(
                start: cell.box.x, end: cell.box.maxX, count: own.count, values: own.count(where: \.isValue))
        }
        // Texts between the labels and the values are no labels further in, with lines around each of them.
        if let first = columns.firstIndex(where: \.isValues), first > 1 {
            for index in columns.indices { columns[index].values = 0 }
        }
        let region = AlignedRegion(text, Array(text.runs.indices), columns: columns, rules: [], scale)
        let found = AlignedRowFinder(region).rows(region.runs)
        // A label of several rows has the lines around its cell drawn.
        guard found.groups.allSatisfy({ $0.rows.count == 1 }) else { return [] }
        return found.rows.enumerated().compactMap { number, row in
            let further = found.groups.filter { $0.rows.lowerBound == number }.flatMap(\.runs)
            let heights = (row.runs + further).map { region.run($0).box.midY }
            guard let top = heights.min(), let bottom = heights.max() else { return nil }
            return top...bottom
        }.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Do several values stand under each other in a column? A figure that is broken over lines had no room for its next
    /// piece.
    private func haveValues(_ cells: [(box: Box, lines: [WordLine])]) -> Bool {
        cells.contains { cell in
            guard cell.lines.count > 2 else { return false }
            let values = cell.lines.count { line in line.words.allSatisfy { Run.Content($0, page.glyphs).isValue } }
            let apart = zip(cell.lines, cell.lines.dropFirst()).count { upper, lower in
                upper.box.width + lower.box.width < 0.8 * cell.box.width
            }
            return values * 10 >= cell.lines.count * 7 && apart * 2 >= cell.lines.count - 1
        }
    }

    /// Do the texts form bands with more space between them than between their lines, and does each band begin on one
    /// height in two columns?
    private func beginTogether(_ cells: [[WordLine]]) -> Bool {
        let lines = cells.enumerated().flatMap { column, lines in lines.map { (column: column, line: $0) } }
            .sorted { $0.line.box.y < $1.line.box.y }
        let gaps = cells.flatMap { zip($0, $0.dropFirst()).map { $1.box.y - $0.box.maxY } }.sorted()
        guard let tight = gaps.first, let widest = gaps.last, let size = lines.first?.line.size,
            widest - tight > scale.settings.bandGap * size
        else { return false }
        let needed = tight + 0.5 * scale.settings.bandGap * size
        var bands: [[(column: Int, line: WordLine)]] = []
        var bottom = -Double.infinity
        for entry in lines {
            if entry.line.box.y - bottom > needed {
                bands.append([entry])
            } else {
                bands[bands.count - 1].append(entry)
            }
            bottom = max(bottom, entry.line.box.maxY)
        }
        guard bands.count > 2 else { return false }
        let together = bands.count { band in
            let top = band.map(\.line.box.midY).min() ?? 0
            let first = band.filter { $0.line.box.midY - top < scale.settings.lineShift * size }
            return Set(first.map(\.column)).count > 1
        }
        return together * 10 >= bands.count * 8
    }
}
