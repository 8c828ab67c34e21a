/// The words that a number's meaning hangs on: its own clause and what stands over it.
enum GoverningWords {
    /// Ranges of the sentence, the one with the number first.
    static func ranges(_ text: ProseLetters, core: Range<Int>) -> [Range<Int>] {
        // 三部门受理486件: a number may stand before it in the same clause.
        var start = text.clause(endingAt: core.lowerBound, from: 0).lowerBound
        var ranges = [start..<core.upperBound]
        for _ in 0..<4 {
            guard start > 1 else { break }
            let mark = text.letters[start - 1]
            let before: Range<Int>
            if links.contains(mark) {
                before = text.clauseOfList(endingAt: start)
            } else if mark == "：" || mark == "（" {
                before = text.clauseOfList(endingAt: start - 1)
            } else if mark == "，", case let clause = text.clauseOfList(endingAt: start - 1), governs(text, clause) {
                before = clause
            } else if mark == "，", case let clause = text.clauseOfList(endingAt: start - 1),
                isItem(text, clause), isItem(text, start..<core.upperBound)
            {
                before = clause
            } else {
                break
            }
            guard !before.isEmpty else { break }
            ranges.append(before)
            start = before.lowerBound
        }
        return ranges
    }

    private static let links: LetterChoice = ["、", "及", "和", "与"]

    private static func governs(_ text: ProseLetters, _ clause: Range<Int>) -> Bool {
        guard let first = text.letters[clause].first, let last = text.letters[clause].last else { return false }
        // 经认真审查, 由于档案没有移交: how and why tell nothing of which.
        if last != "的", reasons.contains(in: text.letters, at: clause.lowerBound) { return false }
        if within.contains(last) || towards.contains(first) { return true }
        return clause.count <= 12 && text.letters[clause].contains { time.contains($0) } && !counts(text, clause)
    }

    /// 直接起诉的0件，复议后起诉的1件: a list whose marks are commas.
    private static func isItem(_ text: ProseLetters, _ clause: Range<Int>) -> Bool {
        guard let digit = clause.first(where: { text.letters[$0].isASCIIDigit }), digit > clause.lowerBound else {
            return false
        }
        return text.letters[digit - 1] == "的"
    }

    /// 收到86件, but not 截至2023年12月31日
    private static func counts(_ text: ProseLetters, _ clause: Range<Int>) -> Bool {
        clause.contains { index in
            text.letters[index].isASCIIDigit && index + 1 < clause.upperBound
                && !text.letters[index + 1].isASCIIDigit && !time.contains(text.letters[index + 1])
        }
    }

    private static let reasons: PhraseList = ["经", "由于"]
    private static let within: LetterChoice = ["中", "里", "内", "的", "面"]
    private static let towards: LetterChoice = ["对", "就", "因", "由", "经", "针", "涉", "关"]
    private static let time: LetterChoice = ["年", "月", "日", "季"]
}
