import Layout
import ReportModel
import Testing

/// Labels of several rows in tables whose rules part groups of rows only.
@Suite struct RuledGroupTests {
    /// Rows 20 points apart, the first at 100, and rules that begin right of the labels' column but for those of `through`.
    private static func page(_ labels: [String], through: [Double], inner: [Double]) -> DrawnPage {
        var page = DrawnPage()
        for (column, text) in ["自然人", "企业", "总计"].enumerated() {
            page.text(text, x: 270 + 60 * Double(column), y: 76)
        }
        for (row, label) in labels.enumerated() {
            page.text(label, x: 160, y: 100 + 20 * Double(row))
            for column in 0..<3 {
                page.text("\(row + 3 * column)", x: 280 + 60 * Double(column), y: 100 + 20 * Double(row))
            }
        }
        for y in through { page.horizontal(y, 60, 440) }
        for y in inner { page.horizontal(y, 150, 440) }
        return page
    }

    private static let plain = ["国家秘密", "法律禁止", "三个安全", "内部事务", "没有掌握", "需要制作", "信访举报", "重复申请"]

    /// Nearer to its first rows than to the middle, a vertical label has all rows between the rules through its column.
    @Test func aVerticalLabel() throws {
        var page = Self.page(Self.plain, through: [70, 96, 136, 236, 260], inner: [156, 196])
        page.text("上年结转的", x: 70, y: 110)
        page.stacked("办理结果", x: 85, y: 142)
        page.text("其他", x: 70, y: 240)
        let table = try #require(layout(page).tables.first)
        let label = try #require(table.cells.first { $0.text.filter { $0 != "\n" } == "办理结果" })
        #expect(label.row == 3 && label.rowSpan == 5 && label.columnSpan == 1, "\(label)")
        #expect(table.cell(8, 0)?.text == "其他")
    }

    /// The lines of a label stand on both sides of a rule that leaves its column out.
    @Test func aLabelOfTwoLines() throws {
        var page = Self.page(Self.plain, through: [70, 96, 136, 176, 260], inner: [156, 216])
        page.text("上年结转", x: 70, y: 110)
        page.text("处理的", x: 70, y: 143)
        page.text("结果", x: 70, y: 156)
        page.text("未处理的", x: 70, y: 206)
        let table = try #require(layout(page).tables.first)
        let labels = table.cells.filter { $0.column == 0 && !$0.text.isEmpty }
        #expect(labels.map { $0.text.filter { $0 != "\n" } } == ["上年结转", "处理的结果", "未处理的"])
        #expect(labels.map(\.row) == [1, 3, 5] && labels.map(\.rowSpan) == [2, 2, 4], "\(labels)")
    }

    /// The end of a group whose label stands on the page before.
    @Test func theRestOfAGroup() throws {
        var page = Self.page(Self.plain, through: [70, 96, 156, 196, 260], inner: [116, 136])
        page.text("需要处理", x: 70, y: 160)
        page.text("其他情形", x: 70, y: 220)
        let table = try #require(layout(page).tables.first)
        let labels = table.cells.filter { $0.column == 0 && $0.row > 0 }
        #expect(labels.map(\.text) == ["", "需要处理", "其他情形"])
        #expect(labels.map(\.rowSpan) == [3, 2, 3], "\(labels)")
    }
}
