import ReportModel

/// A text file's lines with its tables taken out, as the prose reader wants them.
struct DumpItems {
    private(set) var items: [ProseItem] = []
    /// The line that each item begins at.
    private var starts: [Int] = []
    private let lineCount: Int

    init(_ lines: [String], _ regions: [DumpParts.Region]) {
        lineCount = lines.count
        let width = Self.columnWidth(of: lines)
        var seen: [FormTable: [RowSet]] = [:]
        var next = regions[...]
        var line = 1
        while line <= lines.count {
            while let region = next.first, region.lines.upperBound < line { next = next.dropFirst() }
            if let region = next.first, region.lines.contains(line) {
                // The second part of a table that prose has cut is no second table; a row's label can be cut as well.
                let rows = RowSet(region)
                let isPart = seen[region.table, default: []].contains(where: rows.isOtherPart)
                items.append(.table(isPart ? nil : region.table))
                starts.append(line)
                seen[region.table, default: []].append(rows)
                line = region.lines.upperBound + 1
                next = next.dropFirst()
                continue
            }
            items.append(.line(Self.textLine(lines[line - 1], line, width)))
            starts.append(line)
            line += 1
        }
    }

    /// The lines that a range of items covers.
    func lines(of range: Range<Int>) -> ClosedRange<Int> {
        let first = range.lowerBound < starts.count ? starts[range.lowerBound] : 1
        let end = range.upperBound < starts.count ? starts[range.upperBound] - 1 : max(lineCount, first)
        return first...max(first, end)
    }

    private static func textLine(_ text: String, _ number: Int, _ width: Int?) -> TextLine {
        let scalars = Array(text.unicodeScalars)
        let indent = scalars.prefix(while: \.isSpace).count
        let length = max(1, scalars.count - indent)
        return TextLine(
            text: Markup.taken(from: text), place: .text(line: number, column: indent + 1, length: length), fontSize: 0,
            columnStart: 0, columnEnd: Double(width ?? 0))
    }

    /// How wide the text was set, where its lines were broken to a width; nil where a line is a paragraph.
    private static func columnWidth(of lines: [String]) -> Int? {
        let widths = lines.filter { $0.utf8.count > 40 }.map { $0.unicodeScalars.reduce(0) { $0 + $1.squares } }
        guard let widest = widths.max(), widest <= 140, widths.count >= 8 else { return nil }
        let full = widths.count { $0 >= widest - 8 }
        return full * 3 >= widths.count ? widest : nil
    }
}

/// Which rows of its table a region has: a file of hundreds of reports compares each with all others.
private struct RowSet {
    private var bits: UInt64 = 0

    init(_ region: DumpParts.Region) {
        for (index, row) in RowOrder.rows(of: region.table).enumerated() where region.rows.contains(row) {
            bits |= 1 << UInt64(index)
        }
    }

    /// The other has other rows, or few of the same.
    func isOtherPart(than other: RowSet) -> Bool {
        let common = (bits & other.bits).nonzeroBitCount
        return common == 0 || common * 3 < min(bits.nonzeroBitCount, other.bits.nonzeroBitCount)
    }
}
