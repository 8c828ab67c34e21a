import ReportModel
import Testing

@testable import Layout

/// How far a heading reaches that is in the middle of three columns, of five and of all.
@Suite struct HeadSpannerTests {
    private let middles = (0..<7).map { 170 + 50 * Double($0) }

    private func rows(_ page: inout DrawnPage, from top: Double) {
        for row in 0..<4 {
            page.text("第\(row)类申请", x: 40, y: top + 16 * Double(row))
            for (column, middle) in middles.enumerated() {
                page.centred("\(11 * (row + 1) + column)", at: middle, y: top + 16 * Double(row))
            }
        }
    }

    private func head(_ page: inout DrawnPage, _ texts: [(Int, String, Double)]) {
        for (column, text, y) in texts { page.centred(text, at: middles[column], y: y) }
    }

    private func span(of text: String, in table: Table?) -> Range<Int>? {
        table?.cells.first { $0.text == text }.map { $0.column..<$0.column + $0.columnSpan }
    }

    /// The boxes of some fonts are higher than their lines: a heading of two lines begins within that of the heading above
    /// it, one of one line does not. (unruled-writer-any5 of seed 105)
    @Test func linesCloserThanTheirBoxes() {
        var page = DrawnPage()
        head(&page, [(3, "法人或其他", 60), (0, "自然人", 66), (6, "总计", 66)])
        head(&page, [(1, "企业", 75.7), (5, "其他", 75.7)])
        for column in 2...4 { head(&page, [(column, "上半", 70.4), (column, "下半", 81)]) }
        rows(&page, from: 98)
        #expect(span(of: "法人或其他", in: layout(page).tables.first) == 2..<7)
    }

    /// In the middle between the heading and those below it: its cell has the height of both.
    /// (unruled-reportlab-any5 of seed 113)
    @Test func headingsBesideBothLines() {
        var page = DrawnPage()
        head(&page, [(3, "法人或其他", 60), (0, "自然人", 76), (6, "总计", 76)])
        head(&page, (1...5).map { ($0, ["", "企业", "科研", "公益", "法律", "其他"][$0], 92) })
        rows(&page, from: 112)
        let table = layout(page).tables.first
        #expect(span(of: "法人或其他", in: table) == 2..<7, "\(table?.texts ?? [])")
        #expect(table?.cells.first { $0.text == "自然人" }?.row == 0)
    }
}
