import Testing

@testable import Forms

@Suite struct BarredCellsTests {
    /// A table of four columns as an extractor of web pages writes it.
    private static let lines = [
        "第二十条第（一）项 |", "|||", "信息内容 |", "本年制发件数 |", "本年废止件数 |", "现行有效件数 |", "规章 |", "3 |", "|", "7 |",
        "第二十条第（五）项 |", "|||", "信息内容 |", "本年处理决定数量 |", "||", "行政许可 |", "12 |", "||",
    ]

    private static func cells(_ lines: [String]) -> [Int: [String]] {
        BarredCells.rows(of: lines).mapValues { $0.line.cells.map(\.text) }
    }

    @Test func rowsComeToTheSameNumberOfBars() {
        let rows = Self.cells(Self.lines)
        #expect(rows[2] == ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"])
        #expect(rows[6] == ["规章", "3", "", "7"])
        #expect(rows[15] == ["行政许可", "12"])
        #expect(rows.count == 6)
    }

    @Test func theBarsAtTheEndCanBeLost() {
        #expect(Self.cells(Self.lines.dropLast()) == Self.cells(Self.lines))
    }

    @Test func barsOnTheirOwnLinesAreTheSame() {
        let lines = Self.lines.flatMap { line -> [String] in
            line.hasSuffix(" |") ? [String(line.dropLast(2)), "|"] : [line]
        }
        #expect(Set(Self.cells(lines).values) == Set(Self.cells(Self.lines).values))
    }

    /// A bar that is lost leaves no way to cut the others into rows.
    @Test func aLostBarLeavesTheTableAsItIs() {
        var lines = Self.lines
        lines.remove(at: 8)
        #expect(Self.cells(lines).isEmpty)
    }

    @Test func aPageNumberIsNoCellAndANegativeFigureIsOne() {
        var lines = Self.lines
        lines[7] = "-3 |"
        lines.insert("- 4 -", at: 7)
        #expect(Self.cells(lines)[6] == ["规章", "-3", "", "7"])
        lines = Self.lines.flatMap { $0 == "3 |" ? ["-3", "|"] : [$0] }
        #expect(Self.cells(lines)[6] == ["规章", "-3", "", "7"])
    }

    @Test(arguments: [
        ("| 行政许可 | 0 |||", ["行政许可", "0"]),
        ("| 行政许可 | 0 | ||", ["行政许可", "0"]),
        ("| 规章 | 0 |  ||", ["规章", "0", ""]),
        ("|规章|0|||", ["规章", "0", "", ""]),
    ])
    func barsWithoutASpaceBetweenThemAreCoveredSquares(line: String, cells: [String]) {
        #expect(DumpLine(line, number: 1).cells.map(\.text) == cells)
    }
}
