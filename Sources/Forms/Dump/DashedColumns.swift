/// Reads tables whose columns are drawn as dashes below the head, as pandoc writes them in plain text and Markdown.
///
///     ----------------------
///     三、       自然人  总计
///     -------- -------- ----
///     其他           12   12
///
///     （七）         12   12
///     总计
///     ----------------------
///
/// What the dashes say of a cell's place is certain, blank cells included, unless some cell of the table does not stand
/// within them: then it stays as it is.
struct DashedColumns {
    /// Fewer are a line of signs.
    private static let fewestColumns = 2
    /// A head over more lines than this is none.
    private static let longestHead = 60

    private let lines: [String]
    private var rows: [Int: BarredCells.Row] = [:]

    /// The rows of all such tables by their first lines, from 0.
    static func rows(of lines: [String]) -> [Int: BarredCells.Row] {
        var reader = DashedColumns(lines)
        reader.read()
        return reader.rows
    }

    private init(_ lines: [String]) { self.lines = lines }

    private mutating func read() {
        // A rule over the whole width, with the head below it.
        var top: (index: Int, rule: Range<Int>)?
        var index = 0
        while index < lines.count {
            let dashes = Self.dashes(lines[index])
            defer { index += 1 }
            if dashes.count < Self.fewestColumns {
                if let rule = dashes.first { top = (index, rule) }
                continue
            }
            guard let end = lines[(index + 1)...].firstIndex(where: { !Self.dashes($0).isEmpty }) else { return }
            let rule = (dashes.first?.lowerBound ?? 0)..<(dashes.last?.upperBound ?? 0)
            let head = top.flatMap { $0.rule == rule && index - $0.index <= Self.longestHead ? $0.index : nil } ?? index
            // Without a head the dashes stand on both sides.
            guard Self.dashes(lines[end]) == (head < index ? [rule] : dashes) else { continue }
            take(head..<index, index + 1..<end, dashes)
            top = nil
            index = end
        }
    }

    /// Where the dashes stand of a line that has nothing else, in squares.
    private static func dashes(_ line: String) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var square = 0
        for scalar in line.unicodeScalars {
            if scalar == "-" {
                if let last = groups.last, last.upperBound == square {
                    groups[groups.count - 1] = last.lowerBound..<square + 1
                } else {
                    groups.append(square..<square + 1)
                }
            } else if scalar != " " {
                return []
            }
            square += 1
        }
        return groups
    }

    private mutating func take(_ head: Range<Int>, _ body: Range<Int>, _ columns: [Range<Int>]) {
        var groups = [head.dropFirst()]
        var start = body.lowerBound
        // Where no empty line parts the rows, each has one line.
        let isPlain = head.isEmpty && !body.contains { lines[$0].isBlank }
        for index in body where isPlain || lines[index].isBlank {
            groups.append(start..<(isPlain ? index + 1 : index))
            start = index + 1
        }
        groups.append(start..<body.upperBound)
        var rows: [Int: BarredCells.Row] = [:]
        for group in groups where !group.isEmpty {
            guard let row = row(group, columns) else { return }
            rows[group.lowerBound] = BarredCells.Row(line: row, end: group.upperBound)
        }
        self.rows.merge(rows) { $1 }
    }

    private func row(_ group: Range<Int>, _ columns: [Range<Int>]) -> DumpLine? {
        var lines: [DumpLine] = []
        for index in group where !self.lines[index].isBlank {
            guard let line = cells(of: index, columns) else { return nil }
            lines.append(line)
        }
        guard var row = lines.first else { return nil }
        for index in columns.indices {
            if let cell = DrawnRows.whole(lines.map { $0.cells[index] }.filter { !$0.isBlank }) {
                row.cells[index] = cell
            }
        }
        return row
    }

    /// The cells of a line; nil where something stands on a border.
    private func cells(of index: Int, _ columns: [Range<Int>]) -> DumpLine? {
        let scalars = Markup.hidden(Array(lines[index].unicodeScalars))
        var parts = [Range<Int>?](repeating: nil, count: columns.count)
        var square = 0
        var column = 0
        for (position, scalar) in scalars.enumerated() {
            // Pandoc gives quotes and dashes one square each.
            let width = scalar == Markup.nothing ? 1 : scalar.hasOpenWidth ? 1 : scalar.squares
            defer { square += width }
            guard !scalar.isSpace else { continue }
            while column < columns.count, square >= columns[column].upperBound { column += 1 }
            guard column < columns.count, square >= columns[column].lowerBound,
                square + width <= columns[column].upperBound
            else { return nil }
            parts[column] = (parts[column]?.lowerBound ?? position)..<position + 1
        }
        let cells = zip(columns, parts).enumerated().map { place, cell in
            DumpCell(
                scalars: scalars[cell.1 ?? 0..<0], line: index + 1, column: (cell.1?.lowerBound ?? 0) + 1,
                x: cell.0.lowerBound, width: cell.0.count, index: place)
        }
        return DumpLine(number: index + 1, separator: .bar, cells: cells)
    }
}
