/// Who asked: 自然人70件, 企业11件.
extension KindDetector {
    func applicant(_ range: Range<Int>) -> String? {
        // 自然人提出46件: who begins the clause is counted there.
        let opening = range.lowerBound..<min(range.upperBound, range.lowerBound + 14)
        let begins =
            named(opening) != nil
            && (sentence.section == 3 || sentence.impliesApplications || state.wasAboutApplications
                || has(ClaimWords.whoAsked, 0..<start))
        guard state.sawReceived || state.sawApplicant || isPart(range) || begins || isApplicants(range),
            !has(ClaimWords.notApplicants, range)
        else { return nil }
        return named(range)
    }

    /// 收到自然人申请3件: the number is of theirs alone.
    private func isApplicants(_ range: Range<Int>) -> Bool {
        // 由律师事务所提出的申请为7件
        var behindNouns = start
        while behindNouns > range.lowerBound, Self.isAre.contains(text.letters[behindNouns - 1]) { behindNouns -= 1 }
        return Self.theirs.phrases.contains { theirs in
            let behind = behindNouns - theirs.letters.count
            return theirs.matches(text.letters, at: behind)
                && Self.askers.phrases.contains {
                    $0.matches(text.letters, at: behind - $0.letters.count)
                }
        }
    }

    /// 社会公益组织、法律服务机构和其他组织合计仅5件: of all of them.
    private func isOneOfSum(_ range: Range<Int>) -> Bool {
        guard let sum = text.last(ofAny: ClaimWords.sumOfBoth, in: range) else { return false }
        let names = ClaimWords.applicants.phrases.phrases
        return names.contains { name in
            guard let index = text.last(name, in: range), case let end = index + name.letters.count, end < sum else {
                return false
            }
            return text.letters[end..<sum].contains { ClaimWords.links.contains($0) }
        }
    }

    private static let mostly: PhraseList = [
        "为主，", "申请占多数，", "占多数，", "申请居多，", "居多，", "最多，", "申请最多，", "占比最高，", "申请占比最高，", "占绝大多数，",
    ]
    private static let theirs: PhraseList = [
        "申请", "的申请", "提出的申请", "提交的申请", "提出申请", "提交申请", "提出", "提交", "提出的政府信息公开申请", "提出的信息公开申请", "提交的政府信息公开申请",
    ]
    /// 公民 and 单位 are said of anybody.
    private static let askers = ClaimWords.applicants.phrases + ["企业", "公司", "律师事务所", "律所", "公益组织", "科研院所"]
    private static let isAre: LetterChoice = ["为", "有", "共", "达", "是", "计", "约"]

    /// 自然人是主要申请群体，提出申请1120件: they are who asked.
    func asker(before range: Range<Int>) -> String? {
        guard ClaimWords.asking.contains(in: text.letters, at: behindAdverbs(range.lowerBound)), range.lowerBound > 1
        else { return nil }
        let before = text.clause(endingAt: range.lowerBound - 1, from: 0)
        guard !text.letters[before].contains(where: \.isASCIIDigit) else { return nil }
        return text.id(ClaimWords.applicants, in: before)
    }

    func named(_ range: Range<Int>) -> String? {
        if let name = text.id(ClaimWords.applicants, in: range) { return isOneOfSum(range) ? nil : name }
        // 企业, 单位 and the like must stand right before their number.
        for (word, column) in zip(ClaimWords.shortApplicants.phrases.phrases, ClaimWords.shortApplicants.ids) {
            guard let found = text.last(word, in: range) else { continue }
            var behind = found + word.letters.count
            // 以个人为主，共70件
            if let mostly = Self.mostly.phrase(in: text.letters, at: behind) { behind += mostly.letters.count }
            let rest = text.letters[behind..<max(start, behind)]
            if rest.count <= 8, rest.allSatisfy({ ClaimWords.behindApplicant.contains($0) }) { return column }
        }
        return nil
    }
}
