import Testing

@testable import Scans

struct ProvenRowTests {
    /// A grid of one row: a label, then figures.
    private func grid(columns: Int) -> TableGrid {
        let edges = (0...columns).map { Double($0) * 50 }
        return TableGrid(
            rowEdges: [0, 30], columnEdges: edges,
            corners: [0.0, 30].map { y in edges.map { .init(x: $0, y: y) } },
            cells: (0..<columns).map { .init(rows: 0..<1, columns: $0..<$0 + 1) },
            horizontalSides: [], verticalSides: [])
    }

    private func figures(_ texts: [String?], confidence: Double = 0.99) -> [(FigureReadout, pieces: Int)?] {
        texts.map { text in text.map { (FigureReadout(text: $0, confidence: confidence), pieces: $0.count) } }
    }

    @Test func aRowThatAddsUpIsProven() {
        let row = figures([nil, "3", "0", "12", "0", "0", "1", "16"])
        #expect(ProvenRows.cells(of: grid(columns: 8), figures: row) == Set(1...7))
    }

    @Test(
        arguments: [
            [nil, "3", "0", "12", "0", "0", "1", "17"], [nil, "3", "0", "12", nil, "0", "1", "16"],
            [nil, "3", "0", "1.2", "0", "0", "1", "16"], ["4", "12"],
        ] as [[String?]])
    func otherRowsAreNot(texts: [String?]) {
        #expect(ProvenRows.cells(of: grid(columns: texts.count), figures: figures(texts)).isEmpty)
    }

    @Test func aDoubtfulReadingProvesNothing() {
        let row = figures([nil, "3", "0", "12", "0", "0", "1", "16"], confidence: 0.9)
        #expect(ProvenRows.cells(of: grid(columns: 8), figures: row).isEmpty)
    }

    @Test func inkThatDoesNotFitTheTextProvesNothing() {
        var row = figures([nil, "3", "0", "12", "0", "0", "1", "16"])
        row[2] = (FigureReadout(text: "0", confidence: 0.99), pieces: 2)
        #expect(ProvenRows.cells(of: grid(columns: 8), figures: row).isEmpty)
    }

    @Test func eachGroupOfTheDisputesIsProvenByItself() {
        let row = figures([
            "1", "0", "2", "0", "3", "1", "0", "2", "0", "4", "0", "0", "0", "7", "7",
        ])
        #expect(ProvenRows.cells(of: grid(columns: 15), figures: row) == Set(Array(0..<5) + Array(10..<15)))
    }

    /// All noughts of a font read as sixes add up as well: the second reader has to have seen them.
    @Test func aDigitIsTrustedOnceBothReadersHaveAgreedOnIt() {
        var trust = GlyphTrust()
        for _ in 0..<3 { trust.note("0", "0") }
        #expect(!trust.covers("0"))
        trust.note("10", "10")
        #expect(trust.covers("0"))
        #expect(trust.covers("000"))
        #expect(!trust.covers("10"))
        trust.note("0", "")
        #expect(trust.covers("0"))
        trust.note("0", "6")
        #expect(!trust.covers("0"))
    }
}

struct LabelBeginningTests {
    @Test(arguments: [
        ("5.属于三类内", 12.5, "5.属于三类内部事务信息"), ("2.其地法律行", 13.5, "2.其他法律行政法规禁止公开"),
        ("一、本年新收政", 15.0, "一、本年新收政府信息公开申请数量"),
    ])
    func tellsTheLabel(read: String, length: Double, label: String) throws {
        #expect(try #require(LabelLexicon.statutory.match(beginning: read, length: length)).text == label)
    }

    @Test func aLabelOfAnotherLengthIsAnother() {
        #expect(LabelLexicon.statutory.match(beginning: "5.属于三类内", length: 20) == nil)
        #expect(LabelLexicon.statutory.match(beginning: "今年天气很好", length: 11) == nil)
        #expect(LabelLexicon.statutory.match(beginning: "属于", length: 11) == nil)
    }

    @Test func aLabelReadLetterForLetterIsOne() {
        let lexicon = LabelLexicon.statutory
        #expect(lexicon.certainMatch("第二十条第(五)项") == nil)
        #expect(lexicon.has("第二十条第(五)项"))
        #expect(!lexicon.has("第二十条第(入)项"))
        #expect(!lexicon.has("第二十条第("))
        #expect(!lexicon.has(""))
    }

    @Test func cropsAreLaidSideBySide() throws {
        let crop = InkCrop(width: 2, height: 2, grey: [1, 2, 3, 4], top: 0, bottom: 2, left: 0, right: 2)
        let row = try #require(InkCrop.sideBySide([crop, crop]))
        #expect(row.width == 4)
        #expect(row.grey == [1, 2, 1, 2, 3, 4, 3, 4])
        #expect(InkCrop.sideBySide([]) == nil)
    }
}
