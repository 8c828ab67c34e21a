import Layout
import ReportModel
import Testing

/// Texts of neighbouring cells that touch each other or stand half beside each other.
@Suite struct TouchingTextTests {
    private static func values(on page: inout DrawnPage, _ y: Double, _ value: Int) {
        for column in 0..<3 { page.text("\(value + column)", x: 250 + 60 * Double(column), y: y) }
    }

    private static func head(on page: inout DrawnPage) {
        for (column, text) in ["自然人", "企业", "总计"].enumerated() {
            page.text(text, x: 240 + 60 * Double(column), y: 80)
        }
    }

    /// Labels of several lines, each with its values on the middle of them.
    private static func labels(_ texts: [[String]], x: Double, on page: inout DrawnPage, top: Double = 110) {
        var y = top
        for (row, lines) in texts.enumerated() {
            for text in lines {
                page.text(text, x: x, y: y)
                y += 12
            }
            values(on: &page, y - 6 * Double(lines.count + 1), row + 1)
            y += 8
        }
    }

    private static let items = [
        ["1.本机关不掌", "握相关政府", "信息"], ["2.没有现成信", "息需要另行", "制作"], ["3.补正后申请", "内容仍不明确"],
        ["4.信访举报投", "诉类申请"],
    ]

    /// The blank half of a comma reaches over the place where the next column begins.
    @Test func theBlankHalfOfAComma() {
        var page = DrawnPage()
        Self.head(on: &page)
        Self.labels([["（一）公开"], ["（二）部分公开"], ["（三）不予公开"], ["（四）无法提供"]], x: 85.2, on: &page)
        for (line, text) in ["三、", "办", "理", "结", "果"].enumerated() {
            page.text(text, x: 70, y: 114 + 12 * Double(line))
        }
        Self.labels([["四、结转下年度继续办理"]], x: 70, on: &page, top: 190)
        let cells = layout(page).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text == "三、办理结果" && $0.rowSpan == 4 && $0.columnSpan == 1 })
        #expect(cells.contains { $0.text == "（一）公开" && $0.column == 1 })
    }

    /// Two digits as far apart as words are may be two figures in one cell; closer ones are one number.
    @Test(arguments: [(0.5, "10"), (2.4, "1 0")])
    func digitsOfACell(gap: Double, expected: String) {
        var page = DrawnPage()
        for y in [90.0, 110, 130, 150] { page.horizontal(y, 100, 300) }
        for x in [100.0, 200, 300] { page.vertical(x, 90, 150) }
        for (row, text) in ["甲", "乙", "丙"].enumerated() { page.text(text, x: 110, y: 94 + 20 * Double(row)) }
        for row in 0..<3 { page.glyphs("10", at: [(240, 94 + 20 * Double(row)), (245 + gap, 94 + 20 * Double(row))]) }
        let cells = layout(page).tables.flatMap(\.cells).filter { $0.column == 1 }
        #expect(cells.map(\.text) == [expected, expected, expected])
    }

    /// In a font with high boxes two lines half a line apart share most of their height.
    @Test func linesOfHighBoxes() {
        var page = DrawnPage()
        Self.head(on: &page)
        Self.labels(Self.items, x: 131.5, on: &page)
        for (line, text) in ["（四）", "无法", "提供"].enumerated() { page.text(text, x: 100, y: 172 + 12 * Double(line)) }
        for index in page.page.glyphs.indices {
            let box = page.page.glyphs[index].box
            page.page.glyphs[index].box = Box(x: box.x, y: box.midY - 9, width: box.width, height: 18)
        }
        let cells = layout(page).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text == "（四）\n无法\n提供" && $0.rowSpan == 4 })
        #expect(cells.contains { $0.text == "2.没有现成信\n息需要另行\n制作" })
    }

    /// On one line and next to touching, but on the very place where the lines of its own column begin.
    @Test func aTextOnThePlaceOfItsColumn() {
        var page = DrawnPage()
        Self.head(on: &page)
        Self.labels(Self.items, x: 131.2, on: &page)
        for (line, text) in ["（四）", "无法", "提供"].enumerated() { page.text(text, x: 100, y: 166 + 12 * Double(line)) }
        let cells = layout(page).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text == "（四）\n无法\n提供" && $0.rowSpan == 4 })
        #expect(cells.contains { $0.text == "1.本机关不掌\n握相关政府\n信息" })
    }

    /// Beside the lines of a narrow label, one of which a label in the middle of the next column nearly touches.
    /// (partly-weasyprint-any37 of seed 131)
    @Test func aTextBehindANarrowColumn() {
        var page = DrawnPage()
        Self.head(on: &page)
        for (row, label) in ["予以公开", "不予公开", "部分公开区分处理的内容", "无法提供", "不予处理", "其他处理"].enumerated() {
            page.centred(label, at: 178, y: 110 + 20 * Double(row))
            Self.values(on: &page, 110 + 20 * Double(row), row)
        }
        for (line, text) in ["三、", "本年", "度办", "理结", "果"].enumerated() {
            page.centred(text, at: 110, y: 136 + 12 * Double(line))
        }
        let cells = layout(page).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text == "部分公开区分处理的内容" && $0.column == 1 }, "\(cells.map(\.text))")
        #expect(cells.contains { $0.text.filter { !$0.isWhitespace } == "三、本年度办理结果" && $0.rowSpan == 6 })
    }

    /// Two items on one line, and the next of the second's list below it: two columns, although its labels are centred.
    /// (unruled-weasyprint-any17 of seed 109)
    @Test func anItemBehindItsGroups() {
        var page = DrawnPage()
        Self.head(on: &page)
        for (row, label) in ["1.国家秘密没有填写", "2.禁止公开", "3.三个安全", "4.内部事务信息"].enumerated() {
            page.centred(label, at: 190, y: 110 + 20 * Double(row))
            Self.values(on: &page, 110 + 20 * Double(row), row)
        }
        page.text("（三）不予", x: 92, y: 110)
        page.text("（四）予以公开", x: 92, y: 190)
        Self.values(on: &page, 190, 7)
        let cells = layout(page).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text == "（三）不予" && $0.columnSpan == 1 && $0.rowSpan == 4 }, "\(cells.map(\.text))")
        #expect(cells.contains { $0.text == "1.国家秘密没有填写" && $0.column == 1 })
    }

    /// The last characters of two labels stand on one line; they are not spread over one cell, as 总 计 is.
    /// (partly-weasyprint-any46 of seed 110)
    @Test func lastCharactersBesideEachOther() {
        var page = DrawnPage()
        Self.head(on: &page)
        let items = [
            ["1.本机关不掌", "握的政府信", "息"], ["2.没有现成信", "息"], ["3.补正后申请", "内容"], ["1.信访举报", "申请"], ["2.重复申请"],
        ]
        Self.labels(items, x: 136, on: &page)
        for (line, text) in ["（四）", "无法", "提供", "了"].enumerated() { page.text(text, x: 106, y: 98 + 12 * Double(line)) }
        let cells = layout(page).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text == "1.本机关不掌\n握的政府信\n息" && $0.column == 1 }, "\(cells.map(\.text))")
    }

    /// 其 他 and 总 计 below each other in two narrow columns, one a little lower: 其 and 计 are not spread over a cell.
    /// (partly-chromium-any22 of seed 136)
    @Test func narrowHeadingsOfTwoLines() {
        var page = DrawnPage()
        for (column, heading) in ["自然人", "企业"].enumerated() { page.text(heading, x: 160 + 50 * Double(column), y: 84) }
        for (line, text) in ["其", "他"].enumerated() { page.text(text, x: 260, y: 80 + 12 * Double(line)) }
        for (line, text) in ["总", "计"].enumerated() { page.text(text, x: 284, y: 70.4 + 12 * Double(line)) }
        for row in 0..<4 {
            let y = 112 + 20 * Double(row)
            page.row(["（\(row + 1)）公开", "1\(row)", "2", "0", "3\(row)"], x: [70, 170, 215, 262, 284], y: y)
        }
        let cells = layout(page).tables.flatMap(\.cells)
        for text in ["其他", "总计"] { #expect(cells.contains { $0.text == text }, "\(cells.map(\.text))") }
    }

    /// The bracket of a marker that found no room on its line, a space, and the label's first character.
    @Test func aBracketThatBeginsALine() {
        var page = DrawnPage()
        Self.head(on: &page)
        Self.labels(Self.items, x: 140, on: &page)
        for (line, text) in ["（四", "）", "法提", "供"].enumerated() { page.text(text, x: 100, y: 140 + 12 * Double(line)) }
        page.text("无", x: 116, y: 152)
        let cells = layout(page).tables.flatMap(\.cells)
        #expect(cells.contains { $0.text.filter { !$0.isWhitespace } == "（四）无法提供" && $0.rowSpan == 4 })
    }
}

/// Numbers that are set in groups of three digits, with a wide space between them.
@Suite struct NumberGroupTests {
    /// Where a group is broken, what is left of it goes on with the number too.
    @Test func aGroupBrokenOverTwoLines() {
        var page = DrawnPage()
        let x: [Double] = [100, 200, 240, 280, 320]
        page.row(["事项", "甲", "乙", "丙", "丁"], x: x, y: 80)
        let rows = [
            ["1 013", "2 288", "5 427", "2 298"], ["226", "3 704", "188", "3 426"], ["4 400", "409", "2 434", "626"],
        ]
        for (row, values) in rows.enumerated() {
            page.row(["申请之\(row)"] + values, x: x, y: 106 + 30 * Double(row))
        }
        page.text("申请之三", x: 100, y: 196)
        for (column, lines) in [["61 55", "5"], ["70"], ["90 35", "1"], ["81"]].enumerated() {
            for (line, text) in lines.enumerated() {
                page.text(text, x: x[column + 1], y: 202 - 6 * Double(lines.count) + 12 * Double(line))
            }
        }
        for index in page.page.glyphs.indices where page.page.glyphs[index].scalar == " " {
            page.page.glyphs[index].scalar = "\u{A0}"
        }
        let texts = layout(page).tables.first?.texts.last?.map { $0.filter { !$0.isWhitespace } }
        #expect(texts == ["申请之三", "61555", "70", "90351", "81"], "\(texts ?? [])")
    }

    /// A browser writes the spaces of a line of headings behind them: they part words where they stand.
    @Test func spacesThatAreWrittenElsewhere() throws {
        var page = DrawnPage()
        page.table([["", ""], ["31", "17"]], x: [60, 180, 320], top: 80)
        page.glyphs("May2011Total", at: [70, 75, 80, 88, 93, 98, 103, 200, 205, 210, 215, 220].map { ($0, 86) })
        page.glyphs(" ", at: [(84, 86)])
        let table = try #require(layout(page).tables.first)
        #expect(table.texts.first == ["May 2011", "Total"])
    }
}
