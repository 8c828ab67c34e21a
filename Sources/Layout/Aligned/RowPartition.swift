import ReportModel

/// lines of labels and values → rows, all of a table's body at once
///
/// Rows are bands: no row's text stands beside another's. So the text's lines, by height, are cut into rows, and the
/// cheapest way to cut them all is taken. In a row the label and every value are on one height: by their middles, their
/// first lines or their last ones, and a table keeps to one of these. A value of several lines is one figure that found
/// no room in its column.
struct RowPartition {
    /// How the cells of a row stand to each other.
    enum Style: CaseIterable { case middle, top, bottom }

    struct Result {
        /// By index of the runs.
        var rows: [[Int]]
        var cost: Double
    }

    private let region: AlignedRegion
    private let costs: RowCosts
    private var labels: [LabelLine] = []
    /// What joining the first lines of the labels costs, so that a difference gives any label.
    private var joins: [Double] = [0]
    private var levels: [Level] = []
    /// No rows of the table stand below these.
    private let isLast: Bool
    /// Heights of labels further out, which a row without one of its own may have.
    private let outer: [Double]

    /// What stands on one height.
    private struct Level {
        var y: Double
        var label: Int?
        var items: [Int] = []
    }

    /// - Parameters:
    ///   - labels: the runs of the innermost labels.
    ///   - outer: those of the labels further out.
    ///   - isLast: no rows of the table stand below these.
    init(
        _ region: AlignedRegion, labels: [Int], outer: [Int], items: [Int], _ measure: LineBreaks.Measure,
        isLast: Bool
    ) {
        self.region = region
        self.isLast = isLast
        costs = RowCosts(region)
        // The characters of a vertical label stand beside rows by chance.
        self.outer = outer.filter { region.run($0).content.wide > 1 }.map { region.run($0).box.midY }.sorted()
        self.labels = LineBreaks(region).lines(labels, measure)
        for line in self.labels { joins.append((joins.last ?? 0) + line.joinCost) }
        var entries = self.labels.enumerated().map { (y: $1.y, label: Optional($0), item: -1) }
        entries += items.map { (y: region.run($0).box.midY, label: nil, item: $0) }
        entries.sort { ($0.y, $0.item) < ($1.y, $1.item) }
        for entry in entries {
            let isSame = levels.last.map { entry.y - $0.y < 0.4 * region.scale.em } ?? false
            if !isSame || entry.label != nil && levels.last?.label != nil { levels.append(Level(y: entry.y)) }
            if let label = entry.label { levels[levels.count - 1].label = label }
            if entry.item >= 0 { levels[levels.count - 1].items.append(entry.item) }
        }
    }

    /// The cheapest rows of one style.
    ///
    /// - Parameter isOne: other rules have one row between them each.
    func rows(_ style: Style, isOne: Bool = false) -> Result {
        let count = levels.count
        var best = [Double](repeating: .infinity, count: count + 1)
        var from = [Int](repeating: 0, count: count + 1)
        best[0] = 0
        // Which label line comes before each level.
        var labelsBefore = [0]
        for level in levels { labelsBefore.append((labelsBefore.last ?? 0) + (level.label == nil ? 0 : 1)) }
        for end in levels.indices.map({ $0 + 1 }) {
            var row = RowCosts.Row(columns: region.columns.count)
            for start in stride(from: end - 1, through: max(0, end - RowCosts.longest), by: -1) {
                let level = levels[start]
                if let label = level.label { row.add(label: labels[label].y) }
                for item in level.items { costs.add(item, to: &row) }
                let own = labelsBefore[start]..<labelsBefore[end]
                let joined = own.isEmpty ? 0 : joins[own.upperBound - 1] - joins[own.lowerBound]
                if joined > RowCosts.hopeless || row.stacking > RowCosts.hopeless { break }
                var total = best[start] + joined + row.stacking
                total += costs.cost(
                    of: row, style, hasOuterLabel: hasOuterLabel(levels[start].y, levels[end - 1].y),
                    isOpen: region.endsPage && end == count && isLast || isAtSeam(start..<end),
                    isCut: region.page(at: levels[start].y) < region.page(at: levels[end - 1].y))
                if start > 0 {
                    total += costs.cut(from: levels[start - 1].y, to: level.y) + (isOne ? RowCosts.extraRow : 0)
                    if costs.areRests(level.items, of: levels[start - 1].items) { total += RowCosts.cutFigures }
                    if !own.isEmpty, own.lowerBound > 0 { total += labels[own.lowerBound - 1].splitCost }
                }
                if total < best[end] - 1e-9 {
                    best[end] = total
                    from[end] = start
                }
            }
        }
        var result = Result(rows: [], cost: best[count])
        var end = count
        while end > 0 {
            let start = from[end]
            result.rows.append(
                levels[start..<end].flatMap { level in (level.label.map { labels[$0].runs } ?? []) + level.items })
            end = start
        }
        result.rows.reverse()
        return result
    }

    /// Does a page's end part these levels from those above or below them?
    private func isAtSeam(_ range: Range<Int>) -> Bool {
        guard !region.seams.isEmpty else { return false }
        return [range.lowerBound, range.upperBound].contains { next in
            next > 0 && next < levels.count
                && region.page(at: levels[next - 1].y) < region.page(at: levels[next].y)
        }
    }

    private func hasOuterLabel(_ top: Double, _ bottom: Double) -> Bool {
        let slack = 0.45 * region.scale.em
        let first = outer.countBelow(top - slack)
        return first < outer.count && outer[first] < bottom + slack
    }
}

/// What speaks against taking some lines for a row.
struct RowCosts {
    /// Lines of text, of labels and values, that a row can have.
    static let longest = 40
    /// No row that costs more than this is the best.
    static let hopeless = 12.0
    /// A second row between two rules, where most have one between them.
    static let extraRow = 1.5
    /// A line on which the text's next word had room.
    private static let endedAtWill = 0.6

    private let region: AlignedRegion
    /// By column: the room that a value has at least.
    private let room: [Double]
    /// By column: does it hold figures rather than texts?
    private let isOfValues: [Bool]
    /// By column: where the longest line of its texts ends.
    private let ends: [Double]
    /// The few lines of a table without labels may be its only row's.
    private let isOneRow: Bool

    init(_ region: AlignedRegion) {
        self.region = region
        let values = Set(region.valueColumns)
        isOfValues = region.columns.indices.map { values.isEmpty || values.contains($0) }
        var ends = [Double](repeating: -.infinity, count: region.columns.count)
        for index in region.runs where !region.run(index).isValue {
            let span = region.span(of: index)
            if span.count == 1 { ends[span.lowerBound] = max(ends[span.lowerBound], region.run(index).box.maxX) }
        }
        self.ends = ends
        // As far as the values reach: a heading may reach over its neighbours'.
        var extents = region.columns.map { (start: $0.start, end: $0.end) }
        for column in values {
            let own = region.runs.lazy.filter { region.run($0).isValue && region.span(of: $0) == column..<column + 1 }
            guard let box = Box.around(own.map { region.run($0).box }) else { continue }
            extents[column] = (box.x, box.maxX)
        }
        let heights = [Double](
            heightsOf: region.runs.lazy.map { region.run($0) }.filter(\.isValue).map(\.box),
            apart: 0.4 * region.scale.em)
        isOneRow = region.stub.isEmpty && heights.count <= Self.mostLines
        // Where no label stands at the side the columns are alike.
        let middles = extents.map { ($0.start + $0.end) / 2 }
        let pitch = isOneRow ? zip(middles, middles.dropFirst()).map { $1 - $0 }.min() ?? .infinity : .infinity
        room = region.columns.indices.map { column in
            let width = extents[column].end - extents[column].start
            // The space before the first column of values is the labels', that behind the last nobody's.
            let before = column > 0 ? (extents[column].start - extents[column - 1].end) / 2 : 0
            let behind = column + 1 < extents.count ? (extents[column + 1].start - extents[column].end) / 2 : 0
            let isFirst = column <= region.stub.upperBound
            let isLast = column + 1 == region.columns.count
            let space = isFirst == isLast ? before + behind : 2 * (isFirst ? behind : before)
            return max(width, min(width + space, pitch) - 1.2 * region.scale.em)
        }
    }

    /// The lines of one column.
    struct Block {
        var first: Double
        var last: Double
        var lines = 1
        /// All lines together.
        var width = 0.0
        /// The height of a line.
        var size: Double
        var values = 0
        /// Lines behind the first that are groups of three digits: a space stood before them.
        var groups = 0
        var isGroup = false
        /// Lines that are a number in brackets.
        var brackets = 0
        /// The room that the first word of a text would have needed on the line before; nil where that says nothing.
        var word: Double?
    }

    /// A row under construction, from its last line up.
    struct Row {
        var label: (first: Double, last: Double)?
        var blocks: [Block?]
        var values = 0
        var texts = 0
        /// Texts that stand alone over the values.
        var headings = 0
        /// What its columns with several lines cost.
        var stacking = 0.0

        init(columns: Int) { blocks = [Block?](repeating: nil, count: columns) }

        mutating func add(label y: Double) { label = (y, label?.last ?? y) }
    }

    func add(_ index: Int, to row: inout Row) {
        let run = region.run(index)
        let column = region.span(of: index).lowerBound
        let y = run.box.midY
        // A number on a line of a text is a word of it.
        let isValue = run.isValue && (isOfValues[column] || region.stub.contains(column))
        if isValue { row.values += 1 } else { row.texts += 1 }
        if region.isHeading(index) { row.headings += 1 }
        guard var block = row.blocks[column] else {
            row.blocks[column] = Block(
                first: y, last: y, width: run.box.width, size: run.size, values: isValue ? 1 : 0,
                isGroup: run.content.isDigitGroup, brackets: run.content.isBracketed ? 1 : 0, word: word(of: run))
            return
        }
        let pitch = (block.first - y) / max(min(block.size, run.size), 1)
        row.stacking -= stacking(block, column)
        block.first = min(block.first, y)
        block.last = max(block.last, y)
        block.width += run.box.width
        block.values += isValue ? 1 : 0
        // Two pieces on one line are one line.
        if pitch > 0.5 {
            block.lines += 1
            block.brackets += run.content.isBracketed ? 1 : 0
            if block.isGroup { block.groups += 1 }
            block.isGroup = run.content.isDigitGroup
            row.stacking += 3 * max(0, pitch - 1.75)
            if let word = block.word, !isValue, ends[column] - run.box.maxX > word {
                row.stacking += Self.endedAtWill
            }
            block.word = word(of: run)
        }
        row.stacking += stacking(block, column)
        row.blocks[column] = block
    }

    /// Chinese is broken for its sense as well, anywhere.
    private func word(of run: Run) -> Double? {
        guard !run.isValue, run.content.wide == 0 else { return nil }
        return region.text.words[run.words.lowerBound].box.width + 0.55 * run.size
    }

    /// A figure of several lines found no room on one; a text may have any number.
    private func stacking(_ block: Block, _ column: Int) -> Double {
        guard block.lines > 1 else { return 0 }
        if block.values == 0 { return 0.1 * Double(block.lines - 1) }
        // All lines but the last are as full as can be.
        let isBroken =
            block.width + 0.3 * block.size * Double(block.groups)
            > room[column] * max(1.02, 0.8 * Double(block.lines - 1))
        let isMixed = block.values < block.lines
        return (isBroken ? 0.1 : 2) * Double(block.lines - 1) + (isMixed ? 1 : 0)
    }

    /// - Parameters:
    ///   - isOpen: the page's end may have cut the row.
    ///   - isCut: it has.
    func cost(
        of row: Row, _ style: RowPartition.Style, hasOuterLabel: Bool, isOpen: Bool, isCut: Bool
    ) -> Double {
        var cost = 0.0
        if row.values + row.texts == 0 {
            cost += 0.7
        } else if row.headings == 1, row.values + row.texts == 1, row.label == nil {
            cost += 0.2
        } else if isOneRow, row.values > 0 {
            // No label tells that there is a row: it has a value in each column (unruled-writer-any53 of seed 142).
            cost += Self.blank * Double(row.blocks.count { $0 == nil }) / Double(max(row.blocks.count, 1))
        } else if row.label == nil, !region.stub.isEmpty {
            let isOfErrors = row.blocks.allSatisfy { $0.map { $0.brackets == $0.lines } ?? true }
            cost += isOfErrors ? 0.3 : hasOuterLabel || row.values == 0 ? 0.6 : 1.2
        }
        // A heading between rows has nothing beside it.
        if row.headings > 0, row.values + row.texts > 1 || row.label != nil { cost += Double(row.headings) }
        // Errors stand in brackets below what they belong to, in a row of their own.
        let withErrors = row.blocks.count { block in
            block.map { $0.lines > 1 && $0.values == $0.lines && $0.brackets > 0 } ?? false
        }
        if withErrors > 1 { cost += 3 }
        guard isOpen || isCut, let label = row.label else { return cost + misplacement(row, style) }
        // Nobody knows where the middle is of a label that goes on overleaf; its values are beside the lines above.
        var cut = row
        cut.label = nil
        let isBeside = row.blocks.allSatisfy { block in
            block.map { $0.first > label.first - 0.3 * $0.size && $0.last < label.last + 0.3 * $0.size } ?? true
        }
        let whole = misplacement(row, style)
        guard isBeside || isCut else { return cost + whole }
        // Hardly a row has all of its label on one page and all of its values on another.
        let pages = region.page(at: label.first)...max(region.page(at: label.first), region.page(at: label.last))
        let isApart = row.blocks.allSatisfy { block in
            block.map { !pages.contains(region.page(at: $0.first)) && !pages.contains(region.page(at: $0.last)) }
                ?? true
        }
        return cost + min(whole, misplacement(cut, style) + (isApart ? Self.apart : 0.3))
    }

    /// A row without values.
    private static let blank = 2.0
    /// Those of one row's values.
    private static let mostLines = 3

    /// A row whose label is on one page and whose values are on another.
    private static let apart = 1.0

    /// How far label and values are from one height.
    private func misplacement(_ row: Row, _ style: RowPartition.Style) -> Double {
        func anchor(_ first: Double, _ last: Double) -> Double {
            switch style {
            case .middle: (first + last) / 2
            case .top: first
            case .bottom: last
            }
        }
        // The tallest cell has no room to move.
        var tallest = row.label.map { $0.last - $0.first } ?? -.infinity
        var reference = row.label.map { anchor($0.first, $0.last) } ?? 0
        for case .some(let block) in row.blocks where block.last - block.first > tallest + 0.1 * block.size {
            tallest = block.last - block.first
            reference = anchor(block.first, block.last)
        }
        let em = region.scale.em
        func excess(_ first: Double, _ last: Double) -> Double {
            max(0, abs(anchor(first, last) - reference) / em - 0.25)
        }
        var cost = row.label.map { 1.5 * excess($0.first, $0.last) } ?? 0
        var worst = 0.0
        for case .some(let block) in row.blocks {
            let off = excess(block.first, block.last)
            worst = max(worst, off)
            cost += 0.3 * off
        }
        return min(cost + 1.5 * worst, 60)
    }

    /// A row that begins with the ends of figures.
    static let cutFigures = 0.5

    /// Are the values of a line the ends of those above them, which fill their columns, and do fewer stand in it?
    func areRests(_ lower: [Int], of upper: [Int]) -> Bool {
        guard !lower.isEmpty, lower.count < upper.count else { return false }
        return lower.allSatisfy { index in
            let run = region.run(index)
            let column = region.span(of: index).lowerBound
            return run.isValue && run.content.digits > 0
                && upper.contains { other in
                    let above = region.run(other)
                    return region.span(of: other).lowerBound == column && above.isValue
                        && above.box.width > 0.95 * room[column] && run.box.width <= above.box.width
                        && run.box.midY - above.box.midY < 1.45 * run.size
                }
        }
    }

    /// Two rows are a line's height apart at least.
    func cut(from upper: Double, to lower: Double) -> Double {
        let pitch = (lower - upper) / region.scale.em
        return pitch < 0.85 ? 4 : 0
    }
}
