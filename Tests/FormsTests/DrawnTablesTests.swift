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

    /// The same beside a label that needs no second line: two rows would have two labels.
    @Test func largeFiguresBesideAShortLabel() {
        let rule = Self.rule("+")
        let lines =
            [rule]
            + ExtractedTextTests.rows { label, cells in
                guard label.hasPrefix("（一）") else { return [Self.row([label] + cells), rule] }
                let large = ["34", "16", "11", "10", "12", "17", "100"]
                return [
                    Self.row([label] + large.map { String($0.prefix(1)) }),
                    Self.row([""] + large.map { String($0.dropFirst()) }), rule,
                ]
            }
        #expect(ExtractedTextTests.read(lines)("granted/natural_person")?.amount == 34)
        #expect(ExtractedTextTests.read(lines)("granted/total")?.amount == 100)
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

    /// Pandoc says beside a text which language it is in, and breaks that over lines as well.
    @Test func textsWithWhatIsSaidOfThem() {
        let rule = Self.rule("+")
        let lines =
            [rule]
            + ExtractedTextTests.rows { label, cells in
                let said = { (text: String) in "[\(text)]{lang=\"EN-US\"}" }
                let broken = cells.map { ["[\($0)]{la", "ng=\"EN", "-US\"}"] }
                return (0..<3).map { line in Self.row([line == 0 ? said(label) : ""] + broken.map { $0[line] }) } + [
                    rule
                ]
            }
        let figure = ExtractedTextTests.read(lines)
        for (id, value) in [("new/natural_person", 40), ("new/total", 48), ("refused.process/research", 1)] {
            #expect(figure(id)?.amount?.count == value, "\(id)")
            #expect(figure(id)?.status == .ok, "\(id) \(figure(id)?.doubts ?? [])")
        }
    }

    /// Without empty lines between them, every line is a row.
    @Test func columnsDrawnAsDashesWithoutAHead() {
        let widths = [36] + Array(repeating: 6, count: 7)
        let dashes = "  " + widths.map { String(repeating: "-", count: $0) }.joined(separator: " ")
        let rows = ExtractedTextTests.rows { label, cells in
            let padded = zip([label] + cells, widths).map { text, width in
                let squares = text.unicodeScalars.reduce(0) { $0 + ($1 == "“" || $1 == "”" ? 1 : $1.squares) }
                return text + String(repeating: " ", count: width - squares)
            }
            return ["  " + padded.joined(separator: " ")]
        }
        let figure = ExtractedTextTests.read([dashes] + rows + [dashes])
        for (id, count) in [("granted/total", 15), ("refused.process/research", 1)] {
            #expect(figure(id)?.amount == Amount(count))
            #expect(figure(id)?.status == .ok)
        }
    }

    /// Columns drawn as dashes: blank cells are seen, and a label's lines are one. What stands on a border says that the
    /// dashes are no columns.
    @Test(arguments: [0, 6]) func columnsDrawnAsDashes(shift: Int) {
        let widths = [36] + Array(repeating: 6, count: 7)
        let dashes = "  " + widths.map { String(repeating: "-", count: $0) }.joined(separator: " ")
        let rule = "  " + String(repeating: "-", count: dashes.count - 2)
        func line(_ cells: [String]) -> String {
            let padded = zip(cells, widths).map { text, width in
                let squares = text.unicodeScalars.reduce(0) { $0 + ($1 == "“" || $1 == "”" ? 1 : $1.squares) }
                return text + String(repeating: " ", count: width - squares)
            }
            return "  " + padded.joined(separator: " ")
        }
        let rows = ExtractedTextTests.rows { label, cells in
            guard label.hasPrefix("1") else { return [line([label] + cells), ""] }
            // 1.属于 / 国家秘密, two blank cells, and its figures off their columns.
            let blank = cells.enumerated().map { [2, 3].contains($0.offset) ? "" : $0.element }
            return [
                line(["1.属于"] + Array(repeating: "", count: 7)),
                String(repeating: " ", count: shift) + line(["国家秘密"] + blank), "",
            ]
        }
        let head = line(["", "自然人", "企业", "机构", "组织", "法律", "其他", "总计"])
        let figure = ExtractedTextTests.read([rule, head, dashes] + rows + [rule])
        #expect(figure("granted/total")?.amount == 15)
        #expect(figure("refused.state_secret/total")?.amount == 1)
        #expect((figure("refused.state_secret/social")?.status == .empty) == (shift == 0))
        #expect((figure("refused.state_secret/legal_service")?.status == .ok) == (shift == 0))
    }
}
