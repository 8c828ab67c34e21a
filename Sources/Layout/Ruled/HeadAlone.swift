import ReportModel

/// Grids around the headings of a table and around nothing else: its rows stand below the last line.
///
/// What is drawn are the cells of a head; the rows are aligned text, and the head is laid out with them.
struct HeadAlone {
    private let page: Page
    private let scale: PageScale

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
    }

    /// - Parameters:
    ///   - cells: the words in each cell of the grid.
    ///   - words: those in none.
    ///   - grids: all of the page's: what stands in another one has lines of its own.
    func isAll(of grid: CellGrid, _ cells: [[Word]], over words: [Word], beside grids: [CellGrid]) -> Bool {
        guard grid.columnEdges.count > 3, grid.rowEdges.count <= Self.mostRows,
            cells.allSatisfy({ !isFigure($0) })
        else { return false }
        let below = words.filter {
            $0.box.midY > grid.box.maxY && $0.box.midX > grid.box.x && $0.box.midX < grid.box.maxX && !$0.isLeader
        }
        let lines = LineAssembler(scale.settings).lines(below).sorted { $0.box.midY < $1.box.midY }
        let others = grids.map(\.box).filter { $0.y > grid.box.y + scale.reach }
        var rows = 0
        var bottom = grid.box.maxY
        for line in lines {
            if others.contains(where: { $0.contains(x: line.box.midX, y: line.box.midY) }) { return false }
            guard line.box.y - bottom < scale.settings.blockGap * scale.em else { break }
            bottom = max(bottom, line.box.maxY)
            if isRow(line, of: grid) { rows += 1 }
            if rows > 1 { return true }
        }
        return false
    }

    /// Do texts stand below half of the columns, a value among them?
    private func isRow(_ line: WordLine, of grid: CellGrid) -> Bool {
        let slack = scale.settings.edgeOverlap * scale.em
        let columns = line.words.compactMap { word in
            (1..<grid.columnEdges.count).first {
                word.box.x > grid.columnEdges[$0 - 1] - slack && word.box.maxX < grid.columnEdges[$0] + slack
            }
        }
        let isApart = zip(zip(line.words, line.words.dropFirst()), zip(columns, columns.dropFirst())).allSatisfy {
            words, columns in columns.0 == columns.1 || words.1.box.x - words.0.box.maxX > scale.em
        }
        return columns.count == line.words.count && isApart && Set(columns).count * 2 >= grid.columnEdges.count - 1
            && line.words.contains { Run.Content($0, page.glyphs).isValue }
    }

    /// Years stand in heads.
    private func isFigure(_ words: [Word]) -> Bool {
        !words.isEmpty
            && words.allSatisfy {
                let content = Run.Content($0, page.glyphs)
                return content.isValue && !content.isYear
            }
    }

    /// No head has more lines between its cells.
    private static let mostRows = 6
}
