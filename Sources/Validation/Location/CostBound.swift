/// The least that mending a set of broken equations can cost, whatever the values are.
///
/// Each equation must hold a changed cell. Prices are put on the equations such that the equations of no cell cost
/// more together than the cell does; then no solution costs less than all prices together (a packing in the sense of
/// linear programming). Three such pricings are tried: short equations first, long ones first, and every cell's cost
/// shared out among its equations.
struct CostBound: Sendable {
    /// Divisible by how many equations a cell can stand in.
    private static let scale = 12

    private let costs: [Int]
    /// Every cost is a multiple of it, and so is every sum of costs.
    private let unit: Int
    private var slack: [Int]

    init(costs: [Int]) {
        self.costs = costs.map { $0 * Self.scale }
        slack = self.costs
        unit = max(1, costs.reduce(0) { Self.commonDivisor($0, $1) })
    }

    /// `Int.max` where an equation has no cell left. Stops as soon as it is known to be over `limit`.
    mutating func least(_ equations: [CellSet], limit: Int = .max) -> Int {
        // Cells that stand in one equation at least, in two, and so on.
        var levels = [CellSet](repeating: CellSet(), count: 5)
        for equation in equations {
            guard !equation.isEmpty else { return .max }
            for level in (1..<5).reversed() {
                levels[level] = levels[level].union(levels[level - 1].intersection(equation))
            }
            levels[0] = levels[0].union(equation)
        }
        var shared = 0
        // No cell stands in five; if one did, the sharing would not do.
        if levels[4].isEmpty {
            for equation in equations {
                var price = Int.max
                for cell in equation {
                    let parts =
                        levels[2].contains(cell) ? (levels[3].contains(cell) ? 4 : 3) : levels[1].contains(cell) ? 2 : 1
                    price = min(price, costs[cell] / parts)
                }
                shared += price
            }
        }
        var best = rounded(shared)
        guard best <= limit else { return best }
        let sorted = equations.sorted { $0.count < $1.count }
        best = max(best, rounded(packed(sorted)))
        guard best <= limit else { return best }
        return max(best, rounded(packed(sorted.reversed())))
    }

    private func rounded(_ price: Int) -> Int {
        let cost = (price + Self.scale - 1) / Self.scale
        return (cost + unit - 1) / unit * unit
    }

    /// Takes as much as each equation's cells still allow, in turn.
    private mutating func packed(_ equations: some Sequence<CellSet>) -> Int {
        var touched = CellSet()
        var total = 0
        for equation in equations {
            var price = Int.max
            for cell in equation { price = min(price, touched.contains(cell) ? slack[cell] : costs[cell]) }
            total += price
            guard price > 0 else { continue }
            for cell in equation { slack[cell] = (touched.contains(cell) ? slack[cell] : costs[cell]) - price }
            touched = touched.union(equation)
        }
        return total
    }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return abs(a)
    }
}
