/// The lost cells of a system taken out of its equations: what is left checks the others, what was used tells their
/// values.
struct SolvedCells: Sendable {
    /// Equations without any lost cell, combined ones included.
    private(set) var remaining: [LinearRow]
    /// Equations that each hold one lost cell alone (its coefficient here), beside cells that were read and lost cells
    /// that nothing determines.
    private(set) var solved: [(cell: Int, row: LinearRow)] = []
    /// Lost cells that the equations leave open.
    private(set) var undetermined: [Int] = []

    init(_ system: SumSystem) {
        remaining = system.rows
        for cell in system.lostCells { take(cell) }
        remaining.removeAll { $0.columns.isEmpty && $0.syndrome == 0 }
    }

    private mutating func take(_ cell: Int) {
        // The shortest keeps the others short.
        let holders = remaining.indices.filter { remaining[$0].support.contains(cell) }
        guard let best = holders.min(by: { remaining[$0].columns.count < remaining[$1].columns.count }) else {
            undetermined.append(cell)
            return
        }
        let pivot = remaining.remove(at: best)
        for index in remaining.indices where remaining[index].support.contains(cell) {
            remaining[index] = remaining[index].eliminating(cell, by: pivot)
        }
        for index in solved.indices where solved[index].row.support.contains(cell) {
            solved[index].row = solved[index].row.eliminating(cell, by: pivot)
        }
        solved.append((cell, pivot))
    }
}
