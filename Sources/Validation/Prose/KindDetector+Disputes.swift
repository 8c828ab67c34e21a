/// 行政复议 and 行政诉讼: which of them, and how many with which result.
extension KindDetector {
    var isAboutDisclosure: Bool {
        sentence.section == 4 || sentence.isAboutDisclosure || sentence.topic == .disputes
            || state.wasAboutApplications || has(ClaimWords.informationDisclosure, 0..<start)
            // 有3件答复被复议机关纠正
            || ClaimWords.answered.contains(in: text.letters, at: number.range.upperBound)
            || has(ClaimWords.arising, 0..<start)
    }

    func group(_ range: Range<Int>) -> ClaimKind.DisputeGroup? {
        .in(text, range)
    }

    func groupAtStart(of range: Range<Int>) -> ClaimKind.DisputeGroup? {
        let words: [(Phrase, ClaimKind.DisputeGroup)] = [
            ("行政复议", .reconsideration), ("行政诉讼", .litigation), ("经复议后", .afterReconsideration),
            ("未经复议", .direct), ("直接起诉", .direct),
        ]
        return words.first { $0.0.matches(text.letters, at: range.lowerBound) }?.1
    }

    /// 行政复议案件中，维持7件
    func groupBefore(_ range: Range<Int>) -> ClaimKind.DisputeGroup? {
        guard range.lowerBound > 1, ["，", "：", "、"].contains(text.letters[range.lowerBound - 1]) else { return nil }
        let clause = text.clause(endingAt: range.lowerBound - 1, from: 0)
        if let group = group(clause) { return group }
        // 行政复议案件中，以终止、调解等其他结果结案21件
        let list = text.clauseOfList(endingAt: range.lowerBound).lowerBound
        guard list > 1, list < range.lowerBound, !text.letters[list..<range.lowerBound].contains(where: \.isASCIIDigit)
        else { return nil }
        return group(text.clause(endingAt: list - 1, from: 0))
    }

    func isAboutOther(_ range: Range<Int>) -> Bool {
        has(ClaimWords.application, range) || text.letters[range].contains(where: \.isASCIIDigit)
    }

    func disputeColumn(_ range: Range<Int>) -> String? {
        if state.dispute != nil, text.letters[range].elementsEqual(["其", "他"]) { return "other" }
        // 维持7件、纠正1件、终止等其他处理2件
        if state.countsDisputes, ClaimWords.otherDisputeResults.ends(in: text.letters, at: range.upperBound) {
            return "other"
        }
        return text.id(ClaimWords.disputeResults, in: range)
    }

    func dispute(_ range: Range<Int>) -> (ClaimKind, Bool)? {
        var column = disputeColumn(range) ?? sharedColumn(before: range) ?? columnOfList(before: range)
        // 复议后起诉案件中尚有4件未审结: some of them, and which stands behind.
        if column == nil, isAmong(range) {
            let end = number.range.upperBound
            column = disputeColumn(text.clause(startingAt: end, to: text.letters.count))
            guard column != nil else { return nil }
        }
        // 复议后起诉案件至年底仍有4件尚未审结
        if column == nil, range.upperBound > range.lowerBound, text.letters[range.upperBound - 1] == "有" {
            column = ClaimWords.disputeResults.id(in: text.letters, at: number.range.upperBound)
        }
        // 行政复议方面，全年共发生102件
        let isTopic =
            column == nil && state.dispute == nil && has(ClaimWords.happened, range) && range.count <= 10
            && !isAboutOther(range) && sentence.section == 4
        let named = group(range) ?? (isTopic ? groupBefore(range) : nil)
        // 复议后起诉案件的结果以维持为主，共18件
        if isTopic, range.lowerBound > 1 {
            column = disputeColumn(text.clause(endingAt: range.lowerBound - 1, from: 0))
        }
        guard named != nil || column != nil, let group = named ?? state.dispute ?? groupBefore(range), isAboutDisclosure
        else { return nil }
        // 行政复议、行政诉讼: both, where the mark is part of the name.
        var kind = group
        if group == .litigation || group == .reconsideration, column == nil, range.lowerBound > 1 {
            let before = text.clause(endingAt: range.lowerBound - 1, from: 0)
            let joins =
                text.letters[range.lowerBound - 1] == "、" && !(start > 0 && text.letters[start - 1] == "各")
                && !text.letters[before].contains(where: \.isASCIIDigit)
            if joins, group == .litigation, has(ClaimWords.reconsideration, before) { kind = .all }
        }
        if column == "upheld?" { return nil }
        // The number of a part: both sums of 行政诉讼 have their own columns.
        if kind == .all, column != nil { return nil }
        // 行政复议案件58件，其中涉及政府信息公开的13件; 其中征地类41件
        if column == nil, !has(ClaimWords.informationDisclosure, range), namesKinds(behind: number.range.upperBound) {
            return nil
        }
        if has(ClaimWords.notAboutDisclosure, max(0, range.lowerBound - 20)..<text.letters.count) { return nil }
        let isOther = has(ClaimWords.otherDisputes, range) && group != .direct
        // 行政复议决定书7份 counts papers.
        if column == nil, has(ClaimWords.papers, range) { return nil }
        // 行政复议答复2件 counts answers; 因信息公开答复被诉2件 does not.
        let last = text.last(ofAny: ClaimWords.anyDispute, in: range) ?? range.lowerBound
        let isAnswer = column == nil && has(ClaimWords.answered, last..<range.upperBound)
        let isOurs = has(ClaimWords.informationDisclosure, range)
        let judges = has(ClaimWords.judging, 0..<range.upperBound)
        if judges, !isOurs { return nil }
        if let court = text.last(ofAny: ClaimWords.courts, in: range), !has(ClaimWords.againstUs, range),
            ClaimWords.judgingVerbs.contains(in: text.letters, at: behindAdverbs(court + 2))
                || ClaimWords.judgingVerbs.contains(in: text.letters, at: behindAdverbs(court + 3))
                || ClaimWords.judgingVerbs.contains(in: text.letters, at: behindAdverbs(court + 4))
        {
            return nil
        }
        let isDecision = column == nil && group == .reconsideration && has(ClaimWords.decisionOnDispute, range)
        let isJudge = judges || isDecision || (has(ClaimWords.deciding, range) && !isOurs)
        // 行政复议案件审结10件: those that are pending are not among them.
        let isConcluded = column == nil && has(ClaimWords.concluded, range)
        let isVague =
            isOther || isAboutOtherMatters(range)
            || isJudge
            || isAnswer || isConcluded || isOnlyClosed(range)
        return (.dispute(kind, column: column ?? "total"), isVague)
    }

    /// 行政复议案件中有3件…
    private func isAmong(_ range: Range<Int>) -> Bool {
        guard let last = text.last(ofAny: ClaimWords.anyDispute, in: range) else { return false }
        return (last..<range.upperBound).contains { index in
            index > last && text.letters[index] == "中" && text.letters[index - 1] != "其"
        }
    }

    /// 因行政处罚引发行政复议3件, 涉及财政资金的行政复议3件
    private func isAboutOtherMatters(_ range: Range<Int>) -> Bool {
        // 上年结转的行政复议2件
        if has(ClaimWords.carried, range) { return true }
        if has(ClaimWords.decisions.phrases, range), !has(ClaimWords.informationDisclosure, range) { return true }
        if !has(ClaimWords.informationDisclosure, range), let name = text.first(ofAny: Self.names, in: range),
            ClaimWords.otherFields.ends(in: text.letters, at: name)
        {
            return true
        }
        guard let from = text.last(ofAny: Self.causes, in: range),
            let end = text.first(ofAny: ClaimWords.anyDispute, in: from..<range.upperBound)
        else { return false }
        return !has(Self.ofDisclosure, from..<end)
    }

    private static let names: PhraseList = ["行政", "复议", "诉讼"]
    private static let causes: PhraseList = ["因", "涉及", "涉"]
    private static let ofDisclosure: PhraseList = ["公开", "信息", "答复", "申请", "此", "该", "不服"]

    /// 办结行政复议8件 may leave some out; 办理因信息公开引发的行政复议13件 does not.
    private func isOnlyClosed(_ range: Range<Int>) -> Bool {
        guard let last = text.last(ofAny: ClaimWords.closed, in: range) else { return false }
        return
            !(["办"].contains(text.letters[last]) && text.letters[last + 1] == "理"
            && has(ClaimWords.arising, last..<range.upperBound))
    }

    /// 3件行政复议、3件行政诉讼尚未审结: what is said of the last is said of each.
    func sharedResult(of thing: Range<Int>) -> ClaimKind? {
        guard isAboutDisclosure || has(ClaimWords.informationDisclosure, text.all),
            let group = ClaimKind.DisputeGroup.in(text, thing)
        else { return nil }
        var last = thing
        for number in sentence.numbers where number.range.lowerBound >= thing.upperBound {
            guard number.range.lowerBound == last.upperBound + 1,
                "、和及与".unicodeScalars.contains(text.letters[last.upperBound]),
                let next = CountedThing.range(behind: number.range.upperBound, in: text),
                ClaimKind.DisputeGroup.in(text, next) != nil
            else { break }
            last = next
        }
        guard last != thing else { return nil }
        let rest = text.clause(startingAt: last.upperBound, to: text.letters.count)
        guard let column = disputeColumn(rest), column != "upheld?", !text.letters[rest].contains(where: \.isASCIIDigit)
        else { return nil }
        return .dispute(group, column: column)
    }

    /// 尚未审结的行政复议3件、行政诉讼3件: what stands before the first of the list is said of each.
    private func sharedColumn(before range: Range<Int>) -> String? {
        guard range.lowerBound > 1, ["、", "和", "及"].contains(text.letters[range.lowerBound - 1]), group(range) != nil
        else { return nil }
        var first = range.lowerBound - 1
        while first > 0, !["，", "；", "：", "（", "）"].contains(text.letters[first - 1]) { first -= 1 }
        let clause = text.clause(startingAt: first, to: range.lowerBound)
        guard let named = text.first(ofAny: ClaimWords.anyDispute, in: clause),
            let column = disputeColumn(clause.lowerBound..<named), column != "upheld?",
            text.letters[clause.lowerBound..<named].contains("的")
        else { return nil }
        return column
    }

    /// 判决纠正3件：直接起诉2件、复议后起诉1件: the parts of what is counted before the colon.
    private func columnOfList(before range: Range<Int>) -> String? {
        if group(range) != nil,
            let column = columnOfHeading(text.clauseOfList(endingAt: range.lowerBound).lowerBound, of: group(range))
        {
            return column
        }
        guard let part = group(range),
            let mark = text.last("：", in: 0..<range.lowerBound) ?? text.last("（", in: 0..<range.lowerBound)
                ?? text.last("，其中", in: 0..<range.upperBound),
            !text.letters[mark..<range.lowerBound].contains(where: { ["；", "）"].contains($0) }),
            !text.letters[min(mark + 1, range.lowerBound)..<range.lowerBound].contains("，"),
            let whole = sentence.numbers.first(where: { $0.range.upperBound == mark })
        else { return nil }
        let clause = text.clause(endingAt: whole.range.lowerBound, from: 0)
        // 尚未审结的行政诉讼3件（直接起诉2件、复议后起诉1件）
        let isOfPart = group(clause) == .litigation && (part == .direct || part == .afterReconsideration)
        guard group(clause) == nil || isOfPart, let column = disputeColumn(clause), column != "upheld?" else {
            return nil
        }
        return column
    }

    /// 未审结的案件中，行政复议3件、直接起诉2件: nothing but a result before a list of groups is said of each.
    private func columnOfHeading(_ list: Int, of part: ClaimKind.DisputeGroup?) -> String? {
        guard list > 2, ["，", "："].contains(text.letters[list - 1]) else { return nil }
        let heading = text.clause(endingAt: list - 1, from: 0)
        // 行政诉讼中被判决纠正的，直接起诉2件、复议后起诉1件
        let isOfPart = group(heading) == .litigation && (part == .direct || part == .afterReconsideration)
        guard let last = text.letters[heading].last, heading.count <= 16, group(heading) == nil || isOfPart,
            !text.letters[heading].contains(where: \.isASCIIDigit),
            text.letters[list - 1] == "：" || ["的", "中", "有", "件"].contains(last)
        else { return nil }
        let column = disputeColumn(heading)
        return column == "upheld?" ? nil : column
    }

    func namesKinds(behind end: Int) -> Bool {
        guard end < text.letters.count, text.letters[end] == "，" else { return false }
        let clause = text.clause(startingAt: end + 1, to: text.letters.count)
        guard has(ClaimWords.partsOrFields, clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 3)) else {
            return false
        }
        return has(ClaimWords.informationDisclosure, clause) || has(ClaimWords.fields, clause)
    }
}
