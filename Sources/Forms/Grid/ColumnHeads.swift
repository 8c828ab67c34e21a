import ReportModel

/// Tells which of two headers a column of figures stands under, where no lines do and nothing was printed under the
/// other: 其他 and 总计, where totals were left blank.
struct ColumnHeads {
    /// How far each header reaches across the page, by the column's id.
    private let heads: [String: ClosedRange<Double>]
    private let extents: ColumnExtents

    init(_ heads: [String: ClosedRange<Double>], figures extents: ColumnExtents) {
        self.heads = heads
        self.extents = extents
    }

    /// Leaves a column that two headers claim to the one that all its figures stand under as figures stand under all
    /// others.
    func part(_ places: inout [ApplicationsReader.ColumnPlace]) {
        guard let offset = usualOffset(places) else { return }
        for (left, right) in zip(places.indices, places.indices.dropFirst()) {
            guard let columns = places[left].columns, columns == places[right].columns, columns.count == 1,
                let first = heads[places[left].id], let second = heads[places[right].id],
                first.upperBound < second.lowerBound,
                let reach = extents.reach(ofFiguresIn: columns)
            else { continue }
            let pitch = second.middle - first.middle
            let misses = [first, second].map { head in
                max(abs(reach.lowerBound - head.middle - offset), abs(reach.upperBound - head.middle - offset)) / pitch
            }
            guard let least = misses.min(), let most = misses.max(), least < Self.near, most > Self.far else {
                continue
            }
            let empty = misses[0] < misses[1] ? right : left
            places[empty].columns = nil
            places[empty].extent = heads[places[empty].id]
        }
    }

    /// Of the way from one header to the next: figures stand so near below their own, and so far from any other.
    private static let near = 0.25
    private static let far = 0.75

    /// How far right of their header's middle figures stand where nothing else claims them, as most do.
    private func usualOffset(_ places: [ApplicationsReader.ColumnPlace]) -> Double? {
        let offsets = places.compactMap { place -> Double? in
            guard let columns = place.columns, places.count(where: { $0.columns == columns }) == 1,
                let head = heads[place.id], let middle = extents.middle(of: columns)
            else { return nil }
            return middle - head.middle
        }.sorted()
        return offsets.count >= 3 ? offsets[offsets.count / 2] : nil
    }
}
