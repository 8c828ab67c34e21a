import ReportModel

/// A table that grows from page to page.
struct JoinedTable {
    var table: Table
    /// From the table's left edge, in points: pages may be shifted against each other.
    var columns: [Double]
    /// Where that edge is.
    var left: Double
    /// Where the text of each column stands, where there are no lines between the columns.
    var texts: [ClosedRange<Double>]?
    /// The text as lines, as long as this is but a frame with one cell.
    var lines: [TextLine]?
    /// Where it is but a head so far.
    var head: LoneHead?
    /// In points; 0 where it has lines on all sides.
    var textSize: Double
    /// What its pages' parts were made of, without the heads that they repeat; empty where more than these is part of it
    /// or lines stand between its columns.
    var parts: [AlignedPart]

    init(_ table: PageTable, lines: [TextLine]?) {
        self.table = table.table
        let left = table.columnEdges.first ?? 0
        self.left = left
        columns = table.columnEdges.map { $0 - left }
        texts = table.columns
        self.lines = lines
        head = table.head
        textSize = table.textSize
        parts = table.part.map { [$0] } ?? []
    }

    /// The columns of aligned text as the rows below the head tell them.
    var textColumns: [TextColumn] {
        var columns = (texts ?? []).map { TextColumn(start: $0.lowerBound, end: $0.upperBound) }
        for cell in table.cells where !cell.isHeader && !cell.text.isEmpty {
            // A value over several columns stands in one of them.
            let middle = cell.text.isValueLike ? cell.parts.last?.ink?.midX : nil
            let column =
                cell.columnSpan == 1
                ? cell.column : middle.flatMap { x in columns.firstIndex { $0.start < x && x < $0.end } }
            guard let column, columns.indices.contains(column) else { continue }
            columns[column].count += 1
            if cell.text.isValueLike { columns[column].values += 1 }
        }
        return columns
    }

    /// How many columns hold values.
    var valueColumns: Int { textColumns.count(where: \.isValues) }

    /// The height of its tallest row below the head.
    var tallestRow: Double {
        table.cells.lazy.filter { !$0.isHeader && $0.rowSpan == 1 }.compactMap(\.parts.last?.outline.box.height).max()
            ?? 0
    }

    func finished() -> [DocumentLayout.Block] {
        if let lines { return lines.map { .line($0) } }
        return [.table(LongTable.table(parts)?.table ?? SpacerRows.removed(from: table))]
    }
}

/// tables of consecutive pages → one table, where their columns agree
struct TableJoiner {
    private let tolerance: Double
    /// Rows of one text each that a table may have above its head: its title, its unit, a note.
    private static let mostTitleRows = 4

    init(em: Double, _ settings: LayoutSettings) {
        tolerance = max(settings.joinTolerance * em, 3)
    }

    /// The table with its continuation, nil where the second is a table of its own.
    func join(_ first: JoinedTable, _ second: PageTable) -> JoinedTable? {
        let whole = placed(first, over: second)
        let isPlaced = whole != nil
        // So many rows of one text each are a page of text, as a spreadsheet prints it.
        if first.lines != nil, first.texts == nil, first.table.rowCount > Self.mostTitleRows { return nil }
        let first = whole ?? first
        let next = completed(JoinedTable(second, lines: nil), after: first)
        // Two handfuls of aligned words make no table between them.
        guard isPlaced || !(first.lines != nil && first.texts != nil && second.isFragment),
            let columns = common(first, next),
            // One column is a box of text, on however many pages.
            columns.all.count > 2
        else { return nil }
        var upper = first.table.cells.map { placed($0, columns.first) }
        var lower = next.table.cells.map { placed($0, columns.second) }
        if let texts = columns.texts {
            upper = AlignedColumns.fitted(upper, first.table, columns.first, texts)
            lower = AlignedColumns.fitted(lower, next.table, columns.second, texts)
        }
        var lowerRows = next.table.rowCount

        let repeated = RepeatedHeader.rows(upper, lower)
        var second = second
        let rest = first.parts.first.flatMap { second.part?.withoutHead(of: $0) }
        if rest != nil || repeated > 0 { second.part = rest }
        if repeated > 0 {
            lower.removeAll { $0.row < repeated }
            for index in lower.indices { lower[index].row -= repeated }
            lowerRows -= repeated
        } else if rest == nil, first.texts != nil, lower.contains(where: \.isHeader),
            upper.contains(where: \.text.isValueLike)
        {
            // Aligned text with a head of its own is a table of its own.
            return nil
        }
        var cut = RowCut(upper: upper, upperRows: first.table.rowCount, lower: lower, lowerRows: lowerRows)
        // No row of values goes on with a head, but lines of its own cells may.
        if isPlaced { cut = RowCut(head: upper, rows: first.table.rowCount, lower: lower) }
        let shift = first.table.rowCount - (cut.cutsRow ? 1 : 0)
        for (index, cell) in lower.enumerated() {
            if let target = cut.continued[index] {
                upper[target].append(cell, lastRow: cell.lastRow + shift)
            } else {
                var cell = cell
                cell.row += shift
                upper.append(cell)
            }
        }
        upper.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        if first.texts == nil { HeaderRows.mark(&upper, rows: shift + lowerRows) }
        var joined = first
        joined.lines = nil
        joined.head = nil
        joined.columns = columns.all
        joined.texts = columns.texts
        joined.table.cells = upper
        joined.table.rowCount = shift + lowerRows
        joined.table.columnCount = columns.all.count - 1
        joined.table.places += second.table.places
        joined.parts = first.parts.isEmpty ? [] : second.part.map { first.parts + [$0] } ?? []
        joined.table.confidence = min(first.table.confidence, second.table.confidence)
        if columns.texts != nil, !cut.cutsRow, repeated == 0 {
            PartedSection.spread(&joined, at: first.table.rowCount)
        }
        return joined
    }

    /// The table with the rows that a page begins with, laid over its columns, and where those end; nil where they do not
    /// fit them.
    func join(_ first: JoinedTable, _ rows: OpeningRows, from top: Double) -> (joined: JoinedTable, bottom: Double)? {
        guard first.lines == nil, first.head == nil else { return nil }
        for hasHead in [true, false] {
            guard let next = rows.table(over: first, from: top, hasHead: hasHead), let joined = join(first, next) else {
                continue
            }
            return (joined, next.part?.text.runs.map(\.box.maxY).max() ?? next.box.maxY)
        }
        return nil
    }

    /// A head that ended its page, with the columns of the rows that follow it; nil where none do.
    private func placed(_ first: JoinedTable, over second: PageTable) -> JoinedTable? {
        guard let head = first.head, let columns = second.columns, columns.count > 2,
            abs(head.textSize - second.textSize) < 0.05 * head.textSize
        else { return nil }
        let cells = second.table.cells
        let values = cells.count { $0.text.isValueLike }
        var headed: [Int: ClosedRange<Double>] = [:]
        for cell in cells where cell.isHeader && !cell.text.isEmpty {
            for column in cell.column...cell.lastColumn where columns.indices.contains(column) {
                let ink = cell.columnSpan == 1 ? cell.parts.last?.ink : nil
                headed[column] = ink.map { $0.x...max($0.maxX, $0.x) } ?? headed[column] ?? columns[column]
            }
        }
        guard values > 2, let table = head.table(over: columns, headed: headed) else { return nil }
        var placed = JoinedTable(table, lines: first.lines)
        placed.head = head
        placed.parts = first.parts
        placed.table.construction = second.table.construction
        placed.table.confidence = second.table.confidence
        return placed
    }

    /// A part with the first columns of the table that it goes on with, where it has the others at their places: the
    /// only cell of a column, a merged label, may have no line above or below it on a page.
    private func completed(_ next: JoinedTable, after first: JoinedTable) -> JoinedTable {
        let offset = next.left - first.left
        guard first.texts == nil, next.texts == nil, offset > tolerance, let end = first.columns.last,
            let nextEnd = next.columns.last, abs(end - nextEnd - offset) <= tolerance,
            let missing = first.columns.firstIndex(where: { abs($0 - offset) <= tolerance }), next.columns.count > 2,
            // Rows of one part may have cells that those of the other have in one.
            isWithin(next.columns.map { $0 + offset }, first.columns)
                || isWithin(Array(first.columns[missing...]), next.columns.map { $0 + offset })
        else { return next }
        var whole = next
        whole.left = first.left
        whole.columns = first.columns[..<missing] + next.columns.map { $0 + offset }
        for index in whole.table.cells.indices { whole.table.cells[index].column += missing }
        let place = next.table.places.first
        for column in 0..<missing {
            let parts = place.map { place in
                let box = Box(
                    fromX: first.left + first.columns[column], y: place.box.y,
                    toX: first.left + first.columns[column + 1], y: place.box.maxY)
                return [CellPart(outline: Place(page: place.page, box: box), ink: nil, text: "")]
            }
            whole.table.cells.append(
                Cell(row: 0, column: column, rowSpan: next.table.rowCount, columnSpan: 1, text: "", parts: parts ?? []))
        }
        whole.table.columnCount += missing
        whole.table.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        return whole
    }

    private func isWithin(_ edges: [Double], _ others: [Double]) -> Bool {
        edges.allSatisfy { edge in others.contains { abs($0 - edge) <= tolerance } }
    }

    private typealias Common = (all: [Double], texts: [ClosedRange<Double>]?, first: [Int], second: [Int])

    /// The columns of both tables, and where each table's own edges are among them. Nil where the tables differ.
    private func common(_ first: JoinedTable, _ second: JoinedTable) -> Common? {
        switch (first.texts, second.texts) {
        case (nil, nil): common(first.columns, second.columns)
        case (let upper?, let lower?): AlignedColumns(tolerance: tolerance).common(upper, lower)
        default: nil
        }
    }

    /// Their outer edges must agree, and of the inner ones two thirds of those that the simpler table has.
    private func common(_ first: [Double], _ second: [Double]) -> Common? {
        guard let firstEnd = first.last, let secondEnd = second.last, abs(firstEnd - secondEnd) <= tolerance else {
            return nil
        }
        var all: [Double] = []
        var firstNumbers: [Int] = []
        var secondNumbers: [Int] = []
        var (i, j, shared) = (0, 0, 0)
        while i < first.count || j < second.count {
            let left = i < first.count ? first[i] : .infinity
            let right = j < second.count ? second[j] : .infinity
            if left <= right + tolerance {
                firstNumbers.append(all.count)
                i += 1
            }
            if right <= left + tolerance {
                secondNumbers.append(all.count)
                j += 1
            }
            if abs(left - right) <= tolerance { shared += 1 }
            all.append(min(left, right))
        }
        let fewer = min(first.count, second.count) - 2
        guard (shared - 2) * 3 >= fewer * 2 else { return nil }
        return (all, nil, firstNumbers, secondNumbers)
    }

    private func placed(_ cell: Cell, _ numbers: [Int]) -> Cell {
        var cell = cell
        let end = numbers[cell.column + cell.columnSpan]
        cell.column = numbers[cell.column]
        cell.columnSpan = end - cell.column
        return cell
    }
}

/// The columns that two parts of a table of aligned text have in common: where the white space between the columns
/// of one part is also white in the other, both have a gap.
struct AlignedColumns {
    let tolerance: Double

    func common(
        _ first: [ClosedRange<Double>], _ second: [ClosedRange<Double>]
    ) -> (all: [Double], texts: [ClosedRange<Double>]?, first: [Int], second: [Int])? {
        guard let firstStart = first.first?.lowerBound, let firstEnd = first.last?.upperBound,
            let secondStart = second.first?.lowerBound, let secondEnd = second.last?.upperBound
        else { return nil }
        let shared = min(firstEnd, secondEnd) - max(firstStart, secondStart)
        guard shared > 0.7 * max(firstEnd - firstStart, secondEnd - secondStart) else { return nil }
        let upper = gaps(first)
        let lower = gaps(second)
        var all: [ClosedRange<Double>] = []
        var numbers: (first: [Int], second: [Int]) = ([0], [0])
        var (i, j, both) = (0, 0, 0)
        while i < upper.count || j < lower.count {
            let next = all.count + 1
            if i < upper.count, j < lower.count, upper[i].overlaps(lower[j]) {
                all.append(upper[i].clamped(to: lower[j]))
                numbers.first.append(next)
                numbers.second.append(next)
                i += 1
                j += 1
                both += 1
            } else if j >= lower.count || (i < upper.count && upper[i].upperBound < lower[j].upperBound) {
                all.append(upper[i])
                numbers.first.append(next)
                i += 1
            } else {
                all.append(lower[j])
                numbers.second.append(next)
                j += 1
            }
        }
        guard both * 3 >= min(upper.count, lower.count) * 2, both > 0 else { return nil }
        numbers.first.append(all.count + 1)
        numbers.second.append(all.count + 1)
        let start = min(firstStart, secondStart)
        let end = max(firstEnd, secondEnd)
        let starts = [start] + all.map(\.upperBound)
        let ends = all.map(\.lowerBound) + [end]
        let texts = zip(starts, ends).map { min($0, $1)...max($0, $1) }
        return (
            [start] + all.map { ($0.lowerBound + $0.upperBound) / 2 } + [end], texts, numbers.first, numbers.second
        )
    }

    /// A cell that spans columns only because its page does not show their gap is put where its text stands.
    ///
    /// - Parameters:
    ///   - own: the same cells in the columns of their page.
    ///   - numbers: where the edges of those are among all columns.
    static func fitted(_ cells: [Cell], _ own: Table, _ numbers: [Int], _ columns: [ClosedRange<Double>]) -> [Cell] {
        let rows = own.rowCount
        var result = cells
        var covered = [Bool](repeating: false, count: rows * columns.count)
        for index in result.indices {
            if result[index].columnSpan > 1, let ink = result[index].parts.last?.ink {
                let range = result[index].column...result[index].lastColumn
                let touching = range.filter { columns[$0].lowerBound < ink.maxX && ink.x < columns[$0].upperBound }
                let inside = touching.filter { isInside(ink, columns[$0]) }
                let touched = inside.isEmpty ? touching : inside
                let isOne = own.cells[index].columnSpan == 1
                // What spans columns on its own page begins within the first of them.
                let second = numbers[own.cells[index].column + 1]
                if let first = touched.first.map({ isOne ? $0 : min($0, second - 1) }), let last = touched.last {
                    let end = isOne ? last : result[index].lastColumn
                    result[index].column = first
                    result[index].columnSpan = end - first + 1
                }
            }
            for row in result[index].row...result[index].lastRow where row < rows {
                for column in result[index].column...result[index].lastColumn {
                    covered[row * columns.count + column] = true
                }
            }
        }
        // Columns before the first that this part has: a label of several rows goes on there.
        let head = own.cells.filter(\.isHeader).map { $0.lastRow + 1 }.max() ?? 0
        for column in columns.indices.dropLast() where head < rows {
            guard (head..<rows).allSatisfy({ !covered[$0 * columns.count + column] }) else { break }
            for row in head..<rows { covered[row * columns.count + column] = true }
            result.append(Cell(row: head, column: column, rowSpan: rows - head, columnSpan: 1, text: "", parts: []))
        }
        for square in covered.indices where !covered[square] {
            result.append(Cell(row: square / columns.count, column: square % columns.count, text: "", parts: []))
        }
        return result.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    /// Does a text reach into a column by more than the space around a comma?
    private static func isInside(_ ink: Box, _ column: ClosedRange<Double>) -> Bool {
        let common = min(ink.maxX, column.upperBound) - max(ink.x, column.lowerBound)
        return common > 0.2 * min(ink.width, column.upperBound - column.lowerBound)
    }

    private func gaps(_ columns: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
        zip(columns, columns.dropFirst()).map { left, right in
            min(left.upperBound, right.lowerBound)...max(left.upperBound, right.lowerBound)
        }
    }
}

extension Cell {
    /// Takes in the part of the cell that stands on the next page.
    fileprivate mutating func append(_ other: Cell, lastRow: Int) {
        let isRepeated = !text.isEmpty && text.squeezed == other.text.squeezed
        if !isRepeated, !other.text.isEmpty { text = text.isEmpty ? other.text : text + "\n" + other.text }
        parts += other.parts
        rowSpan = max(rowSpan, lastRow - row + 1)
    }
}
