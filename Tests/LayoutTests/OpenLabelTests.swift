import Layout
import ReportModel
import Testing

/// Tables with lines around their heads and figures, and none around the labels.
@Suite struct OpenLabelTests {
    private static let head = ["信息内容", "本年制发", "本年废止", "现行有效"]
    private static let rows = [["规章", "12", "33", "24"], ["文件", "16", "62", "31"], ["公告", "21", "30", "42"]]
    private let x = [70.0, 200, 300, 400, 500]

    private func draw(_ rows: [[String]], from column: Int = 0, on page: inout DrawnPage, top: Double) {
        page.table(rows.map { Array($0[column...]) }, x: Array(x[column...]), top: top)
    }

    @Test func labelsInRowsThatNothingClosesAreOfTheTable() {
        var page = DrawnPage()
        draw([Self.head], on: &page, top: 100)
        draw(Self.rows, from: 1, on: &page, top: 124)
        for (index, row) in Self.rows.enumerated() { page.centred(row[0], at: 135, y: 130 + 24 * Double(index)) }
        let found = layout(page)
        #expect(found.tables.map(\.texts) == [[Self.head] + Self.rows])
        #expect(found.lines.isEmpty)
    }

    /// The rows overleaf have no head that says where the labels' column begins.
    @Test func labelsBesideAGridAreOfTheTable() {
        var page = DrawnPage()
        draw(Self.rows, from: 1, on: &page, top: 100)
        for (index, row) in Self.rows.enumerated() { page.centred(row[0], at: 135, y: 106 + 24 * Double(index)) }
        #expect(layout(page).tables.map(\.texts) == [Self.rows])
    }

    @Test func proseBesideAGridOfFiguresIsNone() {
        var page = DrawnPage()
        draw(Self.rows, from: 1, on: &page, top: 100)
        for line in 0..<9 { page.text("正文一行接着一行写", x: 70, y: 64 + 14 * Double(line)) }
        #expect(layout(page).tables.map(\.texts) == [Self.rows.map { Array($0[1...]) }])
    }

    @Test func numbersOfLinesBesideATableAreNone() {
        var page = DrawnPage()
        draw([Self.head] + Self.rows, on: &page, top: 100)
        for line in 0..<4 { page.text("\(line + 7)", x: 40, y: 106 + 24 * Double(line)) }
        #expect(layout(page).tables.map(\.texts) == [[Self.head] + Self.rows])
    }
}
