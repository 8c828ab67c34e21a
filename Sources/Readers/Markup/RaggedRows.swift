import ReportModel

/// Finds the rows that do not end where the others of their table do, where a document says how many columns each cell
/// takes and not where it stands.
enum RaggedRows {
    /// - Parameter cells: in row order.
    static func marked(_ cells: [Cell]) -> [Cell] {
        let ends = ends(of: cells)
        let counts = Dictionary(grouping: ends.values) { $0 }.mapValues(\.count)
        guard counts.count > 1, let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
            return cells
        }
        // Where no end is that of most rows, any of them may be the wrong one.
        let isKnown = usual.value * 2 > ends.count
        let sizes = Dictionary(grouping: cells, by: \.row).mapValues(\.count)
        return cells.map { cell in
            var cell = cell
            // A label and one figure cannot have changed places.
            let canShift = sizes[cell.row] ?? 0 > 2
            cell.isInRaggedRow = canShift && !(isKnown && ends[cell.row] == usual.key)
            return cell
        }
    }

    /// The column behind each row's last one, cells that reach down from above included.
    private static func ends(of cells: [Cell]) -> [Int: Int] {
        var ends: [Int: Int] = [:]
        var reaching: [Cell] = []
        for cell in cells {
            if ends[cell.row] == nil {
                reaching.removeAll { $0.lastRow < cell.row }
                ends[cell.row] = reaching.map { $0.lastColumn + 1 }.max() ?? 0
            }
            ends[cell.row] = max(ends[cell.row] ?? 0, cell.lastColumn + 1)
            if cell.rowSpan > 1 { reaching.append(cell) }
        }
        return ends
    }
}
