import ReportModel

/// Puts together blocks that belong to one table although no run links them: what stands inside a block, and a
/// heading between two parts with the parts.
struct BlockMerger {
    private let text: RunText
    private let rules: [RowRule]
    private let scale: PageScale

    private struct Group {
        var runs: [Int]
        var box: Box
        /// How many of its runs have another beside them.
        var beside: Int
        /// The widest space between two of its lines.
        var gap: Double
    }

    init(_ text: RunText, _ rules: [RowRule], _ scale: PageScale) {
        self.text = text
        self.rules = rules
        self.scale = scale
    }

    /// - Parameter beside: how many runs of each group have another beside them.
    func merged(_ groups: [[Int]], _ beside: [Int]) -> [[Int]] {
        var tables: [Group] = []
        var others: [Group] = []
        for (runs, beside) in zip(groups, beside) {
            guard let box = outline(of: runs) else { continue }
            let group = Group(runs: runs, box: box, beside: beside, gap: beside > 0 ? gap(of: runs) : 0)
            if beside > 0 { tables.append(group) } else { others.append(group) }
        }
        guard tables.count * (tables.count + others.count) < 4_000_000 else { return tables.map(\.runs) }
        tables.sort { $0.box.area > $1.box.area }
        tables = absorbing(tables)
        others.removeAll { other in
            guard let home = tables.firstIndex(where: { isInside(other.box, $0.box) }) else { return false }
            tables[home].runs += other.runs
            return true
        }
        takeSides(&tables, &others)
        tables = interleaved(tables)
        var joined = stacked(tables, others).filter { $0.beside > 0 }
        for index in joined.indices { takeHeads(of: &joined[index], from: others) }
        return joined.map(\.runs)
    }

    /// The box around runs, with the coloured band that the first of them stands in alone.
    private func outline(of runs: [Int]) -> Box? {
        guard var box = Box.around(runs.lazy.map { text.runs[$0].box }) else { return nil }
        guard let first = runs.min(by: { text.runs[$0].box.y < text.runs[$1].box.y }), text.left[first] < 0,
            text.right[first] < 0, let band = rules.band(around: text.runs[first])
        else { return box }
        let end = max(box.maxY, band.upperBound)
        box.y = min(box.y, band.lowerBound)
        box.height = end - box.y
        return box
    }

    /// A heading that is centred on several lines has nothing right beside it, but another on its very height.
    private func takeSides(_ tables: inout [Group], _ others: inout [Group]) {
        others.removeAll { other in
            guard other.runs.count == 1, let run = other.runs.first.map({ text.runs[$0] }) else { return false }
            let home = tables.firstIndex { table in
                guard run.box.y > table.box.y, run.box.maxY < table.box.maxY,
                    min(abs(run.box.x - table.box.maxX), abs(table.box.x - run.box.maxX)) < 6 * run.size
                else { return false }
                return table.runs.contains {
                    abs(text.runs[$0].box.midY - run.box.midY) < 0.15 * run.size && text.runs[$0].size == run.size
                }
            }
            guard let home else { return false }
            tables[home].runs += other.runs
            tables[home].box = tables[home].box.union(run.box)
            return true
        }
    }

    /// A heading of several columns stands above them and over none of their headings: no run links it.
    private func takeHeads(of group: inout Group, from others: [Group]) {
        let em = group.runs.first.map { text.runs[$0].size } ?? scale.em
        let above = others.filter {
            $0.runs.count == 1 && $0.box.midY < group.box.y + 0.5 * em
                && $0.box.maxY > group.box.y - 4 * max(em, group.gap)
                && $0.box.x > group.box.x - em && $0.box.maxX < group.box.maxX + em
        }
        // Rows far apart have their headings as far above.
        let reach = max(scale.settings.blockGap * em, min(1.1 * group.gap, scale.settings.widestRowGap * em))
        for other in above.sorted(by: { $0.box.y > $1.box.y }) where group.box.y - other.box.maxY < 4 * em {
            let size = text.runs[other.runs[0]].size
            guard abs(size - em) < 0.1 * em,
                group.box.y - other.box.maxY < reach || text.isSpanner(other.runs[0], over: group.runs)
            else { continue }
            group.runs += other.runs
            group.box = group.box.union(other.box)
        }
    }

    /// Takes blocks into those that they stand in.
    private func absorbing(_ groups: [Group]) -> [Group] {
        var result: [Group] = []
        for group in groups {
            if let home = result.firstIndex(where: { isInside(group.box, $0.box) }) {
                result[home].runs += group.runs
                result[home].box = result[home].box.union(group.box)
                result[home].beside += group.beside
            } else {
                result.append(group)
            }
        }
        return result
    }

    /// Joins blocks without values that stand on one height and reach into each other: the levels of a head whose
    /// headings are far apart.
    private func interleaved(_ groups: [Group]) -> [Group] {
        var result: [Group] = []
        for group in groups {
            let home = result.firstIndex { other in
                guard let common = group.box.intersection(other.box), common.width > 0.3 * group.box.width,
                    common.height > 0.6 * min(group.box.height, other.box.height)
                else { return false }
                return !(group.runs + other.runs).contains { text.runs[$0].isValue }
            }
            guard let home else {
                result.append(group)
                continue
            }
            result[home].runs += group.runs
            result[home].box = result[home].box.union(group.box)
            result[home].beside += group.beside
        }
        return result
    }

    private func isInside(_ inner: Box, _ outer: Box) -> Bool {
        guard let common = inner.intersection(outer) else { return false }
        return common.area > 0.6 * inner.area
    }

    /// Joins blocks under each other that are no further apart than their own lines are, with one heading between
    /// them at most.
    private func stacked(_ tables: [Group], _ others: [Group]) -> [Group] {
        var result: [Group] = []
        for table in tables.sorted(by: { $0.box.y < $1.box.y }) {
            var lowest = table
            // A head that has found its values may be the lower part of another.
            while let last = result.last, let heading = bridge(last, lowest, others) {
                lowest.gap = max(last.gap, lowest.gap, heading.isEmpty ? lowest.box.y - last.box.maxY : 0)
                lowest.runs = last.runs + heading + lowest.runs
                lowest.box = last.box.union(lowest.box)
                lowest.beside += last.beside
                result.removeLast()
            }
            result.append(lowest)
        }
        return result
    }

    /// The runs between two blocks if those are one table; nil if they are not.
    private func bridge(_ upper: Group, _ lower: Group, _ others: [Group]) -> [Int]? {
        let allowed = max(upper.gap, lower.gap, 0.6 * scale.em) + 0.3 * scale.em
        let shared = min(upper.box.maxX, lower.box.maxX) - max(upper.box.x, lower.box.x)
        guard shared > 0.8 * min(upper.box.width, lower.box.width), lower.box.y > upper.box.maxY - 0.3 * scale.em,
            // A heading in two parts is larger than the table below it.
            size(upper) < 1.2 * size(lower)
        else { return nil }
        let isFar = isHead(upper, over: lower) || areSpanners(upper, over: lower)
        let reach = isFar ? scale.settings.widestRowGap * scale.em : 0
        if lower.box.y - upper.box.maxY <= max(allowed, reach) { return [] }
        let between = others.filter {
            $0.box.midY > upper.box.maxY && $0.box.midY < lower.box.y && $0.box.maxX > upper.box.x
                && $0.box.x < upper.box.maxX
        }
        guard between.count == 1, let heading = between.first, heading.runs.count == 1 else { return nil }
        let size = text.runs[heading.runs[0]].size
        guard abs(size - text.runs[upper.runs[0]].size) < 0.1 * size, heading.box.width < 0.6 * upper.box.width,
            heading.box.y - upper.box.maxY <= allowed, lower.box.y - heading.box.maxY <= allowed
        else { return nil }
        return heading.runs
    }

    /// Do texts on one line stand in the middle of several headings of a block each? (unruled-weasyprint-any38 of seed 143)
    private func areSpanners(_ upper: Group, over lower: Group) -> Bool {
        let lines = upper.runs.map { text.runs[$0].box.midY }
        let first = lower.runs.filter { text.runs[$0].box.y < lower.box.y + 1.4 * scale.em }
        return upper.runs.count > 1 && (lines.max() ?? 0) - (lines.min() ?? 0) < 0.4 * scale.em
            && !(upper.runs + first).contains { text.runs[$0].isValue } && text.areSpanners(upper.runs, over: first)
    }

    /// Does a block without values have a text over each column of values of the block below it, or a block with values
    /// have some in all of them?
    private func isHead(_ upper: Group, over lower: Group) -> Bool {
        let values = lower.runs.filter { text.runs[$0].isValue }.map { text.runs[$0].box }
        guard let top = values.map(\.midY).min() else { return false }
        let row = values.filter { $0.midY < top + 0.4 * scale.em }
        let first = lower.runs.map { text.runs[$0].box.y }.min() ?? 0
        // The rows begin with values.
        guard row.count > 2, top - first < 1.5 * scale.em else { return false }
        let above = upper.runs.filter { text.runs[$0].isValue }
        // Values at an edge of their cells may stand beside their headings.
        let slack = above.isEmpty ? 0.8 * scale.em : 0
        return row.allSatisfy { value in
            (above.isEmpty ? upper.runs : above).contains {
                text.runs[$0].box.x < value.maxX + slack && value.x - slack < text.runs[$0].box.maxX
            }
        }
    }

    /// The size of most of its text.
    private func size(_ group: Group) -> Double {
        let sizes = group.runs.map { text.runs[$0].size }.sorted()
        return sizes.isEmpty ? scale.em : sizes[sizes.count / 2]
    }

    private func gap(of runs: [Int]) -> Double {
        let boxes = runs.map { text.runs[$0].box }.sorted { $0.y < $1.y }
        var bottom = boxes.first?.maxY ?? 0
        var widest = 0.0
        for box in boxes {
            widest = max(widest, box.y - bottom)
            bottom = max(bottom, box.maxY)
        }
        return widest
    }
}
