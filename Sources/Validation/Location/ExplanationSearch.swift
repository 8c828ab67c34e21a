/// Finds the cheapest sets of cells to change so that all sums hold (the principle of Fellegi and Holt), exactly, in
/// integers, and within bounds that it admits to.
///
/// A cell that is changed is one of which nobody knows the value, as a lost one is: the sums are a network, and whether
/// counts from 0 on in those cells can make all of them hold is a question of what flows through it. Where nothing can,
/// some sums taken together are jammed: a known cell that leads into them must become less, or one that leads out of them
/// more. The search branches over the cells of the jam that has the fewest, deeper and deeper by cost, so that the cheapest
/// sets come first and all of them are found.
struct ExplanationSearch {
    struct Solution: Sendable, Hashable {
        /// Cell and its value, by position.
        var changes: [Change]
        /// Cells that must have changed to one of several values.
        var open: [Int] = []
        var cost: Int
        /// What the sums then say of the lost cells, where they leave only one value.
        var lost: [Int: Int]

        struct Change: Sendable, Hashable {
            var cell: Int
            var value: Int
        }

        var cells: [Int] { changes.map(\.cell) + open }
    }

    struct Result: Sendable {
        /// Cheapest first; every one that costs at most `margin` more than the first.
        var solutions: [Solution]
        /// False where a bound was met: there may be others, as cheap or cheaper.
        var isComplete: Bool
        var nodes: Int
    }

    struct Limits: Sendable {
        /// Jams looked at. Measured by `gxbench validate`: about 5,000 a millisecond.
        var work = 125_000
        var changes = 12
        var solutions = 256
        /// Of an explanation.
        var cost = Int.max
    }

    private let system: SumSystem
    private let network: SumNetwork
    /// The least that a change of each cell costs.
    private let costs: [Int]
    /// The least that a value costs which no reader saw.
    private let freeCosts: [Int]
    /// Whether some changes cost more than others.
    private let isUneven: Bool
    /// Cells that can become less.
    private let positive: CellSet
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
    /// From this cost on, larger sets may exist than the search looks at.
    private var horizon = Int.max

    init(_ system: SumSystem, margin: Int, limits: Limits = Limits()) {
        self.system = system
        self.margin = margin
        self.limits = limits
        network = system.structure.network
        costs = system.evidence.map(\.leastCost)
        freeCosts = system.evidence.map { min($0.alikeCost, $0.otherCost) }
        isUneven = Set(system.evidence.flatMap { [$0.leastCost, $0.otherCost] }.filter { $0 > 0 }).count > 1
        bound = CostBound(costs: costs)
        var positive = CellSet()
        for (cell, evidence) in system.evidence.enumerated() where evidence.value ?? 0 > 0 { positive.insert(cell) }
        self.positive = positive
    }

    mutating func run() -> Result {
        let start = Node(flow: system.flow)
        budget = bound.least(jams(start).map(\.pushing))
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
                guard nextBudget < .max, nextBudget <= limits.cost, horizon > budget else { break }
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
            $0.cost != $1.cost ? $0.cost < $1.cost : $0.cells.lexicographicallyPrecedes($1.cells)
        }
    }

    private struct Node {
        var flow: SumFlow
        /// Cells of which nobody knows the value any more.
        var changed: [Int] = []
        /// Cells that took another reader's value.
        var settled: [Solution.Change] = []
        /// Cells that are not to be changed (any more): those of the search that are settled, and what an earlier branch
        /// has tried.
        var excluded = CellSet()
        var cost = 0
    }

    /// Sums that known cells bring too much to, with the cells one of which must change, and which way.
    private struct Jam {
        var amount: Int
        /// Those that must become less, and those that must become more.
        var entering: CellSet
        var leaving: CellSet
        /// Whether a cell that alone changes has to change by just the amount.
        var isExact: Bool

        var pushing: CellSet { entering.union(leaving) }
    }

    /// What is jammed at a node. Empty where all sums can hold.
    private func jams(_ node: Node, _ carried: inout CarriedFlow?) -> [Jam] {
        var jams = node.flow.jams
        if jams.isEmpty {
            switch node.flow.solved() {
            case .carried(let flow): carried = flow
            case .jammed(let jam): jams = [jam]
            }
        }
        let fixed = node.flow.free.union(node.excluded)
        return jams.map { jam in
            let (entering, leaving) = network.crossing(jam.nodes)
            return Jam(
                amount: jam.amount, entering: entering.intersection(positive).subtracting(fixed),
                leaving: leaving.subtracting(fixed), isExact: entering.union(leaving).isDisjoint(with: node.flow.free))
        }
    }

    private func jams(_ node: Node) -> [Jam] {
        var carried: CarriedFlow?
        return jams(node, &carried)
    }

    private mutating func visit(_ node: Node) {
        nodes += 1
        guard work <= limits.work, !hasOverflown else { return }
        var carried: CarriedFlow?
        let jams = jams(node, &carried)
        if let carried {
            work += node.flow.free.count
            conclude(node, carried)
            return
        }
        work += jams.count + 4
        let pushing = jams.map(\.pushing)
        var rest = bound.least(pushing, limit: budget - node.cost)
        guard rest < .max else { return }
        if isUneven, node.cost + rest <= budget { rest = max(rest, leastApart(jams)) }
        guard node.cost + rest <= budget else {
            nextBudget = min(nextBudget, node.cost + rest)
            return
        }
        guard node.changed.count + node.settled.count < limits.changes else {
            horizon = min(horizon, node.cost + rest)
            return
        }
        guard let candidates = pushing.min(by: { $0.count < $1.count }) else { return }
        var excluded = node.excluded
        for cell in candidates.sorted(by: { (costs[$0], $0) < (costs[$1], $1) }) {
            guard node.cost + costs[cell] <= budget else {
                nextBudget = min(nextBudget, node.cost + costs[cell])
                break
            }
            let value = system.evidence[cell].value ?? 0
            excluded.insert(cell)
            for alternative in system.evidence[cell].alternatives where alternative.value >= 0 {
                var child = node
                child.excluded = excluded
                child.cost += alternative.cost
                child.flow.change(cell, by: alternative.value - value)
                child.settled.append(Solution.Change(cell: cell, value: alternative.value))
                visitWithinBudget(child)
            }
            var child = node
            child.excluded = excluded
            child.cost += freeCosts[cell]
            child.flow.free(cell, value: value)
            child.changed.append(cell)
            visitWithinBudget(child)
        }
    }

    private mutating func visitWithinBudget(_ node: Node) {
        if node.cost > budget { nextBudget = min(nextBudget, node.cost) } else { visit(node) }
    }

    /// What clearing jams costs at least that share no cell: of each either the one cell whose change alone would do, at
    /// what its value then costs, or two.
    private func leastApart(_ jams: [Jam]) -> Int {
        let prices = jams.map { ($0.pushing, leastCost(of: $0)) }
        var taken = CellSet()
        var least = 0
        for (cells, price) in prices.sorted(by: { $0.1 > $1.1 }) where taken.isDisjoint(with: cells) {
            taken = taken.union(cells)
            least += price
        }
        return least
    }

    private func leastCost(of jam: Jam) -> Int {
        let cells = jam.pushing
        var (first, second) = (-1, -1)
        for cell in cells {
            if first < 0 || costs[cell] < costs[first] {
                (first, second) = (cell, first)
            } else if second < 0 || costs[cell] < costs[second] {
                second = cell
            }
        }
        guard first >= 0 else { return 0 }
        guard jam.isExact else { return costs[first] }
        var least = second < 0 ? Int.max : costs[first] + costs[second]
        for cell in cells where costs[cell] < least {
            let delta = jam.leaving.contains(cell) ? jam.amount : -jam.amount
            let value = (system.evidence[cell].value ?? 0) + delta
            if value >= 0 { least = min(least, system.evidence[cell].cost(of: value)) }
        }
        return least == .max ? costs[first] : least
    }

    /// All sums can hold: takes the solution unless fewer changes or cheaper ones do as well.
    private mutating func conclude(_ node: Node, _ carried: CarriedFlow) {
        var solution = Solution(changes: node.settled, cost: 0, lost: [:])
        for change in node.settled { solution.cost += system.evidence[change.cell].cost(of: change.value) }
        for cell in node.changed {
            let evidence = system.evidence[cell]
            let value = carried.values[cell]
            if carried.isDetermined(cell) {
                // No change at all: a smaller set explains as much. A value that another reader saw has been tried as
                // such, at its own price. More than any office counts is no explanation.
                guard value != evidence.value, !evidence.isAlternative(value), value <= CellValue.largest else {
                    return
                }
                solution.cost += evidence.cost(of: value)
                solution.changes.append(Solution.Change(cell: cell, value: value))
            } else {
                let extent = carried.extent(of: cell)
                guard !extent.contains(evidence.value ?? 0) else { return }
                solution.cost += evidence.leastCost(in: extent)
                solution.open.append(cell)
            }
        }
        guard solution.cost <= budget else {
            nextBudget = min(nextBudget, solution.cost)
            return
        }
        guard found.count < limits.solutions else {
            hasOverflown = true
            return
        }
        solution.changes.sort { $0.cell < $1.cell }
        solution.open.sort()
        for cell in system.lostCells where carried.isDetermined(cell) { solution.lost[cell] = carried.values[cell] }
        found.append(solution)
    }
}
