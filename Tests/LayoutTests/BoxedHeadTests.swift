import Layout
import ReportModel
import Testing

/// Tables as American statistics print them: boxes around the headings, one box around all rows below them.
@Suite struct BoxedHeadTests {
    private static let top = 80.0
    private static let end = 360.0

    /// Boxes around two headings of two columns each, and one beside them.
    private static func head(on page: inout DrawnPage, _ bottom: Double) {
        for y in [top, 114, end] { page.horizontal(y, 60, 460) }
        page.horizontal(97, 180, 460)
        for x in [60.0, 460] { page.vertical(x, top, end) }
        for x in [180.0, 320] { page.vertical(x, top, bottom) }
        for x in [250.0, 390] { page.vertical(x, 97, bottom) }
        page.text("Status", x: 100, y: 92)
        page.centred("Not adjusted", at: 250, y: 82)
        page.centred("Adjusted", at: 390, y: 82)
        for (column, x) in [215.0, 285, 355, 425].enumerated() { page.centred("\(2011 + column % 2)", at: x, y: 100) }
    }

    /// Headings between the rows reach over the lines of the head, which the rows do not have.
    @Test func headingsOverTheRowsOfABoxedHead() throws {
        var page = DrawnPage()
        Self.head(on: &page, 114)
        var y = 118.0
        for section in ["Men, 16 years and over", "Women, 16 years and over"] {
            page.centred(section, at: 260, y: y)
            for (row, label) in ["Labor force", "Employed", "Unemployed", "Other"].enumerated() {
                page.text(label, x: 64, y: y + 14 * Double(row + 1))
                for (column, x) in [215.0, 285, 355, 425].enumerated() {
                    page.centred("\(3120 + 7 * row + column)", at: x, y: y + 14 * Double(row + 1))
                }
            }
            y += 72
        }
        let tables = layout(page).tables
        let table = try #require(tables.first)
        #expect(tables.count == 1 && table.rowCount == 12 && table.columnCount == 5, "\(table.texts)")
        #expect(table.cells.filter { $0.row == 0 && $0.columnSpan == 2 }.map(\.text) == ["Not adjusted", "Adjusted"])
        #expect(table.cells.first { $0.text == "Status" }?.rowSpan == 2)
        #expect(table.cells.filter(\.isHeader).map(\.row).max() == 1)
        #expect(table.texts[3] == ["Labor force", "3120", "3121", "3122", "3123"])
        #expect(table.cells.contains { $0.row == 2 && $0.text == "Men, 16 years and over" })
    }

    /// A figure and its error stand below one boxed heading, each in a column.
    @Test func figuresAndErrorsBelowOneHeading() throws {
        var page = DrawnPage()
        for y in [Self.top, 97, 260] { page.horizontal(y, 60, 460) }
        for x in [160.0, 310] { page.vertical(x, Self.top, x < 200 ? 260 : 97) }
        page.text("State", x: 64, y: 82)
        page.centred("Number", at: 235, y: 82)
        page.centred("Percent", at: 385, y: 82)
        for (row, label) in ["Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado"].enumerated() {
            let y = 100 + 16 * Double(row)
            page.text(label, x: 64, y: y)
            for (x, text) in [(180.0, "4\(row)15"), (250, "(3\(row).7)"), (330, "2\(row).6"), (400, "(0.\(row)1)")] {
                page.text(text, x: x, y: y)
            }
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.columnCount == 5, "\(table.texts)")
        #expect(table.cells.filter { $0.row == 0 && $0.columnSpan == 2 }.map(\.text) == ["Number", "Percent"])
        #expect(table.texts.last == ["Colorado", "4515", "(35.7)", "25.6", "(0.51)"])
    }

    /// Several headings without lines between them stand in one box: all of the table is aligned text.
    @Test func severalHeadingsInOneBox() throws {
        var page = DrawnPage()
        for y in [Self.top, 97, 190] { page.horizontal(y, 60, 460) }
        for x in [60.0, 180, 460] { page.vertical(x, Self.top, 190) }
        page.text("Answers", x: 64, y: 82)
        for (x, text) in [(215.0, "Freq."), (305, "Percent"), (405, "Cum.")] { page.text(text, x: x, y: 82) }
        for row in 0..<5 {
            let y = 100 + 16 * Double(row)
            page.text("\(row) of them", x: 64, y: y)
            for (x, text) in [(220.0, "13\(row)"), (310, "6.\(row)"), (410, "4\(row).9")] {
                page.text(text, x: x, y: y)
            }
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.texts.first == ["Answers", "Freq.", "Percent", "Cum."], "\(table.texts)")
    }

    /// The lines of a chart's frame with its numbers inside and a legend below are no head.
    @Test func aFrameWithoutHeadings() throws {
        var page = DrawnPage()
        for y in [Self.top, 200, 220] { page.horizontal(y, 60, 460) }
        for x in [60.0, 460] { page.vertical(x, Self.top, 220) }
        page.vertical(250, 200, 220)
        for row in 0..<5 {
            for x in [80.0, 180, 280, 380] { page.text("3\(row).5", x: x, y: 90 + 20 * Double(row)) }
        }
        page.text("Men", x: 80, y: 204)
        page.text("Women", x: 280, y: 204)
        #expect(layout(page).tables.allSatisfy { $0.rowCount < 3 })
    }

    /// Lines stand around the headings alone: the rows below are the same table's.
    @Test func aHeadWhoseRowsHaveNoLines() throws {
        var page = DrawnPage()
        for y in [Self.top, 114] { page.horizontal(y, 60, 460) }
        page.horizontal(97, 180, 460)
        for x in [180.0, 320] { page.vertical(x, Self.top, 114) }
        for x in [250.0, 390] { page.vertical(x, 97, 114) }
        page.text("Branch", x: 100, y: 92)
        page.centred("This month", at: 250, y: 82)
        page.centred("Last year", at: 390, y: 82)
        for (column, x) in [215.0, 285, 355, 425].enumerated() {
            page.centred(column % 2 == 0 ? "Gross" : "Net", at: x, y: 100)
        }
        page.text("Legislative Branch:", x: 64, y: 118)
        for (row, label) in ["Senate", "House", "Library", "Total"].enumerated() {
            let y = 132 + 14 * Double(row)
            page.text(label, x: 72, y: y)
            for (column, x) in [215.0, 285, 355, 425].enumerated() {
                page.centred("\(312 + 7 * row + column)", at: x, y: y)
            }
        }
        let tables = layout(page).tables
        let table = try #require(tables.first)
        #expect(tables.count == 1 && table.rowCount == 7 && table.columnCount == 5, "\(table.texts)")
        #expect(table.texts[2][0] == "Legislative Branch:")
        #expect(table.cells.filter { $0.row == 0 && $0.columnSpan == 2 }.map(\.text) == ["This month", "Last year"])
    }

    /// What stands in one box of such a head is one heading, however wide its lines are.
    @Test func wideLinesInABoxOfAHead() throws {
        var page = DrawnPage()
        for y in [Self.top, 114] { page.horizontal(y, 60, 460) }
        for x in [60.0, 120, 160, 200, 460] { page.vertical(x, Self.top, 114) }
        for (text, x) in [("Name", 90.0), ("Goal", 140), ("Limit", 180)] { page.centred(text, at: x, y: 91) }
        page.centred("Common sources of contaminant in drinking", at: 330, y: 84)
        page.centred("water", at: 330, y: 98)
        for (row, label) in ["Alachlor", "Barium", "Bromate", "Copper"].enumerated() {
            let y = 118 + 16 * Double(row)
            page.horizontal(y + 13.5, 60, 460)
            page.row([label, "\(row)", "0.\(row)5", "Runoff from crops"], x: [64, 138, 172, 292], y: y)
        }
        let table = try #require(layout(page).tables.first)
        #expect(
            table.texts.first == ["Name", "Goal", "Limit", "Common sources of contaminant in drinking\nwater"],
            "\(table.texts)")
    }

    /// Boxes around years alone are a head too; around figures they are a table of their own.
    @Test func boxesAroundFigures() throws {
        var page = DrawnPage()
        page.table([["Men", "31", "17"], ["Women", "28", "19"]], x: [60, 180, 320, 460], top: 80)
        for (row, label) in ["Senate", "House", "Library", "Total"].enumerated() {
            page.row([label, "31\(row)", "41\(row)"], x: [64, 240, 380], y: 131 + 14 * Double(row))
        }
        let tables = layout(page).tables
        #expect(tables.first?.texts == [["Men", "31", "17"], ["Women", "28", "19"]])
        #expect(tables.count == 2)
    }

    /// A row of one heading has no lines at its sides: what stands below it has lines of its own.
    @Test func rowsWithLinesBelowAHead() throws {
        var page = DrawnPage()
        let x = [60.0, 180, 250, 320, 390]
        page.table([["Term", "Drug", "Low", "None"]], x: x, top: 80, rowHeight: 20)
        page.table([["Nausea", "40", "39", "19"], ["Diarrhea", "83", "64", "18"]], x: x, top: 108, rowHeight: 20)
        let tables = layout(page).tables
        #expect(tables.map(\.rowCount) == [1, 2])
        #expect(tables.allSatisfy { $0.construction == .ruled })
    }
}
