import ReportModel
import Testing

@testable import Layout

/// Tables that a page's end cuts: heads within a text, sections, figures and labels that found no room.
@Suite struct CutTableTests {
    /// (unruled-writer-any8 of seed 148): 自然 ends its page, 人 stands overleaf beside other headings' first lines.
    @Test func aHeadingIsCutBesideOthers() {
        var first = DrawnPage()
        first.centred("申请人情况", at: 402, y: 727)
        first.text("（本列数据的勾稽关系为第一项加第二项）", x: 60, y: 740)
        first.centred("自然", at: 290, y: 751)
        first.centred("法人或其他组织", at: 402, y: 751)
        first.centred("总计", at: 510, y: 751)
        var second = DrawnPage(number: 2)
        let middles = [330.0, 366, 402, 438, 474]
        second.centred("人", at: 290, y: 86)
        for (middle, lines) in zip(
            middles, [["商业", "企业"], ["科研", "机构"], ["社会", "公益", "组织"], ["法律", "服务", "机构"], ["其他"]])
        {
            for (index, line) in lines.enumerated() {
                second.centred(line, at: middle, y: 92 - 6 * Double(lines.count) + 12 * Double(index))
            }
        }
        for row in 0..<6 {
            second.text("\(row + 1)、申请的事项", x: 60, y: 126 + 24 * Double(row))
            for (column, middle) in ([290] + middles + [510]).enumerated() {
                second.centred("\(row + column)", at: middle, y: 126 + 24 * Double(row))
            }
        }
        let table = layout(first, second).tables.first
        let heading = table?.cells.first { $0.text.hasPrefix("自然") }
        #expect(heading?.text == "自然\n人", "\(table?.texts ?? [])")
    }

    /// Values at the left of their cells reach less far than the headings before the page's end.
    /// (partly-writer-any25 of seed 149)
    @Test func aHeadReachesBeyondItsValues() {
        var first = DrawnPage()
        first.text("一、主动公开的情况", x: 96, y: 660, size: 18)
        for (text, x) in zip(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], [113.0, 228, 337, 450]) {
            first.text(text, x: x, y: 731)
        }
        var second = DrawnPage(number: 2)
        for (row, name) in ["规章", "规范性文件", "其他的文件", "总计"].enumerated() {
            second.row([name, "\(row)", "1\(row)", "2\(row)"], x: [65, 206, 315, 424], y: 80 + 24 * Double(row))
        }
        let found = layout(first, second)
        #expect(found.tables.first?.texts.first == ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"])
    }

    /// A column of values that has them but in cells of several columns. (unruled-weasyprint-any50 of seed 148)
    @Test func aSectionOverleafInAColumnOfWideCells() {
        let middles = [140.0, 280, 390, 500]
        var first = DrawnPage()
        func section(_ page: inout DrawnPage, _ title: String, _ name: String, _ value: String, y: Double) {
            page.centred(title, at: 300, y: y)
            page.centred("信息内容", at: 140, y: y + 20)
            page.centred("本年处理决定数量", at: 390, y: y + 20)
            page.text(name, x: 70, y: y + 40)
            page.centred(value, at: 390, y: y + 40)
        }
        first.centred("第二十条第（一）项", at: 300, y: 580)
        for (text, x) in zip(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], middles) {
            first.centred(text, at: x, y: 600)
        }
        for (row, name) in ["规章", "规范性文件"].enumerated() {
            first.text(name, x: 70, y: 620 + 20 * Double(row))
            first.centred("3", at: 280, y: 620 + 20 * Double(row))
            first.centred("9", at: 500, y: 620 + 20 * Double(row))
        }
        section(&first, "第二十条第（五）项", "行政许可", "1626", y: 660)
        section(&first, "第二十条第（六）项", "行政处罚", "117", y: 720)
        var second = DrawnPage(number: 2)
        section(&second, "第二十条第（八）项", "事业收费", "9819.87", y: 80)
        let tables = layout(first, second).tables
        let value = tables.first?.cells.first { $0.text == "9819.87" }
        let other = tables.first?.cells.first { $0.text == "1626" }
        #expect(tables.count == 1 && value != nil && value?.column == other?.column)
    }

    /// Full-width digits are no text behind a number.
    @Test(arguments: [("９．７", true), ("３．其他", false), ("１２６．７２", true), ("3.其他", false)])
    func fullWidthFigures(text: String, isValue: Bool) throws {
        var page = DrawnPage()
        page.text(text, x: 60, y: 60)
        let word = try #require(WordFinder(page.page, LayoutSettings()).words().first)
        #expect(Run.Content(word, page.page.glyphs).isValue == isValue)
    }

    /// Two labels of the row that a page ends with hang out of it beside each other. (ruled-reportlab-any39 of seed 148)
    @Test func labelsBesideEachOtherHangOutOfTheirCells() {
        var page = DrawnPage()
        page.table(
            [
                .init(row: 0, column: 0, rowSpan: 2, text: "项目"),
                .init(row: 0, column: 1, columnSpan: 3, text: "申请人情况"), .init(row: 1, column: 1, text: ""),
                .init(row: 1, column: 2, text: "法人或其他组织"), .init(row: 1, column: 3, text: ""),
            ], columns: [60, 200, 240, 400, 440], rows: [600, 617, 634])
        for (lines, middle) in [(["自然", "人"], 220.0), (["总", "计"], 420)] {
            page.centred(lines[0], at: middle, y: 615)
            page.centred(lines[1], at: middle, y: 629.4)
        }
        let found = layout(page)
        #expect(found.lines.isEmpty)
        #expect(found.tables.first?.texts.last == ["", "自然\n人", "法人或其他组织", "总计"])
    }

    /// The box of each heading's last character reaches to where the next heading begins.
    /// (unruled-chromium-any32 of seed 149)
    @Test func wideBoxesHideTheSpaceBetweenHeadings() {
        var page = DrawnPage()
        let middles = [256.0, 306, 356, 406]
        for (text, middle) in zip(["商业企业", "科研机构", "社会公益", "法律服务"], middles) {
            page.centred(text, at: middle, y: 80, size: 12)
            page.page.glyphs.removeLast()
            page.page.glyphs[page.page.glyphs.count - 1].box.width += 2
        }
        for row in 0..<4 {
            page.text("甲类事项之\(row)", x: 70, y: 104 + 20 * Double(row), size: 12)
            for (column, middle) in middles.enumerated() {
                page.centred("\(row + column)", at: middle + 18, y: 104 + 20 * Double(row), size: 12)
            }
        }
        #expect(layout(page).tables.first?.texts.first == ["", "商业企业", "科研机构", "社会公益", "法律服务"])
    }

    private let middles = [260.0, 320, 380, 440]

    private func row(_ page: inout DrawnPage, _ name: String, _ values: [String], y: Double, size: Double = 10) {
        page.text(name, x: 70, y: y, size: size)
        for (text, middle) in zip(values, middles) { page.centred(text, at: middle, y: y) }
    }

    /// The table of a page, and the rows that the next one begins with.
    private func opening(of second: DrawnPage) throws -> (table: JoinedTable, rows: OpeningRows) {
        var first = DrawnPage()
        for (text, middle) in zip(["自然人", "企业", "其他", "总计"], middles) { first.centred(text, at: middle, y: 640) }
        for index in 0..<5 { row(&first, "1.新收的\(index)", ["1", "2", "3", "6"], y: 660 + 20 * Double(index)) }
        let upper = PageAnalyser(first.page, LayoutSettings()).layout().blocks.compactMap { block in
            if case .table(let table) = block { JoinedTable(table, lines: nil) } else { nil }
        }
        return try (#require(upper.last), #require(PageAnalyser(second.page, LayoutSettings()).layout().opening))
    }

    /// What stands beside the last line of values would be lost. (partly-writer-any13 of seed 148)
    @Test func rowsEndBesideNoOtherText() throws {
        var second = DrawnPage(number: 2)
        for index in 0..<3 { row(&second, "2.公开的\(index)", ["4", "5", "6", "15"], y: 80 + 20 * Double(index)) }
        second.centred("456", at: 260, y: 140)
        second.centred("524", at: 440, y: 140)
        row(&second, "四、结转下年度", ["", "240", "6", ""], y: 146, size: 11)
        second.centred("4", at: 260, y: 152)
        second.horizontal(170, 60, 500)
        let (table, rows) = try opening(of: second)
        #expect(rows.table(over: table, from: 60, hasHead: false) == nil)
    }

    /// What stands between them and the line below is no row.
    @Test func rowsEndAboveANote() throws {
        var second = DrawnPage(number: 2)
        for index in 0..<3 { row(&second, "2.公开的\(index)", ["4", "5", "6", "15"], y: 80 + 20 * Double(index)) }
        second.text("注：数据由各科室填报", x: 70, y: 134, size: 8)
        second.horizontal(145, 60, 500)
        let (table, rows) = try opening(of: second)
        let joined = try #require(TableJoiner(em: 10, LayoutSettings()).join(table, rows, from: 60))
        #expect(joined.bottom < 134)
    }

    /// Figures that found no room on a line, at the top of their row as its label. (partly-chromium-any16 of seed 149)
    @Test func figuresGoOnBesideTheirLabel() {
        var page = DrawnPage()
        let ends = [320.0, 345, 370, 395]
        for (text, end) in zip(["人", "企", "其", "总"], ends) { page.text(text, x: end - 13, y: 76) }
        for row in 0..<4 {
            let y = 100 + 48 * Double(row)
            for (index, line) in ["\(row + 1).保护第", "三方合法", "权益"].enumerated() {
                page.text(line, x: 240, y: y + 12.5 * Double(index))
            }
            for (text, end) in zip(["22\(row)", "665", "24", "305"], ends) {
                page.text(text, x: end - 5 * Double(text.count), y: y)
            }
            page.text("1", x: ends[0] - 5, y: y + 12.5)
            page.text("7", x: ends[3] - 5, y: y + 12.5)
        }
        let table = layout(page).tables.first
        #expect(table?.rowCount == 5, "\(table?.texts ?? [])")
    }

    /// The lower one's rows stand overleaf; the line between the two is theirs both. (partly-chromium-any16 of seed 149)
    @Test func twoFramesThatTouch() {
        var first = DrawnPage()
        let upper = (0..<5).map { 110 + 94 * Double($0) }
        let lower = (0..<10).map { 87 + 47 * Double($0) }
        first.centred("行政复议", at: 298, y: 590)
        for middle in upper { first.centred("结果维持", at: middle, y: 615) }
        for (index, middle) in upper.enumerated() { first.centred("78\(index)", at: middle, y: 640) }
        first.centred("行政诉讼", at: 298, y: 667)
        first.centred("未经复议直接起诉", at: (lower[0] + lower[4]) / 2, y: 692)
        first.centred("复议后起诉", at: (lower[5] + lower[9]) / 2, y: 692)
        for middle in lower { first.centred("维持", at: middle, y: 717) }
        for y in [582.0, 659] { first.horizontal(y, 63, 532) }
        for x in [63.0, 532] { first.vertical(x, 582, 750) }
        var second = DrawnPage(number: 2)
        for (index, middle) in lower.enumerated() { second.centred("\(760 + index)", at: middle, y: 80) }
        for x in [63.0, 532] { second.vertical(x, 72, 97) }
        second.horizontal(97, 63, 532)
        let tables = layout(first, second).tables
        #expect(tables.map(\.columnCount) == [5, 10], "\(tables.map(\.texts))")
        #expect(tables.last?.texts.last?.first == "760")
    }

    /// Three digits fill a column of which the neighbours stand as close as groups of one number do.
    /// (unruled-weasyprint-any41 of seed 149)
    @Test func brokenFiguresAreNoGroupsOfOneNumber() {
        var page = DrawnPage()
        let middles = (0..<8).map { 240 + 19.5 * Double($0) }
        for middle in middles { page.centred("甲", at: middle, y: 76) }
        for row in 0..<3 {
            let y = 100 + 40 * Double(row)
            page.text("某种申请", x: 60, y: y + 6)
            for (index, middle) in middles.enumerated() { page.centred("11\(index)", at: middle, y: y) }
            for (index, middle) in middles.enumerated() { page.centred("\(index)", at: middle, y: y + 12) }
        }
        let table = layout(page).tables.first
        #expect(table?.texts.last?.suffix(8) == (0..<8).map { "11\($0)\n\($0)" }[...], "\(table?.texts ?? [])")
    }

    /// A group of which one row stands above the page's end, and its label overleaf. (ruled-weasyprint-any9 of seed 148)
    @Test func aGroupsLabelStandsOverleaf() {
        let columns = [60.0, 140, 260, 340]
        func row(_ row: Int, _ texts: [String]) -> [DrawnPage.Square] {
            zip(texts.indices, texts).map { .init(row: row, column: $0 + 1, text: $1) }
        }
        var first = DrawnPage()
        first.table(
            [.init(row: 0, column: 0, columnSpan: 2, text: "项目"), .init(row: 0, column: 2, text: "总计")]
                + [.init(row: 1, column: 0, rowSpan: 2, text: "（一）公开"), .init(row: 3, column: 0, text: "")]
                + row(1, ["1.全部", "3"]) + row(2, ["2.部分", "4"]) + row(3, ["1.信访", "2"]),
            columns: columns, rows: [640, 664, 688, 712, 736])
        var second = DrawnPage(number: 2)
        second.table(
            [.init(row: 0, column: 0, rowSpan: 2, text: "（二）不予")] + row(0, ["2.重复", "1"])
                + row(1, ["3.其他", "7"]), columns: columns, rows: [72, 96, 120])
        let table = layout(first, second).tables.first
        let label = table?.cells.first { $0.text == "（二）不予" }
        #expect(label?.row == 3 && label?.rowSpan == 3, "\(table?.texts ?? [])")
    }

    /// A page's end between the groups of numbers that are broken there; without others that are, it parts two rows.
    @Test(arguments: [true, false]) func aRowIsCutWithinItsNumbers(areOthers: Bool) {
        let x = [60.0, 160, 260, 360]
        var first = DrawnPage()
        let others = areOthers ? "74\n960" : "960"
        first.table([["项目", "上年", "本年"], ["1.甲类", others, "2"], ["2.乙类", "1", "25"]], x: x, top: 600)
        var second = DrawnPage(number: 2)
        second.table([["", "047", ""], ["3.丙类", "5", "6"]], x: x, top: 80)
        let table = layout(first, second).tables.first
        #expect(table?.rowCount == (areOthers ? 4 : 5), "\(table?.texts ?? [])")
    }
}
