import ReportModel

/// The rows that a table repeats at the top of a page because they are its head.
enum RepeatedHeader {
    /// How many of the lower part's first rows repeat the first rows of the whole table.
    ///
    /// - Parameter isAligned: the columns are where the text stands, and headings alike may reach over others of them.
    static func rows(_ upper: [Cell], _ lower: [Cell], isAligned: Bool) -> Int {
        if isAligned, let rows = alignedRows(upper, lower) { return rows }
        let mine = lines(upper)
        let theirs = lines(lower)
        var count = 0
        var best = 0
        while count < mine.count, count < theirs.count, mine[count] == theirs[count] {
            let row = theirs[count]
            guard !row.contains(where: { $0.text.isValueLike }) else { break }
            count += 1
            // The head ends where no cell of it reaches further down.
            let isClosed = !lower.contains { $0.row < count && $0.lastRow >= count }
            if isClosed, row.contains(where: { !$0.text.isEmpty }) { best = count }
        }
        // A part that consists of nothing else has no rows to give.
        return best
    }

    /// The lower part's head where it has the upper one's texts in their order, below a running head perhaps.
    private static func alignedRows(_ upper: [Cell], _ lower: [Cell]) -> Int? {
        let mine = texts(upper)
        let theirs = texts(lower)
        guard mine.count > 1, let last = lower.lazy.filter(\.isHeader).map(\.lastRow).max() else { return nil }
        if mine == theirs { return last + 1 }
        let first = lower.filter { $0.isHeader && $0.row == 0 && !$0.text.isEmpty }
        return first.count == 1 && first[0].rowSpan == 1 && mine == Array(theirs.dropFirst()) ? last + 1 : nil
    }

    private static func texts(_ cells: [Cell]) -> [String] {
        cells.filter(\.isHeader).map(\.text.squeezed).filter { !$0.isEmpty }
    }

    private struct Entry: Equatable {
        var column: Int
        var columnSpan: Int
        var rowSpan: Int
        var text: String
    }

    private static func lines(_ cells: [Cell]) -> [[Entry]] {
        var rows: [[Entry]] = []
        for cell in cells where cell.row < 12 {
            while rows.count <= cell.row { rows.append([]) }
            rows[cell.row].append(
                Entry(
                    column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, text: cell.text.squeezed))
        }
        return rows
    }
}
