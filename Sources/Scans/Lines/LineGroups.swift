/// The lines of one table, as found.
struct LineGroup: Sendable {
    var horizontal: [FollowedLine] = []
    var vertical: [FollowedLine] = []
}

/// lines → groups of lines that meet
struct LineGrouper {
    let em: Double
    let settings: ScanSettings

    func groups(horizontal: [FollowedLine], vertical: [FollowedLine]) -> [LineGroup] {
        var parents = Array(0..<(horizontal.count + vertical.count))
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index {
                parents[index] = parents[parents[index]]
                index = parents[index]
            }
            return index
        }
        for (i, h) in horizontal.enumerated() {
            for (j, v) in vertical.enumerated() where meet(h, v) {
                parents[root(i)] = root(horizontal.count + j)
            }
        }
        var groups: [Int: LineGroup] = [:]
        for (i, h) in horizontal.enumerated() { groups[root(i), default: LineGroup()].horizontal.append(h) }
        for (j, v) in vertical.enumerated() {
            groups[root(horizontal.count + j), default: LineGroup()].vertical.append(v)
        }
        return groups.keys.sorted().compactMap { groups[$0] }
    }

    private func meet(_ h: FollowedLine, _ v: FollowedLine) -> Bool {
        let reach = settings.reach * em
        let roughX = v.across(at: h.across(at: v.points.first?.across ?? 0))
        guard roughX > h.start - 3 * reach, roughX < h.end + 3 * reach else { return false }
        let y = h.across(at: roughX)
        guard y > v.start - reach, y < v.end + reach else { return false }
        let x = v.across(at: y)
        return x > h.start - reach && x < h.end + reach
    }
}
