/// Rows of one cell a line whose total seems blank while others have theirs: a line of the row can be lost, and the empty
/// line behind the table be taken for its last cell.
enum LostEnds {
    static func doubted(_ readings: [RowReading]) -> [RowReading] {
        let totals = readings.flatMap { row in
            row.candidates.first.map { way in row.sums.map { way.slots[$0.total].isValue } } ?? []
        }
        guard totals.count(where: { $0 }) * 2 >= totals.count else { return readings }
        return readings.map { reading in
            guard reading.runElements.contains(where: \.isGathered), let way = reading.candidates.first,
                let last = way.slots.last, !last.isValue, reading.sums.contains(where: { lacksTotal($0, way) })
            else { return reading }
            var reading = reading
            reading.doubt(RowReading.broken)
            return reading
        }
    }

    /// Parts with figures, and nothing in the last place that should be their sum.
    private static func lacksTotal(_ sum: RowReading.Sum, _ way: RowCandidate) -> Bool {
        sum.total == way.slots.count - 1 && sum.parts.contains { (way.slots[$0].count ?? 0) != 0 }
    }
}
