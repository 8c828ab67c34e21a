import ReportModel

/// Text that hangs out of the last row of its table: where a page's end leaves a merged cell too low for its label, the
/// label's other lines stand below the table.
struct Overhang {
    private let scale: PageScale

    init(_ scale: PageScale) { self.scale = scale }

    /// Moves the words below the grid that go on with the text of a cell above them into that cell.
    func take(_ words: inout [Word], into cells: inout [[Word]], of grid: CellGrid) {
        let bottom = grid.box.maxY
        guard words.contains(where: { $0.box.midY > bottom && $0.box.y < bottom + scale.em }) else { return }
        for index in grid.cells.indices where grid.cells[index].rows.upperBound == grid.rowEdges.count - 1 {
            let cell = grid.box(of: grid.cells[index])
            // A vertical label that is one word begins in the cell.
            var last = cells[index].map(\.box.maxY).max() ?? bottom - scale.settings.overhang * scale.em
            guard cell.width < 0.5 * grid.box.width, last > bottom - 0.8 * scale.em else { continue }
            let below = words.indices.filter { words[$0].box.midY > bottom && words[$0].box.x < grid.box.maxX }
                .sorted { words[$0].box.midY < words[$1].box.midY }
            var taken = Set<Int>()
            for word in below {
                let box = words[word].box
                guard box.y < last + scale.settings.overhang * scale.em else { break }
                // What stands beside the cell makes a line of text of it.
                guard box.x > cell.x - scale.reach, box.maxX < cell.maxX + scale.reach else {
                    taken = []
                    break
                }
                taken.insert(word)
                last = max(last, box.maxY)
            }
            guard !taken.isEmpty else { continue }
            cells[index] += words.indices.filter(taken.contains).map { words[$0] }
            words = words.indices.filter { !taken.contains($0) }.map { words[$0] }
        }
    }
}
