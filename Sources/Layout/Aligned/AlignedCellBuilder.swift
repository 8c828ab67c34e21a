import ReportModel

/// rows of runs → cells, none over another, none missing
struct AlignedCellBuilder {
    private let region: AlignedRegion

    init(_ region: AlignedRegion) { self.region = region }

    /// The cells of a table's body, its rows counted from a number.
    func cells(of rows: [AlignedRow], from first: Int) -> [AlignedCell] {
        var cells = rows.enumerated().map { rowCells($1, number: $0 + first) }
        var entries = cells.map { row in
            row.map { cell in
                SectionHeads.Entry(
                    columns: cell.columns, box: Box.around(cell.runs.lazy.map { region.run($0).box }),
                    hasValues: cell.runs.contains { region.run($0).isValue })
            }
        }
        SectionHeads(region).spread(&entries)
        for row in cells.indices {
            for cell in cells[row].indices { cells[row][cell].columns = entries[row][cell].columns }
        }
        return cells.flatMap(\.self)
    }

    /// The cells of one row: runs whose columns overlap share a cell.
    private func rowCells(_ row: AlignedRow, number: Int) -> [AlignedCell] {
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
                // Nor back into it: headings of values may stand to the left of them (unruled-weasyprint-any2 of seed 140).
                if position > 0, columns.allSatisfy(region.valueColumns.contains) {
                    let last = region.span(of: line.runs[position - 1])
                    if last.lowerBound == columns.lowerBound, last.upperBound < columns.upperBound {
                        columns = last.upperBound..<columns.upperBound
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
        if cells.count == 1, let cell = cells.first, cell.columns.upperBound > max(region.stub.upperBound, 1),
            !cell.runs.contains(where: { region.run($0).isValue })
        {
            cells[0].columns = 0..<region.columns.count
        }
        return cells
    }

    /// The cells without overlaps, and blank ones in the squares that none covers.
    func completed(_ cells: [AlignedCell], rows: Int) -> [AlignedCell] {
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

    /// Where each row begins and ends: at a rule between their texts, else half way between them.
    func rowEdges(_ head: [AlignedCell], _ headRows: Int, _ rows: [AlignedRow]) -> [Double] {
        var tops: [Double] = []
        var bottoms: [Double] = []
        for row in 0..<headRows {
            func boxes(_ isMine: (AlignedCell) -> Bool) -> [Box] {
                head.filter(isMine).flatMap(\.runs).map { region.run($0).box }
            }
            tops.append(boxes { $0.rows.lowerBound == row }.map(\.y).min() ?? bottoms.last ?? region.box.y)
            bottoms.append(boxes { $0.rows == row..<row + 1 }.map(\.maxY).max() ?? tops[row])
        }
        tops += rows.map(\.top)
        bottoms += rows.map(\.bottom)
        var edges = [edge(from: -.infinity, to: min(region.box.y, tops.first ?? region.box.y))]
        for index in tops.indices.dropFirst() {
            let edge = edge(from: bottoms[index - 1], to: tops[index])
            edges.append(max(edge, edges[index - 1]))
        }
        let end = max(region.box.maxY, bottoms.last ?? 0, edges.last ?? 0)
        edges.append(edge(from: end, to: .infinity))
        return edges
    }

    private func edge(from upper: Double, to lower: Double) -> Double {
        let em = region.scale.em
        let middle = upper.isFinite && lower.isFinite ? (upper + lower) / 2 : upper.isFinite ? upper : lower
        let near = region.rules.filter { rule in
            rule.y > min(upper, lower) - 0.3 * em && rule.y < max(upper, lower) + 0.3 * em
                && abs(rule.y - middle) < 1.5 * em && rule.covers(region.box.x, region.box.maxX, share: 0.4)
        }
        return near.min { abs($0.y - middle) < abs($1.y - middle) }?.y ?? middle
    }
}
