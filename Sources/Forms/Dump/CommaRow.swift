import ReportModel

/// A row of a table that commas part: words, then nothing but figures, marks and blanks.
enum CommaRow {
    /// Labels of merged cells stand before the row's own.
    private static let mostWords = 3
    private static let fewestRows = 5

    static func isOne(_ cells: [ArraySlice<Unicode.Scalar>]) -> Bool {
        // Squares of merged cells, or of numbers that are none of the table's.
        let cells = cells.drop { $0.allSatisfy(\.isSpace) }
        let words = cells.prefix { !isFigure($0) }
        let figures = cells.dropFirst(words.count)
        // 行政许可18,788: the comma is the figure's.
        let endsInDigits = words.last?.last { !$0.isSpace }.map(\.isDigit) ?? false
        return words.count <= mostWords && !endsInDigits && !figures.isEmpty && figures.allSatisfy(isFigure)
    }

    /// Whether labels have commas behind them, and figures behind those, line after line: what stands between two commas
    /// is a cell then, and no group of digits.
    static func areIn(_ lines: [String]) -> Bool {
        var count = 0
        for line in lines where line.utf8.count < 1000 && line.utf8.contains(0x2C) {
            let cells = Array(line.unicodeScalars).split(separator: ",", omittingEmptySubsequences: false)
            let hasWords = cells.first { !$0.allSatisfy(\.isSpace) }.map { !isFigure($0) } ?? false
            if hasWords, isOne(cells), cells.contains(where: { $0.contains { !$0.isSpace } && isFigure($0) }) {
                count += 1
            }
            if count == fewestRows { return true }
        }
        return false
    }

    private static func isFigure(_ cell: ArraySlice<Unicode.Scalar>) -> Bool {
        cell.allSatisfy(\.isSpace) || NumberText(cell) != nil || NumberText.isMark(cell)
    }
}
