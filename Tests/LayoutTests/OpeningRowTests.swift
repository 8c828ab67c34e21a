import ReportModel
import Testing

@testable import Layout

/// Aligned rows that a page's end parts from the columns, the heading or the label that they belong to.
@Suite struct OpeningRowTests {
    /// Values at the left of their cells, headings in the middle.
    private let values = [70.0, 230, 340, 450]

    /// The first section of a table, whose other sections have one column.
    private func firstPage() -> DrawnPage {
        var page = DrawnPage()
        page.centred("第二十条第（一）项", at: 300, y: 640)
        for (text, x) in zip(["信息内容", "本年制发", "本年废止", "现行有效"], [140.0, 280, 390, 500]) {
            page.centred(text, at: x, y: 660)
        }
        page.row(["规章", "12", "33", "24"], x: values, y: 680)
        page.row(["规范性文件", "16", "62", "31"], x: values, y: 700)
        return page
    }

    private func section(_ page: inout DrawnPage, _ rows: [(String, String)], from y: Double) {
        page.centred("信息内容", at: 140, y: y)
        page.centred("本年处理决定数量", at: 390, y: y)
        for (index, texts) in rows.enumerated() {
            page.row([texts.0, texts.1], x: values, y: y + 20 * Double(index + 1))
        }
    }

    /// Too few rows of too few columns for a table by themselves. (unruled-chromium-left-11 of seed 902)
    @Test func rowsOverleafStandInTheColumnsOfTheTable() {
        var first = firstPage()
        first.centred("第二十条第（五）项", at: 300, y: 720)
        section(&first, [("许可", "3385")], from: 740)
        var second = DrawnPage(number: 2)
        second.centred("第二十条第（六）项", at: 300, y: 80)
        section(&second, [("处罚", "725"), ("强制", "160")], from: 100)
        let tables = layout(first, second).tables
        #expect(tables.count == 1)
        let table = tables.first
        let heading = table?.cells.first { $0.text == "本年处理决定数量" && $0.row > 6 }
        let value = table?.cells.first { $0.text == "725" }
        #expect(heading != nil && heading?.column == value?.column && heading?.columnSpan == value?.columnSpan)
    }

    /// (unruled-writer-landscape-7 of seed 902)
    @Test func aSectionsHeadingThatEndsThePage() {
        var first = firstPage()
        first.centred("第二十条第（五）项", at: 300, y: 720)
        var second = DrawnPage(number: 2)
        section(&second, [("许可", "3385")], from: 80)
        let table = layout(first, second).tables.first
        #expect(table?.cells.contains { $0.text == "第二十条第（五）项" } == true)
        #expect(table?.cells.contains { $0.text == "3385" } == true)
    }

    /// The page's end cuts a label of four lines in the middle; its values stand beside its first line, and its number is
    /// set in another font.
    @Test func theLastRowsLabelGoesOnOverleaf() {
        let x = [70.0, 230, 340, 450]
        var first = DrawnPage()
        first.page.fonts.append("Arial")
        first.row(["项目", "甲", "乙", "丙"], x: x, y: 530)
        for y in [554.0, 588, 622] {
            first.text("1.属于国家秘密、不予", x: 70, y: y)
            first.row(["", "4", "5", "6"], x: x, y: y + 6)
            first.text("公开的其他事项", x: 70, y: y + 12)
        }
        first.row(["3.申请人无正当理由", "1", "2", "3"], x: x, y: 656)
        first.text("逾期不补正、行政机", x: 70, y: 668)
        for index in first.page.glyphs.indices where first.page.glyphs[index].scalar.value < 0x2000 {
            first.page.glyphs[index].font = 1
        }
        var second = DrawnPage(number: 2)
        second.text("不再处理其申请", x: 70, y: 80)
        second.row(["4.其他", "7", "8", "9"], x: x, y: 106)
        second.row(["合计", "16", "20", "24"], x: x, y: 132)
        let table = layout(first, second).tables.first
        let label = table?.cells.first { $0.text.hasPrefix("3.") }
        #expect(label?.text == "3.申请人无正当理由\n逾期不补正、行政机\n不再处理其申请")
        #expect(table?.cells.contains { $0.row == label?.row && $0.text == "2" } == true)
    }

    /// A bracket that the file gives behind its line stands over the first character of the next line: both are the
    /// table's, which goes on overleaf. (unruled-chromium-left-12 of seed 9102)
    @Test func twoCharactersUnderEachOtherAreNoVerticalText() {
        let x = [70.0, 230, 340]
        var first = DrawnPage()
        first.row(["项目", "甲", "乙"], x: x, y: 640)
        first.row(["一、新收", "1", "2"], x: x, y: 660)
        first.text("二)部分公开", x: 75, y: 680)
        first.glyphs("(情", at: [(70, 680), (69, 692)])
        first.text("形不计", x: 79, y: 692)
        first.row(["", "3", "4"], x: x, y: 686)
        for index in 0..<3 { first.row(["项\(index)", "5", "6"], x: x, y: 712 + 20 * Double(index)) }
        var second = DrawnPage(number: 2)
        for index in 0..<4 { second.row(["第\(index)", "1", "2"], x: x, y: 80 + 20 * Double(index)) }
        #expect(layout(first, second).tables.map(\.rowCount) == [10])
    }

    /// A vertical label that a page's end leaves too little room hangs out over the labels above it.
    /// (unruled-cairo-narrow-2 of seed 9102)
    @Test func aVerticalLabelOverOthers() {
        let x = [70.0, 230, 340, 450]
        var page = DrawnPage()
        page.row(["项目", "甲", "乙", "丙"], x: x, y: 600)
        for (index, label) in ["一、本年新收政府信息", "二、上年结转政府信息"].enumerated() {
            let y = 640 + 28 * Double(index)
            page.text(label, x: 70, y: y)
            page.row(["", "4", "5", "6"], x: x, y: y + 6)
            page.text("公开申请", x: 70, y: y + 12)
        }
        page.row(["", "4", "5", "6"], x: x, y: 700)
        page.text("（一）予以公开", x: 90, y: 700)
        page.stacked("三本年度办理结果", x: 73, y: 662)
        let table = layout(page).tables.first
        let label = table?.cells.first { $0.text == "三本年度办理结果" }
        #expect(label?.column == 0)
        #expect(table?.cells.first { $0.text == "（一）予以公开" }?.row == label?.row)
        #expect(table?.cells.contains { $0.text == "一、本年新收政府信息\n公开申请" } == true)
    }

    /// What the rows overleaf show of the columns counts for less than what the table does: here two columns of labels are
    /// one there. (partly-chromium-any100 of seed 9304)
    @Test func rowsOverleafTakeAllColumnsOfTheTable() throws {
        let x = [66.0, 94, 161, 276, 336, 396]
        func rows(_ count: Int, from top: Double, _ label: String, on page: inout DrawnPage) {
            for row in 0..<count {
                page.row(["", "", "\(row + 1).某事项", "\(row + 4)", "5", "\(row)"], x: x, y: top + 16 * Double(row))
            }
            page.text(label, x: 94, y: top + 8 * Double(count - 1))
        }
        var first = DrawnPage()
        first.row(["一、新收", "", "", "7", "8", "9"], x: x, y: 560)
        first.stacked("三、本年办理", x: 66, y: 580)
        rows(3, from: 580, "（一）甲组", on: &first)
        rows(3, from: 628, "（二）乙组", on: &first)
        var second = DrawnPage(number: 2)
        rows(3, from: 80, "（三）丙组", on: &second)
        rows(5, from: 128, "（四）丁组", on: &second)
        second.row(["四、结转", "", "", "7", "8", "9"], x: x, y: 210)
        let settings = LayoutSettings()
        var pages = [first, second].map { PageAnalyser($0.page, settings).layout() }
        guard case .table(var table)? = pages[1].blocks.first else {
            Issue.record("no table overleaf")
            return
        }
        // As where nothing but the page before tells that the label is none of its row's own.
        let label = try #require(table.table.cells.firstIndex { $0.text == "（四）丁组" })
        table.table.cells[label].rowSpan = 1
        pages[1].blocks[0] = .table(table)
        let whole = try #require(DocumentAssembler(settings).document(pages).tables.first)
        #expect(whole.columnCount == 6)
        #expect(whole.cells.filter { $0.text.hasPrefix("（") }.map(\.column) == [1, 1, 1, 1])
        #expect(whole.cells.filter { $0.text.hasPrefix("（") }.map(\.rowSpan) == [3, 3, 3, 5])
    }

    /// The rest of a label begins the page, and nothing stands beside it: there too the labels have two columns.
    /// (partly-chromium-any82 of seed 107)
    @Test func theRestOfARowBesideColumnsOfLabels() throws {
        let x = [66.0, 94, 161, 276, 336, 396]
        func rows(_ count: Int, from top: Double, _ label: String, on page: inout DrawnPage) {
            for row in 0..<count {
                page.row(["", "", "\(row + 1).某事项", "\(row + 4)", "5", "\(row)"], x: x, y: top + 20 * Double(row))
                page.horizontal(top + 15 + 20 * Double(row), row + 1 < count ? 155 : 90, 420)
            }
            page.text(label, x: 94, y: top + 20 * Double(count / 2))
        }
        func head(on page: inout DrawnPage, _ y: Double) {
            page.row(["办理的结果", "", "", "甲", "乙", "丙"], x: x, y: y)
            page.horizontal(y + 15, 60, 420)
        }
        var first = DrawnPage()
        head(on: &first, 520)
        first.row(["二、结转", "", "", "7", "8", "9"], x: x, y: 540)
        first.horizontal(555, 60, 420)
        first.stacked("三、本年办理", x: 66, y: 580)
        rows(3, from: 580, "（一）甲组", on: &first)
        rows(3, from: 640, "（二）乙组", on: &first)
        first.row(["", "", "4.要求机关确", "1", "2", "3"], x: x, y: 700)
        var second = DrawnPage(number: 2)
        head(on: &second, 80)
        second.row(["", "", "认的事项"], x: x, y: 100)
        second.horizontal(115, 90, 420)
        rows(3, from: 120, "（三）丙组", on: &second)
        second.row(["四、结转下年度继续办理的申请", "", "", "7", "8", "9"], x: x, y: 180)
        second.horizontal(195, 60, 420)
        let table = try #require(layout(first, second).tables.first)
        #expect(table.cells.contains { $0.text == "4.要求机关确\n认的事项" && $0.column == 2 }, "\(table.texts)")
    }
}
