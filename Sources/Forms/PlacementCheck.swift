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
            let told = sums.filter { uncut.isDisjoint(with: $0.figures) && outcome(of: $0, values) != nil }
            let failed = PrintedMistakes(equations, values).unexplained(
                of: told.filter { outcome(of: $0, values) == false })
            let isAllOver = failed.count >= (table == .disputes ? 2 : fewest) && failed.count * 2 > told.count
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
                figures[index].loseCertainty(doubt, confidence: 0.4)
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

/// Sums between rows that fail for a figure that its own row shows to be wrong, or for two of one row that were printed in
/// each other's place: a row in another's place is whole.
private struct PrintedMistakes {
    private let values: [FigureID: FigureContent]
    private let rows: [Equation]

    init(_ equations: [Equation], _ values: [FigureID: FigureContent]) {
        self.values = values
        rows = equations.filter { $0.kind == .applicationsRow }
    }

    func unexplained(of failed: [Equation]) -> [Equation] {
        failed.filter { sum in
            guard let difference = difference(sum) else { return true }
            return !rows.contains { row in
                guard let cell = row.figures.first(where: sum.figures.contains) else { return false }
                return self.difference(row).map(abs) == abs(difference)
                    || failed.contains { other in
                        other.kind == sum.kind && self.difference(other) == -difference
                            && row.figures.contains {
                                $0 != cell && other.figures.contains($0) && apart($0, cell) == abs(difference)
                            }
                    }
            }
        }
    }

    private func difference(_ sum: Equation) -> Int? { sum.sides { values[$0] }.map { $0.left - $0.right } }

    private func apart(_ one: FigureID, _ other: FigureID) -> Int? {
        guard case .amount(let one)? = values[one], case .amount(let other)? = values[other], let one = one.count,
            let other = other.count
        else { return nil }
        return abs(one - other)
    }
}
