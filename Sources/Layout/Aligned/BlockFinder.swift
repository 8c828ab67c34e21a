import ReportModel

/// Runs that may make a table: they stand side by side and under each other, and are no prose.
struct AlignedBlock {
    /// By index into the page's runs.
    var runs: [Int]
}

/// runs → blocks
struct BlockFinder {
    private let text: RunText
    private let scale: PageScale
    /// See `TableFrames`.
    private let frames: [Box]
    private let rules: [RowRule]
    /// For each run: the run right below it that shares its width, -1 for none.
    private let below: [Int]

    init(_ text: RunText, _ frames: [Box], _ rules: [RowRule], _ scale: PageScale) {
        self.text = text
        self.rules = rules
        self.frames = frames
        self.scale = scale
        below = RunColumns(text.runs, reach: RowPitch(text, scale.settings).reach).below
    }

    func blocks() -> [AlignedBlock] {
        // Prose alone has nothing side by side.
        guard text.right.contains(where: { $0 >= 0 }) else { return [] }
        var isProse = prose()
        for index in text.runs.indices where isCaption(index) {
            isProse[index] = true
            if text.right[index] >= 0 { isProse[text.right[index]] = true }
        }
        var sets = DisjointSets(count: text.runs.count)
        for index in text.runs.indices where !isProse[index] {
            let right = text.right[index]
            if right >= 0, !isProse[right] { sets.join(index, right) }
            let next = below[index]
            if next >= 0, !isProse[next], isSameSize(index, next) { sets.join(index, next) }
        }
        for frame in frames {
            let inside = text.runs.indices.filter {
                frame.contains(x: text.runs[$0].box.midX, y: text.runs[$0].box.midY)
            }
            guard let first = inside.first, !inside.contains(where: { isProse[$0] }) else { continue }
            for other in inside { sets.join(first, other) }
        }
        var members: [Int: [Int]] = [:]
        for index in text.runs.indices where !isProse[index] { members[sets.root(index), default: []].append(index) }
        let groups = members.sorted { $0.key < $1.key }.map(\.value)
        // How many of a block's runs have something beside them.
        let beside = groups.map { runs in runs.count { text.right[$0] >= 0 && !isProse[text.right[$0]] } }
        return BlockMerger(text, rules, scale).merged(groups, beside).map(AlignedBlock.init)
    }

    /// A table's title alone on its line, or its number and the rest of it.
    private func isCaption(_ index: Int) -> Bool {
        guard text.runs[index].isCaption, text.left[index] < 0 else { return false }
        let next = text.right[index]
        return next < 0 || text.right[next] < 0 && !text.runs[next].isValue
    }

    /// A section's heading is larger than the tables above and below it; one that stands alone need not be much
    /// larger.
    private func isSameSize(_ first: Int, _ second: Int) -> Bool {
        let (one, two) = (text.runs[first], text.runs[second])
        guard min(one.size, two.size) > 0.8 * max(one.size, two.size) else { return false }
        let larger = one.size > two.size ? first : second
        let isAlone = text.left[larger] < 0 && text.right[larger] < 0
        return !isAlone || min(one.size, two.size) > (one.font == two.font ? 0.9 : 0.93) * max(one.size, two.size)
    }

    // MARK: Prose

    /// Which runs are lines of paragraphs. A long line alone is none; a paragraph beside values is a cell.
    private func prose() -> [Bool] {
        var isProse = [Bool](repeating: false, count: text.runs.count)
        var isStrong = isProse
        var isTaken = isProse
        var paragraphs: [[Int]] = []
        for index in text.runs.indices.sorted(by: { text.runs[$0].box.y < text.runs[$1].box.y }) where !isTaken[index] {
            var lines = [index]
            isTaken[index] = true
            while let last = lines.last, below[last] >= 0, !isTaken[below[last]], continues(lines, below[last]) {
                isTaken[below[last]] = true
                lines.append(below[last])
            }
            guard let strength = proseStrength(lines) else { continue }
            for line in lines {
                isProse[line] = true
                isStrong[line] = strength
            }
            paragraphs.append(lines)
        }
        // A paragraph right above a long one is set in the same column of prose.
        for lines in paragraphs.reversed() {
            guard let first = lines.first, let last = lines.last, below[last] >= 0, isStrong[below[last]],
                abs(text.runs[below[last]].box.x - text.runs[first].box.x) < 0.5 * text.runs[first].size
            else { continue }
            for line in lines { isStrong[line] = true }
        }
        // What stands beside something that is no prose is a cell of a table, unless it is long.
        for lines in paragraphs {
            var isBeside = false
            for line in lines {
                for neighbour in [text.right[line], text.left[line]] where neighbour >= 0 && !isProse[neighbour] {
                    isBeside = true
                }
            }
            if isBeside, !isStrong[lines[0]] { for line in lines { isProse[line] = false } }
        }
        // Numbers in a line of prose stand in runs of their own.
        for index in text.runs.indices where isStrong[index] {
            var last = index
            while case let next = text.right[last], next >= 0,
                text.runs[next].box.x - text.runs[last].box.maxX < scale.settings.spacedGap * text.runs[last].size
            {
                isProse[next] = true
                last = next
            }
        }
        return isProse
    }

    private func continues(_ lines: [Int], _ next: Int) -> Bool {
        guard let last = lines.last else { return false }
        let upper = text.runs[last]
        let lower = text.runs[next]
        let em = max(upper.size, 1)
        guard !lower.beginsWithMarker, abs(upper.size - lower.size) < 0.15 * em, lower.box.y - upper.box.maxY < 1.3 * em
        else { return false }
        if isRuledOff(upper.box, lower.box) { return false }
        // Only the first line of a paragraph is indented.
        let shift = upper.box.x - lower.box.x
        return abs(shift) < (lines.count == 1 ? 3 * em : 0.7 * em)
    }

    /// Does a line part two texts, over all of their width? What stands below it is a table's.
    private func isRuledOff(_ upper: Box, _ lower: Box) -> Bool {
        rules[rules.firstIndex(behind: upper.midY)...].prefix { $0.y < lower.midY }.contains {
            !$0.isSoft && $0.covers(min(upper.x, lower.x), max(upper.maxX, lower.maxX), share: 0.9)
        }
    }

    /// Nil where the lines are no paragraph; whether they are one whatever stands beside them.
    private func proseStrength(_ lines: [Int]) -> Bool? {
        guard lines.count > 1, let first = lines.first else { return nil }
        let em = max(text.runs[first].size, 1)
        let start = lines.map { text.runs[$0].box.x }.min() ?? 0
        let end = lines.map { text.runs[$0].box.maxX }.max() ?? 0
        let width = end - start
        guard width > 12 * em else { return nil }
        let full = lines.dropLast().count { text.runs[$0].box.maxX > end - 0.2 * width }
        guard full * 10 >= (lines.count - 1) * 6 else { return nil }
        var words = 0.0
        for line in lines.dropLast() {
            let content = text.runs[line].content
            guard !content.isValue else { return nil }
            words += Double(content.words) + Double(content.wide) / 2.5
        }
        words /= Double(lines.count - 1)
        guard words >= 4 else { return nil }
        return lines.count > 4 && width > 16 * em && words >= 5
    }
}

/// How far below each other the rows of a page's tables stand.
private struct RowPitch {
    /// In ems: `blockGap`, or as far as rows stand that keep to one wide distance.
    let reach: Double

    private struct Line {
        var top: Double
        var bottom: Double
        var y: Double
        var size: Double
        var count = 0
        var values = 0
    }

    init(_ text: RunText, _ settings: LayoutSettings) {
        var lines: [Line] = []
        for run in text.runs.sorted(by: { $0.box.midY < $1.box.midY }) {
            if lines.last.map({ run.box.midY - $0.y >= 0.4 * $0.size }) ?? true {
                lines.append(Line(top: run.box.y, bottom: run.box.maxY, y: run.box.midY, size: run.size))
            }
            let last = lines.count - 1
            lines[last].count += 1
            lines[last].values += run.isValue ? 1 : 0
            lines[last].top = min(lines[last].top, run.box.y)
            lines[last].bottom = max(lines[last].bottom, run.box.maxY)
        }
        let next = zip(lines, lines.dropFirst()).compactMap { upper, lower in
            upper.count > 1 && lower.count > 1 ? (lower.top - upper.bottom) / max(upper.size, 1) : nil
        }
        // Between two rows of values stand the lines of their labels.
        let rows = lines.filter { $0.values > 1 }
        let rowGaps = zip(rows, rows.dropFirst()).map { upper, lower in
            (lower.y - upper.y - 0.5 * (upper.bottom - upper.top + lower.bottom - lower.top)) / max(upper.size, 1)
        }
        reach = max(Self.even(next, settings), Self.even(rowGaps, settings))
    }

    /// A little more than the distance that most wide gaps keep to; `blockGap` where there is none.
    private static func even(_ gaps: [Double], _ settings: LayoutSettings) -> Double {
        // A line of labels and values reaches further than its values.
        let wide = gaps.filter { $0 > 0.9 * settings.blockGap && $0 < settings.widestRowGap }.sorted()
        // Two alone are no chance where they are quite the same.
        if wide.count == 2, wide[1] - wide[0] < 0.02 * wide[0] { return max(1.1 * wide[1], settings.blockGap) }
        guard wide.count >= settings.evenRows else { return settings.blockGap }
        let middle = wide[wide.count / 2]
        let even = wide.count { abs($0 - middle) < 0.1 * middle }
        guard even >= settings.evenRows else { return settings.blockGap }
        // The levels of a head stand a little further apart than the rows.
        let widest = wide.last { $0 < 1.2 * middle } ?? middle
        return max(1.1 * middle, 1.02 * widest, settings.blockGap)
    }
}

/// Finds for runs what stands below them, without asking all.
struct RunColumns {
    /// -1 for none.
    private(set) var below: [Int]

    /// - Parameter reach: how far below, in ems of the run.
    init(_ runs: [Run], reach: Double) {
        below = [Int](repeating: -1, count: runs.count)
        let order = runs.indices.sorted { (runs[$0].box.y, runs[$0].box.x) < (runs[$1].box.y, runs[$1].box.x) }
        // The runs whose lower neighbour is still sought, by x; each is dropped when it is found or out of reach.
        var open: [Int] = []
        var budget = 40 * runs.count + 10_000
        for index in order {
            let box = runs[index].box
            var kept: [Int] = []
            kept.reserveCapacity(open.count + 1)
            for other in open {
                budget -= 1
                let upper = runs[other].box
                let em = runs[other].size
                // The boxes of some fonts are lower than their lines.
                let gap = min(box.y, box.midY - 0.5 * em) - max(upper.maxY, upper.midY + 0.5 * em)
                if gap > reach * em { continue }
                let shared = min(box.maxX, upper.maxX) - max(box.x, upper.x)
                if box.midY > upper.midY + 0.4 * em, shared > 0.2 * min(box.width, upper.width) {
                    below[other] = index
                    continue
                }
                kept.append(other)
            }
            kept.append(index)
            open = kept
            if budget < 0 { break }
        }
    }
}
