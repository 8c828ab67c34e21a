import Layout
import ReportModel
import Testing

/// Headings of several columns that stand right over a column in their middle.
@Suite struct HeadLevelTests {
    private static func row(_ texts: [String], _ middles: [Double], y: Double, on page: inout DrawnPage) {
        for (text, middle) in zip(texts, middles) { page.centred(text, at: middle, y: y) }
    }

    /// Five columns with a heading over all of them.
    private static func five(from top: Double, on page: inout DrawnPage) {
        let middles = (0..<5).map { 110 + 93 * Double($0) }
        page.centred("复议案件", at: middles[2], y: top)
        row(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"], middles, y: top + 14, on: &page)
        row(["0", "36", "996", "0", "1032"], middles, y: top + 28, on: &page)
    }

    /// Ten narrow columns, five and five with a heading.
    private static func ten(from top: Double, on page: inout DrawnPage) {
        let middles = (0..<10).map { 87 + 46.5 * Double($0) }
        page.centred("未复议就起诉", at: middles[2], y: top)
        page.centred("复议后起诉", at: middles[7], y: top)
        let leaves = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        row(leaves + leaves, middles, y: top + 14, on: &page)
        row((0..<10).map { "\(11 + $0)" }, middles, y: top + 28, on: &page)
    }

    /// Both texts would have found room on one line.
    @Test func withRoomForBoth() throws {
        var page = DrawnPage()
        Self.five(from: 100, on: &page)
        let table = try #require(layout(page).tables.first)
        #expect(table.cell(0, 0)?.text == "复议案件")
        #expect(table.cell(0, 0)?.columnSpan == 5)
        #expect(table.cell(1, 2)?.text == "其他结果")
    }

    /// It is wider than the column.
    @Test func widerThanTheColumn() throws {
        var page = DrawnPage()
        Self.ten(from: 100, on: &page)
        let table = try #require(layout(page).tables.first)
        #expect(table.cell(0, 5)?.text == "复议后起诉")
        #expect(table.cell(0, 5)?.columnSpan == 5)
        #expect(table.cell(1, 7)?.text == "其他结果")
    }

    /// A heading that is broken because its column has no room for all of it is one.
    @Test func brokenForRoom() throws {
        var page = DrawnPage()
        let middles = (0..<5).map { 110 + 60 * Double($0) }
        page.centred("其他的处", at: middles[2], y: 100)
        Self.row(["结果维持", "结果纠正", "理的结果", "尚未审结", "总计"], middles, y: 112, on: &page)
        Self.row(["0", "36", "996", "0", "1032"], middles, y: 126, on: &page)
        let table = try #require(layout(page).tables.first)
        #expect(table.rowCount == 2)
        #expect(table.cell(0, 2)?.text == "其他的处\n理的结果")
    }

    /// Two tables whose frames share a line; the lower one has far more columns.
    @Test func framesUnderEachOther() {
        var page = DrawnPage()
        Self.five(from: 100, on: &page)
        Self.ten(from: 148, on: &page)
        for y in [96.0, 144, 192] { page.horizontal(y, 60, 535) }
        for x in [60.0, 535] { page.vertical(x, 96, 192) }
        #expect(layout(page).tables.map(\.columnCount) == [5, 10])
    }
}
