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
