import ReportModel

/// labels of several rows → the rows that each labels
///
/// In the outer columns of a stub stand labels that belong to several rows. A label that stands beside its first row
/// reaches down to the next label; labels that are centred each have as many rows above their middle as below.
struct GroupLabels {
    private let region: AlignedRegion

    init(_ region: AlignedRegion) {
        self.region = region
    }

    typealias Row = (runs: [Int], top: Double, bottom: Double)

    func groups(
        _ runs: [Int], _ rows: [Row], stub: Range<Int>
    ) -> [(columns: Range<Int>, rows: Range<Int>, runs: [Int])] {
        var result: [(columns: Range<Int>, rows: Range<Int>, runs: [Int])] = []
        for column in stub.dropLast() {
            let mine = runs.filter { region.span(of: $0).lowerBound == column }
            guard !mine.isEmpty else { continue }
            let labels = labels(mine)
            // The rows in which this column is free of labels of single rows.
            var row = 0
            while row < rows.count {
                guard isFree(rows[row], column) else {
                    row += 1
                    continue
                }
                var end = row
                while end < rows.count, isFree(rows[end], column) { end += 1 }
                let (top, bottom) = (rows[row].top, rows[end - 1].bottom)
                let inside = labels.filter {
                    $0.bottom >= top - 0.5 * region.scale.em && $0.top <= bottom + 0.5 * region.scale.em
                }
                for (label, range) in zip(inside, split(rows, row..<end, inside)) where !range.isEmpty {
                    result.append((column..<column + 1, range, label.runs))
                }
                row = end
            }
        }
        return result
    }

    private func isFree(_ row: Row, _ column: Int) -> Bool {
        !row.runs.contains { region.span(of: $0).contains(column) }
    }

    private struct Label {
        var runs: [Int]
        var top: Double
        var bottom: Double
        var y: Double { (top + bottom) / 2 }
        var firstLine: Double
    }

    /// Lines close to each other are one label, unless a marker begins a new one.
    private func labels(_ runs: [Int]) -> [Label] {
        var labels: [Label] = []
        var lastY = 0.0
        for line in region.lines(runs) {
            let em = line.runs.map { region.run($0).size }.max() ?? region.scale.em
            let isNew = line.runs.first.map { region.beginsWithMarker($0) } ?? false
            if let last = labels.indices.last, line.y - lastY < 1.75 * em, !isNew {
                labels[last].runs += line.runs
                labels[last].bottom = line.bottom
            } else {
                labels.append(Label(runs: line.runs, top: line.top, bottom: line.bottom, firstLine: line.y))
            }
            lastY = line.y
        }
        return labels
    }

    /// Shares consecutive rows among labels.
    private func split(_ rows: [Row], _ range: Range<Int>, _ labels: [Label]) -> [Range<Int>] {
        guard labels.count > 1 else { return labels.map { _ in range } }
        let em = region.scale.em
        let firsts = labels.map { label in
            range.first { abs((rows[$0].top + rows[$0].bottom) / 2 - label.firstLine) < 0.6 * em }
        }
        let isTopStyle = firsts.allSatisfy { $0 != nil } && firsts.first == range.lowerBound
        if isTopStyle {
            let starts = firsts.compactMap { $0 }
            return starts.indices.map { index in
                starts[index]..<max(starts[index], index + 1 < starts.count ? starts[index + 1] : range.upperBound)
            }
        }
        return centred(rows, range, labels)
    }

    private func centred(_ rows: [Row], _ range: Range<Int>, _ labels: [Label]) -> [Range<Int>] {
        let (n, k) = (range.count, labels.count)
        guard n >= k, n * n * k < 2_000_000 else { return labels.map { _ in 0..<0 } }
        var best = [[Double]](repeating: [Double](repeating: .infinity, count: k + 1), count: n + 1)
        var from = [[Int]](repeating: [Int](repeating: 0, count: k + 1), count: n + 1)
        best[0][0] = 0
        for end in 1...n {
            for label in 1...min(k, end) {
                for start in (label - 1)..<end where best[start][label - 1] < .infinity {
                    let top = rows[range.lowerBound + start].top
                    let bottom = rows[range.lowerBound + end - 1].bottom
                    let off = abs((top + bottom) / 2 - labels[label - 1].y)
                    let total = best[start][label - 1] + off
                    if total < best[end][label] {
                        best[end][label] = total
                        from[end][label] = start
                    }
                }
            }
        }
        var result = [Range<Int>](repeating: 0..<0, count: k)
        var end = n
        for label in stride(from: k, to: 0, by: -1) {
            let start = from[end][label]
            result[label - 1] = range.lowerBound + start..<range.lowerBound + end
            end = start
        }
        return result
    }
}
