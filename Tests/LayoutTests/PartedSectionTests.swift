import ReportModel
import Testing

@testable import Layout

/// Headings and labels that a page's end parts from their table, and heads that their lines tell.
@Suite struct PartedSectionTests {
    private func section(_ page: inout DrawnPage, _ rows: [[String]], from y: Double) {
        let x = [70.0, 275, 385, 495]
        for (text, x) in zip(["信息内容", "本年制发", "本年废止", "现行有效"], [140.0, 280, 390, 500]) {
            page.centred(text, at: x, y: y)
        }
        for (index, texts) in rows.enumerated() { page.row(texts, x: x, y: y + 20 * Double(index + 1)) }
    }

    private func heading(_ found: DocumentLayout, _ text: String) -> Cell? {
        found.tables.flatMap(\.cells).first { $0.text == text }
    }

    /// The first section's heading ends its page, as far from other text as lines of text are.
    @Test func aTablesFirstHeadingEndsThePageBefore() {
        var first = DrawnPage()
        for line in 0..<20 { first.text("正文一行接一行，写到这一页的末尾才有表格。", x: 70, y: 60 + 24 * Double(line)) }
        first.centred("第二十条第（一）项", at: 300, y: 740)
        var second = DrawnPage(number: 2)
        section(&second, [["规章", "12", "33", "24"], ["文件", "16", "62", "31"]], from: 80)
        second.centred("第二十条第（五）项", at: 300, y: 140)
        section(&second, [["许可", "21", "30", "42"], ["事项", "61", "26", "13"]], from: 160)
        let found = layout(first, second)
        let cell = heading(found, "第二十条第（一）项")
        #expect(cell?.row == 0 && cell?.columnSpan == 4 && cell?.parts.map(\.outline.page) == [1])
        #expect(found.tables.map { $0.places.map(\.page) } == [[1, 2]])
        #expect(found.lines.count == 20)
    }

    /// A line of text over a table is no heading of it.
    @Test func aLineElsewhereOverATable() {
        var first = DrawnPage()
        first.text("第二十条第（一）项", x: 70, y: 740)
        var second = DrawnPage(number: 2)
        section(&second, [["规章", "12", "33", "24"], ["文件", "16", "62", "31"]], from: 80)
        second.centred("第二十条第（五）项", at: 300, y: 140)
        section(&second, [["许可", "21", "30", "42"], ["事项", "61", "26", "13"]], from: 160)
        #expect(layout(first, second).lines.map(\.text) == ["第二十条第（一）项"])
    }

    /// Nothing on its own page tells what the last line is; the next page has one that is set as it is.
    @Test func theOnlyHeadingOfAPageEndsIt() {
        var first = DrawnPage()
        section(&first, [["规章", "12", "33", "24"], ["文件", "16", "62", "31"]], from: 640)
        first.centred("第二十条第（五）项", at: 300, y: 708)
        var second = DrawnPage(number: 2)
        section(&second, [["许可", "21", "30", "42"], ["事项", "61", "26", "13"]], from: 80)
        second.centred("第二十条第（六）项", at: 300, y: 140)
        section(&second, [["处罚", "19", "40", "12"], ["强制", "11", "16", "23"]], from: 160)
        let found = layout(first, second)
        let cell = heading(found, "第二十条第（五）项")
        #expect(cell?.columnSpan == 4 && cell?.row == 3)
        #expect(found.lines.isEmpty)
    }

    /// A section's head over all columns ends its page; the values overleaf stand at the end of their cells.
    /// (unruled-writer-landscape-10 of seed 902)
    @Test func aSectionsHeadAndItsValuesOverleaf() {
        var first = DrawnPage()
        section(&first, [["规章", "12", "33", "24"], ["文件", "16", "62", "31"]], from: 640)
        first.centred("第二十条第（五）项", at: 300, y: 700)
        first.centred("信息内容", at: 140, y: 720)
        first.centred("本年处理决定数量", at: 390, y: 720)
        var second = DrawnPage(number: 2)
        second.row(["许可", "", "", "421"], x: [70, 275, 385, 490], y: 80)
        second.row(["事项", "", "", "613"], x: [70, 275, 385, 490], y: 100)
        let found = layout(first, second)
        #expect(heading(found, "本年处理决定数量").map { $0.column...$0.lastColumn } == 1...3)
        #expect(heading(found, "421").map { $0.column...$0.lastColumn } == 1...3)
        #expect(heading(found, "613").map { $0.column...$0.lastColumn } == 1...3)
        #expect(found.tables.first?.cells.count { $0.row == 5 } == 2)
    }

    /// A heading below a table is set as those between its rows are, overleaf stand but the section's rows.
    /// (unruled-chromium-left-9 of seed 902)
    @Test func aHeadingLikeOthersOfItsPageEndsIt() {
        var first = DrawnPage()
        section(&first, [["规章", "12", "33", "24"], ["文件", "16", "62", "31"]], from: 560)
        first.centred("第二十条第（五）项", at: 300, y: 620)
        section(&first, [["许可", "21", "30", "42"], ["事项", "61", "26", "13"]], from: 640)
        first.centred("第二十条第（八）项", at: 300, y: 712)
        var second = DrawnPage(number: 2)
        second.centred("信息内容", at: 140, y: 80)
        second.centred("本年收费金额", at: 390, y: 80)
        second.row(["收费", "", "43119"], x: [70, 275, 385], y: 100)
        let found = layout(first, second)
        #expect(found.tables.count == 1)
        #expect(heading(found, "第二十条第（八）项")?.columnSpan == 4)
        #expect(heading(found, "43119")?.row == 9)
    }

    /// The last line of a label stands overleaf over labels that begin elsewhere. (unruled-writer-narrow)
    @Test func aLabelsEndOverOtherColumns() {
        let x = [260.0, 320, 380, 440]
        var first = DrawnPage()
        first.row(["甲", "乙", "丙", "丁"], x: x, y: 560)
        for index in 0..<5 {
            first.text("第\(index)类事项的数量", x: 80, y: 590 + 20 * Double(index))
            first.row(["1", "2", "3", "4"], x: x, y: 590 + 20 * Double(index))
        }
        first.text("（二）部分公开（区分处理的", x: 80, y: 690)
        first.row(["5", "6", "7", "8"], x: x, y: 690)
        first.text("只计这一情形，不计别的", x: 80, y: 702)
        var second = DrawnPage(number: 2)
        second.text("各种情形）", x: 80, y: 80)
        for index in 1..<6 {
            let y = 83 + 20 * Double(index)
            second.text("\(index).属于国家秘密", x: 140, y: y)
            second.row(["3", "2", "1", "0"], x: x, y: y)
        }
        second.text("（三）不予", x: 80, y: 143)
        let found = layout(first, second)
        #expect(found.tables.count == 1)
        #expect(heading(found, "（二）部分公开（区分处理的\n只计这一情形，不计别的\n各种情形）") != nil)
    }

    /// The line below a heading ends it: those below it share its columns, not those of its neighbour.
    @Test func headingsWithinTheColumnsOfARuledOne() {
        var page = DrawnPage()
        let middles = (0..<15).map { 80 + 32 * Double($0) }
        page.horizontal(90, 64, 544)
        page.horizontal(120, 224, 544)
        page.horizontal(150, 64, 544)
        page.horizontal(206, 64, 544)
        page.centred("行政复议", at: 144, y: 112)
        page.centred("行政诉讼", at: 384, y: 100)
        page.centred("未经复议直接起诉", at: 303, y: 130)
        page.centred("复议后起诉", at: 464, y: 130)
        for (index, middle) in middles.enumerated() {
            let lines = index % 5 == 4 ? ["总计"] : ["结果", "维持"]
            for (line, text) in lines.enumerated() {
                // A wide last column's heading stands further in.
                page.centred(
                    text, at: middle - (index == 14 ? 6 : 0),
                    y: 154 + 12 * Double(line) + (lines.count == 1 ? 6 : 0))
            }
            page.centred("\(index + 1)", at: middle, y: 186)
        }
        let found = layout(page)
        #expect(heading(found, "行政复议").map { $0.column...$0.lastColumn } == 0...4)
        #expect(heading(found, "未经复议直接起诉").map { $0.column...$0.lastColumn } == 5...9)
        #expect(heading(found, "复议后起诉").map { $0.column...$0.lastColumn } == 10...14)
    }

    /// One text in a box at a page's end is the first row of the table overleaf, whose lines stand on the same places.
    @Test func aTextInABoxThatEndsThePage() {
        var first = DrawnPage()
        first.text("一、总体情况，写在表格之前的一行正文。", x: 70, y: 600, size: 12)
        first.table([.init(row: 0, column: 0, text: "第一项")], columns: [60, 360], rows: [730, 754])
        var second = DrawnPage(number: 2)
        second.table([["项目", "上年", "本年"], ["甲类", "1", "2"]], x: [60.0, 160, 260, 360], top: 80)
        #expect(
            layout(first, second).tables.map(\.texts) == [[["第一项", "", ""], ["项目", "上年", "本年"], ["甲类", "1", "2"]]])
    }

    /// Figures broken over two lines stand beside others of one line and under a heading of one: nothing in their column
    /// has a neighbour on its own height. (partly-reportlab-stripes)
    @Test func figuresOfTwoLinesBesideOnesOfOne() {
        var page = DrawnPage()
        let middles = [80.0, 110, 140, 170]
        for (index, middle) in middles.enumerated() {
            let lines = index == 3 ? ["总计"] : ["结果", "维持"]
            for (line, text) in lines.enumerated() {
                page.centred(text, at: middle, y: 100 + 17 * Double(line) + (lines.count == 1 ? 8.5 : 0))
            }
            let value = index == 3 ? ["1,47", "2"] : ["58\(index)"]
            for (line, text) in value.enumerated() {
                page.centred(text, at: middle, y: 140 + 17 * Double(line) + (value.count == 1 ? 8.5 : 0))
            }
        }
        page.horizontal(96, 64, 186)
        page.horizontal(136, 64, 186)
        page.horizontal(174, 64, 186)
        let table = layout(page).tables.first
        #expect(table?.columnCount == 4)
    }

    /// Values at the end of their cells stand between two headings: where one heading has a blank below it, the other
    /// values tell on which side. (partly-weasyprint-any76 of seed 9303)
    @Test func aBlankAmongValuesBesideTheirHeadings() {
        var page = DrawnPage()
        let values = [["1", "5", "", "—", "2"], ["1", "6", "7", "1", "3"]]
        for y in [70.0, 120, 150] { page.horizontal(y, 66, 546) }
        for (group, texts) in values.enumerated() {
            // Over a value and the heading beside it.
            page.centred("未经复议起诉", at: 184 + 240 * Double(group), y: 78)
            for (index, text) in texts.enumerated() {
                let cell = 66 + 48 * Double(5 * group + index)
                page.centred(["维持", "纠正", "其他", "未结", "总计"][index], at: cell + 22, y: 98)
                if !text.isEmpty { page.text(text, x: cell + 46 - DrawnPage.width(text, 10), y: 128) }
            }
        }
        let found = layout(page)
        let column = found.tables.first?.cells.first { $0.text == "5" }?.column
        #expect(found.tables.first?.columnCount == 10)
        #expect(column != nil && column == heading(found, "纠正")?.column)
    }

    /// The levels of a head stand a little further apart than the rows do. (unruled-chromium-any188 of seed 8101)
    @Test func aHeadWithRowsFarApart() {
        var page = DrawnPage()
        let x = [70.0, 230, 300, 370, 440]
        page.centred("申请人的情况", at: 340, y: 80)
        page.row(["", "自然人", "法人", "组织", "总计"], x: x, y: 122)
        for index in 0..<8 {
            page.row(["第\(index)类事项", "1\(index)", "22", "33", "44"], x: x, y: 164 + 38 * Double(index))
        }
        let table = layout(page).tables.first
        #expect(table?.cells.contains { $0.text == "法人" } == true)
        #expect(table?.rowCount == 10)
    }

    /// A section that begins a page has two headings where the table has three columns of values, and its values stand at
    /// the start of their cells. (partly-cairo-any22 of seed 115)
    @Test func aSectionOverleafWithFewerColumns() {
        var first = DrawnPage()
        section(&first, [["规章", "12", "33", "24"], ["文件", "16", "62", "31"]], from: 660)
        first.centred("第二十条第（五）项", at: 300, y: 720)
        section(&first, [["许可", "21", "30", "42"]], from: 740)
        var second = DrawnPage(number: 2)
        second.centred("第二十条第（九）项", at: 300, y: 80)
        second.centred("信息内容", at: 140, y: 100)
        second.centred("采购项目数量", at: 290, y: 100)
        second.centred("采购总金额", at: 520, y: 100)
        second.row(["集中采购", "5", "11"], x: [70, 275, 385], y: 120)
        let found = layout(first, second)
        let (head, value) = (heading(found, "采购总金额"), heading(found, "11"))
        #expect(head != nil && head?.column == value?.column, "\(found.tables.map(\.texts))")
        #expect(heading(found, "采购项目数量")?.column == heading(found, "5")?.column)
    }

    /// The first table's heading in another font: the other tables' are set as it is. (unruled-chromium-any8 of seed 116)
    @Test func theFirstTablesHeadingIsSetAsTheOthersAre() {
        func cell(_ text: String, _ row: Int, _ columns: Range<Int>, y: Double) -> Cell {
            let box = Box(x: 280 + 60 * Double(columns.lowerBound), y: y, width: 40, height: 12)
            let part = CellPart(outline: Place(page: 1, box: box), ink: box, text: text)
            return Cell(
                row: row, column: columns.lowerBound, columnSpan: columns.count, text: text, parts: [part])
        }
        func table(_ cells: [Cell], rows: Int, y: Double) -> DocumentLayout.Block {
            let place = Place(page: 1, box: Box(x: 100, y: y, width: 400, height: 20 * Double(rows)))
            return .table(
                Table(
                    construction: .unruled, places: [place], rowCount: rows, columnCount: 2, cells: cells, confidence: 1
                ))
        }
        func line(_ text: String, y: Double) -> DocumentLayout.Block {
            let place = Place(page: 1, box: Box(x: 280, y: y, width: 40, height: 12))
            return .line(TextLine(text: text, place: place, fontSize: 10, columnStart: 60, columnEnd: 540))
        }
        let rows = { (y: Double) in
            [cell("内容", 0, 0..<1, y: y), cell("规章", 1, 0..<1, y: y + 20), cell("1", 1, 1..<2, y: y + 20)]
        }
        let second = [cell("第（五）项", 0, 0..<2, y: 300), cell("许可", 1, 0..<1, y: 320), cell("2", 1, 1..<2, y: 320)]
        var blocks = [
            line("第（一）项", y: 100), table(rows(120), rows: 2, y: 118), line("正文", y: 200),
            table(second, rows: 2, y: 298),
            line("远处的话", y: 400), table(rows(480), rows: 2, y: 478),
        ]
        PartedHeading(LayoutSettings()).take(from: &blocks)
        let found = DocumentLayout(blocks: blocks, pages: [], typedLines: [])
        #expect(found.tables.map { $0.cell(0, 0)?.text } == ["第（一）项", "第（五）项", "内容"])
        #expect(found.tables.first?.rowCount == 3)
        #expect(found.lines.map(\.text) == ["正文", "远处的话"])
    }
}
