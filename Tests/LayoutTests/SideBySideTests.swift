import Layout
import ReportModel
import Testing

/// Two tables beside each other.
@Suite struct SideBySideTests {
    private let left = [["项目", "本年", "上年"], ["青榆镇", "12", "8"], ["栖湖镇", "34", "21"], ["望川镇", "5", "9"]]
    private let right = [["部门", "受理", "办结"], ["教育局", "102", "98"], ["公安局", "77", "70"], ["民政局", "15", "15"]]

    private func print(
        _ rows: [[String]], on page: inout DrawnPage, x: Double, top: Double, pitch: Double = 16, width: Double = 60
    ) {
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                let end = x + 30 + width * Double(column)
                let start = column == 0 ? x : end - DrawnPage.width(text, 10)
                page.text(text, x: start, y: top + pitch * Double(row))
            }
        }
    }

    /// The space between them is far wider than any other.
    @Test func farApart() {
        var page = DrawnPage()
        print(left, on: &page, x: 60, top: 100)
        print(right, on: &page, x: 300, top: 100)
        #expect(layout(page).tables.map(\.texts) == [left, right])
    }

    /// The same spaces, but no head over the second labels: one table.
    @Test func oneHeadAlone() {
        var page = DrawnPage()
        print([["", "", ""]] + left.dropFirst(), on: &page, x: 60, top: 100)
        print([["", "", ""]] + right.dropFirst(), on: &page, x: 300, top: 100)
        #expect(layout(page).tables.count == 1)
    }

    @Test func rowsOnHeightsOfTheirOwn() {
        var page = DrawnPage()
        print(left, on: &page, x: 60, top: 100)
        print(right, on: &page, x: 232, top: 104, pitch: 19)
        #expect(layout(page).tables.map(\.texts) == [left, right])
    }

    @Test(arguments: [false, true])
    func rulesOfTheirOwn(areApart: Bool) {
        var page = DrawnPage()
        print(left, on: &page, x: 60, top: 100)
        print(right, on: &page, x: 232, top: 100)
        for y in [96.0, 114, 164] {
            if areApart {
                page.horizontal(y, 55, 215)
                page.horizontal(y, 228, 390)
            } else {
                page.horizontal(y, 55, 390)
            }
        }
        #expect(layout(page).tables.map(\.texts) == (areApart ? [left, right] : [zip(left, right).map { $0 + $1 }]))
    }
}
