/// The labels of neighbouring columns, each of one line or several.
///
/// A label of several rows need not have anything right beside one of its lines. But no two labels of one column stand
/// on one height, and what is broken over lines where the next column begins stands in a column of its own.
struct LabelBlocks {
    private struct Block {
        var top: Double
        var bottom: Double
        var lines = 1
        /// Where its first lines end, but the last.
        var wrapped = Double.infinity
        var start: Double
        var end: Double
        var isRest = false
    }

    private let text: RunText
    /// By column, from its first to the one before that of values.
    private let columns: [[Block]]
    /// The heights of the values, and how far most are from the next.
    private let rows: [Double]
    private let pitch: Double

    /// - Parameters:
    ///   - wide: runs that stand in several columns.
    ///   - seams: where the table goes on overleaf. No label is known to.
    init(_ text: RunText, _ columns: [[Int]], wide: [Int], seams: [Double]) {
        self.text = text
        var found: [[Block]] = []
        for runs in columns {
            let values = runs.count { text.runs[$0].isValue }
            guard values * 5 < runs.count else { break }
            found.append(Self.blocks(runs, text, seams))
        }
        // The second line of a label that reaches over columns is none by itself.
        let labels = wide.map { text.runs[$0] }.sorted { $0.box.midY < $1.box.midY }
        let heights = labels.map(\.box.midY)
        let reach = 0.95 * (labels.map(\.size).max() ?? 0)
        self.columns = found.map { blocks in
            blocks.map { block in
                var block = block
                let near = labels[heights.countBelow(block.top - reach)...].prefix {
                    $0.box.midY < block.bottom + reach
                }
                block.isRest = near.contains { run in
                    let (above, below) = (block.top - run.box.midY, run.box.midY - block.bottom)
                    return max(above, below) < 0.95 * run.size && run.box.x < block.end && block.start < run.box.maxX
                }
                return block
            }
        }
        var rows: [Double] = []
        for y in columns[found.count...].joined().filter({ text.runs[$0].isValue }).map({ text.runs[$0].box.midY })
            .sorted()
        where rows.last.map({ y - $0 > 2 }) ?? true { rows.append(y) }
        let pitches = zip(rows, rows.dropFirst()).map { $1 - $0 }.sorted()
        pitch = pitches.isEmpty ? 0 : pitches[pitches.count / 2]
        self.rows = rows
    }

    /// Does a label stand between two rows of values that are no further apart than any others? It is no row by itself.
    private func isBetweenRows(_ block: Block) -> Bool {
        let y = (block.top + block.bottom) / 2
        let next = rows.countBelow(y)
        guard next > 0, next < rows.count, !block.isRest else { return false }
        let (upper, lower) = (rows[next - 1], rows[next])
        return lower - upper < 1.2 * pitch && min(y - upper, lower - y) > 0.25 * pitch
    }

    private static func blocks(_ runs: [Int], _ text: RunText, _ seams: [Double]) -> [Block] {
        var blocks: [Block] = []
        var last: Run?
        for index in runs.sorted(by: { text.runs[$0].box.midY < text.runs[$1].box.midY }) {
            let run = text.runs[index]
            if let upper = last, run.box.midY - upper.box.midY < 1.45 * run.size, !run.beginsWithMarker,
                abs(run.size - upper.size) < 0.1 * run.size,
                min(run.box.maxX, upper.box.maxX) > max(run.box.x, upper.box.x),
                seams.countBelow(upper.box.midY) == seams.countBelow(run.box.midY)
            {
                let number = blocks.count - 1
                blocks[number].wrapped = min(blocks[number].wrapped, upper.box.maxX)
                blocks[number].bottom = run.box.maxY
                blocks[number].start = min(blocks[number].start, run.box.x)
                blocks[number].end = max(blocks[number].end, run.box.maxX)
                blocks[number].lines += 1
            } else {
                blocks.append(Block(top: run.box.y, bottom: run.box.maxY, start: run.box.x, end: run.box.maxX))
            }
            last = run
        }
        return blocks
    }

    /// What speaks for the gap before a column: labels on both sides of it on one height, labels that are broken
    /// where it begins.
    ///
    /// - Parameter edge: where the column before the gap ends.
    func support(before column: Int, edge: Double) -> Int {
        guard column < columns.count else { return 0 }
        var support = 0
        var next = 0
        let others = columns[column]
        // How far they are from each other where none of the column before stands between them.
        var gaps: [Double] = []
        var between = 0
        for (upper, lower) in zip(others, others.dropFirst()) {
            while between < columns[column - 1].count, columns[column - 1][between].top <= upper.top { between += 1 }
            let isFree = between == columns[column - 1].count || columns[column - 1][between].bottom >= lower.bottom
            if isFree { gaps.append(lower.top - upper.bottom) }
        }
        let usual = gaps.sorted().dropFirst(gaps.count / 2).first ?? -.infinity
        for block in columns[column - 1] {
            let em = (block.bottom - block.top) / Double(block.lines)
            while next < others.count, others[next].bottom <= block.top + 0.2 * em { next += 1 }
            let isBeside = next < others.count && others[next].top < block.bottom - 0.2 * em
            // A label of the same column would take room between its neighbours.
            let isBetween =
                next > 0 && next < others.count && gaps.count > 1
                && others[next].top - others[next - 1].bottom < usual + 0.1 * em
            // Each line that ends where the next column begins is broken for its sake.
            let isWrapped = block.lines > 1 && block.wrapped > edge - 1.1 * em
            if isWrapped { support += block.lines - 1 }
            if isBetweenRows(block) {
                support += 2
            } else if isWrapped {
                continue
            } else if isBeside || isBetween {
                support += 1
            }
        }
        return support
    }
}
