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

    /// A label of two lines beside a text and a value of one each is no label of several rows.
    @Test func findsRowsOfTextsBeforeValues() {
        let rows = [
            [["省级机关制定的", "门户网站", "12"], ["地方性法规", "和公报", ""]], [["公告", "公报", "7"]],
            [["规章和政策文件", "窗口", "318"], ["的解读", "", ""]],
            [["规范性文件", "公报", "—"]],
        ]
        var page = DrawnPage()
        Self.drawHead(on: &page, bottom: 212)
        for x in Self.x.dropFirst().dropLast() { page.vertical(x, 100, 212) }
        Self.print(rows, on: &page, top: 128, space: 0)
        let expected = [
            Self.head, ["省级机关制定的\n地方性法规", "门户网站\n和公报", "12"], ["公告", "公报", "7"], ["规章和政策文件\n的解读", "窗口", "318"],
            ["规范性文件", "公报", "—"],
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

    /// The second line of a text behind the values stands alone, and is no heading of the rows below it.
    @Test func joinsTheLinesOfATextBehindValues() {
        var page = DrawnPage()
        let rows = [
            ["部门", "件数", "说明"], ["办公室", "40", "每季由本室核对"], ["", "", "一次"], ["法规科", "7", "随时"],
            ["宣传科", "1208", "由发言人主持，会"], ["", "", "后公布"], ["信息中心", "318", "不适用"],
        ]
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() where !text.isEmpty {
                let right = Self.x[2] - 60 - DrawnPage.width(text, 10)
                page.text(text, x: column == 1 ? right : Self.x[column], y: 100 + Double(row) * 14)
            }
        }
        #expect(
            layout(page).tables.map(\.texts) == [
                [
                    ["部门", "件数", "说明"], ["办公室", "40", "每季由本室核对\n一次"], ["法规科", "7", "随时"],
                    ["宣传科", "1208", "由发言人主持，会\n后公布"], ["信息中心", "318", "不适用"],
                ]
            ])
    }

    /// Labels that go on with the left edge and the distance of a paragraph above are not its lines.
    @Test func partsAParagraphFromTheLabelsUnderARule() {
        var page = DrawnPage()
        for row in 0..<6 {
            page.text(
                "year within office estimate industry number under health program income", x: 60,
                y: 60 + Double(row) * 12)
        }
        for y in [132.0, 146, 184] { page.horizontal(y, 60, 480) }
        let rows = [
            ["Industry", "First channel", "Second channel"],
            ["Agriculture, forestry, fishing", "Not applicable", "Field visits"],
            ["Wholesale and retail trade", "Completed in June", "Pending approval"],
            ["Education and health", "Pending approval", "Annual survey"],
        ]
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                page.text(text, x: [60, 230, 350][column], y: 133.5 + Double(row) * 12)
            }
        }
        #expect(layout(page).tables.map(\.texts) == [rows])
    }

    /// Headings in the middle of their cells, values at the right edge; a year and a quarter look like values.
    @Test func givesValuesAtTheEdgeTheHeadingInTheMiddle() {
        var page = DrawnPage()
        let rows = [
            ["地区", "Q1", "2011", "合计"], ["青榆", "13", "251", "9"], ["栖湖", "40", "7", "11"], ["望川", "8", "0", "5"],
        ]
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                let (left, width) = (60 + Double(column) * 100, DrawnPage.width(text, 10))
                let x = column == 0 ? left : row == 0 ? left + 45 - width / 2 : left + 90 - width
                page.text(text, x: x, y: 100 + Double(row) * 18)
            }
        }
        #expect(layout(page).tables.map(\.texts) == [rows])
    }
}
