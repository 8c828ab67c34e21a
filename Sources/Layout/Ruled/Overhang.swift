import ReportModel

/// Text that hangs out of the last row of its table: where a page's end leaves a merged cell too low for its label, the
/// label's other lines stand below the table.
struct Overhang {
    private let scale: PageScale

    init(_ scale: PageScale) { self.scale = scale }

    /// The space between two lines of a cell, and a little.
    private func lineGap(_ words: [Word]) -> Double {
        let boxes = words.map(\.box).sorted { $0.midY < $1.midY }
        let gaps = zip(boxes, boxes.dropFirst()).compactMap { upper, lower in
            lower.midY - upper.midY > 0.5 * upper.height ? lower.y - upper.maxY : nil
        }
        return min(max(gaps.min() ?? 0, 0), scale.em) + scale.settings.overhang * scale.em
    }

    /// How wide the last line of a cell is, and how large its text.
    private func lastLine(_ words: [Word]) -> (width: Double, size: Double)? {
        guard let last = words.max(by: { $0.box.midY < $1.box.midY }) else { return nil }
        let line = words.filter { $0.box.midY > last.box.midY - 0.4 * last.size }
        return Box.around(line.lazy.map(\.box)).map { ($0.width, last.size) }
    }

    /// Moves the words below the grid that go on with the text of a cell above them into that cell.
    func take(_ words: inout [Word], into cells: inout [[Word]], of grid: CellGrid) {
        let bottom = grid.box.maxY
        guard words.contains(where: { $0.box.midY > bottom && $0.box.y < bottom + scale.em }) else { return }
        for index in grid.cells.indices where grid.cells[index].rows.upperBound == grid.rowEdges.count - 1 {
            let cell = grid.box(of: grid.cells[index])
            // A vertical label that is one word begins in the cell.
            var last = cells[index].map(\.box.maxY).max() ?? bottom - scale.settings.overhang * scale.em
            guard cell.width < 0.5 * grid.box.width, last > bottom - 0.8 * scale.em else { continue }
            let gap = lineGap(cells[index])
            let line = lastLine(cells[index])
            let below = words.indices.filter { words[$0].box.midY > bottom && words[$0].box.x < grid.box.maxX }
                .sorted { words[$0].box.midY < words[$1].box.midY }
            var taken = Set<Int>()
            for word in below {
                let box = words[word].box
                guard box.y < last + gap else { break }
                // What stands beside the cell makes a line of text of it.
                guard box.x > cell.x - scale.reach, box.maxX < cell.maxX + scale.reach else {
                    taken = []
                    break
                }
                // Nor is it broken where it had room: this is a note below the table.
                if let line,
                    box.width > line.width + 1.2 * line.size || abs(words[word].size - line.size) > 0.1 * line.size
                {
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
