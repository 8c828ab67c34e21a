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
        /// What the sums then say of the lost cells, where they leave only one value.
        var lost: [Int: Int]

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
        /// Broken equations looked at. Measured by `gxbench validate`: about 5,000 a millisecond.
        var work = 90_000
        var changes = 12
        var solutions = 256
    }

    private let system: SumSystem
    private let lost: SolvedCells
    /// The least that a change of each cell costs.
    private let costs: [Int]
    /// The least that a value costs which no reader saw.
    private let freeCosts: [Int]
    private let leastFreeCost: Int
    private var bound: CostBound
    private let margin: Int
    private let limits: Limits
    private var nodes = 0
    private var work = 0
    private var budget = 0
    /// The least cost that was pruned, where the next round has to go.
    private var nextBudget = Int.max
    private var found: [Solution] = []
    private var hasOverflown = false
    /// From this cost on, sets may exist that the search does not see: very large ones, and those in which a cell
    /// would be below 0 unless more cells change together than the sums ask for.
    private var horizon = Int.max

    init(_ system: SumSystem, margin: Int, limits: Limits = Limits()) {
        self.system = system
        self.margin = margin
        self.limits = limits
        lost = SolvedCells(system)
        costs = system.evidence.map(\.leastCost)
        freeCosts = system.evidence.map { min($0.alikeCost, $0.otherCost) }
        leastFreeCost = freeCosts.filter { $0 > 0 }.min() ?? 0
        bound = CostBound(costs: costs)
    }

    mutating func run() -> Result {
        let rows = lost.remaining.compactMap { EditRow($0) }
        guard rows.count == lost.remaining.count else { return Result(solutions: [], isComplete: false, nodes: 0) }
        let start = Node(rows: rows)
        budget = bound.least(rows.filter { $0.syndrome != 0 }.map(\.support))
        while true {
            found.removeAll()
            nextBudget = .max
            visit(start)
            guard work <= limits.work, !hasOverflown else {
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
        var rows: [EditRow]
        /// Cells whose value is open, each with the equation that will tell it.
        var pivots: [(cell: Int, row: EditRow)] = []
        /// Cells that took another reader's value: true value − value read.
        var settled: [(cell: Int, delta: Int)] = []
        /// Cells that an earlier branch has tried.
        var excluded = CellSet()
        var cost = 0

        mutating func set(_ cell: Int, to delta: Int) {
            for index in rows.indices where rows[index].contains(cell) { rows[index].set(cell, to: delta) }
            settled.append((cell, delta))
        }

        /// False where the equations would leave the whole numbers.
        mutating func free(_ cell: Int, by pivotIndex: Int) -> Bool {
            let pivot = rows.remove(at: pivotIndex)
            for index in rows.indices where rows[index].contains(cell) {
                guard rows[index].eliminate(cell, by: pivot) else { return false }
            }
            pivots.append((cell, pivot))
            return true
        }
    }

    private mutating func visit(_ node: Node) {
        nodes += 1
        guard work <= limits.work, !hasOverflown else { return }
        var broken: [CellSet] = []
        var branch = 0
        var fewest = Int.max
        for (index, row) in node.rows.enumerated() where row.syndrome != 0 {
            let candidates = row.support.subtracting(node.excluded)
            broken.append(candidates)
            if candidates.count < fewest { (branch, fewest) = (index, candidates.count) }
        }
        guard !broken.isEmpty else {
            conclude(node)
            return
        }
        work += broken.count + 4
        let rest = bound.least(broken, limit: budget - node.cost)
        guard rest < .max else { return }
        guard node.cost + rest <= budget else {
            nextBudget = min(nextBudget, node.cost + rest)
            return
        }
        guard node.pivots.count + node.settled.count < limits.changes else {
            horizon = min(horizon, node.cost + rest)
            return
        }
        let pivot = node.rows[branch]
        let cells = pivot.support.subtracting(node.excluded).sorted {
            (costs[$0], $0) < (costs[$1], $1)
        }
        var excluded = node.excluded
        for cell in cells {
            guard node.cost + costs[cell] <= budget else {
                nextBudget = min(nextBudget, node.cost + costs[cell])
                break
            }
            for alternative in system.evidence[cell].alternatives where alternative.value >= 0 {
                var child = node
                child.excluded = excluded
                child.cost += alternative.cost
                let delta = alternative.value - (system.evidence[cell].value ?? 0)
                child.set(cell, to: delta)
                visitWithinBudget(child)
            }
            var child = node
            child.excluded = excluded
            child.cost += freeCosts[cell]
            guard child.free(cell, by: branch) else {
                hasOverflown = true
                return
            }
            visitWithinBudget(child)
            excluded.insert(cell)
        }
    }

    private mutating func visitWithinBudget(_ node: Node) {
        if node.cost > budget { nextBudget = min(nextBudget, node.cost) } else { visit(node) }
    }

    /// All equations hold: works out the values and takes the solution where they are possible.
    private mutating func conclude(_ node: Node) {
        var deltas: [Int: Int] = [:]
        for (cell, delta) in node.settled { deltas[cell] = delta }
        let settled = node.settled.map(\.cell)
        for (cell, row) in node.pivots.reversed() {
            var rest = row.syndrome
            for (other, delta) in deltas { rest -= row.coefficient(of: other) * delta }
            // No change at all: a smaller set explains as much.
            guard rest != 0 else { return }
            deltas[cell] = rest * row.coefficient(of: cell)
        }
        var cost = 0
        var changes: [Solution.Change] = []
        for (cell, delta) in deltas.sorted(by: { $0.key < $1.key }) {
            let value = (system.evidence[cell].value ?? 0) + delta
            guard value >= 0, value <= CellValue.largest else {
                horizon = min(horizon, node.cost + costOfLifting(cell, in: node))
                return
            }
            // A value that another reader saw has been tried as such, at its own price.
            guard settled.contains(cell) || !system.evidence[cell].isAlternative(value) else { return }
            cost += system.evidence[cell].cost(of: value)
            changes.append(Solution.Change(cell: cell, value: value))
        }
        guard cost <= budget else {
            nextBudget = min(nextBudget, cost)
            return
        }
        work += system.lostCount * 60
        guard let values = LostValues(system, lost, changes: deltas) else {
            horizon = min(horizon, node.cost + leastFreeCost)
            return
        }
        guard found.count < limits.solutions else {
            hasOverflown = true
            return
        }
        found.append(Solution(changes: changes, cost: cost, lost: values.determined))
    }

    /// The least that it costs to bring a cell of a solution back from below 0: another cell of its equation has to
    /// change with it, and with that one another in every equation that it stands in.
    private func costOfLifting(_ cell: Int, in node: Node) -> Int {
        guard let position = node.pivots.firstIndex(where: { $0.cell == cell }) else { return 0 }
        var row = node.pivots[position].row
        for later in node.pivots[(position + 1)...] where row.contains(later.cell) {
            guard row.eliminate(later.cell, by: later.row) else { return 0 }
        }
        let sign = row.coefficient(of: cell)
        var least = Int.max
        for other in row.support where other != cell {
            // It must push the right way, and what is 0 cannot become less.
            let mustGrow = row.coefficient(of: other) != sign
            guard mustGrow || system.evidence[other].value ?? 0 > 0 else { continue }
            var price = costs[other]
            for open in node.rows where open.contains(other) {
                let partner = open.support.reduce(Int.max) { $1 == other ? $0 : min($0, costs[$1]) }
                price = max(price, partner < .max ? costs[other] + partner : .max / 2)
            }
            least = min(least, price)
        }
        return least < .max ? least : .max / 2
    }
}
