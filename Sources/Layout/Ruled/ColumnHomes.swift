import ReportModel

/// Where the values of each column of a ruled table stand, for cells that lost a line between two columns: each value in
/// such a cell stands where the other values of its column do.
struct ColumnHomes {
    private let page: Page
    private let scale: PageScale
    private let edges: [Double]
    /// The values of each column, by the cells that have no other column.
    private var homes: [[Box]]

    init(_ page: Page, _ scale: PageScale, _ grid: CellGrid, _ words: [[Word]]) {
        self.page = page
        self.scale = scale
        edges = grid.columnEdges
        homes = [[Box]](repeating: [], count: max(0, grid.columnEdges.count - 1))
        for (cell, words) in zip(grid.cells, words) where cell.columns.count == 1 {
            guard words.count == 1, isValue(words[0]) else { continue }
            homes[cell.columns.lowerBound].append(words[0].box)
        }
    }

    /// The column of each word of a cell over several; nil where they do not say it.
    func places(of words: [Word], _ columns: Range<Int>) -> [Int]? {
        guard words.count > 1, words.allSatisfy({ $0.direction == .rightwards }) else { return nil }
        var places: [Int] = []
        for word in words {
            guard let column = columns.last(where: { edges[$0] <= word.box.midX }),
                word.box.x > edges[column] - scale.settings.edgeOverlap * scale.em,
                word.box.maxX < edges[column + 1] + scale.settings.edgeOverlap * scale.em
            else { return nil }
            places.append(column)
        }
        guard let first = places.min() else { return nil }
        var values = 0
        for column in Set(places) {
            let own = words.indices.filter { places[$0] == column }.map { words[$0] }
            if own.count == 1, isValue(own[0]), isAtHome(own[0].box, in: column) {
                values += 1
            } else if column != first || own.contains(where: isValue) {
                return nil
            }
        }
        // A label and its values, or values alone.
        return Set(places).count > 1 && values >= Set(places).count - 1 ? places : nil
    }

    private func isValue(_ word: Word) -> Bool { Run.Content(word, page.glyphs).isValue }

    /// By its left end, its middle or its right end, as most of the column's values stand.
    private func isAtHome(_ box: Box, in column: Int) -> Bool {
        let known = homes[column]
        guard known.count >= Self.fewest else { return false }
        return [\Box.x, \Box.midX, \Box.maxX].contains { place in
            2 * known.count { abs($0[keyPath: place] - box[keyPath: place]) < scale.settings.columnHome * scale.em }
                > known.count
        }
    }

    private static let fewest = 3
}
