import ReportModel

/// How far the columns of a part reach across the page: what ties a column to the same one in the part after a page
/// break, where columns that are blank all the way down are not found again.
struct ColumnExtents: Sendable {
    private var extents: [ClosedRange<Double>?]
    /// The middle of the figures that stand in each column, as most of them do; nil for a column without any.
    private var middles: [Double?]
    private var reaches: [ClosedRange<Double>?]
    private var counts: [Int]

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
        var inks = starts.map { _ in [Double]() }
        for row in part.rows {
            for cell in part.grid.cells(inRow: row) where cell.row == row && !cell.isBlank && cell.isFigureLike {
                guard cell.columnSpan == 1, let ink = Box.around(cell.parts.compactMap(\.ink)) else { continue }
                inks[cell.column].append(ink.midX)
            }
        }
        middles = inks.map { $0.isEmpty ? nil : $0.sorted()[$0.count / 2] }
        reaches = inks.map { inks in inks.min().flatMap { first in inks.max().map { first...$0 } } }
        counts = inks.map(\.count)
        extents = zip(starts, ends).map { starts, ends in
            guard !starts.isEmpty else { return nil }
            let start = starts.sorted()[starts.count / 2]
            return start...max(start, ends.sorted()[ends.count / 2])
        }
    }

    /// Columns that hold figures.
    var figureColumnCount: Int { middles.count { $0 != nil } }

    subscript(columns: ClosedRange<Int>) -> ClosedRange<Double>? {
        let known = columns.compactMap { extents.indices.contains($0) ? extents[$0] : nil }
        guard known.count == columns.count, let start = known.map(\.lowerBound).min(),
            let end = known.map(\.upperBound).max()
        else { return nil }
        return start...end
    }

    /// The column that stands below an extent: the one that shares most of its width. For tables with lines.
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

    /// The middle of what stands in columns: of the figures, else of the columns themselves.
    func middle(of columns: ClosedRange<Int>) -> Double? {
        let known = columns.compactMap { middles.indices.contains($0) ? middles[$0] : nil }
        if !known.isEmpty { return known.reduce(0, +) / Double(known.count) }
        return self[columns]?.middle
    }

    /// From the leftmost middle of the figures in a column to the rightmost; where it has none, the column's own.
    func reach(ofFiguresIn columns: ClosedRange<Int>) -> ClosedRange<Double>? {
        let known = columns.compactMap { reaches.indices.contains($0) ? reaches[$0] : nil }
        return known.first ?? self[columns].map { $0.middle...$0.middle }
    }

    /// Which columns stand below which of the middles of the page before, where every column of figures stands below
    /// one. Without lines nobody knows how far a column reaches; where its figures stand one can see.
    ///
    /// What a seal leaves behind can look like figures and make columns of its own: a column beside all the others with
    /// a figure or two is not asked. The rows that they stand in are in doubt.
    func columns(below earlier: [Double]) -> [Int?]? {
        guard !earlier.isEmpty, zip(earlier, earlier.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        var found = [Int?](repeating: nil, count: earlier.count)
        for (column, middle) in middles.enumerated() {
            guard let middle else { continue }
            let nearest = earlier.indices.min { abs(earlier[$0] - middle) < abs(earlier[$1] - middle) } ?? 0
            let pitches = [nearest - 1, nearest + 1].filter(earlier.indices.contains)
                .map { abs(earlier[$0] - earlier[nearest]) }
            guard abs(earlier[nearest] - middle) < 0.4 * (pitches.min() ?? 0) else {
                if isStray(column, beside: counts.max() ?? 0) { continue }
                return nil
            }
            if let other = found[nearest] {
                if isStray(column, beside: counts[other]) { continue }
                guard isStray(other, beside: counts[column]) else { return nil }
            }
            found[nearest] = column
        }
        let order = found.compactMap { $0 }
        return zip(order, order.dropFirst()).allSatisfy { $0 < $1 } ? found : nil
    }

    /// Whether a column holds next to nothing beside one that holds so many figures (seal-horizontal: 1 beside 21).
    private func isStray(_ column: Int, beside most: Int) -> Bool {
        counts[column] <= Self.mostStray && counts[column] * 4 <= most
    }

    private static let mostStray = 2
}
