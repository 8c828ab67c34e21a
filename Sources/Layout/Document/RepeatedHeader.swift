import ReportModel

/// The rows that a table repeats at the top of a page because they are its head.
enum RepeatedHeader {
    /// How many of the lower part's first rows repeat the first rows of the whole table.
    static func rows(_ upper: [Cell], _ lower: [Cell]) -> Int {
        let mine = lines(upper)
        let theirs = lines(lower)
        var count = 0
        var best = 0
        while count < mine.count, count < theirs.count, mine[count] == theirs[count] {
            let row = theirs[count]
            // 2010 or 18 to 64 stands in a head as well.
            guard !row.contains(where: { $0.text.isValueLike && !$0.isHeader }) else { break }
            count += 1
            // The head ends where no cell of it reaches further down.
            let isClosed = !lower.contains { $0.row < count && $0.lastRow >= count }
            if isClosed, row.contains(where: { !$0.text.isEmpty }) { best = count }
        }
        // A part that consists of nothing else has no rows to give.
        return best
    }

    private struct Entry: Equatable {
        var column: Int
        var columnSpan: Int
        var rowSpan: Int
        var text: String
        var isHeader: Bool
    }

    private static func lines(_ cells: [Cell]) -> [[Entry]] {
        var rows: [[Entry]] = []
        for cell in cells where cell.row < 12 {
            while rows.count <= cell.row { rows.append([]) }
            rows[cell.row].append(
                Entry(
                    column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, text: cell.text.squeezed,
                    isHeader: cell.isHeader))
        }
        return rows
    }
}
