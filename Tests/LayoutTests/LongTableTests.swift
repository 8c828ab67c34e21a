import ReportModel
import Testing

@testable import Layout

/// Tables without lines over several pages, which are laid out as if they stood on one.
@Suite struct LongTableTests {
    private let values = [300.0, 380, 460]
    private let label = 120.0

    private func row(_ page: inout DrawnPage, _ texts: [String], y: Double) {
        for (text, middle) in zip(texts, values) { page.centred(text, at: middle, y: y) }
    }

    private func head(_ page: inout DrawnPage, y: Double) {
        page.text("项目", x: 140, y: y)
        row(&page, ["自然人", "企业", "总计"], y: y)
    }

    /// The page's end parts a group: its label stands beside its first rows, those overleaf have none. The next group's label
    /// is in the middle of its own. (unruled-writer-any53 of seed 115)
    @Test func aGroupGoesOnOverleaf() throws {
        var first = DrawnPage()
        head(&first, y: 640)
        first.text("（一）公开", x: 60, y: 668)
        first.text("（二）不予", x: 60, y: 700)
        for (index, name) in ["1.全部", "2.部分"].enumerated() {
            first.text(name, x: label, y: 660 + 20 * Double(index))
            row(&first, ["1", "2", "3"], y: 660 + 20 * Double(index))
        }
        first.text("1.秘密", x: label, y: 700)
        row(&first, ["4", "5", "9"], y: 700)
        var second = DrawnPage(number: 2)
        for (index, name) in ["2.禁止", "3.稳定", "4.内部", "1.不掌握", "2.没有", "3.不明确"].enumerated() {
            second.text(name, x: label, y: 60 + 20 * Double(index))
            row(&second, ["6", "7", "13"], y: 60 + 20 * Double(index))
        }
        second.text("（三）无法", x: 60, y: 140)
        let table = try #require(layout(first, second).tables.first)
        let groups = table.cells.filter { $0.text.hasPrefix("（") }
        #expect(groups.map(\.rowSpan) == [2, 4, 3], "\(table.texts)")
        #expect(groups.map { $0.parts.map(\.outline.page) } == [[1], [1, 2], [2]])
    }

    /// The values stand beside the middle of a label of three lines, of which the last is overleaf.
    /// (partly-writer-any10 of seed 117)
    @Test func aRowIsCutWithinItsLabel() throws {
        var first = DrawnPage()
        head(&first, y: 640)
        for (index, name) in ["1.新收", "2.结转", "3.公开"].enumerated() {
            first.text(name, x: label, y: 660 + 20 * Double(index))
            row(&first, ["1", "2", "3"], y: 660 + 20 * Double(index))
        }
        for (index, line) in ["4.申请人逾期未按收", "费通知要求缴纳费"].enumerated() {
            first.text(line, x: label, y: 720 + 12 * Double(index))
        }
        row(&first, ["4", "5", "9"], y: 732)
        var second = DrawnPage(number: 2)
        second.text("用、行政机关不再", x: label, y: 60)
        for (index, name) in ["5.其他", "6.总计"].enumerated() {
            second.text(name, x: label, y: 80 + 20 * Double(index))
            row(&second, ["6", "7", "13"], y: 80 + 20 * Double(index))
        }
        let table = try #require(layout(first, second).tables.first)
        #expect(table.texts.map(\.last) == ["总计", "3", "3", "3", "9", "13", "13"])
        let cut = try #require(table.cells.first { $0.text.hasPrefix("4.") })
        #expect(cut.text == "4.申请人逾期未按收\n费通知要求缴纳费\n用、行政机关不再")
        #expect(cut.parts.map(\.outline.page) == [1, 2])
    }

    /// Headings of two lines, the second overleaf: they nearly touch, and only the values there part them.
    /// (partly-writer-any4 of seed 118)
    @Test func aHeadIsCutWithinItsLines() throws {
        var first = DrawnPage()
        for line in 0..<3 { first.text("正文一行接一行，直到表格开始为止，每行都这样写满。", x: 60, y: 600 + 16 * Double(line)) }
        let columns: [Double] = [300, 346, 392, 460]
        first.text("项目", x: 140, y: 700)
        for (text, middle) in zip(["社会公益", "法律服务", "科研教育", "总计"], columns) { first.centred(text, at: middle, y: 700) }
        var second = DrawnPage(number: 2)
        for (text, middle) in zip(["组织", "机构", "单位"], columns) { second.centred(text, at: middle, y: 60) }
        for index in 0..<5 {
            second.text("新收", x: label, y: 80 + 20 * Double(index))
            for (value, middle) in zip(["14", "23", "52", "89"], columns) {
                second.centred(value, at: middle, y: 80 + 20 * Double(index))
            }
        }
        let table = try #require(layout(first, second).tables.first)
        #expect(table.texts.first == ["项目", "社会公益\n组织", "法律服务\n机构", "科研教育\n单位", "总计"])
        #expect(table.rowCount == 6)
    }

    /// A heading over all columns that is read over others where the rows below it have no label of several rows.
    /// (unruled-writer-any20 of seed 117)
    @Test func aRepeatedHeadIsKnownByItsCharacters() throws {
        func head(_ page: inout DrawnPage, y: Double) {
            page.centred("申请人情况", at: 380, y: y)
            self.head(&page, y: y + 20)
        }
        var pages: [DrawnPage] = []
        for number in 1...3 {
            var page = DrawnPage(number: number)
            let top = number == 1 ? 600.0 : 60
            head(&page, y: top)
            if number == 1 { page.stacked("本年度办理", x: 60, y: top + 50) }
            for index in 0..<(number == 3 ? 2 : 6) {
                page.text("第\(6 * number + index)项", x: label, y: top + 44 + 20 * Double(index))
                row(&page, ["1", "2", "3"], y: top + 44 + 20 * Double(index))
            }
            pages.append(page)
        }
        let tables = layout(pages[0], pages[1], pages[2]).tables
        #expect(tables.count == 1)
        #expect(tables.first?.cells.count { $0.text == "申请人情况" } == 1)
        #expect(tables.first?.rowCount == 16)
    }

    /// A label of five lines beside two rows hangs out over the page's last line; it labels the rows overleaf as well.
    /// (partly-reportlab-any25 of seed 126)
    @Test func aLabelHangsOutOfItsPage() throws {
        var first = DrawnPage()
        head(&first, y: 620)
        first.horizontal(638, 50, 500)
        for (index, name) in ["一、新收", "二、结转", "（一）公开", "（二）部分"].enumerated() {
            let y = 640 + 20 * Double(index)
            first.centred(name, at: 160, y: y + 2)
            row(&first, ["1", "2", "3"], y: y + 2)
            first.horizontal(y + 18, index == 2 ? 90 : 50, 500)
        }
        for (index, line) in ["三、", "本年", "度办", "理结", "果"].enumerated() {
            first.centred(line, at: 68, y: 681 + 12 * Double(index))
        }
        var second = DrawnPage(number: 2)
        second.horizontal(58, 50, 500)
        for (index, name) in ["（三）不予", "（四）无法", "（五）其他", "四、结转"].enumerated() {
            let y = 60 + 20 * Double(index)
            second.centred(name, at: 160, y: y + 2)
            row(&second, ["4", "5", "9"], y: y + 2)
            second.horizontal(y + 18, index < 2 ? 90 : 50, 500)
        }
        let table = try #require(layout(first, second).tables.first)
        let group = try #require(table.cells.first { $0.text.hasPrefix("三、") }, "\(table.texts)")
        #expect(group.text.filter { $0 != "\n" } == "三、本年度办理结果")
        #expect(group.rowSpan == 5, "\(table.texts)")
    }

    /// Values stand beside the last lines of their labels, and the first number overleaf was written by itself: another item,
    /// not the rest of the one before. (partly-chromium-any22 of seed 135)
    @Test func anItemWhoseNumberIsAWordOfItsOwn() throws {
        func item(_ page: inout DrawnPage, _ lines: [String], y: Double) {
            for (index, line) in lines.enumerated() { page.text(line, x: label, y: y + 12 * Double(index)) }
            row(&page, ["1", "2", "3"], y: y + 12 * Double(lines.count - 1))
        }
        var first = DrawnPage()
        head(&first, y: 620)
        for (index, text) in ["1.信访举报", "2.重复申请", "3.公开出版"].enumerated() {
            item(&first, [text, "投诉类申请"], y: 650 + 32 * Double(index))
        }
        var second = DrawnPage(number: 2)
        second.text("1", x: label, y: 60)
        for (index, text) in ["2.申请人逾", "3.其他处理"].enumerated() {
            item(&second, [text, "期未按收费"], y: 104 + 32 * Double(index))
        }
        item(&second, ["正当理由逾", "期不补正的"], y: 72)
        second.text(".申请人无", x: label + 5, y: 60)
        let table = try #require(layout(first, second).tables.first)
        #expect(table.texts.map(\.first).contains("1.申请人无\n正当理由逾\n期不补正的"), "\(table.texts)")
    }

    private func rows(_ names: [String], from top: Double, on page: inout DrawnPage) {
        for (index, name) in names.enumerated() {
            page.text(name, x: label, y: top + 22 * Double(index))
            row(&page, ["1", "2", "3"], y: top + 22 * Double(index))
        }
    }

    /// Labels stand below the rows that they label, the last of them alone at the page's end; a note there begins where
    /// the table does. (unruled-weasyprint-any29 of seed 127)
    @Test(arguments: [("（三）其他", 70.0, true), ("说明：无", 40, false)])
    func aLabelAloneEndsThePage(text: String, x: Double, isLabel: Bool) throws {
        var first = DrawnPage()
        head(&first, y: 600)
        first.text("一、新收", x: 40, y: 622)
        row(&first, ["1", "2", "3"], y: 622)
        rows(["1.全部", "2.部分", "1.秘密", "2.禁止", "1.信访", "2.重复"], from: 644, on: &first)
        first.text("（一）公开", x: 70, y: 676)
        first.text("（二）不予", x: 70, y: 720)
        first.text(text, x: x, y: 774)
        var second = DrawnPage(number: 2)
        head(&second, y: 60)
        rows(["3.出版"], from: 82, on: &second)
        second.text("二、结转", x: 40, y: 104)
        row(&second, ["4", "5", "9"], y: 104)
        let found = layout(first, second)
        #expect(found.tables.count == (isLabel ? 1 : 2), "\(found.tables.map(\.texts))")
        #expect(found.lines.map(\.text) == (isLabel ? [] : [text]))
        guard isLabel else { return }
        let group = found.tables.first?.cells.first { $0.text == text }
        #expect(group?.rowSpan == 3, "\(found.tables.map(\.texts))")
    }

    /// A running head so close above the rows that go on that it is taken for one of them. (unruled-writer-any44 of
    /// seed 127)
    @Test func aRunningHeadStandsRightAboveItsRows() {
        let pages = (1...3).map { number in
            var page = DrawnPage(number: number)
            page.centred("年度报告", at: 300, y: 44)
            if number == 1 { page.text("正文写在表格的前面，把第一页写到这里为止。", x: 60, y: 600) }
            let top = number == 1 ? 660.0 : 64
            if number == 1 { head(&page, y: 640) }
            rows((0..<6).map { "第\(6 * number + $0)项" }, from: top, on: &page)
            return page
        }
        let tables = layout(pages[0], pages[1], pages[2]).tables
        #expect(tables.map(\.rowCount) == [19], "\(tables.map(\.texts))")
        #expect(tables.first?.cells.contains { $0.text.contains("年度报告") } == false)
    }

    /// A section's heading alone is no repeated head: the rows below it have another.
    @Test func sectionsWithOneHeadingAreNoHeads() throws {
        var first = DrawnPage()
        func section(_ page: inout DrawnPage, _ title: String, y: Double) {
            page.centred(title, at: 300, y: y)
            page.text("信息内容", x: 120, y: y + 20)
            page.centred("处理决定数量", at: 380, y: y + 20)
        }
        section(&first, "第一项", y: 640)
        first.text("许可", x: 120, y: 680)
        first.centred("14", at: 380, y: 680)
        first.text("处罚", x: 120, y: 700)
        first.centred("25", at: 380, y: 700)
        var second = DrawnPage(number: 2)
        section(&second, "第二项", y: 60)
        second.text("强制", x: 120, y: 100)
        second.centred("36", at: 380, y: 100)
        second.text("收费", x: 120, y: 120)
        second.centred("47", at: 380, y: 120)
        let texts = layout(first, second).tables.flatMap { $0.cells.map(\.text) }
        #expect(texts.count { $0 == "处理决定数量" } == 2)
    }
}
