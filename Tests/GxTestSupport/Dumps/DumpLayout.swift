/// The ways in which tables fall apart when somebody takes the text out of a document.
public enum DumpLayout: String, Sendable, CaseIterable {
    /// Cells parted by tabs, covered squares as empty cells.
    case tabs
    /// After some row the empty cells before a row's label are gone, and cells follow at the end instead.
    case slidTabs
    /// One cell a line, an empty line for a covered square; a tab before each cell of a row.
    case cellPerLine
    /// One cell a line and nothing for covered squares; some labels are broken in two.
    case brokenCellPerLine
    /// One cell a line, an empty line for a square below a merged cell and none for one beside it (LibreOffice).
    case cellPerLineBelow
    /// One cell a line, an empty line between any two.
    case cellsPartedByBlankLines
    /// One cell a line with a bar behind it.
    case barAtEnd
    /// One cell a line, a bar on a line of its own between two.
    case barOnItsOwnLine
    /// What web pages' extractors write: one cell a line with a bar behind it, and behind a row's last as many bars as
    /// it has covered squares.
    case barsBehindRow
    /// The same, every bar on a line of its own.
    case barLines
    /// Rows on one line, a bar behind each cell and nothing for covered squares.
    case barredRows
    /// The same between bars, covered squares as bars behind the row.
    case paddedRows
    case markdown
    /// A table of its own for each row.
    case markdownTablePerRow
    /// A header line that stands in no document: 列1, 列2.
    case inventedHeader
    /// The header of another table above this one.
    case wrongHeader
    /// The text of a merged cell in every square it covers.
    case filledMarkdown
    case filledTabs
    /// Two or more spaces between cells.
    case spaces
    /// Rows on one line, commas between cells and nothing for covered squares.
    case commas
    /// Rows on one line, one space between cells and nothing for covered squares.
    case singleSpaces
    /// The same with two.
    case doubleSpaces
    /// What pdftotext -layout gives: columns kept with spaces, labels over several lines, figures half way down.
    case pageLayout
    /// The cells of a row joined without anything between.
    case fusedRows
    /// The whole table joined.
    case fusedTable

    /// Whether every cell can still be told from its neighbour. One space parts the words of a cell as well.
    public var isSeparable: Bool { self != .fusedRows && self != .fusedTable && self != .singleSpaces }

    /// Blank cells leave no trace: nothing says where the figures of such a row belong.
    public var losesBlanks: Bool { self == .fusedRows || self == .fusedTable || self == .brokenCellPerLine }

    /// Whether every figure and every blank cell can be told from the text alone.
    public func isSeparable(_ nothing: DumpSample.Nothing) -> Bool {
        isSeparable && (!losesBlanks || nothing == .zeros || nothing == .marks)
    }

    public func lines(of table: DrawnTable, using generator: inout some RandomNumberGenerator) -> [String] {
        switch self {
        case .tabs: table.grid.map { $0.map { $0?.text ?? "" }.joined(separator: "\t") }
        case .slidTabs: slid(table, &generator)
        case .cellPerLine:
            table.grid.flatMap { row in row.map { "\t" + ($0?.text ?? "") } + [""] }
        case .brokenCellPerLine: table.cells(inRows: true).flatMap { broken($0, &generator) }
        case .cellPerLineBelow: table.cellsBelow
        case .cellsPartedByBlankLines: table.cells(inRows: true).flatMap { [$0.text.isEmpty ? " " : $0.text, ""] }
        case .barAtEnd: table.grid.flatMap { row in row.map { "\($0?.text ?? "") |" } }
        case .barOnItsOwnLine: table.grid.flatMap { row in row.flatMap { [$0?.text ?? "", "|"] } + [""] }
        case .barsBehindRow:
            table.grid.flatMap { row in Self.own(row).map { $0 + " |" } + Self.covered(row) }
        case .barLines: table.grid.flatMap { row in Self.own(row).flatMap { [$0, "|"] } + Self.covered(row) }
        case .barredRows: table.grid.map { Self.own($0).joined(separator: " | ") + " |" }
        case .paddedRows:
            table.grid.map { "| " + Self.own($0).joined(separator: " | ") + " |" + Self.covered($0).joined() }
        case .markdown: Self.markdown(table.grid.map { $0.map { $0?.text ?? "" } })
        case .markdownTablePerRow:
            table.grid.flatMap { Self.markdown([$0.map { $0?.text ?? "" }]) + [""] }
        case .inventedHeader:
            Self.markdown([(1...table.columnCount).map { "列\($0)" }] + table.grid.map { $0.map { $0?.text ?? "" } })
        case .wrongHeader:
            Self.markdown(
                [["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"] + [String](repeating: "", count: table.columnCount - 4)]
                    + table.grid.map { $0.map { $0?.text ?? "" } })
        case .filledMarkdown: Self.markdown(table.filledGrid.map { $0.map { $0?.text ?? "" } })
        case .filledTabs: table.filledGrid.map { $0.map { $0?.text ?? "" }.joined(separator: "\t") }
        case .spaces:
            // A blank cell leaves a wider gap.
            table.grid.map { $0.map { $0?.text ?? "" }.joined(separator: "  ") }
        case .commas: table.grid.map { Self.own($0).map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") }
        case .singleSpaces: table.grid.map { Self.own($0).joined(separator: " ") }
        case .doubleSpaces: table.grid.map { Self.own($0).joined(separator: "  ") }
        case .pageLayout: PageLayout.lines(of: table)
        case .fusedRows: table.grid.map { $0.map { $0?.text ?? "" }.joined() }
        case .fusedTable: [table.cells(inRows: true).map(\.text).joined()]
        }
    }

    /// The cells that begin in a row.
    private static func own(_ row: [DrawnTable.Cell?]) -> [String] { row.compactMap { $0?.text } }

    /// A bar for each of its other squares.
    private static func covered(_ row: [DrawnTable.Cell?]) -> [String] {
        let count = row.count { $0 == nil }
        return count == 0 ? [] : [String(repeating: "|", count: count)]
    }

    private static func markdown(_ rows: [[String]]) -> [String] {
        guard let first = rows.first else { return [] }
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        return [line(first), "|" + String(repeating: " --- |", count: first.count)] + rows.dropFirst().map(line)
    }

    private func slid(_ table: DrawnTable, _ generator: inout some RandomNumberGenerator) -> [String] {
        let from = Int.random(in: table.headerRows..<table.rowCount, using: &generator)
        let to = Int.random(in: from..<table.rowCount, using: &generator)
        return table.grid.enumerated().map { index, row in
            var texts = row.map { $0?.text ?? "" }
            if (from...to).contains(index), row.count == 10 {
                let lost = texts.prefix { $0.isEmpty }.count
                texts = Array(texts.dropFirst(lost)) + [String](repeating: "", count: lost)
            }
            return texts.joined(separator: "\t")
        }
    }

    private func broken(_ cell: DrawnTable.Cell, _ generator: inout some RandomNumberGenerator) -> [String] {
        guard cell.isLabel, cell.text.count >= 4, Int.random(in: 0..<4, using: &generator) == 0 else {
            return cell.text.isEmpty ? [] : [cell.text]
        }
        let cut = Int.random(in: 2...(cell.text.count - 2), using: &generator)
        return [String(cell.text.prefix(cut)), String(cell.text.dropFirst(cut))]
    }
}

extension DrawnTable {
    /// The cells in the order of their rows.
    func cells(inRows: Bool) -> [Cell] { grid.flatMap { $0.compactMap { $0 } } }

    /// One line for every cell and, in each further row that it covers, an empty one.
    fileprivate var cellsBelow: [String] {
        filledGrid.enumerated().flatMap { row, cells in
            cells.enumerated().compactMap { column, cell in
                guard let cell, cell.column == column else { return nil }
                return cell.row == row ? cell.text : ""
            }
        }
    }
}

/// Prints a table as pdftotext -layout does.
enum PageLayout {
    static func lines(of table: DrawnTable) -> [String] {
        let widths = widths(of: table)
        var starts = [2]
        for width in widths { starts.append(starts[starts.count - 1] + width + 2) }
        let grid = table.grid
        // Each row is as high as its tallest label that is not merged over rows.
        let heights = grid.map { row in
            row.compactMap { cell in
                cell.map { $0.rowSpan == 1 ? wrapped($0.text, width(of: $0, widths)).count : 1 }
            }.max() ?? 1
        }
        var tops = [0]
        for height in heights { tops.append(tops[tops.count - 1] + height + 1) }
        var canvas = [[Int: Character]](repeating: [:], count: tops[tops.count - 1] + 4)
        for cell in table.cells where !cell.text.isEmpty {
            let available = width(of: cell, widths)
            let pieces = wrapped(cell.text, available)
            let top = tops[cell.row]
            let bottom = tops[cell.row + cell.rowSpan] - 1
            let first = top + max(0, (bottom - top - pieces.count) / 2)
            for (index, piece) in pieces.enumerated() where first + index < canvas.count {
                var x = starts[cell.column] + (cell.isLabel ? 0 : max(0, (available - columns(piece)) / 2))
                for character in piece {
                    canvas[first + index][x] = character
                    x += columns(String(character))
                }
            }
        }
        return canvas.map(line)
    }

    private static func line(_ squares: [Int: Character]) -> String {
        var text = ""
        var x = 0
        for (position, character) in squares.sorted(by: { $0.key < $1.key }) {
            while x < position {
                text.append(" ")
                x += 1
            }
            text.append(character)
            x += columns(String(character))
        }
        return text
    }

    private static func widths(of table: DrawnTable) -> [Int] {
        switch table.table {
        case .disclosure: [20, 16, 16, 16]
        case .applications: [4, 12, 22, 6, 6, 6, 6, 6, 6, 6]
        case .disputes: [Int](repeating: 5, count: 15)
        }
    }

    private static func width(of cell: DrawnTable.Cell, _ widths: [Int]) -> Int {
        widths[cell.column..<(cell.column + cell.columnSpan)].reduce(2 * (cell.columnSpan - 1), +)
    }

    private static func wrapped(_ text: String, _ width: Int) -> [String] {
        var lines = [""]
        for character in text {
            if columns(lines[lines.count - 1]) + columns(String(character)) > width, !character.isNumber {
                lines.append("")
            }
            lines[lines.count - 1].append(character)
        }
        return lines
    }

    private static func columns(_ text: String) -> Int { text.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
}
