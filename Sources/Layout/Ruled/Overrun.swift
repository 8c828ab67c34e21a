import ReportModel

/// Texts that run on over a line: what found no room in its cell goes on in the next, which has nothing of its own there.
struct Overrun {
    private let page: Page
    private let scale: PageScale

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
    }

    /// Gives the words back to the cell that their line begins in.
    func take(_ cells: inout [[Word]], of grid: CellGrid) {
        for index in cells.indices.dropFirst() where !cells[index].isEmpty {
            let (cell, before) = (grid.cells[index], index - 1)
            // They are in order, by row and column.
            guard grid.cells[before].rows == cell.rows,
                grid.cells[before].columns.upperBound == cell.columns.lowerBound,
                goesOn(cells[before], in: cells[index])
            else { continue }
            cells[before] += cells[index]
            cells[index] = []
        }
    }

    /// Are all words of a cell the rest of one line in the cell before it, a space of that line behind it?
    private func goesOn(_ words: [Word], in rest: [Word]) -> Bool {
        guard let first = rest.min(by: { $0.box.x < $1.box.x }) else { return false }
        func isOnLine(_ word: Word) -> Bool {
            abs(word.box.midY - first.box.midY) < scale.settings.lineShift * first.size
        }
        let line =
            words.filter(isOnLine).sorted { $0.box.x < $1.box.x } + rest.sorted { $0.box.x < $1.box.x }
        let gaps = zip(line, line.dropFirst()).map { $1.box.x - $0.box.maxX }
        let own = line.count - rest.count
        // One gap at least tells what a space is.
        guard own > 1, rest.allSatisfy(isOnLine), let last = gaps.first, isText(line[own - 1]),
            isText(first),
            page.glyphs[first.glyphs.lowerBound].font == page.glyphs[line[own - 1].glyphs.lowerBound].font
        else { return false }
        return gaps.allSatisfy { $0 > 0 && abs($0 - last) < scale.settings.evenSpace * first.size }
    }

    /// Of letters: figures of neighbouring cells may stand as close.
    private func isText(_ word: Word) -> Bool {
        let content = Run.Content(word, page.glyphs)
        return content.letters > 0 && content.wide + content.digits == 0
            && word.direction == .rightwards
    }
}
