import ReportModel

/// Which figure words tell, and whether anything beside a number speaks against that.
extension ClauseReader {
    /// The figure; decisions are told of elsewhere too, where they must be called so.
    func kind(of meaning: ClauseMeaning, _ own: Own, _ clause: Clause, _ mention: NumberMention) -> (
        ClaimKind, Bool
    )? {
        // 居民和企业提交的信息公开申请17件: whoever asked; 在企业开办专区收到信息公开申请12件: wherever.
        var meaning = meaning
        if meaning.applicants.count == 1, meaning.has(.received), meaning.has(.application),
            !text.containsAny(ClaimWords.applicants.phrases, in: clause.range),
            own.isJoined || own.isOfAnybody
                || reader.vocabulary.leavesAny(text, [clause.range], of: .applicants, besides: covered)
        {
            meaning.remove([.applicant(meaning.applicants[0])])
        }
        guard let (kind, isVague) = meaning.kind(context, isSum: own.isSum || mention.value.digits == 0) else {
            return nil
        }
        // 尚在办理中的申请5件，结转至下一年度: said twice is said plainly.
        if kind == .carriedForward {
            return (kind, isVague && !isCarriedLater && !text.containsAny(ClaimWords.carried, in: clause.range))
        }
        guard case .decisions = kind, sentence.section != 2 else { return (kind, isVague) }
        if context.state.saysDecisions || text.containsAny(ClaimWords.decisionMade, in: clause.range) {
            return (kind, isVague)
        }
        // 全年行政许可45210件，行政处罚6733件
        let listed = ClaimWords.decisions.phrases.phrases.count { text.contains($0, in: text.all) }
        if listed > 1, text.letters[mention.range.upperBound - 1] == "件",
            !reader.vocabulary.leavesAny(text, [clause.range], of: .decisions, besides: covered)
        {
            return (kind, false)
        }
        return text.containsAny(ClaimWords.decisionVerbs, in: clause.range) ? (kind, true) : nil
    }

    /// What is left of the whole; where nothing is, what follows is no part of it.
    mutating func countDown(_ part: NumberMention) {
        guard context.isUnderPart, let left = rest, let value = part.value.count else { return }
        rest = left - value
        if left == value { (context.isUnderPart, rest) = (false, nil) }
    }

    /// Whether the number is of some of all that came in.
    func isPart(_ index: Int) -> Bool {
        guard case .read(let claims) = answers[index], let claim = claims.first else { return false }
        return claim.kind.isApplicant
    }

    /// Whether it is of one result of disputes.
    func isColumn(_ index: Int) -> Bool {
        guard case .read(let claims) = answers[index] else { return false }
        return claims.count == 1 && claims[0].kind.isPartOfDisputes
    }

    /// 行政事业性收费实行收支两条线，全年收取12.5万元; 收费12.5万元，为行政事业性收费
    func money(_ clause: Clause) -> ClauseWord? {
        guard text.containsAny(ClaimWords.amounts, in: clause.range) else { return nil }
        if sentence.section == 2, context.isPlain, context.money == nil,
            !text.containsAny(ClaimWords.purchase, in: text.all)
        {
            return .charges
        }
        if let money = context.money { return money }
        return following.first?.elements.contains { $0.word == .charges } ?? false ? .charges : nil
    }

    /// What the numbers behind it go on about.
    mutating func name(_ meaning: ClauseMeaning) {
        if meaning.groups.count == 1 { context.group = meaning.groups[0] }
        if meaning.rows.count == 1 { context.documents = meaning.rows[0] }
        if meaning.decisions.count == 1 { context.decision = meaning.decisions[0] }
        if meaning.has(.charges) { context.money = .charges }
        if meaning.has(.processingFee) { context.money = .processingFee }
    }

    /// 上一年102项，本年减少3项: the column of the form of 2019.
    mutating func change(_ own: Own, _ mention: NumberMention, _ meanings: [ClauseMeaning]) -> Claim? {
        guard let row = context.decision ?? meanings.first?.decisions.first, sentence.section == 2 else { return nil }
        // 行政许可项目：上一年102项
        if own.isOtherYear, text.letters[mention.range.upperBound - 1] == "项", text.contains("项目", in: text.all) {
            context.sawItems = true
            return Claim(
                kind: .items(row: row, column: "previous_items"), number: mention, extent: .own, sentence: sentence)
        }
        guard
            own.isDifference && context.sawItems || own.meaning.items == ["change"]
        else { return nil }
        var mention = mention
        let sign = mention.range.lowerBound - 1
        if own.isLess || (sign >= 0 && Self.minus.contains(text.letters[sign])) {
            mention.value = Amount(digits: -mention.value.digits, decimals: mention.value.decimals)
        }
        return Claim(kind: .items(row: row, column: "change"), number: mention, extent: .own, sentence: sentence)
    }

    static let minus: LetterChoice = ["-", "－", "–", "—", "−"]

    /// 收到93件（含上年结转7件）: those as well.
    func including(_ kind: ClaimKind, behind mention: NumberMention) -> ClaimKind {
        guard kind == .received || kind == .dealtWith || kind == .receivedAndDealtWith else { return kind }
        let end = mention.range.upperBound
        guard end + 3 < text.letters.count, Self.marks.contains(text.letters[end]) else { return kind }
        let rest = end..<min(end + 16, text.letters.count)
        if let mark = text.first(ofAny: ClaimWords.holding, in: rest.lowerBound..<min(end + 4, rest.upperBound)),
            text.letters[mark - 1] != "不", text.containsAny(ClaimWords.carried, in: mark..<rest.upperBound)
        {
            return .incoming
        }
        // 办理32件，其中新收21件、上年结转2件
        let parts = end..<min(end + 40, text.letters.count)
        let isParted = text.letters[end] != "，" || text.contains("其中", in: end..<min(end + 3, text.letters.count))
        guard isParted, let new = text.first(ofAny: ClaimWords.newlyReceived, in: parts),
            text.containsAny(ClaimWords.carried, in: new..<parts.upperBound),
            text.containsAny(ClaimWords.lastYear, in: new..<parts.upperBound)
        else { return kind }
        return .incoming
    }

    /// Of all of them, and neither what is left of them nor those of one way.
    func isWhole(_ kind: ClaimKind, _ own: Own, _ range: Range<Int>, before place: Int) -> Bool {
        // 其余15件作其他处理
        let isNamed = kind.isResult && !own.meaning.results.isEmpty
        if own.isRest, kind != .carriedForward, !kind.isOneCell, !isNamed { return false }
        if kind.isApplicant, own.isJoined, own.meaning.applicants.count == 1, own.meaning.list.isEmpty { return false }
        guard kind.rule == "prose.applications", !kind.isOneCell else { return true }
        if reader.isByWay(text, range)
            || (text.contains("通过", in: range.lowerBound..<place) && !text.containsAny(Self.allWays, in: range))
        {
            return false
        }
        return !own.isLimited || kind == .carriedForward || kind == .carriedOver
    }

    /// 现行有效41件，其中以县政府名义印发的17件: which of them, whenever they were.
    func isOfDocuments(_ kind: ClaimKind, _ range: Range<Int>) -> Bool {
        guard context.isUnderPart, case .documents = kind, let column = context.state.documentColumns else {
            return false
        }
        return kind != .documents(row: context.documents ?? "", columns: column)
            && !text.containsAny(Self.ofThisYear, in: range)
    }

    private static let ofThisYear: PhraseList = ["新", "年", "废", "失效"]

    static let allWays = ClaimWords.allWays + ["等渠道", "等方式", "等途径", "等多种", "等收到"]

    /// 共收到93件（含上年结转7件），其中已答复84件
    func isHandledOfAll(_ kind: ClaimKind) -> Bool {
        kind == .handled && (context.state.sawAll || (context.state.sawReceived && context.state.sawCarriedOver))
    }

    mutating func claim(
        _ reading: ClaimReader.Reading, _ mention: NumberMention, _ clause: Clause, _ meaning: ClauseMeaning,
        _ isLimited: Bool
    ) -> Claim {
        var claim = Claim(
            kind: reading.kind, number: mention, extent: reading.extent,
            isVague: reading.isVague || mention.countsPeople, sentence: sentence)
        // 许可12项 may count what there is to permit.
        claim.isCalledByName =
            context.isPlain && text.letters[mention.range.upperBound - 1] != "项"
            || text.containsAny(ClaimWords.informationDisclosure, in: 0..<clause.range.upperBound)
            || text.containsAny(ClaimWords.normativeOrDecision, in: text.all)
        let agrees = reader.agrees(claim)
        let isOfOthers = context.state.isOnOthers && reader.isOfVerbsAlone(reading)
        if !agrees || reading.kind.family == .decisions {
            let isUnread =
                isOfOthers || isStrange(reading, clause, meaning) || isOfOtherThings(reading, mention, clause)
            claim.hasUnreadWords = isUnread && !agrees
            claim.isUnderUnreadWords = isUnread
        }
        if reading.kind.isTotalOfApplications, !isOfOthers { context.state.isOnOthers = claim.hasUnreadWords }
        // 市政府印发规范性文件21件: its own, where the table may count its departments' too.
        if case .documents(row: "normative_documents", _) = reading.kind, claim.extent == .own,
            reader.scope.isOfGovernment,
            text.contains("政府", in: 0..<mention.range.lowerBound), !text.contains("行政规范", in: text.all)
        {
            claim.extent = .part
        }
        if case .dispute(_, "total") = reading.kind, text.containsAny(ClaimWords.deciding, in: clause.range),
            !text.containsAny(ClaimWords.informationDisclosure, in: clause.range)
        {
            claim.isVague = true
        }
        if !agrees, reader.isPartOfUnread(reading, context.state) { claim.isVague = true }
        if claim.kind == .applicant("other"), mention.value.count == reader.otherApplicants(text) {
            claim.isVague = true
        }
        if !agrees, claim.extent == .own, isOfSome(reading, mention, clause, isLimited) { claim.extent = .some }
        context.state.wasRead = agrees || !claim.hasUnreadWords
        if !claim.hasUnreadWords { tell(reading.kind, mention) }
        if case .result = claim.kind { claim.part = context.state.part }
        if case .dispute(_, let column) = claim.kind, column == "total" {
            context.state.isOnOtherDisputes = claim.hasUnreadWords || claim.extent == .some
        }
        return claim
    }

    /// 共受理申请43件，其中本年新收40件、上年结转3件
    func isNewOfAll(_ kind: ClaimKind) -> Bool { kind == .new && context.state.isOfAll }

    static let names: PhraseList = ["行政", "复议", "诉讼"]

    /// 行政诉讼18件，其中征收类12件
    func namesKinds(behind clause: Clause) -> Bool {
        let next = text.clause(startingAt: min(clause.range.upperBound + 1, text.letters.count), to: text.letters.count)
        guard !text.containsAny(ClaimWords.allOfThem, in: next.lowerBound..<min(next.upperBound, next.lowerBound + 2)),
            text.containsAny(
                ClaimWords.partsOrFields, in: next.lowerBound..<min(next.upperBound, next.lowerBound + 3))
        else { return false }
        return text.containsAny(ClaimWords.informationDisclosure + ClaimWords.fields, in: next)
    }

    /// Disputes of other fields, papers, sorted documents: words that are known and speak of something else.
    func isStrange(_ reading: ClaimReader.Reading, _ clause: Clause, _ meaning: ClauseMeaning) -> Bool {
        let range = reading.words.startIndex..<reading.words.endIndex
        func has(_ words: PhraseList) -> Bool { text.containsAny(words, in: range) }
        switch reading.kind {
        case .dispute(let group, let column):
            if text.containsAny(ClaimWords.notAboutDisclosure, in: text.all) { return true }
            if text.containsAny(ClaimWords.judging, in: 0..<range.upperBound) { return true }
            if has(ClaimWords.otherDisputes), group != .direct { return true }
            if text.containsAny(ClaimWords.carried, in: clause.range) { return true }
            // 复议后起诉26件，涉案领域集中于…: the form's own words.
            if group != .direct, group != .afterReconsideration, namesKinds(behind: clause) { return true }
            let isOurs = has(ClaimWords.informationDisclosure)
            let isField = text.first(ofAny: Self.names, in: range)
                .map { ClaimWords.otherFields.ends(in: text.letters, at: $0) }
            return column == "total" && !isOurs && isField ?? false
        case .result where meaning.isShort:
            return reader.vocabulary.leavesAny(text, [range], of: .results, besides: covered)
        case .decisions:
            // 行政许可事项全年作出决定69件, 办理行政许可事项45210件
            let isMade =
                has(ClaimWords.madeDecision)
                || has(ClaimWords.permittedItems) && has(ClaimWords.handledOrDealtWith)
            return has(ClaimWords.notDecisions) && !isMade
        default:
            // 共出具书面答复80份: papers.
            if reading.kind == .handled, has(ClaimWords.writtenOut) { return true }
            // 主动公开7件，依申请公开59件，不予公开46件: documents by who may see them.
            return text.containsAny(ClaimWords.openly, in: text.all) && !has(ClaimWords.received)
                && !has(ClaimWords.handledOrDealtWith) && has(ClaimWords.onRequestOrNot)
        }
    }

    /// The words that the number's meaning hangs on: its own part of the clause.
    func range(_ behind: [Element], _ mention: NumberMention, _ clause: Clause) -> Range<Int> {
        let (from, to) = (mention.range.lowerBound, mention.range.upperBound)
        let previous = sentence.numbers.last { $0.range.upperBound <= from && $0.unit == .pieces }?.range.upperBound
        let isLast = !sentence.numbers.contains {
            $0.range.lowerBound >= to && $0.range.lowerBound < clause.range.upperBound
        }
        var end = isLast ? cut ?? clause.range.upperBound : to
        // 行政规范性文件21件全部入库管理
        if isLast, case .word(.each, let each)? = behind.first, each.lowerBound == to { end = to }
        if !isLast {
            for case .word(_, let range) in behind { end = max(end, range.upperBound) }
        }
        return max(clause.range.lowerBound, previous ?? 0)..<end
    }

    mutating func tell(_ kind: ClaimKind, _ mention: NumberMention) {
        reader.update(&context.state, with: kind, mention, text)
        switch kind {
        case .result(let rows, _): context.result = rows.first
        case .dispute(let group, _): if group != .all { context.group = group }
        case .documents(let row, let columns): (context.documents, context.documentColumn) = (row, columns)
        case .decisions(let row): context.decision = row
        case .items(let row, _): (context.decision, context.sawItems) = (row, true)
        default: break
        }
        if kind.rule == "prose.applications" {
            context.isAboutApplications = true
            if !kind.isApplicant, !kind.isResult { context.whole = kind }
        }
    }
}
