import ReportModel

/// The head of a table at the end of a page, its rows overleaf: texts whose columns are known only there.
struct LoneHead {
    /// With the head's own glyphs only.
    private let page: Page
    private let text: RunText
    private let rules: [RowRule]
    private let scale: PageScale
    let box: Box
    let part: AlignedPart
    /// In points.
    let textSize: Double

    /// One heading, which spans columns that have their own overleaf.
    var isOneText: Bool { text.runs.count == 1 }

    init(_ region: AlignedRegion, _ page: Page, _ scale: PageScale) {
        part = AlignedPart(region.runs, of: region.text, page, rules: region.rules, walls: [], scale)
        var (own, text) = region.text.kept(region.runs, of: page)
        text.left = text.runs.map { _ in -1 }
        text.right = text.left
        self.page = own
        self.text = text
        rules = region.rules
        box = region.box
        self.scale = scale
        textSize = region.scale.em
    }

    /// The short texts that a page ends with, some of them side by side: nothing, unless a table's rows follow.
    init?(endOf text: RunText, _ rules: [RowRule], _ page: Page, _ scale: PageScale) {
        let order = text.runs.indices.sorted { text.runs[$0].box.midY > text.runs[$1].box.midY }
        guard let last = order.first.map({ text.runs[$0] }) else { return nil }
        var runs: [Int] = []
        var top = last.box.maxY
        var y = last.box.midY
        var pitch = 0.0
        for (place, index) in order.enumerated() {
            let run = text.runs[index]
            // The labels beside values are rows of the table above.
            if run.isValue { runs.removeAll { abs(text.runs[$0].box.midY - run.box.midY) < 0.4 * run.size } }
            guard abs(run.size - last.size) < 0.05 * last.size, !run.isValue,
                run.box.width < scale.settings.headWidth * page.width,
                runs.count < 200
            else { break }
            let step = y - run.box.midY
            if top - run.box.maxY >= scale.settings.headLineGap * last.size {
                // Lines further apart keep to one distance, or have a rule between them.
                let next = order[place...].first { text.runs[$0].box.midY < run.box.midY - 0.4 * last.size }
                let steps = [pitch, next.map { run.box.midY - text.runs[$0].box.midY } ?? 0]
                let isRuled = rules.contains {
                    $0.y > run.box.midY && $0.y < top && $0.covers(run.box.x, run.box.maxX, share: 0.9)
                }
                guard step < scale.settings.widestRowGap * last.size,
                    isRuled || steps.contains(where: { abs($0 - step) < 0.1 * step })
                        || Self.isBelowTop(run, runs, rules, text) || text.isSpanner(index, over: runs)
                        || text.areSpanners(
                            Array(order[place...].prefix { y - text.runs[$0].box.midY < step + 0.3 * last.size }),
                            over: runs)
                else { break }
            }
            if step > 0.4 * last.size {
                pitch = step
                y = run.box.midY
            }
            runs.append(index)
            top = min(top, run.box.y)
        }
        // Its first line may be the title above it, in another font.
        while let first = runs.last, text.runs[first].font != last.font, text.left[first] < 0, text.right[first] < 0 {
            runs.removeLast()
        }
        // Side by side, a text of one line beside one of two.
        let isBeside = zip(runs, runs.dropFirst()).contains { lower, upper in
            let (one, two) = (text.runs[lower].box, text.runs[upper].box)
            return one.midY - two.midY < 0.9 * last.size && (one.maxX < two.x || two.maxX < one.x)
        }
        guard isBeside && runs.count > 2 || Self.isBelowHeading(runs, text, isBeside, scale.settings) else {
            return nil
        }
        self.init(AlignedRegion(text, runs, columns: [], rules: rules, scale), page, scale)
    }

    /// Does a line stand right above a text, as wide as all that stands below it? With it the table begins.
    private static func isBelowTop(_ run: Run, _ lower: [Int], _ rules: [RowRule], _ text: RunText) -> Bool {
        let start = lower.map { text.runs[$0].box.x }.min() ?? run.box.x
        let end = lower.map { text.runs[$0].box.maxX }.max() ?? run.box.maxX
        guard let rule = rules.last(where: { $0.y < run.box.midY }), !rule.isSoft else { return false }
        return rule.covers(min(start, run.box.x), max(end, run.box.maxX), share: 0.95)
            && !text.runs.contains { $0.box.midY > rule.y && $0.box.midY < run.box.midY - 0.4 * run.size }
    }

    /// Do no more than two texts stand below a heading? Side by side they may be a row of a table that the heading is of,
    /// unless that is a page's.
    private static func isBelowHeading(
        _ runs: [Int], _ text: RunText, _ isBeside: Bool, _ settings: LayoutSettings
    ) -> Bool {
        guard let first = runs.last.map({ text.runs[$0] }), runs.count < 3,
            isBeside || runs.allSatisfy({ text.left[$0] < 0 && text.right[$0] < 0 }),
            runs.allSatisfy({ !text.runs[$0].beginsWithMarker })
        else { return false }
        let above = text.runs.filter { $0.box.midY < first.box.midY - 0.4 * first.size }
        guard let heading = above.max(by: { $0.box.midY < $1.box.midY }) else { return false }
        return heading.size > settings.titleSize * first.size || !isBeside && heading.font != first.font
    }

    /// The head as it stands in the page's layout until its rows are found.
    var fragment: PageTable {
        let place = Place(page: page.number, box: box)
        let cell = Cell(row: 0, column: 0, text: "", parts: [CellPart(outline: place, ink: box, text: "")])
        let table = Table(
            construction: .unruled, places: [place], rowCount: 1, columnCount: 1, cells: [cell], confidence: 0)
        return PageTable(
            table: table, columnEdges: [box.x, box.maxX], box: box, columns: [box.x...box.maxX], textSize: textSize,
            part: part, head: self, isFragment: true)
    }

    /// The head over the columns of the rows that follow; nil where it does not stand over them.
    ///
    /// - Parameter headed: the texts of columns that have more of the head overleaf. Then nothing but the places of the texts tells
    ///   a head from other text, and each must stand in the middle of its columns.
    func table(over columns: [ClosedRange<Double>], headed: [Int: ClosedRange<Double>]) -> PageTable? {
        guard let start = columns.first?.lowerBound, let end = columns.last?.upperBound else { return nil }
        let shared = min(end, box.maxX) - max(start, box.x)
        let slack = 0.25 * (end - start)
        // A text alone is a heading of several columns that have their own overleaf.
        let isAlone = text.runs.count < 3
        if isAlone, headed.count < 3 { return nil }
        guard shared > 0.6 * min(end - start, box.width), box.x > start - slack, box.maxX < end + slack else {
            return nil
        }
        // What stands overleaf is the lowest line of the head: it tells the texts above how many columns they have.
        var text = parted(over: columns)
        let own = text.runs.count
        for (column, range) in headed.sorted(by: { $0.key < $1.key }) where columns.indices.contains(column) {
            let box = Box(
                x: range.lowerBound, y: box.maxY + 3 * textSize, width: range.upperBound - range.lowerBound,
                height: textSize)
            text.runs.append(Run(words: 0..<0, box: box, size: textSize))
            text.left.append(-1)
            text.right.append(-1)
        }
        let columns = (headed.isEmpty ? widened(columns, text) : columns) + blankColumn(behind: columns)
        let region = AlignedRegion(
            text, Array(text.runs.indices),
            columns: columns.map { TextColumn(start: $0.lowerBound, end: $0.upperBound) }, rules: rules, scale)
        var (cells, rows) = HeaderFinder(region).cells(region.runs)
        if !headed.isEmpty {
            cells.removeAll { $0.runs.contains { $0 >= own } }
            // The page's end parts the lowest line of the head from itself where some of it stands here.
            if !cells.contains(where: { $0.rows.lowerBound == rows - 1 }) { rows -= 1 }
            for index in cells.indices { cells[index].rows = cells[index].rows.clamped(to: 0..<max(rows, 0)) }
            cells.removeAll(where: \.rows.isEmpty)
            guard cells.allSatisfy({ isCentred($0, cells, headed, region) }) else { return nil }
            if isAlone, !cells.allSatisfy({ $0.columns.count > 2 }) { return nil }
        }
        guard rows > 0, !cells.isEmpty else { return nil }
        let builder = AlignedCellBuilder(region)
        let grid = AlignedGrid(
            cells: builder.completed(cells, rows: rows), headRows: rows,
            columnEdges: (0...columns.count).map(region.edge(before:)), rowEdges: builder.rowEdges(cells, rows, []),
            columns: region.columns)
        return AlignedTableAssembler(page, scale).table(grid, region, construction: .unruled)
    }

    /// The head over one blank row, where it can be nothing else: the same headings again and again below those that span
    /// them (unruled-chromium-any2 of seed 113), or the headings of such a head that follows it.
    ///
    /// - Parameters:
    ///   - next: where the text below it begins.
    ///   - repeated: the headings that the head behind it repeats.
    func blankTable(
        over columns: [ClosedRange<Double>], until next: Double, before repeated: [String]? = nil
    ) -> PageTable? {
        let blank = scale.settings.blankRow
        let height = min(next - box.maxY, blank.upperBound * textSize)
        guard height > blank.lowerBound * textSize, var table = table(over: columns, headed: [:]),
            table.columnEdges.count == columns.count + 1
        else { return nil }
        let isBlank =
            repeated.map { $0 == Self.headings(of: table.table, inRow: table.table.rowCount - 1) }
            ?? (table.table.rowCount > 1 && Self.repeated(in: table.table, row: table.table.rowCount - 1) != nil)
        guard isBlank else { return nil }
        let row = table.table.rowCount
        let top = table.box.maxY
        for (column, (left, right)) in zip(table.columnEdges, table.columnEdges.dropFirst()).enumerated() {
            let outline = Place(page: page.number, box: Box(fromX: left, y: top, toX: right, y: top + height))
            table.table.cells.append(
                Cell(row: row, column: column, text: "", parts: [CellPart(outline: outline, ink: nil, text: "")]))
        }
        table.table.rowCount += 1
        table.box.height += height
        return table
    }

    /// Headings that a head repeats.
    private static let fewestRepeated = 3

    /// The headings that a table's row repeats.
    static func repeated(in table: Table, row: Int) -> [String]? {
        guard let texts = headings(of: table, inRow: row), texts.count >= 2 * fewestRepeated else { return nil }
        let period = (fewestRepeated...texts.count / 2).first { period in
            texts.count % period == 0
                && texts.indices.dropFirst(period).allSatisfy { texts[$0] == texts[$0 - period] }
        }
        return period.map { Array(texts.prefix($0)) }
    }

    /// The texts of the cells that end in a row, one for each column.
    private static func headings(of table: Table, inRow row: Int) -> [String]? {
        let lowest = table.cells.filter { $0.lastRow == row }.sorted { $0.column < $1.column }
        let texts = lowest.map(\.text.squeezed)
        return texts.count == table.columnCount && !texts.contains("") ? texts : nil
    }

    /// A heading behind all columns stands over one that is blank: 总计, left to the reader.
    private func blankColumn(behind columns: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
        guard let last = columns.last, let other = columns.dropLast().last else { return [] }
        let pitch = (last.lowerBound + last.upperBound - other.lowerBound - other.upperBound) / 2
        let middle = (last.lowerBound + last.upperBound) / 2
        let behind = text.runs.filter { $0.box.x > last.upperBound && $0.box.midX > middle + 0.6 * pitch }
        guard let box = Box.around(behind.map(\.box)), box.width < pitch else { return [] }
        return [box.x...box.maxX]
    }

    /// The texts, those of neighbouring columns parted.
    private func parted(over columns: [ClosedRange<Double>]) -> RunText {
        let middles = columns.map { ($0.lowerBound + $0.upperBound) / 2 }
        var result = RunText()
        for run in text.runs {
            let words = Array(text.words[run.words])
            let slack = 0.3 * run.size
            let parts = HeadParts(page, scale.settings).parts(of: run, words) {
                middles.filter { $0 > run.box.x - slack && $0 < run.box.maxX + slack }
            }
            for words in parts.map({ $0.map { [$0] } }) ?? [words] {
                var piece = run
                piece.words = result.words.count..<result.words.count + words.count
                result.words += words
                if parts != nil {
                    piece.box = Box.around(words.map(\.box)) ?? run.box
                    piece.content = words.first.map { Run.Content($0, page.glyphs) } ?? run.content
                }
                result.runs.append(piece)
            }
        }
        result.left = result.runs.map { _ in -1 }
        result.right = result.left
        return result
    }

    /// The columns with their headings, where the lowest line has one for each: a heading in the middle of its cell need
    /// not stand over values at the cell's edge.
    private func widened(_ columns: [ClosedRange<Double>], _ text: RunText) -> [ClosedRange<Double>] {
        let region = AlignedRegion(text, Array(text.runs.indices), columns: [], rules: [], scale)
        guard let last = region.lines(region.runs).last, last.runs.count == columns.count else { return columns }
        let wide = zip(columns, last.runs).map { column, run in
            let box = text.runs[run].box
            return min(column.lowerBound, box.x)...max(column.upperBound, box.maxX)
        }
        let isApart = zip(wide, wide.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }
        return isApart ? wide : columns
    }

    private func isCentred(
        _ cell: AlignedCell, _ cells: [AlignedCell], _ headed: [Int: ClosedRange<Double>], _ region: AlignedRegion
    ) -> Bool {
        guard let box = Box.around(cell.runs.lazy.map { region.run($0).box }) else { return true }
        let inner =
            (region.columns[cell.columns.lowerBound].start + region.columns[cell.columns.upperBound - 1].end) / 2
        let outer = (region.edge(before: cell.columns.lowerBound) + region.edge(before: cell.columns.upperBound)) / 2
        if min(abs(box.midX - inner), abs(box.midX - outer)) < scale.settings.headMiddle * textSize { return true }
        // The labels' cells end anywhere between the labels and the first values.
        if cell.columns.lowerBound == 0, cell.columns.upperBound < region.columns.count {
            let next = region.columns[cell.columns.upperBound].start
            let last = (region.columns[0].start + next) / 2
            if box.maxX < next, box.midX > min(inner, last), box.midX < last { return true }
        }
        // In the middle between the headings of its first and its last column, here or overleaf:
        // unruled-weasyprint-any29 of seed 128.
        let own = [cell.columns.lowerBound, cell.columns.upperBound - 1].compactMap { column in
            cells.last { $0.columns == column..<column + 1 }.flatMap { other in
                Box.around(other.runs.lazy.map { region.run($0).box })?.midX
            } ?? headed[column].map { ($0.lowerBound + $0.upperBound) / 2 }
        }
        if own.count == 2, abs(box.midX - (own[0] + own[1]) / 2) < scale.settings.headMiddle * textSize { return true }
        // Above values at an edge of their cells: between those of the columns beside it.
        let (before, behind) = (cell.columns.lowerBound - 1, cell.columns.upperBound)
        return cell.columns.count == 1 && before >= 0 && region.columns[before].end < box.x
            && (behind == region.columns.count || box.maxX < region.columns[behind].start)
    }
}
