import ReportModel

/// What a page break did to the cells at it: which cells of the lower part go on with one of the upper part, and
/// whether the whole last row goes on overleaf.
///
/// A cut row has its label half above and half below and each value on one side only; two rows have values of their
/// own. Nothing is known of what labels mean, so the evidence is where text stands, how it ends and begins, and how
/// the table's other rows look.
struct RowCut {
    private(set) var cutsRow = false
    /// By index in the lower part's cells: the index of the upper part's cell that it belongs to.
    private(set) var continued: [Int: Int] = [:]

    private let upper: [Cell]
    private let lower: [Cell]
    private let upperRows: Int
    private let lowerRows: Int
    /// Cells that meet at the break in the same columns, by index.
    private var pairs: [(upper: Int, lower: Int)] = []

    /// A head cut within its last row: every text of the lower part's head goes on with one above it.
    init(head upper: [Cell], rows: Int, lower: [Cell]) {
        self.init(upper: [], upperRows: 0, lower: [], lowerRows: 0)
        let heads = lower.indices.filter { lower[$0].isHeader && !lower[$0].text.isEmpty }
        guard !heads.isEmpty, heads.allSatisfy({ lower[$0].row == 0 && lower[$0].rowSpan == 1 }) else { return }
        var found: [Int: Int] = [:]
        for index in lower.indices where lower[index].row == 0 {
            let above = upper.indices.first {
                upper[$0].lastRow == rows - 1 && upper[$0].column == lower[index].column
                    && upper[$0].columnSpan == lower[index].columnSpan
            }
            guard let above, lower[index].text.isEmpty || !upper[above].text.isEmpty else { return }
            found[index] = above
        }
        continued = found
        cutsRow = true
    }

    init(upper: [Cell], upperRows: Int, lower: [Cell], lowerRows: Int) {
        self.upper = upper
        self.lower = lower
        self.upperRows = upperRows
        self.lowerRows = lowerRows
        pairs = meeting()
        guard !pairs.isEmpty else { return }
        cutsRow = isRowCut()
        for pair in pairs where cutsRow || isContinued(pair) { continued[pair.lower] = pair.upper }
    }

    private func meeting() -> [(upper: Int, lower: Int)] {
        var byColumn: [Int: Int] = [:]
        for (index, cell) in upper.enumerated() where cell.lastRow == upperRows - 1 { byColumn[cell.column] = index }
        var result: [(upper: Int, lower: Int)] = []
        for (index, cell) in lower.enumerated() where cell.row == 0 {
            guard let other = byColumn[cell.column], upper[other].columnSpan == cell.columnSpan else { continue }
            result.append((other, index))
        }
        return result
    }

    // MARK: Is it one row?

    private func isRowCut() -> Bool {
        // One row has the same cells on both sides.
        let above = upper.count { $0.lastRow == upperRows - 1 }
        let below = lower.count { $0.row == 0 }
        guard above == pairs.count, below == pairs.count else { return false }
        let rowPairs = pairs.filter { upper[$0.upper].rowSpan == 1 && lower[$0.lower].rowSpan == 1 }
        guard !rowPairs.isEmpty else { return false }
        if isWithinNumbers(rowPairs) { return true }
        var labels: [(String, String)] = []
        var filledAbove = 0
        var filledBelow = 0
        var hasValues = false
        for pair in rowPairs {
            let (top, bottom) = (upper[pair.upper].text, lower[pair.lower].text)
            let isValue = top.isValueLike || bottom.isValueLike
            if isValue { hasValues = true }
            // A value with something above or below it is in a row of its own: a head over the first row of values.
            if isValue, !top.isEmpty, !bottom.isEmpty, !TextSeam.isBroken(top, bottom) { return false }
            if !top.isEmpty { filledAbove += 1 }
            if !bottom.isEmpty { filledBelow += 1 }
            if !top.isEmpty && !bottom.isEmpty { labels.append((top, bottom)) }
        }
        if filledAbove == 0 || filledBelow == 0 { return isPadding(rowPairs, isUpperBlank: filledAbove == 0) }
        if rowPairs.contains(where: { !lower[$0.lower].text.isEmpty && isWhole(upper[$0.upper]) }) { return false }
        for (top, bottom) in labels {
            if ListMarker.begins(bottom) { return false }
            if TextSeam.isBroken(top, bottom) { return true }
        }
        // A head's row of its own has no blank cell below a text.
        if !hasValues, labels.count == filledBelow, filledBelow < rowPairs.count, filledBelow > 2,
            filledAbove == rowPairs.count, !upper.contains(where: \.text.isValueLike)
        {
            return true
        }
        // Values on one side only, the label on both or on the other: a row of its own would be without values.
        return hasValues && !hasRowsWithoutValues(rowPairs)
    }

    /// What other rows have for a text is no half of one: the heading of each section's labels.
    private func isWhole(_ cell: Cell) -> Bool {
        let text = cell.text.squeezed
        return !text.isEmpty && !cell.text.isValueLike
            && upper.contains { $0.column == cell.column && $0.lastRow < cell.row && $0.text.squeezed == text }
    }

    /// A part without any text is the rest of a cut row, unless the table has blank rows anyway.
    private func isPadding(_ pairs: [(upper: Int, lower: Int)], isUpperBlank: Bool) -> Bool {
        guard pairs.count == self.pairs.count else { return false }
        let heights = (upper + lower).filter { $0.rowSpan == 1 && !$0.text.isEmpty }.compactMap { $0.parts.first }
            .map(\.outline.box.height).sorted()
        guard !heights.isEmpty else { return false }
        let blank = pairs.map { isUpperBlank ? upper[$0.upper] : lower[$0.lower] }
        let height = blank.compactMap { $0.parts.first?.outline.box.height }.max() ?? 0
        return height < 0.75 * heights[heights.count / 4]
    }

    /// Does the lower part hold nothing but the next groups of numbers above it, where others of the table are broken between
    /// groups too? (ruled-writer-any57 of seed 151)
    private func isWithinNumbers(_ rowPairs: [(upper: Int, lower: Int)]) -> Bool {
        func areDigits(_ text: Substring, _ count: ClosedRange<Int>) -> Bool {
            count.contains(text.count) && text.unicodeScalars.allSatisfy(\.isDigit)
        }
        func isParted(_ text: String) -> Bool {
            let lines = text.split(separator: "\n")
            return lines.count == 2 && areDigits(lines[0], 1...3) && areDigits(lines[1], 3...3)
        }
        let rests = rowPairs.filter { !lower[$0.lower].text.isEmpty }
        return !rests.isEmpty
            && rests.allSatisfy { isParted(upper[$0.upper].text + "\n" + lower[$0.lower].text) }
            && (upper + lower).contains { isParted($0.text) }
    }

    /// Do other rows of the table have a label in these columns but none of its values?
    private func hasRowsWithoutValues(_ pairs: [(upper: Int, lower: Int)]) -> Bool {
        let valueColumns = Set(
            pairs.filter { upper[$0.upper].text.isValueLike || lower[$0.lower].text.isValueLike }
                .map { upper[$0.upper].column })
        guard let first = valueColumns.min() else { return true }
        var labelled = Set<Int>()
        var valued = Set<Int>()
        for (cells, rows, base) in [(upper, 0..<upperRows - 1, 0), (lower, 1..<lowerRows, upperRows)] {
            for cell in cells where rows.contains(cell.row) && !cell.text.isEmpty && cell.rowSpan == 1 {
                if valueColumns.contains(cell.column)
                    || cell.text.isValueLike && valueColumns.contains(where: (cell.column...cell.lastColumn).contains)
                {
                    valued.insert(cell.row + base)
                } else if cell.lastColumn < first {
                    labelled.insert(cell.row + base)
                }
            }
        }
        // A block title spans the labels too; a heading beside a label stands where values do.
        let bare = labelled.subtracting(valued).filter { row in
            let cells = row < upperRows ? upper : lower
            let local = row < upperRows ? row : row - upperRows
            return cells.contains { cell in
                cell.row == local && valueColumns.contains(where: (cell.column...cell.lastColumn).contains)
            }
        }
        return !bare.isEmpty && bare.count * 3 > valued.count
    }

    // MARK: Is it one cell of several rows?

    /// A merged label that reaches over the break is blank below it, repeated, or the rest of its text.
    private func isContinued(_ pair: (upper: Int, lower: Int)) -> Bool {
        let top = upper[pair.upper]
        let bottom = lower[pair.lower]
        let isMerged = top.rowSpan > 1 || bottom.rowSpan > 1 || isMergedColumn(top.column, top.columnSpan)
        guard isMerged, !bottom.text.isValueLike, !top.text.isValueLike else { return false }
        if bottom.text.isEmpty { return !top.text.isEmpty || (top.rowSpan > 1 && bottom.rowSpan > 1) }
        if top.text.isEmpty { return (top.rowSpan > 1 || bottom.rowSpan > 1) && !isOwnLabel(bottom) }
        if top.text.squeezed == bottom.text.squeezed { return true }
        if ListMarker.begins(bottom.text) { return false }
        if TextSeam.isBroken(top.text, bottom.text) { return true }
        // Its neighbours all begin with a marker, this one does not: it is the rest of one that does.
        if ListMarker.begins(top.text), columnHasMarkers(top.column, top.columnSpan, except: bottom) { return true }
        return false
    }

    private func isOwnLabel(_ cell: Cell) -> Bool { ListMarker.begins(cell.text) && cell.rowSpan == 1 }

    private func isMergedColumn(_ column: Int, _ span: Int) -> Bool {
        (upper + lower).contains { $0.column == column && $0.columnSpan == span && $0.rowSpan > 1 && $0.row > 0 }
    }

    private func columnHasMarkers(_ column: Int, _ span: Int, except: Cell) -> Bool {
        var marked = 0
        var bare = 0
        for cell in lower where cell.column == column && cell.columnSpan == span && cell.row > 0 {
            if cell.text.isEmpty { continue }
            if ListMarker.begins(cell.text) { marked += 1 } else { bare += 1 }
        }
        for cell in upper where cell.column == column && cell.columnSpan == span && !cell.isHeader {
            if cell.text.isEmpty { continue }
            if ListMarker.begins(cell.text) { marked += 1 } else { bare += 1 }
        }
        return marked > bare
    }
}

/// Whether two texts were one, broken between them.
enum TextSeam {
    static func isBroken(_ first: String, _ second: String) -> Bool {
        guard let last = first.unicodeScalars.last(where: { !$0.isBlank }),
            let next = second.unicodeScalars.first(where: { !$0.isBlank })
        else { return false }
        if "、，,-—（(“《〈/".unicodeScalars.contains(last) { return true }
        if "、，,。；;：:）)”》〉！？".unicodeScalars.contains(next) { return true }
        return openBrackets(first) > 0 && openBrackets(second) < 0
    }

    /// Brackets opened less brackets closed.
    private static func openBrackets(_ text: String) -> Int {
        var depth = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "（", "(", "“", "《", "〔": depth += 1
            case "）", ")", "”", "》", "〕": depth -= 1
            default: break
            }
        }
        return depth
    }
}
