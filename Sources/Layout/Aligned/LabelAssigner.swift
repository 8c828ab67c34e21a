import ReportModel

/// One line of a label column.
struct LabelLine {
    var runs: [Int]
    var y: Double
    var size: Double
    /// What it costs to take this line and the next for one text, and for two; filled by `LabelAssigner.prepare`.
    var joinCost = 0.0
    var splitCost = 0.0
}

/// lines of a label column + rows that have values → which lines label which row
///
/// A label of several lines has its value beside the first, the last or the middle; a line without a value may be a
/// heading of its own. The cheapest assignment in order is found over all rows at once, once for each of the three
/// styles, since a table keeps to one.
struct LabelAssigner {
    enum Style: CaseIterable { case middle, top, bottom }

    struct Assignment {
        /// For each row with values: its lines.
        var rows: [Range<Int>]
        /// Lines that are headings, several where they are one text.
        var headings: [Range<Int>]
        var cost: Double
        var style = Style.middle
    }

    private let region: AlignedRegion

    init(_ region: AlignedRegion) {
        self.region = region
    }

    func assignment(_ lines: [LabelLine], to anchors: [Double], mayHead: Bool = true) -> Assignment {
        guard !lines.isEmpty else { return Assignment(rows: anchors.map { _ in 0..<0 }, headings: [], cost: 0) }
        var best: Assignment?
        for style in Style.allCases {
            var found = cheapest(lines, anchors, style, mayHead: mayHead)
            found.style = style
            if best.map({ found.cost < $0.cost - 1e-9 }) ?? true { best = found }
        }
        return best ?? Assignment(rows: anchors.map { _ in 0..<0 }, headings: [], cost: 0)
    }

    /// The lines of some runs with what speaks for and against joining each with its next.
    ///
    /// - Parameter anchors: the heights of the rows that have values.
    func prepare(_ runs: [Int], _ anchors: [Double], _ measure: Measure? = nil) -> [LabelLine] {
        var lines = region.lines(runs).map { line in
            LabelLine(
                runs: line.runs, y: line.y, size: line.runs.map { region.run($0).size }.max() ?? region.scale.em)
        }
        let measure = measure ?? self.measure([runs])
        let rowPitch = zip(anchors, anchors.dropFirst()).map { $1 - $0 }.min() ?? 0
        for index in lines.indices.dropLast() {
            (lines[index].joinCost, lines[index].splitCost) = costs(
                lines[index], lines[index + 1], measure)
            // Rows are not closer to each other here than they are anywhere else.
            if lines[index + 1].y - lines[index].y < 0.95 * rowPitch { lines[index].splitCost += 0.5 }
        }
        return lines
    }

    /// What the lines of a table's labels are measured by.
    struct Measure {
        /// Where the longest line ends.
        var right: Double
        /// From one line of a label to its next, in ems.
        var tight: Double
    }

    /// - Parameter bands: the runs of the labels, parted where a rule parts rows.
    func measure(_ bands: [[Int]]) -> Measure {
        let right = bands.joined().map { region.run($0).box.maxX }.max() ?? 0
        let pitches = bands.flatMap { runs in
            let lines = region.lines(runs)
            return zip(lines, lines.dropFirst()).map { ($1.y - $0.y) / max(region.run($0.runs[0]).size, 1) }
        }.sorted()
        // Where every label has one line the closest are no measure.
        return Measure(right: right, tight: pitches.isEmpty ? 1.2 : min(pitches[pitches.count / 10], 1.4))
    }

    private func costs(_ line: LabelLine, _ next: LabelLine, _ measure: Measure) -> (Double, Double) {
        guard let last = line.runs.last, let first = next.runs.first else { return (0, 0) }
        let upper = region.run(last)
        let lower = region.run(first)
        let em = max(line.size, 1)
        let pitch = (next.y - line.y) / em
        var join = 0.0
        var split = 0.0
        if pitch > 1.12 * measure.tight { join += min((pitch - 1.12 * measure.tight) * 2, 3) }
        // Bold over regular: a heading over its items.
        if upper.font != lower.font { join += 0.8 }
        if pitch > 2.4 { join += 3 }
        if abs(upper.size - lower.size) > 0.15 * em { join += 1 }
        // Had the next word found room on this line, the break would be somebody's will.
        let word = region.text.words[lower.words.lowerBound]
        let needed = lower.content.wide > 0 ? em * Double(lower.content.unbreakable) : word.box.width + 0.25 * em
        if measure.right - upper.box.maxX > needed + 0.3 * em { join += 0.8 } else { split += 0.2 }
        if lower.content.beginsSmall { split += 0.6 }
        if upper.content.endsInColon { join += 0.6 }
        if region.run(first).beginsWithMarker { join += 1.5 }
        // A line that hangs further left than the one before begins something new.
        if lower.box.x < upper.box.x - 0.5 * em, line.runs.count == 1, next.runs.count == 1,
            abs(lower.box.midX - upper.box.midX) > em
        {
            join += 0.4
        }
        return (join, split)
    }

    private func cheapest(
        _ lines: [LabelLine], _ anchors: [Double], _ style: Style, mayHead: Bool
    ) -> Assignment {
        let (m, n) = (lines.count, anchors.count)
        let longest = 12
        let blankCost = 0.8
        let headCost = mayHead ? 0.7 : 6
        guard (m + 1) * (n + 1) <= 400_000 else { return nearest(lines, anchors) }
        // joins[i] is what joining lines 0...i in one text costs, so that a difference gives any group.
        var joins = [0.0]
        for line in lines { joins.append((joins.last ?? 0) + line.joinCost) }
        let width = n + 1
        var cost = [Double](repeating: .infinity, count: (m + 1) * width)
        // What was chosen: the group's length, and whether it has a row.
        var length = [Int16](repeating: 0, count: (m + 1) * width)
        var isRow = [Bool](repeating: false, count: (m + 1) * width)
        cost[0] = 0
        for i in 0...m {
            for j in 0...n {
                let here = i * width + j
                if j > 0, cost[here - 1] + blankCost < cost[here] {
                    cost[here] = cost[here - 1] + blankCost
                    length[here] = 0
                    isRow[here] = true
                }
                guard i > 0 else { continue }
                for count in 1...min(longest, i) {
                    let first = i - count
                    var group = joins[i - 1] - joins[first]
                    if group > 8 { break }
                    if first > 0 { group += lines[first - 1].splitCost }
                    if j > 0 {
                        let total =
                            cost[first * width + j - 1] + group
                            + distance(lines[first], lines[i - 1], anchors[j - 1], style)
                        if total < cost[here] {
                            cost[here] = total
                            length[here] = Int16(count)
                            isRow[here] = true
                        }
                    }
                    let total = cost[first * width + j] + group + headCost
                    if total < cost[here] {
                        cost[here] = total
                        length[here] = Int16(count)
                        isRow[here] = false
                    }
                }
            }
        }
        var result = Assignment(
            rows: [Range<Int>](repeating: 0..<0, count: n), headings: [], cost: cost[m * width + n])
        var (i, j) = (m, n)
        while i > 0 || j > 0 {
            let here = i * width + j
            let count = Int(length[here])
            guard count > 0 || isRow[here] else { break }
            if isRow[here] {
                result.rows[j - 1] = i - count..<i
                j -= 1
            } else {
                result.headings.insert(i - count..<i, at: 0)
            }
            i -= count
        }
        return result
    }

    private func distance(_ first: LabelLine, _ last: LabelLine, _ anchor: Double, _ style: Style) -> Double {
        let y =
            switch style {
            case .top: first.y
            case .bottom: last.y
            case .middle: (first.y + last.y) / 2
            }
        let off = abs(y - anchor) / max(first.size, 1)
        return off < 0.3 ? 0 : min((off - 0.2) * 1.5, 40)
    }

    /// For tables beyond all bounds: each line to the nearest row.
    private func nearest(_ lines: [LabelLine], _ anchors: [Double]) -> Assignment {
        var rows = [Range<Int>](repeating: 0..<0, count: anchors.count)
        var anchor = 0
        for (index, line) in lines.enumerated() {
            while anchor + 1 < anchors.count, abs(anchors[anchor + 1] - line.y) < abs(anchors[anchor] - line.y) {
                anchor += 1
            }
            guard rows.indices.contains(anchor) else { break }
            rows[anchor] = rows[anchor].isEmpty ? index..<index + 1 : rows[anchor].lowerBound..<index + 1
        }
        return Assignment(rows: rows, headings: [], cost: .infinity)
    }
}
