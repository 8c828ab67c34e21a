import ReportModel
import Testing

@testable import Forms

/// Texts set in columns, by programs that count the characters' widths in their own ways.
@Suite struct SquareWidthsTests {
    /// The squares of a Chinese character, and of a sign that can be as wide or half as wide.
    @Test(arguments: [(2, 2), (2, 1), (1, 1)]) func figuresStandInLine(wide: Int, sign: Int) {
        func padded(_ text: String, to squares: Int) -> String {
            let taken = text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : $1.hasOpenWidth ? sign : wide) }
            return text + String(repeating: " ", count: max(2, squares - taken))
        }
        let lines = ExtractedTextTests.rows.map { label, cells in
            padded(label, to: 50) + cells.map { padded($0 == 0 ? "—" : "\($0)", to: 6) }.joined()
        }
        let cells = CellReader()
        let elements = lines.enumerated().flatMap { cells.elements(of: DumpLine($1, number: $0 + 1)) }
        let settled = SquareWidths.settled(elements, of: lines).filter { $0.value != nil }
        #expect(settled.count == 7 * lines.count)
        #expect(Set(settled.map(\.x)) == Set((0..<7).map { 50 + 6 * $0 }))
    }

    /// A label need not stand in the middle of its cell, but figures two columns further out tell nothing of theirs.
    @Test(arguments: [(29.0, 1), (34.0, nil), (39.0, 2), (47.0, 2), (49.0, nil), (13.0, 0), (11.0, nil)])
    func whatStandsFarOutsideOfTheHeadIsNoColumns(middle: Double, column: Int?) {
        #expect(Alignment([21, 30, 39], reach: 0.2, isOpen: true).nearest(middle) == column)
    }
}
