import Layout
import ReportModel
import Testing

/// Heads without lines whose parts stand far apart, on two pages or close to other text.
@Suite struct HeadPartsTests {
    private static let middles: [Double] = [230, 285, 340, 395, 450, 505]
    private static let leaves = ["自然人", "商业企业", "科研机构", "社会组织", "其他机构", "总计"]

    private static func rows(_ count: Int, from top: Double, shift: Double = 0, on page: inout DrawnPage) {
        for row in 0..<count {
            let y = top + 16 * Double(row)
            page.text("甲类事项之\(row)", x: 70, y: y)
            for (column, middle) in middles.enumerated() {
                page.text("\(10 + row + column)", x: middle + shift - 5, y: y)
            }
        }
    }

    private func columns(_ text: String, _ found: DocumentLayout) -> [ClosedRange<Int>] {
        found.tables.flatMap(\.cells).filter { $0.text == text }.map { $0.column...$0.lastColumn }
    }

    /// The heading of all values ends its page below a section's heading; the headings below it stand overleaf.
    @Test func aHeadingAloneAtAPagesEnd() {
        var first = DrawnPage()
        for line in 0..<20 { first.text("正文一行接一行，写到这一页的末尾才有表格。", x: 70, y: 60 + 24 * Double(line)) }
        first.text("三、收到和处理申请的情况", x: 70, y: 730, size: 14)
        first.centred("申请人情况", at: 367.5, y: 764)
        var second = DrawnPage(number: 2)
        second.centred("法人或其他组织", at: 367.5, y: 84)
        for (text, middle) in zip(Self.leaves, Self.middles) { second.centred(text, at: middle, y: 104) }
        Self.rows(6, from: 128, on: &second)
        let found = layout(first, second)
        #expect(columns("申请人情况", found) == [1...6])
        #expect(!found.lines.contains { $0.text == "申请人情况" })
    }

    /// The values overleaf stand left in their cells, the headings in the middle: those tell how far a heading above the
    /// page's end reaches.
    @Test func headingsOverValuesAtTheLeft() {
        var first = DrawnPage()
        for line in 0..<20 { first.text("正文一行接一行，写到这一页的末尾才有表格。", x: 70, y: 60 + 24 * Double(line)) }
        first.centred("申请人情况", at: 367.5, y: 744)
        first.centred("自然人", at: 230, y: 764)
        first.centred("法人或其他组织", at: 367.5, y: 764)
        first.centred("总计", at: 505, y: 764)
        var second = DrawnPage(number: 2)
        let inner = ["商业企业", "科研的机构", "社会的组织", "其他"]
        for (text, middle) in zip(inner, Self.middles[1...]) { second.centred(text, at: middle, y: 84) }
        Self.rows(6, from: 108, shift: -20, on: &second)
        #expect(columns("法人或其他组织", layout(first, second)) == [2...5])
    }

    /// The last lines of a text are no heads of the table overleaf.
    @Test func aTextsEndOverATable() {
        var first = DrawnPage()
        for line in 0..<24 { first.text("正文一行接一行，写到这一页的末尾才有表格。", x: 70, y: 60 + 24 * Double(line)) }
        first.centred("某市政务办公室", at: 367.5, y: 764)
        var second = DrawnPage(number: 2)
        second.centred("法人或其他组织", at: 367.5, y: 84)
        for (text, middle) in zip(Self.leaves, Self.middles) { second.centred(text, at: middle, y: 104) }
        Self.rows(6, from: 128, on: &second)
        #expect(layout(first, second).lines.contains { $0.text == "某市政务办公室" })
    }

    /// A head ends its page right below a table's last row, whose label is set as the head is.
    @Test func aHeadBelowATableAtAPagesEnd() {
        var first = DrawnPage()
        for row in 0..<5 {
            for (column, x) in [70.0, 220, 370].enumerated() {
                let text = column == 0 ? "前表之\(row)" : "\(20 + row + column)"
                first.text(text, x: x, y: (column == 0 ? 641 : 640) + 16 * Double(row))
            }
        }
        first.centred("法人或其他组织", at: 367.5, y: 728)
        for (text, middle) in zip(Self.leaves, Self.middles) { first.centred(text, at: middle, y: 748) }
        var second = DrawnPage(number: 2)
        Self.rows(6, from: 80, on: &second)
        #expect(columns("科研机构", layout(first, second)) == [3...3])
    }

    /// The headings of the outer columns stand between two levels of the others, over values that none of them reaches.
    @Test func levelsThatReachIntoEachOther() {
        var page = DrawnPage()
        let middles: [Double] = [200, 285, 340, 395, 450, 540]
        page.centred("法人或其他组织", at: 367.5, y: 100)
        for (column, (text, middle)) in zip(Self.leaves, middles).enumerated() {
            page.centred(text, at: middle, y: column % 5 == 0 ? 113 : 134)
        }
        for row in 0..<6 {
            page.text("甲类事项之\(row)", x: 70, y: 164 + 16 * Double(row))
            for middle in middles { page.text("\(10 + row)", x: middle - 31, y: 164 + 16 * Double(row)) }
        }
        let found = layout(page)
        #expect(columns("自然人", found) == [1...1])
        #expect(columns("社会组织", found) == [4...4])
    }

    /// A heading of all values, further above the next one than lines of a head are, both in the middle of the values.
    @Test func aHeadingFarAboveAnother() {
        var page = DrawnPage()
        page.text("三、收到和处理申请的情况", x: 70, y: 70, size: 14)
        page.centred("申请人情况", at: 367.5, y: 100)
        page.centred("法人或其他组织", at: 367.5, y: 138)
        for (text, middle) in zip(Self.leaves, Self.middles) { page.centred(text, at: middle, y: 158) }
        Self.rows(4, from: 178, on: &page)
        #expect(columns("申请人情况", layout(page)) == [1...6])
    }

    /// Columns of unlike widths: what is in the middle of their cells is not in the middle of their headings.
    @Test func aHeadingOverColumnsOfUnlikeWidths() {
        var page = DrawnPage()
        let middles: [Double] = [246, 310, 354, 398, 442, 478]
        page.text("三、收到和处理申请的情况", x: 70, y: 56, size: 14)
        page.centred("申请人情况", at: 374, y: 86)
        page.centred("法人或其他组织", at: 376, y: 116)
        for (text, middle) in zip(Self.leaves, middles) { page.centred(text, at: middle, y: 128) }
        page.text("甲类事项", x: 70, y: 144)
        for (column, middle) in middles.enumerated() { page.text("\(10 + column)", x: middle - 5, y: 144) }
        #expect(columns("申请人情况", layout(page)).count == 1)
    }

    /// Two headings of all columns right above one column's own, whose lines reach up beside its neighbour's one line.
    @Test func headingsOverTwoLinesBesideOne() {
        var page = DrawnPage()
        page.centred("申请人情况", at: 367, y: 100)
        page.centred("法人或其他的组织机构", at: 367, y: 114)
        page.centred("自然人", at: 230, y: 128)
        page.centred("总计", at: 505, y: 128)
        let inner: [(String, Double)] = [("商业", 285), ("科研机构", 331), ("其他", 450)]
        for (text, middle) in inner { page.centred(text, at: middle, y: 135.5) }
        page.centred("社会公益", at: 378, y: 128.5)
        page.centred("组织", at: 378, y: 142.5)
        for row in 0..<4 {
            page.text("甲类事项之\(row)", x: 70, y: 164 + 16 * Double(row))
            for (column, middle) in [230.0, 285, 331, 378, 450, 505].enumerated() {
                page.text("\(10 + row + column)", x: middle - 5, y: 164 + 16 * Double(row))
            }
        }
        let found = layout(page)
        #expect(columns("社会公益\n组织", found) == [4...4])
        #expect(columns("申请人情况", found) == [1...6])
    }

    /// A column's own two lines stand lowest, over them two headings of all columns: how the others stand tells where to cut,
    /// not that the last line of all is the neighbour's.
    @Test func headingsOverTwoLinesBesideTwo() {
        var page = DrawnPage()
        for (line, text) in ["（本列数据的勾稽", "关系为前两项之", "和等于后两项）"].enumerated() {
            page.text(text, x: 66, y: 100 + 13 * Double(line))
        }
        page.centred("申请人情况", at: 353, y: 100)
        page.centred("法人或其他组织", at: 353, y: 114.7)
        page.centred("自然人", at: 205, y: 114.7)
        page.centred("总计", at: 505, y: 114.7)
        for (text, middle) in [("商业企业", 255.0), ("科研机构", 306), ("其他", 455)] {
            page.centred(text, at: middle, y: 129.4)
        }
        for (line, texts) in [("社会公益组", "法律服务机"), ("织", "构")].enumerated() {
            page.centred(texts.0, at: 353, y: 129.4 + 12.7 * Double(line))
            page.centred(texts.1, at: 406, y: 129.4 + 12.7 * Double(line))
        }
        for row in 0..<4 {
            page.text("甲类事项之\(row)", x: 70, y: 160 + 16 * Double(row))
            for (column, middle) in [205.0, 255, 306, 353, 406, 455, 505].enumerated() {
                page.text("\(10 + row + column)", x: middle - 5, y: 160 + 16 * Double(row))
            }
        }
        let found = layout(page)
        #expect(columns("社会公益组\n织", found) == [4...4])
        #expect(columns("申请人情况", found) == [1...7])
    }

    /// A page begins with a label of two lines, its values beside the second and shorter one.
    @Test func aLongFirstLineAtAPagesTop() {
        var first = DrawnPage()
        for (text, middle) in zip(Self.leaves, Self.middles) { first.centred(text, at: middle, y: 600) }
        Self.rows(9, from: 624, on: &first)
        var second = DrawnPage(number: 2)
        second.text("（二）部分公开与其他情形", x: 70, y: 108)
        second.text("之总和）", x: 70, y: 120)
        for middle in Self.middles { second.text("7", x: middle - 5, y: 120) }
        Self.rows(6, from: 136, on: &second)
        let cells = layout(first, second).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text == "（二）部分公开与其他情形\n之总和）" })
    }

    /// The heading of the labels nearly touches the first of the others, and in the first row a label its value: the last
    /// stands in the middle of its column as the others do. (unruled-writer-any122 of seed 8102)
    @Test func aHeadingOfLabelsThatNearlyTouchesTheOthers() {
        let middles: [Double] = [190, 233, 276, 319]
        var page = DrawnPage()
        page.text("第一项之和等于第三", x: 77.5, y: 100)
        for (text, middle) in zip(["个人申请", "商业企业", "科研机构", "社会组织"], middles) {
            page.centred(text, at: middle, y: 100)
        }
        for (row, values) in [
            ["1092004", "873", "65", "11"], ["404", "44", "3", "1"], ["4", "34", "6", "4"], ["96", "2", "5", "7"],
            ["39", "28", "4", "2"], ["405", "77", "8", "9"],
        ].enumerated() {
            let y = 120 + 16 * Double(row)
            page.text("一、本年新收申请数", x: 79, y: y)
            for (text, middle) in zip(values, middles) { page.centred(text, at: middle, y: y) }
        }
        let found = layout(page)
        #expect(columns("第一项之和等于第三", found) == [0...0])
        #expect(columns("个人申请", found) == [1...1])
        #expect(columns("社会组织", found) == [4...4])
        #expect(columns("1092004", found) == [1...1])
    }

    /// The first row leaves one of the columns blank. (partly-chromium-any4 of seed 105)
    @Test func aColumnThatTheFirstRowLeavesBlank() {
        var page = DrawnPage()
        page.centred("自然人", at: 220, y: 100)
        page.text("商业企业", x: 260, y: 100)
        page.text("科研机构", x: 302.5, y: 100)
        page.centred("总计", at: 380, y: 100)
        for row in 0..<5 {
            let y = 116 + 16 * Double(row)
            page.text("某类申请\(row)", x: 100, y: y)
            for (column, x) in [220, 280, 322.5, 380].enumerated() where column != 2 || row > 1 {
                page.centred("\(row + column)", at: x, y: y)
            }
        }
        #expect(layout(page).tables.first?.texts.first == ["", "自然人", "商业企业", "科研机构", "总计"])
    }
}
