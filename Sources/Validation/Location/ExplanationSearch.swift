/// Finds the cheapest sets of cells to change so that all sums hold (the principle of Fellegi and Holt), exactly, in
/// integers, and within bounds that it admits to.
///
/// Every equation that does not hold must contain a changed cell: the search branches over the cells of the shortest
/// one, takes the chosen cell out of all equations (what is left of them are the implied edits), and goes on until
/// none is broken. Deeper and deeper by cost, so that the cheapest come first and all of them are found. An equation
/// with lost cells is broken where these would have to be below 0.
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
        var work = 125_000
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
    /// Whether some changes cost more than others.
    private let isUneven: Bool
    /// Cells that can become less.
    private let positive: CellSet
    /// What equations with lost cells leave to their other cells.
    private var ceilings: [EditRow] = []
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
    /// From this cost on, sets may exist that the search does not see: very large ones, those whose values the sums leave
    /// open, and those in which lost cells that share their sums would be below 0 unless more cells change.
    private var horizon = Int.max

    init(_ system: SumSystem, margin: Int, limits: Limits = Limits()) {
        self.system = system
        self.margin = margin
        self.limits = limits
        lost = SolvedCells(system)
        costs = system.evidence.map(\.leastCost)
        freeCosts = system.evidence.map { min($0.alikeCost, $0.otherCost) }
        leastFreeCost = freeCosts.filter { $0 > 0 }.min() ?? 0
        isUneven = Set(system.evidence.flatMap { [$0.leastCost, $0.otherCost] }.filter { $0 > 0 }).count > 1
        bound = CostBound(costs: costs)
        var positive = CellSet()
        for (cell, evidence) in system.evidence.enumerated() where evidence.value ?? 0 > 0 { positive.insert(cell) }
        self.positive = positive
    }

    mutating func run() -> Result {
        let rows = lost.remaining.compactMap { EditRow($0) }
        guard rows.count == lost.remaining.count else { return Result(solutions: [], isComplete: false, nodes: 0) }
        var lostCells = CellSet()
        for cell in system.lostCells { lostCells.insert(cell) }
        ceilings = system.rows.compactMap { EditRow(ceilingOf: $0, lost: lostCells) }
        let start = Node(rows: rows, ceilings: ceilings)
        budget = bound.least(start.broken.map { pushing(start.row($0)) })
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
                guard nextBudget < .max, horizon > budget else { break }
                // A step at least, lest a hundred different costs make a hundred rounds.
                budget = max(nextBudget, budget + margin)
            }
        }
        let solutions = sortedSolutions
        let isComplete = solutions.first.map { $0.cost + margin < horizon } ?? (horizon == .max)
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
        /// What equations leave to some of their cells because others cannot be below 0.
        var ceilings: [EditRow]
        /// Cells whose value is open, each with the equation that will tell it.
        var pivots: [(cell: Int, row: EditRow)] = []
        /// Cells that took another reader's value: true value − value read.
        var settled: [(cell: Int, delta: Int)] = []
        /// Those that are 0 because a sum with lost cells leaves no more to them.
        var emptied: [Int] = []
        /// Whether another cell has changed to nobody knows what.
        var isOpen = false
        /// Cells that an earlier branch has tried.
        var excluded = CellSet()
        var cost = 0

        /// What does not hold: positions in `rows`, and behind them in `ceilings`.
        var broken: [Int] {
            rows.indices.filter { rows[$0].syndrome != 0 }
                + ceilings.indices.filter { ceilings[$0].syndrome < 0 }.map { rows.count + $0 }
        }

        func row(_ position: Int) -> EditRow {
            position < rows.count ? rows[position] : ceilings[position - rows.count]
        }

        mutating func set(_ cell: Int, to delta: Int) {
            for index in rows.indices where rows[index].contains(cell) { rows[index].set(cell, to: delta) }
            for index in ceilings.indices where ceilings[index].contains(cell) {
                ceilings[index].set(cell, to: delta)
            }
            settled.append((cell, delta))
        }

        /// False where the equations would leave the whole numbers.
        mutating func free(_ cell: Int, by pivotIndex: Int) -> Bool {
            let pivot = rows.remove(at: pivotIndex)
            for index in rows.indices where rows[index].contains(cell) {
                guard rows[index].eliminate(cell, by: pivot) else { return false }
            }
            // A ceiling that does not come out whole is left to what the lost cells say in the end.
            ceilings = ceilings.compactMap { ceiling in
                guard ceiling.contains(cell) else { return ceiling }
                var rest = ceiling
                return rest.eliminate(cell, by: pivot) ? rest : nil
            }
            pivots.append((cell, pivot))
            return true
        }
    }

    /// The cells one of which must change for a sum to hold, and the right way: what is 0 cannot become less.
    private func pushing(_ row: EditRow) -> CellSet {
        row.syndrome > 0
            ? row.plus.union(row.minus.intersection(positive)) : row.minus.union(row.plus.intersection(positive))
    }

    private mutating func visit(_ node: Node) {
        nodes += 1
        guard work <= limits.work, !hasOverflown else { return }
        var broken: [CellSet] = []
        var branch = 0
        var fewest = Int.max
        var candidates = CellSet()
        for position in node.broken {
            let cells = pushing(node.row(position)).subtracting(node.excluded)
            broken.append(cells)
            if cells.count < fewest { (branch, candidates, fewest) = (position, cells, cells.count) }
        }
        guard !broken.isEmpty else {
            if node.isOpen { horizon = min(horizon, node.cost) } else { conclude(node) }
            return
        }
        work += broken.count + 4
        var rest = bound.least(broken, limit: budget - node.cost)
        guard rest < .max else { return }
        if isUneven, node.cost + rest <= budget { rest = max(rest, leastApart(node)) }
        guard node.cost + rest <= budget else {
            nextBudget = min(nextBudget, node.cost + rest)
            return
        }
        guard node.pivots.count + node.settled.count < limits.changes else {
            horizon = min(horizon, node.cost + rest)
            return
        }
        let cells = candidates.sorted { (costs[$0], $0) < (costs[$1], $1) }
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
            let pivot = branch < node.rows.count ? branch : node.rows.firstIndex { $0.contains(cell) }
            if let pivot {
                guard child.free(cell, by: pivot) else {
                    hasOverflown = true
                    return
                }
                visitWithinBudget(child)
            } else if let child = emptied(cell, child) {
                visitWithinBudget(child)
            }
            excluded.insert(cell)
        }
    }

    /// A node in which a cell that no open equation holds is 0, since others leave no more to it. Where they leave more, or
    /// ask for more than they do, it has changed to nobody knows what.
    private func emptied(_ cell: Int, _ node: Node) -> Node? {
        let value = system.evidence[cell].value ?? 0
        var child = node
        let bounds = node.ceilings + floors(node)
        guard value > 0, bounds.contains(where: { $0.plus.contains(cell) && $0.syndrome == -value }) else {
            // What it cannot mend whatever it is: sums that ask for less of it than there can be, or than others ask for.
            let lowest = EditRow(floorOf: cell, value: value)
            let broken = bounds.filter { $0.plus.contains(cell) }.flatMap { upper in
                (bounds + [lowest]).compactMap { lower -> EditRow? in
                    var row = upper
                    guard lower.minus.contains(cell), row.eliminate(cell, by: lower), row.syndrome < 0 else {
                        return nil
                    }
                    return row
                }
            }
            child.ceilings = bounds.filter { !$0.contains(cell) } + broken
            child.isOpen = true
            return child
        }
        // Tried as another reader's value.
        guard !system.evidence[cell].isAlternative(0) else { return nil }
        child.set(cell, to: -value)
        child.emptied.append(cell)
        return child
    }

    /// Whether no more than 0 is left to an emptied cell after all changes.
    private func isEmpty(_ cell: Int, _ deltas: [Int: Int], _ node: Node) -> Bool {
        let value = system.evidence[cell].value ?? 0
        return ceilings.contains { ceiling in
            ceiling.plus.contains(cell)
                && ceiling.syndrome == deltas.reduce(0) { $0 + ceiling.coefficient(of: $1.key) * $1.value }
        } || floors(node, setting: { $0 != cell }).contains { $0.plus.contains(cell) && $0.syndrome == -value }
    }

    /// What keeps the cells whose value is open from being below 0.
    private func floors(_ node: Node, setting isSet: (Int) -> Bool = { _ in true }) -> [EditRow] {
        node.pivots.compactMap { floor(of: $0.cell, node, setting: isSet) }
    }

    /// Nil where it does not come out whole.
    private func floor(of cell: Int, _ node: Node, setting isSet: (Int) -> Bool = { _ in true }) -> EditRow? {
        guard let position = node.pivots.firstIndex(where: { $0.cell == cell }) else { return nil }
        var row = node.pivots[position].row
        for later in node.pivots[(position + 1)...] where row.contains(later.cell) {
            guard row.eliminate(later.cell, by: later.row) else { return nil }
        }
        for (other, delta) in node.settled where row.contains(other) && isSet(other) { row.set(other, to: delta) }
        return EditRow(floorOf: cell, in: row, value: system.evidence[cell].value ?? 0)
    }

    /// What mending the broken equations costs at least that share no cell: of each either the one cell whose change alone
    /// would do, at what its value then costs, or two.
    private func leastApart(_ node: Node) -> Int {
        let prices = node.broken.map { position in
            let row = node.row(position)
            let cells = row.support.subtracting(node.excluded)
            let isExact = position < node.rows.count
            return (cells, leastCost(of: row, pushing(row).subtracting(node.excluded), cells, isExact: isExact))
        }
        var taken = CellSet()
        var least = 0
        for (cells, price) in prices.sorted(by: { $0.1 > $1.1 }) where taken.isDisjoint(with: cells) {
            taken = taken.union(cells)
            least += price
        }
        return least
    }

    /// - Parameter isExact: whether it is an equation, which tells the value of a cell that alone changes.
    private func leastCost(of row: EditRow, _ pushing: CellSet, _ cells: CellSet, isExact: Bool) -> Int {
        var (first, second) = (-1, -1)
        for cell in pushing where first < 0 || costs[cell] < costs[first] { first = cell }
        guard first >= 0 else { return 0 }
        guard isExact else { return costs[first] }
        for cell in cells where cell != first && (second < 0 || costs[cell] < costs[second]) { second = cell }
        var least = second < 0 ? Int.max : costs[first] + costs[second]
        for cell in pushing where costs[cell] < least {
            let value = (system.evidence[cell].value ?? 0) + row.syndrome * row.coefficient(of: cell)
            if value >= 0 { least = min(least, system.evidence[cell].cost(of: value)) }
        }
        return least == .max ? costs[first] : least
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
            guard value >= 0 else {
                guard let floor = floor(of: cell, node) else {
                    horizon = min(horizon, node.cost)
                    return
                }
                var lifted = node
                lifted.ceilings.append(floor)
                visit(lifted)
                return
            }
            guard value <= CellValue.largest else {
                horizon = min(horizon, node.cost)
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
        guard node.emptied.allSatisfy({ isEmpty($0, deltas, node) }) else {
            horizon = min(horizon, node.cost)
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
}
