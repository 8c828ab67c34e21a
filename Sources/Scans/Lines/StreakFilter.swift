/// Parts the lines that dirt on a scanner's glass or a fold leaves on a page from the rulings.
///
/// A table's line ends on the outermost lines that it crosses. A streak runs on over the margins, to both edges of the
/// sheet; taken for a ruling it would part columns where there are none.
struct StreakFilter {
    let em: Double
    /// How far the page reaches in the lines' direction.
    let extent: Double

    /// - Parameter others: the lines of the other direction.
    func parted(
        _ lines: [FollowedLine], across others: [FollowedLine]
    ) -> (rulings: [FollowedLine], streaks: [FollowedLine]) {
        (lines.filter { !isStreak($0, others) }, lines.filter { isStreak($0, others) })
    }

    private func isStreak(_ line: FollowedLine, _ others: [FollowedLine]) -> Bool {
        guard line.start < Self.edge * em, line.end > extent - Self.edge * em else { return false }
        let crossings = others.compactMap { other -> Double? in
            let along = other.across(at: line.across(at: (other.start + other.end) / 2))
            let across = line.across(at: along)
            return across > other.start && across < other.end ? other.across(at: across) : nil
        }
        guard let first = crossings.min(), let last = crossings.max() else { return false }
        return first - line.start > Self.overhang * em && line.end - last > Self.overhang * em
    }

    /// A page that was laid level has lost the ends of its streaks.
    private static let edge = 2.5
    /// Curled pages and thick rulings let a ruling seem to go on for less.
    private static let overhang = 1.5
}
