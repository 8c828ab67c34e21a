import Layout
import ReportModel
import Testing

/// Tables as statistical reports print them.
@Suite struct StatisticsPageTests {
    private static func print(
        _ rows: [[String]], on page: inout DrawnPage, x: [Double], top: Double, leading: Double = 14
    ) {
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() where !text.isEmpty {
                page.text(text, x: x[column], y: top + Double(row) * leading)
            }
        }
    }

    private static func prose(on page: inout DrawnPage, x: Double, top: Double) {
        for line in 0..<5 {
            page.text("本年在岗人员的工资比上年有所增长，其中一线", x: x, y: top + Double(line) * 14)
        }
    }

    /// Two tables in two columns of prose, their rows on the same heights.
    @Test func partsTablesInColumnsOfProse() {
        let left = [["行业", "人数"], ["建筑", "312"], ["运输", "48"], ["教育", "7"], ["卫生", "915"]]
        let right = [["地区", "户数"], ["城关", "66"], ["东乡", "1204"], ["西乡", "39"], ["南乡", "5"]]
        var page = DrawnPage()
        for (x, rows) in [(60.0, left), (310.0, right)] {
            Self.prose(on: &page, x: x, top: 80)
            Self.print(rows, on: &page, x: [x, x + 150], top: 180)
            Self.prose(on: &page, x: x, top: 280)
        }
        #expect(layout(page).tables.map(\.texts) == [left, right])
    }

    /// The same rows below one column of prose are one table.
    @Test func keepsATableOverAPageWhole() {
        var page = DrawnPage()
        let rows = [
            ["行业", "人数", "地区", "户数"], ["建筑", "312", "城关", "66"], ["运输", "48", "东乡", "1204"],
            ["教育", "7", "西乡", "39"], ["卫生", "915", "南乡", "5"],
        ]
        for line in 0..<5 {
            page.text("本年在岗人员的工资比上年有所增长，其中一线人员的工资增长较快，差距有所缩小", x: 60, y: 80 + Double(line) * 14)
        }
        Self.print(rows, on: &page, x: [60, 210, 310, 460], top: 180)
        #expect(layout(page).tables.map(\.texts) == [rows])
    }

    /// Texts of one line each between drawn columns: none ends for want of room.
    @Test func findsRowsOfTextsThatEndAtWill() {
        let rows = [
            ["办公室", "窗口", "随时"], ["法规科", "公报", "每季"], ["宣传科", "网站", "随时"], ["信息中心", "窗口", "每月"],
        ]
        var page = DrawnPage()
        let edges: [Double] = [60, 200, 340, 480]
        for y in [100.0, 122, 182] { page.horizontal(y, 60, 480) }
        for x in edges { page.vertical(x, 100, 182) }
        Self.print([["部门", "渠道", "时间"]], on: &page, x: edges.map { $0 + 4 }, top: 106)
        Self.print(rows, on: &page, x: edges.map { $0 + 4 }, top: 126)
        #expect(layout(page).tables.map(\.texts) == [[["部门", "渠道", "时间"]] + rows])
    }

    /// A column of texts between the labels and the values does not make the labels those of several rows.
    @Test func keepsLabelsBesideTextsInTheirRows() {
        let rows = [
            ["Office", "Method", "Cases"], ["Ashford", "Field visits", "1969"],
            ["Cedar Point", "Monthly survey", "403"],
            ["Elmhurst", "Online form", "4949"], ["Harrow", "Required by law", "27"],
            ["Juniper", "Not applicable", "1185"],
        ]
        var page = DrawnPage()
        for y in [100.0, 118, 192] { page.horizontal(y, 60, 480) }
        Self.print(rows, on: &page, x: [60, 200, 420], top: 104, leading: 13)
        #expect(layout(page).tables.map(\.texts) == [rows])
    }

    @Test func numbersOfColumnsAreNoLinesOfTheirHeadings() {
        let rows = [
            ["", "人数", "比重", "增长"], ["", "(1)", "(2)", "(3)"], ["建筑", "312", "4.1", "2.2"],
            ["运输", "4825", "17.8", "0.4"], ["教育", "700", "8.0", "3.1"], ["卫生", "915", "9.6", "1.7"],
        ]
        var page = DrawnPage()
        for y in [98.0, 126, 186] { page.horizontal(y, 60, 480) }
        Self.print(rows, on: &page, x: [60, 200, 300, 400], top: 102, leading: 12)
        let table = layout(page).tables.first
        #expect(table?.texts == rows)
    }

    /// Set as wide as the page's text, and broken where a word ends.
    @Test func joinsTheLinesOfWideHeadings() {
        var page = DrawnPage()
        for y in [96.0, 136, 214] { page.horizontal(y, 60, 480) }
        Self.print(
            [["", "", "Margin"], ["Industry", "Mean", "of error"]], on: &page, x: [60, 200, 340], top: 102,
            leading: 16.5)
        let rows = [
            ["Building", "312", "4.1"], ["Transport", "4825", "17.8"], ["Schools", "700", "8.0"],
            ["Health", "915", "9.6"],
        ]
        Self.print(rows, on: &page, x: [60, 200, 340], top: 142, leading: 16.5)
        #expect(layout(page).tables.map(\.texts) == [[["Industry", "Mean", "Margin\nof error"]] + rows])
    }

    /// A row without a value has its own label and its own text, each of which ended with room for the next.
    @Test func keepsRowsApartThatLackValues() {
        let rows = [
            ["Office", "Method", "Cases"], ["Ashford", "Online form and mail", "1969"],
            ["Cedar Point", "Field visits", "403"],
            ["Leisure and hospitality", "Monthly", "4949"], ["Total", "Optional", ""],
            ["Harrow", "Field visits", "27"], ["Juniper", "Optional", "1185"],
        ]
        var page = DrawnPage()
        for y in [100.0, 118, 206] { page.horizontal(y, 60, 480) }
        Self.print(rows, on: &page, x: [60, 220, 420], top: 104, leading: 13)
        #expect(layout(page).tables.map(\.texts) == [rows])
    }

    /// A sign among texts makes no column of values, over which the second lines of texts would be headings.
    @Test func joinsTheLinesOfTextsAboveASign() {
        let rows = [
            ["", "Method", "Cases"], ["Ashford", "Annual survey with", "41"], ["", "follow-up by mail", ""],
            ["Cedar Point", "...", "69"], ["Harrow", "Annual survey with", "11"], ["", "follow-up by mail", ""],
        ]
        var page = DrawnPage()
        for y in [100.0, 118, 194] { page.horizontal(y, 60, 480) }
        Self.print(rows, on: &page, x: [60, 220, 420], top: 104, leading: 12)
        #expect(
            layout(page).tables.map(\.texts) == [
                [
                    rows[0], ["Ashford", "Annual survey with\nfollow-up by mail", "41"], rows[3],
                    ["Harrow", "Annual survey with\nfollow-up by mail", "11"],
                ]
            ])
    }

    /// A table's number and its name stand beside each other, and close above its head, as cells do.
    @Test(arguments: [["表2", "收到的申请数量（单位：件）"], ["", "表2收到的申请数量"], ["Table 2.", "Applications received"]])
    func keepsTheTitleOutOfTheTable(title: [String]) {
        let rows = [
            ["项目", "自然人", "商业企业", "社会公益", "总计"], ["新收", "312", "41", "7", "360"], ["结转", "48", "17", "0", "65"],
            ["答复", "700", "8", "22", "730"],
        ]
        var page = DrawnPage()
        Self.print([title], on: &page, x: [190, 240], top: 86)
        page.text("法人或其他组织", x: 290, y: 101)
        Self.print(rows, on: &page, x: [60, 200, 270, 340, 410], top: 116, leading: 22)
        let layout = layout(page)
        #expect(layout.tables.map(\.rowCount) == [5])
        let heading = layout.tables.first?.cells.first { $0.text == "法人或其他组织" }
        #expect(heading?.row == 0)
        #expect(heading?.columnSpan == 2)
        #expect(layout.lines.map(\.text).joined().filter { $0 != " " } == title.joined().filter { $0 != " " })
    }
}
