import ReportModel

/// A column that was left blank from top to bottom: some offices never fill in 总计.
enum CommonBlanks {
    /// Clear rows that must agree before the others follow them.
    private static let support = 6

    /// The readings, with rows whose blank cells could be here or there read as all the others are.
    static func settled(_ readings: [RowReading], _ lostTraces: Set<BlankTrace>) -> [RowReading] {
        let isShort = readings.count(where: \.isShort) * 10 >= readings.count * 6
        guard let pattern = sharedPattern(readings) ?? patternBySums(readings) ?? (isShort ? [] : nil) else {
            return readings
        }
        return readings.map { reading in
            if reading.candidates.count == 1, blanks(reading.candidates[0]).isEmpty,
                reading.unkeptSums(reading.candidates[0]) > 0
            {
                // The figure where all others are blank may be no part of the row: a page number.
                var reading = reading
                reading.doubt(RowReading.broken)
                return reading
            }
            guard !pattern.isEmpty, !isClear(reading), reading.isSeparated,
                reading.trace == .gap || !lostTraces.contains(reading.trace),
                let candidate = reading.candidates.first(where: { blanks($0) == pattern })
            else { return reading }
            var reading = reading
            reading.candidates = [RowCandidate(slots: candidate.slots, isTrusted: true)]
            return reading
        }
    }

    private static func isClear(_ reading: RowReading) -> Bool {
        reading.candidates.count == 1 && reading.candidates[0].isTrusted
    }

    private static func blanks(_ candidate: RowCandidate) -> [Int] {
        candidate.slots.indices.filter { if case .blank = candidate.slots[$0] { true } else { false } }
    }

    /// The blanks that all clear rows have.
    private static func sharedPattern(_ readings: [RowReading]) -> [Int]? {
        let clear = readings.filter(isClear)
        let patterns = Set(clear.map { blanks($0.candidates[0]) })
        guard clear.count >= support, patterns.count == 1, let pattern = patterns.first, !pattern.isEmpty else {
            return nil
        }
        return pattern
    }

    /// Nearly every row lacks one figure. Were it any but the total, the rows would have to add up, and they do not.
    private static func patternBySums(_ readings: [RowReading]) -> [Int]? {
        let open = readings.filter { !isClear($0) && $0.isSeparated && !$0.isShort }
        guard let first = open.first, open.count >= 10, open.count * 10 >= readings.count * 8 else { return nil }
        var broken: [Int] = []
        for place in first.figures.indices {
            let ways = open.compactMap { reading in
                reading.candidates.first { blanks($0) == [place] }.map { (reading, $0) }
            }
            guard ways.count * 10 >= readings.count * 8 else { return nil }
            broken.append(ways.reduce(0) { $0 + $1.0.brokenSums($1.1) })
        }
        guard let best = broken.indices.min(by: { broken[$0] < broken[$1] }), broken[best] == 0,
            broken.indices.allSatisfy({ $0 == best || broken[$0] >= 3 })
        else { return nil }
        return [best]
    }
}
