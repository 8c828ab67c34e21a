import Layout
import ReportModel
import Testing

/// Tables without lines between their columns.
@Suite struct AlignedTableTests {
    /// Where a text stands in its column.
    enum Alignment: CaseIterable { case left, centre, right }

    /// Prints rows of texts; nil leaves a square blank.
    static func print(
        _ rows: [[String?]], on page: inout DrawnPage, columns: [Double], top: Double, pitch: Double = 20,
        values: Alignment = .right
    ) {
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                guard let text else { continue }
                let isValue = text.allSatisfy { $0.isNumber }
                let width = DrawnPage.width(text, 10)
                let (left, right) = (columns[column], columns[column + 1] - 10)
                let alignment: Alignment = column == 0 ? .left : isValue ? values : .centre
                let x =
                    switch alignment {
                    case .left: left
                    case .centre: (left + right - width) / 2
                    case .right: right - width
                    }
                page.text(text, x: x, y: top + Double(row) * pitch)
            }
        }
    }

    static let columns: [Double] = [70, 170, 270, 370, 470]

    @Test(arguments: Alignment.allCases)
    func readsAlignedNumbers(values: Alignment) {
        let rows = [
            ["项目", "第一季度", "第二季度", "全年合计"], ["青榆", "3", "251", "254"], ["栖湖", "40", "7", "47"],
            ["望川", "1208", "0", "1208"], ["合计", "1251", "258", "1509"],
        ]
        var page = DrawnPage()
        page.text("各区政府信息公开申请数量统计如下，单位为件。", x: 90, y: 60, size: 14)
        Self.print(rows, on: &page, columns: Self.columns, top: 120, values: values)
        let tables = layout(page).tables
        #expect(tables.count == 1)
        #expect(tables.first?.texts == rows)
        #expect(tables.first?.construction == .unruled)
        #expect(tables.first?.cells.filter(\.isHeader).count == 4)
    }

    /// A section with one column under a section with three: its heading and values span them.
    @Test(arguments: Alignment.allCases)
    func givesASectionsHeadItsColumns(values: Alignment) throws {
        let rows: [[String?]] = [
            ["信息内容", "制发件数", "废止件数", "有效件数"], ["规章", "3", "2", "31"], ["文件", "28", "9", "48"],
            ["信息内容", nil, "处理数量", nil], ["许可", nil, nil, nil], ["处罚", nil, nil, nil],
        ]
        var page = DrawnPage()
        Self.print(rows, on: &page, columns: Self.columns, top: 120, values: values)
        // The values of the wide column stand at its edge.
        for (number, y) in [("4911", 200.0), ("8603", 220.0)] {
            let x =
                switch values {
                case .left: 170.0
                case .centre: 315 - DrawnPage.width(number, 10) / 2
                case .right: 460 - DrawnPage.width(number, 10)
                }
            page.text(number, x: x, y: y)
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.rowCount == 6 && table.columnCount == 4)
        for (row, text) in [(3, "处理数量"), (4, "4911"), (5, "8603")] {
            let cell = try #require(table.cell(row, 1))
            #expect(cell.text == text && cell.columnSpan == 3, "row \(row): \(cell.text) over \(cell.columnSpan)")
        }
    }

    /// The value beside the first, the middle or the last line of its label.
    @Test(arguments: [0.0, 13, 26])
    func findsTheValueOfALongLabel(offset: Double) throws {
        var page = DrawnPage()
        Self.print([["项目", "自然人", "企业", "总计"]], on: &page, columns: Self.columns, top: 100)
        let labels = [
            ["1.申请人无正当", "理由逾期不补正", "不再处理"], ["2.逾期未按要求", "缴纳费用的不再", "处理其申请"], ["3.重复申请的不", "再予以处理的申", "请事项"],
        ]
        for (row, lines) in labels.enumerated() {
            let top = 130 + Double(row) * 52
            for (number, line) in lines.enumerated() { page.text(line, x: 70, y: top + Double(number) * 13) }
            Self.print([[nil, "\(row + 1)2", "0", "\(row + 1)2"]], on: &page, columns: Self.columns, top: top + offset)
        }
        let table = try #require(layout(page).tables.first)
        #expect(
            table.texts.dropFirst().map { $0 }
                == labels.enumerated().map { row, lines in
                    [lines.joined(separator: "\n"), "\(row + 1)2", "0", "\(row + 1)2"]
                })
    }

    /// A head that ends its page, its rows overleaf.
    @Test func joinsALoneHeadWithItsRows() throws {
        var first = DrawnPage()
        first.text("四、政府信息公开行政复议、行政诉讼情况", x: 90, y: 700, size: 14)
        first.text("结果情况", x: 300 - 20, y: 740)
        Self.print([["名称", "结果维持", "结果纠正", "尚未审结"]], on: &first, columns: Self.columns, top: 756)
        var second = DrawnPage(number: 2)
        Self.print(
            [["复议", "12", "3", "15"], ["诉讼", "0", "4", "4"], ["合计", "12", "7", "19"]], on: &second,
            columns: Self.columns,
            top: 80)
        let found = layout(first, second)
        let table = try #require(found.tables.first)
        #expect(found.tables.count == 1)
        #expect(table.places.map(\.page) == [1, 2])
        let heads = table.texts.dropLast(3).joined().filter { !$0.isEmpty }
        #expect(
            Array(heads) == ["名称", "结果情况", "结果维持", "结果纠正", "尚未审结"]
                || Array(heads) == ["结果情况", "名称", "结果维持", "结果纠正", "尚未审结"])
        #expect(table.texts.suffix(3) == [["复议", "12", "3", "15"], ["诉讼", "0", "4", "4"], ["合计", "12", "7", "19"]])
        #expect(found.lines.map(\.text) == ["四、政府信息公开行政复议、行政诉讼情况"])
    }

    // MARK: What is no table

    @Test func twoColumnsOfProse() {
        var page = DrawnPage()
        let sentence = "门户网站适老化改造全部完成移动端可以语音播报检索结果按时间和相关度排序与数据管理部门打通接口"
        let characters = Array(sentence)
        for line in 0..<30 {
            for x in [60.0, 310] {
                let start = (line * 7 + Int(x)) % 20
                page.text(String(characters[start..<start + 22]), x: x, y: 80 + Double(line) * 18)
            }
        }
        #expect(layout(page).tables.isEmpty)
    }

    @Test func aList() {
        var page = DrawnPage()
        for (line, text) in ["办理依据充分的申请", "答复期限内未办结的", "需要征求第三方意见", "补正之后仍不明确的", "转交其他机关办理的"].enumerated() {
            page.text("\(line + 1).", x: 70, y: 100 + Double(line) * 20)
            page.text(text, x: 90, y: 100 + Double(line) * 20)
        }
        #expect(layout(page).tables.isEmpty)
    }

    @Test func aDrawing() {
        var page = DrawnPage()
        // Boxes with names, joined by lines: who reports to whom.
        for (x, y, name) in [(250.0, 100.0, "市政府"), (100, 200, "办公室"), (250, 200, "司法局"), (400, 200, "财政局")] {
            page.horizontal(y, x, x + 80)
            page.horizontal(y + 30, x, x + 80)
            page.vertical(x, y, y + 30)
            page.vertical(x + 80, y, y + 30)
            page.text(name, x: x + 25, y: y + 10)
        }
        page.horizontal(165, 140, 440)
        page.vertical(290, 130, 200)
        page.vertical(140, 165, 200)
        page.vertical(440, 165, 200)
        #expect(layout(page).tables.isEmpty)
    }

    @Test func aForm() {
        var page = DrawnPage()
        for (line, label) in ["姓名：", "工作单位：", "联系电话：", "通信地址：", "申请日期："].enumerated() {
            let y = 100 + Double(line) * 30
            page.text(label, x: 70, y: y)
            page.horizontal(y + 13, 140, 400)
        }
        #expect(layout(page).tables.isEmpty)
    }

    // MARK: Bounds

    /// A hundred thousand numbers in rows and columns: no table has as many, and it is said.
    @Test(.timeLimit(.minutes(5)))
    func aPageOfNumbers() {
        var page = DrawnPage(width: 8000, height: 8000)
        page.page.glyphs.reserveCapacity(100_000)
        for row in 0..<316 {
            for column in 0..<316 {
                let box = Box(x: 100 + Double(column) * 20, y: 100 + Double(row) * 16, width: 5, height: 12)
                page.page.glyphs.append(Glyph(scalar: "7", box: box, fontSize: 10, font: 0))
            }
        }
        let found = layout(page)
        #expect(found.tables.isEmpty)
        #expect(found.pages.first?.warnings == [.tooManyRuns(limit: 20_000)])
        #expect(!found.lines.isEmpty)
    }

    /// Scattered characters.
    @Test(.timeLimit(.minutes(5)))
    func aPageOfDust() {
        var page = DrawnPage(width: 3000, height: 3000)
        var state: UInt64 = 7
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(1 << 31) * 2900
        }
        for index in 0..<100_000 {
            let box = Box(x: random(), y: random(), width: 2.5, height: 6)
            let scalar: Unicode.Scalar = index % 2 == 0 ? "4" : "a"
            page.page.glyphs.append(Glyph(scalar: scalar, box: box, fontSize: 5, font: 0))
        }
        let found = layout(page)
        #expect(found.pages.count == 1)
        #expect(!found.lines.isEmpty)
    }

    /// A million bits of lines.
    @Test(.timeLimit(.minutes(5)))
    func aPageOfLines() {
        var page = DrawnPage(width: 3000, height: 3000)
        page.page.rulings.reserveCapacity(1_000_000)
        for index in 0..<500_000 {
            let (x, y) = (Double(index % 1000) * 3, Double(index / 1000) * 6)
            page.horizontal(y, x, x + 1)
            page.vertical(x, y, y + 1)
        }
        page.text("图一", x: 100, y: 100)
        #expect(layout(page).pages.count == 1)
    }

    /// 5 459 behind a label that nearly reaches it: its groups stand closer to each other than to the label.
    @Test func keepsTheGroupsOfANumberTogetherBehindALabel() throws {
        var page = DrawnPage()
        for row in 0..<8 {
            let y = 60 + 20 * Double(row)
            let label = row == 3 ? "事项名称长得碰到下列" : "事项\(row)"
            page.text(label, x: 60, y: y)
            page.glyphs("\(row + 2)", at: [(164, y)])
            page.text("45\(row)", x: 171.5, y: y)
            page.text("2\(row)9", x: 260, y: y)
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.columnCount == 3)
        #expect(table.cells.filter { $0.row == 3 }.map(\.text) == ["事项名称长得碰到下列", "5 453", "239"])
    }
}
