import ReportModel
import Testing

@testable import Layout

/// Ruled tables whose lines are lost in places.
@Suite struct LostLineTests {
    /// Rows of a label and three values; the cells of `joined` lie together, as far as lines say.
    private func page(joined: [DrawnPage.Square], values: [[String]]) -> DrawnPage {
        var page = DrawnPage()
        let columns: [Double] = [100, 220, 270, 320, 370]
        let rows = (0...values.count).map { 100 + 30 * Double($0) }
        var squares: [DrawnPage.Square] = joined
        for row in values.indices {
            for column in 0..<4 where !joined.contains(where: { $0.covers(row, column) }) {
                squares.append(DrawnPage.Square(row: row, column: column, text: ""))
            }
        }
        page.table(squares, columns: columns, rows: rows)
        for (row, texts) in values.enumerated() {
            for (column, text) in texts.enumerated() where !text.isEmpty {
                page.text(text, x: columns[column] + 4, y: rows[row] + 9)
            }
        }
        return page
    }

    private let values = [
        ["甲", "12", "5", "17"], ["乙", "0", "31", "31"], ["丙", "8", "0", "8"], ["丁", "6", "7", "13"],
    ]

    @Test func valuesStandWhereTheirColumnsDo() {
        let joined = DrawnPage.Square(row: 2, column: 1, columnSpan: 2, text: "")
        #expect(layout(page(joined: [joined], values: values)).tables.first?.texts == values)
    }

    @Test func aLabelAndItsValuesInOneCell() {
        let joined = DrawnPage.Square(row: 1, column: 0, columnSpan: 3, text: "")
        #expect(layout(page(joined: [joined], values: values)).tables.first?.texts == values)
    }

    /// The number of a merged cell stands in its middle, where no column has its values.
    @Test func aNumberOverTwoColumnsStaysOne() {
        var values = values
        values[2] = ["丙", "", "", "8"]
        let joined = DrawnPage.Square(row: 2, column: 1, columnSpan: 2, text: "1 234")
        let table = layout(page(joined: [joined], values: values)).tables.first
        #expect(table?.cell(2, 1)?.text == "1 234")
        #expect(table?.cell(2, 1)?.columnSpan == 2)
    }

    @Test func labelsThatLostTheLineBetweenThem() {
        let joined = DrawnPage.Square(row: 2, column: 0, rowSpan: 2, text: "")
        #expect(layout(page(joined: [joined], values: values)).tables.first?.texts == values)
    }

    /// A group's label of two lines beside two rows that have labels of their own.
    @Test func aLabelOfTwoLinesStaysOne() {
        var page = DrawnPage()
        var squares = [DrawnPage.Square(row: 0, column: 0, rowSpan: 2, text: "")]
        for (row, texts) in [["甲", "12"], ["乙", "31"]].enumerated() {
            for (column, text) in texts.enumerated() {
                squares.append(DrawnPage.Square(row: row, column: column + 1, text: text))
            }
        }
        page.table(squares, columns: [100, 160, 220, 280], rows: [100, 120, 140])
        page.text("办理", x: 110, y: 104)
        page.text("结果", x: 110, y: 124)
        #expect(layout(page).tables.first?.cell(0, 0)?.text == "办理\n结果")
    }

    /// The border below a row of values stands a little lower than the one below its label.
    @Test func bordersThatStandTwice() {
        var page = DrawnPage()
        let squares = [
            DrawnPage.Square(row: 0, column: 0, text: "甲"), DrawnPage.Square(row: 0, column: 1, rowSpan: 2, text: "12"),
            DrawnPage.Square(row: 1, column: 0, rowSpan: 2, text: "乙"), DrawnPage.Square(row: 2, column: 1, text: "31"),
            DrawnPage.Square(row: 3, column: 0, text: "丙"), DrawnPage.Square(row: 3, column: 1, text: "8"),
        ]
        page.table(squares, columns: [100, 200, 300], rows: [100, 124, 132, 156, 180])
        #expect(layout(page).tables.first?.texts == [["甲", "12"], ["乙", "31"], ["丙", "8"]])
    }

    @Test func aBlankPieceBesideACellThatGoesOn() {
        var page = DrawnPage()
        let squares = [
            DrawnPage.Square(row: 0, column: 0, text: "甲"), DrawnPage.Square(row: 0, column: 1, rowSpan: 2, text: "12"),
            DrawnPage.Square(row: 1, column: 0, text: ""),
            DrawnPage.Square(row: 2, column: 0, text: "乙"), DrawnPage.Square(row: 2, column: 1, text: "31"),
        ]
        page.table(squares, columns: [100, 200, 300], rows: [100, 124, 134, 158])
        #expect(layout(page).tables.first?.texts == [["甲", "12"], ["乙", "31"]])
    }
}

extension DrawnPage.Square {
    fileprivate func covers(_ row: Int, _ column: Int) -> Bool {
        self.row..<self.row + rowSpan ~= row && self.column..<self.column + columnSpan ~= column
    }
}
