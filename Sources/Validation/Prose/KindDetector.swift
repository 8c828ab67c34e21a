/// Tells which figure a number speaks of from the words beside it.
struct KindDetector {
    let sentence: ProseSentence
    let state: ClaimReader.State
    let carriedWords: CarriedWords
    let number: NumberMention
    let vocabulary: ClaimVocabulary

    var text: ProseLetters { sentence.letters }
    var start: Int { number.range.lowerBound }

    /// From the clause before the number. The flag says that the sentence does not put it plainly.
    func kind(in range: Range<Int>, followedBy right: Range<Int>) -> (ClaimKind, Bool)? {
        guard !range.isEmpty else { return nil }
        // 行政事业性收费为0
        if number.unit == .yuan || (number.value.digits == 0 && has(ClaimWords.charges, range)) { return money(range) }
        if let dispute = dispute(range) { return dispute }
        // 加上2022年转办的7件
        let isRest = has(ClaimWords.besides, range) && has(carriedWords.over, range) && has(ClaimWords.carried, range)
        guard !has(ClaimWords.notApplications, range) || isRest else {
            // 主动公开现行有效的规章18件
            return has(ClaimWords.openly, range) && has(ClaimWords.inForce, range) ? documents(range) : nil
        }
        return disclosure(range) ?? applications(range, right)
    }

    /// From the clause behind the number, where the one before says nothing: 31件予以公开.
    func kind(behind range: Range<Int>) -> (ClaimKind, Bool)? {
        guard number.unit == .pieces, !range.isEmpty else { return nil }
        // 9件因征询第三方意见结转至2024年办理
        let isCarried = isAboutApplications && has(ClaimWords.carried, range) && has(carriedWords.forward, range)
        guard isCarried || !has(ClaimWords.notApplications, range) else { return nil }
        let local = text.clause(endingAt: start, from: 0)
        if let result = disputeColumn(range), let group = state.dispute ?? group(range) ?? groupBefore(local),
            isAboutDisclosure
        {
            return (.dispute(group, column: result), false)
        }
        // 13件行政复议、10件行政诉讼, 一件是未经复议直接起诉
        let word = Self.being.phrase(in: text.letters, at: range.lowerBound)?.letters.count ?? 0
        if let group = groupAtStart(of: range.lowerBound + word..<range.upperBound),
            isAboutDisclosure || has(ClaimWords.informationDisclosure, text.all),
            !has(ClaimWords.notAboutDisclosure, text.all), !has(ClaimWords.otherOrClosedDisputes, range)
        {
            return (.dispute(group, column: "total"), false)
        }
        // 8件申请…，结转至2024年: applications that are carried on are applications for information.
        let end = number.range.upperBound
        let isNamed = has(ClaimWords.application, end..<min(end + 3, text.letters.count))
        let isOfApplications =
            isNamed || (has(ClaimWords.application, text.all) && !has(ClaimWords.anyDispute, text.all))
        if isAboutApplications || isOfApplications, let carried = carried(range) { return (carried, false) }
        // 年末仍有3件…，顺延至2024年办理, whatever was said before
        if has(ClaimWords.carried, range), has(carriedWords.forward, range), has(ClaimWords.handledOrDealtWith, range),
            !has(ClaimWords.notCarried, text.all)
        {
            return (.carriedForward, false)
        }
        // 尚有3件在办: what is left at the end of the year, where the sentence counts the rest as dealt with.
        if isAboutApplications, has(ClaimWords.pending, range) {
            let near = range.upperBound..<min(text.letters.count, range.upperBound + 16)
            return (.carriedForward, !state.sawHandled && !has(carriedWords.forward, near))
        }
        // 已有82件办结
        if isAboutApplications, !isPart(range) || state.sawAll, handledAtOnce(range), result(range) == nil {
            return (.handled, false)
        }
        // 84件申请全部按期办结, 对84件申请作出答复
        let isObject = start > 0 && text.letters[start - 1] == "对" && !has(ClaimWords.handledInOneWay, range)
        let isDone = has(ClaimWords.allOfThem, range) || has(ClaimWords.already, range)
        if isNamed, has(ClaimWords.handled, range), isDone || isObject,
            sentence.section == 3 || sentence.section == 1
                || has(ClaimWords.disclosureApplication, 0..<range.upperBound)
        {
            return (.dealtWith, false)
        }
        let isUnderHeading = sentence.section == 3 || sentence.topic == .applications
        if isNamed, isUnderHeading, has(ClaimWords.allOfThem, range) { return (.receivedAndDealtWith, false) }
        // 上述93件申请中，…
        if sentence.section == 3, let thing = CountedThing.range(behind: end, in: text), isNamed,
            text.letters.indices.contains(thing.upperBound), text.letters[thing.upperBound] == "中",
            thing.upperBound + 1 == range.upperBound
        {
            return (.receivedAndDealtWith, false)
        }
        guard isAboutApplications else { return nil }
        // 94件已办结申请中，…
        if let word = Self.handledOnes.phrase(in: text.letters, at: end),
            ClaimWords.application.contains(in: text.letters, at: end + word.letters.count)
        {
            return (.handled, false)
        }
        if let results = results(range) { return (results, false) }
        // 办结的6件申请中，4件公开
        if text.letters[range].elementsEqual(["公", "开"]) { return (.result("granted"), false) }
        // 三件由自然人提出, 其中3件为自然人申请
        if let word = Self.being.phrase(in: text.letters, at: range.lowerBound),
            case let from = range.lowerBound + word.letters.count,
            let applicant = ClaimWords.allApplicants.id(in: text.letters, at: from)
        {
            return (.applicant(applicant), false)
        }
        return nil
    }

    private static let handledOnes: PhraseList = ["已办结的", "已办结", "办结的", "已答复的", "已答复"]
    static let being: PhraseList = ["来自", "属于", "由", "为", "是", "系", "属"]

    func handledAtOnce(_ range: Range<Int>) -> Bool {
        var index = behindAdverbs(range.lowerBound)
        while let word = Self.inTime.phrase(in: text.letters, at: index) {
            index = behindAdverbs(index + word.letters.count)
        }
        return ClaimWords.handled.contains(in: text.letters, at: index) || isPredicate(ClaimWords.handled, of: range)
    }

    /// 已经依规按时作出答复: a clause of nothing but known words that ends with the verb.
    private func isPredicate(_ verbs: PhraseList, of range: Range<Int>) -> Bool {
        verbs.ends(in: text.letters, at: range.upperBound) && isHandled(range)
            && !has(ClaimWords.handledInOneWay, range) && !vocabulary.leavesAny(text, [range])
    }

    private static let inTime: PhraseList = ["按时", "按期", "如期", "及时", "作出", "做出", "予以", "全部"]

    func behindAdverbs(_ start: Int) -> Int {
        var index = start
        while let word = ClaimWords.adverbs.phrase(in: text.letters, at: index) { index += word.letters.count }
        return index
    }

    /// 办结, but not 未办结.
    func isHandled(_ range: Range<Int>) -> Bool {
        guard let index = text.last(ofAny: ClaimWords.handled, in: range) else { return false }
        // 答复件中2件…: of which the number tells a part.
        if range.upperBound == start, text.letters[start - 1] == "中" { return false }
        return index == 0 || !ClaimWords.notYet.contains(text.letters[index - 1])
    }

    func has(_ phrases: PhraseList, _ range: Range<Int>) -> Bool { text.containsAny(phrases, in: range) }

    // MARK: Money

    func money(_ range: Range<Int>) -> (ClaimKind, Bool)? {
        // 收取信息处理费 can stand a clause before its amount.
        let wide = max(0, range.lowerBound - 20)..<range.upperBound
        if has(ClaimWords.processingFee, range) { return (.processingFee, false) }
        if has(ClaimWords.charges, range) { return (.charges, false) }
        if has(ClaimWords.purchaseAmount, range), has(ClaimWords.purchase, 0..<range.upperBound) {
            return (.purchaseAmount, false)
        }
        if has(ClaimWords.amounts, range), has(ClaimWords.charges, wide) { return (.charges, false) }
        // 收费金额12.5万元，为行政事业性收费
        let behind = number.range.upperBound..<min(text.letters.count, number.range.upperBound + 12)
        if has(ClaimWords.amounts, range), has(ClaimWords.charges, behind) { return (.charges, false) }
        if has(ClaimWords.amounts, range), has(ClaimWords.processingFee, wide) { return (.processingFee, false) }
        return nil
    }

    // MARK: Disclosure

    func disclosure(_ range: Range<Int>) -> (ClaimKind, Bool)? {
        if let row = text.id(ClaimWords.decisions, in: range) ?? decisionsBefore(range) {
            // 行政许可事项全年作出决定96件
            guard !has(ClaimWords.notDecisions, range) || has(ClaimWords.madeDecision, range) || isDoneItem(range),
                !has(ClaimWords.items, number.range)
            else { return nil }
            let isPlain =
                state.saysDecisions || has(ClaimWords.decisionMade, range)
                || sentence.section == 2
            guard isPlain || has(ClaimWords.decisionVerbs, range) else { return nil }
            return (.decisions(row: row), !isPlain)
        }
        if has(ClaimWords.purchases, range) { return (.purchases, false) }
        return documents(range)
    }

    /// 办理行政许可事项45210件: items that were dealt with one by one, and not how many kinds there are.
    private func isDoneItem(_ range: Range<Int>) -> Bool {
        text.letters[number.range.upperBound - 1] == "件"
            && has(ClaimWords.handledOrDealtWith, text.clauseOfList(endingAt: range.upperBound))
            && ClaimWords.permittedItems.ends(in: text.letters, at: range.upperBound)
    }

    /// 行政处罚方面，全年作出6733件
    private func decisionsBefore(_ range: Range<Int>) -> String? {
        let end = range.lowerBound - 3
        guard end > 0, Phrase("方面，").matches(text.letters, at: end), has(ClaimWords.decisionVerbs, range),
            isVerbs(range) || range.count <= 6
        else { return nil }
        let clause = text.clause(endingAt: end, from: 0)
        guard clause.count <= 6 else { return nil }
        return text.id(ClaimWords.decisions, in: clause)
    }

    func documents(_ range: Range<Int>) -> (ClaimKind, Bool)? {
        let row: String
        let isNamed: Bool
        if has(ClaimWords.normative, range) {
            (row, isNamed) = ("normative_documents", true)
        } else if has(ClaimWords.regulations, range), !has(ClaimWords.notRegulations, range) {
            (row, isNamed) = ("regulations", true)
        } else if isHeaded(by: ClaimWords.regulations, range), !has(ClaimWords.notRegulations, 0..<range.lowerBound) {
            (row, isNamed) = ("regulations", true)
        } else if isHeaded(by: ClaimWords.normative, range) || (sentence.topic == .documents && state.documents == nil)
        {
            (row, isNamed) = ("normative_documents", true)
        } else if let known = state.documents {
            (row, isNamed) = (known, false)
        } else if has(ClaimWords.saidOfDocuments, range), namedBefore(range) {
            (row, isNamed) = ("normative_documents", false)
        } else if has(ClaimWords.formColumns, range), has(ClaimWords.normative, text.all),
            !has(ClaimWords.regulations, text.all)
        {
            // 本年制发件数6件，本年废止件数2件（均为行政规范性文件）
            (row, isNamed) = ("normative_documents", true)
        } else {
            return nil
        }
        // 经评估清理废止2件
        guard
            !has(ClaimWords.workOnDocuments, range) || ClaimWords.repealed.ends(in: text.letters, at: range.upperBound),
            row == "regulations" || !has(ClaimWords.askedOfOthers, range),
            !has(ClaimWords.lookedThrough, range) || has(ClaimWords.repealedOrValid, range)
        else { return nil }
        if has(ClaimWords.inForce, range) || ((isNamed || state.documents == row) && has(ClaimWords.valid, range)) {
            return (.documents(row: row, columns: ["in_force", "public_total"]), false)
        }
        if has(ClaimWords.repealed, range) { return (.documents(row: row, columns: ["repealed"]), false) }
        if has(ClaimWords.published, range) { return (.documents(row: row, columns: ["published"]), false) }
        if has(ClaimWords.issued, range) || (row == "regulations" && has(ClaimWords.promulgated, range)) {
            return (
                .documents(row: row, columns: ["issued", "made"]),
                (!isNamed && !has(ClaimWords.saidOfDocuments, range)) || has(ClaimWords.madePublic, range)
            )
        }
        guard isNamed else { return nil }
        // 现行有效的规章18部、行政规范性文件287件: both are in force.
        if let columns = state.documentColumns, range.lowerBound > 0, text.letters[range.lowerBound - 1] == "、" {
            return (.documents(row: row, columns: columns), false)
        }
        return (.documents(row: row, columns: ["issued", "made", "in_force", "published", "public_total"]), true)
    }

    /// 规范性文件：新增3件，废止1件，有效11件
    func isHeaded(by words: PhraseList, _ range: Range<Int>) -> Bool {
        guard let index = text.last(ofAny: words, in: 0..<range.lowerBound),
            let mark = text.first("：", in: index..<range.lowerBound) ?? text.first("方面，", in: index..<range.lowerBound)
        else { return false }
        return mark - index <= 9 && !text.letters[index..<mark].contains(where: \.isASCIIDigit)
            && !text.containsAny(ClaimWords.regulationsOrNormative, in: mark..<range.lowerBound)
    }

    /// 对规范性文件进行清理，废止2件
    func namedBefore(_ range: Range<Int>) -> Bool {
        let before = max(0, range.lowerBound - 25)..<range.lowerBound
        return has(ClaimWords.normative, before)
            && !sentence.numbers.contains { $0.unit == .pieces && before.overlaps($0.range) }
    }
}
