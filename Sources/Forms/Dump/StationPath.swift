import ReportModel

/// Decides what each label of a text is, by the way that it takes through the form: from table to table, header to
/// rows, row to row. The cheapest way wins (dynamic programming).
struct StationPath {
    /// A place in the form that labels stand for.
    enum Station: Hashable {
        case outside
        case header(FormTable)
        case row(FormTable, String)
    }

    /// The costs, in units of one doubtful step; they come from the seeds and from `DumpLayout`'s mixtures.
    struct Costs {
        /// To a row further down, and for each row left out.
        var skip = 0.3
        var skippedRow = 0.05
        var mostSkips = 1.0
        /// Back up the table: rows that were moved.
        var back = 1.0
        /// To another table, forwards and backwards.
        var nextTable = 0.3
        var earlierTable = 1.0
        /// A column's label between the rows of the applications table.
        var columnAmongRows = 0.8
        /// A label of several rows with figures right behind it, where a row is called the same.
        var groupWithFigures = 1.2
        /// A label that is none after all; a short one is found in many places.
        var noiseExact = 1.5
        var noiseShort = 0.6
        /// A long one that is printed right stands for itself, wherever it was moved.
        var noiseLong = 3.0
        var noiseDamaged = 2.5
        var damaged = 0.5
        var dissimilarity = 4.0

        init() {}
    }

    private let costs = Costs()
    private let stations: [Station]
    private let numbers: [Station: Int]
    private static let shared = StationPath()

    private init() {
        var stations: [Station] = [.outside]
        for table in FormTable.allCases {
            stations.append(.header(table))
            stations += RowOrder.rows(of: table).map { .row(table, $0) }
        }
        self.stations = stations
        numbers = Dictionary(uniqueKeysWithValues: stations.enumerated().map { ($1, $0) })
    }

    /// For each element the label that it is; nil for what is none.
    static func targets(of elements: [DumpElement]) -> [LabelTarget?] { shared.targets(of: elements) }

    private func targets(of elements: [DumpElement]) -> [LabelTarget?] {
        var total = [Double](repeating: .infinity, count: stations.count)
        total[0] = 0
        var steps: [(element: Int, from: [Int32], match: [Int8])] = []
        for (index, element) in elements.enumerated() {
            if case .prose = element.kind {
                // After a heading or a sentence anything may follow.
                continue
            }
            let matches = element.matches.prefix(6)
            guard !matches.isEmpty else { continue }
            let exact = (matches.first?.matchClass ?? .damaged) >= .complete
            let noise = exact ? noise(of: element) : costs.noiseDamaged
            var next = total.map { $0 + noise }
            var from = stations.indices.map(Int32.init)
            var chosen = [Int8](repeating: -1, count: stations.count)
            // （六）其他处理 is a row of the first version and the label of three in the second.
            let isRow = matches.contains { $0.target.role == .row } && isFollowedByFigures(index, elements)
            for (choice, match) in matches.enumerated() {
                let emission = emission(of: match) + (isRow && match.target.role == .group ? costs.groupWithFigures : 0)
                for previous in stations.indices where total[previous] < .infinity {
                    let (station, step) = step(from: previous, to: match.target)
                    let cost = total[previous] + step + emission
                    if cost < next[station] {
                        next[station] = cost
                        from[station] = Int32(previous)
                        chosen[station] = Int8(choice)
                    }
                }
            }
            total = next
            steps.append((index, from, chosen))
        }
        var targets = [LabelTarget?](repeating: nil, count: elements.count)
        var station = total.indices.min { total[$0] < total[$1] } ?? 0
        for step in steps.reversed() {
            let choice = Int(step.match[station])
            if choice >= 0 { targets[step.element] = elements[step.element].matches[choice].target }
            station = Int(step.from[station])
        }
        return targets
    }

    private func isFollowedByFigures(_ index: Int, _ elements: [DumpElement]) -> Bool {
        let next = elements[(index + 1)...].prefix(12).first { !$0.isBlank }
        return next?.value.map { !$0.isMark || next?.cellCount ?? 0 > 1 } ?? false
    }

    private func noise(of element: DumpElement) -> Double {
        if element.letters.count <= 2 { return costs.noiseShort }
        let isLong = element.letters.count >= 5 && element.matches.first?.matchClass == .exact
        return isLong ? costs.noiseLong : costs.noiseExact
    }

    private func emission(of match: LabelMatch) -> Double {
        let dissimilarity = costs.dissimilarity * (1 - match.similarity)
        if match.extent != .whole { return 1.2 }
        return match.matchClass == .damaged ? costs.damaged + dissimilarity : dissimilarity
    }

    /// Where a label leads from a station, and at what cost.
    private func step(from previous: Int, to target: LabelTarget) -> (station: Int, cost: Double) {
        switch target {
        case .row(let table, let row):
            guard let station = numbers[.row(table, row)] else { return (previous, .infinity) }
            return (station, rowStep(from: previous, to: station, in: table))
        case .column(let table, _), .heading(let table, _), .block(let table, _), .group(let table, _):
            guard let header = numbers[.header(table)] else { return (previous, .infinity) }
            if case .row(table, _) = stations[previous] {
                // Group labels and block titles stand among the rows; the disputes table's rows are part of its head.
                let isColumn = target.role == .column && table == .applications
                return (previous, isColumn ? costs.columnAmongRows : 0)
            }
            return (header, previous == header ? 0 : tableStep(from: previous, to: table))
        }
    }

    private func rowStep(from previous: Int, to station: Int, in table: FormTable) -> Double {
        switch stations[previous] {
        case .row(table, _):
            if station == previous || station == previous + 1 { return 0 }
            if station > previous {
                return min(costs.mostSkips, costs.skip + costs.skippedRow * Double(station - previous))
            }
            return costs.back
        case .header(table): return min(costs.mostSkips, costs.skippedRow * Double(station - previous - 1))
        default: return tableStep(from: previous, to: table)
        }
    }

    private func tableStep(from previous: Int, to table: FormTable) -> Double {
        switch stations[previous] {
        case .outside: 0
        case .header(let other), .row(let other, _):
            other == table ? 0 : other < table ? costs.nextTable : costs.earlierTable
        }
    }
}

/// The rows of a table in the order of the form, those of both versions together.
enum RowOrder {
    static func rows(of table: FormTable) -> [String] {
        switch table {
        case .disclosure: disclosure
        case .applications: applications
        case .disputes: disputes
        }
    }

    private static let disclosure = merged(.disclosure)
    private static let applications = merged(.applications)
    private static let disputes = merged(.disputes)

    private static func merged(_ table: FormTable) -> [String] {
        var rows = FormDefinition.statutory(table, .form2021).rows.map(\.id)
        var position = 0
        for row in FormDefinition.statutory(table, .form2019).rows.map(\.id) {
            if let known = rows.firstIndex(of: row) {
                position = known + 1
            } else {
                rows.insert(row, at: position)
                position += 1
            }
        }
        return rows
    }
}
