public import ReportModel

/// Everything that a report's figures could be once its cells ran together, told by going through all ways to cut them.
///
/// Written apart from the reader, to judge it: every cell is printed, no figure but 0 begins with 0. The rows of the
/// applications table keep all sums together; the disputes table's groups have one sum each, which may itself be wrong,
/// so that it excludes nothing.
public struct FusedReadings {
    /// What each figure could be; empty where the search was given up.
    public private(set) var values: [FigureID: Set<Int>] = [:]
    /// The applications table was searched to the end.
    public private(set) var isComplete = true

    /// Ways of one row, and steps of the search, before it is given up.
    private static let mostWays = 20_000
    private static let mostSteps = 3_000_000

    public init(_ sample: DumpSample) {
        for block in sample.forms.definition(of: .disclosure).blocks {
            for row in block.rows { add(block.columns.map { FigureID(.disclosure, row.id, $0.id) }, sample) }
        }
        add(sample.forms.definition(of: .disputes).figures, sample)
        addApplications(sample)
    }

    private static func digits(_ ids: [FigureID], _ sample: DumpSample) -> [UInt8] {
        ids.flatMap { Array((sample.printed[$0] ?? "").utf8) }
    }

    /// What each of these figures, printed without anything between, could be whatever the sums say.
    private mutating func add(_ ids: [FigureID], _ sample: DumpSample) {
        let digits = Self.digits(ids, sample)
        let count = digits.count
        func isFigure(_ start: Int, _ end: Int) -> Bool { digits[start] != 0x30 || end == start + 1 }
        // Where a figure can begin, counted from the front and from the back.
        var front = [Set<Int>](repeating: [], count: ids.count + 1)
        var back = front
        front[0] = [0]
        back[ids.count] = [count]
        for place in ids.indices {
            for start in front[place] where start < count {
                for end in start + 1...min(count, start + 12) where isFigure(start, end) {
                    front[place + 1].insert(end)
                }
            }
        }
        for place in ids.indices.reversed() {
            for end in back[place + 1] where end > 0 {
                for start in max(0, end - 12)..<end where isFigure(start, end) { back[place].insert(start) }
            }
        }
        for (place, id) in ids.enumerated() {
            for start in front[place].intersection(back[place]) {
                for end in back[place + 1] where end > start && end - start <= 12 && isFigure(start, end) {
                    values[id, default: []].insert(Int(String(decoding: digits[start..<end], as: UTF8.self)) ?? -1)
                }
            }
        }
    }

    // MARK: - The applications table

    private mutating func addApplications(_ sample: DumpSample) {
        let definition = sample.forms.definition(of: .applications)
        let columns = definition.blocks[0].columns.map(\.id)
        var rows: [TableSearch.Row] = []
        for row in definition.rows.map(\.id) {
            let ways = Self.ways(Self.digits(columns.map { FigureID(.applications, row, $0) }, sample))
            guard ways.count <= Self.mostWays else {
                isComplete = false
                return
            }
            let signs = ["new": (0, 1), "carried_over": (0, 1), "total": (-1, -1), "carried_forward": (0, -1)][row]
            rows.append(TableSearch.Row(signs: signs ?? (1, 0), ways: ways))
        }
        var search = TableSearch(rows, steps: Self.mostSteps)
        guard let possible = search.possibleWays() else {
            isComplete = false
            return
        }
        for (row, ways) in zip(definition.rows.map(\.id), possible) {
            for way in ways {
                for (column, value) in zip(columns, way) {
                    values[FigureID(.applications, row, column), default: []].insert(value)
                }
            }
        }
    }

    /// Every way to cut a row of seven in which the last is the sum of the others.
    private static func ways(_ digits: [UInt8]) -> [[Int]] {
        var ways: [[Int]] = []
        func cut(_ start: Int, _ parts: [Int], _ sum: Int) {
            if ways.count > mostWays { return }
            let left = digits.count - start
            if parts.count == 6 {
                guard left > 0, left <= 12, digits[start] != 0x30 || left == 1,
                    Int(String(decoding: digits[start...], as: UTF8.self)) == sum
                else { return }
                ways.append(parts + [sum])
                return
            }
            guard left >= 7 - parts.count else { return }
            var value = 0
            for end in start..<min(digits.count, start + 12) {
                value = value * 10 + Int(digits[end] - 0x30)
                if digits[start] == 0x30, end > start { return }
                cut(end + 1, parts + [value], sum + value)
            }
        }
        cut(0, [], 0)
        return ways
    }
}

/// Looks for the ways of every row that some combination keeping all sums of columns and balance makes use of.
private struct TableSearch {
    struct Row {
        /// What it counts for in the columns' sums and in the balance.
        var signs: (column: Int, balance: Int)
        var ways: [[Int]]
    }

    private var rows: [Row]
    private var stepsLeft: Int

    init(_ rows: [Row], steps: Int) {
        self.rows = rows
        stepsLeft = steps
    }

    /// Nil where the search was given up.
    mutating func possibleWays() -> [[[Int]]]? {
        narrow()
        var found = rows.map { _ in Set<[Int]>() }
        for row in rows.indices {
            for way in rows[row].ways where !found[row].contains(way) {
                var fixed = rows
                fixed[row].ways = [way]
                switch solution(fixed) {
                case .found(let solution): for (index, way) in solution.enumerated() { found[index].insert(way) }
                case .none: continue
                case .givenUp: return nil
                }
            }
        }
        return found.map(Array.init)
    }

    private enum Outcome {
        case found([[Int]])
        case none, givenUp
    }

    private static func part(_ row: Row, _ way: [Int], _ component: Int) -> Int {
        component < 7 ? row.signs.column * way[component] : row.signs.balance * way[component - 7]
    }

    private static func bounds(_ row: Row, _ component: Int) -> (low: Int, high: Int) {
        let parts = row.ways.map { part(row, $0, component) }
        return (parts.min() ?? 0, parts.max() ?? 0)
    }

    /// Takes out ways whose parts no others can make up for.
    private mutating func narrow() {
        var isChanged = true
        while isChanged {
            isChanged = false
            for component in 0..<14 {
                let bounds = rows.map { Self.bounds($0, component) }
                let low = bounds.reduce(0) { $0 + $1.low }
                let high = bounds.reduce(0) { $0 + $1.high }
                for index in rows.indices {
                    let row = rows[index]
                    let kept = row.ways.filter { way in
                        let part = Self.part(row, way, component)
                        return part + low - bounds[index].low <= 0 && part + high - bounds[index].high >= 0
                    }
                    if kept.count < row.ways.count {
                        rows[index].ways = kept
                        isChanged = true
                    }
                }
            }
        }
    }

    private mutating func solution(_ rows: [Row]) -> Outcome {
        let order = rows.indices.sorted { rows[$0].ways.count < rows[$1].ways.count }
        var low = [[Int]](repeating: [Int](repeating: 0, count: 14), count: order.count + 1)
        var high = low
        for depth in order.indices.reversed() {
            for component in 0..<14 {
                let bounds = Self.bounds(rows[order[depth]], component)
                low[depth][component] = low[depth + 1][component] + bounds.low
                high[depth][component] = high[depth + 1][component] + bounds.high
            }
        }
        var chosen = rows.map { _ in [Int]() }
        var isGivenUp = false
        func visit(_ depth: Int, _ total: [Int]) -> Bool {
            stepsLeft -= 1
            if stepsLeft < 0 { isGivenUp = true }
            if isGivenUp { return false }
            for component in 0..<14
            where total[component] + low[depth][component] > 0 || total[component] + high[depth][component] < 0 {
                return false
            }
            guard depth < order.count else { return true }
            let row = rows[order[depth]]
            for way in row.ways {
                let next = total.indices.map { total[$0] + Self.part(row, way, $0) }
                chosen[order[depth]] = way
                if visit(depth + 1, next) { return true }
            }
            return false
        }
        if visit(0, [Int](repeating: 0, count: 14)) { return .found(chosen) }
        return isGivenUp ? .givenUp : .none
    }
}
