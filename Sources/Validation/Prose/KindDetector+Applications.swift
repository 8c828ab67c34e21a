/// Applications: what came in, what became of it, and who asked.
extension KindDetector {
    var isAboutApplications: Bool {
        sentence.section == 3 || state.isAboutApplications || sentence.isAboutApplications
            || has(ClaimWords.disclosureApplication, 0..<start)
    }

    func carried(_ range: Range<Int>) -> ClaimKind? {
        guard has(ClaimWords.carried, range) else { return nil }
        if has(carriedWords.forward, range) { return .carriedForward }
        if has(carriedWords.over, range) { return .carriedOver }
        if has(ClaimWords.atYearsEnd, range) { return .carriedForward }
        // 38件新收申请和2件结转申请; 办结84件，结转9件
        if has(ClaimWords.carriedThings, range), has(ClaimWords.newlyReceived, text.all) { return .carriedOver }
        // 93件（新收86件、结转7件）
        if state.sawReceived, !state.sawHandled, range.count <= 3, range.lowerBound > 0,
            text.letters[range.lowerBound - 1] == "、", has(ClaimWords.newlyReceived, 0..<range.lowerBound)
        {
            return .carriedOver
        }
        return state.sawHandled && range.upperBound <= start && range.count <= 6 ? .carriedForward : nil
    }

    /// One result, or several that are counted together: 予以公开和部分公开686件.
    func results(_ range: Range<Int>) -> ClaimKind? {
        guard let first = result(range) else { return nil }
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
        let found = text.id(ClaimWords.results, in: range)
        // Two labels of the form end alike; a mark stands in the middle of both.
        guard found == "other.no_correction", !has(ClaimWords.uncorrected, range) else { return found }
        guard range.lowerBound > 1 else { return nil }
        let before = text.clause(endingAt: range.lowerBound - 1, from: 0)
        if has(ClaimWords.unpaid, before) { return "other.unpaid_fee" }
        return has(ClaimWords.uncorrected, before) ? found : nil
    }

    func applications(_ range: Range<Int>, _ right: Range<Int>) -> (ClaimKind, Bool)? {
        let isPart = isPart(range)
        // 收到1件信息公开申请: what was received may follow the number.
        let object = right.lowerBound..<min(right.upperBound, right.lowerBound + 10)
        let isNamed =
            has(ClaimWords.application, range)
            || has(ClaimWords.disclosureApplication, text.clause(startingAt: object.lowerBound, to: object.upperBound))
        if isAboutApplications || isNamed || has(ClaimWords.disclosureResults, range) {
            if let carried = carried(range) { return (carried, false) }
            // 结转到某处继续办理: to deal with them is yet to come.
            if has(ClaimWords.carried, range), !has(ClaimWords.closed, range) { return nil }
            let isResult =
                isAboutApplications
                || (has(ClaimWords.disclosureResults, range) && has(ClaimWords.application, 0..<start))
            if let results = results(range), isResult, !has(ClaimWords.received, range) {
                return (results, false)
            }
            if has(ClaimWords.pending, range), isAboutApplications {
                // 尚在办理中的5件，结转至下一年度: said twice is said plainly.
                let near = right.lowerBound..<min(right.upperBound, right.lowerBound + 16)
                return (.carriedForward, carried(near) != .carriedForward)
            }
        }
        guard !has(ClaimWords.aboutSomething, range) else { return nil }
        if has(ClaimWords.newlyReceived, range), isNamed || isAboutApplications {
            // 新收申请中自然人18件
            if has(ClaimWords.among, range), let applicant = named(range) { return (.newApplicant(applicant), false) }
            return (.new, false)
        }
        guard isAboutApplications || isNamed else { return nil }
        if let applicant = applicant(range) { return (.applicant(applicant), false) }
        // …法律服务机构2件、其他2件; 其他处理5件（…其他情形2件）
        if has(ClaimWords.otherOnes, range), range.count <= 8, !has(ClaimWords.handledOrDealtWith, range) {
            if state.sawOther { return (.result("other.other"), false) }
            return state.sawApplicant && range.count <= 5 ? (.applicant("other"), false) : nil
        }
        // 共收到93件（含上年结转7件），其中已答复84件
        if isPart, state.sawAll, range.count <= 10, has(ClaimWords.handled, range) {
            return (.handled, false)
        }
        guard !isPart else { return nil }
        return plain(range, right, isNamed: isNamed)
    }

    func plain(_ range: Range<Int>, _ right: Range<Int>, isNamed: Bool) -> (ClaimKind, Bool)? {
        // 办结 of something else is no application: outside of section 3 it must be called one.
        let isSure =
            isNamed || has(ClaimWords.onApplication, range) || sentence.section == 3 || state.isAboutApplications
            || isUnderHeading(range) || isOfTheSentence(range)
        guard isSure, !has(ClaimWords.noLonger, range) else { return nil }
        if has(ClaimWords.toDealWith, range) { return (.incoming, false) }
        let isReceived = has(ClaimWords.received, range)
        let isHandled = isHandled(range)
        if isReceived && (isHandled || has(ClaimWords.dealtWith, range)) { return (.receivedAndDealtWith, false) }
        if isReceived {
            // 收到93件（含上年结转7件）
            let near = right.lowerBound..<min(right.upperBound, right.lowerBound + 14)
            if has(ClaimWords.includesCarriedOver, near) { return (.incoming, false) }
            return (isBesideCarried(right) ? .new : .received, false)
        }
        if has(ClaimWords.handledInOneWay, range) { return nil }
        if isHandled || (has(ClaimWords.outcome, range) && has(ClaimWords.sumOfBoth, range)) {
            return (.handled, false)
        }
        if has(ClaimWords.inOtherWays, range) { return nil }
        let aside = right.lowerBound..<min(right.upperBound, right.lowerBound + 14)
        if has(ClaimWords.dealtWith, range), has(ClaimWords.includesCarriedOver, aside) { return (.incoming, false) }
        if has(ClaimWords.dealtWith, range) { return (.dealtWith, !isNamed && !state.isAboutApplications) }
        if isApplicationsAlone(range) { return (.receivedAndDealtWith, false) }
        if state.sawReceived, state.sawCarriedOver, range.count <= 6, has(ClaimWords.sumOfBoth, range) {
            return (.incoming, false)
        }
        return nil
    }

    /// 依申请公开数量居高不下，2023年收到86件: a verb alone has the sentence's object.
    func isOfTheSentence(_ range: Range<Int>) -> Bool {
        has(ClaimWords.disclosureApplication, 0..<range.lowerBound) && isVerbs(range)
    }

    /// Dates, adverbs, verbs and the office itself.
    func isVerbs(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let letter = text.letters[index]
            if letter.isASCIIDigit || ["年", "月", "日", "底", "末"].contains(letter) {
                index += 1
            } else if let word = Self.verbs.phrase(in: text.letters, at: index) {
                index += word.letters.count
            } else {
                return false
            }
        }
        return true
    }

    static let verbs = ClaimWords.adverbs + ClaimWords.officeVerbs + ClaimWords.ours + ["截至", "截止", "有"]

    /// 政府信息公开申请86件: nothing else is said.
    func isApplicationsAlone(_ range: Range<Int>) -> Bool {
        let end = number.range.upperBound
        guard end == text.letters.count || ["，", "；"].contains(text.letters[end]),
            let first = text.first(ofAny: ClaimWords.wholeApplication, in: range),
            let name = ClaimWords.wholeApplication.phrase(in: text.letters, at: first),
            isVerbs(range.lowerBound..<first)
        else { return false }
        let rest = text.letters[min(first + name.letters.count, range.upperBound)..<range.upperBound]
        return rest.allSatisfy { ["共", "计", "总", "合", "为", "数", "量", "件"].contains($0) }
    }

    /// 收到21件，另有上年结转2件: those are not among what was received.
    func isBesideCarried(_ right: Range<Int>) -> Bool {
        let clause = text.clause(startingAt: min(right.lowerBound + 1, right.upperBound), to: right.upperBound)
        // 收到21件，加上上年结转的，共需办理…
        if ClaimWords.besides.contains(in: text.letters, at: clause.lowerBound), carriedWordsTell(clause) {
            return true
        }
        guard clause.upperBound == right.upperBound, clause.count <= 12, clause.lowerBound < clause.upperBound else {
            return false
        }
        return carriedWordsTell(clause) && !has(ClaimWords.partsOrInclusion, clause)
            && ["，", "、", "；"].contains(text.letters[right.lowerBound])
    }

    func carriedWordsTell(_ clause: Range<Int>) -> Bool {
        has(ClaimWords.carried, clause) && has(carriedWords.over, clause) && !has(carriedWords.forward, clause)
    }

    /// 依申请公开情况：全年受理1件。
    func isUnderHeading(_ range: Range<Int>) -> Bool {
        let end = number.range.upperBound
        guard end == text.letters.count || ["，", "；"].contains(text.letters[end]) else { return false }
        return range.lowerBound > 1 && text.letters[range.lowerBound - 1] == "："
            && has(ClaimWords.disclosureApplication, text.clause(endingAt: range.lowerBound - 1, from: 0))
    }

    /// 其中: what follows is a part, of which only some kinds have a cell.
    func isPart(_ range: Range<Int>) -> Bool {
        guard let mark = text.last(ofAny: ClaimWords.parts, in: 0..<start) else { return false }
        // 收到86件，其中网上51件，信函35件，办结84件: the parts are complete, what follows is none.
        let counted = sentence.numbers.filter { $0.unit == .pieces && $0.range.upperBound <= start }
        if let whole = counted.last(where: { $0.range.upperBound <= mark })?.value.count {
            let parts = counted.filter { $0.range.lowerBound > mark }.compactMap(\.value.count)
            if parts.count > 1, parts.reduce(0, { $0 &+ $1 }) == whole { return false }
        }
        return !text.letters[mark..<start].contains("；")
    }

    func applicant(_ range: Range<Int>) -> String? {
        // 自然人提出46件: who begins the clause is counted there.
        let opening = range.lowerBound..<min(range.upperBound, range.lowerBound + 14)
        let begins = named(opening) != nil && sentence.section == 3
        guard state.sawReceived || isPart(range) || begins, !has(ClaimWords.notApplicants, range) else { return nil }
        return named(range)
    }

    func named(_ range: Range<Int>) -> String? {
        if let name = text.id(ClaimWords.applicants, in: range) { return name }
        // 企业, 单位 and the like must stand right before their number.
        for (word, column) in zip(ClaimWords.shortApplicants.phrases.phrases, ClaimWords.shortApplicants.ids) {
            guard let found = text.last(word, in: range) else { continue }
            let rest = text.letters[found + word.letters.count..<max(start, found + word.letters.count)]
            if rest.count <= 8, rest.allSatisfy({ ClaimWords.behindApplicant.contains($0) }) { return column }
        }
        return nil
    }
}
