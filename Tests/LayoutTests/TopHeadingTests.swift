import Layout
import ReportModel
import Testing

/// The heading of all columns or of many, which stands over none of their own.
@Suite struct TopHeadingTests {
    private static let results = ["维持", "纠正", "其他", "未结", "总计"]

    private static func row(_ texts: [String], y: Double, on page: inout DrawnPage) {
        for (column, text) in texts.enumerated() {
            page.centred(text, at: 87 + 46.5 * Double(column), y: y)
        }
    }

    /// Two groups of five columns below one heading, each line so far below the one before.
    private static func ten(from top: Double, _ steps: [Double], on page: inout DrawnPage) {
        let y = steps.reduce(into: [top]) { $0.append($0[$0.count - 1] + $1) }
        page.centred("诉讼", at: 296.25, y: y[0])
        page.centred("未复议就起诉", at: 180, y: y[1])
        page.centred("复议后起诉", at: 412.5, y: y[1])
        row(results + results, y: y[2], on: &page)
        if steps.count > 3 { row(Array(repeating: "结果", count: 10), y: y[3], on: &page) }
        row((0..<10).map { "\(11 + $0)" }, y: y[y.count - 1], on: &page)
    }

    private func checkTen(_ table: Table) {
        #expect(table.columnCount == 10)
        #expect(table.cell(0, 0)?.text == "诉讼" && table.cell(0, 0)?.columnSpan == 10)
        #expect(table.cell(1, 5)?.text == "复议后起诉" && table.cell(1, 5)?.columnSpan == 5)
        #expect(table.cells.contains { $0.text == "20" && $0.column == 9 })
    }

    @Test func belowTheValuesOfAnotherTable() throws {
        var page = DrawnPage()
        let middles = (0..<5).map { 110 + 93 * Double($0) }
        for (text, middle) in zip(Self.results, middles) { page.centred(text, at: middle, y: 200) }
        let values = ["0", "36", "996", "0", "1032"]
        for (value, middle) in zip(values, middles) { page.centred(value, at: middle + 25, y: 216) }
        Self.ten(from: 250, [26, 22, 22], on: &page)
        let tables = layout(page).tables
        #expect(tables.count == 2)
        checkTen(try #require(tables.last))
    }

    @Test func asTheFirstLineOfAPage() throws {
        var page = DrawnPage()
        Self.ten(from: 80, [25, 24, 12, 22], on: &page)
        page.text("下一部分的正文从这里开始，写得比表格宽得多，一行接着一行，没有任何数字在里面。", x: 70, y: 240)
        checkTen(try #require(layout(page).tables.first))
    }

    /// Three levels of a head, each further from the next than lines of text are: the lowest joins the values, then the
    /// others it.
    @Test func overLevelsFarApart() throws {
        var page = DrawnPage()
        Self.ten(from: 300, [16, 40, 46], on: &page)
        checkTen(try #require(layout(page).tables.first))
    }

    /// A title in larger type is none.
    @Test func aTitleStaysOutside() throws {
        var page = DrawnPage()
        page.centred("年度案件表", at: 296.25, y: 80, size: 16)
        Self.row(Self.results + Self.results, y: 108, on: &page)
        for line in 0..<3 { Self.row((0..<10).map { "\(11 + line + $0)" }, y: 132 + 24 * Double(line), on: &page) }
        let table = try #require(layout(page).tables.first)
        #expect(table.cell(0, 0)?.text == "维持")
    }

    /// No further below another table than its own lines are apart, the rows of the lower table taller.
    /// (unruled-reportlab-any20 of seed 115)
    @Test func closerToItsTableThanToTheOneAbove() throws {
        var page = DrawnPage()
        let middles = (0..<5).map { 110 + 93 * Double($0) }
        for line in 0..<2 {
            for (text, middle) in zip(line == 0 ? Self.results : ["0", "36", "99", "0", "135"], middles) {
                page.centred(text, at: middle, y: 200 + 32 * Double(line))
            }
        }
        Self.ten(from: 272, [32, 26, 26], on: &page)
        let tables = layout(page).tables
        #expect(tables.count == 2)
        checkTen(try #require(tables.last))
    }

    /// Right below another table, whose columns it stands under, the values at the start of their cells.
    /// (unruled-chromium-any50 of seed 113)
    @Test func rightBelowAnotherTable() throws {
        var page = DrawnPage()
        let middles = (0..<5).map { 110 + 93 * Double($0) }
        page.centred("复议", at: 296.25, y: 184)
        for (text, middle) in zip(Self.results, middles) { page.centred(text, at: middle, y: 200) }
        for (column, middle) in middles.enumerated() { page.centred("\(column)6", at: middle, y: 216) }
        page.centred("诉讼", at: 296.25, y: 232)
        page.centred("未复议就起诉", at: 180, y: 248)
        page.centred("复议后起诉", at: 412.5, y: 248)
        Self.row(Self.results + Self.results, y: 264, on: &page)
        for column in 0..<10 { page.text("\(column)", x: 51 + 46.5 * Double(column), y: 280) }
        let tables = layout(page).tables
        #expect(tables.map(\.columnCount) == [5, 10], "\(tables.map(\.texts))")
        #expect(tables.last?.cell(0, 0)?.text == "诉讼" && tables.last?.cell(0, 0)?.columnSpan == 10)
    }

    /// Over two of three headings, in the middle between them. (unruled-chromium-any8 of seed 116)
    @Test func overSomeOfTheHeadings() throws {
        var page = DrawnPage()
        page.text("三、行政复议、行政诉讼情况", x: 70, y: 98, size: 14)
        page.centred("诉讼", at: 365, y: 124)
        for (text, middle) in zip(["行政复议", "未复议就起诉", "复议后起诉"], [135.0, 290, 440]) {
            page.centred(text, at: middle, y: 156)
        }
        for column in 0..<9 {
            let middle = [85.0, 135, 185, 240, 290, 340, 390, 440, 490][column]
            page.centred(["维持", "纠正", "总计"][column % 3], at: middle, y: 188)
            page.centred("\(11 + column)", at: middle, y: 220)
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.cells.first { $0.text == "诉讼" }.map { $0.column..<$0.column + $0.columnSpan } == 3..<9)
    }

    /// Nothing stands below a head whose headings repeat themselves: its row is blank. (unruled-chromium-any2 of seed 113)
    @Test func overABlankRow() {
        var page = DrawnPage()
        page.centred("未复议就起诉", at: 180, y: 100)
        page.centred("复议后起诉", at: 412.5, y: 100)
        Self.row(Self.results + Self.results, y: 120, on: &page)
        page.text("五、存在的主要问题及改进情况", x: 70, y: 180, size: 14)
        let tables = layout(page).tables
        #expect(tables.map(\.rowCount) == [3] && tables.map(\.columnCount) == [10])
        #expect(tables.first?.cells.filter { $0.row == 2 }.map(\.text) == Array(repeating: "", count: 10))
    }

    /// The head of five columns above a blank row, the one of ten that repeats its headings below it or overleaf.
    private static func blankHeads(isOverleaf: Bool, _ value: String = "") -> [Table] {
        var first = DrawnPage()
        let top = isOverleaf ? 740.0 : 100
        for line in 0..<3 where isOverleaf { first.text("正文一行接一行直到表格为止。", x: 70, y: 640 + 24 * Double(line)) }
        first.centred("复议", at: 296.25, y: top)
        for (column, text) in results.enumerated() {
            first.centred(text, at: 110 + 93 * Double(column), y: top + 18)
        }
        var second = isOverleaf ? DrawnPage(number: 2) : first
        second.centred(value, at: 296.25, y: isOverleaf ? 60 : 140)
        second.centred("诉讼", at: 296.25, y: isOverleaf ? 84 : 164)
        for (text, middle) in [("未复议就起诉", 180), ("复议后起诉", 412.5)] {
            second.centred(text, at: middle, y: isOverleaf ? 102 : 182)
        }
        row(results + results, y: isOverleaf ? 120 : 200, on: &second)
        second.text("五、存在的主要问题及改进情况", x: 70, y: 260, size: 14)
        return isOverleaf ? layout(first, second).tables : layout(second).tables
    }

    /// (unruled-chromium-any26 of seed 118)
    @Test(arguments: [false, true])
    func overTwoBlankRows(isOverleaf: Bool) {
        let tables = Self.blankHeads(isOverleaf: isOverleaf)
        #expect(tables.map(\.columnCount) == [5, 10])
        for table in tables { #expect(table.texts.last == Array(repeating: "", count: table.columnCount)) }
        #expect(tables.first?.texts.dropLast().last == Self.results)
    }

    /// A value of its row, below the middle heading.
    @Test(arguments: [false, true])
    func overAValueAlone(isOverleaf: Bool) {
        let tables = Self.blankHeads(isOverleaf: isOverleaf, "3")
        #expect(!tables.contains { $0.columnCount == 5 && $0.texts.last == Array(repeating: "", count: 5) })
    }

    /// The text goes on right below it, or its headings differ.
    @Test(arguments: [false, true])
    func overNoRow(isFar: Bool) {
        var page = DrawnPage()
        page.centred("未复议就起诉", at: 180, y: 100)
        page.centred("复议后起诉", at: 412.5, y: 100)
        let others = isFar ? ["甲", "乙", "丙", "丁", "戊"] : Self.results
        Self.row(Self.results + others, y: 120, on: &page)
        page.text("五、存在的主要问题及改进情况", x: 70, y: isFar ? 180 : 140, size: 14)
        #expect(layout(page).tables.isEmpty)
    }

    private static let fifteen = (0..<15).map { 65 + 32 * Double($0) }

    private static func leaves(_ columns: Range<Int>, y: Double, on page: inout DrawnPage) {
        for (column, middle) in zip(columns, fifteen[columns]) {
            page.centred(["维持", "纠正", "其他", "未结", "总计"][column % 5], at: middle, y: y)
        }
    }

    /// All that a page has of a head are the two headings of its first line, half beside each other.
    /// (partly-weasyprint-any52 of seed 117)
    @Test(arguments: [false, true])
    func twoHeadingsBelowATitle(isTable: Bool) {
        var first = DrawnPage()
        first.text("四、行政复议和诉讼的情况", x: 70, y: 660, size: isTable ? 14 : 10)
        first.centred("行政复议", at: Self.fifteen[2], y: 690)
        first.centred("行政诉讼", at: (Self.fifteen[5] + Self.fifteen[14]) / 2, y: 694)
        var second = DrawnPage(number: 2)
        second.centred("未经复议直接起诉", at: Self.fifteen[7], y: 60)
        second.centred("复议后起诉", at: Self.fifteen[12], y: 60)
        Self.leaves(0..<15, y: 82, on: &second)
        for (column, middle) in Self.fifteen.enumerated() { second.centred("\(column + 10)", at: middle, y: 104) }
        let found = layout(first, second)
        #expect(found.tables.map(\.rowCount) == [isTable ? 4 : 3])
        let spans = found.tables.first?.cells.filter { $0.text.hasPrefix("行政") }.map(\.columnSpan)
        #expect(spans == (isTable ? [5, 10] : []))
    }

    /// Two tables with rows at one distance throughout, the lower with headings over headings.
    /// (partly-reportlab-any22 of seed 109)
    @Test func headingsOfSomeBelowAnotherTable() {
        var page = DrawnPage()
        page.text("四、行政复议和诉讼的情况", x: 70, y: 60, size: 14)
        page.centred("行政复议", at: 285, y: 100)
        for column in 0..<5 {
            let middle = 95 + 95 * Double(column)
            page.centred(["维持", "纠正", "其他", "未结", "总计"][column], at: middle, y: 114)
            page.centred("\(column + 10)", at: middle, y: 128.5)
        }
        page.centred("行政诉讼", at: 285, y: 142.5)
        let middles = (0..<10).map { 71.25 + 47.5 * Double($0) }
        page.centred("未经复议直接起诉", at: middles[2], y: 157)
        page.centred("复议后起诉", at: middles[7], y: 157)
        for (column, middle) in middles.enumerated() {
            page.centred(["维持", "纠正", "其他", "未结", "总计"][column % 5], at: middle, y: 171.6)
            page.centred("\(column + 20)", at: middle, y: 186)
        }
        let tables = layout(page).tables
        #expect(tables.map(\.rowCount) == [3, 4], "\(tables.map(\.texts))")
        #expect(tables.map(\.columnCount) == [5, 10])
    }
}
