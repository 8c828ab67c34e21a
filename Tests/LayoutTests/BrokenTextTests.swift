import Layout
import ReportModel
import Testing

/// Texts of several lines in tables that do not draw their rows.
@Suite struct BrokenTextTests {
    private static let x: [Double] = [60, 200, 340, 480]
    private static let head = ["部门", "渠道", "说明"]

    /// Lines of cells, one array a line; the first of a row stands further below than the others.
    private static func print(
        _ rows: [[[String]]], on page: inout DrawnPage, top: Double, leading: Double = 13, space: Double = 8
    ) {
        var y = top
        for lines in rows {
            for texts in lines {
                for (column, text) in texts.enumerated() where !text.isEmpty {
                    page.text(text, x: x[column] + 4, y: y)
                }
                y += leading
            }
            y += space
        }
    }

    private static let texts = [
        [["办公室", "门户网站和", "每季由本室"], ["", "政务新媒体", "核对一次"]], [["法规科", "公报", "随时"]],
        [["宣传科", "新闻发布会", "由发言人主持，会"], ["", "", "后一日内"], ["", "", "公布记录"]],
        [["信息中心", "窗口", "不适用"]],
    ]
    private static let read = [
        head, ["办公室", "门户网站和\n政务新媒体", "每季由本室\n核对一次"], ["法规科", "公报", "随时"],
        ["宣传科", "新闻发布会", "由发言人主持，会\n后一日内\n公布记录"], ["信息中心", "窗口", "不适用"],
    ]

    private static func drawHead(on page: inout DrawnPage, bottom: Double) {
        for y in [100, 124, bottom] { page.horizontal(y, x[0], x[3]) }
        for (column, text) in head.enumerated() { page.text(text, x: x[column] + 4, y: 106) }
    }

    @Test func joinsTheLinesOfATextUnderRules() {
        var page = DrawnPage()
        Self.drawHead(on: &page, bottom: 270)
        Self.print(Self.texts, on: &page, top: 130)
        #expect(layout(page).tables.map(\.texts) == [Self.read])
    }

    @Test func joinsTheLinesOfATextBetweenDrawnColumns() {
        var page = DrawnPage()
        Self.drawHead(on: &page, bottom: 270)
        for x in Self.x { page.vertical(x, 100, 270) }
        Self.print(Self.texts, on: &page, top: 130)
        #expect(layout(page).tables.map(\.texts) == [Self.read])
    }

    /// The figures stand beside the last line of their label; a heading has none.
    @Test func findsRowsBetweenDrawnColumns() {
        let rows = [
            [["省级机关", "", ""]], [["本级行政机关制", "", ""], ["发的文件", "12", "(3)"]], [["公告", "7", "—"]],
            [["设区的市", "", ""]], [["规章", "318", "44"]], [["规范性文件", "—", "2"]],
        ]
        var page = DrawnPage()
        Self.drawHead(on: &page, bottom: 224)
        for x in Self.x.dropFirst().dropLast() { page.vertical(x, 100, 224) }
        Self.print(rows, on: &page, top: 128, space: 0)
        let expected = [
            Self.head, ["省级机关", "", ""], ["本级行政机关制\n发的文件", "12", "(3)"], ["公告", "7", "—"], ["设区的市", "", ""],
            ["规章", "318", "44"], ["规范性文件", "—", "2"],
        ]
        #expect(layout(page).tables.map(\.texts) == [expected])
    }

    /// Paragraphs side by side are one row, however many lines they have.
    @Test func keepsARowOfParagraphsWhole() {
        var page = DrawnPage()
        Self.drawHead(on: &page, bottom: 220)
        for x in Self.x { page.vertical(x, 100, 220) }
        let texts = [["一是加强组织", "领导，二是完", "善工作制度，", "三是开展培训", "和检查。"], ["每季由办公室", "核对一次，再", "由局长审定"], ["随时公布"]]
        for (column, lines) in texts.enumerated() {
            for (number, text) in lines.enumerated() {
                page.text(text, x: Self.x[column] + 4, y: 130 + Double(number) * 13)
            }
        }
        #expect(layout(page).tables.map(\.texts) == [[Self.head, texts.map { $0.joined(separator: "\n") }]])
    }
}
