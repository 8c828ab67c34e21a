import ReportModel

/// A column of aligned text.
struct TextColumn {
    /// From the first to the last ink of the runs that stand in this column alone.
    var start: Double
    var end: Double
    /// Runs that stand in this column alone, and how many of them are values.
    var count = 0
    var values = 0

    var middle: Double { (start + end) / 2 }
    var width: Double { end - start }
    /// Most of what stands in it is numbers.
    var isValues: Bool { values * 2 >= count && values > 0 }
}

/// runs of a block → columns
///
/// Narrow runs come first and make columns; a wide run belongs to the column that it overlaps, or spans several.
/// Two columns are one where more runs reach over the gap between them than stand on both sides of it.
struct ColumnFinder {
    private let text: RunText
    private let scale: PageScale
    /// x of lines that part columns whatever the text says.
    private let walls: [Double]
    /// Where the table goes on overleaf.
    private let seams: [Double]

    private struct Candidate {
        var start: Double
        var end: Double
        var runs: [Int]
    }

    init(_ text: RunText, walls: [Double] = [], seams: [Double] = [], _ scale: PageScale) {
        self.text = text
        self.seams = seams
        self.walls = walls.sorted()
        self.scale = scale
    }

    func columns(of runs: [Int]) -> [TextColumn] { found(in: runs).columns }

    /// The columns, and how often the evidence between them was weighed.
    func found(in runs: [Int]) -> (columns: [TextColumn], rounds: Int) {
        let seams = seams(runs)
        // Values first: a heading may stand anywhere over its columns. What reaches over places where others stand side
        // by side last, however narrow it is; and the last line of a heading over labels says nothing of their columns.
        let values = runs.filter { text.runs[$0].isValue && !text.runs[$0].content.isYear }.map { text.runs[$0].box }
        let (left, top) = (values.map(\.x).min() ?? 0, values.map(\.y).min() ?? 0)
        let order = runs.map { run in
            let box = text.runs[run].ink
            return (run: run, isWide: isCrossing(text.runs[run], seams), isHead: box.maxY < top && box.maxX < left)
        }.sorted { left, right in
            let (one, two) = (text.runs[left.run], text.runs[right.run])
            if one.isValue != two.isValue { return one.isValue }
            if left.isWide != right.isWide { return right.isWide }
            if left.isHead != right.isHead { return right.isHead }
            return (one.box.width, left.run) < (two.box.width, right.run)
        }.map(\.run)
        var columns: [Candidate] = []
        var spanning: [(run: Int, columns: Range<Int>)] = []
        var wide: [Int] = []
        for run in order {
            let box = text.runs[run].ink
            let range = overlapped(box, columns)
            switch range.count {
            case 0:
                let place = range.lowerBound
                let start = place > 0 ? max(box.x, columns[place - 1].end) : box.x
                let end = place < columns.count ? min(box.maxX, columns[place].start) : box.maxX
                columns.insert(Candidate(start: start, end: end, runs: [run]), at: place)
            case 1: extend(&columns, range.lowerBound, by: run)
            default: wide.append(run)
            }
        }
        guard columns.count <= scale.settings.columnLimit else { return ([], 0) }
        // Columns have moved while they were found: what spans is decided when all of them stand.
        for run in wide {
            let range = overlapped(text.runs[run].ink, columns)
            if range.count > 1 {
                spanning.append((run, range))
            } else if range.count == 1 {
                extend(&columns, range.lowerBound, by: run)
            }
        }
        spanning = pair(&columns, spanning)
        let rounds = merge(&columns, spanning)
        // One row of values below a head, however many lines that has.
        let isOneRow =
            values.count > 3 && (values.map(\.midY).max() ?? 0) - (values.map(\.midY).min() ?? 0) < 0.4 * scale.em
        return (columns.map { column($0, isOneRow: isOneRow) }, rounds)
    }

    /// Where texts stand side by side, twice at least, the starts of those on the right; and where lines part columns.
    private func seams(_ runs: [Int]) -> [Double] {
        let isMine = Set(runs)
        let gaps: [ClosedRange<Double>] = runs.flatMap { run -> [ClosedRange<Double>] in
            let other = text.right[run]
            guard other >= 0, isMine.contains(other), !text.runs[run].isValue, !text.runs[other].isValue,
                text.runs[run].ink.maxX < text.runs[other].box.x
            else { return [] }
            let gap = text.runs[run].ink.maxX...text.runs[other].box.x
            // An item of a group beside its group's label, the only one on the page: unruled-writer-any5 of seed 74.
            let isSure = text.runs[run].beginsWithMarker && text.runs[other].beginsWithMarker
            return isSure ? [gap, gap] : [gap]
        }.sorted { $0.upperBound < $1.upperBound }
        let starts = gaps.map(\.lowerBound).sorted()
        let ends = gaps.map(\.upperBound)
        var seams = walls
        var last = -Double.infinity
        for gap in gaps where gap.lowerBound >= last {
            last = gap.upperBound
            if starts.countBelow(last) - ends.countBelow(last) > 1 { seams.append(last) }
        }
        return seams.sorted()
    }

    private func isCrossing(_ run: Run, _ seams: [Double]) -> Bool {
        let slack = 0.2 * run.size
        let next = seams.countBelow(run.box.x + slack)
        return next < seams.count && seams[next] < run.ink.maxX - slack
    }

    /// What stands in a column below its heading decides what it is. A run alone on its line is a heading, whatever
    /// column it is over.
    private func column(_ candidate: Candidate, isOneRow: Bool) -> TextColumn {
        let inRows = candidate.runs.filter { text.right[$0] >= 0 || text.left[$0] >= 0 }
            .sorted { text.runs[$0].box.midY < text.runs[$1].box.midY }
        let values = inRows.count { text.runs[$0].isValue }
        let body = inRows.drop { !text.runs[$0].isValue }
        // A single number among texts makes no column of values, nor does a sign among two; but one row below a head does.
        let hasNumber = inRows.contains { text.runs[$0].isValue && text.runs[$0].content.digits > 0 }
        let isEnough = values > 1 || inRows.count < 5 && hasNumber || isOneRow && body.count == 1
        return TextColumn(
            start: candidate.start, end: candidate.end, count: isEnough ? body.count : inRows.count, values: values)
    }

    /// The columns that share a part of a box worth naming; where none does, an empty range at its place in order.
    private func overlapped(_ box: Box, _ columns: [Candidate]) -> Range<Int> {
        // The space around a comma or a bracket may touch the next column's.
        let touch = min(0.1 * scale.em, 0.2 * box.width)
        var low = 0
        while low < columns.count, columns[low].end <= box.x + touch { low += 1 }
        var high = low
        while high < columns.count, columns[high].start < box.maxX - touch { high += 1 }
        func share(_ index: Int) -> Double {
            let column = columns[index]
            let common = min(box.maxX, column.end) - max(box.x, column.start)
            return common / max(min(box.width, column.end - column.start), 0.01)
        }
        // A graze is no overlap where a better one exists.
        while high - low > 1, share(low) < 0.25 { low += 1 }
        while high - low > 1, share(high - 1) < 0.25 { high -= 1 }
        return low..<high
    }

    private func extend(_ columns: inout [Candidate], _ index: Int, by run: Int) {
        let box = text.runs[run].ink
        let lower = index > 0 ? columns[index - 1].end : -.infinity
        let upper = index + 1 < columns.count ? columns[index + 1].start : .infinity
        columns[index].start = min(columns[index].start, max(box.x, lower))
        columns[index].end = max(columns[index].end, min(box.maxX, upper))
        columns[index].runs.append(run)
    }

    /// Puts headings and values together that stand beside each other: values to the left or right in their cells, the
    /// headings in the middle. Where columns of values alone and of texts alone take turns and nothing stands on both
    /// sides of the gaps between them, two and two are one.
    private func pair(
        _ columns: inout [Candidate], _ spanning: [(run: Int, columns: Range<Int>)]
    ) -> [(run: Int, columns: Range<Int>)] {
        let (support, _) = evidence(columns, spanning)
        let body = bodyTop(columns)
        let kinds = columns.map { column -> Bool? in
            // A year or a quarter over its values looks like one of them.
            if column.runs.allSatisfy({ text.runs[$0].box.midY < body }) { return false }
            let values = column.runs.count { text.runs[$0].isValue }
            return values == column.runs.count ? true : values == 0 ? false : nil
        }
        var firsts: [Int] = []
        var rests: [Range<Int>] = []
        var start = 0
        while start < columns.count {
            var end = start + 1
            while end < columns.count, let kind = kinds[end], let last = kinds[end - 1], kind != last,
                support[end - 1] == 0, columns[end].start - columns[end - 1].end < 8 * scale.em
            { end += 1 }
            if end - start > 1, (end - start) % 2 == 0 {
                firsts += stride(from: start, to: end, by: 2)
            } else if end - start > 1, kinds[start] == false {
                rests.append(start..<end)
            }
            start = end
        }
        // A heading more than values: one of them stands over a blank. The other values stand on one side of theirs.
        let isBehind = firsts.map { kinds[$0] == false }
        if let side = isBehind.first, isBehind.allSatisfy({ $0 == side }) {
            for range in rests {
                firsts += stride(from: range.lowerBound + (side ? 0 : 1), to: range.upperBound - 1, by: 2)
            }
        }
        firsts.sort()
        var spanning = spanning
        for first in firsts.reversed() { fuse(&columns, &spanning, first) }
        return spanning
    }

    /// Where the first row begins that has two values side by side, years aside.
    private func bodyTop(_ columns: [Candidate]) -> Double {
        func isValue(_ run: Int) -> Bool { text.runs[run].isValue && !text.runs[run].content.isYear }
        let first = columns.lazy.flatMap(\.runs).filter { run in
            isValue(run) && [text.left[run], text.right[run]].contains { $0 >= 0 && isValue($0) }
        }.map { text.runs[$0].box.y }.min()
        return first ?? -.infinity
    }

    /// Makes a column and the next one.
    private func fuse(
        _ columns: inout [Candidate], _ spanning: inout [(run: Int, columns: Range<Int>)], _ gap: Int
    ) {
        columns[gap].end = columns[gap + 1].end
        columns[gap].runs += columns[gap + 1].runs
        columns.remove(at: gap + 1)
        var rest: [(run: Int, columns: Range<Int>)] = []
        for (run, range) in spanning {
            let low = range.lowerBound > gap ? range.lowerBound - 1 : range.lowerBound
            let high = range.upperBound > gap + 1 ? range.upperBound - 1 : range.upperBound
            if high - low > 1 { rest.append((run, low..<high)) } else { columns[low].runs.append(run) }
        }
        spanning = rest
    }

    /// Merges neighbours without enough evidence between them, those with least first: with every merger the runs
    /// on either side of the gaps that are left become others. Gaps that share no neighbour are closed in one round, so
    /// that the rounds on a page of dust do not grow with its columns.
    ///
    /// - Returns: how often the evidence was weighed.
    private func merge(_ columns: inout [Candidate], _ spanning: [(run: Int, columns: Range<Int>)]) -> Int {
        var spanning = spanning
        var rounds = 0
        while columns.count > 1 {
            rounds += 1
            let (support, opposition) = evidence(columns, spanning)
            let middles = columns.filter { column in column.runs.count { text.runs[$0].isValue } > 2 }
                .map { ($0.start + $0.end) / 2 }
            let weak = columns.indices.dropLast().filter { !isKept($0, columns, support, opposition, middles) }
            func strength(_ gap: Int) -> (Double, Double) {
                (Double(support[gap]) - Double(opposition[gap]), columns[gap + 1].start - columns[gap].end)
            }
            // One that is weaker than all weak ones from which it is parted by no more than one gap.
            let weakest = weak.indices.filter { place in
                [-2, -1, 1, 2].allSatisfy { step in
                    guard weak.indices.contains(place + step), abs(weak[place + step] - weak[place]) < 3 else {
                        return true
                    }
                    let (mine, other) = (strength(weak[place]), strength(weak[place + step]))
                    return step < 0 ? mine < other : mine <= other
                }
            }
            guard !weakest.isEmpty else { break }
            for place in weakest.reversed() { fuse(&columns, &spanning, weak[place]) }
        }
        return rounds
    }

    /// Support for the gap behind a column: runs on either side of it on one height; a run further away says nothing
    /// of this gap. Opposition: runs that reach over it.
    private func evidence(
        _ columns: [Candidate], _ spanning: [(run: Int, columns: Range<Int>)]
    ) -> (support: [Int], opposition: [Int]) {
        var support = [Int](repeating: 0, count: columns.count)
        var opposition = support
        // By run: the first of its columns, -1 for one of another block.
        var starts = [Int32](repeating: -1, count: text.runs.count)
        for (number, column) in columns.enumerated() {
            for run in column.runs { starts[run] = Int32(truncatingIfNeeded: number) }
        }
        for (run, range) in spanning {
            starts[run] = Int32(truncatingIfNeeded: range.lowerBound)
            for gap in range.lowerBound..<range.upperBound - 1 { opposition[gap] += 1 }
        }
        func weigh(_ run: Int, before end: Int) {
            let other = text.right[run]
            guard other >= 0, Int(starts[other]) == end else { return }
            // What begins like an item of a list begins a cell.
            support[end - 1] += text.runs[other].beginsWithMarker ? 3 : 1
        }
        for (run, range) in spanning { weigh(run, before: range.upperBound) }
        let isSpanning = Set(spanning.lazy.map(\.run))
        for (number, column) in columns.enumerated() {
            for run in column.runs where !isSpanning.contains(run) { weigh(run, before: number + 1) }
        }
        let stub = LabelBlocks(text, columns.map(\.runs), wide: spanning.map(\.run), seams: seams)
        for gap in columns.indices.dropLast()
        where opposition[gap] > Self.most(against: support[gap]) || support[gap] == 0 {
            support[gap] += stub.support(before: gap + 1, edge: columns[gap].end)
        }
        return (support, opposition)
    }

    /// How many runs may reach over a gap for all that speaks for it.
    private static func most(against support: Int) -> Int { (support > 1 ? 5 : 2) * support }

    /// - Parameter middles: those of the columns of values.
    private func isKept(
        _ gap: Int, _ columns: [Candidate], _ support: [Int], _ opposition: [Int], _ middles: [Double]
    ) -> Bool {
        let (from, to) = (columns[gap].end, columns[gap + 1].start)
        let wall = walls.countBelow(from - 0.2 * scale.em)
        if wall < walls.count, walls[wall] < to + 0.2 * scale.em { return true }
        let isBare = opposition[gap] == 0
        // Values that are never side by side are still columns of their own where nothing reaches over.
        if support[gap] == 0, isBare,
            isLoneHeading(gap, beside: gap + 1, columns, middles)
                || isLoneHeading(gap + 1, beside: gap, columns, middles)
        {
            return true
        }
        // Or where each has a heading, no row a value of both.
        if support[gap] == 0 {
            let columns = [columns[gap], columns[gap + 1]]
            return isBare
                && (columns.allSatisfy { $0.runs.allSatisfy { text.runs[$0].isValue } } || areBelowHeadings(columns))
        }
        // Side by side in one text is nearly impossible, a cell over several columns common.
        return isBare || opposition[gap] <= Self.most(against: support[gap])
    }

    /// Has each column values, below the headings of all?
    private func areBelowHeadings(_ columns: [Candidate]) -> Bool {
        let values = columns.map { $0.runs.filter { text.runs[$0].isValue } }
        guard zip(columns, values).allSatisfy({ !$1.isEmpty && $1.count < $0.runs.count }),
            let top = values.joined().map({ text.runs[$0].box.y }).min()
        else { return false }
        return columns.flatMap(\.runs).allSatisfy { text.runs[$0].isValue || text.runs[$0].box.maxY <= top }
    }

    /// Is a column the heading of a column of blanks: no values, and beside one that has values and a heading of its
    /// own, no closer than columns are?
    private func isLoneHeading(
        _ lone: Int, beside other: Int, _ columns: [Candidate], _ middles: [Double]
    ) -> Bool {
        let texts = columns[other].runs.filter { !text.runs[$0].isValue }
        let values = columns[other].runs.filter { text.runs[$0].isValue }
        guard columns[lone].runs.allSatisfy({ !text.runs[$0].isValue }), values.count > 2, !texts.isEmpty else {
            return false
        }
        guard let first = middles.first, middles.count > 2, columns[lone].start > first else { return false }
        let pitches = zip(middles, middles.dropFirst()).map { $1 - $0 }.sorted()
        let heads = columns[lone].runs.map { text.runs[$0].box.midX }
        let own = texts.map { text.runs[$0].box.midX }
        let apart = zip(heads.sorted(), [own.min() ?? 0, own.max() ?? 0]).map { abs($0 - $1) }.min() ?? 0
        return apart > 0.6 * pitches[pitches.count / 2]
    }
}
