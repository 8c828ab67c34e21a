/// Tells which figure a number speaks of from the words beside it.
struct KindDetector {
    let sentence: ProseSentence
    let state: ClaimReader.State
    let carriedWords: CarriedWords
    let number: NumberMention

    private var text: ProseLetters { sentence.letters }
    private var start: Int { number.range.lowerBound }

    /// From the clause before the number. The flag says that the sentence does not put it plainly.
    func kind(in range: Range<Int>, followedBy right: Range<Int>) -> (ClaimKind, Bool)? {
        guard !range.isEmpty else { return nil }
        if number.unit == .yuan { return money(range) }
        if let dispute = dispute(range) { return dispute }
        if has(ClaimWords.notApplications, range) { return nil }
        return disclosure(range) ?? applications(range, right)
    }

    /// From the clause behind the number, where the one before says nothing: 31件予以公开.
    func kind(behind range: Range<Int>) -> (ClaimKind, Bool)? {
        guard number.unit == .pieces, !range.isEmpty, !has(ClaimWords.notApplications, range) else { return nil }
        if let result = disputeColumn(range), let group = state.dispute ?? group(range), isAboutDisclosure {
            return (.dispute(group, column: result), false)
        }
        // 13件行政复议、10件行政诉讼
        if let group = groupAtStart(of: range),
            isAboutDisclosure || has(ClaimWords.informationDisclosure, text.all),
            !has(ClaimWords.notAboutDisclosure, text.all), !has(ClaimWords.otherOrClosedDisputes, range)
        {
            return (.dispute(group, column: "total"), false)
        }
        // 8件申请…，结转至2024年: applications that are carried on are applications for information.
        let end = number.range.upperBound
        let isNamed = has(ClaimWords.application, end..<min(end + 3, text.letters.count))
        if isAboutApplications || isNamed, let carried = carried(range) { return (carried, false) }
        // 84件申请全部按期办结
        if isNamed, has(ClaimWords.handled, range), has(ClaimWords.allOfThem, range),
            sentence.section == 3 || has(ClaimWords.disclosureApplication, 0..<range.upperBound)
        {
            return (.dealtWith, false)
        }
        guard isAboutApplications else { return nil }
        if let results = results(range) { return (results, false) }
        // 三件由自然人提出
        let from = range.lowerBound + 1
        if text.letters[range.lowerBound] == "由",
            let applicant = ClaimWords.allApplicants.id(in: text.letters, at: from)
        {
            return (.applicant(applicant), false)
        }
        return nil
    }

    private func has(_ phrases: PhraseList, _ range: Range<Int>) -> Bool { text.containsAny(phrases, in: range) }

    // MARK: Money

    private func money(_ range: Range<Int>) -> (ClaimKind, Bool)? {
        // 收取信息处理费 can stand a clause before its amount.
        let wide = max(0, range.lowerBound - 20)..<range.upperBound
        if has(ClaimWords.processingFee, range) { return (.processingFee, false) }
        if has(ClaimWords.charges, range) { return (.charges, false) }
        if has(ClaimWords.purchaseAmount, range), has(ClaimWords.purchase, 0..<range.upperBound) {
            return (.purchaseAmount, false)
        }
        if has(ClaimWords.amounts, range), has(ClaimWords.charges, wide) { return (.charges, false) }
        if has(ClaimWords.amounts, range), has(ClaimWords.processingFee, wide) { return (.processingFee, false) }
        return nil
    }

    // MARK: Disputes

    private var isAboutDisclosure: Bool {
        sentence.section == 4 || sentence.isAboutDisclosure || has(ClaimWords.informationDisclosure, 0..<start)
    }

    private func group(_ range: Range<Int>) -> ClaimKind.DisputeGroup? {
        .in(text, range)
    }

    private func groupAtStart(of range: Range<Int>) -> ClaimKind.DisputeGroup? {
        let words: [(Phrase, ClaimKind.DisputeGroup)] = [("行政复议", .reconsideration), ("行政诉讼", .litigation)]
        return words.first { $0.0.matches(text.letters, at: range.lowerBound) }?.1
    }

    /// 行政复议案件中，维持7件
    private func groupBefore(_ range: Range<Int>) -> ClaimKind.DisputeGroup? {
        guard range.lowerBound > 1, ["，", "："].contains(text.letters[range.lowerBound - 1]) else { return nil }
        return group(text.clause(endingAt: range.lowerBound - 1, from: 0))
    }

    private func disputeColumn(_ range: Range<Int>) -> String? {
        text.id(ClaimWords.disputeResults, in: range)
    }

    private func dispute(_ range: Range<Int>) -> (ClaimKind, Bool)? {
        let named = group(range)
        let column = disputeColumn(range)
        guard named != nil || column != nil, let group = named ?? state.dispute ?? groupBefore(range), isAboutDisclosure
        else { return nil }
        // 行政复议、行政诉讼: both, where the mark is part of the name.
        var kind = group
        if group == .litigation || group == .reconsideration, column == nil, range.lowerBound > 1 {
            let before = text.clause(endingAt: range.lowerBound - 1, from: 0)
            let joins =
                text.letters[range.lowerBound - 1] == "、" && !text.letters[before].contains(where: \.isASCIIDigit)
            if joins, group == .litigation, has(ClaimWords.reconsideration, before) { kind = .all }
        }
        if column == "upheld?" { return nil }
        // The number of a part: both sums of 行政诉讼 have their own columns.
        if kind == .all, column != nil { return nil }
        if has(ClaimWords.notAboutDisclosure, max(0, range.lowerBound - 20)..<text.letters.count) { return nil }
        let isOther = has(ClaimWords.otherDisputes, range) && group != .direct
        // 行政复议答复2件 counts answers; 因信息公开答复被诉2件 does not.
        let last = text.last(ofAny: ClaimWords.anyDispute, in: range) ?? range.lowerBound
        let isVague = isOther || has(ClaimWords.closed, range) || has(ClaimWords.answered, last..<range.upperBound)
        return (.dispute(kind, column: column ?? "total"), isVague)
    }

    // MARK: Disclosure

    private func disclosure(_ range: Range<Int>) -> (ClaimKind, Bool)? {
        if let row = text.id(ClaimWords.decisions, in: range) {
            // 行政许可事项全年作出决定96件
            guard !has(ClaimWords.notDecisions, range) || has(ClaimWords.madeDecision, range),
                !has(ClaimWords.items, number.range)
            else { return nil }
            let isPlain = state.saysDecisions || has(ClaimWords.decision, range) || sentence.section == 2
            guard isPlain || has(ClaimWords.decisionVerbs, range) else { return nil }
            return (.decisions(row: row), !isPlain)
        }
        if has(ClaimWords.purchases, range) { return (.purchases, false) }
        return documents(range)
    }

    private func documents(_ range: Range<Int>) -> (ClaimKind, Bool)? {
        let row: String
        let isNamed: Bool
        if has(ClaimWords.normative, range) {
            (row, isNamed) = ("normative_documents", true)
        } else if has(ClaimWords.regulations, range), !has(ClaimWords.notRegulations, range) {
            (row, isNamed) = ("regulations", true)
        } else if let known = state.documents {
            (row, isNamed) = (known, false)
        } else if has(ClaimWords.repealedOrInForce, range), namedBefore(range) {
            (row, isNamed) = ("normative_documents", false)
        } else if has(ClaimWords.formColumns, range), has(ClaimWords.normative, text.all),
            !has(ClaimWords.regulations, text.all)
        {
            // 本年制发件数6件，本年废止件数2件（均为行政规范性文件）
            (row, isNamed) = ("normative_documents", true)
        } else {
            return nil
        }
        guard !has(ClaimWords.workOnDocuments, range),
            !has(ClaimWords.lookedThrough, range) || has(ClaimWords.repealed, range)
        else { return nil }
        if has(ClaimWords.inForce, range) || (isNamed && has(ClaimWords.valid, range)) {
            return (.documents(row: row, columns: ["in_force", "public_total"]), false)
        }
        if has(ClaimWords.repealed, range) { return (.documents(row: row, columns: ["repealed"]), false) }
        if has(ClaimWords.published, range) { return (.documents(row: row, columns: ["published"]), false) }
        if has(ClaimWords.issued, range) || (row == "regulations" && has(ClaimWords.promulgated, range)) {
            return (.documents(row: row, columns: ["issued", "made"]), !isNamed || has(ClaimWords.madePublic, range))
        }
        guard isNamed else { return nil }
        // 现行有效的规章18部、行政规范性文件287件: both are in force.
        if let columns = state.documentColumns, range.lowerBound > 0, text.letters[range.lowerBound - 1] == "、" {
            return (.documents(row: row, columns: columns), false)
        }
        return (.documents(row: row, columns: ["issued", "made", "in_force", "published", "public_total"]), true)
    }

    /// 对规范性文件进行清理，废止2件
    private func namedBefore(_ range: Range<Int>) -> Bool {
        let before = max(0, range.lowerBound - 25)..<range.lowerBound
        return has(ClaimWords.normative, before) && !text.letters[before].contains(where: \.isASCIIDigit)
    }

    // MARK: Applications

    private var isAboutApplications: Bool {
        sentence.section == 3 || state.isAboutApplications || sentence.isAboutApplications
            || has(ClaimWords.disclosureApplication, 0..<start)
    }

    private func carried(_ range: Range<Int>) -> ClaimKind? {
        guard has(ClaimWords.carried, range) else { return nil }
        if has(carriedWords.forward, range) { return .carriedForward }
        if has(carriedWords.over, range) { return .carriedOver }
        return nil
    }

    /// One result, or several that are counted together: 予以公开和部分公开686件.
    private func results(_ range: Range<Int>) -> ClaimKind? {
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
    private func reasons(before range: Range<Int>, of row: String) -> [String]? {
        guard !row.contains("."), range.lowerBound > 1 else { return nil }
        let clause = text.clause(endingAt: range.lowerBound - 1, from: max(0, range.lowerBound - 40))
        guard !text.letters[clause].contains(where: \.isASCIIDigit), let reason = result(clause),
            reason.hasPrefix(row + ".")
        else { return nil }
        return [reason]
    }

    private func joined(in range: Range<Int>) -> [String] {
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
    private var applicantsBefore: String? {
        for (word, column) in zip(ClaimWords.applicants.phrases.phrases, ClaimWords.applicants.ids) {
            guard let index = text.last(word, in: 0..<start) else { continue }
            var end = index + word.letters.count
            while end < start, ClaimWords.behindApplicant.contains(text.letters[end]) { end += 1 }
            if end + 1 < start, ["中", "里"].contains(text.letters[end]), text.letters[end + 1] == "，" { return column }
        }
        return nil
    }

    private func result(_ range: Range<Int>) -> String? {
        let found = text.id(ClaimWords.results, in: range)
        // Two labels of the form end alike; a mark stands in the middle of both.
        guard found == "other.no_correction", !has(ClaimWords.uncorrected, range) else { return found }
        guard range.lowerBound > 1 else { return nil }
        let before = text.clause(endingAt: range.lowerBound - 1, from: 0)
        if has(ClaimWords.unpaid, before) { return "other.unpaid_fee" }
        return has(ClaimWords.uncorrected, before) ? found : nil
    }

    private func applications(_ range: Range<Int>, _ right: Range<Int>) -> (ClaimKind, Bool)? {
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

    private func plain(_ range: Range<Int>, _ right: Range<Int>, isNamed: Bool) -> (ClaimKind, Bool)? {
        // 办结 of something else is no application: outside of section 3 it must be called one.
        let isSure =
            isNamed || has(ClaimWords.onApplication, range) || sentence.section == 3 || state.isAboutApplications
            || isUnderHeading(range)
        guard isSure, !has(ClaimWords.noLonger, range) else { return nil }
        if has(ClaimWords.toDealWith, range) { return (.incoming, false) }
        let isReceived = has(ClaimWords.received, range)
        let isHandled = has(ClaimWords.handled, range)
        if isReceived && (isHandled || has(ClaimWords.dealtWith, range)) { return (.receivedAndDealtWith, false) }
        if isReceived {
            // 收到93件（含上年结转7件）
            let near = right.lowerBound..<min(right.upperBound, right.lowerBound + 14)
            return (has(ClaimWords.includesCarriedOver, near) ? .incoming : .received, false)
        }
        if isHandled || (has(ClaimWords.outcome, range) && has(ClaimWords.sumOfBoth, range)) {
            return (.handled, false)
        }
        if has(ClaimWords.inOtherWays, range) { return nil }
        if has(ClaimWords.dealtWith, range) { return (.dealtWith, !isNamed && !state.isAboutApplications) }
        if state.sawReceived, state.sawCarriedOver, range.count <= 6, has(ClaimWords.sumOfBoth, range) {
            return (.incoming, false)
        }
        return nil
    }

    /// 依申请公开情况：全年受理1件。
    private func isUnderHeading(_ range: Range<Int>) -> Bool {
        let end = number.range.upperBound
        guard end == text.letters.count || ["，", "；"].contains(text.letters[end]) else { return false }
        return range.lowerBound > 1 && text.letters[range.lowerBound - 1] == "："
            && has(ClaimWords.disclosureApplication, text.clause(endingAt: range.lowerBound - 1, from: 0))
    }

    /// 其中: what follows is a part, of which only some kinds have a cell.
    private func isPart(_ range: Range<Int>) -> Bool {
        guard let mark = text.last(ofAny: ClaimWords.parts, in: 0..<start) else { return false }
        return !text.letters[mark..<start].contains("；")
    }

    private func applicant(_ range: Range<Int>) -> String? {
        // 自然人提出46件: who begins the clause is counted there.
        let opening = range.lowerBound..<min(range.upperBound, range.lowerBound + 14)
        let begins = named(opening) != nil && sentence.section == 3
        guard state.sawReceived || isPart(range) || begins, !has(ClaimWords.notApplicants, range) else { return nil }
        return named(range)
    }

    private func named(_ range: Range<Int>) -> String? {
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
