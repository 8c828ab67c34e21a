import ReportModel
import Testing

@testable import Layout

/// What stands at a page's end and at the next one's start: open rows, notes, repeated heads.
@Suite struct PageEndTests {
    private let x = [60.0, 160, 260, 360]
    private let head = ["项目", "上年", "本年"]

    /// The page's end cuts a row right below its text: three of many lines go on, the outermost among them.
    @Test func aLowRowLeftOpen() {
        var first = DrawnPage()
        for line in 0..<40 { first.text("正文用大字号印刷，一行接一行直到表格为止。", x: 60, y: 40 + 12 * Double(line), size: 16) }
        first.table([head, ["甲类", "1", "2"], ["乙类", "3", "4"]], x: x, top: 600)
        for x in x { first.vertical(x, 672, 687) }
        for (text, x) in zip(["丙类", "5", "6"], [100.0, 205, 305]) { first.text(text, x: x, y: 673) }
        // Lines within the heads of sections, which end before the last row.
        for line in 0..<12 { first.vertical(166 + 6 * Double(line), 600, 624) }
        let table = layout(first).tables.last
        #expect(table?.cells.contains { $0.text == "丙类" } == true)
        #expect(table?.rowCount == 4)
    }

    /// A line right below the last label that is much longer than it: nobody broke it there.
    @Test func aNoteRightBelowTheLastRow() {
        var first = DrawnPage()
        first.table([head, ["甲类", "1", "2"]], x: x, top: 600)
        first.table(
            [.init(row: 0, column: 0, columnSpan: 2, text: "四、结转"), .init(row: 0, column: 2, text: "7")],
            columns: [60, 160, 260, 360], rows: [648, 662])
        first.text("说明：本表由科室按月报送", x: 61, y: 663)
        var second = DrawnPage(number: 2)
        second.table([["乙类", "3", "4"]], x: x, top: 80)
        let found = layout(first, second)
        #expect(found.lines.map(\.text) == ["说明：本表由科室按月报送"])
        #expect(found.tables.contains { $0.cells.contains { $0.text == "四、结转" } })
    }

    /// The first lines of a head, further apart than others, below the line that the table begins with.
    /// (partly-weasyprint-any46 of seed 109)
    @Test func aHeadBelowItsFirstLine() {
        var first = DrawnPage()
        first.text("二、收到和处理申请的情况", x: 80, y: 630, size: 14)
        first.horizontal(676, 60, 500)
        first.text("（本列数据的勾稽关系）", x: 66, y: 682)
        first.text("申请人情况", x: 335, y: 682)
        first.row(["自然人", "企业", "总计"], x: [285, 350, 415], y: 712)
        var second = DrawnPage(number: 2)
        for row in 0..<5 {
            second.row(["某种申请\(row)", "\(row)", "4", "\(row + 4)"], x: [66, 290, 355, 420], y: 80 + 24 * Double(row))
        }
        let cells = layout(first, second).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text == "申请人情况" && $0.columnSpan == 3 }, "\(cells.map(\.text))")
        #expect(cells.contains { $0.text == "（本列数据的勾稽关系）" && $0.column == 0 })
    }

    /// The labels' cells end anywhere before the first values, and their heading is in the middle of the cells.
    /// (unruled-reportlab-any5 of seed 113)
    @Test func aHeadOverLabelsInWiderCells() {
        var first = DrawnPage()
        first.text("二、收到和处理申请的情况", x: 80, y: 680, size: 14)
        first.centred("（本列数据的勾稽关系为第一项加第二项）", at: 155, y: 720)
        first.centred("申请人情况", at: 405, y: 720)
        var second = DrawnPage(number: 2)
        for (text, x) in zip(["自然人", "企业", "科研", "总计"], [300.0, 370, 440, 510]) { second.centred(text, at: x, y: 80) }
        for row in 0..<5 {
            second.row(["第一类", "公开的", "申请\(row)"], x: [40, 80, 120], y: 104 + 24 * Double(row))
            for (column, x) in [300.0, 370, 440, 510].enumerated() {
                second.centred("\(row + column)", at: x, y: 104 + 24 * Double(row))
            }
        }
        let cells = layout(first, second).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text == "申请人情况" && $0.columnSpan == 4 }, "\(cells.map(\.text))")
    }
}
