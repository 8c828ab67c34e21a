import Layout
import ReportModel
import Testing

/// Tables that tell overleaf that they go on.
@Suite struct ContinuedTableTests {
    private static let heads = ["County", "Total", "Under 18", "18 to 64"]

    private static func page(_ number: Int, title: String, note: String = "", head: [String] = heads) -> DrawnPage {
        var page = DrawnPage(number: number)
        // Lower than running heads stand.
        page.text(title, x: 60, y: 110)
        for y in [126.0, 144] { page.horizontal(y, 60, 420) }
        page.row(head, x: [60, 180, 260, 340], y: 130)
        for row in 0..<40 {
            let y = 148 + 14 * Double(row)
            let texts =
                ["County \(number == 1 ? "A" : "B")\(Character(UnicodeScalar(UInt8(65 + row % 26))))"]
                + (0..<3).map { "\(1100 * number + 13 * row + $0)" }
            page.row(texts, x: [60, 180, 260, 340], y: y)
        }
        page.horizontal(710, 60, 420)
        if !note.isEmpty { page.text(note, x: 60, y: 716) }
        return page
    }

    @Test func aTitleThatSaysThatTheTableGoesOn() throws {
        let pages = [
            Self.page(1, title: "Table 7. People by county", note: "See the notes at the end of the table."),
            Self.page(2, title: "Table 7. People by county—Continued"),
        ]
        let found = layout(pages[0], pages[1])
        #expect(found.tables.count == 1 && found.tables.first?.rowCount == 81)
        #expect(found.tables.first?.places.map(\.page) == [1, 2])
        // Nothing but the second title is lost.
        #expect(found.lines.map(\.text) == ["Table 7. People by county", "See the notes at the end of the table."])
    }

    /// A title of its own begins a table of its own, and so does what a sentence says was discontinued.
    @Test(arguments: ["Table 8. People by county and sex", "Services that were discontinued"])
    func aTitleOfAnotherTable(title: String) throws {
        let pages = [Self.page(1, title: "Table 7. People by county"), Self.page(2, title: title)]
        let found = layout(pages[0], pages[1])
        #expect(found.tables.count == 2)
        #expect(found.lines.contains { $0.text == title })
    }
}
