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

    /// Headers that stand in another order than the form's, where the rows add up in the form's order rather than in
    /// theirs: one of them is of the wrong breadth, and those behind it have moved.
    ///
    /// - Returns: the columns that have another place in the form, in doubt.
    static func misplaced(_ places: [[ApplicationsReader.ColumnPlace]], in parts: [StatutoryPart]) -> Set<String> {
        var misplaced: Set<String> = []
        var advantage = 0
        for (places, part) in zip(places, parts) {
            let columns = places.compactMap { $0.columns?.count == 1 ? $0.columns?.first : nil }
            let order = columns.sorted()
            guard columns.count == 7, Set(columns).count == 7, order != columns else { continue }
            misplaced.formUnion(zip(places, zip(columns, order)).filter { $1.0 != $1.1 }.map(\.0.id))
            for row in part.rows {
                let counts = Dictionary(
                    order.map { ($0, count(part.grid[row, $0]) ?? 0) }, uniquingKeysWith: { first, _ in first })
                guard counts.values.contains(where: { $0 != 0 }) else { continue }
                func addsUp(_ columns: [Int]) -> Bool {
                    let row = columns.map { counts[$0] ?? 0 }
                    return row.dropLast().reduce(0, +) == row.last
                }
                advantage += (addsUp(order) ? 1 : 0) - (addsUp(columns) ? 1 : 0)
            }
        }
        return advantage > 0 ? misplaced : []
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
