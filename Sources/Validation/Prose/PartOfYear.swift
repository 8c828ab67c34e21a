/// Months and days that a sentence counts in, where they are not the whole year: 1—6月, 截至6月30日.
enum PartOfYear {
    /// Whether the last month before `end` is another than the year's last.
    static func isTold(_ text: ProseLetters, upTo end: Int) -> Bool {
        let letters = text.letters
        guard
            let mark = (1..<max(1, end)).last(where: { letters[$0] == "月" && letters[$0 - 1].isASCIIDigit }),
            !text.containsAny(ClaimWords.wholeYear, in: mark..<end)
        else { return false }
        var start = mark
        while start > 0, letters[start - 1].isASCIIDigit { start -= 1 }
        // 2023年12月4日开庭，尚未审结1件; 10月完成清理后，现行有效39件: when something happened.
        let clause = text.clause(startingAt: mark, to: end)
        if clause.upperBound < end {
            let isDay =
                mark + 1 < end && letters[mark + 1].isASCIIDigit
                && !text.containsAny(until, in: max(0, start - 7)..<start)
            if isDay || letters[clause.upperBound - 1] == "后" { return false }
        }
        guard letters[start..<mark].elementsEqual(["1", "2"]) else { return true }
        // 12月31日, 1—12月; but not in 12月 alone.
        let isEnd = yearsEnds.contains(in: letters, at: mark + 1)
        return !isEnd && !(start > 0 && rangeSigns.contains(letters[start - 1]))
    }

    private static let until: PhraseList = ["至", "止", "到"]
    private static let yearsEnds: PhraseList = ["31日", "底", "末"]
    private static let rangeSigns: LetterChoice = ["至", "到", "止", "—", "–", "-", "~", "～"]
}
