import ReportModel

/// Finds which ways to read the rows of the applications table keep all of its sums together: rows, columns, balance.
///
/// Each row gives a vector of counts; the column sums and the balance ask that the rows, added with the right signs,
/// come to nothing. Rows with one way are fixed; the others are searched.
struct SumSolver {
    /// Steps of the search; more, and the rows stay open.
    private static let mostSteps = 60_000
    /// Combinations that are tried one by one where no combination keeps every sum.
    private static let mostCombinations = 20_000
    private static let mostSolutions = 300

    /// The counts of a row in the form's column order, and how many of its own sums they break.
    typealias Way = (counts: [Int], broken: Int)

    struct Row {
        /// What the row adds to the column sums (1 a part, -1 the total) and to the balance.
        var columnSign: Int
        var balanceSign: Int
        var ways: [Way]
    }

    struct Answer {
        /// For each row, the ways that remain.
        var remaining: [[Int]]
        /// The sums were searched to the end.
        var isComplete: Bool
        /// The remaining ways keep every sum.
        var isPerfect: Bool
    }

    private let rows: [Row]
    private let width: Int

    init(_ rows: [Row]) {
        self.rows = rows
        width = rows.first?.ways.first?.counts.count ?? 0
    }

    func answer() -> Answer {
        let open = rows.map { row -> [Int] in
            let whole = row.ways.indices.filter { row.ways[$0].broken == 0 }
            return whole.isEmpty ? Array(row.ways.indices) : whole
        }
        var search = Search(rows: rows, choices: open, width: width, steps: Self.mostSteps)
        search.run(limit: Self.mostSolutions)
        if search.isCut { return Answer(remaining: open, isComplete: false, isPerfect: false) }
        if !search.solutions.isEmpty {
            let remaining = rows.indices.map { row in Array(Set(search.solutions.map { $0[row] })).sorted() }
            return Answer(remaining: remaining, isComplete: true, isPerfect: true)
        }
        return nearest(open)
    }

    /// No way keeps every sum: the report itself breaks one, or a row was misread. The ways that break fewest, and
    /// one more, remain.
    private func nearest(_ open: [[Int]]) -> Answer {
        var combinations = 1
        for choices in open {
            combinations = combinations.multipliedReportingOverflow(by: choices.count).partialValue
            guard combinations > 0, combinations <= Self.mostCombinations else {
                return Answer(remaining: open, isComplete: false, isPerfect: false)
            }
        }
        let free = open.indices.filter { open[$0].count > 1 }
        var total = [Int](repeating: 0, count: 2 * width)
        for row in rows.indices where open[row].count == 1 { add(row, open[row][0], to: &total, 1) }
        var costs: [(choice: [Int], cost: Int)] = []
        func visit(_ depth: Int, _ choice: [Int], _ broken: Int) {
            guard depth < free.count else {
                costs.append((choice, broken + total.count { $0 != 0 }))
                return
            }
            let row = free[depth]
            for way in open[row] {
                add(row, way, to: &total, 1)
                visit(depth + 1, choice + [way], broken + rows[row].ways[way].broken)
                add(row, way, to: &total, -1)
            }
        }
        visit(0, [], 0)
        let least = costs.map(\.cost).min() ?? 0
        let near = costs.filter { $0.cost <= least + 1 }
        var remaining = open
        for (depth, row) in free.enumerated() { remaining[row] = Array(Set(near.map { $0.choice[depth] })).sorted() }
        return Answer(remaining: remaining, isComplete: true, isPerfect: false)
    }

    /// What is left of every column's sum and balance when the rows are read in these ways.
    func residue(_ choice: [Int]) -> [Int] {
        var total = [Int](repeating: 0, count: 2 * width)
        for row in rows.indices where choice[row] < rows[row].ways.count { add(row, choice[row], to: &total, 1) }
        return total
    }

    func residue(_ residue: [Int], replacing old: Way, by new: Way, in row: Int) -> [Int] {
        var residue = residue
        for column in 0..<width {
            let change = new.counts[column] - old.counts[column]
            residue[column] += rows[row].columnSign * change
            residue[width + column] += rows[row].balanceSign * change
        }
        return residue
    }

    private func add(_ row: Int, _ way: Int, to total: inout [Int], _ sign: Int) {
        for (column, count) in rows[row].ways[way].counts.enumerated() {
            total[column] += sign * rows[row].columnSign * count
            total[width + column] += sign * rows[row].balanceSign * count
        }
    }
}

/// Looks for combinations that come to nothing in every component, leaving branches whose rest cannot.
private struct Search {
    let rows: [SumSolver.Row]
    let order: [Int]
    let choices: [[Int]]
    let width: Int
    private var stepsLeft: Int
    /// From each depth on, the least and most that the rows left can add.
    private var least: [[Int]] = []
    private var most: [[Int]] = []
    private(set) var solutions: [[Int]] = []
    private(set) var isCut = false

    init(rows: [SumSolver.Row], choices: [[Int]], width: Int, steps: Int) {
        self.rows = rows
        self.choices = choices
        self.width = width
        stepsLeft = steps
        order = rows.indices.sorted { (choices[$0].count, $0) < (choices[$1].count, $1) }
        var low = [Int](repeating: 0, count: 2 * width)
        var high = low
        var leasts = [low]
        var mosts = [high]
        for row in order.reversed() {
            for component in 0..<(2 * width) {
                let values = choices[row].map { Self.part(rows[row], $0, component, width) }
                low[component] += values.min() ?? 0
                high[component] += values.max() ?? 0
            }
            leasts.append(low)
            mosts.append(high)
        }
        least = leasts.reversed()
        most = mosts.reversed()
    }

    mutating func run(limit: Int) {
        var total = [Int](repeating: 0, count: 2 * width)
        var chosen = [Int](repeating: 0, count: rows.count)
        visit(0, &total, &chosen, limit)
    }

    private mutating func visit(_ depth: Int, _ total: inout [Int], _ chosen: inout [Int], _ limit: Int) {
        for component in total.indices {
            if total[component] + least[depth][component] > 0 || total[component] + most[depth][component] < 0 {
                return
            }
        }
        guard depth < order.count else {
            solutions.append(chosen)
            if solutions.count >= limit { isCut = true }
            return
        }
        let row = order[depth]
        for way in choices[row] {
            stepsLeft -= 1
            if stepsLeft <= 0 { isCut = true }
            if isCut { return }
            for component in total.indices { total[component] += Self.part(rows[row], way, component, width) }
            chosen[row] = way
            visit(depth + 1, &total, &chosen, limit)
            for component in total.indices { total[component] -= Self.part(rows[row], way, component, width) }
        }
    }

    private static func part(_ row: SumSolver.Row, _ way: Int, _ component: Int, _ width: Int) -> Int {
        component < width
            ? row.columnSign * row.ways[way].counts[component]
            : row.balanceSign * row.ways[way].counts[component - width]
    }
}
