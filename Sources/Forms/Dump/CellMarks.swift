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

    /// Lines that must begin with a cell, and for how many that begin with a bar each may stand.
    private static let fewest = 8
    private static let shareOfBlanks = 4

    init() {}

    init(_ lines: [String]) {
        spaced = SpacedRows(lines)
        singleSpaced = SingleSpacedRows(lines)
        commasPartCells = CommaRow.areIn(lines)
        barsFollowCells = Self.barsFollowCells(lines)
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
