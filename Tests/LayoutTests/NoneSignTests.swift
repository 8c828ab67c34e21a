import Layout
import ReportModel
import Testing

/// Tables without lines whose cells say 无.
@Suite struct NoneSignTests {
    private static let middles = (0..<10).map { 100 + 44 * Double($0) }
    private static let leaves = ["维持", "纠正", "其他", "未结", "总计", "维持", "纠正", "其他", "未结", "总计"]

    /// A head of two levels, its leaves broken after each of their characters if `isVertical`, and one row below it.
    private func drawn(row: String, isVertical: Bool) -> Table? {
        var page = DrawnPage()
        page.centred("复议", at: 188, y: 100)
        page.centred("诉讼", at: 408, y: 100)
        for (middle, leaf) in zip(Self.middles, Self.leaves) {
            if isVertical {
                page.stacked("结果" + leaf, x: middle - 5, y: 118)
            } else {
                page.centred("结果", at: middle, y: 118)
                page.centred(leaf, at: middle, y: 130)
            }
            page.centred(row, at: middle, y: isVertical ? 180 : 150)
        }
        for line in 0..<4 { page.text("下面是一行接一行的正文，说的是另外的事情，不在表里。", x: 70, y: 230 + 18 * Double(line)) }
        return layout(page).tables.first
    }

    @Test(arguments: ["无", "—"], [false, true])
    func aRowBelowAHeadOfTwoLevels(sign: String, isVertical: Bool) throws {
        let table = try #require(drawn(row: sign, isVertical: isVertical))
        #expect(table.rowCount == 3)
        #expect(table.texts.last == [String](repeating: sign, count: 10))
        #expect(table.cell(0, 5)?.columnSpan == 5)
        #expect(table.cell(1, 1)?.text.filter { !$0.isWhitespace } == "结果纠正")
    }

    /// 无 of a label that is set vertically is one of its characters, though values stand right beside it.
    @Test func aCharacterOfALabel() throws {
        var page = DrawnPage()
        let columns: [Double] = [70, 120, 300, 360, 420]
        page.row(["", "事项", "甲类", "乙类", "丙类"], x: columns, y: 84)
        page.stacked("无法提供", x: 70, y: 130)
        for (row, label) in ["一项", "二项", "三项", "四项", "五项", "六项", "七项", "八项"].enumerated() {
            page.row(["", label, "无", "\(row)", "无"], x: columns, y: 100 + 16 * Double(row))
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.cell(1, 0)?.text.filter { !$0.isWhitespace } == "无法提供")
        #expect(table.texts.dropFirst().map { $0[2] } == [String](repeating: "无", count: 8))
        #expect(table.texts.dropFirst().map { $0[1] }.first == "一项")
    }
}
