import ReportModel

/// a grid of aligned text → a table
struct AlignedTableAssembler {
    private let page: Page
    private let scale: PageScale
    /// Where the table goes on overleaf.
    private let seams: [PageSeam]

    init(_ page: Page, _ scale: PageScale, _ seams: [PageSeam] = []) {
        self.page = page
        self.scale = scale
        self.seams = seams
    }

    /// Nil where no cell has text.
    func table(_ grid: AlignedGrid, _ region: AlignedRegion, construction: Table.Construction) -> PageTable? {
        let cellGrid = CellGrid(
            columnEdges: grid.columnEdges, rowEdges: grid.rowEdges,
            cells: grid.cells.map { GridRect(rows: $0.rows, columns: $0.columns) })
        let words = grid.cells.map { cell in cell.runs.flatMap { region.run($0).words.map { region.text.words[$0] } } }
        guard var table = TableAssembler(page, scale).table(cellGrid, words, construction: construction) else {
            return nil
        }
        for index in table.table.cells.indices {
            table.table.cells[index].isHeader = table.table.cells[index].row < grid.headRows
        }
        if !seams.isEmpty { part(&table, words) }
        table.textSize = region.scale.em
        table.columns = grid.columns.map { $0.start...max($0.start, $0.end) }
        return table
    }

    /// Gives the table and its cells the places that they have on each page.
    private func part(_ table: inout PageTable, _ words: [[Word]]) {
        let assembler = TextAssembler(page, scale.settings)
        let tops = [-Double.infinity] + seams.map(\.y)
        let bottoms = seams.map(\.y) + [Double.infinity]
        let pages = [page.number] + seams.map(\.page)
        let shifts = [0] + seams.map(\.shift)
        let glyphs = [0] + seams.map(\.glyph) + [page.glyphs.count]
        func place(_ box: Box, on number: Int) -> Place? {
            let (top, bottom) = (max(box.y, tops[number]), min(box.maxY, bottoms[number]))
            guard top < bottom else { return nil }
            let box = Box(fromX: box.x, y: top - shifts[number], toX: box.maxX, y: bottom - shifts[number])
            return Place(page: pages[number], box: box)
        }
        for (index, words) in words.enumerated() {
            guard let outline = table.table.cells[index].parts.first?.outline.box else { continue }
            table.table.cells[index].parts = pages.indices.compactMap { number in
                let own = words.filter { (glyphs[number]..<glyphs[number + 1]).contains($0.glyphs.lowerBound) }
                var ink = Box.around(own.lazy.map(\.box))
                ink?.y -= shifts[number]
                guard let place = place(outline, on: number) ?? ink.map({ Place(page: pages[number], box: $0) }) else {
                    return nil
                }
                return CellPart(outline: place, ink: ink, text: assembler.text(own))
            }
        }
        table.table.places = pages.indices.compactMap { place(table.box, on: $0) }
    }
}
