/// Finds the cheapest sets of cells to change so that all sums hold (the principle of Fellegi and Holt), exactly, in
/// integers, and within bounds that it admits to.
///
/// Every equation that does not hold must contain a changed cell: the search branches over the cells of the shortest
/// one, takes the chosen cell out of all equations (what is left of them are the implied edits), and goes on until
/// none is broken. Deeper and deeper by cost, so that the cheapest come first and all of them are found.
struct ExplanationSearch {
    struct Solution: Sendable, Hashable {
        /// Cell and its value, by position.
        var changes: [Change]
        var cost: Int

        struct Change: Sendable, Hashable {
            var cell: Int
            var value: Int
        }
    }

    struct Result: Sendable {
        /// Cheapest first; every one that costs at most `margin` more than the first.
        var solutions: [Solution]
        /// False where a bound was met: there may be others, as cheap or cheaper.
        var isComplete: Bool
        var nodes: Int
    }

    struct Limits: Sendable {
        /// Measured by `gxbench validate`: about 1 µs each.
        var nodes = 20_000
        var changes = 8
        var solutions = 256
    }

    private let system: SumSystem
    private let lost: SolvedCells
    private let margin: Int
    private let limits: Limits
    private var nodes = 0
    private var budget = 0
    /// The least cost that was pruned, where the next round has to go.
    private var nextBudget = Int.max
    private var found: [Solution] = []
    private var hasOverflown = false
    /// From this cost on, sets may exist that the search does not see: those in which a cell would have to be below 0
    /// unless four or more change together.
    private var horizon = Int.max

    init(_ system: SumSystem, margin: Int, limits: Limits = Limits()) {
        self.system = system
        self.margin = margin
        self.limits = limits
        lost = SolvedCells(system)
    }

    mutating func run() -> Result {
        let start = Node(rows: lost.remaining, pivots: [], excluded: CellSet(), cost: 0)
        budget = bound(of: start)
        while true {
            found.removeAll()
            nextBudget = .max
            visit(start)
            guard nodes <= limits.nodes, !hasOverflown else {
                return Result(solutions: sortedSolutions, isComplete: false, nodes: nodes)
            }
            if let best = found.map(\.cost).min() {
                if budget >= best + margin { break }
                budget = best + margin
            } else {
                guard nextBudget < .max else { break }
                // A step at least, lest a hundred different costs make a hundred rounds.
                budget = max(nextBudget, budget + margin)
            }
        }
        let solutions = sortedSolutions
        let isComplete = (solutions.first?.cost ?? 0) + margin < horizon
        return Result(solutions: solutions, isComplete: isComplete, nodes: nodes)
    }

    private var sortedSolutions: [Solution] {
        guard let best = found.map(\.cost).min() else { return [] }
        return found.filter { $0.cost <= best + margin }.sorted {
            $0.cost != $1.cost
                ? $0.cost < $1.cost : $0.changes.lexicographicallyPrecedes($1.changes) { $0.cell < $1.cell }
        }
    }

    private struct Node {
        var rows: [LinearRow]
        var pivots: [(cell: Int, row: LinearRow)]
        /// Cells that an earlier branch has tried.
        var excluded: CellSet
        var cost: Int
    }

    private mutating func visit(_ node: Node) {
        nodes += 1
        guard nodes <= limits.nodes, !hasOverflown else { return }
        var branch: Int?
        var candidates = Int.max
        for (index, row) in node.rows.enumerated() where row.syndrome != 0 {
            let count = row.support.subtracting(node.excluded).count
            if count < candidates { (branch, candidates) = (index, count) }
        }
        guard let branch else {
            conclude(node)
            return
        }
        guard candidates > 0 else { return }
        let least = bound(of: node)
        guard least <= budget else {
            nextBudget = min(nextBudget, least)
            return
        }
        guard node.pivots.count < limits.changes else {
            hasOverflown = true
            return
        }
        let pivot = node.rows[branch]
        var cells: [Int] = []
        pivot.support.subtracting(node.excluded).forEach { cells.append($0) }
        cells.sort { (system.evidence[$0].leastCost, $0) < (system.evidence[$1].leastCost, $1) }
        var excluded = node.excluded
        for cell in cells {
            let cost = node.cost + system.evidence[cell].leastCost
            if cost > budget {
                nextBudget = min(nextBudget, cost)
                break
            }
            var rows = node.rows
            rows.remove(at: branch)
            for index in rows.indices where rows[index].support.contains(cell) {
                rows[index] = rows[index].eliminating(cell, by: pivot)
            }
            visit(Node(rows: rows, pivots: node.pivots + [(cell, pivot)], excluded: excluded, cost: cost))
            excluded.insert(cell)
        }
    }

    /// The least that any solution below this node costs.
    private func bound(of node: Node) -> Int {
        var groups: [Int: Int] = [:]
        var others = 0
        for row in node.rows where row.syndrome != 0 {
            var least = Int.max
            row.support.subtracting(node.excluded).forEach { least = min(least, system.evidence[$0].leastCost) }
            guard least < .max else { return .max }
            if row.isOriginal, let origin = row.origins.first {
                let (family, group) = system.structure.families[origin]
                groups[family << 16 + group] = max(groups[family << 16 + group] ?? 0, least)
            } else {
                others = max(others, least)
            }
        }
        var families = [0, 0]
        for (key, least) in groups { families[key >> 16] += least }
        return node.cost + max(others, families[0], families[1])
    }

    /// All equations hold: works out the values and takes the solution where they are possible.
    private mutating func conclude(_ node: Node) {
        var deltas: [Int: Int] = [:]
        for (cell, row) in node.pivots.reversed() {
            var rest = row.syndrome
            for (column, coefficient) in zip(row.columns, row.coefficients) where column != cell {
                rest -= coefficient * (deltas[column] ?? 0)
            }
            let own = row.coefficient(of: cell)
            guard own != 0, rest % own == 0, rest != 0 else { return }
            deltas[cell] = rest / own
        }
        var cost = 0
        var changes: [Solution.Change] = []
        for (cell, delta) in deltas.sorted(by: { $0.key < $1.key }) {
            let value = (system.evidence[cell].value ?? 0) + delta
            guard value >= 0, value <= CellValue.largest else {
                let least = system.evidence.map(\.leastCost).filter { $0 > 0 }.min() ?? 0
                let more = max(1, system.fewestThatHide - deltas.count)
                horizon = min(horizon, node.cost + more * least)
                return
            }
            cost += system.evidence[cell].cost(of: value)
            changes.append(Solution.Change(cell: cell, value: value))
        }
        guard cost <= budget else {
            nextBudget = min(nextBudget, cost)
            return
        }
        guard LostValues(system, lost, changes: deltas) != nil else { return }
        guard found.count < limits.solutions else {
            hasOverflown = true
            return
        }
        found.append(Solution(changes: changes, cost: cost))
    }
}
