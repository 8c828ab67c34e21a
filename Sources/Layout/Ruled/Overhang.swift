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
        let below = words.indices.filter { words[$0].box.midY > bottom && words[$0].box.x < grid.box.maxX }
            .sorted { words[$0].box.midY < words[$1].box.midY }
        var homes: [Int: Int] = [:]
        var strangers: [Box] = []
        for index in grid.cells.indices where grid.cells[index].rows.upperBound == grid.rowEdges.count - 1 {
            let cell = grid.box(of: grid.cells[index])
            guard cell.width < 0.5 * grid.box.width else { continue }
            for word in hanging(below, of: words, from: cells[index], in: cell, bottom) {
                homes[word] = index
            }
        }
        guard homes.count < Self.mostHanging else { return }
        for word in below where homes[word] == nil { strangers.append(words[word].box) }
        // What stands beside such lines and is in no cell makes lines of text of them.
        let lines = homes.filter { word, _ in
            !strangers.contains { min($0.maxY, words[word].box.maxY) > max($0.y, words[word].box.y) }
        }
        guard !lines.isEmpty else { return }
        for (word, index) in lines.sorted(by: { $0.key < $1.key }) { cells[index].append(words[word]) }
        words = words.indices.filter { lines[$0] == nil }.map { words[$0] }
    }

    /// No row's labels hang out of it with more words.
    private static let mostHanging = 200

    /// The words below a cell that may go on with its text.
    private func hanging(
        _ below: [Int], of words: [Word], from own: [Word], in cell: Box, _ bottom: Double
    ) -> [Int] {
        // A vertical label that is one word begins in the cell.
        var last = own.map(\.box.maxY).max() ?? bottom - scale.settings.overhang * scale.em
        let gap = lineGap(own)
        let line = lastLine(own)
        var taken: [Int] = []
        guard last > bottom - 0.8 * scale.em else { return [] }
        for word in below
        where words[word].box.x > cell.x - scale.reach && words[word].box.maxX < cell.maxX + scale.reach {
            let box = words[word].box
            guard box.y < last + gap else { break }
            // It is broken where it had room: this is a note below the table.
            if let line,
                box.width > line.width + 1.2 * line.size || abs(words[word].size - line.size) > 0.1 * line.size
            {
                return []
            }
            taken.append(word)
            last = max(last, box.maxY)
        }
        return taken
    }
}
