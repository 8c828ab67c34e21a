import Layout
import ReportModel
import Testing

/// How far apart lines of a stub are, and what they are set in, tells which of them are one label.
@Suite struct EnglishLabelTests {
    private struct Line {
        var text: String
        var indent = 0.0
        /// From the line above.
        var pitch = 14.0
        var isBold = false
        var values: [String] = []
    }

    private static func page(_ lines: [Line]) -> DrawnPage {
        var page = DrawnPage()
        page.page.fonts.append("Bold")
        page.horizontal(88, 60, 400)
        page.horizontal(104, 60, 400)
        page.row(["Type of payment", "Number", "Percent"], x: [60, 250, 340], y: 90)
        var y = 94.0
        for line in lines {
            y += line.pitch
            let start = page.page.glyphs.count
            page.text(line.text, x: 60 + line.indent, y: y)
            if line.isBold { for index in start..<page.page.glyphs.count { page.page.glyphs[index].font = 1 } }
            page.row(line.values, x: [260, 350], y: y)
        }
        page.horizontal(y + 14, 60, 400)
        return page
    }

    private func labels(_ lines: [Line]) throws -> [String] {
        try #require(layout(Self.page(lines)).tables.first).texts.dropFirst().map { $0[0] }
    }

    private static func values(_ row: Int) -> [String] { ["\(417 + 31 * row)", "\(12 + row).7"] }

    /// A section's heading in bold, though its labels begin with a word that had no room beside it.
    @Test(arguments: [0.0, 10]) func aHeadingInBoldOverItsLabels(indent: Double) throws {
        let lines = [
            Line(text: "Sex of householder", isBold: true), Line(text: "Male", indent: indent, values: Self.values(0)),
            Line(text: "Female", indent: indent, values: Self.values(1)),
            Line(text: "Race and ethnicity of the householder", isBold: true),
            Line(text: "White", indent: indent, values: Self.values(2)),
            Line(text: "Black", indent: indent, values: Self.values(3)),
        ]
        #expect(try labels(lines) == lines.map(\.text))
    }

    /// The second line of a label, though its text had room on the first: two rows are nowhere as close.
    @Test func linesThatAreCloserThanRows() throws {
        let lines = [
            Line(text: "Acetone and other solvents of paint", values: Self.values(0)),
            Line(text: "Ammonia", values: Self.values(1)), Line(text: "Antimony", values: Self.values(2)),
            Line(text: "(as Sb)", pitch: 11.5), Line(text: "Arsine", values: Self.values(3)),
            Line(text: "Benzene", values: Self.values(4)),
        ]
        #expect(try labels(lines)[2] == "Antimony\n(as Sb)")
    }

    /// One label of two lines among many of one, its value beside the second: the line before has its own.
    @Test func theOnlyLabelOfTwoLines() throws {
        let texts = [
            "Fund balance with the Treasury", "Accounts and taxes receivable, net", "Loans receivable and other, net",
            "Total intragovernmental assets net", "Cash and other monetary assets net",
        ]
        var lines = texts.enumerated().map { Line(text: $1, values: Self.values($0)) }
        lines.append(Line(text: "Property and plant and equipment,"))
        lines.append(Line(text: "equipment (Note 9)", pitch: 11.5, values: Self.values(7)))
        lines.append(Line(text: "Other assets and all that are left", values: Self.values(8)))
        let found = try labels(lines)
        #expect(found == texts + ["Property and plant and equipment,\nequipment (Note 9)", lines[7].text])
    }
}
