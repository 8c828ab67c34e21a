import LeptonicaBridge
import ReportModel
import Testing

@testable import Scans

/// Answers what it was told to.
private struct FixedReader: FigureReader {
    var name: String
    var answer: String
    var confidence = 0.99

    func read(_ crop: InkCrop) -> FigureReadout { FigureReadout(text: answer, confidence: confidence) }
}

private struct NoText: TextReader {
    func read(_ crop: InkCrop, mode: TextMode, scale: Double) -> [TextSymbol] { [] }
}

struct JudgementTests {
    private func judge(
        _ own: String, _ first: String, _ second: String, pieces: Int, confidence: Double = 0.99
    ) -> FigureJudge.Judgement? {
        let network = FixedReader(name: "network", answer: own, confidence: confidence)
        var trust = GlyphTrust()
        return FigureJudge(
            readers: ReaderSet(
                network: network, first: FixedReader(name: "first", answer: first),
                second: FixedReader(name: "second", answer: second), text: NoText())
        ).judge(Drawing.bar, own: network.read(Drawing.bar), pieces: pieces, trust: &trust)
    }

    /// 1 and 0 of two columns whose ruling was not seen (seal-horizontal).
    @Test(arguments: [(4, []), (100, ["figure.spaced"])])
    func digitsFarApartAreInDoubt(gap: Int, doubts: [String]) throws {
        let reader = FixedReader(name: "any", answer: "10")
        let blank = [UInt8](repeating: 230, count: 300 * 40)
        let grey = try #require(Picture(width: 300, height: 40, grey: blank))
        let prepared = PreparedPage(
            grey: grey, ink: try #require(grey.inkBelow(100)), colour: nil, pale: nil, pixelsPerPoint: 2, em: 20,
            placing: .init())
        let page = CleanPage(
            prepared, rulings: .init(grids: [], loose: LineGroup(), mask: nil), settings: ScanSettings())
        let readers = ReaderSet(network: reader, first: reader, second: reader, text: NoText())
        let edges = [0.0, 300]
        let grid = TableGrid(
            rowEdges: [0, 40], columnEdges: edges, corners: [0.0, 40].map { y in edges.map { .init(x: $0, y: y) } },
            cells: [.init(rows: 0..<1, columns: 0..<1)], horizontalSides: [], verticalSides: [])
        var trust = GlyphTrust()
        var writer = GlyphWriter()
        let pieces = [
            PixelBox(x: 40, y: 10, width: 8, height: 18), PixelBox(x: 48 + gap, y: 10, width: 10, height: 18),
        ]
        let readings = CellContentReader(page: page, readers: readers, settings: ScanSettings()).read(
            grid, pieces: [pieces], except: [false], trust: &trust, into: &writer)
        #expect(readings.map(\.text) == ["10"])
        #expect(readings.map(\.doubts) == [doubts])
    }

    @Test func readersThatAgreeWithTheInkAreStrong() throws {
        let judgement = try #require(judge("12", "12", "", pieces: 2))
        #expect(judgement.text == "12")
        #expect(judgement.strength == .strong)
        #expect(judgement.doubts.isEmpty)
    }

    @Test func theCountOfTheInkCanContradictThemAll() throws {
        let judgement = try #require(judge("10", "10", "10", pieces: 1, confidence: 0.9))
        #expect(judgement.strength == .fair)
        #expect(judgement.doubts == [FigureJudge.count])
    }

    @Test func readersThatDisagreeAreWeakAndKeepBothReadings() throws {
        let judgement = try #require(judge("1", "4", "4", pieces: 1))
        #expect(judgement.strength == .weak)
        #expect(judgement.doubts == [FigureJudge.disagreement])
        #expect(Set(judgement.alternatives.map(\.text) + [judgement.text]) == ["1", "4"])
        let other = try #require(judge("1", "41", "41", pieces: 2))
        #expect(other.doubts == [FigureJudge.disagreement, FigureJudge.count])
    }

    @Test func noAnswerIsNoDisagreement() throws {
        let judgement = try #require(judge("0", "", "", pieces: 1))
        #expect(judgement.strength == .fair)
        #expect(judgement.doubts == [FigureJudge.unsure])
        #expect(try #require(judge("0", "", "0", pieces: 1)).strength == .strong)
    }

    /// As seen on a clean scan (mild200-head): the engine saw a point behind a lone 7, or a comma.
    @Test func aPointThatEndsANumberIsNone() throws {
        for (first, second) in [("7.", "7,"), ("7,", "7")] {
            let judgement = try #require(judge("7", first, second, pieces: 1))
            #expect(judgement.strength == .strong && judgement.doubts.isEmpty && judgement.alternatives.isEmpty)
        }
        // With another digit behind it, it is a number of its own; so is what our own reader ends with one.
        for (own, first, second) in [("7", "7.5", "7.5"), ("7", "1.", "1."), ("7.", "7", "7")] {
            #expect(try #require(judge(own, first, second, pieces: 1)).doubts == [FigureJudge.disagreement])
        }
    }

    @Test func aWordIsNoFigure() {
        #expect(judge("??", "11", "11", pieces: 4) == nil)
        #expect(judge("", "11", "11", pieces: 4) == nil)
    }
}

struct LabelLexiconTests {
    private let lexicon = LabelLexicon.statutory

    @Test(arguments: [
        ("5 属于三关内部事务信息", "5.属于三类内部事务信息"), ("行政讦可", "行政许可"),
        ("{三、 本年度办理结里", "三、本年度办理结果"), ("社会公荒组织", "社会公益组织"),
    ])
    func aMisreadLabelIsTheLabel(read: String, label: String) throws {
        #expect(try #require(lexicon.certainMatch(read)).text == label)
    }

    @Test(arguments: ["类过程性信息", "行政", "今年天气很好", "", "行政许罚"])
    func aPieceOrSomethingElseIsNone(text: String) {
        #expect(lexicon.certainMatch(text) == nil)
    }

    @Test func everyLabelIsItself() throws {
        for entry in lexicon.entries {
            #expect(try #require(lexicon.match(entry.text)).similarity == 1, "\(entry.text)")
        }
    }
}
