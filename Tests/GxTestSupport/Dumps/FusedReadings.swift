public import ReportModel

/// Everything that a report's figures could be once its cells ran together, told by going through all ways to cut them.
///
/// Written apart from the reader, to judge it: no figure but 0 begins with 0, and a mark for nothing is a cell of its own.
/// Where every cell is printed, the rows of the applications table keep all sums together; the disputes table's groups
/// have one sum each, which may itself be wrong, so that it excludes nothing. Where blank cells leave no trace, a total
/// may be blank as well, and no sum is asked.
public struct FusedReadings {
    /// What each figure could be, nil among them for a mark or a blank; empty where the search was given up.
    public private(set) var values: [FigureID: Set<Int?>] = [:]
    /// The applications table was searched to the end.
    public private(set) var isComplete = true

    /// Ways of one row, and steps of the search, before it is given up.
    private static let mostWays = 20_000
    private static let mostSteps = 3_000_000

    /// - Parameter blanks: any cell may have been blank.
    public init(_ sample: DumpSample, blanks: Bool = false) {
        for block in sample.forms.definition(of: .disclosure).blocks {
            for row in block.rows { add(block.columns.map { FigureID(.disclosure, row.id, $0.id) }, sample, blanks) }
        }
        add(sample.forms.definition(of: .disputes).figures, sample, blanks)
        if !blanks {
            addApplications(sample)
            return
        }
        let applications = sample.forms.definition(of: .applications)
        let columns = applications.blocks[0].columns.map(\.id)
        for row in applications.rows.map(\.id) {
            add(columns.map { FigureID(.applications, row, $0) }, sample, blanks)
        }
    }

    /// The digits of a row as they are printed, -1 for each mark.
    private static func digits(_ ids: [FigureID], _ sample: DumpSample) -> [Int] {
        ids.flatMap { id -> [Int] in
            let text = sample.printed[id] ?? ""
            return sample.value(id).isEmpty ? text.map { _ in -1 } : text.compactMap(\.wholeNumberValue)
        }
    }

    /// Whether these digits can be one cell.
    private static func isCell(_ digits: ArraySlice<Int>) -> Bool {
        digits.count == 1 || digits.count <= 12 && digits.first != 0 && !digits.contains(-1)
    }

    /// What these digits are worth; nil for a mark, or for none.
    private static func number(_ digits: ArraySlice<Int>) -> Int? {
        digits.isEmpty || digits.first == -1 ? nil : digits.reduce(0) { $0 * 10 + $1 }
    }

    /// What each of these figures, printed without anything between, could be whatever the sums say.
    private mutating func add(_ ids: [FigureID], _ sample: DumpSample, _ blanks: Bool) {
        let digits = Self.digits(ids, sample)
        let count = digits.count
        func ends(_ start: Int) -> [Int] {
            let cells = (start..<min(count, start + 12)).map { $0 + 1 }.filter { Self.isCell(digits[start..<$0]) }
            return blanks ? [start] + cells : cells
        }
        // Where a cell can begin, counted from the front and from the back.
        var front = [Set<Int>](repeating: [], count: ids.count + 1)
        var back = front
        front[0] = [0]
        back[ids.count] = [count]
        for place in ids.indices { front[place + 1] = Set(front[place].flatMap(ends)) }
        for place in ids.indices.reversed() {
            back[place] = Set((0...count).filter { !back[place + 1].isDisjoint(with: ends($0)) })
        }
        for (place, id) in ids.enumerated() {
            for start in front[place].intersection(back[place]) {
                for end in ends(start) where back[place + 1].contains(end) {
                    values[id, default: []].insert(Self.number(digits[start..<end]))
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

    /// Every way to cut a row of seven in which the last is the sum of the others; a mark counts for nothing.
    private static func ways(_ digits: [Int]) -> [[Int?]] {
        var ways: [[Int?]] = []
        func cut(_ start: Int, _ parts: [Int?], _ sum: Int) {
            if ways.count > mostWays { return }
            let left = digits.count - start
            if parts.count == 6 {
                guard left > 0, isCell(digits[start...]) else { return }
                let total = number(digits[start...])
                // A row without a total says nothing of its parts.
                if total == nil || total == sum { ways.append(parts + [total]) }
                return
            }
            guard left >= 7 - parts.count else { return }
            for end in start + 1...min(digits.count, start + 12) where isCell(digits[start..<end]) {
                let value = number(digits[start..<end])
                cut(end, parts + [value], sum + (value ?? 0))
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
        var ways: [[Int?]]
    }

    private var rows: [Row]
    private var stepsLeft: Int

    init(_ rows: [Row], steps: Int) {
        self.rows = rows
        stepsLeft = steps
    }

    /// Nil where the search was given up.
    mutating func possibleWays() -> [[[Int?]]]? {
        narrow()
        var found = rows.map { _ in Set<[Int?]>() }
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
        case found([[Int?]])
        case none, givenUp
    }

    private static func part(_ row: Row, _ way: [Int?], _ component: Int) -> Int {
        component < 7 ? row.signs.column * (way[component] ?? 0) : row.signs.balance * (way[component - 7] ?? 0)
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
        var chosen = rows.map { _ in [Int?]() }
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
