import LeptonicaBridge

/// runs → the stretches of a page where tables without lines stand
struct TableBandFinder {
    let em: Double

    /// Runs that stand at one height.
    struct Level {
        var runs: [PixelBox]
        var top: Int
        var bottom: Int
        /// Where it is white between two runs.
        var gaps: [Range<Int>]

        var middle: Double { Double(top + bottom) / 2 }
    }

    /// From top to bottom, in pixels.
    ///
    /// White space that goes on from line to line makes a table; that of prose is here and there.
    func bands(of runs: [PixelBox]) -> [Range<Int>] {
        let levels = levels(runs)
        var bands: [Range<Int>] = []
        var index = 0
        while index < levels.count {
            guard !levels[index].gaps.isEmpty else {
                index += 1
                continue
            }
            var last = index
            var count = 1
            var shortRuns = figures(levels[index])
            var next = index + 1
            while next < levels.count, Double(levels[next].top - levels[last].bottom) < 5 * em {
                if !levels[next].gaps.isEmpty, share(levels[last].gaps, levels[next].gaps) {
                    last = next
                    count += 1
                    shortRuns += figures(levels[next])
                }
                next += 1
            }
            // A page can begin with a table's last row.
            if count >= 2 && shortRuns >= 1 || figures(levels[index]) >= 5 && levels[index].gaps.count >= 4
                || index == 0 && isLastRow(levels[index])
            {
                let first = widened(from: index, in: levels, by: -1, steps: 2)
                last = widened(from: last, in: levels, by: 1, steps: 1)
                let top = levels[first].top - Int(em / 4)
                if let before = bands.last, goesOn(levels, from: before.upperBound, to: top) {
                    bands[bands.count - 1] =
                        before.lowerBound..<max(before.upperBound, levels[last].bottom + Int(em / 4))
                } else {
                    bands.append(top..<levels[last].bottom + Int(em / 4))
                }
            }
            index = max(last, index) + 1
        }
        return bands
    }

    func levels(_ runs: [PixelBox]) -> [Level] {
        var levels: [Level] = []
        for run in runs.sorted(by: { $0.midY < $1.midY }) {
            if let last = levels.last, run.midY - last.middle < 0.4 * em {
                levels[levels.count - 1].runs.append(run)
                levels[levels.count - 1].top = min(last.top, run.y)
                levels[levels.count - 1].bottom = max(last.bottom, run.maxY)
            } else {
                levels.append(Level(runs: [run], top: run.y, bottom: run.maxY, gaps: []))
            }
        }
        for index in levels.indices {
            let runs = levels[index].runs.sorted { $0.x < $1.x }
            var end = runs.first?.maxX ?? 0
            let widest = isDense(runs) ? Self.denseGap : Self.gap
            for run in runs.dropFirst() {
                if Double(run.x - end) > widest * em { levels[index].gaps.append(end..<run.x) }
                end = max(end, run.maxX)
            }
        }
        return levels
    }

    /// White between two columns, in ems.
    private static let gap = 1.5
    /// The same between the fifteen columns of disputes, set smaller than the prose that the em is of (seal-none).
    private static let denseGap = 0.5

    /// More short runs beside one another than prose ever has.
    func isDense(_ runs: [PixelBox]) -> Bool {
        runs.count >= 10 && runs.allSatisfy { Double($0.width) < 3 * em }
    }

    /// Whether nothing but lines of a label or a title stands between two bands.
    private func goesOn(_ levels: [Level], from bottom: Int, to top: Int) -> Bool {
        guard Double(top - bottom) < 4 * em else { return false }
        return levels.allSatisfy { level in
            level.middle < Double(bottom) || level.middle > Double(top)
                || level.runs.allSatisfy { Double($0.width) < 20 * em }
        }
    }

    /// Whether a page that begins with this may begin with the last row of a table: a label, and up to three figures
    /// far from it (clean300-none: what was charged, or bought and paid).
    private func isLastRow(_ level: Level) -> Bool {
        let runs = level.runs.sorted { $0.x < $1.x }
        return (2...4).contains(runs.count) && level.gaps.count == runs.count - 1
            && runs.dropFirst().allSatisfy { Double($0.width) < Self.widestFigure * em }
    }

    /// In ems: 1561.769446.
    private static let widestFigure = 7.0

    /// Runs as short as figures.
    private func figures(_ level: Level) -> Int { level.runs.count { Double($0.width) < 5 * em } }

    private func share(_ a: [Range<Int>], _ b: [Range<Int>]) -> Bool {
        a.contains { one in
            b.contains { Double(min(one.upperBound, $0.upperBound) - max(one.lowerBound, $0.lowerBound)) > em }
        }
    }

    /// Whether a line is set larger than the page's type: the section's heading, whose characters fall apart into several
    /// runs above one another when they are read as cells are (mild200-none).
    private func isLargeType(_ index: Int, in levels: [Level]) -> Bool {
        let own = levels[index]
        return levels.contains { level in
            level.top < own.bottom && own.top < level.bottom
                && level.runs.contains { Double($0.height) > Self.largeType * em }
        }
    }

    /// In ems; a line of type that climbs a little is less.
    private static let largeType = 1.2

    /// A title above, or the end of a label below, has nothing beside it.
    private func widened(from index: Int, in levels: [Level], by step: Int, steps: Int) -> Int {
        var index = index
        for _ in 0..<steps {
            let next = index + step
            guard levels.indices.contains(next), step > 0 || !isLargeType(next, in: levels) else { break }
            let distance = step < 0 ? levels[index].top - levels[next].bottom : levels[next].top - levels[index].bottom
            let width = (levels[next].runs.map(\.maxX).max() ?? 0) - (levels[next].runs.map(\.x).min() ?? 0)
            guard Double(distance) < 1.6 * em, Double(width) < 16 * em else { break }
            index = next
        }
        return index
    }
}
