import ReportModel

/// How far the columns of a part reach across the page: what ties a column to the same one in the part after a page
/// break, where columns that are blank all the way down are not found again.
struct ColumnExtents: Sendable {
    private var extents: [ClosedRange<Double>?]

    init(_ part: StatutoryPart) {
        var starts = [[Double]](repeating: [], count: part.grid.table.columnCount)
        var ends = starts
        for row in part.rows {
            for cell in part.grid.cells(inRow: row) where cell.columnSpan == 1 && cell.row == row {
                for outline in cell.parts.map(\.outline) where outline.page != nil {
                    starts[cell.column].append(outline.box.x)
                    ends[cell.column].append(outline.box.maxX)
                }
            }
        }
        extents = zip(starts, ends).map { starts, ends in
            guard !starts.isEmpty else { return nil }
            let start = starts.sorted()[starts.count / 2]
            return start...max(start, ends.sorted()[ends.count / 2])
        }
    }

    subscript(columns: ClosedRange<Int>) -> ClosedRange<Double>? {
        let known = columns.compactMap { extents.indices.contains($0) ? extents[$0] : nil }
        guard known.count == columns.count, let start = known.map(\.lowerBound).min(),
            let end = known.map(\.upperBound).max()
        else { return nil }
        return start...end
    }

    /// The column that stands below an extent: the one that shares most of its width.
    func column(below extent: ClosedRange<Double>) -> Int? {
        var best: (column: Int, share: Double)?
        for (column, own) in extents.enumerated() {
            guard let own else { continue }
            let shared = min(own.upperBound, extent.upperBound) - max(own.lowerBound, extent.lowerBound)
            let share = shared / max(1, min(own.upperBound - own.lowerBound, extent.upperBound - extent.lowerBound))
            if share > 0.5, share > best?.share ?? 0 { best = (column, share) }
        }
        return best?.column
    }
}
