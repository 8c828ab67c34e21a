/// The way of a stroke through the runs of ink that stand in one column of its box after the other.
///
/// What crosses a ruling, as a ring or a stamp does, offers a way that turns off. The stroke is the way through most
/// columns with the fewest turns.
struct StrokePath {
    /// The middles of the runs in each column.
    let runs: [[Double]]
    /// From one column to the next.
    let step: Double
    let thickness: Double

    private struct Arrival {
        var score: Double
        var from: (column: Int, run: Int)?
    }

    /// The way from one run to the right, column by column.
    func followed(from start: Int, in first: Int) -> [(column: Int, middle: Double)] {
        guard runs.indices.contains(first), runs[first].indices.contains(start) else { return [] }
        var arrivals = runs.map { [Arrival?](repeating: nil, count: $0.count) }
        arrivals[first][start] = Arrival(score: 1, from: nil)
        var end = (column: first, run: start)
        var highest = 1.0
        for column in runs.indices.dropFirst(first + 1) {
            for run in runs[column].indices {
                guard let arrival = arrival(at: runs[column][run], in: column, arrivals, first) else { continue }
                arrivals[column][run] = arrival
                if arrival.score > highest {
                    highest = arrival.score
                    end = (column, run)
                }
            }
        }
        var path: [(column: Int, middle: Double)] = []
        var place: (column: Int, run: Int)? = end
        while let here = place {
            path.append((here.column, runs[here.column][here.run]))
            place = arrivals[here.column][here.run]?.from
        }
        return path.reversed()
    }

    private func arrival(at middle: Double, in column: Int, _ arrivals: [[Arrival?]], _ first: Int) -> Arrival? {
        var best: Arrival?
        for back in 1...Self.widestGap where column - back >= first {
            for (run, earlier) in arrivals[column - back].enumerated() {
                guard let earlier else { continue }
                let climb = abs(middle - runs[column - back][run])
                guard climb < Self.steepest * step * Double(back) + thickness else { continue }
                let score = earlier.score + 1 - climb / (Self.steepest * step + thickness)
                if score > best?.score ?? -.infinity { best = Arrival(score: score, from: (column - back, run)) }
            }
        }
        return best
    }

    /// A stroke climbs no more than a fifth.
    private static let steepest = 0.2
    /// Columns that something else can cover: as wide as a seal's star.
    private static let widestGap = 12
}
