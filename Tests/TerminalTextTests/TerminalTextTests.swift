import GxTestSupport
import TerminalText
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("政府", 4), ("ｶﾅ", 2), ("，。：；", 8), ("“”—…", 4), ("１２", 4), ("é", 1), ("e\u{301}", 1),
        ("가", 2), ("😀", 2), ("│┼─", 3), ("\u{200B}\u{FEFF}", 0), ("𠮷", 2), ("\u{1B}", 0), ("①", 1), ("〇", 2),
    ])
    func widthOf(text: String, width: Int) {
        #expect(text.displayWidth == width)
    }
}

@Suite struct FittingTests {
    @Test func pads() {
        #expect("政府".padded(to: 6) == "政府  ")
        #expect("政府".padded(to: 7, .centre) == " 政府  ")
        #expect("12".padded(to: 5, .right) == "   12")
        #expect("政府信息".padded(to: 3) == "政府信息")
    }

    @Test(arguments: [("政府信息", 8, "政府信息"), ("政府信息", 7, "政府信…"), ("政府信息", 6, "政府…"), ("abc", 2, "a…"), ("abc", 0, "")])
    func cuts(text: String, width: Int, result: String) {
        #expect(text.cut(to: width) == result)
        #expect(text.cut(to: width).displayWidth <= max(width, 0) || width == 0)
    }

    @Test(arguments: [
        ("政府信息公开", 6, ["政府信", "息公开"]),
        ("申请，数量", 5, ["申", "请，", "数量"]),
        ("“三安全”稳定", 6, ["“三安", "全”稳", "定"]),
        ("give the files inside", 9, ["give the", "files", "inside"]),
        ("用 --password-file 给出", 12, ["用", "--password-f", "ile 给出"]),
        ("一\n二", 10, ["一", "二"]),
        ("", 10, [""]),
    ])
    func wraps(text: String, width: Int, lines: [String]) {
        #expect(text.wrapped(to: width) == lines)
    }

    /// Nothing is lost but spaces, and no line is too long.
    @Test func wrapsAnything() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let letters = Array("政府信息公开，。（）“”ab c1—…é ")
        for _ in 0..<500 {
            let text = String(
                (0..<Int.random(in: 0..<40, using: &generator)).compactMap { _ in
                    letters.randomElement(using: &generator)
                })
            let width = Int.random(in: 4..<20, using: &generator)
            let lines = text.wrapped(to: width)
            #expect(lines.allSatisfy { $0.displayWidth <= width }, "seed \(seed)")
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "seed \(seed)")
        }
    }

    @Test func printsNothingThatATerminalObeys() {
        #expect("a\u{1B}[31mb\u{7}\nc\t\u{202E}d\u{9B}".printable == "a\u{FFFD}[31mb\u{FFFD} c \u{FFFD}d\u{FFFD}")
        #expect("政府（1）".printable == "政府（1）")
    }
}

@Suite struct GridTests {
    @Test func drawsSpansAndWideCharacters() {
        let grid = Grid(
            widths: [4, 2, 2],
            rows: [
                Grid.Row([Grid.Cell("政府信息", span: 3, .centre)], hasRuleBelow: true),
                Grid.Row([Grid.Cell("甲"), Grid.Cell("1", .right), Grid.Cell("22", .right)]),
                Grid.Row([Grid.Cell("乙丙丁", indent: 2), Grid.Cell("3", span: 2, .right)]),
            ])
        #expect(
            grid.text(Paint(isColoured: false)) == """
                ┌────────────────┐
                │    政府信息    │
                ├──────┬────┬────┤
                │ 甲   │  1 │ 22 │
                │   乙 │       3 │
                │   丙 │         │
                │   丁 │         │
                └──────┴─────────┘

                """)
        #expect(grid.width == 18)
    }

    @Test func coloursDoNotChangeTheWidth() {
        let grid = Grid(widths: [4], rows: [Grid.Row([Grid.Cell("1", .right, styles: [.red, .bold])])])
        #expect(grid.text(Paint(isColoured: true)).contains("│ \u{1B}[31;1m   1\u{1B}[0m │"))
    }
}
