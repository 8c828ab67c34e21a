import ReportModel
import Testing

@testable import Layout

@Suite struct RuledTableTests {
    @Test func readsAPlainGrid() {
        var page = DrawnPage()
        page.table([["甲", "乙", "丙"], ["1", "22", "333"]], x: [100, 200, 300, 400], top: 100)
        let found = layout(page)
        #expect(found.tables.count == 1)
        #expect(found.tables.first?.texts == [["甲", "乙", "丙"], ["1", "22", "333"]])
        #expect(found.tables.first?.cell(1, 2)?.parts.first?.ink == Box(x: 342.5, y: 130, width: 15, height: 12))
        #expect(found.lines.isEmpty)
    }

    @Test func keepsSpans() {
        var page = DrawnPage()
        page.table(
            [
                .init(row: 0, column: 0, rowSpan: 2, text: "项目"), .init(row: 0, column: 1, columnSpan: 2, text: "数量"),
                .init(row: 1, column: 1, text: "上年"), .init(row: 1, column: 2, text: "本年"),
                .init(row: 2, column: 0, text: "甲"), .init(row: 2, column: 1, text: "1"),
                .init(row: 2, column: 2, text: "2"),
            ], columns: [100, 200, 300, 400], rows: [100, 120, 140, 160])
        let table = layout(page).tables.first
        #expect(table?.cell(0, 0)?.rowSpan == 2)
        #expect(table?.cell(0, 1)?.columnSpan == 2)
        #expect(table?.texts == [["项目", "数量", ""], ["", "上年", "本年"], ["甲", "1", "2"]])
        #expect(table?.cells.filter(\.isHeader).count == 4)
    }

    @Test(arguments: [0.0, 1.0, -1.0])
    func bridgesLinesThatMissByAPoint(miss: Double) {
        var page = DrawnPage()
        for y in [100.0, 130, 160] { page.horizontal(y, 100 + miss, 300 - miss) }
        for x in [100.0, 200, 300] { page.vertical(x, 100 + miss, 160 - miss) }
        page.text("a", x: 110, y: 110)
        page.text("b", x: 210, y: 140)
        #expect(layout(page).tables.first?.texts == [["a", ""], ["", "b"]])
    }

    @Test func joinsDashesAndDoubleLines() {
        var page = DrawnPage()
        for y in [100.0, 130, 132, 160] {
            for x in stride(from: 100.0, to: 300, by: 5) { page.horizontal(y, x, x + 3) }
        }
        for x in [100.0, 200, 202, 300] { page.vertical(x, 100, 160) }
        page.text("a", x: 110, y: 110)
        page.text("b", x: 210, y: 140)
        #expect(layout(page).tables.first?.texts == [["a", ""], ["", "b"]])
    }

    @Test func partsFusedNumbersButKeepsATextThatReachesOver() {
        var page = DrawnPage()
        page.table([["", "", ""]], x: [100, 130, 160, 190], top: 100)
        // One word for the reader: the gaps between the numbers are narrow.
        for (x, text) in [(118.0, "12"), (131.0, "345"), (147.0, "67")] {
            page.text(text, x: x, y: 106, size: 10)
            page.page.glyphs.removeLast()
        }
        #expect(layout(page).tables.first?.texts == [["12", "34567", ""]])

        var wide = DrawnPage()
        wide.table([["", ""]], x: [100, 130, 200], top: 100)
        wide.text("1234567", x: 101, y: 106, size: 10)
        wide.text("8", x: 180, y: 106, size: 10)
        #expect(layout(wide).tables.first?.texts == [["1234567", "8"]])
    }

    @Test func readsVerticalLabels() {
        for newLines in [true, false] {
            var page = DrawnPage()
            page.table(
                [
                    .init(row: 0, column: 0, rowSpan: 2, text: ""), .init(row: 0, column: 1, text: "1"),
                    .init(row: 1, column: 1, text: "2"),
                ], columns: [100, 120, 200], rows: [100, 160, 220])
            page.stacked("三、本年度办理", x: 105, y: 110, newLines: newLines)
            #expect(layout(page).tables.first?.texts == [["三、本年度办理", "1"], ["", "2"]])
        }
    }

    @Test func keepsLineBreaksInCells() {
        var page = DrawnPage()
        page.table([["结果\n维持", "1"]], x: [100, 140, 180], top: 100, rowHeight: 40)
        #expect(layout(page).tables.first?.texts == [["结果\n维持", "1"]])
    }

    @Test func takesABoxAroundTextForNoTable() {
        var page = DrawnPage()
        page.table([["一段话"]], x: [100, 400], top: 100)
        page.text("下一段", x: 100, y: 200)
        let found = layout(page)
        #expect(found.tables.isEmpty)
        #expect(found.lines.map(\.text) == ["一段话", "下一段"])
    }

    @Test func opensTheSidesThatHaveNoBorder() {
        var page = DrawnPage()
        for y in [100.0, 130, 160] { page.horizontal(y, 100, 400) }
        for x in [200.0, 300] { page.vertical(x, 100, 160) }
        for (row, y) in [110.0, 140].enumerated() {
            for (column, x) in [110.0, 210, 310].enumerated() { page.text("\(row)\(column)", x: x, y: y) }
        }
        #expect(layout(page).tables.first?.texts == [["00", "01", "02"], ["10", "11", "12"]])
    }
}

@Suite struct GlyphSizeTests {
    @Test func correctsATypeThreeFont() {
        var page = DrawnPage()
        page.table([["甲", "1"], ["乙", "2"]], x: [100, 200, 300], top: 100)
        // As chromium's fonts come: twice the size in units, boxes as tall as any glyph could be.
        for index in page.page.glyphs.indices {
            page.page.glyphs[index].fontSize *= 2
            page.page.glyphs[index].box.y -= 6
            page.page.glyphs[index].box.height += 12
        }
        #expect(page.page.bodySize > 19)
        #expect(abs(TrueSizes(page.page).applied(to: page.page).bodySize - 10) < 0.8)
        let height = layout(page).tables.first?.cell(0, 0)?.parts.first?.ink?.height ?? 0
        #expect(abs(height - 12) < 1)
    }

    /// Fonts without names are one to the reader, and each has units of its own. (unruled-chromium-any32 of seed 110)
    @Test func correctsOneSizeOfAFont() {
        var page = DrawnPage()
        page.text("年度报告的标题写得很长很长很长很长", x: 100, y: 60, size: 16)
        let title = page.page.glyphs.count
        page.text("第二十条第（一）项", x: 100, y: 100)
        for index in 0..<title { page.page.glyphs[index].fontSize = 32 }
        let sizes = TrueSizes(page.page).applied(to: page.page).glyphs.map(\.size)
        #expect(abs((sizes.first ?? 0) - 16) < 0.1 && abs(sizes[title] - 10) < 0.1)
    }

    @Test func keepsAVerticalLabelThatRunsOverItsCell() {
        var page = DrawnPage()
        page.table([["甲", "1"], ["", "2"], ["丙", "3"]], x: [100, 150, 300], top: 100)
        page.stacked("办理结果情况", x: 104, y: 110, size: 8)
        let table = layout(page).tables.first
        #expect(table?.texts == [["甲", "1"], ["办理结果情况", "2"], ["丙", "3"]])
    }

    /// Lines around columns, none between the rows of numbers.
    @Test func dividesRowsWithoutLines() {
        var page = DrawnPage()
        page.table(
            [["国家", "基金", "合计"], ["", "", ""], ["总计", "12", "15"]].map { $0 }, x: [100, 200, 300, 400], top: 100,
            rowHeight: 60)
        for (row, texts) in [["甲", "2", "3"], ["乙", "4", "5"], ["丙", "6", "7"]].enumerated() {
            for (column, text) in texts.enumerated() {
                page.text(text, x: 110 + Double(column) * 100, y: 163 + Double(row) * 18)
            }
        }
        #expect(
            layout(page).tables.first?.texts == [
                ["国家", "基金", "合计"], ["甲", "2", "3"], ["乙", "4", "5"], ["丙", "6", "7"], ["总计", "12", "15"],
            ])
    }

    /// Columns drawn in the head alone.
    @Test func dividesColumnsDrawnInTheHead() {
        var page = DrawnPage()
        let x: [Double] = [100, 200, 300, 400, 500]
        var cells = ["国家", "甲类", "乙类", "合计"].enumerated().map {
            DrawnPage.Square(row: 0, column: $0, text: $1)
        }
        for row in 1...3 { cells.append(DrawnPage.Square(row: row, column: 0, columnSpan: 4, text: "")) }
        page.table(cells, columns: x, rows: [100, 124, 148, 172, 196])
        let rows = [["某国", "2", "3", "5"], ["他国", "4", "5", "9"], ["共计", "6", "8", "14"]]
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() { page.text(text, x: x[column] + 20, y: 130 + Double(row) * 24) }
        }
        #expect(layout(page).tables.first?.texts == [["国家", "甲类", "乙类", "合计"]] + rows)
    }
}
