import ReportModel

/// Whether seven columns of figures are the form's because their rows add up: 自然人 and the five kinds of
/// 法人或其他组织 make 总计.
///
/// Seven columns that all hold a figure leave no room for another, unless one was lost and one is none of the form's.
/// Rows would not add up then, except where they are noughts, which prove nothing.
enum SummedColumns {
    /// Rows that have to add up, each with other figures than the rest.
    private static let fewestRows = 3
    /// Printers err in a row or two: so many rows add up for each that does not.
    private static let holdingForEach = 4

    static func areProven(_ places: [ApplicationsReader.ColumnPlace], in part: StatutoryPart) -> Bool {
        let columns = places.compactMap { $0.columns?.count == 1 ? $0.columns?.first : nil }
        guard columns.count == 7, zip(columns, columns.dropFirst()).allSatisfy(<),
            FigureColumns(part).columns == columns
        else { return false }
        var holding: Set<[Int]> = []
        var failing = 0
        for row in part.rows {
            let counts = columns.compactMap { count(part.grid[row, $0]) }
            guard counts.count == columns.count, counts.contains(where: { $0 != 0 }), let total = counts.last else {
                continue
            }
            if counts.dropLast().reduce(0, +) == total { holding.insert(counts) } else { failing += 1 }
        }
        // With all of them in one column, the others could be anything.
        let filled = columns.indices.dropLast().count { column in holding.contains { $0[column] != 0 } }
        return holding.count >= fewestRows && filled > 1 && failing * holdingForEach <= holding.count
    }

    private static func count(_ cell: Cell?) -> Int? {
        guard let cell, cell.columnSpan == 1, cell.isFigureLike,
            case .amount(let amount) = FigureText(cell.text).content, let count = amount.count, abs(count) < most
        else { return nil }
        return count
    }

    /// More than any office counts.
    private static let most = 1_000_000_000
}
