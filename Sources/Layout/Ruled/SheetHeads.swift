import ReportModel

/// The letters of the columns and the numbers of the rows that a spreadsheet prints around its cells: they are no part of
/// the table.
struct SheetHeads {
    private let page: Page
    private let scale: PageScale

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
    }

    /// The grid within the letters and numbers, which are taken out of `words`; the grid itself where it has none.
    ///
    /// A table may count its own rows and columns so: only a sheet with merged cells, as titles and forms have them, is
    /// sure to be one.
    func removed(from grid: CellGrid, _ words: inout [Word]) -> CellGrid {
        guard grid.rowEdges.count > 3, grid.columnEdges.count > 2 else { return grid }
        let (left, top) = (grid.columnEdges[1], grid.rowEdges[1])
        let inner = grid.cells.filter { $0.rows.lowerBound > 0 && $0.columns.lowerBound > 0 }
        guard inner.contains(where: { $0.columns.count > 1 }) else { return grid }
        let outline = grid.box
        let heads = words.indices.filter { index in
            let box = words[index].box
            return outline.contains(x: box.midX, y: box.midY) && (box.midY < top || box.midX < left)
        }
        let letters = heads.filter { words[$0].box.midX > left }.sorted { words[$0].box.x < words[$1].box.x }
        let numbers = heads.filter { words[$0].box.midX < left }.sorted { words[$0].box.y < words[$1].box.y }
        guard letters.count == grid.columnEdges.count - 2, numbers.count == grid.rowEdges.count - 2,
            isCounted(letters.map { letter(text(words[$0])) }), isCounted(numbers.map { Int(text(words[$0])) })
        else { return grid }
        let isHead = Set(heads)
        words = words.indices.filter { !isHead.contains($0) }.map { words[$0] }
        return CellGrid(
            columnEdges: Array(grid.columnEdges.dropFirst()), rowEdges: Array(grid.rowEdges.dropFirst()),
            cells: inner.map { cell in
                GridRect(
                    rows: cell.rows.lowerBound - 1..<cell.rows.upperBound - 1,
                    columns: cell.columns.lowerBound - 1..<cell.columns.upperBound - 1)
            }
        ).reduced()
    }

    private func text(_ word: Word) -> String {
        String(String.UnicodeScalarView(page.glyphs[word.glyphs].lazy.map(\.scalar).filter { !$0.isBlank }))
    }

    /// A is 1, Z 26, AA 27.
    private func letter(_ text: String) -> Int? {
        let isLetters = (1...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        guard isLetters else { return nil }
        return text.utf8.reduce(0) { $0 * 26 + Int($1 - 0x40) }
    }

    /// Does each follow the one before? On later pages they begin where the page before has ended.
    private func isCounted(_ numbers: [Int?]) -> Bool {
        guard let first = numbers.first, let start = first else { return false }
        return numbers == numbers.indices.map { start + $0 }
    }
}
