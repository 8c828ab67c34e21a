import ReportModel

/// Headings inside a table's body that have fewer columns than the table.
///
/// A section of a table can bring a head of its own: one 本年处理决定数量 where the section above had three columns.
/// Without lines its texts and values stand somewhere over the columns of the others; each of them gets the columns
/// that it is centred on, and the values of a column of the section the same as its heading.
struct SectionHeads {
    private let region: AlignedRegion
    private let columns: Range<Int>

    init(_ region: AlignedRegion) {
        self.region = region
        columns = region.stub.upperBound..<region.columns.count
    }

    /// - Parameter rows: the cells of each row of the body.
    func spread(_ rows: inout [[AlignedCell]]) {
        guard columns.count > 1, !region.valueColumns.isEmpty else { return }
        var row = 0
        while row < rows.count {
            guard isHead(rows[row]) else {
                row += 1
                continue
            }
            var end = row + 1
            while end < rows.count, isBody(rows[end]), mine(rows[end]).count <= mine(rows[row]).count { end += 1 }
            // Where a row has more values than the head has texts, it is no head.
            let isWhole = end == rows.count || !isBody(rows[end])
            if isWhole, end > row + 1 { spread(&rows, row..<end) }
            row = end
        }
    }

    /// Texts over the values, fewer than there are columns, beside a label.
    private func isHead(_ row: [AlignedCell]) -> Bool {
        let mine = mine(row)
        return !mine.isEmpty && mine.count < columns.count && mine.count < row.count
            && !row.contains { cell in cell.runs.contains { region.run($0).isValue } }
    }

    /// Values beside a label.
    private func isBody(_ row: [AlignedCell]) -> Bool {
        let mine = mine(row)
        return mine.count < row.count && mine.contains { cell in cell.runs.contains { region.run($0).isValue } }
    }

    private func mine(_ row: [AlignedCell]) -> [AlignedCell] {
        row.filter { $0.columns.lowerBound >= columns.lowerBound }.sorted {
            $0.columns.lowerBound < $1.columns.lowerBound
        }
    }

    private func spread(_ rows: inout [[AlignedCell]], _ section: Range<Int>) {
        let heads = mine(rows[section.lowerBound])
        guard let parts = parts(heads, rows[section].dropFirst().map(mine)) else { return }
        for row in section {
            // A row with values for all columns has them in order; another by where they stand.
            let count = rows[row].count { $0.columns.lowerBound >= columns.lowerBound }
            var next = 0
            for index in rows[row].indices.sorted(by: {
                rows[row][$0].columns.lowerBound < rows[row][$1].columns.lowerBound
            }) where rows[row][index].columns.lowerBound >= columns.lowerBound {
                let home =
                    count == parts.count
                    ? parts[next] : parts.first { $0.overlaps(rows[row][index].columns) } ?? rows[row][index].columns
                rows[row][index].columns = home
                next += 1
            }
        }
    }

    /// The columns shared among the heads, each with the values that belong to it and as centred as can be.
    private func parts(_ heads: [AlignedCell], _ rows: [[AlignedCell]]) -> [Range<Int>]? {
        var unions = heads.map(\.columns)
        for row in rows where row.count == heads.count {
            for (index, cell) in row.enumerated() {
                unions[index] =
                    min(
                        unions[index].lowerBound, cell.columns.lowerBound)..<max(
                        unions[index].upperBound, cell.columns.upperBound)
            }
        }
        for (left, right) in zip(unions, unions.dropFirst()) where left.upperBound > right.lowerBound { return nil }
        // The cut between two neighbours that leaves both most centred; left to right, since each has few choices.
        var parts: [Range<Int>] = []
        var start = columns.lowerBound
        for index in unions.indices {
            guard index + 1 < unions.count else {
                parts.append(start..<columns.upperBound)
                break
            }
            let choices = unions[index].upperBound...unions[index + 1].lowerBound
            let end = choices.min { cost(heads[index], start..<$0) < cost(heads[index], start..<$1) }
            guard let end, end > start else { return nil }
            parts.append(start..<end)
            start = end
        }
        // One heading over one value a row, the value somewhere else: they can only belong together.
        if heads.count == 1, rows.allSatisfy({ $0.count < 2 }),
            rows.contains(where: { $0.contains { !$0.columns.overlaps(heads[0].columns) } })
        {
            return parts
        }
        for (head, part) in zip(heads, parts) where cost(head, part) > 1.5 * region.scale.em { return nil }
        return parts
    }

    /// How far a head is from the middle of columns: of their text or of their cells.
    private func cost(_ head: AlignedCell, _ part: Range<Int>) -> Double {
        guard let box = Box.around(head.runs.lazy.map { region.run($0).box }), !part.isEmpty else { return .infinity }
        let inner = (region.columns[part.lowerBound].start + region.columns[part.upperBound - 1].end) / 2
        let outer = (region.edge(before: part.lowerBound) + region.edge(before: part.upperBound)) / 2
        return min(abs(box.midX - inner), abs(box.midX - outer))
    }
}
