import ReportModel
import Testing

@testable import Layout

/// Headings in the middle of their cells, values at one side of them. (unruled-cairo-any23 of seed 114,
/// unruled-writer-any53 of seed 111)
@Suite struct SideValueTests {
    private let edges = [60.0, 200, 310, 420, 530]

    private func heads(_ texts: [String], over cells: [(Int, Int)], y: Double, on page: inout DrawnPage) {
        for (text, cell) in zip(texts, cells) {
            page.centred(text, at: (edges[cell.0] + edges[cell.1]) / 2, y: y)
        }
    }

    private func row(_ texts: [String], y: Double, isLeft: Bool, on page: inout DrawnPage) {
        page.text(texts[0], x: 63, y: y)
        for (column, text) in texts.enumerated().dropFirst() where !text.isEmpty {
            page.text(
                text, x: isLeft ? edges[column] + 3 : edges[column + 1] - 3 - DrawnPage.width(text, 10), y: y)
        }
    }

    private func page(isLeft: Bool) -> DrawnPage {
        var page = DrawnPage()
        let all = [(0, 1), (1, 2), (2, 3), (3, 4)]
        page.centred("第一项", at: 295, y: 60)
        heads(["内容", "上年项目", "增减", "处理决定"], over: all, y: 80, on: &page)
        row(["许可", "2", "0", "36"], y: 100, isLeft: isLeft, on: &page)
        row(["其他管理", "14", "1", "7"], y: 120, isLeft: isLeft, on: &page)
        page.centred("第二项", at: 295, y: 140)
        heads(["内容", "采购数量", "采购金额"], over: [(0, 1), (1, 2), (2, 4)], y: 160, on: &page)
        row(["采购", "5", isLeft ? "81.5" : ""] + (isLeft ? [] : ["81.5"]), y: 180, isLeft: isLeft, on: &page)
        return page
    }

    private func heading(of value: String, in table: Table) -> String? {
        guard let cell = table.cells.first(where: { $0.text == value }) else { return nil }
        return table.cells.filter {
            $0.row < cell.row && !$0.text.isEmpty && !$0.text.isValueLike && $0.column...$0.lastColumn ~= cell.column
                && !$0.text.hasPrefix("第")
        }.max { $0.row < $1.row }?.text
    }

    @Test(arguments: [true, false]) func valuesStandBelowTheirHeadings(isLeft: Bool) throws {
        let table = try #require(layout(page(isLeft: isLeft)).tables.first)
        let headings = ["14": "上年项目", "1": "增减", "36": "处理决定", "5": "采购数量", "81.5": "采购金额"]
        for (value, heading) in headings {
            #expect(self.heading(of: value, in: table) == heading, "\(value): \(table.texts)")
        }
    }

    /// The cells are where they are printed.
    @Test func cellsHoldTheirText() throws {
        let table = try #require(layout(page(isLeft: true)).tables.first)
        let cell = try #require(table.cells.first { $0.text == "36" })
        let part = try #require(cell.parts.first)
        #expect(part.ink.map { $0.x >= part.outline.box.x && $0.maxX <= part.outline.box.maxX } == true)
    }

    /// The rows overleaf have no heading to stand below.
    @Test func rowsOverleafGoOnInTheirColumns() throws {
        var first = DrawnPage()
        heads(["内容", "上年项目", "增减", "处理决定"], over: [(0, 1), (1, 2), (2, 3), (3, 4)], y: 640, on: &first)
        for line in 0..<6 { row(["项目", "2", "0", "36"], y: 660 + 20 * Double(line), isLeft: false, on: &first) }
        var second = DrawnPage(number: 2)
        for line in 0..<6 { row(["条目", "3", "1", "7"], y: 60 + 20 * Double(line), isLeft: false, on: &second) }
        let tables = layout(first, second).tables
        #expect(tables.count == 1)
        #expect(tables.first?.columnCount == 4)
        #expect(tables.first?.texts.last == ["条目", "3", "1", "7"])
    }

    /// A page that ends in the middle of the table: its first rows have their headings overleaf.
    @Test func rowsAboveTheFirstHead() throws {
        var page = DrawnPage()
        row(["规章", "4", "8", "15"], y: 60, isLeft: true, on: &page)
        row(["文件", "6", "9", "3"], y: 80, isLeft: true, on: &page)
        page.centred("第二项", at: 295, y: 100)
        heads(["内容", "上年项目", "增减", "处理决定"], over: [(0, 1), (1, 2), (2, 3), (3, 4)], y: 120, on: &page)
        row(["许可", "2", "0", "36"], y: 140, isLeft: true, on: &page)
        row(["其他管理", "14", "1", "7"], y: 160, isLeft: true, on: &page)
        let table = try #require(layout(page).tables.first)
        #expect(table.texts.first == ["规章", "4", "8", "15"])
        #expect(table.texts.last == ["其他管理", "14", "1", "7"])
        #expect(heading(of: "36", in: table) == "处理决定")
    }

    /// Values that end right before the middle of their own heading do not stand below that of the labels.
    @Test func noValueBelowTheHeadingOfLabels() throws {
        var page = DrawnPage()
        for (text, middle) in zip(["Industry", "Rate", "Percent"], [86.0, 216, 282.4]) {
            page.centred(text, at: middle, y: 60)
        }
        let rows = [
            ["Durable goods", "5056", "57"], ["Northern district", "488", "(2202)"], ["Total", "(160)", "8610"],
        ]
        for (line, texts) in rows.enumerated() {
            page.text(texts[0], x: 60, y: 76 + 14 * Double(line))
            for (text, end) in zip(texts.dropFirst(), [212.8, 282.5]) {
                page.text(text, x: end - DrawnPage.width(text, 10), y: 76 + 14 * Double(line))
            }
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.texts == [["Industry", "Rate", "Percent"]] + rows, "\(table.texts)")
    }
}
