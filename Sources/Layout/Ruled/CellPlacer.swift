import ReportModel

/// words → cells of a grid
struct CellPlacer {
    private let glyphs: [Glyph]
    private let grid: CellGrid
    private let scale: PageScale
    /// Row × column: the cell there, -1 for none.
    private let squares: [Int32]

    init(_ page: Page, _ grid: CellGrid, _ scale: PageScale) {
        glyphs = page.glyphs
        self.grid = grid
        self.scale = scale
        let columns = grid.columnEdges.count - 1
        var squares = [Int32](repeating: -1, count: max(0, columns * (grid.rowEdges.count - 1)))
        for (number, cell) in grid.cells.enumerated() {
            for row in cell.rows {
                for column in cell.columns { squares[row * columns + column] = Int32(truncatingIfNeeded: number) }
            }
        }
        self.squares = squares
    }

    /// The cell at a point, nil outside of all.
    func cell(x: Double, y: Double) -> Int? {
        guard let row = interval(y, grid.rowEdges), let column = interval(x, grid.columnEdges) else { return nil }
        let cell = squares[row * (grid.columnEdges.count - 1) + column]
        return cell < 0 ? nil : Int(cell)
    }

    /// Places a word, cut at the lines that part it. False where no part of it stands in a cell.
    func place(_ word: Word, into cells: inout [[Word]]) -> Bool {
        let pieces = pieces(of: word)
        var isPlaced = false
        for piece in pieces {
            guard let cell = cell(x: piece.box.midX, y: piece.box.midY) else { continue }
            cells[cell].append(piece)
            isPlaced = true
        }
        return isPlaced
    }

    /// A reader fuses the numbers of neighbouring cells into one word; a text that is too wide for its cell reaches
    /// over the line. The glyphs tell: a line between two glyphs cuts only where they stand apart.
    private func pieces(of word: Word) -> [Word] {
        guard word.glyphs.count > 1, word.direction == .rightwards,
            cell(x: word.box.x, y: word.box.midY) != cell(x: word.box.maxX, y: word.box.midY)
        else { return [word] }
        var pieces: [Word] = []
        var start = word.glyphs.lowerBound
        for index in word.glyphs.dropFirst() {
            let left = glyphs[index - 1].box
            let right = glyphs[index].box
            let gap = right.x - left.maxX
            guard gap > scale.settings.cutGap * word.size,
                cell(x: left.midX, y: word.box.midY) != cell(x: right.midX, y: word.box.midY)
            else { continue }
            pieces.append(piece(of: word, start..<index))
            start = index
        }
        pieces.append(piece(of: word, start..<word.glyphs.upperBound))
        return pieces
    }

    private func piece(of word: Word, _ range: Range<Int>) -> Word {
        var piece = word
        piece.glyphs = range
        piece.box = Box.around(range.lazy.map { glyphs[$0].box }) ?? word.box
        piece.followsSpace = range.lowerBound > word.glyphs.lowerBound || word.followsSpace
        return piece
    }

    private func interval(_ value: Double, _ edges: [Double]) -> Int? {
        guard let first = edges.first, let last = edges.last, value >= first, value <= last else { return nil }
        var low = 1
        var high = edges.count - 1
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}
