import Layout
import ReportModel
import Testing

/// The lines of heads without lines on all sides, and what a page's end does to them.
@Suite struct HeadLineTests {
    private static let middles: [Double] = [230, 285, 340, 395, 450, 505]
    private static let inner = ["商业企业", "科研机构", "社会组织", "其他机构"]

    /// 自然人 and 总计 on one height, the headings between them on another.
    private static func leaves(_ outer: Double?, _ inner: Double?, on page: inout DrawnPage) {
        if let outer {
            page.centred("自然人", at: middles[0], y: outer)
            page.centred("总计", at: middles[5], y: outer)
        }
        if let inner {
            for (text, middle) in zip(Self.inner, middles[1...]) { page.centred(text, at: middle, y: inner) }
        }
    }

    /// The headings of all columns and of the inner ones.
    private static func spanners(_ all: Double?, _ some: Double?, on page: inout DrawnPage) {
        if let all { page.centred("申请人情况", at: (middles[0] + middles[5]) / 2, y: all) }
        if let some { page.centred("法人或其他组织", at: (middles[1] + middles[4]) / 2, y: some) }
    }

    private static func rows(
        _ count: Int, from top: Double, pitch: Double = 16, shift: Double = 0, on page: inout DrawnPage
    ) {
        for row in 0..<count {
            let y = top + pitch * Double(row)
            page.text("甲类事项之\(row)", x: 70, y: y)
            for (column, middle) in middles.enumerated() {
                page.text("\(10 + row + column)", x: middle + shift - 5, y: y)
            }
        }
    }

    private func expectSpans(_ found: DocumentLayout, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(found.tables.count == 1, sourceLocation: sourceLocation)
        let cells = found.tables.flatMap(\.cells)
        func columns(_ text: String) -> [ClosedRange<Int>] {
            cells.filter { $0.text == text }.map { $0.column...$0.lastColumn }
        }
        #expect(columns("申请人情况") == [1...6], "\(cells.map(\.text))", sourceLocation: sourceLocation)
        #expect(columns("法人或其他组织") == [2...5], "\(cells.map(\.text))", sourceLocation: sourceLocation)
        #expect(columns("自然人") == [1...1] && columns("总计") == [6...6], sourceLocation: sourceLocation)
        #expect(columns("科研机构") == [3...3], sourceLocation: sourceLocation)
    }

    /// A font whose boxes are low, a heading over the labels whose lines stand half beside the other headings.
    @Test func headingsHalfBesideEachOther() {
        var page = DrawnPage()
        Self.spanners(60, 84, on: &page)
        page.text("（本列数据的关系为：甲项加乙", x: 50, y: 79)
        page.text("项等于丙项）", x: 100, y: 89)
        Self.leaves(96, 104, on: &page)
        Self.rows(8, from: 130, pitch: 24, on: &page)
        for index in page.page.glyphs.indices where page.page.glyphs[index].scalar.value > 0x2000 {
            let box = page.page.glyphs[index].box
            page.page.glyphs[index].box = Box(x: box.x, y: box.y + 2.5, width: box.width, height: 7)
        }
        let found = layout(page)
        expectSpans(found)
        #expect(found.tables.first?.cell(0, 0)?.text == "（本列数据的关系为：甲项加乙\n项等于丙项）")
    }

    /// Lines that touch, the outer headings beside both: two texts, for a text is broken where it has no more room.
    @Test func headingsRightAboveEachOther() {
        var page = DrawnPage()
        Self.spanners(60, 72, on: &page)
        Self.leaves(80, 88, on: &page)
        Self.rows(4, from: 108, on: &page)
        expectSpans(layout(page))
    }

    /// A heading of five columns right above the two lines of the middle one's.
    @Test func aHeadingRightAboveTwoLines() {
        var page = DrawnPage()
        let middles = (0..<10).map { 90 + 46 * Double($0) }
        for (group, text) in ["未经复议直接起诉", "提起复议后起诉"].enumerated() {
            page.centred(text, at: middles[2 + 5 * group], y: 60)
        }
        for (column, middle) in middles.enumerated() {
            page.centred(["结果", "结果", "其他", "尚未", "总计"][column % 5], at: middle, y: 73)
            if column % 5 < 4 { page.centred(["维持", "纠正", "结果", "审结"][column % 5], at: middle, y: 85) }
            page.centred("\(column)", at: middle, y: 102)
            page.centred("\(20 - column)", at: middle, y: 118)
        }
        let cells = layout(page).tables.flatMap(\.cells)
        let wide = cells.filter { $0.text.hasSuffix("起诉") }
        #expect(wide.map(\.column) == [0, 5] && wide.map(\.columnSpan) == [5, 5], "\(cells.map(\.text))")
        #expect(cells.count { $0.text == "其他\n结果" } == 2)
    }

    /// Between the heading of a section and a table stands the heading of the columns of values, far above the next.
    @Test func aHeadingRightBelowTheSections() {
        var page = DrawnPage()
        page.text("三、收到和处理申请的情况", x: 70, y: 40, size: 14)
        Self.spanners(66, 96, on: &page)
        page.text("项目和内容", x: 70, y: 96)
        Self.leaves(112, 112, on: &page)
        Self.rows(5, from: 128, on: &page)
        expectSpans(layout(page))
    }

    /// The heading over the labels has a long line and a short one; the long one stands above all other headings' lines.
    /// (unruled-reportlab-any23 of seed 127)
    @Test func aLongLineAboveAShortOne() {
        var page = DrawnPage()
        page.text("某县教育局公开工作年度报告", x: 60, y: 30, size: 16)
        Self.spanners(66, 86, on: &page)
        page.centred("（第一项加第二项等于第三项", at: 130, y: 93)
        page.centred("加第四项）", at: 130, y: 105)
        Self.leaves(111, 111, on: &page)
        Self.rows(5, from: 150, pitch: 22, on: &page)
        expectSpans(layout(page))
    }

    /// A first row that is taller than the others leaves the head far above the rest, but over its columns.
    @Test func aHeadFarAboveItsRows() {
        var page = DrawnPage()
        page.text("项目名称", x: 70, y: 120)
        Self.spanners(104, 112, on: &page)
        Self.leaves(120, 120, on: &page)
        Self.rows(5, from: 164, on: &page)
        let tables = layout(page).tables
        #expect(tables.count == 1)
        #expect(tables.first?.cells.contains { $0.text == "科研机构" && $0.isHeader && $0.column == 3 } ?? false)
    }

    /// What spans columns is no further above the next heading than that is above its own columns'.
    @Test func headingsAtEvenDistances() {
        var page = DrawnPage()
        Self.spanners(66, 96, on: &page)
        Self.leaves(124, 124, on: &page)
        Self.rows(5, from: 150, pitch: 26, on: &page)
        expectSpans(layout(page))
    }

    /// The heading of one table stands closer to the values of the table above it than to its own columns' headings.
    @Test func aHeadingBelowTheTableAbove() throws {
        var page = DrawnPage()
        func table(_ heading: String, _ columns: Int, _ top: Double) {
            page.centred(heading, at: 300, y: top)
            for column in 0..<columns {
                let middle = 300 + 460 * (Double(column) + 0.5 - Double(columns) / 2) / Double(columns)
                page.centred("栏目", at: middle, y: top + 24)
                page.centred("\(column)", at: middle, y: top + 48)
            }
        }
        table("行政复议", 5, 60)
        table("行政诉讼", 9, 126)
        let tables = layout(page).tables
        try #require(tables.count == 2)
        #expect(tables[1].cell(0, 0)?.text == "行政诉讼" && tables[1].cell(0, 0)?.columnSpan == 9)
    }

    /// A table of one row of values: the heading of some columns is as far above the next as that is above its columns'.
    @Test func aHeadingOverTwoOthers() {
        var page = DrawnPage()
        page.text("四、行政复议和行政诉讼的情况", x: 80, y: 182, size: 14)
        for (text, middle) in [("行政诉讼", 388.0)] { page.centred(text, at: middle, y: 214) }
        for (text, middle) in [("行政复议", 138.0), ("直接起诉", 318), ("复议后起诉", 458)] {
            page.centred(text, at: middle, y: 248)
        }
        for column in 0..<9 {
            let middle = 92 + 46 * Double(column)
            page.centred("总计", at: middle, y: 282)
            page.centred("\(column)", at: middle, y: 316)
        }
        #expect(layout(page).tables.first?.cells.contains { $0.text == "行政诉讼" && $0.isHeader } ?? false)
    }

    /// A head and the two rows that the page has room for, each as far from the next.
    @Test func twoRowsAtOneDistance() {
        var page = DrawnPage()
        page.centred("法人或其他组织", at: (Self.middles[1] + Self.middles[4]) / 2, y: 200)
        Self.leaves(236, 236, on: &page)
        Self.rows(2, from: 272, pitch: 36, shift: -30, on: &page)
        let tables = layout(page).tables
        #expect(tables.map(\.columnCount) == [7])
        #expect(tables.first?.cells.contains { $0.text == "科研机构" && $0.isHeader && $0.column == 3 } ?? false)
        #expect(tables.first?.cells.contains { $0.text == "甲类事项之1" && !$0.isHeader } ?? false)
    }

    /// A heading that stands far above the others, but between the lines around the table.
    @Test func aHeadingWithinTheLines() {
        var page = DrawnPage()
        for y in [60.0, 190] { page.horizontal(y, 60, 540) }
        page.text("第二十条第一项", x: 270, y: 78)
        Self.leaves(110, 110, on: &page)
        Self.rows(4, from: 126, on: &page)
        #expect(layout(page).tables.first?.cells.contains { $0.text == "第二十条第一项" } ?? false)
    }

    /// The only line of a table stands below its head: nothing of it is outside.
    @Test func theOnlyLineBelowTheHead() {
        var page = DrawnPage()
        page.text("三、收到和处理申请的情况", x: 70, y: 160, size: 14)
        Self.spanners(260, 274, on: &page)
        Self.leaves(288, 288, on: &page)
        page.horizontal(303, 60, 540)
        Self.rows(5, from: 308, on: &page)
        expectSpans(layout(page))
    }

    /// A head that ends its page with its lines far apart: at one distance, or with rules between them.
    @Test(arguments: [false, true])
    func linesFarApartAtThePagesEnd(isRuled: Bool) {
        var first = DrawnPage()
        first.text("三、收到和处理申请的情况", x: 70, y: 590, size: 14)
        Self.spanners(isRuled ? 628 : 640, 670, on: &first)
        Self.leaves(700, 700, on: &first)
        first.text("项目名称", x: 90, y: 700)
        if isRuled {
            first.horizontal(654, 205, 530)
            first.horizontal(690, 260, 475)
        }
        var second = DrawnPage(number: 2)
        Self.rows(8, from: 80, on: &second)
        expectSpans(layout(first, second))
    }

    /// The page's end parts a head, and the values overleaf stand at the right of their cells.
    @Test func headingsOverValuesAtTheRight() {
        var first = DrawnPage()
        first.text("三、收到和处理申请的情况", x: 70, y: 590, size: 14)
        Self.spanners(640, 656, on: &first)
        Self.leaves(656, nil, on: &first)
        var second = DrawnPage(number: 2)
        Self.leaves(nil, 72, on: &second)
        Self.rows(8, from: 88, shift: 16, on: &second)
        expectSpans(layout(first, second))
    }

    /// The page's end parts the lowest line of a head: the outer headings stand before it, those between them behind.
    @Test func theLowestLineInTwo() {
        var first = DrawnPage()
        first.text("三、收到和处理申请的情况", x: 70, y: 590, size: 14)
        Self.spanners(640, 656, on: &first)
        Self.leaves(664, nil, on: &first)
        var second = DrawnPage(number: 2)
        Self.leaves(nil, 72, on: &second)
        Self.rows(8, from: 88, on: &second)
        expectSpans(layout(first, second))
    }

    /// All that a page has of a head is a heading and the two lines of another beside it.
    @Test func aHeadingBesideTwoLines() {
        var first = DrawnPage()
        first.text("三、收到和处理申请的情况", x: 70, y: 590, size: 14)
        Self.spanners(705, nil, on: &first)
        first.text("项目和内容", x: 70, y: 696.5)
        first.text("以及分类", x: 70, y: 713.5)
        var second = DrawnPage(number: 2)
        Self.spanners(nil, 72, on: &second)
        Self.leaves(80, 88, on: &second)
        Self.rows(8, from: 104, on: &second)
        expectSpans(layout(first, second))
    }
}
