/// Parts the lines that lie askew to the longer ones of their direction, the edges of a stamp, from the rest.
///
/// A page that is curled or seen at a slant bends its lines too, but those beside each other alike.
struct SlantFilter {
    let em: Double
    let settings: ScanSettings

    func parted(_ lines: [FollowedLine]) -> (level: [FollowedLine], askew: [FollowedLine]) {
        let long = lines.filter { $0.length >= settings.longStroke * em }
        func isLevel(_ line: FollowedLine) -> Bool {
            guard line.length >= settings.slantLength * em else { return true }
            // A stamp can hang out of the table at one end (seal-full).
            func common(_ other: FollowedLine) -> ClosedRange<Double>? {
                let (start, end) = (max(line.start, other.start), min(line.end, other.end))
                return 2 * (end - start) >= line.length ? start...end : nil
            }
            let middle = (line.start + line.end) / 2
            let nearest = long.compactMap { other in
                other.length >= 2 * line.length ? common(other).map { (line: other, stretch: $0) } : nil
            }.sorted {
                abs($0.line.across(at: middle) - line.across(at: middle))
                    < abs($1.line.across(at: middle) - line.across(at: middle))
            }.prefix(Self.neighbours)
            guard nearest.count == Self.neighbours else { return true }
            return nearest.contains { other, stretch in
                abs(slope(other, over: stretch) - slope(line, over: stretch)) < settings.slant
            }
        }
        return (lines.filter(isLevel), lines.filter { !isLevel($0) })
    }

    private static let neighbours = 2

    private func slope(_ line: FollowedLine, over stretch: ClosedRange<Double>) -> Double {
        (line.across(at: stretch.upperBound) - line.across(at: stretch.lowerBound))
            / (stretch.upperBound - stretch.lowerBound)
    }
}
