import ReportModel

/// One number: which figure it tells.
extension ClauseReader {
    /// A number with the words that are its own.
    struct Number {
        var index: Int
        var mention: NumberMention
        var words: [Element]
        var behind: [Element]
        var clause: Clause

        var place: Int { mention.range.lowerBound }
    }

    mutating func number(_ index: Int, _ words: [Element], _ behind: [Element], _ clause: Clause) {
        // 其他处理三项依次为…: how many the list has.
        guard let mention = counted(index),
            !ClaimWords.respectively.contains(in: text.letters, at: mention.range.upperBound)
        else { return }
        let number = Number(index: index, mention: mention, words: words, behind: behind, clause: clause)
        let wasRead = context.state.wasRead
        var own = ownWords(of: number)
        last = nil
        if own.isPart { rest = index > 0 ? sentence.numbers[..<index].last { $0.unit == .pieces }?.value.count : nil }
        defer { countDown(mention) }
        // 无一件被判决纠正
        if case .word(.nothing, let denial)? = words.last, denial.upperBound == number.place,
            mention.value == 1, !text.letters[number.place].isASCIIDigit
        {
            context.state.wasRead = wasRead
            return deny(clause, self.own(words + behind, []))
        }
        let meanings = meanings(of: number, &own)
        isOfWay = false
        let isInList = parts > 0 && behind.isEmpty && words.allSatisfy(\.isLink)
        remember(own, meanings)
        if let answer = answer(number, own, meanings) { answers[index] = answer }
        if case .excluded = answers[index] { context.state.wasRead = wasRead }
        parts = isOfWay || isInList || isPart(index) ? parts + 1 : 0
        columns = isColumn(index) ? columns + 1 : 0
    }

    /// What the words before it say, and whether it is another year's or a part of what was not read.
    private mutating func ownWords(of number: Number) -> Own {
        let (wasUnder, wasRead) = (context.state.isUnderUnread, context.state.wasRead)
        var own = own(number.words, number.behind)
        // 由27件上升13件
        if case .word(.from, let mark)? = number.words.last, mark.upperBound == number.place {
            own.isOtherYear = true
        }
        // 较去年新收申请79件、办结77件: both are the other year's.
        if isBesideOtherYear, number.words.first?.isLink ?? false, !own.tellsTime, !own.isGrown {
            own.isOtherYear = true
        }
        isBesideOtherYear = own.isOtherYear && !own.isDifference
        context.state.isUnderUnread = own.isPart ? !wasRead : wasUnder
        context.state.wasRead = false
        return own
    }

    /// What the words before it and behind it, the list that it is in, and the clauses around it make of it.
    private mutating func meanings(of number: Number, _ own: inout Own) -> [ClauseMeaning] {
        own.meaning.isBehind = own.meaning.isEmpty
        own.meaning.add(predicate(number.behind, &own))
        continuation(&own, in: number.clause)
        context.isUnderPart = context.isUnderPart || own.isPart
        if own.isPart, let lastColumn { context.column = lastColumn }
        if let listColumn, own.meaning.columns.isEmpty, !own.meaning.groups.isEmpty {
            own.meaning.add(.column(listColumn))
        }
        let meanings = meanings(own, number.index, number.words)
        if number.words.first?.isLink != true { context.documentColumn = nil }
        guard number.mention.unit == .yuan, meanings.allSatisfy(\.isEmpty), let money = money(number.clause) else {
            return meanings
        }
        return [ClauseMeaning(money)]
    }

    /// For the numbers that are compared with it, or go on about the same.
    private mutating func remember(_ own: Own, _ meanings: [ClauseMeaning]) {
        if !own.isDifference, let last = meanings.last { before = last }
        if own.isOtherYear { compared = meanings.last }
        if own.isGrown { compared = nil }
        for meaning in meanings { name(meaning) }
        if !own.isPart, context.column == nil { lastColumn = meanings.last?.columns.first }
    }

    /// Nil where it is not of this office and year, or nobody knows of what.
    private mutating func answer(_ number: Number, _ own: Own, _ meanings: [ClauseMeaning]) -> Answer? {
        if let change = change(own, number.mention, meanings) { return .read([change]) }
        guard !own.isOtherYear, !own.isDifference else {
            // 2022年收到申请79件，2023年收到86件
            if own.meaning.has(.application), own.meaning.has(.received) || own.meaning.has(.new) {
                context.isAboutApplications = true
            }
            return .excluded
        }
        let owner = reader.scope.owner(sentence, from: scopeStart, upTo: number.place)
        isOfOthers = isOfOthers || owner == .others && !own.meaning.isEmpty
        guard !isOtherPeriod, !own.isNone, !PartOfYear.isTold(text, upTo: number.place),
            !text.containsAny(ClaimWords.wishes, in: 0..<number.place),
            !text.containsAny(ClaimWords.plans, in: number.clause.range), owner != .others
        else { return nil }
        return claims(number, own, meanings, owner).map { .read($0) }
    }

    /// One for each meaning; nil where one of them is none.
    private mutating func claims(
        _ number: Number, _ own: Own, _ meanings: [ClauseMeaning], _ owner: ClaimScope.Owner
    ) -> [Claim]? {
        var range = range(number.behind, number.mention, number.clause)
        // 法律规定2件: words that are not read stand for another thing than those before.
        let family = head.kind(context, isSum: false)?.kind.family ?? .common
        // 收取工本费、登记费等共计12.5万元: all of them.
        let isMoney = number.mention.unit == .yuan
        let examples = isMoney && own.isSum ? text.last("等", in: range.lowerBound..<number.place) : nil
        if own.meaning.isEmpty,
            reader.vocabulary.leavesAny(
                text, [(examples ?? range.lowerBound)..<number.place], of: family, besides: covered)
        {
            leaveUnread(range)
            return nil
        }
        if own.meaning.isEmpty, !isMoney, let headRange { range = headRange.lowerBound..<range.upperBound }
        var claims: [Claim] = []
        for meaning in meanings {
            guard let claim = claim(of: meaning, number, own, owner, range) else { return nil }
            if claim.extent == .oneWay { return [claim] }
            claims.append(claim)
        }
        guard !claims.isEmpty else {
            leaveUnread(range)
            return nil
        }
        last = claims.count == 1 && !claims[0].hasUnreadWords ? claims[0] : nil
        return claims
    }

    /// - Parameter range: the words that the number's meaning hangs on.
    private mutating func claim(
        of meaning: ClauseMeaning, _ number: Number, _ own: Own, _ owner: ClaimScope.Owner, _ range: Range<Int>
    ) -> Claim? {
        guard let (found, isVague) = kind(of: meaning, own, number.clause, number.mention),
            found.isMoney == (number.mention.unit == .yuan) || number.mention.value.digits == 0,
            owner != .departments || found.isOfDepartments
        else {
            if !meaning.groups.isEmpty { context.state.isOnOtherDisputes = true }
            leaveUnread(range)
            return nil
        }
        // 84件申请全部按期办结
        let isDone = found == .receivedAndDealtWith && meaning.isBehind
        let isAllDone = isDone && number.behind.contains { $0.word == .handled }
        // 新收4件，上年结转1件，5件申请全部办结
        let kind: ClaimKind =
            !isAllDone ? found : number.mention.value.count == reader.sums.incoming ? .handled : .dealtWith
        // 收到申请13件、20件和7件: nobody knows how many of them.
        isOfWay = kind.isTotalOfApplications && !waitingMeaning.list.contains(.new) && isFollowedByList(number.index)
        if isOfWay { return nil }
        // 网上申请由38件增至52件: both have the words before them.
        let told = (own.isGrown ? number.clause.range.lowerBound : range.lowerBound)..<range.upperBound
        isOfWay = kind.isTotalOfApplications && reader.isByWay(text, told) && !own.isRest
        if isOfWay, owner == .ours, let name = text.last(ofAny: ClaimWords.disclosureApplication, in: told) {
            var claim = Claim(kind: kind, number: number.mention, extent: .oneWay, sentence: sentence)
            claim.isCalledByName = true
            // 依申请公开专用邮箱收到邮件163封
            claim.hasUnreadWords = reader.vocabulary.leavesAny(
                text, [min(name, number.place)..<number.place], of: kind.family, besides: covered)
            return claim
        }
        // 其中向市政府提出218件: a part of what came in.
        let isSome =
            context.isUnderPart && kind.isTotalOfApplications && !isHandledOfAll(kind) && !isNewOfAll(kind)
        guard !isSome, isWhole(kind, own, told, before: number.place), !isOfDocuments(kind, told) else {
            leaveUnread(range)
            return nil
        }
        let reading = ClaimReader.Reading(
            kind: including(kind, behind: number.mention), isVague: isVague, extent: owner.extent,
            words: text.letters[range])
        var claim = claim(reading, number.mention, number.clause, meaning, own.isLimited && !own.isAbout)
        claim.isVague = claim.isVague || isYearOpen
        return claim
    }

    /// A number of nobody knows what: 咨询12件. Verbs alone go on about those.
    private mutating func leaveUnread(_ range: Range<Int>) {
        if reader.vocabulary.leavesAny(text, [range], besides: covered) { context.state.isOnOthers = true }
    }
}
