import LeptonicaBridge

/// Finds the figures of a grid that the form's own sums confirm as they were first read: rows of seven, where six add
/// up to the last, and of fifteen, where four add up to the fifth.
struct ProvenRows {
    /// How sure the reader has to be of every figure of such a row.
    private static let confidence = 0.97

    /// - Parameter figures: the first reader's answer for every cell and the count of its pieces of ink; nil where the
    ///   cell holds no figure.
    /// - Returns: the numbers of the cells whose sums hold.
    static func cells(of grid: TableGrid, figures: [(FigureReadout, pieces: Int)?]) -> Set<Int> {
        var rows: [Int: [Int]] = [:]
        for (index, cell) in grid.cells.enumerated() where cell.rows.count == 1 && cell.columns.count == 1 {
            rows[cell.rows.lowerBound, default: []].append(index)
        }
        var proven: Set<Int> = []
        for cells in rows.values {
            let line = cells.sorted { grid.cells[$0].columns.lowerBound < grid.cells[$1].columns.lowerBound }
            let figures = line.map { figures.indices.contains($0) ? figures[$0] : nil }
            for place in places(in: figures) { proven.insert(line[place]) }
        }
        return proven
    }

    /// - Parameter figures: what was made of the cells of one row, from left to right.
    /// - Returns: the places whose sums hold.
    static func places(in figures: [(FigureReadout, pieces: Int)?]) -> [Int] {
        let values = figures.map { figure -> Int? in
            guard let (readout, pieces) = figure, readout.confidence >= confidence, readout.text.count == pieces,
                pieces <= 9
            else { return nil }
            return readout.text.allSatisfy { ("0"..."9").contains($0) } ? Int(readout.text) : nil
        }
        return groups(values).filter { holds(values[$0]) }.flatMap { Array($0) }
    }

    /// Where a row's sums stand in it.
    private static func groups(_ values: [Int?]) -> [Range<Int>] {
        if values.count == 15 { return [0..<5, 5..<10, 10..<15] }
        // Labels stand to the left of seven figures.
        return values.count >= 7 && values.count <= 10 ? [values.count - 7..<values.count] : []
    }

    private static func holds(_ values: ArraySlice<Int?>) -> Bool {
        let known = values.compactMap { $0 }
        guard known.count == values.count, let total = known.last else { return false }
        return known.dropLast().reduce(0, +) == total
    }
}
