import ReportModel

/// The rows of the applications table in a text that keeps the lines of a page: labels run over several lines, figures
/// stand beside any of them, and a narrow column breaks its figures.
///
/// Lines of figures are dealt to the rows in order by the cheapest way (dynamic programming): a row's sum, and the lines
/// of its label, speak for it. A row whose next best way is nearly as cheap stays in doubt.
struct PageRows {
    private(set) var runs: [String: RowRun] = [:]
    /// Rows that could have other lines as well.
    var uncertain: Set<String> = []

    /// The costs, in units of one broken sum; they come from `pdftotext -layout` dumps of the fixtures.
    struct Costs {
        var moreLines = 0.3
        var brokenSum = 1.5
        var blankCell = 0.2
        var partial = 0.8
        var tooMany = 5.0
        /// A line of figures that belongs to no row, and a row that has none.
        var strayLine = 2.0
        var strayFigure = 1.5
        var bareRow = 3.0
        var unlabelled = 0.8
        /// For each line between a label and its figures.
        var distance = 0.6
        var far = 8.0
        /// Figures on a line with the beginning of another label.
        var otherLabel = 2.0
        /// How much dearer the next best way must be.
        var margin = 0.9
        /// More than this between a row's label and its figures, and they may be another row's.
        var doubtfulPlace = 1.3
        /// The last line of a page, where it holds one number: the page's own.
        var pageNumber = 0.3

        init() {}
    }

    private static let mostLines = 400

    private let costs = Costs()
    let size: Int
    let rows: [String]
    let lines: [[DumpElement]]
    let labels: [String: [HeadLabel]]
    let looseLines: Set<Int>
    private let foreignLines: Set<Int>
    /// The rows whose labels begin on a line.
    private let starts: [Int: Set<String>]
    /// The place of each line among those that hold a label or a figure: a watermark's letters, and the blank lines
    /// around them, part no label from its figures.
    private let ranks: [Int: Int]

    /// Nil where the table is not set that way, or its rows have no order.
    ///
    /// - Parameter looseLines: figures that are known to be tied to no label of the form.
    init?(_ definition: FormDefinition, runs: [RowRun], labels: [HeadLabel], looseLines: Set<Int>) {
        let values = runs.flatMap(\.values)
        guard definition.table == .applications,
            values.allSatisfy({ $0.separator == .gap || $0.separator == .none })
        else { return nil }
        let byLine = Dictionary(grouping: values, by: \.line)
        let size = definition.blocks[0].columns.count
        guard byLine.count <= Self.mostLines, byLine.values.count(where: { $0.count > 2 }) >= 8,
            !values.contains(where: {
                !($0.value?.isMark ?? true) && $0.value?.amount == nil && !Self.isEnd($0, byLine)
            })
        else { return nil }
        guard let rows = Self.sequence(definition.rows.map(\.id), labels) else { return nil }
        self.size = size
        self.looseLines = looseLines
        self.rows = rows
        foreignLines = Set(runs.filter(\.hasForeignText).flatMap { $0.values.map(\.line) })
        lines = byLine.keys.sorted().map { line in (byLine[line] ?? []).sorted { $0.x < $1.x } }
        self.labels = Dictionary(grouping: labels) { DumpTable.id(of: $0) ?? "" }
        starts = Dictionary(grouping: labels) { $0.element.line }.mapValues { Set($0.compactMap(DumpTable.id(of:))) }
        ranks = Self.ranks(lines, labels)
        deal()
    }

    /// 07 below 2: the last digits of a figure that begins on the line above.
    private static func isEnd(_ element: DumpElement, _ lines: [Int: [DumpElement]]) -> Bool {
        guard element.separator == .gap, let digits = element.value?.digits, digits.count > 1,
            digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        return lines[element.line - 1, default: []].contains { $0.x < element.maxX && element.x < $0.maxX }
    }

    private static func ranks(_ lines: [[DumpElement]], _ labels: [HeadLabel]) -> [Int: Int] {
        var held = Set(lines.compactMap { $0.first?.line })
        for label in labels { held.formUnion(label.element.line...max(label.element.line, label.element.lastLine)) }
        return Dictionary(uniqueKeysWithValues: held.sorted().enumerated().map { ($1, $0) })
    }

    /// The form's order, or that of the labels where every row has one.
    private static func sequence(_ statutory: [String], _ labels: [HeadLabel]) -> [String]? {
        var order: [String] = []
        for id in labels.compactMap(DumpTable.id(of:)) where !order.contains(id) { order.append(id) }
        if order == statutory.filter(order.contains) { return order.count * 3 >= statutory.count * 2 ? statutory : nil }
        return order.count == statutory.count ? order : nil
    }

    // MARK: - Dealing

    /// What a row can be made of: so many lines from here on.
    private struct Way {
        var count: Int
        var cost: Double
    }

    private mutating func deal() {
        let ways = lines.indices.map { start in
            rows.map { row in (1...3).filter { start + $0 <= lines.count }.compactMap { way(row, start, $0) } }
        }
        let bare = rows.map { labels[$0] == nil ? costs.bareRow - costs.unlabelled : costs.bareRow }
        let stray = lines.indices.map { line in
            isPageNumber(line)
                ? costs.pageNumber : costs.strayLine + costs.strayFigure * Double(lines[line].count - 1)
        }
        // From line and row on, and up to them.
        let unreached = [Double](repeating: .infinity, count: rows.count + 1)
        var ahead = [[Double]](repeating: unreached, count: lines.count + 1)
        ahead[lines.count][rows.count] = 0
        for line in lines.indices.reversed() { ahead[line][rows.count] = ahead[line + 1][rows.count] + stray[line] }
        for row in rows.indices.reversed() {
            ahead[lines.count][row] = ahead[lines.count][row + 1] + bare[row]
            for line in lines.indices.reversed() {
                var best = min(ahead[line + 1][row] + stray[line], ahead[line][row + 1] + bare[row])
                for way in ways[line][row] { best = min(best, way.cost + ahead[line + way.count][row + 1]) }
                ahead[line][row] = best
            }
        }
        var before = [[Double]](repeating: unreached, count: lines.count + 1)
        before[0][0] = 0
        for line in 0...lines.count {
            for row in 0...rows.count where before[line][row] < .infinity {
                let cost = before[line][row]
                if line < lines.count { before[line + 1][row] = min(before[line + 1][row], cost + stray[line]) }
                guard row < rows.count else { continue }
                before[line][row + 1] = min(before[line][row + 1], cost + bare[row])
                guard line < lines.count else { continue }
                for way in ways[line][row] {
                    before[line + way.count][row + 1] = min(before[line + way.count][row + 1], cost + way.cost)
                }
            }
        }
        follow(ways, ahead, before, bare, stray)
        doubtRowsOfOthersLines()
        doubtBesideWhatIsLeft()
        doubtShortRowsBesideUncertain()
    }

    func isPageNumber(_ line: Int) -> Bool {
        lines[line].count == 1 && line + 1 < lines.count && lines[line + 1].first?.page != lines[line].first?.page
    }

    private mutating func follow(
        _ ways: [[[Way]]], _ ahead: [[Double]], _ before: [[Double]], _ bare: [Double], _ stray: [Double]
    ) {
        var line = 0
        var row = 0
        while row < rows.count {
            let cost = ahead[line][row]
            if line < lines.count,
                let way = ways[line][row].first(where: { $0.cost + ahead[line + $0.count][row + 1] == cost })
            {
                take(rows[row], line, way.count)
                let next = nextBest(row, except: line, way.count, ways, ahead, before, bare[row])
                let place = placeCost(rows[row], Array(lines[line..<(line + way.count)]))
                if next - ahead[0][0] < costs.margin || place > costs.doubtfulPlace || holdsRows(line, way.count) {
                    uncertain.insert(rows[row])
                }
                line += way.count
                row += 1
            } else if ahead[line][row + 1] + bare[row] == cost {
                row += 1
            } else if line < lines.count {
                line += 1
            } else {
                return
            }
        }
    }

    /// Two rows that add up do so as well when the digits of one are put behind those of the other.
    private func holdsRows(_ line: Int, _ count: Int) -> Bool {
        lines[line..<(line + count)].count { $0.count == size && Self.addsUp($0) } > 1
    }

    /// The cost of the best way that gives the row other figures.
    private func nextBest(
        _ row: Int, except line: Int, _ count: Int, _ ways: [[[Way]]], _ ahead: [[Double]], _ before: [[Double]],
        _ bare: Double
    ) -> Double {
        let printed = lines[line..<(line + count)].flatMap { $0 }.map { $0.value?.printed ?? "" }
        var best = Double.infinity
        for start in 0...lines.count {
            best = min(best, before[start][row] + bare + ahead[start][row + 1])
            guard start < lines.count else { continue }
            for way in ways[start][row] where start != line || way.count != count {
                let cost = before[start][row] + way.cost + ahead[start + way.count][row + 1]
                guard cost < best else { continue }
                let other = lines[start..<(start + way.count)].flatMap { $0 }.map { $0.value?.printed ?? "" }
                if other != printed { best = cost }
            }
        }
        return best
    }

    private mutating func take(_ row: String, _ line: Int, _ count: Int) {
        let group = Array(lines[line..<(line + count)])
        let joined = SpreadFigures.joined(group, size: size)
        let label = labels[row]?.min { distance($0, group) < distance($1, group) }
        let elements = joined ?? group[0]
        var run = RowRun(
            table: .applications, rows: [row], tie: .label, elements: elements, label: label?.element,
            match: label.flatMap { label in label.element.matches.first { $0.target == label.target } },
            position: label?.position ?? 0)
        run.isPutTogether = count > 1
        run.hasForeignText = elements.contains { foreignLines.contains($0.line) }
        runs[row] = run
    }

    // MARK: - Costs

    private func way(_ row: String, _ start: Int, _ count: Int) -> Way? {
        let group = Array(lines[start..<(start + count)])
        guard var values = count == 1 ? group[0] : SpreadFigures.joined(group, size: size) else { return nil }
        let ways = SpacedThousands.ways(values, size: size)
        if let way = ways.first(where: Self.addsUp) ?? ways.first { values = way }
        var cost = costs.moreLines * Double(count - 1)
        let adds = Self.addsUp(values)
        if values.count == size {
            if !adds { cost += costs.brokenSum * Double(count) }
        } else if values.count < size {
            cost += costs.partial + costs.blankCell * Double(size - values.count) + (adds ? 0 : costs.brokenSum / 2)
        } else {
            cost += costs.tooMany
        }
        cost += placeCost(row, group)
        return Way(count: count, cost: cost)
    }

    private func placeCost(_ row: String, _ group: [[DumpElement]]) -> Double {
        var cost = 0.0
        for line in group.compactMap({ $0.first?.line }) {
            if let others = starts[line], !others.contains(row) { cost += costs.otherLabel }
        }
        guard let own = labels[row] else { return cost + costs.unlabelled }
        let distance = own.map { self.distance($0, group) }.min() ?? 0
        return cost + (distance > 6 ? costs.far : costs.distance * Double(distance))
    }

    /// How many lines with labels or figures a group of figures stands from a label; none where they overlap.
    func distance(_ label: HeadLabel, _ group: [[DumpElement]]) -> Int {
        let first = group.first?.first?.line ?? 0
        let last = group.last?.first?.line ?? 0
        if first > label.element.lastLine { return rank(first) - rank(label.element.lastLine) }
        if last < label.element.line { return rank(label.element.line) - rank(last) }
        return 0
    }

    private func rank(_ line: Int) -> Int { ranks[line] ?? line }

    /// One of the figures is the sum of the others.
    static func addsUp(_ values: [DumpElement]) -> Bool {
        var total = 0
        var counts: [Int] = []
        for element in values {
            guard let value = element.value, let count = SlotReading.value(value).count else { return false }
            counts.append(count)
            total += count
        }
        return counts.contains { 2 * $0 == total }
    }
}
