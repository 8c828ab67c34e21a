import ReportModel

/// Words in which a scan's reader took digits for letters or bars: 287l, 1O4, O. What they say nobody knows, but each is a
/// figure: without it those behind it would slide, and without its letter it would be another one.
enum MisreadDigits {
    /// Whether all of a cell's text is such a word.
    static func are(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard !word.isEmpty, word.count <= longest, word.contains(where: isLookalike),
            word.allSatisfy({ $0.isDigit || isLookalike($0) || $0.isDecimalPoint || $0 == "-" })
        else { return false }
        return word.count == 1 || word.contains(where: \.isDigit)
    }

    /// The end of the word that begins here, with nothing but a space or a label before it, if it is such a word.
    static func end(from start: Int, in scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> Int? {
        guard start == range.lowerBound || scalars[start - 1].isSpace else { return nil }
        let end = scalars[start..<range.upperBound].firstIndex(where: \.isSpace) ?? range.upperBound
        return are(scalars[start..<end]) ? end : nil
    }

    /// 287|  5  |18  0: bars among figures that spaces part, row after row, part no cells. Those at both ends of most rows
    /// are a frame.
    static func haveBars(_ lines: [String]) -> Bool {
        var rows = 0
        var framed = 0
        for line in lines {
            let cells = line.unicodeScalars.split { $0.isBar }.map { cell in
                cell.split(whereSeparator: \.isSpace).count { $0.allSatisfy(\.isDigit) }
            }
            guard cells.reduce(0, +) >= fewestFigures else { continue }
            guard cells.contains(where: { $0 > 1 }) else { return false }
            rows += 1
            let text = line.trimmingWhitespace().unicodeScalars
            if let first = text.first, let last = text.last, first.isBar, last.isBar { framed += 1 }
        }
        return rows >= fewestRows && framed * 2 < rows
    }

    private static let fewestFigures = 3
    private static let fewestRows = 8

    /// No office has counted more.
    private static let longest = 12

    private static func isLookalike(_ scalar: Unicode.Scalar) -> Bool {
        lookalikes.contains(scalar) || scalar.isBar
    }

    private static let lookalikes = Set("OoQlIiSsBZz〇".unicodeScalars)
}
