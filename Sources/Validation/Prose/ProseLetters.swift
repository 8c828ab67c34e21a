/// A sentence made comparable: full-width digits as ASCII, one form of each punctuation mark, no spaces, no titles of
/// documents.
struct ProseLetters: Sendable {
    let letters: [Unicode.Scalar]
    private let set: LetterSet

    init(_ text: some StringProtocol) {
        var letters: [Unicode.Scalar] = []
        letters.reserveCapacity(text.unicodeScalars.count)
        var depth = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            // What a document is called says nothing about figures: 《2023年政务公开工作要点》.
            case "《", "〈": depth += 1
            case "》", "〉": depth = max(0, depth - 1)
            case _ where depth > 0: break
            case " ", "\t", "\n", "\r", "\u{3000}", "\u{A0}", "\u{200B}", "\u{FEFF}": break
            default: letters.append(Self.folded(scalar))
            }
        }
        self.letters = ProseFolding.fold(letters)
        set = LetterSet(self.letters)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        // A comma of ASCII stays: between digits it groups thousands.
        case ",", ".": return scalar
        case ";", "；": return "；"
        case ":", "：": return "："
        case "(", "（", "[", "【", "〔": return "（"
        case ")", "）", "]", "】", "〕": return "）"
        case "，": return "，"
        case "０"..."９", "％", "．", "Ａ"..."Ｚ", "ａ"..."ｚ":
            return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: return scalar
        }
    }

    var all: Range<Int> { 0..<letters.count }

    func contains(_ phrase: Phrase, in range: Range<Int>) -> Bool { first(phrase, in: range) != nil }

    func containsAny(_ phrases: [Phrase], in range: Range<Int>) -> Bool {
        phrases.contains { contains($0, in: range) }
    }

    /// Where a phrase begins, searched from the left.
    func first(_ phrase: Phrase, in range: Range<Int>) -> Int? {
        guard let head = phrase.letters.first, range.count >= phrase.letters.count, set.mayHold(phrase.set) else {
            return nil
        }
        for index in range.lowerBound...(range.upperBound - phrase.letters.count)
        where letters[index] == head && phrase.matches(letters, at: index) {
            return index
        }
        return nil
    }

    /// Where the last of them begins.
    func last(ofAny phrases: [Phrase], in range: Range<Int>) -> Int? {
        var best: Int?
        for phrase in phrases {
            var start = max(range.lowerBound, best ?? range.lowerBound)
            while let found = first(phrase, in: start..<max(start, range.upperBound)) {
                best = max(best ?? found, found)
                start = found + 1
            }
        }
        return best
    }

    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(letters[range])) }
}

/// A word or a few that a sentence can hold.
struct Phrase: Sendable, ExpressibleByStringLiteral {
    let letters: [Unicode.Scalar]
    let set: LetterSet

    init(_ text: String) {
        letters = Array(text.unicodeScalars)
        set = LetterSet(letters)
    }

    init(stringLiteral text: String) { self.init(text) }

    func matches(_ other: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + letters.count <= other.count else { return false }
        for offset in letters.indices where other[index + offset] != letters[offset] { return false }
        return true
    }
}

/// Which letters a text holds, roughly: most phrases are ruled out without a search.
struct LetterSet: Sendable {
    private var words = SIMD4<UInt64>.zero

    init(_ letters: [Unicode.Scalar]) {
        for letter in letters {
            let bit = Int((letter.value ^ letter.value >> 8) & 255)
            words[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    /// False where a letter of the other is missing for certain.
    func mayHold(_ other: LetterSet) -> Bool { other.words & ~words == .zero }
}
