extension DumpLine {
    /// - Parameter marks: what parts the cells of the text.
    init(_ text: String, number: Int, marks: CellMarks = CellMarks()) {
        var scalars = Markup.hidden(Array(text.unicodeScalars))
        var tabs = 0
        var hasBar = false
        for scalar in scalars {
            if scalar.value == 9 { tabs += 1 } else if scalar.isBar { hasBar = true }
        }
        // Word puts one tab before each cell that it writes on a line of its own.
        let indent = scalars.prefix { $0.value == 9 }.count
        if tabs == 1 || marks.tabsIndent, tabs == indent, indent > 0 {
            for index in 0..<indent { scalars[index] = " " }
            tabs = 0
        }
        let hasTab = tabs > 0
        if marks.barsAreDigits, scalars.contains(where: \.isDigit) { hasBar = false }
        if hasBar {
            self = Self.barred(scalars, number, isLeadingBarACell: marks.barsFollowCells)
        } else if hasTab {
            let length = marks.tabsComeInTwos ? 2 : 1
            var cells = Self.cells(scalars, number) { scalars[$0].value == 9 ? min(length, scalars.count - $0) : 0 }
            if marks.tabsFollowCells, cells.last?.isBlank ?? false { cells.removeLast() }
            self.init(number: number, separator: .tab, cells: cells)
        } else if marks.isRule(scalars) {
            self.init(number: number, separator: .bar, cells: [])
        } else if let cells = Self.commaSeparated(scalars, number, marks) {
            self.init(number: number, separator: .comma, cells: cells)
        } else if let ranges = marks.singleSpaced.cells(of: scalars) {
            let cells = ranges.enumerated().map { index, range in
                Self.cell(scalars, range, x: range.lowerBound, number, index: index)
            }
            self.init(number: number, separator: .tab, cells: cells)
        } else if marks.spaced.contain(scalars) {
            let cells = Self.cells(scalars, number) { SpacedRows.isSeparator(scalars, at: $0) ? 2 : 0 }
            self.init(number: number, separator: .tab, cells: cells)
        } else {
            let cells = Self.cells(scalars, number) { Self.gap(in: scalars, at: $0) }.filter { !$0.isBlank }
            self.init(number: number, separator: cells.count > 1 ? .gap : .none, cells: cells)
        }
    }

    /// Bars stand between cells, or before the first and behind the last as well.
    ///
    /// - Parameter isLeadingBarACell: none stand before the first, so that one there has a blank cell before it.
    private static func barred(
        _ scalars: [Unicode.Scalar], _ number: Int, isLeadingBarACell: Bool
    ) -> DumpLine {
        var cells = cells(scalars, number) { scalars[$0].isBar || scalars[$0].value == 9 ? 1 : 0 }
        // A bar on a line of its own parts the cells above and below it.
        if cells.allSatisfy(\.isBlank), cells.count == 2, scalars.count(where: \.isBar) == 1,
            scalars.first(where: { !$0.isSpace }) == scalars.first
        {
            return DumpLine(number: number, separator: .bar, cells: [])
        }
        let isSole = scalars.count(where: \.isBar) == 1
        if !isLeadingBarACell, scalars.first(where: { !$0.isSpace })?.isBar ?? false, cells.first?.isBlank ?? false,
            cells.count > 2 || !isSole
        {
            cells.removeFirst()
        }
        if scalars.last(where: { !$0.isSpace })?.isBar ?? false, cells.last?.isBlank ?? false { cells.removeLast() }
        cells.removeLast(min(coveredSquares(scalars), cells.count))
        cells.removeAll(where: isSpanNote)
        if isRule(cells) { cells = [] }
        for index in cells.indices { cells[index].index = index }
        return DumpLine(number: number, separator: .bar, cells: cells)
    }

    /// | 规章 | 0 |||: bars at the end of a line without a space between them, where all others have one, stand for the
    /// squares that merged cells of the row cover. The first of them can have a space before it, where a blank cell
    /// has two.
    private static func coveredSquares(_ scalars: [Unicode.Scalar]) -> Int {
        let line = scalars[..<((scalars.lastIndex { !$0.isSpace } ?? -1) + 1)]
        let rest = line[..<((line.lastIndex { !$0.isBar } ?? -1) + 1)]
        let isAdjacent = zip(rest, rest.dropFirst()).contains { $0.isBar && $1.isBar }
        let isSpaced = zip(rest, rest.dropFirst()).contains { $0.isBar && $1.isSpace }
        guard isSpaced, !isAdjacent, line.count - rest.count > 1 else { return 0 }
        let end = rest.suffix(2)
        let startsApart = end.count == 2 && end.first?.isBar ?? false && end.last?.isSpace ?? false
        return line.count - rest.count - (startsApart ? 0 : 1)
    }

    /// colspan="2" | and 2+| before a cell of a wiki's table.
    private static func isSpanNote(_ cell: DumpCell) -> Bool {
        if cell.scalars.last == "+" {
            return cell.scalars.dropLast().allSatisfy { $0.isDigit || $0 == "." } && cell.scalars.count > 1
        }
        let name = cell.scalars.prefix { (0x61...0x7A).contains($0.value) }
        return name.count >= 4 && cell.scalars.dropFirst(name.count).starts(with: "=\"".unicodeScalars)
    }

    /// |---|:--:| under a Markdown header.
    private static func isRule(_ cells: [DumpCell]) -> Bool {
        var dashes = 0
        for cell in cells {
            for scalar in cell.scalars {
                guard [0x2D, 0x3A, 0x3D, 0x2500, 0x2501, 0x253C, 0x2B].contains(scalar.value) else { return false }
                dashes += 1
            }
        }
        // |- begins a row in a wiki.
        return dashes >= 2 * cells.count && dashes > 0 || cells.count == 1 && cells[0].scalars.elementsEqual(["-"])
    }

    private static let mostCells = 5_000

    private static func cells(
        _ scalars: [Unicode.Scalar], _ number: Int, separatorLength: (Int) -> Int
    ) -> [DumpCell] {
        var cells: [DumpCell] = []
        var start = 0
        var index = 0
        var x = 0
        var startX = 0
        func finish(_ end: Int) {
            cells.append(cell(scalars, start..<end, x: startX, number, index: cells.count))
        }
        while index < scalars.count {
            // What is left of a line with more cells than a whole report is cut off.
            if cells.count >= mostCells { return cells }
            let length = separatorLength(index)
            if length > 0 {
                finish(index)
                for offset in index..<(index + length) {
                    x += scalars[offset].value == 9 ? 8 - x % 8 : scalars[offset].squares
                }
                index += length
                start = index
                startX = x
            } else {
                x += scalars[index].squares
                index += 1
            }
        }
        finish(scalars.count)
        return cells
    }

    private static func cell(
        _ scalars: [Unicode.Scalar], _ range: Range<Int>, x: Int, _ number: Int, index: Int
    ) -> DumpCell {
        var start = range.lowerBound
        var end = range.upperBound
        var x = x
        while start < end, scalars[start].isSpace {
            x += scalars[start].squares
            start += 1
        }
        while end > start, scalars[end - 1].isSpace { end -= 1 }
        let slice = scalars[start..<end]
        return DumpCell(
            scalars: slice, line: number, column: start + 1, x: x, width: slice.reduce(0) { $0 + $1.squares },
            index: index)
    }

    /// How long the run of spaces is that begins here and parts two cells.
    private static func gap(in scalars: [Unicode.Scalar], at index: Int) -> Int {
        guard scalars[index].isSpace else { return 0 }
        var end = index
        var squares = 0
        while end < scalars.count, scalars[end].isSpace {
            squares += scalars[end].squares
            end += 1
        }
        return squares >= 2 ? end - index : 0
    }

    /// Commas or semicolons part cells only where most of the cells are figures, and none where they can group digits
    /// unless the text says otherwise.
    private static func commaSeparated(
        _ scalars: [Unicode.Scalar], _ number: Int, _ marks: CellMarks
    ) -> [DumpCell]? {
        for comma: UInt32 in [0x2C, 0x3B] {
            let isSure = marks.commasPartCells && comma == 0x2C
            guard scalars.count(where: { $0.value == comma }) >= (isSure ? 1 : 3) else { continue }
            let quoted = quoted(scalars)
            let cells = unquoted(
                Self.cells(scalars, number) { scalars[$0].value == comma && !quoted.contains($0) ? 1 : 0 })
            if isSure, CommaRow.isOne(cells.map(\.scalars)) { return cells }
            let figures = cells.count { $0.isBlank || NumberText($0.scalars) != nil }
            let groups = cells.dropFirst().count { $0.scalars.count == 3 }
            // 1,75128311235125: cells ran together, and each comma groups digits.
            let canGroup = cells.dropFirst().allSatisfy { $0.scalars.prefix(while: \.isDigit).count >= 3 }
            if figures * 10 >= cells.count * 6, groups * 2 < cells.count, !canGroup { return cells }
        }
        return nil
    }

    /// The commas within quotes: "13,500" is one cell.
    private static func quoted(_ scalars: [Unicode.Scalar]) -> Set<Int> {
        guard scalars.contains("\"") else { return [] }
        var isWithin = false
        return Set(
            scalars.indices.filter { index in
                if scalars[index] == "\"" { isWithin.toggle() }
                return isWithin && scalars[index] == ","
            })
    }

    /// Quotes, and the brackets of lists, are no part of a cell; None is an empty one.
    private static func unquoted(_ cells: [DumpCell]) -> [DumpCell] {
        guard cells.contains(where: { $0.scalars.contains(where: isQuote) }) else { return cells }
        return cells.map { cell in
            var cell = cell
            let start = cell.scalars.count
            cell.scalars = cell.scalars.drop { isQuote($0) || isListBracket($0) || $0.isSpace }
            cell.column += start - cell.scalars.count
            while let last = cell.scalars.last, isQuote(last) || isListBracket(last) || last.isSpace {
                cell.scalars.removeLast()
            }
            if ["None", "null", "nan"].contains(cell.text) { cell.scalars = [] }
            return cell
        }
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "'" }

    private static func isListBracket(_ scalar: Unicode.Scalar) -> Bool { scalar == "[" || scalar == "]" }
}
