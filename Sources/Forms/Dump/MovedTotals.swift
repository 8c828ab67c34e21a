import ReportModel

/// Doubts rows whose total seems blank although others have theirs, and whose last figure is the sum of those before it:
/// it is the total, and blank cells that left no trace moved it and its row.
enum MovedTotals {
    static func doubt(_ figures: inout [Figure], equations: [Equation]) {
        let rows = equations.filter { $0.kind == .applicationsRow }
        let contents = Dictionary(figures.map { ($0.id, $0.content) }, uniquingKeysWith: { first, _ in first })
        func count(_ id: FigureID) -> Int? {
            guard case .amount(let amount)? = contents[id] else { return nil }
            return amount.count
        }
        let printed = rows.count { $0.right.allSatisfy { count($0) != nil } }
        // A total left blank on every row is a habit.
        guard printed * 2 > rows.count else { return }
        for row in rows where row.right.allSatisfy({ count($0) == nil }) {
            let counts = row.left.compactMap(count)
            guard counts.count > 1, let last = counts.last, last > 0, counts.dropLast().reduce(0, &+) == last else {
                continue
            }
            let members = Set(row.figures)
            for index in figures.indices where members.contains(figures[index].id) {
                figures[index].loseCertainty(PlacementCertainty.placeOnly, confidence: 0.4)
            }
        }
    }
}
