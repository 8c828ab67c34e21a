import Layout
import ReportModel
import Testing

/// Which lines of a stub are one label, and the marks of notes that stand on them.
@Suite struct LabelLineTests {
    private static func rows(_ labels: [(text: String, indent: Double, hasValues: Bool)]) -> DrawnPage {
        var page = DrawnPage()
        for y in [88.0, 104, 108 + 12 * Double(labels.count)] { page.horizontal(y, 60, 400) }
        page.row(["Type of payment", "Number", "Percent"], x: [60, 230, 320], y: 90)
        for (row, label) in labels.enumerated() {
            let y = 106 + 12 * Double(row)
            page.text(label.text, x: 60 + label.indent, y: y)
            guard label.hasValues else { continue }
            page.row(["\(417 + 31 * row)", "\(12 + row).7"], x: [240, 330], y: y)
        }
        return page
    }

    private func labels(_ page: DrawnPage) throws -> [String] {
        try #require(layout(page).tables.first).texts.dropFirst().map { $0[0] }
    }

    /// A line that hangs further left than the one before is none of its text.
    @Test func aHeadingFurtherLeftThanTheRowAboveIt() throws {
        let lines = [
            ("Retirement insurance", 0.0, false), ("Retired workers of any age", 12, true),
            ("Spouses of retired workers", 12, true), ("Survivors insurance", 0, false),
            ("Children of dead workers", 12, true), ("Parents of dead workers", 12, true),
            ("Disability insurance", 0, false), ("Workers who are disabled", 12, true),
        ]
        #expect(try labels(Self.rows(lines)) == lines.map(\.0))
    }

    /// A heading ends with a colon: the rows below it are none of its lines, and it is none of those of the row above.
    @Test func headingsThatEndWithAColon() throws {
        let lines = [
            ("Individual taxes", 0.0, true), ("Corporation taxes", 0, true),
            ("Insurance and retirement receipts:", 0, false),
            ("General retirement, off budget", 0, true), ("Debt held by the public so far", 0, true),
            ("Memorandum:", 0, false), ("Gross product", 0, true),
        ]
        #expect(try labels(Self.rows(lines)) == lines.map(\.0))
    }

    /// The mark of a note is set higher than its text, before it or behind it, in smaller type.
    @Test func marksOfNotes() throws {
        var page = Self.rows([
            ("Total", 0, true), ("Military construction", 0, true), ("Housing", 0, true), ("Other", 0, true),
        ])
        page.text("a", x: 165.3, y: 117.3, size: 6.2)
        #expect(try labels(page)[1] == "Military constructiona")
    }

    /// Errors in brackets below some of a row's figures are a row of their own: not every column has some.
    @Test func errorsBelowSomeFigures() throws {
        var page = DrawnPage()
        for y in [88.0, 104, 192] { page.horizontal(y, 60, 400) }
        let rows = [
            ["", "(1)", "(2)", "(3)"], ["Treatment", "0.042", "0.039", "0.038"], ["", "(0.012)", "(0.012)", "(0.016)"],
            ["Income", "", "-0.004", "-0.004"], ["", "", "(0.002)", "(0.002)"],
            ["Observations", "4210", "4198", "4102"],
        ]
        for (row, texts) in rows.enumerated() {
            page.row(texts, x: [60, 180, 250, 320], y: 91 + 15 * Double(row))
        }
        let table = try #require(layout(page).tables.first)
        #expect(table.texts == rows)
    }
}
