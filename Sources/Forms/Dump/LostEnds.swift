/// Rows of one cell a line that have blank cells: a line of the row can be lost, and the empty line behind the table, or a
/// line of blanks of its head, be taken for cells. So the total seems blank while others have theirs, or a sum fails.
enum LostEnds {
    static func doubted(_ readings: [RowReading]) -> [RowReading] {
        // Of rows that are blank nothing can be told.
        let totals = readings.flatMap { row -> [Bool] in
            guard let way = row.candidates.first else { return [] }
            return row.sums.filter { way.slots[$0.total].isValue || lacksTotal($0, way) }.map {
                way.slots[$0.total].isValue
            }
        }
        guard totals.count(where: { $0 }) * 2 >= totals.count else { return readings }
        return readings.map { reading in
            guard isOverLines(reading), let way = reading.candidates.first else { return reading }
            let hasNoTotal = reading.sums.contains { lacksTotal($0, way) }
            guard hasNoTotal || hasBlankGroup(reading, way) && reading.brokenSums(way) > 0 else { return reading }
            var reading = reading
            reading.doubt(RowReading.broken)
            return reading
        }
    }

    private static func isOverLines(_ reading: RowReading) -> Bool {
        reading.runElements.contains { $0.isGathered || $0.line != reading.runElements.first?.line }
    }

    /// One of the groups that a row of the disputes has, whose blanks the head's can be.
    private static func hasBlankGroup(_ reading: RowReading, _ way: RowCandidate) -> Bool {
        reading.sums.count > 1
            && reading.sums.contains { sum in !(sum.parts + [sum.total]).contains { way.slots[$0].isValue } }
    }

    /// Parts with figures, and nothing in the place of their sum.
    private static func lacksTotal(_ sum: RowReading.Sum, _ way: RowCandidate) -> Bool {
        !way.slots[sum.total].isValue && sum.parts.contains { (way.slots[$0].count ?? 0) != 0 }
    }
}
