import ReportModel

/// Tables whose labels stand behind the figures of their rows: 0 0 12 0 规章.
enum TrailingLabels {
    /// Puts the labels of such rows first, as everywhere else.
    static func turned(
        _ elements: [DumpElement], _ targets: [LabelTarget?]
    ) -> (elements: [DumpElement], targets: [LabelTarget?]) {
        var elements = elements
        var targets = targets
        for table in [FormTable.disclosure, .applications] {
            let rows = lines(of: table, elements, targets)
            // Where the figures of a line are those of the label above, the first label has none before it.
            guard rows.count(where: \.hasFigures) >= fewest, rows.allSatisfy({ $0.labels != nil }) else { continue }
            for (line, labels) in rows.compactMap({ row in row.labels.map { (row.elements, $0) } }) {
                let order = Array(labels) + line.filter { !labels.contains($0) }
                let turned = order.map { (elements[$0], targets[$0]) }
                for (index, pair) in zip(line, turned) { (elements[index], targets[index]) = pair }
            }
        }
        return (elements, targets)
    }

    private static let fewest = 3

    private struct Line {
        var elements: Range<Int>
        /// Nil where not all of its figures and blank cells stand before them.
        var labels: Range<Int>?
        var hasFigures: Bool
    }

    /// The lines on which a row's label of the table stands.
    private static func lines(of table: FormTable, _ elements: [DumpElement], _ targets: [LabelTarget?]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while start < elements.count {
            var end = start + 1
            while end < elements.count, elements[end].line == elements[start].line { end += 1 }
            let line = start..<end
            start = end
            guard line.contains(where: { isRow(targets[$0], of: table) }) else { continue }
            let cells = line.filter { elements[$0].value != nil || elements[$0].isBlank }
            // The label of a row of which nothing else is on its line.
            if cells.isEmpty { continue }
            let first = line.first { targets[$0] != nil }
            var labels: Range<Int>?
            if let last = cells.last, let first, last < first { labels = first..<line.upperBound }
            lines.append(
                Line(elements: line, labels: labels, hasFigures: cells.contains { elements[$0].value != nil }))
        }
        return lines
    }

    private static func isRow(_ target: LabelTarget?, of table: FormTable) -> Bool {
        if case .row(table, _)? = target { true } else { false }
    }
}
