import ReportModel

/// Figures too wide for their column, broken over two lines (2744 as 274 and 4), which a table without lines shows as
/// rows of their own above and below the row's label, and a page break as a row at the top of the next page.
///
/// The pieces are put together again, with a line break between them: whether they are one figure, the sums say.
struct BrokenFigures {
    private let grid: TableGrid
    private let rows: Range<Int>

    static func mended(_ part: StatutoryPart) -> StatutoryPart {
        let broken = BrokenFigures(grid: part.grid, rows: part.rows)
        var pieces = broken.piecesOverleaf
        if part.grid.table.construction != .ruled, pieces.isEmpty {
            switch part.kind {
            case .applications: pieces = broken.piecesByLabel
            case .disputes: pieces = broken.piecesBelowHeaders
            case .disclosure: break
            }
        }
        guard !pieces.isEmpty else { return part }
        var mended = part
        mended.grid = TableGrid(broken.joined(pieces))
        return mended
    }

    /// A cell that holds a piece of the figure in another cell.
    private struct Piece {
        var cell: Int
        var owner: Int
    }

    /// More pieces than this are no pieces but a row that has lost its label.
    private static let mostPieces = 6

    /// The first row of a page with nothing but figures, each below a figure of the last row of the page before.
    private var piecesOverleaf: [Piece] {
        rows.dropFirst().flatMap { row -> [Piece] in
            let own = cells(of: row)
            guard isFragment(row), let page = grid.table.cells[own[0]].parts.first?.outline.page else { return [] }
            let pieces = own.compactMap { index -> Piece? in
                let cell = grid.table.cells[index]
                guard let owner = grid.cellIndex(row - 1, cell.column), grid.table.cells[owner].isFigureLike,
                    grid.table.cells[owner].column == cell.column,
                    let above = grid.table.cells[owner].parts.last?.outline.page, above < page
                else { return nil }
                return Piece(cell: index, owner: owner)
            }
            return pieces.count == own.count ? pieces : []
        }
    }

    /// Rows of the applications table with nothing but figures, each figure with the cell of the nearest labelled row.
    private var piecesByLabel: [Piece] {
        var pieces: [Piece] = []
        for row in rows where isFragment(row) {
            let own = cells(of: row)
            guard own.count <= Self.mostPieces, let ink = ink(of: own) else { continue }
            // At the top of a page they may as well belong to the last row of the page before.
            guard rows.contains(where: { $0 < row && cells(of: $0).contains { !isFigure($0) } }) else { continue }
            let above = rows.last { $0 < row && isLabelled($0) }
            let below = rows.first { $0 > row && isLabelled($0) }
            guard let owner = nearest(to: ink, above, below), !isBesideBlankRow(row) else { continue }
            for index in own {
                guard let place = grid.cellIndex(owner, grid.table.cells[index].column) else { continue }
                let cell = grid.table.cells[place]
                guard cell.isBlank || cell.isFigureLike, cell.row == owner else { continue }
                pieces.append(Piece(cell: index, owner: place))
            }
        }
        return pieces
    }

    /// The disputes table has one row of figures: all that stands below the headers belongs to it.
    private var piecesBelowHeaders: [Piece] {
        guard let header = rows.last(where: { row in cells(of: row).contains { !isFigure($0) } }) else { return [] }
        let figureRows = rows.filter { $0 > header && !cells(of: $0).isEmpty }
        guard let owner = figureRows.max(by: { cells(of: $0).count < cells(of: $1).count }), figureRows.count <= 3
        else { return [] }
        return figureRows.filter { $0 != owner }.flatMap { row in
            cells(of: row).compactMap { index in
                grid.cellIndex(owner, grid.table.cells[index].column).map { Piece(cell: index, owner: $0) }
            }
        }
    }

    private func nearest(to ink: Place, _ above: Int?, _ below: Int?) -> Int? {
        func distance(_ row: Int?) -> Double? {
            guard let row, let other = self.ink(of: cells(of: row).filter(isFigure)), other.page == ink.page else {
                return nil
            }
            return max(other.box.y - ink.box.maxY, ink.box.y - other.box.maxY)
        }
        switch (distance(above), distance(below)) {
        case (let upper?, let lower?):
            // As far from one as from the other: nobody knows.
            if abs(upper - lower) < 0.1 * ink.box.height { return nil }
            return upper < lower ? above : below
        case (.some, nil): return above
        case (nil, .some): return below
        case (nil, nil): return nil
        }
    }

    /// Whether the next row above or below has a label and no figures: these may be its own.
    private func isBesideBlankRow(_ row: Int) -> Bool {
        [row - 1, row + 1].contains { other in
            let own = rows.contains(other) ? cells(of: other) : []
            return !own.isEmpty && !own.contains(where: isFigure)
        }
    }

    private func isLabelled(_ row: Int) -> Bool {
        let own = cells(of: row)
        return own.contains(where: isFigure) && own.contains { !isFigure($0) }
    }

    private func isFragment(_ row: Int) -> Bool {
        let own = cells(of: row)
        return !own.isEmpty && own.allSatisfy(isFigure)
    }

    /// The cells that begin in a row and are not blank, by index.
    private func cells(of row: Int) -> [Int] {
        var found: [Int] = []
        for column in 0..<grid.table.columnCount {
            guard let index = grid.cellIndex(row, column), index != found.last, grid.table.cells[index].row == row,
                !grid.table.cells[index].isBlank
            else { continue }
            found.append(index)
        }
        return found
    }

    private func isFigure(_ index: Int) -> Bool { grid.table.cells[index].isFigureLike }

    private func ink(of cells: [Int]) -> Place? {
        let parts = cells.flatMap { grid.table.cells[$0].parts }
        guard let page = parts.first?.outline.page, parts.allSatisfy({ $0.outline.page == page }) else { return nil }
        return Box.around(parts.compactMap(\.ink)).map { Place(page: page, box: $0) }
    }

    /// Pieces on one page as one part of a cell.
    private static func whole(_ pieces: [CellPart]) -> CellPart? {
        guard let page = pieces.first?.outline.page, let ink = Box.around(pieces.compactMap(\.ink)),
            let outline = Box.around(pieces.map(\.outline.box))
        else { return nil }
        return CellPart(
            outline: Place(page: page, box: outline), ink: ink, text: pieces.map(\.text).joined(separator: "\n"))
    }

    /// The table with the pieces in their owners' cells; one piece alone stays where it was found.
    private func joined(_ pieces: [Piece]) -> Table {
        var table = grid.table
        for (owner, group) in Dictionary(grouping: pieces, by: \.owner) {
            let whole = (table.cells[owner].isBlank ? [] : [owner]) + group.map(\.cell)
            guard whole.count >= 2 else { continue }
            let parts = whole.flatMap { grid.table.cells[$0].parts }.filter { $0.ink != nil }
                .sorted { ($0.outline.page ?? 0, $0.ink?.y ?? 0) < ($1.outline.page ?? 0, $1.ink?.y ?? 0) }
            table.cells[owner].text = parts.map(\.text).joined(separator: "\n")
            table.cells[owner].parts = Set(parts.compactMap(\.outline.page)).sorted().compactMap { page in
                Self.whole(parts.filter { $0.outline.page == page })
            }
            for piece in group {
                table.cells[piece.cell].text = ""
                table.cells[piece.cell].parts = table.cells[piece.cell].parts.map {
                    CellPart(outline: $0.outline, ink: nil, text: "")
                }
            }
        }
        return table
    }
}
