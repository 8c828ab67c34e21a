import ReportModel

/// Columns of the applications table whose headers are torn, and which the rows of the same page have made known.
///
/// Where the other reader has found the columns of most rows of a page, those are the columns of all of its rows: a
/// label that nobody could read says nothing about them.
struct KnownColumns {
    /// How far the figures reach that stand in a column for certain.
    private var reaches: [Place: (rows: Int, reach: ClosedRange<Double>)] = [:]

    private struct Place: Hashable {
        var page: Int
        var column: String
    }

    /// - Parameter isCertain: whether a figure's column is certain.
    init(_ figures: [Figure], where isCertain: (Figure) -> Bool) {
        for figure in figures where figure.id.table == .applications && figure.amount != nil && isCertain(figure) {
            guard let place = Self.place(of: figure), let box = figure.places.first?.box else { continue }
            let known = reaches[place] ?? (0, box.x...box.maxX)
            let reach = min(known.reach.lowerBound, box.x)...max(known.reach.upperBound, box.maxX)
            reaches[place] = (known.rows + 1, reach)
        }
    }

    /// Whether a whole row stands in these columns, and every figure in its own.
    func hold(_ row: [Figure]) -> Bool {
        row.count == Self.columns && Set(row.map { Self.place(of: $0)?.page }).count == 1 && row.allSatisfy(holds)
    }

    private func holds(_ figure: Figure) -> Bool {
        guard let place = Self.place(of: figure), let middle = figure.places.first?.box.midX,
            let own = reaches[place], own.rows >= Self.fewestRows
        else { return false }
        return own.reach.contains(middle)
            && !reaches.contains {
                $0.page == place.page && $0.column != place.column && $1.reach.contains(middle)
            }
    }

    private static func place(of figure: Figure) -> Place? {
        guard figure.places.count == 1, let page = figure.places.first?.page else { return nil }
        return Place(page: page, column: figure.id.column)
    }

    /// 自然人, five kinds of 法人或其他组织, 总计.
    private static let columns = 7
    private static let fewestRows = 3
}
