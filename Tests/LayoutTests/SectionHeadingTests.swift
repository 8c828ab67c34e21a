import ReportModel
import Testing

@testable import Layout

/// Headings over columns and sections: where they stand far from their rows, in a coloured band, at a page's end.
@Suite struct SectionHeadingTests {
    private let five = ["维持", "纠正", "其他", "未结", "总计"]

    /// The middles of columns from one place to another.
    private func middles(_ count: Int, from start: Double = 80, to end: Double = 520) -> [Double] {
        (0..<count).map { start + (end - start) * (Double($0) + 0.5) / Double(count) }
    }

    private func line(_ page: inout DrawnPage, _ texts: [String], at middles: [Double], y: Double, size: Double = 10) {
        for (text, middle) in zip(texts, middles) { page.centred(text, at: middle, y: y, size: size) }
    }

    private func prose(_ page: inout DrawnPage, y: Double) {
        for line in 0..<3 { page.text("正文一行接一行，直到表格开始为止，每行都这样写满，一个字也不少。", x: 80, y: y + 18 * Double(line), size: 12) }
    }

    /// Sections with headings in coloured bands: the room that a band has parts no tables.
    /// (unruled-writer-any47 of seed 140)
    @Test func sectionsUnderColouredBands() throws {
        var page = DrawnPage()
        func band(_ text: String, y: Double) {
            page.page.areas.append(
                FilledArea(box: Box(x: 68, y: y - 10, width: 460, height: 30), red: 0.85, green: 0.85, blue: 0.85))
            page.centred(text, at: 298, y: y)
        }
        band("第一项", y: 60)
        line(&page, ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], at: [110, 230, 350, 470], y: 90)
        for (index, name) in ["规章", "规范性文件"].enumerated() {
            page.text(name, x: 80, y: 120 + 30 * Double(index))
            line(&page, ["1", "2", "3"], at: [200, 320, 440], y: 120 + 30 * Double(index))
        }
        for (index, name) in ["行政许可", "行政处罚"].enumerated() {
            let y = 192 + 102 * Double(index)
            band(["第五项", "第六项"][index], y: y)
            line(&page, ["信息内容", "本年处理决定数量"], at: [110, 380], y: y + 30)
            page.text(name, x: 80, y: y + 60)
            page.text("38682748", x: 197, y: y + 60)
        }
        let tables = layout(page).tables
        #expect(tables.count == 1, "\(tables.map(\.texts))")
        #expect(tables.first?.texts.map { $0[0] }.suffix(6) == ["第五项", "信息内容", "行政许可", "第六项", "信息内容", "行政处罚"])
    }

    /// The heading of a section stands in the middle of two columns, left of where their values part.
    /// (unruled-weasyprint-any2 of seed 140)
    @Test func aHeadingReachesBackIntoItsNeighbour() throws {
        var page = DrawnPage()
        let places: [Double] = [134.6, 259.6, 368.3, 477]
        func section(_ title: String, _ rows: [[String]], at places: [Double], y: Double) {
            page.centred(title, at: 297.7, y: y, size: 12)
            for (index, row) in rows.enumerated() {
                line(&page, row, at: places, y: y + 19 * Double(index + 1), size: 12)
            }
        }
        section(
            "第一项",
            [["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"], ["规章", "1", "3", "0"], ["规范性文件", "1", "9", "3"]],
            at: places, y: 60)
        section(
            "第五项",
            [["信息内容", "上一年项目数量", "本年增减", "处理决定数量"], ["行政许可", "5", "+32", "476"], ["其他服务事项", "29", "+560", "4974"]],
            at: places, y: 136)
        section(
            "第八项", [["信息内容", "上一年项目数量", "本年增减"], ["行政事业收费", "0", "0"]], at: [134.6, 259.6, 422.6], y: 212)
        section(
            "第九项", [["信息内容", "采购项目数量", "采购总金额"], ["政府集中采购", "1952", "118.87891200"]],
            at: [134.6, 259.6, 422.6], y: 269)
        let table = try #require(layout(page).tables.first)
        #expect(table.texts[5] == ["信息内容", "上一年项目数量", "本年增减", "处理决定数量"], "\(table.texts)")
    }

    /// （七） with a space behind it, where the items of other rows begin.
    /// (partly-reportlab-any13 of seed 141)
    @Test func aMarkerAloneIsNoLabel() throws {
        var page = DrawnPage()
        line(&page, ["商业", "科研", "其他", "总计"], at: [300, 350, 400, 450], y: 60)
        let rows = ["1.新收", "2.结转", "3.公开", "4.其他"]
        for (index, name) in rows.enumerated() {
            page.text("办理", x: 60, y: 84 + 20 * Double(index))
            page.text(name, x: 104, y: 84 + 20 * Double(index))
            line(&page, ["1", "2", "3", "6"], at: [300, 350, 400, 450], y: 84 + 20 * Double(index))
        }
        page.text("（七）", x: 70, y: 164)
        page.text("总计", x: 104, y: 164)
        line(&page, ["4", "8", "12", "24"], at: [300, 350, 400, 450], y: 164)
        let table = try #require(layout(page).tables.first)
        #expect(table.cells.contains { $0.text.filter { $0 != " " } == "（七）总计" }, "\(table.texts)")
    }

    /// The title of the next section between the last line of one table and the first of the next; that ends the page with
    /// a head of more columns, whose rows stand overleaf. (partly-cairo-any10 of seed 141)
    @Test func aHeadOfMoreColumnsEndsThePage() throws {
        var first = DrawnPage()
        let (start, end) = (64.0, 531.3)
        func rule(_ y: Double) { first.horizontal(y, start, end) }
        func shade(_ y: Double, _ bottom: Double) {
            first.page.areas.append(
                FilledArea(
                    box: Box(x: start, y: y, width: end - start, height: bottom - y), red: 0.95, green: 0.95, blue: 0.95
                ))
        }
        let lines = [["结果", "结果", "其他", "尚未", ""], ["维持", "纠正", "结果", "审结", ""], ["", "", "", "", "总计"]]
        func heads(_ count: Int, y: Double) {
            for (texts, shift) in zip(lines, [0.0, 15, 7.5]) {
                let row = count == 5 ? texts : texts + texts
                line(&first, row, at: middles(count, from: start, to: end), y: y + shift, size: 12)
            }
        }
        prose(&first, y: 400)
        rule(564)
        first.text("4、因政府信息公开工作被申请行政复议、提起行政诉讼", x: 85, y: 584, size: 12.5)
        for (upper, lower) in [(599.0, 656.0), (684, 762)] { shade(upper, lower) }
        for y in [599.0, 620, 656, 677, 684, 705, 726, 762] { rule(y) }
        first.centred("行政复议", at: 297.6, y: 604, size: 12)
        heads(5, y: 625)
        line(&first, ["199", "0", "21", "0", "220"], at: middles(5, from: start, to: end), y: 661, size: 12)
        first.centred("行政诉讼", at: 297.6, y: 689, size: 12)
        line(&first, ["未经复议直接起诉", "复议后起诉"], at: [180.8, 414.5], y: 710, size: 12)
        heads(10, y: 731)
        var second = DrawnPage(number: 2)
        second.horizontal(60, start, end)
        line(
            &second, ["71", "0", "0", "117", "188", "13", "66", "103", "47", "229"],
            at: middles(10, from: start, to: end), y: 66, size: 12)
        second.horizontal(84, start, end)
        let tables = layout(first, second).tables
        #expect(tables.map(\.columnCount) == [5, 10], "\(tables.map(\.texts))")
        #expect(tables.first?.texts.first?.first == "行政复议")
        #expect(tables.last?.texts.last?.last == "229")
    }

    /// A heading set as the one over rows of nothing but values ends the page, with a line of its head or alone.
    /// (unruled-writer-any26 of seed 141, unruled-writer-any23 of seed 147, unruled-weasyprint-any14 of seed 143)
    @Test(arguments: [true, false]) func aSecondHeadingEndsThePage(hasLine: Bool) throws {
        var first = DrawnPage()
        prose(&first, y: 400)
        for (index, texts) in [["行政复议"], five, ["24", "15", "10", "12", "61"], ["行政诉讼"]].enumerated() {
            line(
                &first, texts, at: texts.count == 1 ? [300] : middles(5),
                y: 600 + 30 * Double(index) + (index > 2 && !hasLine ? 10 : 0))
        }
        var second = DrawnPage(number: 2)
        let spanners = ["未经复议", "复议后起诉"]
        if hasLine {
            first.text("四、政府信息公开行政复议、行政诉讼", x: 200, y: 574)
            line(&first, spanners, at: [190, 410], y: 720)
        } else {
            line(&second, spanners, at: [190, 410], y: 60)
        }
        line(&second, five + five, at: middles(10), y: 84)
        line(&second, ["1", "23", "3", "22", "49", "0", "0", "20", "0", "20"], at: middles(10), y: 108)
        let tables = layout(first, second).tables
        #expect(tables.map(\.columnCount) == [5, 10], "\(tables.map(\.texts))")
        #expect(tables.last?.texts.map { $0[0] } == ["行政诉讼", "未经复议", "维持", "1"])
    }

    /// Sections whose headings are set in another type than their rows; one number of theirs has a space in it.
    /// (unruled-chromium-any47 of seed 142)
    @Test func sectionsGoOnOverleaf() throws {
        func heading(_ text: String, _ page: inout DrawnPage, y: Double) {
            let count = page.page.glyphs.count
            page.centred(text, at: 300, y: y)
            page.page.fonts = ["Song", "Bold"]
            for index in count..<page.page.glyphs.count { page.page.glyphs[index].font = 1 }
        }
        var first = DrawnPage()
        prose(&first, y: 400)
        first.text("一、主动公开情况", x: 100, y: 560, size: 18)
        heading("第一项", &first, y: 600)
        line(&first, ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], at: [130, 260, 370, 480], y: 630)
        line(&first, ["规章", "1", "2", "3"], at: [130, 260, 370, 480], y: 660)
        line(&first, ["规范性文件", "41", "25", "41"], at: [130, 260, 370, 480], y: 690)
        heading("第五项", &first, y: 720)
        var second = DrawnPage(number: 2)
        line(&second, ["信息内容", "本年处理决定数量"], at: [130, 370], y: 60)
        line(&second, ["行政许可", "/"], at: [130, 370], y: 90)
        heading("第八项", &second, y: 120)
        line(&second, ["信息内容", "本年收费金额"], at: [130, 370], y: 150)
        second.centred("行政收费", at: 130, y: 180)
        second.text("47", x: 355, y: 180)
        second.text("851", x: 370, y: 180)
        let tables = layout(first, second).tables
        #expect(tables.count == 1, "\(tables.map(\.texts))")
        #expect(tables.first?.texts.first?.first == "第一项")
        #expect(tables.first?.texts.last?.prefix(2) == ["行政收费", "47 851"])
    }

    /// Headings of several columns far above those of the columns, on one page with the row below them or before it.
    /// (unruled-writer-any2 of seed 142, unruled-weasyprint-any38 of seed 143)
    @Test(arguments: [true, false]) func headingsFarAboveTheirColumns(isParted: Bool) throws {
        var first = DrawnPage()
        prose(&first, y: 400)
        line(&first, ["未经复议直接起诉", "复议后起诉"], at: [190, 410], y: 600)
        line(&first, five + five, at: middles(10), y: 644)
        line(&first, ["结果", "结果", "结果", "结果", "", "结果", "结果", "结果", "结果", ""], at: middles(10), y: 655)
        let row = ["1", "0", "7", "1", "9", "4", "0", "3", "0", "7"]
        var second = DrawnPage(number: 2)
        if isParted { line(&second, row, at: middles(10), y: 60) } else { line(&first, row, at: middles(10), y: 680) }
        let table = try #require(isParted ? layout(first, second).tables.first : layout(first).tables.first)
        let spanners = table.cells.filter { $0.columnSpan == 5 }.map(\.text)
        #expect(spanners == ["未经复议直接起诉", "复议后起诉"], "\(table.texts)")
    }

    /// Figures that found no room in the columns of a table without labels. (unruled-writer-any53 of seed 142)
    @Test func figuresOfTwoLinesAreOneRow() throws {
        var page = DrawnPage()
        let places = middles(10, to: 380)
        line(&page, (0..<10).map { ["维持", "纠正", "其他", "未结", "总计"][$0 % 5] }, at: places, y: 60)
        line(&page, ["1", "3", "0", "12", "2", "0", "7", "1", "4", "8"], at: places, y: 84)
        for (text, column) in [("494", 0), ("779", 1), ("630", 4), ("050", 7)] {
            page.centred(text, at: places[column], y: 96)
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.rowCount == 2, "\(table.texts)")
        #expect(table.texts.last?.prefix(3) == ["1\n494", "3\n779", "0"])
    }
}
