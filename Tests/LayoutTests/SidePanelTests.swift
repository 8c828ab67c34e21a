import Layout
import ReportModel
import Testing

/// Pages as web sites print them, with a coloured panel beside the article.
@Suite struct SidePanelTests {
    private static let values = [240.0, 300, 360]

    private func page(_ number: Int = 1, rows: Range<Int>, panel: Box, drawn: (inout DrawnPage) -> Void) -> DrawnPage {
        var page = DrawnPage(number: number)
        page.page.areas = [FilledArea(box: panel, red: 0.95, green: 0.95, blue: 0.95)]
        for row in rows {
            page.row(
                ["事项\(row)"] + Self.values.map { "\(row + Int($0))" }, x: [60] + Self.values,
                y: 60 + 20 * Double(row - rows.lowerBound))
        }
        drawn(&page)
        return page
    }

    /// Lines at a pitch of their own.
    private func news(_ count: Int, _ page: inout DrawnPage) {
        for line in 0..<count {
            page.text("新闻" + String(repeating: "题", count: 3 + line % 7), x: 430, y: 66 + 13 * Double(line), size: 8)
        }
    }

    @Test func keepsAPanelOutOfTheTableBesideIt() throws {
        let page = page(rows: 0..<12, panel: Box(x: 420, y: 50, width: 150, height: 400)) { news(24, &$0) }
        let layout = layout(page)
        let table = try #require(layout.tables.first)
        #expect(layout.tables.count == 1)
        #expect((table.rowCount, table.columnCount) == (12, 4))
        #expect(layout.lines.map(\.text).count { $0.hasPrefix("新闻") } == 24)
    }

    /// The last column of a table may have a colour too: its texts stand in the table's rows.
    @Test func keepsAColouredColumnInItsTable() throws {
        let page = page(rows: 0..<16, panel: Box(x: 420, y: 50, width: 150, height: 340)) { page in
            for row in 0..<16 { page.text("说明\(row)", x: 430, y: 60 + 20 * Double(row)) }
        }
        let table = try #require(layout(page).tables.first)
        #expect((table.rowCount, table.columnCount) == (16, 5))
    }

    /// Overleaf the panel ends after a line or two, and the table goes on.
    @Test func knowsThePanelOverleaf() throws {
        let first = page(rows: 0..<36, panel: Box(x: 420, y: 50, width: 150, height: 740)) { news(54, &$0) }
        let second = page(2, rows: 36..<40, panel: Box(x: 420, y: 50, width: 150, height: 30)) { page in
            page.text("旧闻  11", x: 430, y: 66, size: 8)
        }
        let layout = layout(first, second)
        let table = try #require(layout.tables.first)
        #expect((layout.tables.count, table.rowCount, table.columnCount) == (1, 40, 4))
        #expect(layout.lines.last?.text.hasPrefix("旧闻") == true)
    }

    /// A browser's address stands as close to the last row as the rows to each other.
    @Test func takesThePagesAddressForNoRow() throws {
        var page = DrawnPage()
        for row in 0..<38 {
            page.row(
                ["事项\(row)"] + Self.values.map { "\(row + Int($0))" }, x: [60] + Self.values, y: 60 + 20 * Double(row))
        }
        page.text("https://www.example.gov.invalid/a.html", x: 230, y: 820)
        page.text("2/3", x: 520, y: 820)
        let table = try #require(layout(page).tables.first)
        #expect((table.rowCount, table.columnCount) == (38, 4))
    }
}
