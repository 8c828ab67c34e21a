/// Who asked: 自然人70件, 企业11件.
extension KindDetector {
    func applicant(_ range: Range<Int>) -> String? {
        // 自然人提出46件: who begins the clause is counted there.
        let opening = range.lowerBound..<min(range.upperBound, range.lowerBound + 14)
        let begins =
            named(opening) != nil
            && (sentence.section == 3 || state.wasAboutApplications || has(ClaimWords.whoAsked, 0..<start))
        guard state.sawReceived || state.sawApplicant || isPart(range) || begins || isApplicants(range),
            !has(ClaimWords.notApplicants, range)
        else { return nil }
        return named(range)
    }

    /// 收到自然人申请3件: the number is of theirs alone.
    private func isApplicants(_ range: Range<Int>) -> Bool {
        Self.theirs.phrases.contains { theirs in
            let behind = start - theirs.letters.count
            return theirs.matches(text.letters, at: behind)
                && ClaimWords.applicants.phrases.phrases.contains {
                    $0.matches(text.letters, at: behind - $0.letters.count)
                }
        }
    }

    private static let mostly = Phrase("为主，")
    private static let theirs: PhraseList = ["申请", "的申请", "提出的申请", "提交的申请", "提出申请", "提交申请", "提出", "提交"]

    /// 自然人是主要申请群体，提出申请1120件: they are who asked.
    func asker(before range: Range<Int>) -> String? {
        guard ClaimWords.asking.contains(in: text.letters, at: behindAdverbs(range.lowerBound)), range.lowerBound > 1
        else { return nil }
        let before = text.clause(endingAt: range.lowerBound - 1, from: 0)
        guard !text.letters[before].contains(where: \.isASCIIDigit) else { return nil }
        return text.id(ClaimWords.applicants, in: before)
    }

    func named(_ range: Range<Int>) -> String? {
        if let name = text.id(ClaimWords.applicants, in: range) { return name }
        // 企业, 单位 and the like must stand right before their number.
        for (word, column) in zip(ClaimWords.shortApplicants.phrases.phrases, ClaimWords.shortApplicants.ids) {
            guard let found = text.last(word, in: range) else { continue }
            var behind = found + word.letters.count
            // 以个人为主，共70件
            if Self.mostly.matches(text.letters, at: behind) { behind += Self.mostly.letters.count }
            let rest = text.letters[behind..<max(start, behind)]
            if rest.count <= 8, rest.allSatisfy({ ClaimWords.behindApplicant.contains($0) }) { return column }
        }
        return nil
    }
}
