import ReportModel

/// Tables whose figures have lines around them and whose labels have none: the labels stand in the rows beside the grid, or
/// in squares of it that nothing closes.
struct OpenLabels {
    private let page: Page
    private let scale: PageScale

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
    }

    /// Do most rows that begin with a figure have their labels there?
    ///
    /// - Parameters:
    ///   - cells: the words in each cell of the grid.
    ///   - words: those in none.
    func stand(beside grid: CellGrid, _ cells: [[Word]], _ words: [Word]) -> Bool {
        let labels = words.filter { word in
            word.box.midY > grid.box.y && word.box.midY < grid.box.maxY && word.box.maxX < grid.box.maxX
                && !isFigure(word)
        }
        guard !labels.isEmpty else { return false }
        let open = openRows(grid, cells)
        let labelled = open.filter { row in labels.contains { isBeside($0, row) } }
        if labelled.contains(where: { row in row.left > grid.box.x + scale.em }) { return true }
        guard labelled.count > 1, labelled.count * 10 >= open.count * 6 else { return false }
        // Lines of prose do not heed the rows beside them.
        let crossing = labels.count { word in
            word.direction == .rightwards && word.box.maxX < grid.box.x + scale.em
                && grid.rowEdges.contains { abs($0 - word.box.midY) < 0.25 * word.box.height }
        }
        return crossing * 10 < labels.count
    }

    private typealias OpenRow = (top: Double, bottom: Double, left: Double)

    /// The rows whose first cell holds a figure or nothing, and where that begins.
    private func openRows(_ grid: CellGrid, _ cells: [[Word]]) -> [OpenRow] {
        grid.rowEdges.indices.dropLast().compactMap { row in
            let first = grid.cells.indices.filter { grid.cells[$0].rows.contains(row) }
                .min { grid.cells[$0].columns.lowerBound < grid.cells[$1].columns.lowerBound }
            guard let first, cells[first].allSatisfy(isFigure) else { return nil }
            return (grid.rowEdges[row], grid.rowEdges[row + 1], grid.columnEdges[grid.cells[first].columns.lowerBound])
        }
    }

    private func isBeside(_ word: Word, _ row: OpenRow) -> Bool {
        word.box.midY > row.top && word.box.midY < row.bottom && word.box.maxX < row.left + 0.5 * scale.em
    }

    private func isFigure(_ word: Word) -> Bool { Run.Content(word, page.glyphs).isValue }
}
