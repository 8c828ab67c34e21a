import ReportModel

/// The cheapest tree of headings in a style: see `HeadTree`.
struct HeadSearch {
    struct Cell {
        var columns: Range<Int>
        var texts: [Int]
    }

    /// The best reading of what stands over some columns below a level.
    private struct Reading {
        var cost = Double.infinity
        /// The height of a heading that has none below it.
        var height: Double?
        var isSpanner = false
        var cells: [Cell] = []
    }

    private let texts: HeadTexts
    private var style = HeadStyle(height: .middle)
    private let costs: HeadCosts
    private let count: Int
    private let stub: Int
    /// By columns and level.
    private var readings: [Reading?] = []
    /// By first column and level: for each end what stands side by side up to it.
    private var rows: [[Reading]?] = []
    /// By columns and level, the same in all styles: what stands there.
    private var lines: [[[Int]]?] = []

    init(_ texts: HeadTexts) {
        self.texts = texts
        costs = texts.costs
        count = texts.region.columns.count
        stub = texts.region.stub.upperBound
    }

    mutating func head(_ style: HeadStyle) -> (cost: Double, cells: [Cell]) {
        self.style = style
        let (columns, levels) = (Double(count), Double(texts.levels))
        guard columns * columns * columns * levels * levels < Double(costs.treeLimit) else { return (0, flat()) }
        readings = [Reading?](repeating: nil, count: (count + 1) * (count + 1) * (texts.levels + 1))
        rows = [[Reading]?](repeating: nil, count: count * (texts.levels + 1))
        if lines.isEmpty { lines = [[[Int]]?](repeating: nil, count: readings.count) }
        var best = Reading()
        var titles: [Cell] = []
        var level = 0
        for line in texts.lines(0..<count, below: 0) {
            for var found in [reading(0..<count, below: level), sideBySide(0..<count, below: level)] {
                found.cost += costs.title * Double(titles.count)
                guard found.cost < best.cost - 1e-9 else { continue }
                found.cells = titles + found.cells
                best = found
            }
            level = texts.level(line)
            titles += line.map { Cell(columns: line.count > 1 ? texts.texts[$0].span : 0..<count, texts: [$0]) }
        }
        return (best.cost + style.cost(costs), best.cells)
    }

    /// Each column by itself.
    private func flat() -> [Cell] {
        Dictionary(grouping: texts.texts.indices) { texts.texts[$0].column }.sorted { $0.key < $1.key }.map {
            Cell(columns: $0.key..<$0.key + 1, texts: $0.value)
        }
    }

    // MARK: Trees

    private func place(_ columns: Range<Int>, _ level: Int) -> Int {
        (columns.lowerBound * (count + 1) + columns.upperBound) * (texts.levels + 1) + level
    }

    private mutating func lines(_ columns: Range<Int>, below level: Int) -> [[Int]] {
        let place = place(columns, level)
        if let known = lines[place] { return known }
        let found = texts.lines(columns, below: level)
        lines[place] = found
        return found
    }

    /// One heading over some columns, and what stands below it.
    private mutating func reading(_ columns: Range<Int>, below level: Int) -> Reading {
        let place = place(columns, level)
        if let known = readings[place] { return known }
        let lines = lines(columns, below: level)
        var best = lines.isEmpty ? blank(columns) : leaf(columns, lines)
        var joined = 0.0
        for end in lines.indices.dropFirst() {
            let line = lines[end - 1]
            guard line.count == 1 || columns.count == 1 else { break }
            joined += costs.beside * Double(line.count - 1)
            if end > 1 { joined += joining(lines[end - 2], line) }
            let pitch = (texts.y(lines[end]) - texts.y(line)) / texts.em
            guard pitch > costs.nextHeading else { continue }
            var found: Reading
            if columns.count == 1 {
                found = reading(columns, below: texts.level(line))
                found.cost += joined + costs.stacked
            } else {
                found = sideBySide(columns, below: texts.level(line))
                found.cost += joined + costs.spanner + misplacement(columns, lines[..<end])
                if pitch < min(costs.tightPitch, costs.tightest * texts.pitch), isCentred(line, over: lines[end]) {
                    found.cost += costs.tight
                }
            }
            guard found.cost < best.cost - 1e-9 else { continue }
            let cell = Cell(columns: columns, texts: lines[..<end].flatMap(\.self))
            best = Reading(
                cost: found.cost, height: nil, isSpanner: columns.count > 1, cells: [cell] + found.cells)
        }
        readings[place] = best
        return best
    }

    private func blank(_ columns: Range<Int>) -> Reading {
        if columns.upperBound <= stub { return Reading(cost: 0) }
        return columns.count == 1 ? Reading(cost: costs.blank) : Reading()
    }

    /// Headings that share some columns.
    private mutating func sideBySide(_ columns: Range<Int>, below level: Int) -> Reading {
        let place = columns.lowerBound * (texts.levels + 1) + level
        if let known = rows[place] { return known[columns.upperBound] }
        let found = row(from: columns.lowerBound, below: level)
        rows[place] = found
        return found[columns.upperBound]
    }

    /// By where they end. Those that have none below them are on one height, and with a heading of several columns among
    /// them it costs something that they are not.
    private mutating func row(from start: Int, below level: Int) -> [Reading] {
        var found = [Reading](repeating: Reading(), count: count + 1)
        for height in heights(from: start, below: level) {
            for hasSpanners in [false, true] {
                // best[c][0]: the columns before c have one heading; best[c][1]: they have several.
                var best = [[Double]](repeating: [.infinity, .infinity], count: count + 1)
                var from = [[(start: Int, many: Int)]](repeating: [(start, 0), (start, 0)], count: count + 1)
                for end in start + 1...max(count, start + 1) {
                    for first in start..<end where first == start || best[first].contains(where: \.isFinite) {
                        let part = reading(first..<end, below: level)
                        guard part.cost.isFinite, hasSpanners || !part.isSpanner else { continue }
                        var cost = part.cost
                        if hasSpanners, !part.isSpanner {
                            cost += costs.uncovered * Double(end <= stub ? 1 : end - first)
                        }
                        if let own = part.height { cost += max(0, abs(own - height) / texts.em - costs.height) }
                        let before: [(cost: Double, many: Int)] =
                            first == start ? [(0, -1)] : [(best[first][0], 0), (best[first][1], 1)]
                        for (sum, many) in before {
                            let next = many < 0 ? 0 : 1
                            guard sum + cost < best[end][next] - 1e-9 else { continue }
                            best[end][next] = sum + cost
                            from[end][next] = (first, max(many, 0))
                        }
                    }
                }
                for end in start + 1...max(count, start + 1) {
                    let costs = [best[end][0] + self.costs.onlyOne, best[end][1]]
                    let many = costs[1] <= costs[0] ? 1 : 0
                    guard costs[many] < found[end].cost - 1e-9 else { continue }
                    var cells: [Cell] = []
                    var (last, state) = (end, many)
                    while last > start {
                        let (first, before) = from[last][state]
                        cells += reading(first..<last, below: level).cells
                        (last, state) = (first, before)
                    }
                    found[end] = Reading(cost: costs[many], cells: cells)
                }
            }
        }
        return found
    }

    /// The heights that a column's heading can have.
    private mutating func heights(from start: Int, below level: Int) -> [Double] {
        var heights: [Double] = []
        for column in start..<count {
            let lines = lines(column..<column + 1, below: level)
            if let first = lines.first, let last = lines.last {
                heights.append(style.height(from: texts.y(first), to: texts.y(last)))
            }
        }
        var result: [Double] = []
        for height in heights.sorted() where result.last.map({ height - $0 > costs.sameHeight * texts.em }) ?? true {
            result.append(height)
        }
        return result.isEmpty ? [0] : result
    }

    // MARK: Costs

    /// One heading without others below it.
    private func leaf(_ columns: Range<Int>, _ lines: [[Int]]) -> Reading {
        var cost = overhang(columns, lines[...])
        let isOverLabels = columns.upperBound <= stub
        let more = Double(lines.reduce(0) { $0 + $1.count - 1 })
        if columns.count == 1 {
            cost += costs.beside * more
        } else if isOverLabels {
            cost += costs.besideInStub * more
        } else {
            let spans = lines.joined().map { texts.texts[$0].span }
            guard more == 0 || lines.contains(where: { $0.count == 1 && texts.texts[$0[0]].span == columns })
            else { return Reading() }
            cost += costs.besideInWide * more
            let isOwn =
                (spans.map(\.lowerBound).min() ?? 0) <= columns.lowerBound
                && (spans.map(\.upperBound).max() ?? 0) >= columns.upperBound
            cost += isOwn ? costs.ownWideLeaf : costs.wideLeaf * Double(columns.count - 1)
        }
        for (upper, lower) in zip(lines, lines.dropFirst()) { cost += joining(upper, lower) }
        if columns.count == 1, !isOverLabels, lines.count > 1 {
            let room = texts.rooms[columns.lowerBound]
            let slack = costs.roomSlack * texts.em
            cost +=
                costs.noRoom
                * Double(
                    lines.count { line in
                        width(line) > room + slack
                            && width(line) > texts.room(for: line, in: columns.lowerBound) + slack
                    })
            let fitting = zip(lines, lines.dropFirst()).count {
                width($0) + width($1) < room - costs.wordRoom * texts.em
            }
            cost += costs.room * Double(fitting)
        }
        let height = style.height(from: texts.y(lines[0]), to: texts.y(lines[lines.count - 1]))
        return Reading(
            cost: cost, height: height, cells: [Cell(columns: columns, texts: lines.flatMap(\.self))])
    }

    private func overhang(_ columns: Range<Int>, _ lines: ArraySlice<[Int]>) -> Double {
        costs.overhang
            * lines.joined().reduce(0) { sum, text in
                let span = texts.texts[text].span
                return sum + Double(span.count - span.clamped(to: columns).count)
            }
    }

    private func width(_ line: [Int]) -> Double { texts.box([line])?.width ?? 0 }

    /// May a text of the next line be a line's own next one?
    private func isCentred(_ line: [Int], over next: [Int]) -> Bool {
        next.contains { other in
            line.contains {
                abs(texts.texts[$0].box.midX - texts.texts[other].box.midX) < costs.shift * texts.em
            }
        }
    }

    /// How far a heading is from where its columns want it.
    private func misplacement(_ columns: Range<Int>, _ lines: ArraySlice<[Int]>) -> Double {
        let over = overhang(columns, lines)
        guard let box = texts.box(lines), let last = lines.last?.first else { return over }
        if let ruled = texts.texts[last].ruled { return over + (ruled == columns ? 0 : costs.otherRule) }
        let (region, em) = (texts.region, texts.em)
        let (first, end) = (region.columns[columns.lowerBound], region.columns[columns.upperBound - 1])
        if style.isFlush { return over + abs(box.x - first.start) / em }
        // Centred on the ink of the columns, on the cells or on their headings.
        var middles = [
            (first.start + end.end) / 2,
            (region.edge(before: columns.lowerBound) + region.edge(before: columns.upperBound)) / 2,
        ]
        if let left = texts.middles[columns.lowerBound], let right = texts.middles[columns.upperBound - 1] {
            middles.append((left + right) / 2)
        }
        if columns.count == count { middles.append(region.box.midX) }
        let off = (middles.map { abs(box.midX - $0) }.min() ?? 0) / em
        return over + (columns.count == count ? costs.whole + max(0, off - costs.wholeShift) : off)
    }

    /// What speaks against a line's being the next one of a heading.
    private func joining(_ upper: [Int], _ lower: [Int]) -> Double {
        guard let above = upper.first, let below = lower.first else { return 0 }
        let (one, two) = (texts.texts[above], texts.texts[below])
        let (first, second) = (texts.region.run(one.run), texts.region.run(two.run))
        let em = texts.em
        var cost = costs.line
        let pitch = (two.box.midY - one.box.midY) / max(second.size, 1)
        let reach = first.content.wide + second.content.wide == 0 ? costs.pitchOfWords : costs.pitch
        // How far apart two pages' lines are says nothing.
        let isSeam = texts.region.page(at: one.box.midY) < texts.region.page(at: two.box.midY)
        if pitch > reach, !isSeam { cost += costs.farLine + costs.farther * (pitch - reach) }
        if abs(first.size - second.size) > costs.otherSizeSlack * em { cost += costs.otherSize }
        if first.font != second.font { cost += costs.otherFont }
        // What is set with spaces may be broken for its sense.
        let isChinese = upper.allSatisfy { texts.region.run(texts.texts[$0].run).content.letters == 0 }
        if isChinese, width(upper) < width(lower) - costs.character * em { cost += costs.longer }
        if upper.count == 1, lower.count == 1 {
            let shift = [\Box.x, \Box.midX, \Box.maxX].map { abs(one.box[keyPath: $0] - two.box[keyPath: $0]) }.min()
            cost += ((shift ?? 0) / em - costs.shift).clamped(to: 0...costs.mostShift)
        }
        let (start, end) = (min(one.box.x, two.box.x), max(one.box.maxX, two.box.maxX))
        if texts.region.isRuled(from: one.box.midY, to: two.box.midY, x: start, end) { cost += costs.ruled }
        return cost
    }
}
