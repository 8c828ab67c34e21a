import Layout
import ReportModel
import Testing

/// What stands between tables or below them and is none of theirs.
@Suite struct BetweenTableTests {
    private static let x = [100.0, 280, 350, 420]

    private static func rows(_ count: Int, from top: Double, ruled: Bool = false, on page: inout DrawnPage) {
        for row in 0..<count {
            let y = top + 24 * Double(row)
            page.row(["某种事项之\(row)", "\(row + 4)", "5", "\(row)"], x: x, y: y)
            if ruled { page.horizontal(y + 18, 70, 470) }
        }
    }

    /// A vertical label that hangs out of its table ends below the page's number, which is no row.
    /// (partly-reportlab-any64 of seed 9304)
    @Test func aPageNumberBesideAVerticalLabel() {
        var page = DrawnPage()
        page.row(["事项", "甲", "乙", "丙"], x: Self.x, y: 640)
        Self.rows(4, from: 664, on: &page)
        page.stacked("三、本年度办理的结果", x: 70, y: 700)
        page.row(["", "第3页 共7页"], x: Self.x, y: 786)
        let found = layout(page)
        #expect(found.tables.map(\.rowCount) == [5])
        #expect(!found.tables.flatMap(\.cells).contains { $0.text.contains("页") })
    }

    /// A title in larger type between the last line of one table and the first of the next.
    /// (partly-weasyprint-any55 of seed 9304)
    @Test func aTitleBetweenTheLinesOfTwoTables() throws {
        var page = DrawnPage()
        page.horizontal(96, 70, 470)
        page.row(["事项", "甲", "乙", "丙"], x: Self.x, y: 100)
        page.horizontal(118, 70, 470)
        Self.rows(3, from: 124, ruled: true, on: &page)
        page.text("三、收到和处理申请情况", x: 88, y: 208, size: 12)
        page.horizontal(227, 70, 470)
        page.row(["事项", "子", "丑", "寅"], x: Self.x, y: 231)
        page.horizontal(249, 70, 470)
        Self.rows(4, from: 255, ruled: true, on: &page)
        let found = layout(page)
        #expect(!found.tables.flatMap(\.cells).contains { $0.text.contains("收到和处理") })
        #expect(found.tables.count == 2)
    }

    /// A heading in the type of the tables above and below it, a little larger. (unruled-weasyprint-any2 of seed 108)
    @Test func aTitleALittleLargerThanTheTables() {
        var page = DrawnPage()
        page.row(["事项", "甲", "乙", "丙"], x: Self.x, y: 100)
        Self.rows(5, from: 124, on: &page)
        page.text("三、收到和处理申请情况", x: 120, y: 244, size: 11.9)
        page.row(["结果", "子", "丑", "总数"], x: [90, 200, 310, 420], y: 266)
        page.row(["1", "5", "9", "15"], x: [90, 200, 310, 420], y: 290)
        let found = layout(page)
        #expect(found.tables.map(\.rowCount) == [6, 2])
        #expect(!found.tables.flatMap(\.cells).contains { $0.text.contains("收到和处理") })
    }

    /// The last line of a table, a note below it, the next table's title and its first line: the title is no row between
    /// two lines. (partly-chromium-any82 of seed 107)
    @Test func aTitleBelowTheNoteOfATable() {
        var page = DrawnPage()
        page.horizontal(96, 70, 470)
        page.row(["事项", "甲", "乙", "丙"], x: Self.x, y: 100)
        page.horizontal(118, 70, 470)
        Self.rows(3, from: 124, ruled: true, on: &page)
        page.text("注：以上各项均含所属单位的数量", x: 70, y: 196, size: 6)
        page.text("三、收到和处理申请情况", x: 92, y: 213)
        page.horizontal(227, 180, 470)
        page.row(["事项", "子", "丑", "寅"], x: Self.x, y: 231)
        page.horizontal(249, 70, 470)
        Self.rows(4, from: 255, ruled: true, on: &page)
        let found = layout(page)
        #expect(!found.tables.flatMap(\.cells).contains { $0.text.contains("收到和处理") })
    }

    /// The heading of all columns below a title that is hardly larger. (unruled-weasyprint-any98 of seed 107)
    @Test func aHeadingBelowATitleHardlyLarger() {
        var page = DrawnPage()
        page.text("四、行政复议和诉讼的情况", x: 88, y: 66, size: 10.6)
        page.centred("行政复议", at: 285, y: 90)
        for (column, text) in ["结果维持", "结果纠正", "其他结果", "总计"].enumerated() {
            let middle = 120 + 110 * Double(column)
            page.centred(text, at: middle, y: 114)
            page.centred("\(column + 3)", at: middle, y: 138)
        }
        #expect(layout(page).tables.first?.cells.contains { $0.text == "行政复议" && $0.columnSpan == 4 } == true)
    }

    /// Two tables below each other with the same headings and as many columns: no table has its headings twice.
    @Test(arguments: [true, false]) func twoTablesWithTheSameHead(hasDates: Bool) throws {
        var page = DrawnPage()
        for (table, top) in [80.0, 150].enumerated() {
            let head =
                hasDates ? ["Week ending", "June 2\(3 + table)", "Change"] : ["Facts \(table)", "Ohio", "Nation"]
            page.row(head, x: [60, 230, 320], y: top)
            page.horizontal(top + 14, 60, 400)
            for (row, label) in ["Claims of any age", "Benefits paid", "Insured workers"].enumerated() {
                page.row(
                    [label, "\(374 + row + table),000", "13,\(588 - row)"], x: [60, 230, 320],
                    y: top + 16 * Double(row + 1))
            }
        }
        let tables = layout(page).tables
        #expect(tables.map(\.rowCount) == [4, 4], "\(tables.map(\.texts))")
        #expect(tables.last?.cells.filter(\.isHeader).count == 3)
    }
}
