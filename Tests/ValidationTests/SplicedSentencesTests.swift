import GxTestSupport
import ReportModel
import Testing

@testable import Validation

/// Sentences of the fixtures cut anywhere and put together again: whatever stands in a report, the reader tells nothing but
/// numbers that stand there.
@Suite struct SplicedSentencesTests {
    @Test(arguments: ["sentences-78", "sentences-81", "sentences-84", "sentences-86"]) func nothingIsReadThatIsNotThere(
        name: String
    )
        throws
    {
        let lines = try ProseSentencesTests.lines(name)
        let pieces = lines.flatMap { Self.pieces($0.sentence) }
        var generator = SeededGenerator(seed: 84)
        var told = 0
        for _ in 0..<800 {
            guard var line = lines.randomElement(using: &generator) else { return }
            line.sentence = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            let length = line.sentence.unicodeScalars.count
            let outcomes = Examination(line.report).claims.outcomes
            told += outcomes.count
            #expect(outcomes.allSatisfy { $0.claim.number.range.upperBound <= length }, "\(line.sentence)")
        }
        #expect(told > 80)
    }

    /// The number stands before what it counts, and before a clause that goes on.
    @Test(arguments: ["网上收到16件依申请公开申请。", "12件，其中作出公开决定的政府信息公开申请。"])
    func numbersBeforeTheirThings(sentence: String) {
        let line = ProseSentencesTests.Line(office: .a, section: 1, expected: "", figures: [], sentence: sentence)
        #expect(Validator().validate(line.report).complaints == [])
    }

    private static func pieces(_ sentence: String) -> [String] {
        var pieces = [""]
        for letter in sentence {
            pieces[pieces.count - 1].append(letter)
            if "，；、：（）。件0123456789".contains(letter) { pieces.append("") }
        }
        return pieces.filter { !$0.isEmpty }
    }
}
