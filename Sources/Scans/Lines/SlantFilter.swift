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
            let beside = long.filter { $0.length >= 2 * line.length && $0.start <= line.start && $0.end >= line.end }
            let middle = (line.start + line.end) / 2
            let nearest = beside.sorted {
                abs($0.across(at: middle) - line.across(at: middle))
                    < abs($1.across(at: middle) - line.across(at: middle))
            }.prefix(Self.neighbours)
            guard nearest.count == Self.neighbours else { return true }
            return nearest.contains { abs(slope($0, over: line) - slope(line, over: line)) < settings.slant }
        }
        return (lines.filter(isLevel), lines.filter { !isLevel($0) })
    }

    private static let neighbours = 2

    private func slope(_ line: FollowedLine, over stretch: FollowedLine) -> Double {
        (line.across(at: stretch.end) - line.across(at: stretch.start)) / stretch.length
    }
}
