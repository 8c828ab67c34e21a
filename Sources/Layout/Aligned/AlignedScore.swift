import ReportModel

/// How much a grid of aligned text is like a table, and how much like prose, a list or a drawing.
struct AlignedScore {
    /// Rules that carry the grid.
    private(set) var rules = 0
    private(set) var evidence = 0.0

    /// What the evidence has to reach.
    static let needed = 2.3

    var isTable: Bool { evidence >= Self.needed }
    var confidence: Double { (0.5 + (evidence - Self.needed) / 8).clamped(to: 0.5...0.95) }

    init(_ grid: AlignedGrid, _ region: AlignedRegion) {
        let columns = grid.columns.count
        let rows = grid.rowEdges.count - 1
        guard rows > 1, columns > 1 else { return }
        let filled = grid.cells.filter { !$0.runs.isEmpty }
        guard filled.count > 3 else { return }
        rules = region.rules.count { $0.covers(region.box.x, region.box.maxX, share: 0.7) }

        let body = filled.filter { $0.rows.lowerBound >= grid.headRows && $0.columns.lowerBound > 0 }
        let values = body.count { cell in cell.runs.contains { region.run($0).isValue } }
        let valueShare = body.isEmpty ? 0 : Double(values) / Double(body.count)
        var words = 0.0
        for cell in filled {
            for run in cell.runs {
                let content = region.run(run).content
                words += Double(content.words) + Double(content.wide) / 3
            }
        }
        words /= Double(filled.count)
        // What was given several columns because of a heading above it speaks for a table, not against it.
        let spanning = filled.count { cell in
            cell.columns.count > 1 && cell.rows.lowerBound >= grid.headRows
                && (cell.columns.count == columns || cell.runs.contains { region.span(of: $0).count > 1 })
        }
        let fullness = Double(filled.reduce(0) { $0 + $1.rows.count * $1.columns.count }) / Double(rows * columns)
        let aligned = Self.alignment(grid, region)

        evidence += 2.2 * valueShare
        evidence += min(Double(rules), 4) * 0.35
        evidence += 1.2 * (aligned - 0.3)
        evidence += columns > 2 ? 0.5 : -0.6
        evidence += rows > 3 ? 0.4 : (rows < 3 ? -0.5 : 0)
        evidence -= 2.5 * Double(spanning) / Double(filled.count)
        // Prose is set in three columns at most, and no rules part its lines.
        let isParted = columns > 3 || rules + 1 >= rows && rows > 3
        evidence -= ((words - 3.5) * 0.25).clamped(to: 0...2) * (isParted ? 0.25 : 1)
        evidence -= fullness < 0.5 ? 4 * (0.5 - fullness) : 0
        // The texts of a chart stand where its lines and bars do: far more places than texts.
        evidence -= fullness < 0.3 ? 16 * (0.3 - fullness) : 0
        if Self.isList(grid, region) { evidence -= 3 }
    }

    /// The share of runs that begin, end or are centred with the others of their column.
    private static func alignment(_ grid: AlignedGrid, _ region: AlignedRegion) -> Double {
        var good = 0
        var all = 0
        for column in grid.columns.indices {
            let boxes = grid.cells.filter { $0.columns == column..<column + 1 }.flatMap(\.runs).map {
                region.run($0).box
            }
            guard boxes.count > 1 else { continue }
            func agreeing(_ key: (Box) -> Double) -> Int {
                let sorted = boxes.map(key).sorted()
                var best = 0
                var low = 0
                for high in sorted.indices {
                    while sorted[high] - sorted[low] > 0.4 * region.scale.em { low += 1 }
                    best = max(best, high - low + 1)
                }
                return best
            }
            good += max(agreeing(\.x), agreeing(\.maxX), agreeing(\.midX))
            all += boxes.count
        }
        return all > 0 ? Double(good) / Double(all) : 0
    }

    /// Bullets or numbers with their texts.
    private static func isList(_ grid: AlignedGrid, _ region: AlignedRegion) -> Bool {
        guard grid.columns.count == 2 else { return false }
        let firsts = grid.cells.filter { $0.columns == 0..<1 }.flatMap(\.runs).map { region.run($0) }
        guard !firsts.isEmpty else { return true }
        let short = firsts.count { $0.content.digits + $0.content.letters + $0.content.wide + $0.content.marks <= 4 }
        let seconds = grid.cells.filter { $0.columns == 1..<2 }.flatMap(\.runs).map { region.run($0) }
        let texts = seconds.count { !$0.isValue }
        return short * 10 >= firsts.count * 8 && texts * 10 >= seconds.count * 8
    }
}
