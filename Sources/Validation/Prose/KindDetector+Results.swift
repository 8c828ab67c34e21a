/// What became of applications: one result, or several that are counted together.
extension KindDetector {
    /// One result, or several that are counted together: 予以公开和部分公开686件.
    func results(_ range: Range<Int>) -> ClaimKind? {
        guard let first = result(range) else { return nil }
        // 公开类（含部分公开）43件
        if first == "partly_granted" || first == "granted", has(ClaimWords.grantedInAnyWay, range) {
            return .result(["granted", "partly_granted"], columns: ["total"])
        }
        if let several = listed(before: range, last: first) { return several }
        var rows = joined(in: range)
        if rows.count < 2 { rows = [first] }
        // 信访举报投诉、重复申请等不予处理的7件: the group is counted, not what it is made of.
        if let more = text.last(ofAny: ClaimWords.andOthers, in: range),
            let group = text.id(ClaimWords.results, in: more..<range.upperBound)
        {
            rows = [group]
        } else if rows.count == 1, let reasons = reasons(before: range, of: first) {
            rows = reasons
        }
        return .result(rows, columns: applicantsBefore.map { ClaimKind.columns($0) } ?? ["total"])
    }

    /// 因公开可能损害第三方合法权益，不予公开3件: the group is named for its reason, which stands before it.
    func reasons(before range: Range<Int>, of row: String) -> [String]? {
        guard !row.contains("."), range.lowerBound > 1 else { return nil }
        let clause = text.clause(endingAt: range.lowerBound - 1, from: max(0, range.lowerBound - 40))
        guard !text.letters[clause].contains(where: \.isASCIIDigit), let reason = result(clause),
            reason.hasPrefix(row + ".")
        else { return nil }
        return [reason]
    }

    func joined(in range: Range<Int>) -> [String] {
        var found: [(range: Range<Int>, row: String)] = []
        for (phrase, row) in zip(ClaimWords.results.phrases.phrases, ClaimWords.results.ids) {
            guard let index = text.first(phrase, in: range) else { continue }
            let place = index..<index + phrase.letters.count
            if !found.contains(where: { $0.range.overlaps(place) || $0.row == row }) { found.append((place, row)) }
        }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        var rows: [String] = []
        for (one, next) in zip(found, found.dropFirst()) {
            let between = text.letters[one.range.upperBound..<max(one.range.upperBound, next.range.lowerBound)]
            guard between.contains(where: { ["和", "及", "与", "或"].contains($0) }) else { break }
            rows += rows.isEmpty ? [one.row, next.row] : [next.row]
        }
        return rows
    }

    /// 自然人申请中，予以公开的25件: results of these alone.
    var applicantsBefore: String? {
        for (word, column) in zip(ClaimWords.applicants.phrases.phrases, ClaimWords.applicants.ids) {
            guard let index = text.last(word, in: 0..<start) else { continue }
            var end = index + word.letters.count
            while end < start, ClaimWords.behindApplicant.contains(text.letters[end]) { end += 1 }
            if end + 1 < start, ["中", "里"].contains(text.letters[end]), text.letters[end + 1] == "，" { return column }
        }
        return nil
    }

    func result(_ range: Range<Int>) -> String? {
        let found = text.id(ClaimWords.results, in: range) ?? shortResult(range)
        // 第三方同意公开的5件: he agreed, the office has decided nothing by that.
        if found == "granted" || found == "refused", has(ClaimWords.thirdParty, range),
            found == "granted" || (has(ClaimWords.consent, range) && !has(ClaimWords.notGiven, range))
        {
            return nil
        }
        if has(ClaimWords.consent, range), has(ClaimWords.askingThem, 0..<range.lowerBound) { return nil }
        // Two labels of the form end alike; a mark stands in the middle of both.
        guard found == "other.no_correction", !has(ClaimWords.uncorrected, range) else { return found }
        guard range.lowerBound > 1 else { return nil }
        let before = text.clause(endingAt: range.lowerBound - 1, from: 0)
        if has(ClaimWords.unpaid, before) { return "other.unpaid_fee" }
        return has(ClaimWords.uncorrected, before) ? found : nil
    }

    /// 公开12件，部分公开6件
    private func shortResult(_ range: Range<Int>) -> String? {
        var end = range.upperBound
        // 公开的2件
        if end > range.lowerBound, ["的", "有", "为"].contains(text.letters[end - 1]) { end -= 1 }
        guard Self.disclosed.matches(text.letters, at: end - 2), end - range.lowerBound >= 2,
            has(ClaimWords.disclosureResults, start..<text.letters.count)
        else { return nil }
        let before = end - range.lowerBound > 2 ? text.letters[end - 3] : nil
        return before.map { Self.beforeDisclosed.contains($0) } ?? true ? "granted" : nil
    }

    private static let disclosed: Phrase = "公开"
    /// 办结件中公开6件, 决定公开; but not 主动公开, 申请公开, 信息公开.
    private static let beforeDisclosed: LetterChoice = ["中", "复", "定", "，", "后", "接"]

    /// 以予以公开、部分公开方式答复的合计43件: every name of the list.
    private func listed(before range: Range<Int>, last: String) -> ClaimKind? {
        guard has(ClaimWords.sumOfBoth, range), range.lowerBound > 1,
            text.letters[range.lowerBound - 1] == "、"
        else { return nil }
        var rows = [last]
        var end = range.lowerBound - 1
        while end > 0 {
            let clause = text.clause(endingAt: end, from: 0)
            guard !text.letters[clause].contains(where: \.isASCIIDigit), let row = result(clause),
                row.contains(".") == last.contains(".")
            else { return nil }
            rows.append(row)
            guard clause.lowerBound > 0, text.letters[clause.lowerBound - 1] == "、" else { break }
            end = clause.lowerBound - 1
        }
        return rows.count > 1 ? .result(rows, columns: ["total"]) : nil
    }
}
