import ReportModel
import Testing

@testable import Forms

/// Tables that a program drew in characters.
@Suite struct DrawnTablesTests {
    private static func rule(_ joint: String) -> String {
        "\(joint)------" + String(repeating: "\(joint)----", count: 7) + joint
    }

    private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    /// A row whose label and large figures go on over two lines.
    private static func halved(_ label: String, _ cells: [String]) -> [String] {
        let half = label.index(label.startIndex, offsetBy: 2)
        return [
            row([String(label[..<half])] + cells.map { $0.count > 1 ? String($0.prefix(1)) : $0 }),
            row([String(label[half...])] + cells.map { $0.count > 1 ? String($0.dropFirst()) : "" }),
        ]
    }

    /// A table drawn in characters: labels and large figures go on over several lines of their cells.
    @Test(arguments: ["+", "├"]) func drawnTables(joint: String) {
        let rule = Self.rule(joint)
        let lines =
            [rule]
            + ExtractedTextTests.rows { Self.halved($0, $1) + [rule] }
        let figure = ExtractedTextTests.read(lines)
        for (id, value) in [
            ("new/natural_person", 40), ("new/total", 48), ("granted/total", 15), ("refused.process/research", 1),
        ] {
            #expect(figure(id)?.amount?.count == value, "\(id)")
            #expect(figure(id)?.status == .ok, "\(id) \(figure(id)?.doubts ?? [])")
        }
    }

    /// Every figure of a row goes on over as many lines as its label.
    @Test func largeFiguresAlone() {
        let rule = Self.rule("+")
        let lines =
            [rule]
            + ExtractedTextTests.rows { label, cells in
                let large = ["34", "16", "11", "10", "12", "17", "100"]
                return (label.hasPrefix("（二）") ? Self.halved(label, large) : [Self.row([label] + cells)]) + [rule]
            }
        #expect(ExtractedTextTests.read(lines)("partly_granted/natural_person")?.amount == 34)
        #expect(ExtractedTextTests.read(lines)("partly_granted/total")?.amount == 100)
    }

    /// The one row without a label, with two lines in every cell, is no sign that the others are several rows each.
    @Test func largeFiguresBelowThatHaveNoLabel() {
        let rule = Self.rule("+")
        let lines =
            [rule]
            + ExtractedTextTests.rows { Self.halved($0, $1) + [rule] }
        let last = ["12", "34"].map { digits in Self.row([""] + Array(repeating: digits, count: 7)) }
        let figure = ExtractedTextTests.read(lines + last + [rule])
        #expect(figure("new/total")?.amount == 48)
        #expect(figure("granted/total")?.status == .ok)
    }

    /// Two lines of figures beside one label: neither is the row.
    @Test func figuresOverTwoLinesOfAnUnruledTable() {
        let large = [6189, 1458, 114, 326, 627, 267, 8981]
        let lines = ExtractedTextTests.rows.flatMap { label, cells -> [String] in
            let isLarge = label.hasPrefix("（二）")
            guard isLarge else { return [Self.row([label] + ExtractedTextTests.text(cells))] }
            let halves = [large.map { String(String($0).dropLast(2)) }, large.map { String(String($0).suffix(2)) }]
            return label.enumerated().map { Self.row([String($1)] + ($0 < 2 ? halves[$0] : large.map { _ in "" })) }
        }
        let rows = ExtractedTextTests.rows.map { ($0.0, $0.0.hasPrefix("（二）") ? large : $0.1) }
        #expect(
            ExtractedTextTests.wrong(ExtractedTextTests.read(lines), rows.map { ($0.0, $0.1.map(Optional.init)) }) == []
        )
    }

    /// Rules between groups of rows alone: no two of them are one.
    @Test func rulesBetweenGroups() {
        let rule = Self.rule("+")
        var lines = [rule]
        for (index, row) in ExtractedTextTests.rows.enumerated() {
            lines.append(Self.row([row.0] + ExtractedTextTests.text(row.1)))
            if index % 2 == 1 { lines.append(rule) }
        }
        let figure = ExtractedTextTests.read(lines)
        #expect(figure("carried_over/total")?.amount == 3)
        #expect(figure("new/total")?.amount == 48)
    }
}
