import ReportModel

/// A horizontal line, or the upper or lower edge of a coloured band, that parts rows.
struct RowRule {
    var y: Double
    var start: Double
    var end: Double
    /// Nobody drew it: the edge of a coloured band.
    var isSoft: Bool

    func covers(_ from: Double, _ to: Double, share: Double) -> Bool {
        min(end, to) - max(start, from) >= share * (to - from)
    }
}

/// Runs of a block on one baseline, from left to right.
struct AlignedLine {
    var runs: [Int]
    /// The middle of the text.
    var y: Double
    var top: Double
    var bottom: Double
}

/// What is known of a block while its grid is worked out: its runs, the columns they stand in, the rules between them.
struct AlignedRegion {
    let text: RunText
    let scale: PageScale
    var runs: [Int]
    var columns: [TextColumn]
    /// By y.
    var rules: [RowRule]
    var box: Box
    /// Columns of values; empty in a table of text.
    let valueColumns: [Int]
    /// Columns before the first of values.
    let stub: Range<Int>
    /// The characters of vertical labels, each label from top to bottom.
    let stacks: [[Int]]
    /// The cells of its head, where that has lines around them and the rows have none.
    var heads: [Box] = []
    /// Nothing but a page number stands below it: its last row may go on overleaf.
    var endsPage = false
    /// Where it goes on overleaf.
    var seams: [Double] = []
    private let stacked: Set<Int>

    init(
        _ text: RunText, _ runs: [Int], columns: [TextColumn], rules: [RowRule], stacks: [[Int]] = [],
        _ scale: PageScale
    ) {
        self.text = text
        // A table's text may be much smaller than the page's.
        let sizes = runs.map { text.runs[$0].size }.sorted()
        self.scale = sizes.isEmpty ? scale : PageScale(em: sizes[sizes.count / 2], settings: scale.settings)
        self.runs = runs
        self.columns = columns
        box = Box.around(runs.lazy.map { text.runs[$0].box }) ?? Box(x: 0, y: 0, width: 0, height: 0)
        self.rules = rules
        let values = columns.indices.filter { columns[$0].isValues }
        valueColumns =
            values.first == 0 && Self.areNumbersOfTexts(runs, text, columns) ? Array(values.dropFirst()) : values
        let labels = 0..<min(valueColumns.first ?? 1, columns.count)
        stub = Self.haveTextsBeside(labels, runs.map { text.runs[$0] }, columns, self.scale) ? 0..<1 : labels
        self.stacks = stacks
        stacked = Set(stacks.joined())
    }

    /// Do texts stand right beside nearly all numbers of the first column? Then these are what the rows are called by.
    private static func areNumbersOfTexts(_ runs: [Int], _ text: RunText, _ columns: [TextColumn]) -> Bool {
        guard columns.count > 1 else { return false }
        let numbers = runs.filter { text.runs[$0].box.maxX < columns[1].start && text.runs[$0].isValue }
        let named = numbers.count { number in
            let next = text.right[number]
            return next >= 0 && !text.runs[next].isValue
        }
        return numbers.count > 2 && named * 10 >= numbers.count * 9
    }

    /// Does every column before the values have a text of its own beside nearly each of them? Then only the first holds
    /// labels: one of several rows stands beside no more than one of them.
    private static func haveTextsBeside(
        _ labels: Range<Int>, _ runs: [Run], _ columns: [TextColumn], _ scale: PageScale
    ) -> Bool {
        guard labels.count > 1, labels.upperBound < columns.count else { return false }
        let edges = labels.map { columns[$0 + 1].start }
        var values: [Double] = []
        for y in runs.filter({ $0.isValue && $0.box.x > edges[edges.count - 1] - scale.em }).map(\.box.midY).sorted()
        where values.last.map({ y - $0 > 0.4 * scale.em }) ?? true { values.append(y) }
        guard values.count > 2 else { return false }
        let full = values.count { y in
            let beside = runs.filter { abs($0.box.midY - y) < 0.3 * scale.em && !$0.content.isCharacter }
            return labels.allSatisfy { column in
                beside.contains { $0.box.x >= columns[column].start - 1 && $0.box.maxX < edges[column] }
            }
        }
        return full * 10 >= values.count * 8
    }

    /// Which of the table's pages a height is on, from 0.
    func page(at y: Double) -> Int { seams.countBelow(y) }

    /// Is the run a character of a vertical label?
    func isStacked(_ index: Int) -> Bool { stacked.contains(index) }

    func run(_ index: Int) -> Run { text.runs[index] }

    /// Does a label stand on this height?
    func isLabelled(at y: Double) -> Bool {
        runs.contains { index in
            abs(run(index).box.midY - y) < 0.35 * scale.em && span(of: index).upperBound <= stub.upperBound
        }
    }

    /// A text that stands alone and reaches over values, or over several columns of texts: a heading between rows.
    func isHeading(_ index: Int) -> Bool {
        let span = span(of: index)
        return span.upperBound > stub.upperBound && !run(index).isValue && text.right[index] < 0
            && text.left[index] < 0 && (span.count > 1 || valueColumns.contains(span.lowerBound))
    }

    /// A text alone on its line among values, and no second line of a cell.
    func isHeadingOverValues(_ index: Int) -> Bool {
        guard isHeading(index) else { return false }
        let run = run(index)
        return !runs.contains { other in
            let near = self.run(other)
            return other != index && !near.isValue && abs(near.box.midY - run.box.midY) < 1.35 * run.size
                && near.box.x < run.box.maxX && run.box.x < near.box.maxX && span(of: other) == span(of: index)
        }
    }

    /// The columns that a run stands in: one, or those that it reaches over.
    func span(of index: Int) -> Range<Int> {
        let run = text.runs[index]
        let span = span(of: run.ink)
        // A mark at the end of a label hangs over into the first column of values.
        if span.upperBound == stub.upperBound + 1, span.lowerBound < stub.upperBound, !run.isValue,
            run.ink.maxX - columns[stub.upperBound].start < 1.05 * run.size
        {
            return span.lowerBound..<stub.upperBound
        }
        return span
    }

    private func firstColumn(endingBehind x: Double) -> Int {
        var low = 0
        var high = columns.count - 1
        while low < high {
            let middle = (low + high) / 2
            if columns[middle].end <= x { low = middle + 1 } else { high = middle }
        }
        return max(low, 0)
    }

    func span(of box: Box) -> Range<Int> {
        var low = firstColumn(endingBehind: box.x)
        var high = low + 1
        while high < columns.count, columns[high].start < box.maxX { high += 1 }
        func share(_ column: Int) -> Double {
            let common = min(box.maxX, columns[column].end) - max(box.x, columns[column].start)
            return common / max(min(box.width, columns[column].width), 0.01)
        }
        while high - low > 1, share(low) < 0.2 { low += 1 }
        while high - low > 1, share(high - 1) < 0.2 { high -= 1 }
        return low..<high
    }

    /// The runs, by baseline.
    func lines(_ runs: [Int]) -> [AlignedLine] {
        var lines: [AlignedLine] = []
        for index in runs.sorted(by: { (run($0).box.midY, $0) < (run($1).box.midY, $1) }) {
            let box = run(index).box
            if let last = lines.last, box.midY - last.y < 0.4 * min(run(index).size, run(last.runs[0]).size) {
                let count = Double(last.runs.count)
                lines[lines.count - 1].runs.append(index)
                lines[lines.count - 1].y = (last.y * count + box.midY) / (count + 1)
                lines[lines.count - 1].top = min(last.top, box.y)
                lines[lines.count - 1].bottom = max(last.bottom, box.maxY)
            } else {
                lines.append(AlignedLine(runs: [index], y: box.midY, top: box.y, bottom: box.maxY))
            }
        }
        for index in lines.indices { lines[index].runs.sort { run($0).box.x < run($1).box.x } }
        return lines
    }

    /// Is there a rule over this stretch between two heights?
    func isRuled(from upper: Double, to lower: Double, x start: Double, _ end: Double, share: Double = 0.6) -> Bool {
        rules.contains { $0.y > upper && $0.y < lower && $0.covers(start, end, share: share) }
    }

    /// Where a column's cells begin and end: half way to its neighbours.
    func edge(before column: Int) -> Double {
        if column <= 0 { return min(box.x, columns.first?.start ?? box.x) }
        if column >= columns.count { return max(box.maxX, columns.last?.end ?? box.maxX) }
        return (columns[column - 1].end + columns[column].start) / 2
    }
}

/// A cell of an aligned table before it has its place in the grid.
struct AlignedCell {
    var rows: Range<Int>
    var columns: Range<Int>
    /// By index.
    var runs: [Int]
}

extension [RowRule] {
    /// The index of the first rule below a height; the rules are in order.
    func firstIndex(behind y: Double) -> Int { count(inOrder: { $0.y <= y }) }

    /// The coloured band that a text stands in, wider by far than it is: it belongs to what stands right above the band
    /// and right below it, however much room it has there (unruled-writer-any47 of seed 140). Nil where there is none.
    func band(around run: Run) -> ClosedRange<Double>? {
        let (y, reach) = (run.box.midY, 2 * run.size)
        let edges = self[firstIndex(behind: y - reach)...].prefix { $0.y < y + reach }.filter {
            $0.isSoft && $0.end - $0.start > 2 * run.box.width && $0.covers(run.box.x, run.box.maxX, share: 1)
        }
        guard let top = edges.last(where: { $0.y < y })?.y, let bottom = edges.first(where: { $0.y > y })?.y else {
            return nil
        }
        return top...bottom
    }
}

extension [Double] {
    /// The heights that boxes stand on, in order: what is closer to the one above than this is on its height.
    init(heightsOf boxes: some Sequence<Box>, apart least: Double) {
        self = []
        for y in boxes.map(\.midY).sorted() {
            if let last, y - last < least { continue }
            append(y)
        }
    }

    /// The one in the middle of their order.
    var median: Double? { isEmpty ? nil : sorted()[count / 2] }

    /// How many of these, which are in order, lie below a value.
    func countBelow(_ value: Double) -> Int { count(inOrder: { $0 < value }) }
}

extension Array {
    /// How many elements fulfil what those at the start do and none behind them does.
    fileprivate func count(inOrder isBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
