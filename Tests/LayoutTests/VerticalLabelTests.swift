import Layout
import ReportModel
import Testing

/// Labels written one character under the other, which do not keep to their rows.
@Suite struct VerticalLabelTests {
    private static let middles: [Double] = [300, 360, 420]
    private static let head = ["自然人", "企业", "总计"]

    private static func row(_ label: String, x: Double, y: Double, on page: inout DrawnPage) {
        page.text(label, x: x, y: y)
        for (column, middle) in middles.enumerated() { page.text("\(3 + column)", x: middle - 2.5, y: y) }
    }

    /// Centred on the one row that the page's end leaves it, a label reaches up over the head.
    @Test func aLabelThatHangsOverTheHead() throws {
        var page = DrawnPage()
        for line in 0..<20 { page.text("正文一行接一行，写到这一页的末尾才有表格。", x: 70, y: 60 + 24 * Double(line)) }
        page.centred("申请人情况", at: 360, y: 640)
        for (text, middle) in zip(Self.head, Self.middles) { page.centred(text, at: middle, y: 656) }
        Self.row("一、本年新收的申请", x: 85, y: 674, on: &page)
        Self.row("二、上年结转的申请", x: 85, y: 690, on: &page)
        Self.row("（一）予以公开", x: 110, y: 706, on: &page)
        page.stacked("三、本年度办理结果", x: 70, y: 657)
        let table = try #require(layout(page).tables.first)
        #expect(table.cells.first { $0.text == "申请人情况" }?.columnSpan == 3)
        #expect(table.cells.filter(\.isHeader).allSatisfy { !$0.text.hasPrefix("三") }, "\(table.texts)")
        let label = try #require(table.cells.first { $0.text.hasPrefix("三") })
        #expect(label.text.filter { $0 != "\n" } == "三、本年度办理结果")
    }

    /// The comma of its first character reaches over the next label, whose line is a hair lower.
    @Test func aCommaOverTheNextLabel() throws {
        var page = DrawnPage()
        for (text, middle) in zip(Self.head, Self.middles) { page.centred(text, at: middle, y: 60) }
        Self.row("一、本年新收的申请", x: 70, y: 80, on: &page)
        for row in 0..<6 { Self.row("\(row + 1).某一类信息", x: 120, y: 100 + 16 * Double(row), on: &page) }
        page.glyphs("三、不予", at: [(70, 121), (80, 121), (88, 121.4), (98, 121.4)])
        page.text("公开", x: 88, y: 133.4)
        page.stacked("本年度", x: 70, y: 133)
        let table = try #require(layout(page).tables.first)
        #expect(table.cells.contains { $0.text.filter { $0 != "\n" } == "三、本年度" }, "\(table.texts)")
        #expect(table.cells.contains { $0.text == "不予\n公开" }, "\(table.texts)")
    }
}
