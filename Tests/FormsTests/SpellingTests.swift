import GxTestSupport
import Testing

@testable import Forms

struct SpellingTests {
    /// What tells most pairs apart without measuring must never tell apart what measuring finds alike.
    @Test func lettersAloneDecideNothingWrongly() {
        var random = SeededGenerator(seed: 20)
        let letters = Array("行政许可处罚其他管理事项本年新制作现行有效".unicodeScalars)
        var alike = 0
        for _ in 0..<3_000 {
            let left = (0..<Int.random(in: 1...8, using: &random)).map { _ in letters.randomElement(using: &random) }
            var right = left
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<right.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: right[place] = letters.randomElement(using: &random)
                case 1: right.insert(letters.randomElement(using: &random), at: place)
                default: right.swapAt(place, 0)
                }
            }
            let texts = [left, right].map { LabelText(String(String.UnicodeScalarView($0.compactMap(\.self)))) }
            let length = max(texts[0].core.count, texts[1].core.count)
            let distance = EditDistance.between(texts[0].core, texts[1].core, limit: length * 2 / 5)
            let measured = distance.map { 1 - Double($0) / Double(length) } ?? 0
            #expect(SpelledLabel(texts[0]).similarity(to: SpelledLabel(texts[1]), atLeast: 0.6) == measured)
            if measured > 0 { alike += 1 }
        }
        #expect(alike > 1_000)
    }

    @Test func aPieceHasNoLettersOfItsOwn() {
        let whole = SpelledLabel(LabelText("不予公开"))
        #expect(SpelledLabel(LabelText("公开")).mayBePiece(of: whole))
        #expect(!SpelledLabel(LabelText("公示")).mayBePiece(of: whole))
    }
}
