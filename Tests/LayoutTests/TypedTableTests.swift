import Layout
import ReportModel
import Testing

/// Tables of typed statistics, and what stands around them.
@Suite struct TypedTableTests {
    private static let columns = [60.0, 230, 300, 370]

    private static func rows(_ count: Int, on page: inout DrawnPage, from top: Double) {
        for row in 0..<count {
            let texts = ["Stocks of kind \(row + 1)"] + (0..<3).map { "\(3120 + 61 * row + $0)" }
            page.row(texts, x: columns, y: top + 12 * Double(row))
        }
    }

    /// Rows of dashes are rules: they end the head, and no notes stand above the last of them.
    @Test func rulesOfDashes() throws {
        var page = DrawnPage()
        let dashes = String(repeating: "-", count: 68)
        page.text(dashes, x: 60, y: 80)
        page.row(["Items", "2009/10", "2010/11", "2011/12"], x: Self.columns, y: 92)
        page.text("Forecast", x: 368, y: 104)
        page.text(dashes, x: 60, y: 116)
        Self.rows(6, on: &page, from: 128)
        page.text(dashes, x: 60, y: 200)
        page.text("1/ Stocks in hands of refiners and processors.", x: 60, y: 212)
        let table = try #require(layout(page).tables.first)
        #expect(
            table.texts.first == ["Items", "2009/10", "2010/11", "2011/12\nForecast"], "\(table.texts)")
        #expect(table.texts.last?[0] == "Stocks of kind 6" && table.rowCount == 7)
    }

    /// Two notes side by side below a table are none of its rows: the first reaches over the columns of most.
    @Test func notesSideBySide() throws {
        var page = DrawnPage()
        for y in [86.0, 104, 194] { page.horizontal(y, 60, 410) }
        page.row(["Area", "2009", "2010", "2011"], x: Self.columns, y: 90)
        Self.rows(7, on: &page, from: 108)
        page.row(
            ["C.N.M.I.: Commonwealth of Northern Mariana Islands.", "U: Not available."], x: [60, 325],
            y: 196)
        let table = try #require(layout(page).tables.first)
        #expect(table.texts.last?[0] == "Stocks of kind 7", "\(table.texts)")
    }

    /// The numbers at a chart's axes and over its bars stand in nobody's rows.
    @Test func numbersOfAChart() {
        var page = DrawnPage()
        page.horizontal(330, 70, 540)
        for step in 0..<6 { page.text("\(50 * step)", x: 44, y: 324 - 40 * Double(step)) }
        for bar in 0..<11 {
            let x = 76 + 42 * Double(bar)
            page.text("\(1960 + 5 * bar)", x: x, y: 336)
            page.text("\(91 + 13 * bar).5", x: x - 2, y: 130 + Double((bar * 47) % 170))
        }
        #expect(layout(page).tables.isEmpty)
    }

    /// Where the labels are numbers too, a heading at their left edge is a label still.
    @Test func aHeadingOverAgeGroups() throws {
        var page = DrawnPage()
        for y in [86.0, 104] { page.horizontal(y, 60, 410) }
        page.row(["Age", "No.", "%", "Rate"], x: Self.columns, y: 90)
        var y = 108.0
        for sex in ["Men", "Women"] {
            page.text(sex, x: 60, y: y)
            for row in 0..<4 {
                y += 12
                page.row(
                    ["\(18 + 10 * row)-\(27 + 10 * row)", "\(417 + row)", "2\(row).5", "\(row).9"],
                    x: Self.columns, y: y)
            }
            y += 12
        }
        page.horizontal(y + 2, 60, 410)
        let table = try #require(layout(page).tables.first)
        let heading = try #require(table.cells.first { $0.text == "Men" })
        #expect(heading.columnSpan == 1 && table.rowCount == 11, "\(table.texts)")
    }

    /// A text that found no room in its cell runs on over the line into a cell that has nothing of its own.
    @Test func aTextOverALine() throws {
        var page = DrawnPage()
        page.table(
            [
                ["Size", "Returns", "Amount"], ["", "", ""], ["All", "1204", "3310"],
                ["None", "310", "87"],
            ],
            x: [60, 190, 260, 340], top: 80)
        page.text("Accumulated from the smallest sizes", x: 64, y: 110)
        let table = try #require(layout(page).tables.first)
        #expect(table.texts[1] == ["Accumulated from the smallest sizes", "", ""], "\(table.texts)")
    }
}
