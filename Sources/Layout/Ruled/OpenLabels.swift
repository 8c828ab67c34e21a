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
        let starts = starts(of: grid, cells)
        let open = starts.indices.filter { starts[$0].isFinite }
        var labelled = Set<Int>()
        var crossing = 0
        for label in labels {
            let row = grid.rowEdges.countBelow(label.box.midY) - 1
            if starts.indices.contains(row), label.box.maxX < starts[row] + 0.5 * scale.em { labelled.insert(row) }
            let isNear = [row, row + 1].contains {
                grid.rowEdges.indices.contains($0)
                    && abs(grid.rowEdges[$0] - label.box.midY) < 0.25 * label.box.height
            }
            if isNear, label.direction == .rightwards, label.box.maxX < grid.box.x + scale.em { crossing += 1 }
        }
        labelled.formIntersection(open)
        if labelled.contains(where: { starts[$0] > grid.box.x + scale.em }) { return true }
        guard labelled.count > 1, labelled.count * 10 >= open.count * 6 else { return false }
        // Lines of prose do not heed the rows beside them.
        return crossing * 10 < labels.count
    }

    /// Where each row's first cell begins; minus infinity for rows that begin with a text or have no cell.
    private func starts(of grid: CellGrid, _ cells: [[Word]]) -> [Double] {
        var first = [Int?](repeating: nil, count: grid.rowEdges.count - 1)
        for (index, cell) in grid.cells.enumerated() {
            for row in cell.rows
            where first[row].map({ grid.cells[$0].columns.lowerBound > cell.columns.lowerBound }) ?? true {
                first[row] = index
            }
        }
        return first.map { index in
            guard let index, cells[index].allSatisfy(isFigure) else { return -.infinity }
            return grid.columnEdges[grid.cells[index].columns.lowerBound]
        }
    }

    private func isFigure(_ word: Word) -> Bool { Run.Content(word, page.glyphs).isValue }
}
