import ReportModel

/// runs above the first row of values → the cells of a table's head
///
/// Each column has its own heading, of several lines perhaps; what stands above several headings spans them. `HeadTree`
/// tells which.
struct HeaderFinder {
    private let region: AlignedRegion

    init(_ region: AlignedRegion) {
        self.region = region
    }

    /// The cells with their rows counted from 0, and how many rows the head has.
    func cells(_ runs: [Int]) -> (cells: [AlignedCell], rows: Int) {
        guard !runs.isEmpty else { return ([], 0) }
        let headings = drawn(runs) ?? headings(runs)
        // Deeper headings lie below all that span their columns.
        let tops = headings.map { $0.runs.map { region.run($0).box.midY }.min() ?? 0 }
        var depths = [Int](repeating: 0, count: region.columns.count)
        var rows = [Int](repeating: 0, count: headings.count)
        for index in headings.indices.sorted(by: { (tops[$0], $0) < (tops[$1], $1) }) {
            rows[index] = headings[index].columns.map { depths[$0] }.max() ?? 0
            for column in headings[index].columns { depths[column] = rows[index] + 1 }
        }
        let count = depths.max() ?? 0
        let cells = headings.indices.map { index in
            // The lowest heading of its columns reaches down to the body, any other to the next one below.
            let below = headings.indices.filter {
                rows[$0] > rows[index] && headings[$0].columns.overlaps(headings[index].columns)
            }
            let end = below.map { rows[$0] }.min() ?? count
            return AlignedCell(
                rows: rows[index]..<max(end, rows[index] + 1), columns: headings[index].columns,
                runs: headings[index].runs)
        }
        return (cells, count)
    }

    private func headings(_ runs: [Int]) -> [HeadTree.Heading] {
        let numbers = columnNumbers(runs)
        let isNumber = Set(numbers)
        return HeadTree(region, runs.filter { !isNumber.contains($0) }).headings()
            + numbers.map { HeadTree.Heading(columns: region.span(of: $0), runs: [$0]) }
    }

    /// What stands in each cell that is drawn; nil where a text stands in none, or one stands over no column.
    private func drawn(_ runs: [Int]) -> [HeadTree.Heading]? {
        var texts = [[Int]](repeating: [], count: region.heads.count)
        for index in runs {
            let box = region.run(index).box
            guard let home = region.heads.firstIndex(where: { $0.contains(x: box.midX, y: box.midY) }) else {
                return nil
            }
            texts[home].append(index)
        }
        var headings: [HeadTree.Heading] = []
        for (cell, texts) in zip(region.heads, texts) where !texts.isEmpty {
            let columns = region.columns.indices.filter { (cell.x...cell.maxX).contains(region.columns[$0].middle) }
            guard let first = columns.first, let last = columns.last else { return nil }
            headings.append(HeadTree.Heading(columns: first..<last + 1, runs: texts))
        }
        return headings
    }

    /// The head's last line, where it is nothing but the columns' numbers, (1) to (9), one in each column behind the labels:
    /// they are no second lines of what stands above them.
    private func columnNumbers(_ runs: [Int]) -> [Int] {
        let lines = region.lines(runs)
        guard lines.count > 1, let last = lines.last?.runs else { return [] }
        let isNumbers = last.allSatisfy { index in
            let content = region.run(index).content
            return (1...2).contains(content.digits) && content.letters + content.wide == 0
                && region.span(of: index).count == 1
        }
        let columns = region.columns.count - region.stub.count
        return isNumbers && last.count > 1 && last.count + 1 >= columns ? last : []
    }
}
