import ReportModel

/// A row under construction.
struct AlignedRow {
    var runs: [Int]
    var top: Double
    var bottom: Double
    var y: Double { (top + bottom) / 2 }
}

/// runs of a table's body → rows, and labels of several rows
struct AlignedRowFinder {
    private let region: AlignedRegion

    init(_ region: AlignedRegion) { self.region = region }

    typealias Group = (columns: Range<Int>, rows: Range<Int>, runs: [Int])

    func rows(_ body: [Int]) -> (rows: [AlignedRow], groups: [Group]) {
        let cuts = cuts(body)
        var bands = [[Int]](repeating: [], count: cuts.count + 1)
        for index in body { bands[cuts.countBelow(region.run(index).box.midY)].append(index) }
        let found = partitioned(bands)
        // Rules between nearly all rows are their edges, and what they part is a row even without text.
        let single = found.count { band in band.rows.count { !$0.allSatisfy(isLabel) } < 2 }
        let isRuled = bands.count > 2 && single * 10 >= bands.count * 8
        var rows: [AlignedRow] = []
        var labels: [Int] = []
        for band in bands.indices {
            var (mine, rest) = withOuterLabels(found[band])
            // A vertical label that a page's end cut hangs below the last row.
            let isInside = band > 0 && band < cuts.count || !bands[band].allSatisfy(region.isStacked)
            if isRuled, isInside, mine.count < 2 {
                let wide = rest.filter { region.span(of: $0).count > 1 }
                let box = Box.around(bands[band].map { region.run($0).box })
                let upper = band > 0 ? cuts[band - 1] : box?.y ?? 0
                let lower = band < cuts.count ? cuts[band] : box?.maxY ?? upper
                mine = [AlignedRow(runs: (mine.first?.runs ?? []) + wide, top: upper, bottom: max(lower, upper))]
                rest.removeAll(where: wide.contains)
            }
            rows += mine
            labels += rest
        }
        let groups = GroupLabels(region, rows.map { ($0.runs, $0.top, $0.bottom) }, stub: region.stub, cuts: cuts)
        return (rows, groups.groups(labels))
    }

    /// The heights of the rules that part rows.
    private func cuts(_ body: [Int]) -> [Double] {
        let top = body.map { region.run($0).box.midY }.min() ?? 0
        let bottom = body.map { region.run($0).box.midY }.max() ?? 0
        let start = region.columns[region.valueColumns.first ?? 0].start
        let end = region.valueColumns.last.map { region.columns[$0].end } ?? region.box.maxX
        var cuts: [Double] = []
        for rule in region.rules where rule.y > top && rule.y < bottom && rule.covers(start, end, share: 0.75) {
            if let last = cuts.last, rule.y - last < 0.5 * region.scale.em { continue }
            cuts.append(rule.y)
        }
        return cuts
    }

    // MARK: Rows between rules

    /// A band's rows, and the labels that are none of a single row.
    private struct FreeRows {
        var rows: [[Int]]
        var outer: [Int]
    }

    /// The rows of each band between rules, all in the style that is cheapest for the whole table.
    private func partitioned(_ bands: [[Int]]) -> [FreeRows] {
        var kinds: [(labels: [Int], outer: [Int], items: [Int])] = []
        for runs in bands {
            let headings = runs.filter(region.isHeading)
            let isHeading = Set(headings)
            let rest = runs.filter { !isHeading.contains($0) }
            let labels = innerLabels(rest)
            let isLabel = Set(labels)
            let others = rest.filter { !isLabel.contains($0) }
            let outer = others.filter { region.span(of: $0).upperBound <= region.stub.upperBound }
            let items = others.filter { region.span(of: $0).upperBound > region.stub.upperBound }
            kinds.append((labels, outer, items + headings))
        }
        let measure = LineBreaks(region).measure(kinds.map(\.labels))
        let last = bands.lastIndex { !$0.isEmpty }
        let partitions = kinds.enumerated().map { band, kind in
            RowPartition(
                region, labels: kind.labels, outer: kind.outer, items: kind.items, measure, isLast: band == last)
        }
        var best: (cost: Double, style: RowPartition.Style, rows: [[[Int]]])?
        for style in RowPartition.Style.allCases {
            let found = partitions.map { $0.rows(style) }
            let cost = found.reduce(0) { $0 + $1.cost }
            if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, style, found.map(\.rows)) }
        }
        if let (cost, style, rows) = best, areOneEach(rows) {
            best = (cost, style, partitions.map { $0.rows(style, isOne: true).rows })
        }
        return zip(best?.rows ?? bands.map { [$0] }, kinds).map { FreeRows(rows: $0, outer: $1.outer) }
    }

    /// Do rules part the rows: is what stands between two of them one row of several lines, nearly everywhere?
    private func areOneEach(_ bands: [[[Int]]]) -> Bool {
        let tall = bands.filter { rows in
            rows.contains { row in Set(row.map { (region.run($0).box.midY / region.scale.em * 2).rounded() }).count > 1
            }
        }
        let several = bands.count { $0.count > 1 }
        return several > 0 && tall.count { $0.count == 1 } > several
    }

    /// Rows without a label of their own take one from further out that stands beside them; what is left labels groups.
    private func withOuterLabels(_ found: FreeRows) -> (rows: [AlignedRow], labels: [Int]) {
        var rows = found.rows.map { row($0) }
        var outer = found.outer
        for index in rows.indices where !rows[index].runs.contains(where: isLabel) {
            let slack = 0.45 * region.scale.em
            let beside = outer.filter { run in
                !region.isStacked(run)
                    && rows[index].runs.contains { abs(region.run($0).box.midY - region.run(run).box.midY) < slack }
            }
            guard let column = beside.map({ region.span(of: $0).upperBound }).max() else { continue }
            let near = beside.filter { region.span(of: $0).upperBound == column }
            add(runs: near, to: &rows[index])
            outer.removeAll(where: near.contains)
        }
        return (rows, outer)
    }

    private func isLabel(_ index: Int) -> Bool { region.span(of: index).lowerBound < region.stub.upperBound }

    private func row(_ runs: [Int]) -> AlignedRow {
        var row = AlignedRow(runs: [], top: .infinity, bottom: -.infinity)
        add(runs: runs, to: &row)
        return row
    }

    /// The runs in the innermost column of the stub, with the lines of labels that begin there, reaching over several
    /// columns, and end further out.
    private func innerLabels(_ runs: [Int]) -> [Int] {
        if region.valueColumns.isEmpty { return runs.filter { region.span(of: $0).lowerBound == 0 } }
        let inner = region.stub.upperBound - 1
        var labels = runs.filter { region.span(of: $0).contains(inner) }
        guard inner > 0 else { return labels }
        let isTaken = Set(labels)
        var rest = runs.filter { !isTaken.contains($0) && !region.isStacked($0) }.sorted {
            region.run($0).box.y < region.run($1).box.y
        }
        var wide = labels.filter { region.span(of: $0).count > 1 }
        while let index = wide.popLast() {
            let label = region.run(index)
            let next = rest.firstIndex { other in
                let run = region.run(other)
                let pitch = run.box.midY - label.box.midY
                return pitch > 0.5 * label.size && pitch < 1.5 * label.size && !run.beginsWithMarker
                    && abs(run.box.x - label.box.x) < (run.content.wide == 1 ? 0.3 : 2.2) * label.size
                    && run.box.x < label.box.maxX
                    && region.span(of: other).lowerBound == region.span(of: index).lowerBound
            }
            guard let next else { continue }
            labels.append(rest[next])
            wide.append(rest[next])
            rest.remove(at: next)
        }
        return labels
    }

    private func add(runs: [Int], to row: inout AlignedRow) {
        row.runs += runs
        for index in runs {
            row.top = min(row.top, region.run(index).box.y)
            row.bottom = max(row.bottom, region.run(index).box.maxY)
        }
    }
}
