import ReportModel
import Testing

@testable import Layout

/// What a page's end does to labels, heads and sections of tables without lines.
@Suite struct PageBreakTests {
    private let values = [300.0, 350, 400, 450]

    private func row(_ page: inout DrawnPage, _ texts: [String], y: Double) {
        for (text, middle) in zip(texts, values) { page.centred(text, at: middle, y: y) }
    }

    private func head(_ page: inout DrawnPage, y: Double) {
        page.text("项目", x: 140, y: y)
        row(&page, ["自然人", "企业", "其他", "总计"], y: y)
    }

    private func item(_ page: inout DrawnPage, _ name: String, _ texts: [String], y: Double) {
        page.text(name, x: 120, y: y)
        row(&page, texts, y: y)
    }

    /// A label cut within its lines, and further down an item whose number and text have a space between them.
    /// (partly-writer-any19 of seed 140)
    @Test func anItemWithASpaceIsNoValue() throws {
        var first = DrawnPage()
        head(&first, y: 660)
        for (index, name) in ["1.全部公开的信息", "2.部分公开的信息", "3.不予公开的信息"].enumerated() {
            item(&first, name, ["1", "2", "3", "6"], y: 680 + 20 * Double(index))
        }
        item(&first, "1.申请人逾期不补", ["4", "5", "6", "15"], y: 740)
        var second = DrawnPage(number: 2)
        for (index, line) in ["正、行政机关不再", "处理其申请的"].enumerated() {
            second.text(line, x: 120, y: 60 + 12 * Double(index))
        }
        second.text("2.申请人未按收费", x: 120, y: 90)
        item(&second, "通知要求缴纳费用", ["1", "1", "1", "3"], y: 102)
        second.text("不再处理其申请的", x: 120, y: 114)
        item(&second, "3. 其他", ["7", "8", "9", "24"], y: 132)
        let table = try #require(layout(first, second).tables.first)
        #expect(
            table.texts.map { $0[0] } == [
                "项目", "1.全部公开的信息", "2.部分公开的信息", "3.不予公开的信息", "1.申请人逾期不补\n正、行政机关不再\n处理其申请的",
                "2.申请人未按收费\n通知要求缴纳费用\n不再处理其申请的", "3. 其他",
            ])
        #expect(table.texts.map { $0.last } == ["总计", "6", "6", "6", "15", "3", "24"])
    }

    /// The label of a group stands below the last of its rows on a page, its middle overleaf.
    /// (unruled-weasyprint-any29 of seed 140)
    @Test(arguments: ["（二）其他", "注：其他"]) func aLabelOfRowsOverleaf(label: String) throws {
        var first = DrawnPage()
        head(&first, y: 600)
        for (index, name) in ["1.全部", "2.部分", "3.公开", "1.申请", "2.逾期"].enumerated() {
            item(&first, name, ["1", "2", "3", "6"], y: 630 + 24 * Double(index))
        }
        first.text("（一）公开", x: 50, y: 654)
        for (index, line) in [label, "处理"].enumerated() { first.text(line, x: 50, y: 745 + 12 * Double(index)) }
        var second = DrawnPage(number: 2)
        item(&second, "3.其他", ["4", "4", "4", "12"], y: 60)
        second.text("（三）总计", x: 50, y: 84)
        row(&second, ["9", "9", "9", "27"], y: 84)
        second.text("四、结转", x: 50, y: 108)
        row(&second, ["8", "8", "8", "24"], y: 108)
        let tables = layout(first, second).tables
        let group = tables.first?.cells.first { $0.text == label + "\n处理" }
        #expect(group?.rowSpan == (label.contains("：") ? nil : 3), "\(tables.map(\.texts))")
    }

    /// A row's values end a page without its label, which has more lines than found room and begins the next.
    /// (partly-weasyprint-any13 of seed 143)
    @Test func aRowWhoseLabelIsOverleaf() throws {
        let values: [Double] = [280, 357, 434, 510]
        func row(_ page: inout DrawnPage, _ texts: [String], y: Double) {
            for (text, middle) in zip(texts, values) { page.centred(text, at: middle, y: y, size: 12) }
        }
        var first = DrawnPage()
        first.text("项目和勾稽关系", x: 69, y: 640, size: 12)
        row(&first, ["自然人", "企业", "其他", "总计"], y: 640)
        row(&first, ["232", "33", "21", "286"], y: 680)
        var second = DrawnPage(number: 2)
        for (index, lines) in [["一、本年新收政府信息公开申请", "数量"], ["二、上年结转政府信息公开申请", "数量"]].enumerated() {
            for (line, text) in lines.enumerated() {
                second.text(text, x: 69, y: 74 + 40 * Double(index) + 15 * Double(line), size: 12)
            }
        }
        row(&second, ["18", "0", "1", "19"], y: 114)
        second.stacked("三、本年度", x: 69, y: 154, size: 12)
        for (index, name) in ["（一）予以公开", "（二）部分公开", "（三）不予公开", "（四）总计"].enumerated() {
            second.text(name, x: 98, y: 154 + 25 * Double(index), size: 12)
            row(&second, ["107", "12", "5", "124"], y: 154 + 25 * Double(index))
        }
        let tables = layout(first, second).tables
        #expect(tables.count == 1, "\(tables.map(\.texts))")
        #expect(tables.first?.texts[1].first == "一、本年新收政府信息公开申请\n数量")
        #expect(tables.first?.texts[1].suffix(4) == ["232", "33", "21", "286"])
    }

    /// A vertical label whose first half hangs out below the page's last row, as far as the second stands above the next
    /// page's first. (unruled-weasyprint-any11 of seed 141)
    @Test func aVerticalLabelGoesOnInOrder() throws {
        var first = DrawnPage()
        head(&first, y: 640)
        first.text("一、本年新收", x: 60, y: 664)
        row(&first, ["1", "2", "3", "6"], y: 664)
        item(&first, "（一）予以公开", ["1", "2", "3", "6"], y: 688)
        first.stacked("三、本年度", x: 60, y: 688)
        var second = DrawnPage(number: 2)
        second.stacked("办理结果", x: 60, y: 60)
        for (index, name) in ["（二）部分公开", "（三）不予公开", "（四）无法提供", "（五）其他处理"].enumerated() {
            item(&second, name, ["4", "5", "6", "15"], y: 96 + 24 * Double(index))
        }
        let table = try #require(layout(first, second).tables.first)
        let label = table.cells.first { $0.text.hasPrefix("三") || $0.text.hasPrefix("办") }
        #expect(label?.text.filter { !$0.isNewline } == "三、本年度办理结果", "\(table.texts)")
    }

    /// A label of lines of two characters, the first with a comma: 三、 and 本年, and 度办 overleaf.
    /// (unruled-writer-any11 of seed 143)
    @Test func aNarrowLabelGoesOnOverleaf() throws {
        var first = DrawnPage()
        head(&first, y: 640)
        item(&first, "一、本年新收", ["1", "2", "3", "6"], y: 664)
        item(&first, "（一）予以公开", ["1", "2", "3", "6"], y: 694)
        first.text("三、", x: 60, y: 688)
        first.text("本年", x: 60, y: 700)
        var second = DrawnPage(number: 2)
        for (index, name) in ["（二）部分公开", "（三）不予公开", "（四）无法提供", "（五）其他处理"].enumerated() {
            item(&second, name, ["4", "5", "6", "15"], y: 60 + 24 * Double(index))
        }
        for (index, line) in ["度办", "理结", "果"].enumerated() { second.text(line, x: 60, y: 84 + 12 * Double(index)) }
        let table = try #require(layout(first, second).tables.first)
        let label = table.cells.first { $0.text.hasPrefix("三") }
        #expect(label?.text == "三、\n本年\n度办\n理结\n果", "\(table.texts)")
        #expect(label?.rowSpan == 5)
    }

    /// The last line of a heading begins its page's table, beside those that have one: 31日） closes a bracket further up.
    /// (unruled-chromium-any29 of seed 142)
    @Test func aHeadingOfTwoLinesBeginsThePage() throws {
        var page = DrawnPage()
        page.centred("现行有效件数（截至12月", at: 450, y: 60)
        page.row(["信息内容", "本年制发件数", "本年废止件数"], x: [60, 180, 290], y: 72)
        page.centred("31日）", at: 450, y: 72)
        for (index, name) in ["规章", "行政规范性文件", "其他"].enumerated() {
            page.text(name, x: 60, y: 100 + 26 * Double(index))
            page.row(["1", "2", "3"], x: [200, 310, 450], y: 100 + 26 * Double(index))
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.texts.first?.last == "现行有效件数（截至12月\n31日）")
    }

    /// A ruled head cut within its lines: below a heading of one line its cell is blank.
    /// (ruled-writer-any57 of seed 141)
    @Test func aRuledHeadIsCutWithinItsLines() throws {
        let columns: [Double] = [100, 180, 260, 340, 420]
        var first = DrawnPage()
        first.table(
            [
                .init(row: 0, column: 0, columnSpan: 4, text: "行政复议"), .init(row: 1, column: 0, text: "结果"),
                .init(row: 1, column: 1, text: "其他"), .init(row: 1, column: 2, text: "尚未"),
                .init(row: 1, column: 3, text: "总计"),
            ], columns: columns, rows: [700, 724, 740])
        var second = DrawnPage(number: 2)
        second.table([["维持", "结果", "审结", ""], ["1", "2", "3", "6"]], x: columns, top: 60)
        let table = try #require(layout(first, second).tables.first)
        #expect(table.texts == [["行政复议", "", "", ""], ["结果\n维持", "其他\n结果", "尚未\n审结", "总计"], ["1", "2", "3", "6"]])
    }
}
