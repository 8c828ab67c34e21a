import Layout
import ReportModel
import Testing

/// Tables of which a page shows only a part: what the page's end does to their first column and their head.
@Suite struct PartialPageTests {
    private let x = [60.0, 80, 180, 280, 380]

    @Test func keepsALabelThatHangsOutOfItsLastRow() {
        var first = DrawnPage()
        first.table([["", "项目", "上年", "本年"], ["", "甲类", "1", "2"]], x: x, top: 600)
        // The last row has room for one of the label's characters.
        for (line, text) in ["办", "理", "结", "果"].enumerated() { first.text(text, x: 65, y: 634 + 12 * Double(line)) }
        var second = DrawnPage(number: 2)
        second.table([["", "乙类", "3", "4"], ["", "丙类", "5", "6"]], x: x, top: 80)
        let found = layout(first, second)
        #expect(found.lines.isEmpty)
        #expect(found.tables.count == 1)
        #expect(found.tables.first?.cell(1, 0)?.text.filter { $0 != "\n" } == "办理结果")
    }

    @Test func leavesANoteBelowTheTable() {
        var page = DrawnPage()
        page.table([["", "项目", "上年", "本年"], ["一", "甲类", "1", "2"]], x: x, top: 600)
        page.text("注", x: 65, y: 656)
        #expect(layout(page).lines.map(\.text) == ["注"])
    }

    @Test func goesOnWithoutTheLinesOfAMergedLabel() {
        var first = DrawnPage()
        first.table(
            [
                DrawnPage.Square(row: 0, column: 0, columnSpan: 2, text: "项目"),
                DrawnPage.Square(row: 0, column: 2, text: "上年"), DrawnPage.Square(row: 0, column: 3, text: "本年"),
                DrawnPage.Square(row: 1, column: 0, rowSpan: 2, text: "办\n理"),
                DrawnPage.Square(row: 1, column: 1, text: "甲类"), DrawnPage.Square(row: 1, column: 2, text: "1"),
                DrawnPage.Square(row: 1, column: 3, text: "2"), DrawnPage.Square(row: 2, column: 1, text: "乙类"),
                DrawnPage.Square(row: 2, column: 2, text: "3"), DrawnPage.Square(row: 2, column: 3, text: "4"),
            ], columns: x, rows: [600, 624, 648, 672])
        var second = DrawnPage(number: 2)
        // The label's column has a line on its left, and nothing above or below it.
        second.vertical(60, 80, 128)
        second.table([["丙类", "5", "6"], ["丁类", "7", "8"]], x: Array(x[1...]), top: 80)
        let table = layout(first, second).tables.first
        #expect(table?.rowCount == 5)
        #expect(table?.cell(1, 0)?.rowSpan == 4)
        #expect(table?.texts.last == ["", "丁类", "7", "8"])
    }

    @Test func keepsAHeadOverItsColumnsOverleaf() {
        let columns = [160.0, 240, 320]
        var first = DrawnPage()
        first.text("收到数量", x: 230, y: 600)
        for (text, x) in zip(["本年", "上年", "合计"], columns) { first.text(text, x: x, y: 616) }
        func row(_ label: String, _ values: [String], _ page: inout DrawnPage, _ y: Double) {
            page.text(label, x: 60, y: y)
            for (value, x) in zip(values, columns) { page.text(value, x: x + 5, y: y) }
        }
        for line in 0..<6 { row("甲类\(line)", ["12", "3", "15"], &first, 632 + 16 * Double(line)) }
        var second = DrawnPage(number: 2)
        for line in 0..<6 { row("乙类\(line)", ["12", "3", "15"], &second, 80 + 16 * Double(line)) }
        let table = layout(first, second).tables.first
        #expect(table?.rowCount == 14)
        #expect(table?.cells.first { $0.text == "收到数量" }?.columnSpan == 3)
    }

    /// A row of headings that the page's end parts from its values is no half of the row below.
    @Test func keepsAHeadThatSpansFromItsRowOverleaf() {
        func section(_ row: Int, _ label: String, _ value: String) -> [DrawnPage.Square] {
            [
                DrawnPage.Square(row: row, column: 0, text: "内容"),
                DrawnPage.Square(row: row, column: 1, columnSpan: 3, text: "本年数量"),
                DrawnPage.Square(row: row + 1, column: 0, text: label),
                DrawnPage.Square(row: row + 1, column: 1, columnSpan: 3, text: value),
            ]
        }
        var first = DrawnPage()
        let head = ["内容", "上年", "本年", "增减"].enumerated().map { DrawnPage.Square(row: 0, column: $0, text: $1) }
        let values = ["甲类", "1", "2", "1"].enumerated().map { DrawnPage.Square(row: 1, column: $0, text: $1) }
        first.table(
            head + values + section(2, "乙类", "3") + section(4, "丙类", "4") + section(6, "丁类", "5").prefix(2),
            columns: x, rows: (0...7).map { 600 + 24 * Double($0) })
        var second = DrawnPage(number: 2)
        second.table(
            [
                DrawnPage.Square(row: 0, column: 0, text: "丁类"),
                DrawnPage.Square(row: 0, column: 1, columnSpan: 3, text: "5"),
            ], columns: x, rows: [80, 104])
        #expect(layout(first, second).tables.first?.rowCount == 8)
    }

    @Test func findsTheRunningHeadsOfTurnedPages() {
        var pages: [DrawnPage] = []
        for number in 1...2 {
            var page = DrawnPage(number: number, width: 842, height: 595)
            page.text("某局年度报告", x: 360, y: 78)
            page.text("正文\(number)", x: 60, y: 200)
            pages.append(page)
        }
        #expect(layout(pages[0], pages[1]).lines.map(\.text) == ["正文1", "正文2"])
    }
}
