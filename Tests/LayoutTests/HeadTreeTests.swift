import ReportModel
import Testing

@testable import Layout

/// Heads whose headings only make sense together.
@Suite struct HeadTreeTests {
    private static let middles = (0..<15).map { 80 + 31.2 * Double($0) }

    private func span(of text: String, in found: DocumentLayout) -> Range<Int>? {
        found.tables.first?.cells.first { $0.text == text }.map { $0.column..<$0.column + $0.columnSpan }
    }

    private func rows(on page: inout DrawnPage, from top: Double, size: Double) {
        for row in 0..<2 {
            for (column, middle) in Self.middles.enumerated() {
                page.centred("\(row + column)", at: middle, y: top + 20 * Double(row), size: size)
            }
        }
    }

    /// A heading as high as two levels of those beside it stands between them. (unruled-weasyprint-any59 of seed 135)
    @Test func betweenTwoLevels() {
        var page = DrawnPage()
        page.centred("行政诉讼", at: 376, y: 100, size: 10)
        page.centred("行政复议", at: 142.4, y: 116, size: 10)
        page.centred("未经复议直接起诉", at: 298.4, y: 132, size: 10)
        page.centred("复议后起诉", at: 454.4, y: 132, size: 10)
        for (column, middle) in Self.middles.enumerated() {
            let lines = [["结果", "维持"], ["结果", "纠正"], ["其他", "结果"], ["尚未", "审结"], ["总", "计"]][column % 5]
            // The characters of a text that is spread over its cell begin at its left side and end at its right.
            let shift = column % 5 == 4 ? 5.0 : 0
            page.centred(lines[0], at: middle - shift, y: 157, size: 10)
            page.centred(lines[1], at: middle + shift * 0.1, y: 170, size: 10)
        }
        rows(on: &page, from: 196, size: 10)
        let found = layout(page)
        #expect(span(of: "行政复议", in: found) == 0..<5)
        #expect(span(of: "行政诉讼", in: found) == 5..<15)
        #expect(span(of: "未经复议直接起诉", in: found) == 5..<10)
        #expect(span(of: "复议后起诉", in: found) == 10..<15)
    }

    /// As far above the headings below them as the lines of one text are from each other, and no wider than the column
    /// in their middle. (unruled-writer-any50 of seed 130)
    @Test func linesAtOneDistance() {
        var page = DrawnPage()
        page.centred("诉讼", at: Self.middles[9] + 15.6, y: 100, size: 6)
        page.centred("复议", at: Self.middles[2], y: 104.5, size: 6)
        page.centred("直接诉", at: Self.middles[7], y: 109, size: 6)
        page.centred("复议后", at: Self.middles[12], y: 109, size: 6)
        for (column, middle) in Self.middles.enumerated() {
            page.centred(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"][column % 5], at: middle, y: 118, size: 6)
        }
        rows(on: &page, from: 136, size: 6)
        let found = layout(page)
        #expect(span(of: "复议", in: found) == 0..<5)
        #expect(span(of: "诉讼", in: found) == 5..<15)
        #expect(span(of: "直接诉", in: found) == 5..<10)
        #expect(span(of: "复议后", in: found) == 10..<15)
    }
}
