import ReportModel
import Testing

@testable import Layout

/// Columns of labels without lines between them.
@Suite struct StubColumnTests {
    private static func values(on page: inout DrawnPage, _ y: Double, _ value: Int = 1) {
        for column in 0..<3 { page.text("\(value + column)", x: 300 + 60 * Double(column), y: y) }
    }

    private static func verticalLabel(on page: inout DrawnPage, _ y: Double) {
        for (line, text) in ["三、", "办", "理", "结", "果"].enumerated() {
            page.text(text, x: 70, y: y + 12 * Double(line))
        }
    }

    private func expectVerticalLabel(over rows: Int, _ layout: DocumentLayout) throws {
        let table = try #require(layout.tables.first)
        let label = try #require(table.cells.first { $0.text.hasPrefix("三、") })
        #expect(label.text == "三、办理结果" && label.column == 0 && label.rowSpan == rows, "\(label)")
    }

    private static func head(on page: inout DrawnPage, _ y: Double) {
        page.text("（本列数据的勾稽关系为：第一项加第二项", x: 70, y: y - 6)
        page.text("之和，等于第三项加第四项之和）", x: 70, y: y + 6)
        for (column, text) in ["自然人", "企业", "总计"].enumerated() {
            page.text(text, x: 290 + 60 * Double(column), y: y)
        }
    }

    /// A label that is broken after every other character stands in a narrow column, though nothing is on its height and
    /// many labels reach over the column's end.
    @Test func aLabelBrokenOverManyLines() throws {
        var page = DrawnPage()
        Self.head(on: &page, 80)
        let labels = ["一、本年新收的申请数量", "二、上年结转的申请数量"]
        for (row, label) in labels.enumerated() {
            page.text(label, x: 70, y: 110 + 30 * Double(row))
            Self.values(on: &page, 110 + 30 * Double(row))
        }
        for (row, label) in ["1.国家秘密", "2.法律禁止", "3.三个安全", "4.内部事务", "1.没有掌握", "2.需要制作"].enumerated() {
            page.text(label, x: 170, y: 170 + 30 * Double(row))
            Self.values(on: &page, 170 + 30 * Double(row), row)
        }
        page.text("（三）不予", x: 95, y: 209)
        page.text("公开", x: 95, y: 221)
        page.text("（四）无法", x: 95, y: 299)
        page.text("提供", x: 95, y: 311)
        for (line, text) in ["三、", "本年", "办理", "结果"].enumerated() { page.text(text, x: 70, y: 236 + 12 * Double(line)) }
        let table = try #require(layout(page).tables.first)
        #expect(table.columnCount == 6)
        let label = try #require(table.cells.first { $0.text.hasPrefix("三、") })
        #expect(label.text == "三、\n本年\n办理\n结果" && label.row == 3 && label.rowSpan == 6, "\(label)")
        let groups = table.cells.filter { $0.text.hasPrefix("（三") || $0.text.hasPrefix("（四") }
        #expect(groups.map(\.column) == [1, 1] && groups.map(\.rowSpan) == [4, 2], "\(groups)")
    }

    /// Short labels in the middle of two columns are no reason to take those for one.
    @Test func shortLabelsOverTwoColumns() throws {
        var page = DrawnPage()
        Self.head(on: &page, 80)
        for (row, label) in ["1.没有掌握信息", "2.需要制作", "3.内容不明确", "1.信访举报类", "2.重复申请", "3.要求提供出版物"].enumerated() {
            page.centred(label, at: 215, y: 110 + 20 * Double(row))
            Self.values(on: &page, 110 + 20 * Double(row), row)
        }
        page.text("（四）无法提供", x: 80, y: 130)
        page.text("（五）不予处理", x: 80, y: 190)
        for (row, label) in ["（六）其他处理", "（七）总计", "四、结转下年"].enumerated() {
            page.centred(label, at: 168, y: 230 + 20 * Double(row))
            Self.values(on: &page, 230 + 20 * Double(row), row)
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.columnCount == 5)
        let groups = table.cells.filter { $0.text.hasPrefix("（四") || $0.text.hasPrefix("（五") }
        #expect(groups.map(\.column) == [0, 0] && groups.map(\.rowSpan) == [3, 3], "\(groups)")
    }

    /// A heading in the middle of its column, the labels at its left: nothing says that they are two columns.
    @Test func headingsBesideTheirLabels() {
        var page = DrawnPage()
        for (section, labels) in [["规章", "文件"], ["许可", "其他对外管理服务事项"], ["处罚", "强制"]].enumerated() {
            let top = 100 + 60 * Double(section)
            page.text("信息内容", x: 105, y: top)
            for (column, text) in ["制发", "废止", "有效"].enumerated() {
                page.text(text, x: 295 + 60 * Double(column), y: top)
            }
            for (row, label) in labels.enumerated() {
                page.text(label, x: 70, y: top + 20 * Double(row + 1))
                Self.values(on: &page, top + 20 * Double(row + 1), row)
            }
        }
        let table = layout(page).tables.first
        #expect(table?.columnCount == 4, "\(table?.texts ?? [])")
    }

    /// The space around a comma reaches a little into the next column.
    @Test func columnsThatTouch() throws {
        var page = DrawnPage()
        Self.head(on: &page, 80)
        for (row, label) in ["（一）公开", "（二）部分公开", "（三）不予公开", "（四）无法提供"].enumerated() {
            page.text(label, x: 89.6, y: 110 + 20 * Double(row))
            Self.values(on: &page, 110 + 20 * Double(row), row)
        }
        Self.verticalLabel(on: &page, 115)
        page.text("四、结转下年度继续办理", x: 70, y: 190)
        Self.values(on: &page, 190)
        try expectVerticalLabel(over: 4, layout(page))
    }

    /// The second lines of long labels stand over a vertical label and are shorter than what is beside it; the comma of
    /// the vertical one reaches into the next column.
    @Test func aVerticalLabelBelowTheEndsOfLongOnes() throws {
        var page = DrawnPage()
        Self.head(on: &page, 80)
        for (row, label) in ["一、本年新收的政府信息公开", "二、上年结转的政府信息公开"].enumerated() {
            page.text(label, x: 70, y: 106 + 28 * Double(row))
            page.text("申请数", x: 70, y: 118 + 28 * Double(row))
            Self.values(on: &page, 112 + 28 * Double(row), row)
        }
        for (row, label) in ["（一）公开", "（二）部分公开", "（三）不予公开", "（四）无法提供"].enumerated() {
            page.text(label, x: 88, y: 170 + 20 * Double(row))
            Self.values(on: &page, 170 + 20 * Double(row), row)
        }
        Self.verticalLabel(on: &page, 175)
        try expectVerticalLabel(over: 4, layout(page))
    }

    /// A page's end leaves one row to a vertical label, and it hangs over the rules between the rows.
    @Test func aVerticalLabelOverRules() throws {
        var page = DrawnPage()
        Self.head(on: &page, 80)
        for (row, label) in ["一、本年新收申请", "二、上年结转申请", "（一）予以公开", "（二）部分公开"].enumerated() {
            page.text(label, x: 110, y: 110 + 24 * Double(row))
            Self.values(on: &page, 110 + 24 * Double(row), row)
        }
        for row in 0...4 { page.horizontal(104 + 24 * Double(row), 65, 450) }
        page.horizontal(68, 65, 450)
        for (line, text) in ["三、", "本", "年", "度", "办", "理", "结", "果"].enumerated() {
            page.text(text, x: 70, y: 118 + 12 * Double(line))
        }
        let table = try #require(layout(page).tables.first)
        let label = table.cells.filter { $0.column == 0 && !$0.text.isEmpty && !$0.isHeader }
        #expect(label.map(\.text) == ["三、本年度办理结果"] && label[0].rowSpan == 2, "\(table.texts)")
    }

    /// A group's label ends where the labels of its rows begin, without a space between them.
    @Test func anItemThatTouchesTheLabelBeforeIt() throws {
        var page = DrawnPage()
        Self.head(on: &page, 80)
        for (row, label) in ["1.没有掌握信息", "2.需要另行制作", "3.内容不明确", "1.信访举报类", "2.重复申请"].enumerated() {
            page.text(label, x: 150, y: 110 + 30 * Double(row))
            Self.values(on: &page, 116 + 30 * Double(row), row)
        }
        // Of the second row's label: another line, a gap before it.
        page.text("政府信息", x: 150, y: 152)
        page.text("（四）政府无法", x: 80, y: 140)
        page.text("提供信息", x: 106, y: 152)
        let table = try #require(layout(page).tables.first)
        #expect(table.columnCount == 5)
        #expect(table.cells.contains { $0.text == "（四）政府无法\n提供信息" && $0.column == 0 })
        #expect(table.cells.contains { $0.text == "2.需要另行制作\n政府信息" && $0.column == 1 })
    }

    /// A number with a fraction behind a text is no item, whatever stands above and below it.
    @Test func aFractionIsNoItem() {
        var page = DrawnPage()
        for (row, label) in ["1.没有掌握信息", "2.需要另行制作", "3.内容不明确"].enumerated() {
            page.text(label, x: 150, y: 110 + 30 * Double(row))
            Self.values(on: &page, 110 + 30 * Double(row), row)
        }
        page.text("比上一年增长12.5亿元的部分", x: 90, y: 200)
        Self.values(on: &page, 200)
        #expect(layout(page).tables.first?.cells.contains { $0.text == "比上一年增长12.5亿元的部分" } ?? false)
    }

    /// A heading of several columns right above the first line of a heading that others stand beside.
    @Test func aHeadingOverOneOfTwoLines() throws {
        var page = DrawnPage()
        let middles: [Double] = [190, 245, 300, 355, 410, 465, 520]
        func print(_ text: String, _ column: Int, _ y: Double) {
            page.centred(text, at: middles[column], y: y)
        }
        print("自然人", 0, 72)
        print("申请人情况", 3, 60)
        print("总计", 6, 72)
        print("法人或其他组织", 3, 72)
        for (column, text) in ["商业企业", "科研机构", "社会公益", "法律服务", "其他机构"].enumerated() { print(text, column + 1, 84) }
        print("组织", 3, 96)
        for (row, label) in ["一、本年新收", "二、上年结转", "三、办理结果"].enumerated() {
            page.text(label, x: 70, y: 114 + 16 * Double(row))
            for column in middles.indices { print("\(row + column)", column, 114 + 16 * Double(row)) }
        }
        let table = try #require(layout(page).tables.first)
        let wide = table.cells.first { $0.text == "法人或其他组织" }
        #expect(wide?.column == 2 && wide?.columnSpan == 5, "\(String(describing: wide))")
        #expect(table.cells.contains { $0.text == "社会公益\n组织" && $0.isHeader && $0.columnSpan == 1 })
        #expect(table.cells.contains { $0.text == "申请人情况" && $0.columnSpan > 3 })
    }

    /// The heading of all columns, which stands where a title would, below the heading of the section and below the
    /// values of another table.
    @Test func headingsOfAllColumns() {
        var page = DrawnPage()
        page.text("四、行政复议和行政诉讼的情况", x: 100, y: 40, size: 14)
        for (number, caption) in ["行政复议", "行政诉讼"].enumerated() {
            let top = 66 + 90 * Double(number)
            page.text(caption, x: 280, y: top)
            for (column, text) in ["结果维持", "结果纠正", "其他结果", "总计"].enumerated() {
                let middle = 120 + 120 * Double(column)
                page.centred(text, at: middle, y: top + 24)
                page.text("\(number + column)", x: middle - 2.5, y: top + 46)
            }
        }
        let tables = layout(page).tables
        let captions = tables.flatMap(\.cells).filter { $0.text.hasPrefix("行政") }
        #expect(captions.map(\.text) == ["行政复议", "行政诉讼"])
        #expect(captions.allSatisfy { $0.columnSpan == 4 }, "\(captions)")
    }

    /// Two columns of labels under a heading over both, the first column's labels between the rows of the second.
    private static func twoColumns(on page: inout DrawnPage, lines: [String]) {
        for (row, label) in ["一、本年新收的申请数", "二、上年结转的申请数", "（二）部分公开区分处理"].enumerated() {
            page.text(label, x: 95, y: 110 + 20 * Double(row))
            values(on: &page, 110 + 20 * Double(row), row)
        }
        for (row, label) in ["1.国家秘密", "2.法律禁止", "3.三个安全", "4.内部事务"].enumerated() {
            page.text(label, x: 170, y: 170 + 20 * Double(row))
            values(on: &page, 170 + 20 * Double(row), row)
        }
        for (line, text) in lines.enumerated() {
            page.text(text, x: 95, y: 200 + 12 * (Double(line) - Double(lines.count - 1) / 2))
        }
    }

    /// A label of its column's only group stands between two rows that are no further apart than others.
    @Test func aLabelBetweenRowsIsNoRow() throws {
        var page = DrawnPage()
        Self.head(on: &page, 80)
        Self.twoColumns(on: &page, lines: ["（三）不予"])
        let table = try #require(layout(page).tables.first)
        let group = try #require(table.cells.first { $0.text.hasPrefix("（三") })
        #expect(group.rowSpan == 4 && group.columnSpan == 1, "\(group)")
        #expect(table.cells.contains { $0.text == "2.法律禁止" } && table.cells.contains { $0.text == "3.三个安全" })
    }

    /// The last characters of a heading over the labels hang over the space between their columns.
    @Test func theEndOfAHeadingOverTwoColumns() throws {
        var page = DrawnPage()
        for (line, text) in ["（本列数据的勾稽关系为第一", "项加第二项之和，等于第三项"].enumerated() {
            page.text(text, x: 95, y: 64 + 12 * Double(line))
        }
        page.text("和）", x: 151, y: 88)
        for (column, text) in ["自然人", "企业", "总计"].enumerated() {
            page.text(text, x: 290 + 60 * Double(column), y: 80)
        }
        Self.twoColumns(on: &page, lines: ["（三）不予"])
        let table = try #require(layout(page).tables.first)
        let group = try #require(table.cells.first { $0.text.hasPrefix("（三") })
        #expect(group.text == "（三）不予" && group.rowSpan == 4, "\(group)")
    }

    /// The bracket that found no room on the last line of a heading is no value.
    @Test func aBracketAlone() throws {
        var page = DrawnPage()
        for (line, text) in ["(本列数据的勾稽关系为第一", "项加第二项之和等于第三项", ")"].enumerated() {
            page.centred(text, at: 155, y: 52 + 12 * Double(line))
        }
        page.text("申请人情况", x: 340, y: 52)
        for (column, text) in ["自然人", "企业", "总计"].enumerated() {
            page.text(text, x: 290 + 60 * Double(column), y: 70)
        }
        for (row, label) in ["新收的申请", "结转的申请", "予以公开", "不予公开"].enumerated() {
            page.text(label, x: 95, y: 110 + 20 * Double(row))
            Self.values(on: &page, 110 + 20 * Double(row), row)
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.cells.contains { $0.text == "申请人情况" && $0.isHeader && $0.columnSpan == 3 })
        #expect(table.cells.contains { $0.text.hasSuffix(")") && $0.isHeader && $0.column == 0 })
    }

    /// Colour under every other row says nothing of the labels of several rows beside it.
    @Test func bandsUnderEveryOtherRow() throws {
        var page = DrawnPage()
        for (column, text) in ["自然人", "企业", "总计"].enumerated() {
            page.text(text, x: 290 + 60 * Double(column), y: 80)
        }
        for (row, label) in ["1.国家秘密", "2.法律禁止", "3.三个安全", "1.没有掌握", "2.需要制作", "3.内容不明"].enumerated() {
            let y = 110 + 20 * Double(row)
            page.text(label, x: 170, y: y)
            Self.values(on: &page, y, row)
            if row % 2 == 0 {
                page.page.areas.append(
                    FilledArea(box: Box(x: 165, y: y - 4, width: 330, height: 20), red: 0.9, green: 0.9, blue: 0.9))
            }
        }
        page.text("（三）不予", x: 95, y: 130)
        page.text("（四）无法", x: 95, y: 190)
        let table = try #require(layout(page).tables.first)
        let groups = table.cells.filter { $0.text.hasPrefix("（") }
        #expect(groups.map(\.text) == ["（三）不予", "（四）无法"] && groups.map(\.rowSpan) == [3, 3], "\(groups)")
    }

    /// A marker and, a little lower, the second line of the label beside it.
    @Test func aMarkerBesideALineThatIsLower() throws {
        var page = DrawnPage()
        for (column, text) in ["自然人", "企业", "总计"].enumerated() {
            page.text(text, x: 290 + 60 * Double(column), y: 80)
        }
        for (row, lines) in [["1.国家", "秘密"], ["2.法律", "禁止公开"], ["3.三个", "安全一稳定"], ["4.内部", "事务"]].enumerated() {
            for (line, text) in lines.enumerated() {
                page.centred(text, at: 160, y: 110 + 30 * Double(row) + 12 * Double(line))
            }
            Self.values(on: &page, 116 + 30 * Double(row), row)
        }
        page.text("（三）", x: 104, y: 151.2)
        page.text("不予", x: 109, y: 163)
        page.text("公开", x: 109, y: 175)
        let table = try #require(layout(page).tables.first)
        #expect(table.cells.contains { $0.text == "2.法律\n禁止公开" })
        #expect(table.cells.contains { $0.text == "（三）\n不予\n公开" && $0.rowSpan == 4 })
    }

    /// A heading on the middle of those between the rows spans what they span, though the columns under it are in the
    /// middle of others too.
    @Test func aHeadingOverTheHeadingsBetweenRows() throws {
        var page = DrawnPage()
        func section(_ number: Int, _ heads: [String], _ rows: [String], _ top: Double) {
            page.centred("第二十条第\(number)项", at: 302, y: top)
            for (column, text) in heads.enumerated() {
                page.text(text, x: (column == 0 ? 70 : 90) + 125 * Double(column), y: top + 20)
            }
            for (row, label) in rows.enumerated() {
                page.text(label, x: 70, y: top + 40 + 20 * Double(row))
                for column in heads.indices.dropFirst() {
                    page.text("\(row + column)", x: 105 + 125 * Double(column), y: top + 40 + 20 * Double(row))
                }
            }
        }
        section(1, ["信息内容", "制发件数", "废止件数", "有效件数"], ["规章", "规范文件"], 80)
        section(5, ["信息内容", "制发件数", "废止件数", "有效件数"], ["行政许可", "其他"], 160)
        section(6, ["信息内容", "制发件数", "废止件数", "有效件数"], ["行政处罚", "强制"], 240)
        let headings = layout(page).tables.flatMap(\.cells).filter { $0.text.hasPrefix("第二十条") }
        #expect(headings.map(\.columnSpan) == [4, 4, 4], "\(headings)")
    }

    private static func values(_ y: Double, on page: inout DrawnPage) {
        for column in 0..<4 { page.text("\(column + 3)", x: 430 + 40 * Double(column), y: y, size: 9) }
    }

    /// The page's end leaves one row of a group: its number beside the group's tells that there are two columns of labels,
    /// although labels of both stand in their middle.
    @Test func anItemBesideItsGroupAtAPagesEnd() {
        var page = DrawnPage()
        let rows: [[(String, Double)]] = [
            [("一、本年新收政府信息公开申请数量", 167)], [("二、上年结转政府信息公开申请数量", 167)], [("（一）予以公开", 225)],
            [("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 131)], [("（三）不予公开", 118), ("1.属于国家秘密", 275)],
            [("2.其他法律行政法规禁止公开", 248)], [("3.危及“三安全一稳定”", 257)], [("4.保护第三方合法权益", 262)],
            [("5.属于三类内部事务信息", 257)], [("6.属于四类过程性信息", 262)],
        ]
        for (line, text) in ["三、本", "年度办", "理结果"].enumerated() {
            page.text(text, x: 68.5, y: 363 + 9.4 * Double(line), size: 9)
        }
        for (row, labels) in rows.enumerated() {
            let y = 332 + 15.5 * Double(row)
            for (text, x) in labels { page.text(text, x: x, y: y, size: 9) }
            Self.values(y, on: &page)
        }
        let cells = layout(page).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text == "（三）不予公开" && $0.columnSpan == 1 })
        #expect(cells.contains { $0.text == "1.属于国家秘密" && $0.columnSpan == 1 })
    }

    /// A label of two characters a line is broken for the column beside it, over which three labels reach.
    @Test func aLabelBrokenForTheNextColumn() {
        var page = DrawnPage()
        func lines(_ texts: [String], _ x: Double, _ middle: Double) {
            for (line, text) in texts.enumerated() {
                page.text(text, x: x, y: middle + 12 * (Double(line) - Double(texts.count) / 2), size: 9.5)
            }
        }
        lines(["一、本年新收政府信息公开申请数量"], 66, 255)
        lines(["二、上年结转政府信息公开申请数量"], 66, 287)
        lines(["（一）予以公开"], 89.4, 319)
        lines(["（二）部分公开（区分处理的，只计这", "一情形，不计其他情形）"], 89.4, 351)
        let items = [
            ["1.属于国家秘密（填数字，", "没有填0）"], ["2.其他法律行政法规禁止", "公开"], ["3.危及“三安全一稳定”"], ["4.保护第三方合法权益"],
            ["5.属于三类内部事务信息"], ["6.属于四类过程性信息"], ["7.属于行政执法案卷"], ["8.属于行政查询事项"],
            ["1.本机关不掌握相关政府", "信息"], ["2.没有现成信息需要另行", "制作"], ["3.补正后申请内容仍不明", "确"],
        ]
        for (row, texts) in items.enumerated() { lines(texts, 150, 379 + 32 * Double(row)) }
        lines(["（三）不予", "公开"], 89.4, 490)
        lines(["三、", "本年", "度办", "理结", "果"], 66, 522)
        lines(["（四）无法", "提供"], 89.4, 666)
        lines(["四、结转下年度继续办理的申请数量"], 66, 735)
        for row in 0..<16 { Self.values(249 + 32 * Double(row), on: &page) }
        let cells = layout(page).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text.filter { $0 != "\n" } == "三、本年度办理结果" && $0.columnSpan == 1 })
        #expect(
            cells.contains { $0.text == "（四）无法\n提供" && $0.column == 1 },
            "\(cells.filter { $0.column < 3 }.map { ($0.row, $0.rowSpan, $0.column, $0.columnSpan, $0.text) })")
    }

    /// In a narrow column a marker is broken before its closing bracket. (partly-weasyprint-any46 of seed 110)
    @Test func aMarkerBrokenBeforeItsBracket() {
        #expect(ListMarker("（三")?.ordinal == 3 && ListMarker("（三")?.kind == ListMarker("（四）无法提供")?.kind)
        #expect(ListMarker("三") == nil && ListMarker("（") == nil)
    }
}
