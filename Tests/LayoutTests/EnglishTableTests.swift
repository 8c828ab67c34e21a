import Layout
import ReportModel
import Testing

/// Tables as English statistics print them: heads of two levels without rules, texts of several lines, errors in brackets.
@Suite struct EnglishTableTests {
    private static func print(
        _ rows: [[String]], on page: inout DrawnPage, x: [Double], top: Double, leading: Double = 14
    ) {
        for (row, texts) in rows.enumerated() {
            page.row(texts, x: x, y: top + Double(row) * leading)
        }
    }

    /// What stands above the first of two columns and is centred on both spans them, however near it is to their heads.
    @Test func headsThatAreNeitherFlushNorCentred() throws {
        var page = DrawnPage()
        for (text, x) in [("Crude oil", 230.0), ("Coal", 440)] { page.centred(text, at: x, y: 80) }
        for (text, x) in [("Output", 200.0), ("Imports", 260), ("Output", 320), ("Imports", 380)] {
            page.centred(text, at: x, y: 92)
        }
        page.centred("Natural gas", at: 350, y: 80)
        page.text("Period", x: 60, y: 80)
        for row in 0..<6 {
            page.text("January", x: 60, y: 110 + 14 * Double(row))
            for column in 0..<5 {
                page.centred("\(312 + 7 * row + column)", at: 200 + 60 * Double(column), y: 110 + 14 * Double(row))
            }
        }
        let table = try #require(layout(page).tables.first)
        let upper = table.cells.filter { $0.row == 0 && $0.columnSpan == 2 }
        #expect(upper.map(\.text) == ["Crude oil", "Natural gas"] && upper.map(\.column) == [1, 3], "\(table.texts)")
    }

    /// A rule below headings of several columns goes on from one to the next: it ends no head.
    @Test func aRuleBelowAllHeadingsOfSeveralColumns() throws {
        var page = DrawnPage()
        page.text("Country", x: 60, y: 80)
        page.centred("Growth", at: 260, y: 80)
        page.centred("Inflation", at: 410, y: 80)
        for column in 0..<6 { page.centred("\(2004 + column % 3)", at: 210 + 50 * Double(column), y: 96) }
        page.horizontal(76, 55, 490)
        page.horizontal(93, 180, 490)
        page.horizontal(110, 55, 490)
        for row in 0..<6 {
            page.text("Norway", x: 60, y: 114 + 14 * Double(row))
            for column in 0..<6 {
                page.centred("\(row).\(column)", at: 210 + 50 * Double(column), y: 114 + 14 * Double(row))
            }
        }
        page.horizontal(200, 55, 490)
        let table = try #require(layout(page).tables.first)
        let heads = table.cells.filter { $0.row == 0 && $0.columnSpan == 3 }
        #expect(heads.map(\.text) == ["Growth", "Inflation"] && heads.map(\.column) == [1, 4], "\(table.texts)")
        #expect(!table.cells.contains { $0.row == 1 && !$0.text.isEmpty && !$0.isHeader })
    }
}
