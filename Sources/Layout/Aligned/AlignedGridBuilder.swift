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

    init(_ region: AlignedRegion) { self.region = region }

    /// - Parameter hasHead: false for rows that go on with a table of another page.
    func grid(hasHead: Bool = true) -> AlignedGrid? {
        guard region.columns.count > 1 else { return nil }
        let anchors = anchors()
        let head = hasHead ? headRuns(anchors) : []
        let headSet = Set(head)
        let body = region.runs.filter { !headSet.contains($0) }
        guard anchors.contains(where: { line in line.runs.contains { !headSet.contains($0) } }) else { return nil }
        let (headCells, headRows) = HeaderFinder(region).cells(head)
        let (rows, groups) = AlignedRowFinder(region).rows(body)
        guard !rows.isEmpty else { return nil }

        let builder = AlignedCellBuilder(region)
        var cells = headCells + builder.cells(of: rows, from: headRows)
        for group in groups {
            cells.append(
                AlignedCell(
                    rows: group.rows.lowerBound + headRows..<group.rows.upperBound + headRows, columns: group.columns,
                    runs: group.runs))
        }
        let count = headRows + rows.count
        let all = builder.completed(cells, rows: count)
        return AlignedGrid(
            cells: all, headRows: headRows, columnEdges: (0...region.columns.count).map(region.edge(before:)),
            rowEdges: builder.rowEdges(headCells, headRows, rows), columns: region.columns)
    }

    // MARK: Head and anchors

    /// The lines that the rows are hung on: those of the value columns, or in a table of text those that stand in
    /// more than one column.
    private func anchors() -> [AlignedLine] {
        if region.valueColumns.isEmpty {
            return region.lines(region.runs).filter { $0.runs.count > 1 }
        }
        let isValue = Set(region.valueColumns)
        let values = region.lines(
            region.runs.filter { region.span(of: $0).allSatisfy(isValue.contains) && !region.isHeadingOverValues($0) })
        // A text beside a label is a row too, unless it is the second line of one.
        let texts = region.lines(
            region.runs.filter { index in
                let span = region.span(of: index)
                return span.lowerBound >= region.stub.upperBound && !span.allSatisfy(isValue.contains)
            })
        let lines = texts.filter { line in
            let nearest = values.map { abs($0.y - line.y) }.min() ?? .infinity
            return region.isLabelled(at: line.y) && nearest > 1.5 * region.scale.em
        }
        return (values + lines).sorted { $0.y < $1.y }
    }

    /// The runs that stand above the first row of values, or above the rule that ends the head.
    private func headRuns(_ anchors: [AlignedLine]) -> [Int] {
        guard !anchors.isEmpty else { return [] }
        var firstBody: Int
        if region.valueColumns.isEmpty {
            firstBody = min(1, anchors.count - 1)
        } else {
            firstBody =
                anchors.firstIndex { line in
                    let values = line.runs.count { region.run($0).isValue }
                    if values == 1, line.runs.count == 1, endsHeading(line.runs[0]) { return false }
                    return values * 2 >= line.runs.count && values * 3 >= min(region.valueColumns.count, 6)
                        || values == line.runs.count && isItem(at: line.y)
                } ?? anchors.firstIndex { line in line.runs.contains { region.run($0).isValue } } ?? 0
            firstBody = withUpperPieces(firstBody, anchors)
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
        if firstBody < anchors.count { limit = withLowerLines(limit, above: anchors[firstBody].y) }
        // A vertical label that hangs over the head is none of it.
        let hanging = Set(
            region.stacks.filter { stack in
                stack.contains { region.run($0).box.midY >= limit }
                    && stack.allSatisfy { region.span(of: $0).upperBound <= region.stub.upperBound }
            }.joined())
        let head = region.runs.filter { region.run($0).box.midY < limit && !hanging.contains($0) }
        guard head.count <= region.scale.settings.headLimit else { return [] }
        // What stands over the labels alone is the rest of a label from the page before.
        return head.contains { region.span(of: $0).upperBound > region.stub.upperBound } || region.stub.isEmpty
            ? head : []
    }

    /// Further down, where a heading over the labels has more lines than the others: those that are closer to their own
    /// text than to what stands below them.
    private func withLowerLines(_ limit: Double, above body: Double) -> Double {
        var limit = limit
        let labels = region.lines(region.runs.filter { region.span(of: $0).upperBound <= region.stub.upperBound })
        for (upper, lower) in zip(labels, labels.dropFirst()) where upper.y < limit && lower.y >= limit {
            let next = labels.first { $0.y > lower.y }.map { min($0.y, body) } ?? body
            let pitch = lower.y - upper.y
            guard pitch < 1.45 * region.scale.em, next - lower.y > 1.15 * pitch,
                !lower.runs.contains(where: { region.run($0).beginsWithMarker })
            else { break }
            limit = lower.y + 0.3 * region.scale.em
        }
        return limit
    }

    /// The rule below the head: the first full one with text above it, in a table that has few.
    private func headRule(_ anchors: [AlignedLine]) -> Double? {
        guard let first = anchors.first, let last = anchors.last else { return nil }
        let start = region.columns[region.valueColumns.first ?? 0].start
        let end = region.box.maxX
        var inner = region.rules.filter {
            !$0.isSoft && $0.y > first.y && $0.y < last.y && $0.covers(start, end, share: 0.8)
        }[...]
        // One that leaves the labels' column out, over a line without a label, stands below headings of several columns.
        while let rule = inner.first, let next = inner.dropFirst().first, !rule.covers(region.box.x, end, share: 0.9),
            next.covers(region.box.x, end, share: 0.9), !region.stub.isEmpty,
            !anchors.contains(where: { $0.y > rule.y && $0.y < next.y && region.isLabelled(at: $0.y) })
        {
            inner.removeFirst()
        }
        guard let rule = inner.first else { return nil }
        let above = anchors.filter { $0.y < rule.y }
        // Rules between all rows: the first of them ends a head only if that has no values. Between few: a labelled
        // row of numbers that are no years is no head either, but the first on its page.
        let hasValues = above.contains { $0.runs.contains { region.run($0).isValue } }
        let isRow = above.contains { line in
            let values = line.runs.filter { region.run($0).isValue }
            return values.count * 2 > line.runs.count && !values.contains { region.run($0).content.isYear }
        }
        let isLabelled = region.runs.contains {
            region.run($0).box.midY < rule.y && region.span(of: $0).upperBound <= region.stub.upperBound
        }
        if hasValues, inner.count > 3 || (isRow && isLabelled) { return nil }
        return above.count * 3 <= anchors.count || above.count == 1 ? rule.y : nil
    }

    /// Is a number the last line of a heading, as in "per 100,000": right below a text, with no label on its height?
    private func endsHeading(_ index: Int) -> Bool {
        let run = region.run(index)
        guard !region.stub.isEmpty, !region.isLabelled(at: run.box.midY) else { return false }
        return region.runs.contains { other in
            let above = region.run(other)
            let pitch = run.box.midY - above.box.midY
            return !above.isValue && pitch > 0.5 * run.size && pitch < 1.45 * run.size
                && abs(above.size - run.size) < 0.05 * run.size && region.span(of: other) == region.span(of: index)
        }
    }

    /// Does an item of a list stand on this height among the labels? With a value it is a row, however few it has.
    private func isItem(at y: Double) -> Bool {
        region.runs.contains { index in
            abs(region.run(index).box.midY - y) < 0.35 * region.scale.em && region.run(index).beginsWithMarker
                && region.span(of: index).upperBound <= region.stub.upperBound
        }
    }

    /// The first row with what stands above the middle of it: the upper pieces of figures that are broken over lines.
    private func withUpperPieces(_ first: Int, _ anchors: [AlignedLine]) -> Int {
        var first = first
        while first > 0 {
            let upper = anchors[first - 1]
            let isPieces = upper.runs.allSatisfy { region.run($0).isValue && !region.run($0).content.isYear }
            guard isPieces, anchors[first].y - upper.y < 1.5 * region.scale.em else { break }
            first -= 1
        }
        return first
    }
}
