import ReportModel

/// A region's grid: what `TableAssembler` needs, and what `AlignedScore` judges.
struct AlignedGrid {
    var cells: [AlignedCell]
    var headRows: Int
    var columnEdges: [Double]
    var rowEdges: [Double]
    /// The text columns, to join the table with its continuation.
    var columns: [TextColumn]
}

/// columns and runs → rows → grid
struct AlignedGridBuilder {
    private let region: AlignedRegion
    /// Columns of values; empty in a table of text.
    private let valueColumns: [Int]
    /// Columns before the first of values.
    private let stub: Range<Int>

    /// A row under construction.
    private struct Row {
        var runs: [Int]
        var top: Double
        var bottom: Double
        var y: Double { (top + bottom) / 2 }
    }

    init(_ region: AlignedRegion) {
        self.region = region
        valueColumns = region.columns.indices.filter { region.columns[$0].isValues }
        stub = 0..<(valueColumns.first ?? 1)
    }

    func grid() -> AlignedGrid? {
        guard region.columns.count > 1 else { return nil }
        let anchors = anchors()
        let head = headRuns(anchors)
        let headSet = Set(head)
        let body = region.runs.filter { !headSet.contains($0) }
        let bodyAnchors = anchors.filter { line in line.runs.contains { !headSet.contains($0) } }
        guard !bodyAnchors.isEmpty else { return nil }
        let (headCells, headRows) = HeaderFinder(region).cells(head)
        let (rows, groups) = rows(body, bodyAnchors)
        guard !rows.isEmpty else { return nil }

        var cells = headCells
        for (number, row) in rows.enumerated() { cells += rowCells(row, number: number + headRows) }
        for group in groups {
            cells.append(
                AlignedCell(
                    rows: group.rows.lowerBound + headRows..<group.rows.upperBound + headRows, columns: group.columns,
                    runs: group.runs))
        }
        let count = headRows + rows.count
        let all = completed(cells, rows: count)
        return AlignedGrid(
            cells: all, headRows: headRows, columnEdges: (0...region.columns.count).map(region.edge(before:)),
            rowEdges: rowEdges(headCells, headRows, rows), columns: region.columns)
    }

    // MARK: Head and anchors

    /// The lines that the rows are hung on: those of the value columns, or in a table of text those that stand in
    /// more than one column.
    private func anchors() -> [AlignedLine] {
        if valueColumns.isEmpty {
            return region.lines(region.runs).filter { $0.runs.count > 1 }
        }
        let isValue = Set(valueColumns)
        let values = region.lines(
            region.runs.filter { region.span(of: $0).allSatisfy(isValue.contains) && !isHeadingOverValues($0) })
        // A text beside a label is a row too, unless it is the second line of one.
        let texts = region.lines(
            region.runs.filter { index in
                let span = region.span(of: index)
                return span.lowerBound >= stub.upperBound && !span.allSatisfy(isValue.contains)
            })
        let lines = texts.filter { line in
            let nearest = values.map { abs($0.y - line.y) }.min() ?? .infinity
            return isLabelled(line) && nearest > 1.5 * region.scale.em
        }
        return (values + lines).sorted { $0.y < $1.y }
    }

    /// The runs that stand above the first row of values, or above the rule that ends the head.
    private func headRuns(_ anchors: [AlignedLine]) -> [Int] {
        guard !anchors.isEmpty else { return [] }
        let firstBody: Int
        if valueColumns.isEmpty {
            firstBody = min(1, anchors.count - 1)
        } else {
            firstBody =
                anchors.firstIndex { line in
                    let values = line.runs.count { region.run($0).isValue }
                    return values * 2 >= line.runs.count && values * 3 >= min(valueColumns.count, 6)
                } ?? anchors.firstIndex { line in line.runs.contains { region.run($0).isValue } } ?? 0
        }
        var limit: Double
        if firstBody > 0 {
            limit = anchors[firstBody - 1].y + 0.3 * region.scale.em
            // Years stand in the head although they are numbers.
            if let rule = headRule(anchors), rule > limit { limit = rule }
        } else if let rule = headRule(anchors) {
            limit = rule
        } else {
            return []
        }
        let head = region.runs.filter { region.run($0).box.midY < limit }
        // What stands over the labels alone is the rest of a label from the page before.
        return head.contains { region.span(of: $0).upperBound > stub.upperBound } || stub.isEmpty ? head : []
    }

    /// The rule below the head: the first full one with text above it, in a table that has few.
    private func headRule(_ anchors: [AlignedLine]) -> Double? {
        guard let first = anchors.first, let last = anchors.last else { return nil }
        let start = region.columns[valueColumns.first ?? 0].start
        let end = region.box.maxX
        let inner = region.rules.filter {
            !$0.isSoft && $0.y > first.y && $0.y < last.y && $0.covers(start, end, share: 0.8)
        }
        guard let rule = inner.first else { return nil }
        let above = anchors.filter { $0.y < rule.y }
        // Rules between all rows: the first of them ends a head only if that has no values.
        if inner.count > 3, above.contains(where: { $0.runs.contains { region.run($0).isValue } }) { return nil }
        return above.count * 3 <= anchors.count || above.count == 1 ? rule.y : nil
    }

    // MARK: Rows

    private typealias Group = (columns: Range<Int>, rows: Range<Int>, runs: [Int])

    private func rows(_ body: [Int], _ anchors: [AlignedLine]) -> (rows: [Row], groups: [Group]) {
        let top = body.map { region.run($0).box.midY }.min() ?? 0
        let bottom = body.map { region.run($0).box.midY }.max() ?? 0
        let start = region.columns[valueColumns.first ?? 0].start
        let end = valueColumns.last.map { region.columns[$0].end } ?? region.box.maxX
        var cuts: [Double] = []
        for rule in region.rules where rule.y > top && rule.y < bottom && rule.covers(start, end, share: 0.75) {
            if let last = cuts.last, rule.y - last < 0.5 * region.scale.em { continue }
            cuts.append(rule.y)
        }
        var bands = [[Int]](repeating: [], count: cuts.count + 1)
        for index in body { bands[cuts.countBelow(region.run(index).box.midY)].append(index) }
        var bandAnchors = [[AlignedLine]](repeating: [], count: cuts.count + 1)
        for line in anchors { bandAnchors[cuts.countBelow(line.y)].append(line) }
        let single = bandAnchors.count { $0.count < 2 }
        if bands.count > 2, single * 10 >= bands.count * 8 {
            return ruledRows(bands, bandAnchors, cuts)
        }
        var rows: [Row] = []
        var groups: [Group] = []
        for (runs, lines) in zip(bands, bandAnchors) where !runs.isEmpty {
            let found = freeRows(runs, lines)
            groups += found.groups.map {
                ($0.columns, $0.rows.lowerBound + rows.count..<$0.rows.upperBound + rows.count, $0.runs)
            }
            rows += found.rows
        }
        return (rows, groups)
    }

    /// Rows between rules. Where a rule leaves a column of the stub out, the cells above and below it are one.
    private func ruledRows(_ bands: [[Int]], _ anchors: [[AlignedLine]], _ cuts: [Double]) -> ([Row], [Group]) {
        var rows: [Row] = []
        var groups: [Group] = []
        // The first row of each band, and whether the cut above it leaves a stub column out.
        var open: [Int: (from: Int, runs: [Int])] = [:]
        func close(_ column: Int, at row: Int) {
            guard let group = open.removeValue(forKey: column) else { return }
            if row - group.from > 1 {
                groups.append((column..<column + 1, group.from..<row, group.runs))
            } else if group.from < rows.count {
                rows[group.from].runs += group.runs
            }
        }
        for (number, runs) in bands.enumerated() {
            var rest = runs
            for column in stub.dropLast() {
                let isOpenAbove = number > 0 && isLeftOut(column, at: cuts[number - 1])
                let isOpenBelow = number < cuts.count && isLeftOut(column, at: cuts[number])
                if !isOpenAbove { close(column, at: rows.count) }
                guard isOpenAbove || isOpenBelow else { continue }
                let mine = rest.filter { region.span(of: $0) == column..<column + 1 }
                rest.removeAll(where: mine.contains)
                open[column, default: (rows.count, [])].runs += mine
            }
            if anchors[number].count > 1 {
                let found = freeRows(rest, anchors[number])
                rows += found.rows
            } else {
                let boxes = rest.map { region.run($0).box }
                let box = Box.around(boxes)
                let upper = number > 0 ? cuts[number - 1] : (box?.y ?? 0)
                let lower = number < cuts.count ? cuts[number] : (box?.maxY ?? upper)
                if rest.isEmpty, number == 0 || number == bands.count - 1 { continue }
                rows.append(Row(runs: rest, top: upper, bottom: max(lower, upper)))
            }
        }
        for column in stub { close(column, at: rows.count) }
        return (rows, groups)
    }

    private func isLeftOut(_ column: Int, at y: Double) -> Bool {
        let width = region.columns[column]
        return !region.rules.contains {
            abs($0.y - y) < 0.5 * region.scale.em && $0.covers(width.start, width.end, share: 0.5)
        }
    }

    /// Rows without rules between them.
    private func freeRows(_ runs: [Int], _ anchors: [AlignedLine]) -> (rows: [Row], groups: [Group]) {
        guard !anchors.isEmpty else {
            // Nothing but text in one column: each line a heading.
            let lines = region.lines(runs)
            return (lines.map { Row(runs: $0.runs, top: $0.top, bottom: $0.bottom) }, [])
        }
        let anchors = joinedAnchors(anchors)
        var rows = anchors.map { Row(runs: $0.runs, top: $0.top, bottom: $0.bottom) }
        let taken = Set(anchors.flatMap(\.runs))
        let rest = runs.filter { !taken.contains($0) }
        let assigner = LabelAssigner(region)
        let ys = anchors.map(\.y)
        var headings: [[LabelLine]] = []

        // What stands alone and reaches over values heads the rows below it.
        for line in region.lines(rest.filter(isHeading)) {
            rows.append(Row(runs: line.runs, top: line.top, bottom: line.bottom))
        }
        let unheaded = rest.filter { !isHeading($0) }

        // Innermost labels first: they decide which rows there are.
        let labels = innerLabels(unheaded)
        let lines = assigner.prepare(labels)
        let found = assigner.assignment(lines, to: ys)
        for (row, range) in found.rows.enumerated() { add(lines[range], to: &rows[row]) }
        for range in found.headings { headings.append(Array(lines[range])) }
        let isLabel = Set(labels)
        var left = unheaded.filter { !isLabel.contains($0) }

        // Text columns among and behind the values.
        for column in region.columns.indices where column >= stub.upperBound && !region.columns[column].isValues {
            let mine = left.filter { region.span(of: $0).lowerBound == column }
            guard !mine.isEmpty else { continue }
            let lines = assigner.prepare(mine)
            let found = assigner.assignment(lines, to: ys, mayHead: false)
            for (row, range) in found.rows.enumerated() { add(lines[range], to: &rows[row]) }
            for range in found.headings { headings.append(Array(lines[range])) }
            left.removeAll(where: Set(mine).contains)
        }

        // Rows without a label of their own take one from further out if it stands right beside them.
        var outer = left.filter { region.span(of: $0).upperBound <= stub.upperBound }
        let bare = found.rows.indices.filter { found.rows[$0].isEmpty }
        for row in bare {
            let beside = outer.filter { abs(region.run($0).box.midY - ys[row]) < 0.45 * region.scale.em }
            guard let column = beside.map({ region.span(of: $0).upperBound }).max() else { continue }
            let near = beside.filter { region.span(of: $0).upperBound == column }
            add(runs: near, to: &rows[row])
            outer.removeAll(where: near.contains)
        }
        let isOuter = Set(outer)
        for index in left where !isOuter.contains(index) && region.span(of: index).upperBound > stub.upperBound {
            // Whatever is left goes to the nearest row.
            let y = region.run(index).box.midY
            if let row = ys.indices.min(by: { abs(ys[$0] - y) < abs(ys[$1] - y) }) {
                add(runs: [index], to: &rows[row])
            }
        }
        for heading in headings {
            var row = Row(runs: [], top: .infinity, bottom: -.infinity)
            add(heading[...], to: &row)
            rows.append(row)
        }
        rows.sort { $0.y < $1.y }
        return (rows, GroupLabels(region).groups(outer, rows.map { ($0.runs, $0.top, $0.bottom) }, stub: stub))
    }

    /// The runs in the innermost column of the stub, with the lines of labels that begin there, reaching over several
    /// columns, and end further out.
    private func innerLabels(_ runs: [Int]) -> [Int] {
        if valueColumns.isEmpty { return runs.filter { region.span(of: $0).lowerBound == 0 } }
        let inner = stub.upperBound - 1
        var labels = runs.filter { region.span(of: $0).contains(inner) }
        guard inner > 0 else { return labels }
        let isTaken = Set(labels)
        var rest = runs.filter { !isTaken.contains($0) }.sorted { region.run($0).box.y < region.run($1).box.y }
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

    /// A text alone on its line among values, and no second line of a cell.
    private func isHeadingOverValues(_ index: Int) -> Bool {
        guard isHeading(index) else { return false }
        let run = region.run(index)
        return !region.runs.contains { other in
            let near = region.run(other)
            return other != index && !near.isValue && abs(near.box.midY - run.box.midY) < 1.35 * run.size
                && near.box.x < run.box.maxX && run.box.x < near.box.maxX
                && region.span(of: other) == region.span(of: index)
        }
    }

    /// A text that stands alone and reaches over values: a heading between rows.
    private func isHeading(_ index: Int) -> Bool {
        let span = region.span(of: index)
        return span.upperBound > stub.upperBound && !region.run(index).isValue && region.text.right[index] < 0
            && region.text.left[index] < 0
    }

    /// In a table of values a line without any values goes on with the row above or below it.
    private func joinedAnchors(_ anchors: [AlignedLine]) -> [AlignedLine] {
        guard !valueColumns.isEmpty else { return anchors }
        var result: [AlignedLine] = []
        var pending: AlignedLine?
        for line in anchors {
            let isBare = !line.runs.contains { region.run($0).isValue }
            let em = region.scale.em
            if isBare, let last = result.last, line.y - last.y < 1.35 * em, !isLabelled(line) {
                result[result.count - 1].runs += line.runs
                result[result.count - 1].bottom = max(last.bottom, line.bottom)
            } else if isBare, pending == nil, line.runs.count * 2 <= valueColumns.count, !isLabelled(line) {
                pending = line
            } else {
                var line = line
                if let upper = pending {
                    if line.y - upper.y < 1.35 * em {
                        line.runs = upper.runs + line.runs
                        line.top = min(line.top, upper.top)
                    } else {
                        result.append(upper)
                    }
                    pending = nil
                }
                result.append(line)
            }
        }
        if let pending { result.append(pending) }
        return result
    }

    /// Does a label stand on the line's own height?
    private func isLabelled(_ line: AlignedLine) -> Bool {
        region.runs.contains { index in
            abs(region.run(index).box.midY - line.y) < 0.35 * region.scale.em
                && region.span(of: index).upperBound <= stub.upperBound
        }
    }

    private func add(_ lines: ArraySlice<LabelLine>, to row: inout Row) {
        for line in lines { add(runs: line.runs, to: &row) }
    }

    private func add(runs: [Int], to row: inout Row) {
        row.runs += runs
        for index in runs {
            row.top = min(row.top, region.run(index).box.y)
            row.bottom = max(row.bottom, region.run(index).box.maxY)
        }
    }

    // MARK: Cells

    /// The cells of one row: runs whose columns overlap share a cell.
    private func rowCells(_ row: Row, number: Int) -> [AlignedCell] {
        var cells: [AlignedCell] = []
        for line in region.lines(row.runs) {
            for (position, index) in line.runs.enumerated() {
                var columns = region.span(of: index)
                // It cannot reach into a column where something else stands beside it.
                if position + 1 < line.runs.count {
                    let next = region.span(of: line.runs[position + 1])
                    if next.lowerBound > columns.lowerBound, next.lowerBound < columns.upperBound {
                        columns = columns.lowerBound..<next.lowerBound
                    }
                }
                let touching = cells.indices.filter { cells[$0].columns.overlaps(columns) }
                var cell = AlignedCell(rows: number..<number + 1, columns: columns, runs: [index])
                for other in touching.reversed() {
                    let old = cells.remove(at: other)
                    cell.runs = old.runs + cell.runs
                    cell.columns =
                        min(
                            old.columns.lowerBound, cell.columns.lowerBound)..<max(
                            old.columns.upperBound, cell.columns.upperBound)
                }
                cells.append(cell)
            }
        }
        // A heading in the middle of an otherwise blank row spans it.
        if cells.count == 1, let cell = cells.first, cell.columns.upperBound > stub.upperBound,
            !cell.runs.contains(where: { region.run($0).isValue })
        {
            cells[0].columns = 0..<region.columns.count
        }
        return cells
    }

    /// The cells without overlaps, and blank ones in the squares that none covers.
    private func completed(_ cells: [AlignedCell], rows: Int) -> [AlignedCell] {
        let columns = region.columns.count
        var isCovered = [Bool](repeating: false, count: rows * columns)
        var result: [AlignedCell] = []
        for var cell in cells.sorted(by: { ($0.rows.count * $0.columns.count) < ($1.rows.count * $1.columns.count) }) {
            func isFree(_ rows: Range<Int>, _ columns: Range<Int>) -> Bool {
                rows.allSatisfy { row in columns.allSatisfy { !isCovered[row * region.columns.count + $0] } }
            }
            cell.rows = cell.rows.clamped(to: 0..<rows)
            // Where it would overlap it gives up squares from its end, then its text to the cell that is there.
            while cell.rows.count > 1, !isFree(cell.rows, cell.columns) { cell.rows = cell.rows.dropLast() }
            while cell.columns.count > 1, !isFree(cell.rows, cell.columns) { cell.columns = cell.columns.dropLast() }
            guard isFree(cell.rows, cell.columns) else {
                if let home = result.firstIndex(where: {
                    $0.rows.overlaps(cell.rows) && $0.columns.overlaps(cell.columns)
                }) {
                    result[home].runs += cell.runs
                }
                continue
            }
            for row in cell.rows {
                for column in cell.columns { isCovered[row * columns + column] = true }
            }
            result.append(cell)
        }
        for square in isCovered.indices where !isCovered[square] {
            let (row, column) = (square / columns, square % columns)
            result.append(AlignedCell(rows: row..<row + 1, columns: column..<column + 1, runs: []))
        }
        return result.sorted {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }
    }

    /// Half way between the text of neighbouring rows.
    private func rowEdges(_ head: [AlignedCell], _ headRows: Int, _ rows: [Row]) -> [Double] {
        var tops: [Double] = []
        var bottoms: [Double] = []
        for row in 0..<headRows {
            let boxes = head.filter { $0.rows.lowerBound == row }.flatMap(\.runs).map { region.run($0).box }
            tops.append(boxes.map(\.y).min() ?? bottoms.last ?? region.box.y)
            bottoms.append(boxes.map(\.maxY).min() ?? tops[row])
        }
        tops += rows.map(\.top)
        bottoms += rows.map(\.bottom)
        var edges = [min(region.box.y, tops.first ?? region.box.y)]
        for index in tops.indices.dropFirst() {
            let middle = (bottoms[index - 1] + tops[index]) / 2
            edges.append(max(middle, edges[index - 1]))
        }
        edges.append(max(region.box.maxY, bottoms.last ?? 0, edges.last ?? 0))
        return edges
    }
}

extension [Double] {
    /// How many of these, which are in order, lie below a value.
    func countBelow(_ value: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
