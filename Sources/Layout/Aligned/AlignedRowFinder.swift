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
        let top = body.map { region.run($0).box.midY }.min() ?? 0
        let bottom = body.map { region.run($0).box.midY }.max() ?? 0
        let start = region.columns[region.valueColumns.first ?? 0].start
        let end = region.valueColumns.last.map { region.columns[$0].end } ?? region.box.maxX
        var cuts: [Double] = []
        for rule in region.rules where rule.y > top && rule.y < bottom && rule.covers(start, end, share: 0.75) {
            if let last = cuts.last, rule.y - last < 0.5 * region.scale.em { continue }
            cuts.append(rule.y)
        }
        // A vertical label that a page's end cut hangs over the rules.
        let hanging = hangingLabels(cuts)
        let isHanging = Set(hanging)
        var bands = [[Int]](repeating: [], count: cuts.count + 1)
        for index in body where !isHanging.contains(index) {
            bands[cuts.countBelow(region.run(index).box.midY)].append(index)
        }
        let free = partitioned(bands)
        let single = free.count { $0.rows.count < 2 }
        if bands.count > 2, single * 10 >= bands.count * 8 {
            let (rows, groups) = ruledRows(bands, cuts, free)
            return (rows, groups + groupLabels(rows).groups(hanging))
        }
        var rows: [AlignedRow] = []
        var groups: [Group] = []
        for band in bands.indices where !bands[band].isEmpty {
            let found = withOuterLabels(free[band])
            groups += found.groups.map {
                ($0.columns, $0.rows.lowerBound + rows.count..<$0.rows.upperBound + rows.count, $0.runs)
            }
            rows += found.rows
        }
        return (rows, groups + groupLabels(rows).groups(hanging))
    }

    /// The characters of vertical labels that rules between rows go through, but those of the rows' own column.
    private func hangingLabels(_ cuts: [Double]) -> [Int] {
        region.stacks.filter { stack in
            guard let first = stack.first, let last = stack.last else { return false }
            let columns = region.span(of: first)
            let (top, bottom) = (region.run(first).box.midY, region.run(last).box.midY)
            return columns.upperBound < region.stub.upperBound
                && cuts[cuts.countBelow(top)..<cuts.countBelow(bottom)].contains {
                    !isLeftOut(columns.lowerBound, at: $0)
                }
        }.flatMap(\.self)
    }

    private func groupLabels(_ rows: [AlignedRow]) -> GroupLabels {
        GroupLabels(region, rows.map { ($0.runs, $0.top, $0.bottom) }, stub: region.stub)
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
        var best: (cost: Double, rows: [[[Int]]])?
        for style in RowPartition.Style.allCases {
            let found = partitions.map { $0.rows(style) }
            let cost = found.reduce(0) { $0 + $1.cost }
            if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, found.map(\.rows)) }
        }
        return zip(best?.rows ?? bands.map { [$0] }, kinds).map { FreeRows(rows: $0, outer: $1.outer) }
    }

    /// Rows without a label of their own take one from further out that stands beside them; what is left labels groups.
    private func withOuterLabels(_ found: FreeRows) -> (rows: [AlignedRow], groups: [Group]) {
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
        return (rows, groupLabels(rows).groups(outer))
    }

    private func isLabel(_ index: Int) -> Bool { region.span(of: index).lowerBound < region.stub.upperBound }

    private func row(_ runs: [Int]) -> AlignedRow {
        var row = AlignedRow(runs: [], top: .infinity, bottom: -.infinity)
        add(runs: runs, to: &row)
        return row
    }

    /// Rows between rules. Where a rule leaves a column of the stub out, the cells above and below it are one.
    private func ruledRows(
        _ bands: [[Int]], _ cuts: [Double], _ free: [FreeRows]
    ) -> ([AlignedRow], [Group]) {
        var rows: [AlignedRow] = []
        var groups: [Group] = []
        // The first row of each band, and whether the cut above it leaves a stub column out.
        var open: [Int: (from: Int, runs: [Int])] = [:]
        // Between bands of colour alone, which take turns under the rows whatever their labels.
        var loose: [Int] = []
        let isSoft = cuts.allSatisfy(isSoft(at:))
        func close(_ column: Int, at row: Int) {
            guard let group = open.removeValue(forKey: column) else { return }
            if isSoft {
                loose += group.runs
            } else if row - group.from > 1 {
                groups.append((column..<column + 1, group.from..<row, group.runs))
            } else if group.from < rows.count {
                rows[group.from].runs += group.runs
            }
        }
        for (number, runs) in bands.enumerated() {
            var rest = runs
            for column in region.stub.dropLast() {
                let isOpenAbove = number > 0 && isLeftOut(column, at: cuts[number - 1])
                let isOpenBelow = number < cuts.count && isLeftOut(column, at: cuts[number])
                if !isOpenAbove { close(column, at: rows.count) }
                guard isOpenAbove || isOpenBelow else { continue }
                let mine = rest.filter { region.span(of: $0) == column..<column + 1 }
                rest.removeAll(where: mine.contains)
                open[column, default: (rows.count, [])].runs += mine
            }
            if free[number].rows.count > 1 {
                let mine = Set(rest)
                rows += withOuterLabels(free[number]).rows.map { row($0.runs.filter(mine.contains)) }
            } else {
                let boxes = rest.map { region.run($0).box }
                let box = Box.around(boxes)
                let upper = number > 0 ? cuts[number - 1] : (box?.y ?? 0)
                let lower = number < cuts.count ? cuts[number] : (box?.maxY ?? upper)
                if rest.isEmpty, number == 0 || number == bands.count - 1 { continue }
                rows.append(AlignedRow(runs: rest, top: upper, bottom: max(lower, upper)))
            }
        }
        for column in region.stub { close(column, at: rows.count) }
        return (rows, groups + groupLabels(rows).groups(loose))
    }

    private func isSoft(at y: Double) -> Bool {
        !region.rules.contains { abs($0.y - y) < 0.5 * region.scale.em && !$0.isSoft }
    }

    private func isLeftOut(_ column: Int, at y: Double) -> Bool {
        let width = region.columns[column]
        return !region.rules.contains {
            abs($0.y - y) < 0.5 * region.scale.em && $0.covers(width.start, width.end, share: 0.5)
        }
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
