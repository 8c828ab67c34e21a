import ReportModel

/// Doubts a whole table whose sums fail all over.
///
/// A printer's mistake breaks a sum or three. Where most columns fail, it is not the printer who put figures into wrong
/// rows: the labels were tied to the figures of their neighbours.
enum PlacementCheck {
    static let doubt = "placement.sums"

    /// Sums between rows that fail before the table is doubted. Seen in published reports: two at most.
    private static let fewest = 4

    /// - Parameter strictly: tables whose figures stand on other lines than their labels, so that any sum between rows
    ///   that fails can be the reader's fault.
    /// - Parameter trusted: tables whose rows are known by more than their order.
    static func doubt(
        _ figures: inout [Figure], equations: [Equation], strictly: Set<FormTable> = [],
        trusting trusted: Set<FormTable> = []
    ) {
        let values = Dictionary(figures.map { ($0.id, $0.content) }, uniquingKeysWith: { first, _ in first })
        // Where figures ran together and nobody knows how to cut them, their sums say nothing of the others.
        let uncut = Set(figures.filter { $0.doubts.contains(RowFigures.segmentation) }.map(\.id))
        for table in [FormTable.applications, .disputes] where !trusted.contains(table) {
            let sums = equations.filter { $0.kind != .applicationsRow && $0.right[0].table == table }
            let outcomes = sums.filter { uncut.isDisjoint(with: $0.figures) }.compactMap { outcome(of: $0, values) }
            let failed = outcomes.count { !$0 }
            let isAllOver = failed >= (table == .disputes ? 2 : fewest) && failed * 2 > outcomes.count
            // A sum with a figure in doubt fails for that.
            let doubtful = Set(figures.filter { ![.ok, .empty].contains($0.status) }.map(\.id))
            let concerned =
                strictly.contains(table)
                ? Set(
                    sums.filter { outcome(of: $0, values) == false && doubtful.isDisjoint(with: $0.figures) }
                        .flatMap(\.figures)) : []
            guard isAllOver || !concerned.isEmpty else { continue }
            for index in figures.indices where figures[index].id.table == table {
                guard isAllOver || concerned.contains(figures[index].id) else { continue }
                guard [.ok, .empty].contains(figures[index].status) else { continue }
                figures[index].status = .suspect
                figures[index].confidence = min(figures[index].confidence, 0.4)
                figures[index].doubts.append(doubt)
            }
        }
    }

    /// Whether a sum holds; nil where it cannot be said, or says nothing because all of it is zero.
    private static func outcome(of equation: Equation, _ values: [FigureID: FigureContent]) -> Bool? {
        guard let (left, right) = equation.sides({ values[$0] }), left != 0 || right != 0 else { return nil }
        // A total left blank on every row is a habit, no misplacement.
        if right == 0, equation.right.allSatisfy({ values[$0] == .blank || values[$0] == .mark }) { return nil }
        return left == right
    }
}
