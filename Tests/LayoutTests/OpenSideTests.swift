import Layout
import ReportModel
import Testing

/// Tables with lines between all rows and columns, and none at their sides.
@Suite struct OpenSideTests {
    private static let head = ["信息内容", "本年制发件数", "现行有效件数"]

    /// Rows between lines, each of one cell or three.
    private static func draw(_ rows: [[String]], on page: inout DrawnPage, top: Double, height: Double = 20) {
        let x: [Double] = [60, 220, 360, 500]
        for row in 0...rows.count { page.horizontal(top + Double(row) * height, x[0], x[3]) }
        for (row, texts) in rows.enumerated() {
            let y = top + Double(row) * height
            if texts.count > 1 { for x in x[1...2] { page.vertical(x, y, y + height) } }
            for (column, text) in texts.enumerated() {
                page.text(text, x: texts.count > 1 ? x[column] + 4 : 240, y: y + 5)
            }
        }
    }

    /// A heading over all columns has no line at its sides and none across.
    @Test func holdsHeadingsOverAllColumns() {
        let rows = [
            ["第（一）项"], Self.head, ["规章", "1", "22"], ["规范性文件", "3", "406"], ["第（五）项"], Self.head, ["行政许可", "0", "7"],
        ]
        var page = DrawnPage()
        Self.draw(rows, on: &page, top: 100)
        let tables = layout(page).tables
        #expect(tables.map(\.rowCount) == [7])
        let headings = tables.first?.cells.filter { $0.text.hasPrefix("第") } ?? []
        #expect(headings.map(\.row) == [0, 4])
        #expect(headings.map(\.columnSpan) == [3, 3])
    }

    /// A heading between rows that are closed at their sides stands in its table, and a caption over a head does not.
    @Test(arguments: [false, true])
    func holdsHeadingsBetweenClosedRows(isCaption: Bool) {
        let x: [Double] = [60, 220, 360, 500]
        let upper = [["Adverse reaction", "Drug", "Placebo"], ["Nausea", "40", "19"]]
        let lower =
            (isCaption ? [["Carrier", "Flights", "Delays"]] : []) + [
                ["Headache", "18", "11"], ["Dizziness", "28", "7"],
            ]
        var page = DrawnPage()
        page.table(upper, x: x, top: 100)
        page.text("Nervous system", x: 64, y: 154)
        page.table(lower, x: x, top: 172)
        let tables = layout(page).tables
        #expect(tables.map(\.rowCount) == (isCaption ? [2, 3] : [5]))
        let heading = tables.first?.cell(2, 0)
        #expect(isCaption || heading?.text == "Nervous system" && heading?.columnSpan == 3)
    }

    /// More room than a row has: a caption between two tables.
    @Test func keepsTablesApartThatACaptionParts() {
        var page = DrawnPage()
        Self.draw([Self.head, ["规章", "1", "22"]], on: &page, top: 100)
        page.text("表2 行政许可", x: 240, y: 152)
        Self.draw([Self.head, ["行政许可", "0", "7"]], on: &page, top: 174)
        #expect(
            layout(page).tables.map(\.texts) == [[Self.head, ["规章", "1", "22"]], [Self.head, ["行政许可", "0", "7"]]])
    }

    /// The column of a label that begins on the page before and ends on the next has no line but the one that ends it.
    /// (ruled-chromium-any15 of seed 115)
    @Test func closesTheColumnOfALabelOfAllRows() {
        var page = DrawnPage()
        page.table(
            [["公开", "1", "22"], ["不公开", "3", "40"], ["无法提供", "0", "7"], ["其他", "5", "6"]], x: [90, 220, 360, 500],
            top: 100)
        page.vertical(60, 100, 196)
        page.stacked("办理结果", x: 70, y: 110)
        let table = layout(page).tables.first
        #expect(table?.columnCount == 4)
        #expect(table?.cell(0, 0)?.text == "办理结果" && table?.cell(0, 0)?.rowSpan == 4)
    }

    /// A line beside a table that is longer is none of its own.
    @Test func leavesALongerLineOut() {
        var page = DrawnPage()
        page.table([["公开", "1", "22"], ["不公开", "3", "40"]], x: [90, 220, 360, 500], top: 100)
        page.vertical(60, 80, 400)
        #expect(layout(page).tables.map(\.columnCount) == [3])
    }
}
