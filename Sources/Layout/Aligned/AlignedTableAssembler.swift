import ReportModel

/// a grid of aligned text → a table
struct AlignedTableAssembler {
    private let page: Page
    private let scale: PageScale

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
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
        table.textSize = region.scale.em
        table.columns = grid.columns.map { $0.start...max($0.start, $0.end) }
        return table
    }
}
