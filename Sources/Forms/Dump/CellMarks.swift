/// What parts the cells of a text's lines, as far as the text has to be looked at as a whole to tell.
struct CellMarks {
    /// Rows that two spaces part.
    var spaced = SpacedRows([])
    /// Rows that one space parts.
    var singleSpaced = SingleSpacedRows([])
    /// Bars stand behind every cell, and none before the first of a line: one there has a blank cell before it.
    var barsFollowCells = false
    /// A comma stands behind labels as it does between figures.
    var commasPartCells = false
    /// Two tabs stand between any two cells, four where one between them is blank.
    var tabsComeInTwos = false
    /// A tab stands behind every cell, the last of a line as well.
    var tabsFollowCells = false
    /// Tabs stand before the text of lines alone: they indent it.
    var tabsIndent = false
    /// Bars stand for digits that a scan's reader misread, and part no cells.
    var barsAreDigits = false
    /// Bars part the cells of the text, and dashes alone on a line part the head from the rows below it.
    var dashesAreRules = false

    /// Lines that must begin with a cell, and for how many that begin with a bar each may stand.
    private static let fewest = 8
    private static let shareOfBlanks = 4
    private static let fewestAlone = 3
    /// A table of one cell a line has some hundreds.
    private static let fewestIndented = 60

    init() {}

    init(_ lines: [String]) {
        spaced = SpacedRows(lines)
        singleSpaced = SingleSpacedRows(lines)
        commasPartCells = CommaRow.areIn(lines)
        barsFollowCells = Self.barsFollowCells(lines)
        tabsComeInTwos = Self.tabsComeInTwos(lines)
        tabsFollowCells = Self.tabsFollowCells(lines)
        barsAreDigits = MisreadDigits.haveBars(lines)
        tabsIndent = Self.tabsIndent(lines)
        dashesAreRules = !barsAreDigits && lines.count { $0.unicodeScalars.contains(where: \.isBar) } >= Self.fewest
    }

    /// --- below a head of one cell, of which Markdown has as many as the head has cells.
    func isRule(_ scalars: [Unicode.Scalar]) -> Bool {
        let line = scalars.drop(while: \.isSpace).reversed().drop(while: \.isSpace)
        return dashesAreRules && line.count >= 3 && line.allSatisfy { $0 == "-" }
    }

    private static func tabsIndent(_ lines: [String]) -> Bool {
        var indented = 0
        for line in lines where !line.isBlank {
            let text = line.utf8.drop { $0 == 9 || $0 == 0x20 }
            if text.contains(9) { return false }
            if line.utf8.prefix(line.utf8.count - text.count).count(where: { $0 == 9 }) > 1 { indented += 1 }
        }
        return indented >= fewestIndented
    }

    private static func tabsFollowCells(_ lines: [String]) -> Bool {
        // Where a table's last column is blank, rows end in a tab as well; cells that are alone on their lines do not.
        var rows = (all: 0, ended: 0)
        var alone = 0
        for line in lines {
            let tabs = line.utf8.count { $0 == 9 }
            guard tabs > 0, line.utf8.first != 9 || tabs > 1 else { continue }
            let isEnded = line.utf8.last == 9
            if tabs == 1 {
                if isEnded { alone += 1 }
                // 维持 and 结果 can be the lines of two cells of the head; 行政许可 and 183 are a row.
                if !isEnded, line.unicodeScalars.contains(where: \.isDigit) { return false }
                continue
            }
            rows.all += 1
            if isEnded { rows.ended += 1 }
        }
        // The lines of a cell of the head end without one.
        return rows.all >= fewest && alone >= fewestAlone && rows.ended * 20 >= rows.all * 19
    }

    private static func tabsComeInTwos(_ lines: [String]) -> Bool {
        var runs = 0
        for line in lines {
            var tabs = 0
            for byte in line.utf8 {
                if byte == 9 {
                    tabs += 1
                    continue
                }
                guard tabs % 2 == 0 else { return false }
                if tabs > 0 { runs += 1 }
                tabs = 0
            }
        }
        return runs >= fewest
    }

    private static func barsFollowCells(_ lines: [String]) -> Bool {
        var withCell = 0
        var withBar = 0
        for line in lines where line.utf8.count < 1000 {
            let scalars = Array(line.unicodeScalars.filter { !$0.isSpace })
            guard let first = scalars.first, let last = scalars.last, last.isBar, !scalars.allSatisfy(\.isBar),
                scalars.count(where: \.isBar) > 1
            else { continue }
            if first.isBar { withBar += 1 } else { withCell += 1 }
        }
        return withCell >= fewest && withCell * shareOfBlanks >= withBar
    }
}
