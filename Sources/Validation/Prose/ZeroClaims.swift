import ReportModel

/// Reads what a sentence says was not: 未收到政府信息公开申请, 无…行政复议、行政诉讼, 未收取信息处理费.
struct ZeroClaims {
    let reader: ClaimReader

    /// 零申请、零结转、零复议、零诉讼
    private func slogans(_ text: ProseLetters, _ clause: Range<Int>, _ sentence: ProseSentence) -> [Claim] {
        let about =
            sentence.section == 3 || sentence.section == 4 || sentence.isAboutDisclosure
            || text.containsAny(ClaimWords.informationDisclosure, in: 0..<clause.upperBound)
        let owner = reader.scope.owner(sentence, upTo: clause.lowerBound)
        guard about, owner != .others, reader.scope.isThisYear(text, upTo: clause.lowerBound) else { return [] }
        return Self.slogans.flatMap { word, kinds -> [Claim] in
            guard let index = text.first(word, in: clause) else { return [] }
            let place = index..<index + word.letters.count
            return kinds.map { nought($0, place, owner, sentence) }
        }
    }

    private static let slogans: [(Phrase, [ClaimKind])] = [
        ("零申请", [.new]), ("零受理", [.new]), ("零结转", [.carriedForward]),
        ("零复议", [.dispute(.reconsideration, column: "total")]), ("零诉讼", [.dispute(.litigation, column: "total")]),
    ]

    private static let negations: PhraseList = ["没有", "不存在", "未有", "并未", "未曾", "尚未", "从未", "未", "无", "没"]

    func claims(in sentence: ProseSentence) -> [Claim] {
        let text = sentence.letters
        var claims: [Claim] = []
        var previous = 0..<0
        for clause in text.clauses.flatMap({ denials(text, $0) }) {
            claims += noughts(text, clause, sentence)
            if text.contains("零", in: clause) { claims += slogans(text, clause, sentence) }
            // 行政复议、行政诉讼情况：无
            if clause.count == 1, text.letters[clause.lowerBound] == "无", previous.upperBound + 1 == clause.lowerBound,
                text.letters[previous.upperBound] == "："
            {
                claims += noughts(of: previous, text, sentence)
            }
            previous = clause
            claims += noneOf(text, clause, sentence)
            guard let start = firstNegation(text, clause) else { continue }
            let word = Self.negations.phrase(in: text.letters, at: start)
            let tail = (start + (word?.letters.count ?? 1))..<clause.upperBound
            // 上年度没有结转的申请 tells of this year's figure.
            let isCarried = text.containsAny(ClaimWords.carried, in: tail)
            let owner = reader.scope.owner(sentence, upTo: start)
            guard !tail.isEmpty, owner != .others,
                reader.scope.isThisYear(text, upTo: isCarried ? min(start + 8, clause.upperBound) : start),
                !text.letters[tail].contains(where: \.isASCIIDigit)
            else { continue }
            for part in things(text, tail) {
                for kind in kinds(text, part, clause, sentence) { claims.append(nought(kind, part, owner, sentence)) }
            }
        }
        return claims
    }

    /// 直接起诉的案件中，无一件被判决纠正
    private func noneOf(_ text: ProseLetters, _ clause: Range<Int>, _ sentence: ProseSentence) -> [Claim] {
        guard sentence.section == 4, let start = text.first("无一", in: clause),
            case let behind = start + 2..<clause.upperBound,
            let column = text.id(ClaimWords.disputeResults, in: behind), column != "upheld?",
            let group = ClaimKind.DisputeGroup.in(text, max(0, clause.lowerBound - 20)..<clause.upperBound),
            group != .all,
            case let owner = reader.scope.owner(sentence, upTo: start), owner != .others,
            reader.scope.isThisYear(text, upTo: start), !reader.vocabulary.leavesAny(text, [behind])
        else { return [] }
        return [nought(.dispute(group, column: column), behind, owner, sentence)]
    }

    /// 没有出台规范性文件、受理行政诉讼、行政复议: things of different tables, each for itself.
    private func things(_ text: ProseLetters, _ tail: Range<Int>) -> [Range<Int>] {
        func kind(_ range: Range<Int>) -> Int? {
            Self.things.firstIndex { text.containsAny($0, in: range) }
        }
        for mark in tail where text.letters[mark] == "、" && mark > tail.lowerBound && mark + 1 < tail.upperBound {
            let (before, behind) = (tail.lowerBound..<mark, mark + 1..<tail.upperBound)
            let next = text.clause(startingAt: mark + 1, to: tail.upperBound)
            guard let one = kind(before), let other = kind(next), one != other else { continue }
            return [before] + things(text, behind)
        }
        return [tail]
    }

    private static let things = [
        ClaimWords.normative, ClaimWords.anyDispute, ClaimWords.disclosureApplication, ClaimWords.decisions.phrases,
    ]

    /// 无上年结转、无结转下年: each of them.
    private func denials(_ text: ProseLetters, _ clause: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = clause.lowerBound
        for index in clause.dropLast()
        where text.letters[index] == "、" && Self.negations.contains(in: text.letters, at: index + 1) && index > start {
            parts.append(start..<index)
            start = index + 1
        }
        return parts + [start..<clause.upperBound]
    }

    private func nought(
        _ kind: ClaimKind, _ range: Range<Int>, _ owner: ClaimScope.Owner, _ sentence: ProseSentence
    ) -> Claim {
        let number = NumberMention(value: 0, exactness: .exact, unit: kind.isMoney ? .yuan : .pieces, range: range)
        return Claim(
            kind: kind, number: number, extent: owner.extent, sentence: sentence)
    }

    /// 行政复议、行政诉讼数均为零, 新收和上年结转的申请均为0件: each of them.
    private func noughts(_ text: ProseLetters, _ clause: Range<Int>, _ sentence: ProseSentence) -> [Claim] {
        guard let end = text.first(ofAny: Self.bothNone, in: clause), end > clause.lowerBound else {
            return []
        }
        return noughts(of: clause.lowerBound..<end, text, sentence)
    }

    private func noughts(of subject: Range<Int>, _ text: ProseLetters, _ sentence: ProseSentence) -> [Claim] {
        let end = subject.upperBound
        let owner = reader.scope.owner(sentence, upTo: end)
        guard owner != .others, reader.scope.isThisYear(text, upTo: end),
            !text.letters[subject].suffix(12).contains(where: \.isASCIIDigit),
            !text.containsAny(Self.notCounts, in: subject)
        else { return [] }
        func has(_ words: PhraseList) -> Bool { text.containsAny(words, in: subject) }
        var kinds: [ClaimKind] = []
        if let disputes = disputes(text, subject, sentence) {
            kinds = disputes
        } else if sentence.section == 3 || sentence.isAboutApplications || has(ClaimWords.disclosureApplication) {
            if let denied = denied(text, subject, sentence) {
                return denied.map { nought($0, subject, owner, sentence) }
            }
            let isAll = Self.countsOfApplications.phrases.contains {
                $0.matches(text.letters, at: max(0, end - $0.letters.count + ($0.letters.last == "数" ? 1 : 0)))
            }
            if isAll || has(ClaimWords.newlyReceived) || (has(ClaimWords.received) && has(ClaimWords.application)) {
                kinds.append(.new)
            }
            if has(ClaimWords.carried), has(ClaimWords.lastYear) { kinds.append(.carriedOver) }
            if has(ClaimWords.carried), has(ClaimWords.nextYear) { kinds.append(.carriedForward) }
        } else if let documents = documentNoughts(text, subject) {
            kinds = documents
        } else if sentence.section == 2 || has(ClaimWords.decision), !has(ClaimWords.notDecisions) {
            kinds = Self.decisions(text, subject)
        }
        return kinds.map { nought($0, subject, owner, sentence) }
    }

    /// 规章、行政规范性文件的制发数、废止数均为零
    private func documentNoughts(_ text: ProseLetters, _ subject: Range<Int>) -> [ClaimKind]? {
        func has(_ words: PhraseList) -> Bool { text.containsAny(words, in: subject) }
        var rows: [String] = has(ClaimWords.normative) ? ["normative_documents"] : []
        if has(ClaimWords.regulations), !has(ClaimWords.notRegulations) { rows.append("regulations") }
        guard !rows.isEmpty, !has(ClaimWords.workOnDocuments) else { return nil }
        var columns: [[String]] = has(ClaimWords.issued) ? [["issued", "made"]] : []
        if has(ClaimWords.repealed) { columns.append(["repealed"]) }
        if has(ClaimWords.inForceOrValid) { columns.append(["in_force", "public_total"]) }
        return rows.flatMap { row in columns.map { .documents(row: row, columns: $0) } }
    }

    private static let notCounts: PhraseList = ClaimWords.channels + ["率", "错敏", "超期"]
    private static let countsOfApplications: PhraseList = ["公开申请", "公开申请数", "申请件数", "依申请公开", "申请数量", "申请量"]
    private static let bothNone: PhraseList = [
        "均为零", "均为0", "都为零", "都是零", "都为0", "均是0", "均是零", "数为零", "量为零", "件为零", "为零", "零发生", "都没有", "均没有", "均无", "都无",
        "也没有",
    ]

    private static func decisions(_ text: ProseLetters, _ range: Range<Int>) -> [ClaimKind] {
        var rows: [String] = []
        for (word, row) in zip(ClaimWords.decisions.phrases.phrases, ClaimWords.decisions.ids)
        where !rows.contains(row) && text.contains(word, in: range) {
            rows.append(row)
        }
        return rows.map { .decisions(row: $0) }
    }

    private func firstNegation(_ text: ProseLetters, _ clause: Range<Int>) -> Int? {
        guard let index = text.first(ofAny: Self.negations, in: clause) else { return nil }
        return Self.excluded.contains(in: text.letters, at: index) ? nil : index
    }

    /// 无一例外, 无法提供, 未经复议 and the like deny something else.
    private static let excluded: PhraseList = [
        "无法", "无一", "无论", "无正当", "未经", "未来", "无障碍", "无偿", "无线", "未能", "未按", "未及时", "未审结", "未结", "未办结", "未判决",
    ]

    private func kinds(
        _ text: ProseLetters, _ tail: Range<Int>, _ clause: Range<Int>, _ sentence: ProseSentence
    ) -> [ClaimKind] {
        if text.containsAny(ClaimWords.processingFee, in: tail) {
            return begins(text, tail, with: Self.charging) ? [.processingFee] : []
        }
        if text.containsAny(ClaimWords.charges, in: tail) {
            return begins(text, tail, with: Self.charging + ClaimWords.charges) ? [.charges] : []
        }
        if let results = disputeResults(text, tail, sentence) { return results }
        if let disputes = disputes(text, tail, sentence) {
            return begins(text, tail, with: Self.disputing) || isPlain(text, tail) ? disputes : []
        }
        if let documents = documents(text, tail) { return documents }
        // 没有未办结的申请
        if text.containsAny(ClaimWords.pending, in: tail), !text.containsAny(ClaimWords.carried, in: tail) {
            let isSaid = text.containsAny(ClaimWords.application, in: tail) && isPlain(text, tail)
            return isSaid ? [.carriedForward] : []
        }
        if text.containsAny(ClaimWords.carried, in: tail) {
            // 未到答复期限结转下年 denies something else.
            guard begins(text, tail, with: Self.carrying) else {
                guard begins(text, tail, with: ["新收"]) else { return [] }
                return text.contains("和结转", in: tail) ? [.new, .carriedOver] : [.new]
            }
            if text.containsAny(ClaimWords.nextYear, in: tail) { return [.carriedForward] }
            if text.containsAny(ClaimWords.lastYear, in: clause) { return [.carriedOver] }
            return text.containsAny(ClaimWords.thisYearsEnd, in: clause) ? [.carriedForward] : []
        }
        if let decisions = decisions(text, tail) { return decisions }
        return applications(text, tail, sentence)
    }

    private static let carrying: PhraseList =
        ClaimWords.carried + ClaimWords.lastYear + ClaimWords.nextYear + [
            "需", "有", "发生", "产生", "存在", "申请", "任何", "政府信息", "20",
        ]
    private static let disputing: PhraseList = [
        "发生", "收到", "接到", "有", "因", "被", "出现", "产生", "涉及", "引起", "引发", "针对", "提起", "申请", "行政", "复议", "诉讼", "政府", "信息",
        "公民",
        "群众", "任何", "涉", "关于", "受理", "存在", "与", "就", "依申请", "相关", "由", "新", "人", "当事人",
    ]
    private static let charging: PhraseList = ["收取", "产生", "发生", "收", "向申请人收取", "对申请人收取", "征收"]

    func begins(_ text: ProseLetters, _ tail: Range<Int>, with words: PhraseList) -> Bool {
        words.contains(in: text.letters, at: tail.lowerBound)
    }

    /// Whether nothing but known words are denied.
    func isPlain(_ text: ProseLetters, _ tail: Range<Int>) -> Bool { !reader.vocabulary.leavesAny(text, [tail]) }

    private func disputes(_ text: ProseLetters, _ tail: Range<Int>, _ sentence: ProseSentence) -> [ClaimKind]? {
        guard let last = text.last(ofAny: ClaimWords.anyDispute, in: tail) else { return nil }
        guard !text.containsAny(Self.onlySomeDisputes, in: tail), tail.upperBound - last <= 12,
            sentence.section == 4 || sentence.isAboutDisclosure || sentence.topic == .disputes
                || text.containsAny(ClaimWords.informationDisclosure, in: 0..<tail.upperBound)
        else { return [] }
        switch ClaimKind.DisputeGroup.in(text, tail) {
        case .all?: return [.dispute(.reconsideration, column: "total"), .dispute(.litigation, column: "total")]
        case let group?: return [.dispute(group, column: "total")]
        case nil: return []
        }
    }

    /// 行政复议4件，无纠错; 无论是直接起诉的，还是复议后起诉的，均没有出现结果被纠正的情况
    private func disputeResults(_ text: ProseLetters, _ tail: Range<Int>, _ sentence: ProseSentence) -> [ClaimKind]? {
        guard sentence.section == 4, let column = text.id(ClaimWords.disputeResults, in: tail), column != "upheld?",
            !reader.vocabulary.leavesAny(text, [tail], of: .disputeResults)
        else { return nil }
        let near = max(0, tail.lowerBound - 30)..<tail.upperBound
        let groups: [ClaimKind.DisputeGroup]
        if text.containsAny(ClaimWords.direct, in: near), text.containsAny(ClaimWords.afterReconsideration, in: near) {
            groups = [.direct, .afterReconsideration]
        } else {
            switch ClaimKind.DisputeGroup.in(text, tail) ?? .in(text, near) {
            case .all?: groups = [.reconsideration, .litigation]
            case let group?: groups = [group]
            case nil: return nil
            }
        }
        return groups.map { .dispute($0, column: column) }
    }

    /// 无被纠正的行政复议 denies less.
    private static let onlySomeDisputes: PhraseList = [
        "纠正", "败诉", "撤销", "超期", "逾期", "维持", "不服", "一审", "二审", "复议前", "出庭", "未", "履行", "答复",
    ]

    /// 未作出行政处罚决定
    private func decisions(_ text: ProseLetters, _ tail: Range<Int>) -> [ClaimKind]? {
        guard let end = text.last(ofAny: ClaimWords.decisions.phrases, in: tail) else { return nil }
        guard begins(text, tail, with: Self.deciding) || isPlain(text, tail), tail.upperBound - end <= 8,
            !text.containsAny(Self.onlySomeDecisions, in: tail)
        else { return [] }
        return Self.decisions(text, tail)
    }

    private static let deciding: PhraseList = ["作出", "做出", "实施", "办理", "发生", "产生", "采取", "开展"]
    private static let onlySomeDecisions: PhraseList =
        ClaimWords.notDecisions + ["违", "超期", "不服", "撤销", "被", "不当", "错误"]

    private func documents(_ text: ProseLetters, _ tail: Range<Int>) -> [ClaimKind]? {
        let isNormative = text.containsAny(ClaimWords.normative, in: tail)
        let isRegulation =
            text.containsAny(ClaimWords.regulations, in: tail) && !text.containsAny(ClaimWords.notRegulations, in: tail)
        guard isNormative || isRegulation else { return nil }
        let end = text.last(ofAny: Self.documents, in: tail) ?? tail.lowerBound
        // 无行政规范性文件废止
        let verb =
            begins(text, tail, with: Self.documentNames) ? end..<tail.upperBound : tail.lowerBound..<tail.lowerBound
        // 未制定、废止行政规范性文件
        let verbs = tail.lowerBound..<(text.first(ofAny: Self.documents, in: tail) ?? tail.lowerBound)
        let listed =
            text.letters[verbs].contains { $0 == "、" || $0 == "或" || ClaimWords.links.contains($0) } && verbs.count <= 8
            ? verbs : tail.lowerBound..<tail.lowerBound
        func says(_ words: PhraseList) -> Bool {
            begins(text, tail, with: words) || text.containsAny(words, in: verb) || text.containsAny(words, in: listed)
        }
        var columns: [[String]] = says(Self.issuing) ? [["issued", "made"]] : []
        if says(Self.repealing) { columns.append(["repealed"]) }
        if begins(text, tail, with: ClaimWords.inForce) { columns = [["in_force", "public_total"]] }
        guard !columns.isEmpty, tail.upperBound - end <= 13,
            !text.containsAny(
                columns.count > 1 || columns == [["repealed"]] ? Self.onlySome : Self.onlyOthers, in: tail)
        else { return [] }
        let rows: [String] = (isRegulation ? ["regulations"] : []) + (isNormative ? ["normative_documents"] : [])
        return rows.flatMap { row in columns.map { .documents(row: row, columns: $0) } }
    }

    private static let documents = ClaimWords.normative + ClaimWords.regulations
    private static let documentNames: PhraseList = documents + ["行政规范性文件", "政府规章"]
    private static let issuing: PhraseList = ClaimWords.issued + ["新制定", "新出台", "新制发", "新印发", "起草制定"]
    private static let repealing: PhraseList = ["废止", "清理废止", "宣布失效", "宣布废止"]
    private static let onlySome: PhraseList = ["解读", "备案", "审查", "修订", "违法", "违规"]
    private static let onlyOthers = onlySome + ["废止"]
}
