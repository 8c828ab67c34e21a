import Layout
import ReportModel
import Testing

/// Sheets as spreadsheets print them, with the letters of their columns and the numbers of their rows.
@Suite struct SheetHeadTests {
    private static let columns = [40.0, 60, 200, 300, 400]

    private func sheet(_ cells: [DrawnPage.Square], rows: Int, number: Int = 1) -> DrawnPage {
        var page = DrawnPage(number: number)
        let letters = ["A", "B", "C"].enumerated().map { DrawnPage.Square(row: 0, column: $0 + 1, text: $1) }
        let numbers = (1...rows).map { DrawnPage.Square(row: $0, column: 0, text: "\($0)") }
        page.table(
            [.init(row: 0, column: 0, text: "")] + letters + numbers + cells, columns: Self.columns,
            rows: (0...rows + 1).map { 60 + 24 * Double($0) })
        return page
    }

    private func values(from row: Int) -> [DrawnPage.Square] {
        (row..<row + 3).flatMap { row in
            [
                DrawnPage.Square(row: row, column: 1, text: "事项\(row)"),
                DrawnPage.Square(row: row, column: 2, text: "\(row * 7)"),
                DrawnPage.Square(row: row, column: 3, text: "\(row + 11)"),
            ]
        }
    }

    @Test func takesLettersAndNumbersOut() throws {
        let title = DrawnPage.Square(row: 1, column: 1, columnSpan: 3, text: "汇总")
        let table = try #require(layout(sheet([title] + values(from: 2), rows: 4)).tables.first)
        #expect((table.rowCount, table.columnCount) == (4, 3))
        #expect(table.cells.map(\.text).prefix(4) == ["汇总", "事项2", "14", "13"])
    }

    /// Nothing says that a table which counts its own rows and columns is a sheet.
    @Test func keepsTheHeadsOfATableWithoutMergedCells() throws {
        let table = try #require(layout(sheet(values(from: 1), rows: 3)).tables.first)
        #expect((table.rowCount, table.columnCount) == (4, 4))
    }

    /// A sheet of text, one paragraph a row, is not the beginning of the table on the next sheet.
    @Test func keepsASheetOfTextOutOfTheNextSheetsTable() throws {
        let texts = ["某局", "年度报告", "第一段。", "第二段。", "第三段。"].enumerated().map { row, text in
            DrawnPage.Square(row: row + 1, column: 1, columnSpan: 3, text: text)
        }
        let title = DrawnPage.Square(row: 1, column: 1, columnSpan: 3, text: "汇总")
        let layout = layout(sheet(texts, rows: 5), sheet([title] + values(from: 2), rows: 4, number: 2))
        #expect(layout.lines.map(\.text) == ["某局", "年度报告", "第一段。", "第二段。", "第三段。"])
        #expect(layout.tables.map(\.rowCount) == [4])
    }
}
