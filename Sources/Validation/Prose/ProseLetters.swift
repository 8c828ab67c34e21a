/// A sentence made comparable: full-width digits as ASCII, one form of each punctuation mark, no spaces, no titles of
/// documents.
struct ProseLetters: Sendable {
    let letters: [Unicode.Scalar]
    private let pairs: LetterPairs

    init(_ text: some StringProtocol) {
        var letters: [Unicode.Scalar] = []
        letters.reserveCapacity(text.utf8.count / 2)
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
        // 收到12件,办结10件 is typed with the other comma; 1,243件 is one number.
        for (index, letter) in letters.enumerated() where letter == "," {
            let isBetweenDigits =
                index > 0 && index + 1 < letters.count && letters[index - 1].isASCIIDigit
                && letters[index + 1].isASCIIDigit
            if !isBetweenDigits { letters[index] = "，" }
        }
        self.letters = ProseFolding.fold(letters)
        pairs = LetterPairs(self.letters)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        // A comma of ASCII stays: between digits it groups thousands.
        case ",", ".": return scalar
        case ";", "；": return "；"
        // 新收：86件｜上年结转：7件, ●予以公开：12件 ●部分公开：6件: marks that part the entries of a list.
        case "|", "｜", "│", "●", "◆", "■", "★", "▲", "•", "▪": return "；"
        case ":", "：": return "："
        case "(", "（", "[", "【", "〔": return "（"
        case ")", "）", "]", "】", "〕": return "）"
        // 新收38件＋上年结转2件＝办结37件＋结转下年3件
        case "，", "＋", "＝": return "，"
        case "０"..."９", "％", "．", "Ａ"..."Ｚ", "ａ"..."ｚ":
            return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: return scalar
        }
    }

    var all: Range<Int> { 0..<letters.count }

    /// False where the phrase stands nowhere in it, for certain.
    func mayHold(_ phrase: Phrase) -> Bool { pairs.mayHold(phrase.key) }

    func contains(_ phrase: Phrase, in range: Range<Int>) -> Bool { first(phrase, in: range) != nil }

    func containsAny(_ list: PhraseList, in range: Range<Int>) -> Bool {
        for index in list.keys.indices
        where pairs.mayHold(list.keys[index]) && first(list.phrases[index], in: range) != nil {
            return true
        }
        return false
    }

    /// What the first of the words names that stands in the range.
    func id(_ table: PhraseTable, in range: Range<Int>) -> String? {
        for index in table.ids.indices
        where pairs.mayHold(table.phrases.keys[index]) && first(table.phrases.phrases[index], in: range) != nil {
            return table.ids[index]
        }
        return nil
    }

    /// Where a phrase begins, searched from the left.
    func first(_ phrase: Phrase, in range: Range<Int>) -> Int? {
        guard let head = phrase.letters.first, range.count >= phrase.letters.count, pairs.mayHold(phrase.key) else {
            return nil
        }
        for index in range.lowerBound...(range.upperBound - phrase.letters.count)
        where letters[index] == head && phrase.matches(letters, at: index) {
            return index
        }
        return nil
    }

    /// Where the leftmost of them begins.
    func first(ofAny list: PhraseList, in range: Range<Int>) -> Int? {
        var best: Int?
        for index in list.keys.indices where pairs.mayHold(list.keys[index]) {
            if let found = first(list.phrases[index], in: range) { best = min(best ?? found, found) }
        }
        return best
    }

    /// Where the rightmost of them begins.
    func last(ofAny list: PhraseList, in range: Range<Int>) -> Int? {
        var best: Int?
        for index in list.keys.indices where pairs.mayHold(list.keys[index]) {
            if let found = last(list.phrases[index], in: range) { best = max(best ?? found, found) }
        }
        return best
    }

    func last(_ phrase: Phrase, in range: Range<Int>) -> Int? {
        guard let head = phrase.letters.first, range.count >= phrase.letters.count, pairs.mayHold(phrase.key) else {
            return nil
        }
        var index = range.upperBound - phrase.letters.count
        while index >= range.lowerBound {
            if letters[index] == head, phrase.matches(letters, at: index) { return index }
            index -= 1
        }
        return nil
    }

    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(letters[range])) }
}
