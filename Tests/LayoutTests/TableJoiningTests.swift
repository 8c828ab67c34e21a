import Layout
import ReportModel
import Testing

@Suite struct TableJoiningTests {
    private let x = [60.0, 160, 260, 360]
    private let head = ["项目", "上年", "本年"]

    @Test func joinsOverAPageAndDropsTheRepeatedHead() {
        var first = DrawnPage()
        first.table([head, ["甲类", "1", "2"], ["乙类", "3", "4"]], x: x, top: 600)
        first.text("- 1 -", x: 280, y: 800)
        var second = DrawnPage(number: 2)
        // Shifted, as right-hand pages are.
        second.table([head, ["丙类", "5", "6"]], x: x.map { $0 + 20 }, top: 80)
        second.text("说明", x: 60, y: 400)
        second.text("- 2 -", x: 280, y: 800)
        let found = layout(first, second)
        #expect(found.tables.count == 1)
        #expect(found.tables.first?.texts == [head, ["甲类", "1", "2"], ["乙类", "3", "4"], ["丙类", "5", "6"]])
        #expect(found.tables.first?.places.map(\.page) == [1, 2])
        #expect(found.lines.map(\.text) == ["说明"])
    }

    @Test func keepsTablesWithTextBetweenApart() {
        var first = DrawnPage()
        first.table([head, ["甲类", "1", "2"]], x: x, top: 600)
        var second = DrawnPage(number: 2)
        second.text("二、另一张表", x: 60, y: 200)
        second.table([head, ["丙类", "5", "6"]], x: x, top: 220)
        #expect(layout(first, second).tables.count == 2)
    }

    @Test func joinsARowThatWasCut() {
        var first = DrawnPage()
        first.table([head, ["1.甲类", "1", "2"], ["2.乙类事项与", "", ""]], x: x, top: 600)
        var second = DrawnPage(number: 2)
        second.table([["其他", "3", "4"], ["3.丙类", "5", "6"]], x: x, top: 80)
        let table = layout(first, second).tables.first
        #expect(table?.texts == [head, ["1.甲类", "1", "2"], ["2.乙类事项与\n其他", "3", "4"], ["3.丙类", "5", "6"]])
        #expect(table?.cell(2, 0)?.parts.map(\.outline.page) == [1, 2])
        #expect(table?.cell(2, 1)?.parts.map(\.text) == ["", "3"])
    }

    /// Overleaf the column of the merged label has no lines, and the labels beside it are parted into two columns that are
    /// one in all rows before. (ruled-chromium-any57 of seed 9401)
    @Test func joinsAPartWithoutItsFirstColumn() {
        typealias Square = DrawnPage.Square
        var first = DrawnPage()
        first.table(
            [
                Square(row: 0, column: 0, columnSpan: 2, text: "项目"), Square(row: 0, column: 2, text: "甲"),
                Square(row: 0, column: 3, text: "乙"), Square(row: 1, column: 0, rowSpan: 2, text: "三、\n结果"),
                Square(row: 1, column: 1, text: "（一）公开"), Square(row: 1, column: 2, text: "1"),
                Square(row: 1, column: 3, text: "2"), Square(row: 2, column: 1, text: "（二）部分公开"),
                Square(row: 2, column: 2, text: "3"), Square(row: 2, column: 3, text: "4"),
            ], columns: [60, 100, 300, 360, 420], rows: [690, 720, 750, 780])
        var second = DrawnPage(number: 2)
        second.table(
            [
                Square(row: 0, column: 0, rowSpan: 2, text: "（三）不公开"), Square(row: 0, column: 1, text: "1.秘密"),
                Square(row: 0, column: 2, text: "5"), Square(row: 0, column: 3, text: "6"),
                Square(row: 1, column: 1, text: "2.其他"), Square(row: 1, column: 2, text: "7"),
                Square(row: 1, column: 3, text: "8"),
            ], columns: [100, 180, 300, 360, 420], rows: [80, 110, 140])
        let tables = layout(first, second).tables
        #expect(tables.map(\.columnCount) == [5])
        #expect(tables.first?.cell(1, 0)?.rowSpan == 4)
        #expect(tables.first?.cell(3, 1)?.text == "（三）不公开")
    }

    @Test func keepsTwoRowsApart() {
        var first = DrawnPage()
        first.table([head, ["1.甲类", "1", "2"], ["2.乙类", "", ""]], x: x, top: 600)
        var second = DrawnPage(number: 2)
        second.table([["3.丙类", "3", "4"], ["4.丁类", "5", "6"]], x: x, top: 80)
        let table = layout(first, second).tables.first
        #expect(table?.rowCount == 5)
    }

    @Test func keepsAHeadFromItsFirstRow() {
        var first = DrawnPage()
        first.table([["某项", "", ""], head], x: x, top: 600)
        var second = DrawnPage(number: 2)
        second.table([["丙类", "3", "4"], ["丁类", "5", "6"]], x: x, top: 80)
        #expect(layout(first, second).tables.first?.texts.count == 4)
    }

    @Test(arguments: ["", "三、办理结果"])
    func continuesAMergedLabel(below: String) {
        var first = DrawnPage()
        first.table(
            [
                .init(row: 0, column: 0, rowSpan: 2, text: "三、办理结果"), .init(row: 0, column: 1, text: "（一）公开"),
                .init(row: 0, column: 2, text: "1"), .init(row: 1, column: 1, text: "（二）不公开"),
                .init(row: 1, column: 2, text: "2"),
            ], columns: x, rows: [600, 650, 700])
        var second = DrawnPage(number: 2)
        second.table(
            [
                .init(row: 0, column: 0, rowSpan: 2, text: below), .init(row: 0, column: 1, text: "（三）其他"),
                .init(row: 0, column: 2, text: "3"), .init(row: 1, column: 1, text: "（四）总计"),
                .init(row: 1, column: 2, text: "6"),
            ], columns: x, rows: [80, 120, 160])
        let table = layout(first, second).tables.first
        #expect(table?.rowCount == 4)
        #expect(table?.cell(0, 0)?.rowSpan == 4)
        #expect(table?.cell(0, 0)?.text == "三、办理结果")
        #expect(table?.cell(0, 0)?.parts.count == 2)
    }

    @Test func joinsALabelThatWasCutBetweenRows() {
        var first = DrawnPage()
        first.table(
            [
                .init(row: 0, column: 0, text: "（三）不予"), .init(row: 0, column: 1, text: "1.甲"),
                .init(row: 0, column: 2, text: "1"), .init(row: 1, column: 0, text: "（四）无"),
                .init(row: 1, column: 1, text: "1.乙"), .init(row: 1, column: 2, text: "2"),
            ], columns: x, rows: [600, 650, 700])
        var second = DrawnPage(number: 2)
        second.table(
            [
                .init(row: 0, column: 0, rowSpan: 2, text: "法提供"), .init(row: 0, column: 1, text: "2.丙"),
                .init(row: 0, column: 2, text: "3"), .init(row: 1, column: 1, text: "3.丁"),
                .init(row: 1, column: 2, text: "6"),
            ], columns: x, rows: [80, 120, 160])
        let table = layout(first, second).tables.first
        #expect(table?.rowCount == 4)
        #expect(table?.cell(1, 0)?.text == "（四）无\n法提供")
        #expect(table?.cell(1, 0)?.rowSpan == 3)
    }

    @Test func joinsARowThatIsASingleCell() {
        var first = DrawnPage()
        first.table(
            [
                .init(row: 0, column: 0, text: "甲"), .init(row: 0, column: 1, text: "乙"),
                .init(row: 1, column: 0, text: "1"), .init(row: 1, column: 1, text: "2"),
            ], columns: [60, 160, 360], rows: [600, 650, 700])
        var second = DrawnPage(number: 2)
        second.table([["标题行"]], x: [60, 360], top: 80)
        let table = layout(first, second).tables.first
        #expect(table?.texts == [["甲", "乙"], ["1", "2"], ["标题行", ""]])
        #expect(table?.cell(2, 0)?.columnSpan == 2)
    }
}
