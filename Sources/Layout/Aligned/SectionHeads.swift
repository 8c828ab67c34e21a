import ReportModel

/// Headings inside a table's body that have fewer columns than the table.
///
/// A section of a table can bring a head of its own: one 本年处理决定数量 where the section above had three columns.
/// Without lines its texts and values stand somewhere over the columns of the others; each of them gets the columns
/// that it is centred on, and the values of a column of the section the same as its heading.
struct SectionHeads {
    /// A cell that has a text, as far as its columns depend on it.
    struct Entry {
        var columns: Range<Int>
        var box: Box?
        var hasValues: Bool
    }

    /// Those behind the labels; none where the table has no values.
    private let columns: Range<Int>
    private let texts: [TextColumn]
    private let edges: [Double]
    private let em: Double

    init(_ region: AlignedRegion) {
        let edges = (0...region.columns.count).map(region.edge(before:))
        self.init(region.columns, edges: edges, stub: region.stub.upperBound, em: region.scale.em)
    }

    /// - Parameters:
    ///   - edges: where each column begins, and where the last one ends.
    ///   - stub: how many columns the labels have.
    init(_ columns: [TextColumn], edges: [Double], stub: Int, em: Double) {
        self.columns = columns.contains(where: \.isValues) ? stub..<columns.count : 0..<0
        texts = columns
        self.edges = edges
        self.em = em
    }

    /// - Parameter rows: the cells of each row of the body.
    func spread(_ rows: inout [[Entry]]) {
        var row = 0
        while row < rows.count { row = spreadSection(&rows, at: row) }
    }

    /// The same for the section whose head one row is, if it is a head.
    ///
    /// - Returns: the row behind the section.
    @discardableResult func spreadSection(_ rows: inout [[Entry]], at row: Int) -> Int {
        guard columns.count > 1, isHead(rows[row]) else { return row + 1 }
        var end = row + 1
        while end < rows.count, isBody(rows[end]), mine(rows[end]).count <= mine(rows[row]).count { end += 1 }
        // Where a row has more values than the head has texts, it is no head.
        let isWhole = end == rows.count || !isBody(rows[end])
        if isWhole, end > row + 1 { spread(&rows, row..<end) }
        return end
    }

    /// Texts over the values, fewer than there are columns, beside a label.
    private func isHead(_ row: [Entry]) -> Bool {
        let mine = mine(row)
        return !mine.isEmpty && mine.count < columns.count && mine.count < row.count
            && !row.contains(where: \.hasValues)
    }

    /// Values beside a label.
    private func isBody(_ row: [Entry]) -> Bool {
        let mine = mine(row)
        return mine.count < row.count && mine.contains(where: \.hasValues)
    }

    private func mine(_ row: [Entry]) -> [Entry] {
        row.filter { $0.columns.lowerBound >= columns.lowerBound }.sorted {
            $0.columns.lowerBound < $1.columns.lowerBound
        }
    }

    private func spread(_ rows: inout [[Entry]], _ section: Range<Int>) {
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
    private func parts(_ heads: [Entry], _ rows: [[Entry]]) -> [Range<Int>]? {
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
        // As many headings as values in each row, a value somewhere else: they can only belong together.
        let isWhole = rows.allSatisfy { $0.count == heads.count || heads.count == 1 && $0.isEmpty }
        if isWhole,
            rows.contains(where: { zip($0, heads).contains { !$0.columns.overlaps($1.columns) } })
        {
            return parts
        }
        for (head, part) in zip(heads, parts) where cost(head, part) > 1.5 * em { return nil }
        return parts
    }

    /// How far a head is from the middle of columns: of their text or of their cells.
    private func cost(_ head: Entry, _ part: Range<Int>) -> Double {
        guard let box = head.box, !part.isEmpty else { return .infinity }
        let inner = (texts[part.lowerBound].start + texts[part.upperBound - 1].end) / 2
        let outer = (edges[part.lowerBound] + edges[part.upperBound]) / 2
        return min(abs(box.midX - inner), abs(box.midX - outer))
    }
}
