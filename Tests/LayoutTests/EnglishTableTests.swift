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

    private func texts(_ table: Table, _ row: Int) -> [String] {
        table.texts[row].map { String($0.map { $0 == "\n" ? " " : $0 }) }
    }

    /// What is neither flush with the head of a column nor centred on it spans columns, though it stands above one alone.
    @Test func headsThatAreNeitherFlushNorCentred() throws {
        var page = DrawnPage()
        for y in [88.0, 110, 184] { page.horizontal(y, 60, 390) }
        page.text("Period", x: 69, y: 90, size: 8)
        for (text, x) in [("Petrol", 183.0), ("Gases", 285), ("Coal", 360)] {
            page.centred(text, at: x, y: 90, size: 8)
        }
        for (text, x) in [("Production", 140.0), ("Imports", 198), ("Production", 242), ("Imports", 300)] {
            page.text(text, x: x, y: 100, size: 8)
        }
        for row in 0..<7 {
            let y = 111 + 10 * Double(row)
            page.text("January", x: 69, y: y, size: 8)
            for (column, end) in [180.0, 226, 282, 328, 374].enumerated() {
                page.text("\(3124 + 7 * row + column)", x: end - 16, y: y, size: 8)
            }
        }
        let table = try #require(layout(page).tables.first)
        let upper = table.cells.filter { $0.row == 0 && $0.columnSpan == 2 }
        #expect(upper.map(\.text) == ["Petrol", "Gases"] && upper.map(\.column) == [1, 3], "\(table.texts)")
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

    /// Errors in brackets below the figures that they belong to are a row of their own.
    @Test func errorsInBrackets() throws {
        var page = DrawnPage()
        var rows = [["", "One", "Two", "Three"]]
        for (row, label) in ["Schooling", "Experience", "Union", "Female"].enumerated() {
            rows.append([label] + (0..<3).map { "-0.\(131 + 27 * row + $0)***" })
            rows.append([""] + (0..<3).map { "(0.\(112 + 13 * row + $0))" })
        }
        rows.append(["Observations", "4817", "9948", "9800"])
        Self.print(rows, on: &page, x: [60, 150, 215, 280], top: 80, leading: 13)
        let table = try #require(layout(page).tables.first)
        #expect(table.texts == rows)
    }

    /// Numbers that texts stand right beside are what the rows are called by, and a number that begins a text's second line
    /// is a word of it.
    @Test func numbersBeforeTexts() throws {
        var page = DrawnPage()
        let x: [Double] = [60, 120, 290, 430]
        page.row(["Docket", "Applicant", "Address", "Fee"], x: x, y: 80)
        for row in 0..<6 {
            let y = 96 + 28 * Double(row)
            let number = "AB-\(521 + 17 * row)"
            page.row([number, "Northern Power Company", "42 Main Street, Suite", "$\(34 + row)"], x: x, y: y)
            page.row(["", row % 2 == 0 ? "of the Plains" : "", "89607"], x: x, y: y + 12)
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.rowCount == 7 && table.columnCount == 4, "\(table.texts)")
        let row = ["AB-521", "Northern Power Company of the Plains", "42 Main Street, Suite 89607", "$34"]
        #expect(texts(table, 1) == row)
    }

    /// Texts of several lines in rows that rules part are no prose.
    @Test func textsBetweenRules() throws {
        let lines = [
            "Operators would report each", "release above the threshold,", "by telephone or by mail.",
        ]
        var page = DrawnPage()
        page.row(["Issue", "Current requirement", "Proposed change"], x: [60, 210, 380], y: 80)
        page.horizontal(76, 55, 590)
        page.horizontal(94, 55, 590)
        for (row, label) in ["Record keeping", "Reporting", "Inspection", "Training"].enumerated() {
            let top = 98 + 44 * Double(row)
            page.text(label, x: 60, y: top)
            for (line, text) in lines.enumerated() {
                page.row([text, text], x: [210, 380], y: top + 12 * Double(line))
            }
            page.horizontal(top + 40, 55, 590)
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.rowCount == 5 && table.columnCount == 3)
        let whole = lines.joined(separator: " ")
        #expect(texts(table, 4) == ["Training", whole, whole])
    }

    /// Lines of prose right above two tables and below them reach over the space between them.
    @Test func besideEachOtherBelowProse() {
        func prose(_ count: Int, from top: Double, on page: inout DrawnPage) {
            for line in 0..<count {
                let text =
                    "The survey was carried out among all establishments with ten or more employees in the states."
                page.text(text, x: 60, y: top + 11 * Double(line))
            }
        }
        func rows(_ head: String) -> [[String]] {
            [[head, "Units", "Value"]] + (0..<10).map { ["Nebraska", "\(312 + 7 * $0)", "\($0).25"] }
        }
        var page = DrawnPage()
        prose(5, from: 60, on: &page)
        for (x, title) in [(60.0, "Imports"), (319.0, "Exports")] {
            page.text("Table of \(title)", x: x, y: 118, size: 11)
            for y in [134.0, 147.5, 278] { page.horizontal(y, x, x + 233) }
            for (row, texts) in rows(title).enumerated() {
                page.row(texts, x: [x + 4, x + 156, x + 209], y: 136 + 13 * Double(row))
            }
        }
        prose(7, from: 285, on: &page)
        #expect(layout(page).tables.map(\.texts) == [rows("Imports"), rows("Exports")])
    }

    /// A number ends a heading, below its other words and beside no label.
    @Test func aHeadingThatEndsWithANumber() throws {
        var page = DrawnPage()
        page.row(["County", "Population", "Cases"], x: [60, 160, 260], y: 86)
        page.centred("Rate per", at: 360, y: 80)
        page.centred("100,000", at: 360, y: 92)
        for (row, label) in ["Adams", "Boone", "Clark", "Dane", "Green"].enumerated() {
            page.row(
                [label, "48,05\(row)", "2\(row)", "66.\(row)"], x: [60, 170, 268, 350], y: 112 + 16 * Double(row))
        }
        let table = try #require(layout(page).tables.first)
        #expect(texts(table, 0) == ["County", "Population", "Cases", "Rate per 100,000"], "\(table.texts)")
    }

    /// Rules part most rows, some of several lines: the last ones have none between them and are one row too.
    @Test func rowsOfSeveralLinesBetweenRules() throws {
        var page = DrawnPage()
        page.row(["Agency", "Step taken", "Status"], x: [60, 160, 400], y: 80)
        let rows = [
            [
                ["Department of", "Defense"],
                ["Issued guidance that requires officers", "to document research for all orders."], ["Implemented"],
            ],
            [
                ["Department of", "the Interior"], ["Planned to revise its manual and train", "staff at two centers."],
                ["Open"],
            ],
            [
                ["General Services", "Administration"], ["Added a field so that users see how many", "were received."],
                ["Implemented in", "part"],
            ],
        ]
        page.horizontal(94, 55, 500)
        for (row, texts) in rows.enumerated() {
            for (lines, x) in zip(texts, [60.0, 160, 400]) {
                for (line, text) in lines.enumerated() {
                    page.text(text, x: x, y: 98 + 30 * Double(row) + 12 * Double(line))
                }
            }
            page.horizontal(124 + 30 * Double(row), 55, 500)
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.rowCount == 4, "\(table.texts)")
        #expect(texts(table, 3)[0] == "General Services Administration")
    }

    /// A heading as wide as the room between those beside it is one column's, however close the values below them stand.
    @Test func aWideHeadingOverOneColumn() throws {
        var page = DrawnPage()
        page.horizontal(78, 60, 300)
        page.text("Year", x: 64, y: 86, size: 8)
        for (text, x, y) in [
            ("Number of students", 140.0, 81.0), ("(in thousands)", 140, 91), ("Share of all", 212, 81),
            ("students", 212, 91),
        ] { page.centred(text, at: x, y: y, size: 8) }
        page.horizontal(103, 60, 300)
        for row in 0..<6 {
            for (text, x) in [("1999–0\(row)", 64.0), ("47,65\(row)", 146), ("87.\(row)", 218)] {
                page.text(text, x: x, y: 106 + 12 * Double(row), size: 8)
            }
        }
        let table = try #require(layout(page).tables.first)
        #expect(
            texts(table, 0) == ["Year", "Number of students (in thousands)", "Share of all students"], "\(table.texts)")
    }

    /// A short paragraph above a long one in the same column of prose is no cell of the table beside it, nor is the number
    /// that ends one of its lines.
    @Test func twoParagraphsBesideATable() throws {
        var page = DrawnPage()
        let lines = [
            "Staff asked that the item be put off to the next", "regular meeting of the board in June or July.", "",
            "Loans that were ninety days past due made up", "less of the total at the end of the quarter,",
            "down from the quarter before that by", "percent, and visitors stayed as long as ever.",
            "The program served more than it had the year", "before, and officials said that they would go",
            "on as they had planned to in all of the states.",
        ]
        for (row, line) in lines.enumerated() where !line.isEmpty {
            page.text(line, x: 60, y: 80 + 13 * Double(row))
        }
        page.text("22.6", x: 60 + 36 * 5 + 6, y: 80 + 13 * 5)
        page.row(["School year", "Students", "Share"], x: [330, 410, 480], y: 86)
        for row in 0..<8 {
            page.row(
                ["199\(row)–0\(row)", "47,65\(row)", "87.\(row)"], x: [330, 415, 484], y: 101 + 13.7 * Double(row))
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.columnCount == 3 && table.rowCount == 9, "\(table.texts)")
    }
}
