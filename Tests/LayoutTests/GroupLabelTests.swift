import Layout
import ReportModel
import Testing

/// Labels of several rows in tables without lines.
@Suite struct GroupLabelTests {
    /// Two groups of numbered rows, their labels where a style puts them.
    enum Place: CaseIterable { case middle, top, bottom }

    private static let items = ["1.国家秘密", "2.法律禁止", "3.三个安全", "4.内部事务", "1.没有掌握", "2.需要制作"]

    private static func print(_ items: ArraySlice<String>, on page: inout DrawnPage, from top: Double) {
        for (row, item) in items.enumerated() {
            page.text(item, x: 160, y: top + Double(row) * 20)
            for column in 0..<3 {
                page.text("\(row + 3 * column)", x: 280 + 60 * Double(column), y: top + Double(row) * 20)
            }
        }
    }

    private static func head(on page: inout DrawnPage, _ top: Double) {
        for (column, text) in ["自然人", "企业", "总计"].enumerated() {
            page.text(text, x: 270 + 60 * Double(column), y: top)
        }
    }

    @Test(arguments: Place.allCases)
    func whereLabelsStand(place: Place) throws {
        var page = DrawnPage()
        Self.head(on: &page, 60)
        Self.print(Self.items[...], on: &page, from: 100)
        let (first, second) =
            switch place {
            case .middle: (130.0, 190.0)
            case .top: (100.0, 180.0)
            case .bottom: (160.0, 200.0)
            }
        page.text("二、上年结转的申请数量", x: 70, y: 80)
        for column in 0..<3 { page.text("9", x: 280 + 60 * Double(column), y: 80) }
        page.text("（三）不予公开", x: 70, y: first)
        page.text("（四）无法提供", x: 70, y: second)
        let table = try #require(layout(page).tables.first)
        let labels = table.cells.filter { $0.text.hasPrefix("（") }
        #expect(labels.map(\.text) == ["（三）不予公开", "（四）无法提供"])
        #expect(labels.map(\.row) == [2, 6] && labels.map(\.rowSpan) == [4, 2], "\(labels)")
    }

    /// A page begins within a group whose label stands on the page before: the next label takes none of its rows.
    @Test func aGroupCutByThePagesEnd() throws {
        var first = DrawnPage()
        Self.head(on: &first, 640)
        Self.print(Self.items[..<3], on: &first, from: 660)
        page(&first, "（三）不予公开", 680)
        var second = DrawnPage(number: 2)
        Self.print(Self.items[3...], on: &second, from: 60)
        page(&second, "（四）无法提供", 85)
        let tables = layout(first, second).tables
        try #require(tables.count == 1)
        let labels = tables[0].cells.filter { $0.text.hasPrefix("（") }
        #expect(labels.map(\.row) == [1, 5] && labels.map(\.rowSpan) == [4, 2], "\(labels)")
    }

    private func page(_ page: inout DrawnPage, _ text: String, _ y: Double) { page.text(text, x: 70, y: y) }

    /// A row that is numbered as a group's label is stands beside the group, wherever it begins.
    @Test func aRowThatIsNoMember() throws {
        var page = DrawnPage()
        Self.head(on: &page, 80)
        Self.print(["（一）公开", "（二）部分公开", "（三）不予公开", "四、结转"], on: &page, from: 100)
        page.stacked("三办理结果", x: 100, y: 95)
        page.text("三、", x: 95, y: 83)
        let table = try #require(layout(page).tables.first)
        let label = try #require(table.cells.first { $0.text.hasPrefix("三、") })
        #expect(label.row == 1 && label.rowSpan == 3, "\(label)")
    }

    /// Labels of groups that stand between the lines of their rows' labels, never right beside one.
    @Test func labelsBetweenTheirRows() throws {
        var page = DrawnPage()
        Self.head(on: &page, 80)
        for (row, item) in ["1.属于国家\n秘密", "2.法律法规\n禁止公开", "1.本机关不\n掌握", "2.没有现成\n的信息"].enumerated() {
            let top = 100 + Double(row) * 30
            for (line, text) in item.split(separator: "\n").enumerated() {
                page.text(String(text), x: 160, y: top + 12 * Double(line))
            }
            for column in 0..<3 { page.text("\(row + column)", x: 280 + 60 * Double(column), y: top + 6) }
        }
        page.text("（三）不予公开", x: 70, y: 121)
        page.text("（四）无法提供", x: 70, y: 181)
        page.text("四、结转下年度继续办理", x: 70, y: 220)
        for column in 0..<3 { page.text("7", x: 280 + 60 * Double(column), y: 220) }
        let table = try #require(layout(page).tables.first)
        let labels = table.cells.filter { $0.text.hasPrefix("（") }
        #expect(labels.map(\.column) == [0, 0] && labels.map(\.rowSpan) == [2, 2], "\(labels)")
    }

    /// A space behind a marker makes no column.
    @Test func aSpaceBehindAMarker() throws {
        var page = DrawnPage()
        Self.head(on: &page, 80)
        for (row, mark) in ["（一）", "（二）", "（三）", "（四）"].enumerated() {
            let y = 100 + 20 * Double(row)
            page.text(mark, x: 70, y: y)
            page.text("予以公开", x: 105, y: y)
            for column in 0..<3 { page.text("\(row + column)", x: 280 + 60 * Double(column), y: y) }
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.columnCount == 4)
        #expect(table.cell(1, 0)?.text.filter { $0 != " " } == "（一）予以公开")
    }

    /// The characters of a vertical label, spread over the height of its rows.
    @Test func aLabelSpreadOverItsRows() throws {
        var page = DrawnPage()
        Self.head(on: &page, 80)
        Self.print(["一、新收", "二、结转", "（一）公开", "（二）部分公开", "（三）不予公开", "（四）无法提供"], on: &page, from: 100)
        for (row, character) in ["本", "年", "结", "果"].enumerated() {
            page.text(character, x: 110, y: 143 + 18 * Double(row))
        }
        page.text("合计的数量有多少", x: 110, y: 80)
        let table = try #require(layout(page).tables.first)
        let labels = table.cells.filter { $0.column == 0 && $0.row > 0 && !$0.text.isEmpty }
        #expect(labels.count == 1 && labels[0].text.filter { $0 != "\n" } == "本年结果", "\(labels)")
    }

    /// No label stands in the first column overleaf: the one of the page before goes on to the end.
    @Test func aLabelOfTheRowsOverleaf() throws {
        var first = DrawnPage()
        Self.head(on: &first, 640)
        first.text("二、上年结转的申请数量", x: 70, y: 660)
        for column in 0..<3 { first.text("9", x: 280 + 60 * Double(column), y: 660) }
        Self.print(Self.items[..<4], on: &first, from: 680)
        for (line, text) in ["三、", "办理", "结果"].enumerated() { first.text(text, x: 70, y: 698 + 12 * Double(line)) }
        var second = DrawnPage(number: 2)
        Self.print(Self.items[...], on: &second, from: 60)
        let tables = layout(first, second).tables
        try #require(tables.count == 1)
        let label = try #require(tables[0].cells.first { $0.text.hasPrefix("三、") })
        #expect(tables[0].rowCount == 12)
        #expect(label.row == 2 && label.rowSpan == 10 && label.columnSpan == 1, "\(label)")
    }
}

/// What belongs to a table although it stands at its edge.
@Suite struct TableEdgeTests {
    private static func rows(_ count: Int, on page: inout DrawnPage, from top: Double, labels: [String]) {
        for row in 0..<count {
            page.text(labels[row % labels.count], x: 70, y: top + Double(row) * 24)
            for column in 0..<4 {
                page.text("\(row + column)", x: 250 + 60 * Double(column), y: top + Double(row) * 24)
            }
        }
    }

    private static func heads(on page: inout DrawnPage, _ top: Double) {
        for (column, text) in ["个人", "企业", "机构", "总计"].enumerated() {
            page.text(text, x: 240 + 60 * Double(column), y: top)
        }
    }

    /// A heading of several columns as far above the head as rows are apart.
    @Test func aHeadingFarAboveTheHead() throws {
        var page = DrawnPage()
        page.text("申请人情况", x: 315, y: 80)
        Self.heads(on: &page, 104)
        Self.rows(6, on: &page, from: 128, labels: ["国家秘密", "内部事务"])
        let table = try #require(layout(page).tables.first)
        #expect(table.rowCount == 8)
        #expect(table.cells.first { $0.text == "申请人情况" }?.columnSpan == 4)
    }

    /// The last line of a label whose row ends a page stands below it, a line like any other.
    @Test func aLabelsLastLineAtThePagesEnd() throws {
        var first = DrawnPage()
        Self.heads(on: &first, 600)
        Self.rows(5, on: &first, from: 624, labels: ["国家秘密", "内部事务"])
        first.text("没有正当理由大", x: 70, y: 744)
        for column in 0..<4 { first.text("7", x: 250 + 60 * Double(column), y: 744) }
        first.text("量反复申请的", x: 70, y: 757)
        var second = DrawnPage(number: 2)
        Self.rows(5, on: &second, from: 80, labels: ["需要制作", "其他情形"])
        let tables = layout(first, second).tables
        try #require(tables.count == 1)
        #expect(tables[0].rowCount == 12)
        #expect(tables[0].cells.contains { $0.text.filter { $0 != "\n" } == "没有正当理由大量反复申请的" })
    }

    /// A label of two long lines is no prose.
    @Test func aLabelLikeProse() throws {
        var page = DrawnPage()
        Self.heads(on: &page, 80)
        Self.rows(3, on: &page, from: 104, labels: ["国家秘密", "内部事务"])
        page.text("部分公开区分处理的只计这一情形", x: 70, y: 176)
        page.text("不计其他情形，以机关登记的为准", x: 70, y: 188)
        for column in 0..<4 { page.text("3", x: 250 + 60 * Double(column), y: 182) }
        Self.rows(3, on: &page, from: 212, labels: ["需要制作", "其他情形"])
        let found = layout(page)
        #expect(found.lines.isEmpty)
        #expect(found.tables.first?.rowCount == 8)
    }

    /// Two labels beside one row that has none: neither is lost. (unruled-chromium-any14 of seed 113)
    @Test func moreLabelsThanRows() {
        var page = DrawnPage()
        page.row(["", "", "企业", "总计"], x: [60, 130, 260, 320], y: 84)
        for (row, text) in ["予以公开的申请", "部分公开的申请", "不予公开的申请"].enumerated() {
            page.row([text, "", "1\(row)", "2\(row)"], x: [60, 130, 260, 320], y: 100 + 16 * Double(row))
        }
        page.row(["（三）拒绝", "", "", ""], x: [60, 130, 260, 320], y: 152)
        page.row(["（四）其他", "1.属于秘密", "17", "28"], x: [60, 130, 260, 320], y: 164)
        let texts = layout(page).tables.first?.cells.map(\.text).joined() ?? ""
        #expect(texts.contains("（三）拒绝") && texts.contains("（四）其他"), "\(texts)")
    }
}
