import Layout
import ReportModel
import Testing

/// Rows and columns where nothing but the places of texts tells them.
@Suite struct OpenRowTests {
    /// How the cells of a row stand to each other.
    enum Style: CaseIterable {
        case middle, top, bottom

        /// The heights of some lines in a row.
        func heights(_ count: Int, of row: Double) -> [Double] {
            (0..<count).map { line in
                switch self {
                case .middle: row + 12 * (Double(line) - Double(count - 1) / 2)
                case .top: row + 12 * Double(line)
                case .bottom: row + 12 * (Double(line) - Double(count - 1))
                }
            }
        }
    }

    private func print(_ rows: [[String]], on page: inout DrawnPage, _ style: Style, columns: [Double]) {
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                let lines = text.split(separator: "\n").map(String.init)
                for (line, y) in zip(lines, style.heights(lines.count, of: 100 + 34 * Double(row))) {
                    page.text(line, x: columns[column], y: y)
                }
            }
        }
    }

    /// Figures that found no room on one line stand in the row of their label, however high.
    @Test(arguments: Style.allCases)
    func aFigureOfSeveralLines(style: Style) {
        let rows = [
            ["项目", "A类", "B类", "C类"], ["青榆区", "132\n5", "41", "136\n6"], ["栖湖区", "77", "208\n4", "216\n1"],
            ["望川区", "6", "0", "6"], ["全年合计", "140\n8", "212\n5", "353\n3"],
        ]
        var page = DrawnPage()
        print(rows, on: &page, style, columns: [70, 160, 184, 208])
        let tables = layout(page).tables
        #expect(tables.count == 1)
        #expect(tables.first?.texts == rows, "\(style)")
    }

    /// The only figure of several lines in the last row: nothing stands beside its end. The lines of a head above them
    /// are no frame.
    @Test(arguments: [false, true])
    func theEndOfTheLastFigure(isHeadRuled: Bool) {
        let rows = [
            ["项目", "A类", "B类", "C类"], ["青榆区", "13", "4", "17"], ["栖湖区", "7", "20", "27"], ["结转", "92", "27", "113\n9"],
        ]
        var page = DrawnPage()
        print(rows, on: &page, .top, columns: [70, 160, 184, 208])
        if isHeadRuled {
            for y in [94.0, 122] { page.horizontal(y, 68, 230) }
        }
        #expect(layout(page).tables.map(\.texts) == [rows])
    }

    /// An item of a list with a single value, all others left blank: a row, and no line of the head.
    @Test func aFirstRowThatIsNearlyBlank() {
        var page = DrawnPage()
        for (column, text) in ["自然人", "企业", "机构", "组织", "其他", "总计"].enumerated() {
            page.text(text, x: 200 + 50 * Double(column), y: 100)
        }
        for (row, label) in ["1.国家秘密", "2.法律禁止", "3.三个安全", "4.内部事务"].enumerated() {
            page.text(label, x: 70, y: 130 + 24 * Double(row))
            for column in 0..<6 where row > 0 || column == 0 {
                page.text("\(row + column)", x: 206 + 50 * Double(column), y: 130 + 24 * Double(row))
            }
        }
        let table = layout(page).tables.first
        #expect(table?.rowCount == 5)
        #expect(table?.cells.contains { $0.text == "1.国家秘密" && !$0.isHeader && $0.row == 1 } == true)
        #expect(table?.cell(1, 1)?.text == "0")
    }

    /// The number of the next column right behind a label.
    @Test func aLabelThatFillsItsCell() {
        let rows = [
            ["项目名称", "上半年", "下半年"], ["属于国家秘密", "1", "20"], ["要求提供公开出版物信息", "12", "5"], ["重复申请", "4", "/"],
            ["属于行政查询事项信息等", "/", "33"], ["其他", "15", "6"], ["合计", "32", "64"],
        ]
        var page = DrawnPage()
        for (row, texts) in rows.enumerated() {
            for (x, text) in zip([70.0, 183, 240], texts) { page.text(text, x: x, y: 100 + 20 * Double(row)) }
        }
        #expect(layout(page).tables.first?.texts == rows)
    }

    /// A head and rows of more values: another table, whatever stands between.
    @Test func aTableRightBelowAnother() {
        var page = DrawnPage()
        let upper = [["信息内容", "处理数量"], ["行政许可", "123"], ["行政处罚", "44"], ["行政强制", "5"]]
        let lower = [
            ["事项", "自然人", "企业", "机构", "组织", "总计"], ["新收", "3", "1", "0", "2", "6"], ["结转", "1", "0", "4", "0", "5"],
            ["合计", "4", "1", "4", "2", "11"],
        ]
        for (row, texts) in upper.enumerated() {
            for (x, text) in zip([70.0, 320], texts) { page.text(text, x: x, y: 100 + 20 * Double(row)) }
        }
        page.text("三、收到和处理申请情况", x: 90, y: 186)
        for (row, texts) in lower.enumerated() {
            for (column, text) in texts.enumerated() {
                page.text(text, x: 70 + 60 * Double(column), y: 210 + 20 * Double(row))
            }
        }
        let tables = layout(page).tables
        #expect(tables.count == 2)
        #expect(tables.last?.texts == lower)
    }

    /// Rows four lines apart are rows all the same where all keep that distance.
    @Test func rowsFarApart() {
        let rows = [
            ["信息内容", "数量", "金额"], ["许可", "12", "305"], ["处罚", "4", "77"], ["强制", "0", "0"], ["收费", "9", "1208"],
        ]
        var page = DrawnPage()
        for (row, texts) in rows.enumerated() {
            for (x, text) in zip([70.0, 230, 380], texts) { page.text(text, x: x, y: 100 + 46 * Double(row)) }
        }
        #expect(layout(page).tables.first?.texts == rows)
    }

    /// 内部资料 aslant across the page.
    @Test func aStampAcrossTheTable() {
        let rows = [
            ["信息内容", "数量", "金额"], ["许可", "12", "305"], ["处罚", "4", "77"], ["强制", "0", "0"], ["收费", "9", "1208"],
        ]
        var page = DrawnPage()
        for (row, texts) in rows.enumerated() {
            for (x, text) in zip([70.0, 230, 380], texts) { page.text(text, x: x, y: 100 + 20 * Double(row)) }
        }
        for (index, text) in ["内", "部", "资", "料"].enumerated() {
            page.text(text, x: 120 + 60 * Double(index), y: 230 - 55 * Double(index), size: 40)
        }
        let found = layout(page)
        #expect(found.tables.first?.texts == rows)
        #expect(found.lines.isEmpty)
    }

    /// Heads as wide as their cells: 结果维 结果纠 其他结, a point between them.
    @Test func headsThatNearlyTouch() {
        let rows = [["结果维", "结果纠", "其他结", "尚未审", "总计"], ["1", "20", "3", "0", "24"], ["4", "0", "17", "2", "23"]]
        var page = DrawnPage()
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                let middle = 100 + 31 * Double(column)
                page.centred(text, at: middle, y: 100 + 20 * Double(row))
            }
        }
        #expect(layout(page).tables.first?.texts == rows)
    }

    /// The column that everybody leaves blank has a heading, on another height than its neighbour's.
    @Test func aBlankColumnWithAHeading() {
        let heads = ["自然人", "企业", "机构", "其他", "总计"]
        var page = DrawnPage()
        for (column, text) in heads.enumerated() {
            page.text(text, x: 160 + 60 * Double(column), y: [0, 4].contains(column) ? 100 : 114)
        }
        for row in 0..<5 {
            page.text(["新收", "结转", "公开", "不予", "合计"][row], x: 70, y: 134 + 20 * Double(row))
            for column in 0..<4 {
                page.text(String(row * 7 + column), x: 160 + 60 * Double(column), y: 134 + 20 * Double(row))
            }
        }
        let table = layout(page).tables.first
        #expect(table?.columnCount == 6)
        #expect(table?.cells.first { $0.text == "总计" }?.column == 5)
        #expect(table?.cells.first { $0.text == "其他" }?.column == 4)
    }

    /// No row has a value of both, and their headings stand on two heights. (unruled-writer-any47 of seed 117)
    @Test func twoNearlyBlankColumns() {
        var page = DrawnPage()
        for (column, text) in ["自然人", "企业", "机构", "其他", "总计"].enumerated() {
            page.text(text, x: 160 + 60 * Double(column), y: [0, 4].contains(column) ? 100 : 114)
        }
        let blank: Set = [[0, 4], [1, 3], [1, 4], [2, 3], [3, 3], [3, 4], [4, 3], [4, 4]]
        for row in 0..<5 {
            page.text(["新收", "结转", "公开", "不予", "合计"][row], x: 70, y: 134 + 20 * Double(row))
            for column in 0..<5 where !blank.contains([row, column]) {
                page.text("\(row + column)", x: 160 + 60 * Double(column), y: 134 + 20 * Double(row))
            }
        }
        let table = layout(page).tables.first
        #expect(table?.columnCount == 6)
        #expect(table?.cells.filter { $0.column == 4 && $0.text != "" }.map(\.text) == ["其他", "3"])
        #expect(table?.cells.filter { $0.column == 5 && $0.text != "" }.map(\.text) == ["总计", "6"])
    }

    /// 1 715: no other numbers stand as close.
    @Test func groupsOfDigits() {
        let rows = [
            ["项目", "自然人", "企业", "总计"], ["新收", "1 715", "22", "1 737"], ["结转", "305", "3 430", "3 735"],
            ["公开", "12 004", "8 364", "20 368"], ["不予", "7", "48", "55"],
        ]
        var page = DrawnPage()
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                let end = 120 + 70 * Double(column)
                page.text(text, x: end - DrawnPage.width(text, 10), y: 100 + 20 * Double(row))
            }
        }
        #expect(layout(page).tables.first?.texts == rows)
    }

    /// A mark that hangs over the edge of the labels into the first column of values.
    @Test func aMarkThatHangsOver() {
        var page = DrawnPage()
        let labels = ["申请人逾期不补", "正、机关不处", "重复申请", "其他"]
        let rows = [106.0, 136, 160, 184]
        page.text(labels[0] + "，", x: 70, y: 100)
        page.text(labels[1], x: 70, y: 112)
        page.text(labels[2], x: 70, y: 136)
        page.text(labels[3], x: 70, y: 160)
        page.text("合计", x: 70, y: 184)
        for (row, y) in rows.enumerated() {
            for column in 0..<3 { page.text(String(row + column), x: 144 + 60 * Double(column), y: y) }
        }
        let table = layout(page).tables.first
        #expect(table?.rowCount == 4)
        #expect(table?.cell(0, 0)?.text == "申请人逾期不补，\n正、机关不处")
        #expect(table?.cell(0, 1)?.text == "0")
    }

    /// A page's last row, which has more room above it than the others, with values in all of their columns.
    @Test func aLastRowFurtherAway() {
        let rows = [
            ["信息内容", "数量", "件数", "金额"], ["许可", "12", "7", "305"], ["处罚", "4", "0", "77"], ["强制", "0", "3", "0"],
            ["收费", "9", "5", "1208"],
        ]
        var page = DrawnPage()
        for (row, texts) in rows.enumerated() {
            let y = 100 + 24 * Double(row) + (row == 4 ? 26 : 0)
            for (x, text) in zip([70.0, 230, 320, 410], texts) { page.text(text, x: x, y: y) }
        }
        #expect(layout(page).tables.map(\.texts) == [rows])
    }

    /// The page ends within the first row of a head: one line above it, none below.
    /// (ruled-weasyprint-any18 of seed 107)
    @Test func aPagesEndLeavesTheFirstRowOpen() {
        var first = DrawnPage()
        first.horizontal(740, 60, 500)
        for x in [60.0, 200, 500] { first.vertical(x, 740, 758) }
        first.centred("申请人情况", at: 350, y: 744)
        var second = DrawnPage(number: 2)
        let rows = [["事项", "甲", "乙", "总计"], ["新收", "1", "2", "3"], ["结转", "4", "5", "9"]]
        second.table(rows, x: [60, 200, 300, 400, 500], top: 80)
        let tables = layout(first, second).tables
        #expect(tables.map(\.rowCount) == [4])
        #expect(tables.first?.cells.contains { $0.text == "申请人情况" && $0.columnSpan == 3 } == true)
    }

    /// Two labels between two rules, the values of the second left blank. (partly-chromium-any49 of seed 106)
    @Test func twoLabelsBetweenRules() {
        var page = DrawnPage()
        page.row(["", "自然人", "企业", "总计"], x: [70, 200, 260, 320], y: 84)
        for row in 0..<6 {
            let y = 100 + 44 * Double(row)
            page.horizontal(y, 66, 350)
            page.row(["行政处罚", row == 3 ? "" : "1\(row)", "2\(row)", "3\(row)"], x: [70, 205, 265, 325], y: y + 2)
            if row == 3 { page.text("行政强制", x: 70, y: y + 26) }
        }
        page.horizontal(364, 66, 350)
        #expect(layout(page).tables.first?.texts.contains { $0[0] == "行政强制" } == true)
    }

    /// No label ends within its brackets, however much room a line has left. (partly-reportlab-any49 of seed 107)
    @Test func aLabelWithBracketsOverItsLines() {
        var page = DrawnPage()
        page.row(["", "自然人", "企业", "总计"], x: [70, 240, 300, 360], y: 84)
        var y = 100.0
        let labels = [["公开的申请件数和比例各多少"], ["部分公开（", "区分处理的，", "这一情形，", "他情形）"], ["不予公开"], ["无法提供"]]
        for (row, lines) in labels.enumerated() {
            for (line, text) in lines.enumerated() { page.text(text, x: 70, y: y + 13 * Double(line)) }
            let middle = y + 6.5 * Double(lines.count - 1)
            page.row(["", "1\(row)", "2\(row)", "3\(row)"], x: [70, 245, 305, 365], y: middle)
            y += 13 * Double(lines.count) + 2
        }
        let texts = layout(page).tables.first?.texts.map { $0[0] } ?? []
        #expect(texts.contains("部分公开（\n区分处理的，\n这一情形，\n他情形）"), "\(texts)")
    }
}
