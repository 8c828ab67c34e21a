import ReportModel
import Testing

@testable import Layout

@Suite struct RunningHeadTests {
    @Test(arguments: ["4", "- 4 -", "—4—", "第 4 页", "第 4 页 共 9 页", "4/9", "Page 4 of 9", "－ 12 －"])
    func knowsPageNumbers(text: String) {
        #expect(PageNumber.isPageNumber(text))
    }

    @Test(arguments: ["2024年1月", "12345678", "一、总体情况", "1 2 3", "4 件", ""])
    func knowsOtherText(text: String) {
        #expect(!PageNumber.isPageNumber(text))
    }

    private func threePages(_ draw: (inout DrawnPage, Int) -> Void) -> [DrawnPage] {
        (1...3).map { number in
            var page = DrawnPage(number: number)
            draw(&page, number)
            return page
        }
    }

    @Test func removesWhatRepeats() {
        let pages = threePages { page, number in
            page.text("某局年度报告", x: 200, y: 30)
            page.text("正文\(number)", x: 60, y: 120)
            page.text("第\(number)页", x: 280, y: 800)
        }
        #expect(layout(pages[0], pages[1], pages[2]).lines.map(\.text) == ["正文1", "正文2", "正文3"])
    }

    /// As browsers print them: the page's address, whose numbers stay, and its number among all.
    @Test func removesAddressesWithPageNumbers() {
        let pages = threePages { page, number in
            page.text("正文\(number)", x: 60, y: 120)
            page.text("http://www.example.gov.invalid/zwgk/xxgknb/2024/art_1187_30526.html \(number)/3", x: 40, y: 815)
        }
        #expect(layout(pages[0], pages[1], pages[2]).lines.map(\.text) == ["正文1", "正文2", "正文3"])
    }

    /// A letterhead with an emblem needs more room than other heads.
    @Test func removesWhatBeginsMostPagesHoweverLow() {
        let pages = threePages { page, number in
            page.text("年度报告汇编", x: 100, y: 108)
            page.text("正文\(number)", x: 60, y: 130)
        }
        #expect(layout(pages[0], pages[1], pages[2]).lines.map(\.text) == ["正文1", "正文2", "正文3"])
        // Two may begin with the same words.
        #expect(layout(pages[0], pages[1]).lines.count == 4)
    }

    /// Numbers of the page's lines stand below the table that goes on overleaf.
    @Test func removesWhatStandsOnTheMarginOfMostPages() {
        var pages = threePages { page, _ in
            for line in 1...28 { page.text("\(line)", x: 40, y: 60 + 25 * Double(line), size: 7) }
        }
        let rows = (0..<4).map { ["事项\($0)", "\($0 + 3)", "\($0 * 2)"] }
        pages[0].table(rows, x: [80, 300, 400, 500], top: 600)
        pages[1].table(rows, x: [80, 300, 400, 500], top: 80)
        let found = layout(pages[0], pages[1], pages[2])
        #expect(found.tables.map(\.texts) == [rows + rows])
        #expect(found.lines.isEmpty)
    }

    @Test func keepsLinesWhoseNumbersAreNoPages() {
        var first = DrawnPage(number: 1)
        first.text("全年收到申请12件", x: 60, y: 815)
        var last = DrawnPage(number: 2)
        last.text("全年收到申请31件", x: 60, y: 815)
        #expect(layout(first, last).lines.map(\.text) == ["全年收到申请12件", "全年收到申请31件"])
    }

    @Test func keepsTheOfficesNameAboveTheTitleAndInTheSignature() {
        var first = DrawnPage(number: 1)
        first.text("某县教育局", x: 200, y: 60, size: 18)
        first.text("正文一", x: 60, y: 120)
        var last = DrawnPage(number: 2)
        last.text("某县教育局", x: 400, y: 60, size: 12)
        last.text("正文二", x: 60, y: 120)
        #expect(layout(first, last).lines.map(\.text) == ["某县教育局", "正文一", "某县教育局", "正文二"])
    }

    @Test func keepsASingleTitle() {
        var page = DrawnPage()
        page.text("某局年度报告", x: 200, y: 30)
        page.text("正文", x: 60, y: 90)
        #expect(layout(page).lines.map(\.text) == ["某局年度报告", "正文"])
    }
}
