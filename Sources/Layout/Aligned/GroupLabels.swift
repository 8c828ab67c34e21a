import ReportModel

/// labels of several rows → the rows that each labels
///
/// In the outer columns of a stub stand labels that belong to several rows. A label that stands beside its first row
/// reaches down to the next label; labels that are centred each have as many rows above their middle as below. Where the
/// rows are numbered, a group begins where the numbers begin anew. No group goes on over a rule that is drawn through
/// its labels' column, and a rule that leaves the column out parts rows of one group.
struct GroupLabels {
    typealias Row = (runs: [Int], top: Double, bottom: Double)
    typealias Group = (columns: Range<Int>, rows: Range<Int>, runs: [Int])

    private let region: AlignedRegion
    private let rows: [Row]
    private let stub: Range<Int>
    /// The heights of the rules between rows.
    private let cuts: [Double]

    /// How a table's labels stand beside their rows.
    private enum Style: CaseIterable { case middle, top, bottom }

    init(_ region: AlignedRegion, _ rows: [Row], stub: Range<Int>, cuts: [Double] = []) {
        self.region = region
        self.rows = rows
        self.stub = stub
        self.cuts = cuts
    }

    /// - Parameter runs: of the labels.
    func groups(_ runs: [Int]) -> [Group] {
        var result: [Group] = []
        var items = items(of: stub.upperBound - 1)
        // From the innermost column out, so that a group of groups knows where those begin.
        for column in stub.dropLast().reversed() {
            let mine = runs.filter { region.span(of: $0).lowerBound == column }
            let found = groups(in: column, mine, items)
            result += found
            for group in found { items.place(group) { region.run($0).marker } }
            items.add(rows.map { ownLabel($0, in: column) })
        }
        return result
    }

    private func groups(in column: Int, _ runs: [Int], _ items: Items) -> [Group] {
        let closed = closedCuts(column)
        var labels = [[Label]](repeating: [], count: closed.count + 1)
        for (interval, runs) in Dictionary(grouping: runs, by: { closed.countBelow(region.run($0).box.midY) }) {
            labels[interval] = self.labels(runs)
        }
        let parts = freeParts(column, labels.flatMap(\.self), items, closed).map { range in
            let (top, bottom) = (rows[range.lowerBound].top, rows[range.upperBound - 1].bottom)
            let slack = 0.5 * region.scale.em
            let mine = labels[closed.countBelow(middle(range.lowerBound))]
            return (range, mine.filter { $0.bottom >= top - slack && $0.top <= bottom + slack })
        }
        var best: (cost: Double, groups: [Group])?
        for style in Style.allCases {
            // Most labels of several rows are centred.
            var cost = style == .middle ? 0 : 0.2
            var groups: [Group] = []
            for (range, inside) in parts {
                guard !inside.isEmpty else {
                    if isOneCell(column, range) { groups.append((column..<column + 1, range, [])) }
                    continue
                }
                let split = cheapest(range, inside, items, style, isClosed: !closed.isEmpty)
                cost += split.cost
                let named = zip(inside, split.rows).filter { !$1.isEmpty }
                if let first = named.first?.1.lowerBound, first > range.lowerBound {
                    groups.append((column..<column + 1, range.lowerBound..<first, []))
                }
                groups += named.map { (column..<column + 1, $1, $0.runs) }
            }
            if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, groups) }
        }
        let found = best?.groups ?? []
        let kept = Set(found.flatMap(\.runs))
        let lost = labels.joined().filter { !kept.contains($0.runs[0]) }
        guard lost.count * rows.count < Self.mostPlaces else { return found }
        return found
            + lost.compactMap { label in nearest(label).map { (column..<column + 1, $0..<$0 + 1, label.runs) } }
    }

    /// Labels without rows times rows; a page with more is no table's.
    private static let mostPlaces = 2_000_000

    /// The row beside a label that has none to itself: its text stands there.
    private func nearest(_ label: Label) -> Int? {
        func gap(_ row: Int) -> Double { max(rows[row].top - label.bottom, label.top - rows[row].bottom) }
        return rows.indices.min { gap($0) < gap($1) }
    }

    // MARK: Rules

    /// The rules between rows that are drawn through a column as well. A vertical label that goes on over one was cut by
    /// a page's end. The edges of coloured bands take turns under the rows whatever their labels.
    private func closedCuts(_ column: Int) -> [Double] {
        let labels = region.stacks.filter { $0.first.map { region.span(of: $0).contains(column) } ?? false }.map {
            stack in
            (stack.map { region.run($0).box.midY }.min() ?? 0, stack.map { region.run($0).box.midY }.max() ?? 0)
        }
        return cuts.filter { cut in
            !isLeftOut(column, at: cut) && !labels.contains { $0 < cut && cut < $1 }
                && region.rules.contains { abs($0.y - cut) < 0.5 * region.scale.em && !$0.isSoft }
        }
    }

    private func isLeftOut(_ column: Int, at y: Double) -> Bool {
        let width = region.columns[column]
        return !region.rules.contains {
            abs($0.y - y) < 0.5 * region.scale.em && $0.covers(width.start, width.end, share: 0.5)
        }
    }

    /// Are rows parted by rules that all leave a column out?
    private func isOneCell(_ column: Int, _ range: Range<Int>) -> Bool {
        range.count > 1
            && range.dropFirst().allSatisfy { row in
                let inner = cuts[cuts.countBelow(middle(row - 1))..<cuts.countBelow(middle(row))]
                return !inner.isEmpty && inner.allSatisfy { isLeftOut(column, at: $0) }
            }
    }

    private func middle(_ row: Int) -> Double { (rows[row].top + rows[row].bottom) / 2 }

    /// The rows in which a column is free of labels of single rows. A row that is numbered as the labels are stands beside
    /// their groups, 四、 beside 三、, wherever its own label begins.
    private func freeParts(_ column: Int, _ labels: [Label], _ items: Items, _ closed: [Double]) -> [Range<Int>] {
        let kinds = labels.compactMap { $0.runs.first.flatMap { region.run($0).marker }?.kind }
        let isFree = rows.indices.map { row in
            !rows[row].runs.contains { region.span(of: $0).contains(column) }
                && !(items.markers[row].map { kinds.contains($0.kind) } ?? false)
        }
        let intervals = rows.indices.map { closed.countBelow(middle($0)) }
        var parts: [Range<Int>] = []
        var row = 0
        while row < rows.count {
            var end = row
            while end < rows.count, isFree[end], intervals[end] == intervals[row] { end += 1 }
            if end > row { parts.append(row..<end) }
            row = max(end, row + 1)
        }
        return parts
    }

    // MARK: Labels

    private struct Label {
        var runs: [Int]
        var top: Double
        var bottom: Double
        var firstLine: Double
        var lastLine: Double
        /// Each of its lines is a character by itself.
        var isVertical: Bool
        var y: Double { (top + bottom) / 2 }
    }

    /// Lines close to each other are one label, unless a marker begins a new one.
    private func labels(_ runs: [Int]) -> [Label] {
        var labels: [Label] = []
        for line in region.lines(runs) {
            let em = line.runs.map { region.run($0).size }.max() ?? region.scale.em
            let isNew = line.runs.first.map { region.run($0).beginsWithMarker } ?? false
            // A character by itself labels nothing: the next of a vertical label, however far it is spread.
            let isCharacter = line.runs.count == 1 && region.run(line.runs[0]).content.isCharacter
            let reach = isCharacter && (labels.last?.isVertical ?? false) ? 3 : 1.75
            // A page's end parts a label wherever it is.
            if let last = labels.last, line.y - last.lastLine < reach * em || goesOn(last, in: line), !isNew {
                labels[labels.count - 1].runs += line.runs
                labels[labels.count - 1].bottom = line.bottom
                labels[labels.count - 1].lastLine = line.y
                // 三、 above 本年, and 度办 overleaf (unruled-writer-any11 of seed 143)
                labels[labels.count - 1].isVertical = last.isVertical && isCharacter
            } else {
                labels.append(
                    Label(
                        runs: line.runs, top: line.top, bottom: line.bottom, firstLine: line.y, lastLine: line.y,
                        isVertical: isCharacter))
            }
        }
        return labels
    }

    /// Does a label go on overleaf, where every label has a number or stands upright?
    private func goesOn(_ label: Label, in line: AlignedLine) -> Bool {
        guard page(label.lastLine) < page(line.y), let first = label.runs.first, let next = line.runs.first else {
            return false
        }
        return label.isVertical
            ? line.runs.count == 1 && region.run(next).content.isCharacter : region.run(first).beginsWithMarker
    }

    // MARK: Numbered rows

    /// What each row begins with, seen from a column of labels: how its own label is numbered, or that of the group
    /// that begins with it.
    private struct Items {
        var markers: [ListMarker?]
        /// A group has begun further up.
        var isInside: [Bool]

        /// What the next column's labels of single rows add.
        mutating func add(_ own: [(marker: ListMarker?, isLabel: Bool)]) {
            for (row, label) in own.enumerated() where label.isLabel {
                markers[row] = label.marker
                isInside[row] = false
            }
        }

        mutating func place(_ group: Group, marker: (Int) -> ListMarker?) {
            for row in group.rows {
                markers[row] = row == group.rows.lowerBound ? group.runs.first.flatMap(marker) : nil
                isInside[row] = row > group.rows.lowerBound || group.runs.isEmpty
            }
        }

        /// The last marker of this kind above a row.
        func previous(_ row: Int, like marker: ListMarker) -> ListMarker? {
            markers[..<row].last { $0?.kind == marker.kind } ?? nil
        }
    }

    private func items(of column: Int) -> Items {
        var items = Items(
            markers: [ListMarker?](repeating: nil, count: rows.count),
            isInside: [Bool](repeating: false, count: rows.count))
        items.add(rows.map { ownLabel($0, in: column) })
        return items
    }

    /// The label of a single row that begins in a column.
    private func ownLabel(_ row: Row, in column: Int) -> (marker: ListMarker?, isLabel: Bool) {
        let mine = row.runs.filter { region.span(of: $0).lowerBound == column }
        let first = mine.min { region.run($0).box.midY < region.run($1).box.midY }
        return (first.flatMap { region.run($0).marker }, first != nil)
    }

    // MARK: Shares

    /// What it costs that a group begins with a row, and that it goes on with it.
    private func seams(_ range: Range<Int>, _ items: Items) -> (begin: [Double], goOn: [Double]) {
        var begin: [Double] = []
        var goOn: [Double] = []
        for row in range {
            var (first, next) = (0.0, 0.0)
            if items.isInside[row] {
                first = 4
            } else if let marker = items.markers[row] {
                let previous = items.previous(row, like: marker)
                if marker.ordinal == 1 {
                    next = previous == nil ? 0 : 4
                } else if previous.map({ $0.ordinal + 1 == marker.ordinal }) ?? (row == range.lowerBound) {
                    first = 4
                }
            }
            begin.append(first)
            goOn.append(next)
        }
        return (begin, goOn)
    }

    /// The rows shared among the labels, in order; those before the first label's can be left over, where a page's top
    /// cuts a group.
    private func cheapest(
        _ range: Range<Int>, _ labels: [Label], _ items: Items, _ style: Style, isClosed: Bool
    ) -> (rows: [Range<Int>], cost: Double) {
        let (n, k) = (range.count, labels.count)
        guard n >= k, n * n * k < 2_000_000 else { return (labels.map { _ in 0..<0 }, .infinity) }
        let (begin, goOn) = seams(range, items)
        var going = [0.0]
        for cost in goOn { going.append((going.last ?? 0) + cost) }
        var best = [[Double]](repeating: [Double](repeating: .infinity, count: k + 1), count: n + 1)
        var from = [[Int]](repeating: [Int](repeating: 0, count: k + 1), count: n + 1)
        best[0][0] = 0
        // Only what a page begins with can have lost its label, and no rule parts it from the next.
        if range.lowerBound == 0, !isClosed {
            for end in 1..<max(n, 2) where end < n { best[end][0] = 1 + (begin[0] > 0 ? 0 : 2) + 0.05 * Double(end) }
        }
        for end in 1...n {
            for label in 1...min(k, end) {
                for start in (label - 1)..<end where best[start][label - 1] < .infinity {
                    var total = best[start][label - 1] + going[end] - going[start + 1]
                    total += begin[start] * (start == 0 ? 0.3 : 1)
                    guard total < best[end][label] else { continue }
                    total += offset(labels[label - 1], range.lowerBound + start..<range.lowerBound + end, style)
                    if total < best[end][label] {
                        best[end][label] = total
                        from[end][label] = start
                    }
                }
            }
        }
        guard best[n][k] < .infinity else { return (labels.map { _ in 0..<0 }, .infinity) }
        var result = [Range<Int>](repeating: 0..<0, count: k)
        var end = n
        for label in stride(from: k, to: 0, by: -1) {
            let start = from[end][label]
            result[label - 1] = range.lowerBound + start..<range.lowerBound + end
            end = start
        }
        return (result, best[n][k])
    }

    /// How far a label is from where its style puts it beside these rows, or beside those on its page, in ems.
    private func offset(_ label: Label, _ range: Range<Int>, _ style: Style) -> Double {
        let whole = offset(label, beside: range, style)
        guard !region.seams.isEmpty, whole > 0 else { return whole }
        let page = page(label.y)
        // A label that goes on overleaf has rows on both pages.
        if self.page(label.top) < self.page(label.bottom) {
            let pages = (self.page(middle(range.lowerBound)), self.page(middle(range.upperBound - 1)))
            return pages.0 <= self.page(label.top) && pages.1 >= self.page(label.bottom) ? 0 : whole
        }
        // What a page's end cuts stands somewhere on its first page.
        let own = range.prefix { self.page(middle($0)) == page }
        guard !own.isEmpty, page < self.page(rows[range.upperBound - 1].bottom) else { return whole }
        return min(whole, offset(label, beside: own, style), Self.cut)
    }

    /// What it costs that a label is in no place of its rows on the first of their pages, in ems.
    private static let cut = 1.0

    private func page(_ y: Double) -> Int { region.page(at: y) }

    private func offset(_ label: Label, beside range: Range<Int>, _ style: Style) -> Double {
        let (first, last) = (range.lowerBound, range.upperBound - 1)
        let (top, bottom) = (rows[first].top, rows[last].bottom)
        // Its cell reaches half way to the next rows.
        let upper = first > 0 ? min((rows[first - 1].bottom + top) / 2, top) : top
        let lower = last + 1 < rows.count ? max((rows[last + 1].top + bottom) / 2, bottom) : bottom
        let em = max(region.scale.em, 1)
        let off =
            switch style {
            case .middle: min(abs((top + bottom) / 2 - label.y), abs((upper + lower) / 2 - label.y))
            case .top:
                min(abs(label.firstLine - (rows[first].top + rows[first].bottom) / 2), abs(label.top - top))
            case .bottom:
                min(abs(label.lastLine - (rows[last].top + rows[last].bottom) / 2), abs(label.bottom - bottom))
            }
        // No label hangs out of its cell.
        let over = max(0, upper - label.top) + max(0, label.bottom - lower)
        return min(off / em, 12) + min(over / em, 6)
    }
}
