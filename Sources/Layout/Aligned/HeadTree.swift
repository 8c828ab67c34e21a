import ReportModel

/// The headings of a head, all of them at once.
///
/// A head is a tree: the columns are shared among headings that stand side by side, and a heading of several columns
/// shares its own among those below it. Of all trees into which the lines of text can be read the cheapest is taken; what
/// speaks against one is in `HeadCosts`. No heading is judged by itself, as the middle of three columns is that of five.
struct HeadTree {
    struct Heading {
        var columns: Range<Int>
        /// By index.
        var runs: [Int]
    }

    private let region: AlignedRegion
    private let runs: [Int]

    init(_ region: AlignedRegion, _ runs: [Int]) {
        self.region = region
        self.runs = runs
    }

    func headings() -> [Heading] {
        guard !runs.isEmpty, !region.columns.isEmpty else { return [] }
        let texts = HeadTexts(region, runs)
        var best: (cost: Double, cells: [HeadSearch.Cell])?
        var search = HeadSearch(texts)
        // The usual style comes first; nothing that is found costs less than nothing.
        for style in HeadStyle.all where best.map({ style.cost(texts.costs) < $0.cost }) ?? true {
            let found = search.head(style)
            if best.map({ found.cost < $0.cost - 1e-9 }) ?? true { best = found }
        }
        return (best?.cells ?? []).map { cell in
            Heading(columns: columns(of: cell, texts), runs: cell.texts.map { texts.texts[$0].run })
        }
    }

    /// A heading over the labels has no more columns than it reaches over.
    private func columns(of cell: HeadSearch.Cell, _ texts: HeadTexts) -> Range<Int> {
        guard cell.columns.upperBound <= region.stub.upperBound else { return cell.columns }
        let spans = cell.texts.map { texts.texts[$0].span }
        let start = spans.map(\.lowerBound).min() ?? cell.columns.lowerBound
        let end = spans.map(\.upperBound).max() ?? cell.columns.upperBound
        return (start..<end).clamped(to: cell.columns)
    }
}

/// How headings stand in their cells.
struct HeadStyle {
    enum Height { case middle, top, bottom }

    var height: Height
    /// Headings of several columns begin where their columns do.
    var isFlush = false

    static let all = [
        HeadStyle(height: .middle), HeadStyle(height: .top), HeadStyle(height: .bottom),
        HeadStyle(height: .middle, isFlush: true),
    ]

    /// What speaks against it before any head is looked at.
    func cost(_ costs: HeadCosts) -> Double {
        let isUsual = if case .middle = height { true } else { false }
        return (isUsual ? 0 : costs.otherStyle) + (isFlush ? costs.flush : 0)
    }

    /// The height that headings side by side have in common.
    func height(from first: Double, to last: Double) -> Double {
        switch height {
        case .middle: (first + last) / 2
        case .top: first
        case .bottom: last
        }
    }
}

/// The texts of a head, with what their costs depend on.
struct HeadTexts {
    struct Text {
        var run: Int
        var box: Box
        var span: Range<Int>
        /// Under its middle.
        var column: Int
        /// From 1, by height.
        var level = 0
        /// The columns over which a rule stands right below it.
        var ruled: Range<Int>?
    }

    let region: AlignedRegion
    let em: Double
    let costs: HeadCosts
    /// By their order in the head.
    private(set) var texts: [Text]
    /// The same from top to bottom, and from left to right.
    private let order: [Int]
    private(set) var levels = 0
    /// By column: how wide a heading can be there.
    let rooms: [Double]
    /// Between the closest lines of a column, in ems.
    private(set) var pitch = Double.infinity
    /// By column: the middle of its lowest heading.
    private(set) var middles: [Double?]

    init(_ region: AlignedRegion, _ runs: [Int]) {
        self.region = region
        em = max(region.scale.em, 1)
        costs = region.scale.settings.heads
        let columns = region.columns
        texts = runs.map { index in
            let box = region.run(index).box
            let span = Self.span(of: index, region)
            let column = span.min {
                Self.distance(columns[$0], box.midX) < Self.distance(columns[$1], box.midX)
            }
            return Text(run: index, box: box, span: span, column: column ?? 0)
        }
        order = texts.indices.sorted { [texts] one, two in
            (texts[one].box.midY, texts[one].box.x, one) < (texts[two].box.midY, texts[two].box.x, two)
        }
        rooms = columns.indices.map { column in
            let steps = [column - 1, column + 1].filter(columns.indices.contains).map {
                abs(columns[$0].middle - columns[column].middle)
            }
            return steps.isEmpty ? .infinity : steps.reduce(0, +) / Double(steps.count)
        }
        middles = [Double?](repeating: nil, count: columns.count)
        var last = -Double.infinity
        for index in texts.indices.sorted(by: { (texts[$0].box.midY, $0) < (texts[$1].box.midY, $1) }) {
            if texts[index].box.midY - last > costs.sameLevel * em {
                levels += 1
                last = texts[index].box.midY
            }
            texts[index].level = levels
            if texts[index].span.count == 1 { middles[texts[index].span.lowerBound] = texts[index].box.midX }
        }
        for index in texts.indices { texts[index].ruled = ruledColumns(index) }
        for column in columns.indices {
            let lines = lines(column..<column + 1, below: 0)
            for (upper, lower) in zip(lines, lines.dropFirst()) { pitch = min(pitch, (y(lower) - y(upper)) / em) }
        }
    }

    /// How wide a line can be in a column: with headings beside it, as wide as the space between those.
    func room(for line: [Int], in column: Int) -> Double {
        let columns = region.columns
        let isBeside = texts.contains { text in
            text.level == level(line) && (text.span.contains(column - 1) || text.span.contains(column + 1))
        }
        guard isBeside, column > 0, column + 1 < columns.count else { return rooms[column] }
        let starts = texts.filter { $0.span.contains(column + 1) }.map(\.box.x) + [columns[column + 1].start]
        let ends = texts.filter { $0.span.contains(column - 1) }.map(\.box.maxX) + [columns[column - 1].end]
        return max(rooms[column], (starts.min() ?? 0) - (ends.max() ?? 0))
    }

    /// The columns that a text reaches over, or the nearest one.
    private static func span(of index: Int, _ region: AlignedRegion) -> Range<Int> {
        let (span, box) = (region.span(of: index), region.run(index).box)
        guard span.lowerBound > 0, box.maxX <= region.columns[span.lowerBound].start else { return span }
        let before = span.lowerBound - 1
        let isNearer =
            distance(region.columns[before], box.midX) < distance(region.columns[span.lowerBound], box.midX)
        return isNearer ? before..<before + 1 : span
    }

    private static func distance(_ column: TextColumn, _ x: Double) -> Double {
        max(column.start - x, x - column.end, 0)
    }

    /// A rule under the whole head is no heading's, nor is one that goes on under the next.
    private func ruledColumns(_ index: Int) -> Range<Int>? {
        let text = texts[index]
        let (y, x) = (text.box.midY, text.box.midX)
        let below = region.rules.first {
            $0.y > y && $0.y < region.run(text.run).bottom + em && $0.start < x && $0.end > x
        }
        guard let below, below.end - below.start < costs.wholeRule * region.box.width else { return nil }
        let covered = region.columns.indices.filter {
            region.columns[$0].middle > below.start && region.columns[$0].middle < below.end
        }
        guard let first = covered.first, let last = covered.last, last > first, covered.count < region.columns.count
        else { return nil }
        let isShared = texts.indices.contains { other in
            other != index && abs(texts[other].box.midY - y) < costs.sharedRule * em
                && texts[other].span.lowerBound >= first
                && texts[other].span.upperBound <= last + 1
        }
        return isShared ? nil : first..<last + 1
    }

    /// What stands over some columns below a level, by height.
    func lines(_ columns: Range<Int>, below level: Int) -> [[Int]] {
        var lines: [[Int]] = []
        for index in order where texts[index].level > level && columns.contains(texts[index].column) {
            if let first = lines.last?.first, texts[index].box.midY - texts[first].box.midY < costs.sameLine * em {
                lines[lines.count - 1].append(index)
            } else {
                lines.append([index])
            }
        }
        return lines
    }

    func y(_ line: [Int]) -> Double { line.first.map { texts[$0].box.midY } ?? 0 }

    func level(_ line: [Int]) -> Int { line.map { texts[$0].level }.max() ?? 0 }

    func box(_ lines: ArraySlice<[Int]>) -> Box? { Box.around(lines.joined().map { texts[$0].box }) }
}
