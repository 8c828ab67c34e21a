import ReportModel

/// What the words around one number say of it, and what they leave to others.
extension ClauseReader {
    /// What the words around one number say of it.
    struct Own {
        var meaning = ClauseMeaning()
        /// Of this number alone, or of all behind it.
        var isOtherYear = false
        var isDifference = false
        var isGrown = false
        var isEach = false
        var isSum = false
        var isPart = false
        var isRest = false
        var isNone = false
        var isLimited = false
        /// 涉及: by what it is about alone.
        var isAbout = false
        var isRespective = false
        var tellsTime = false
        var isLess = false
        var isJoined = false
        var isTogether = false
        var isCourt = false
        /// 企业等提出的申请: whoever asked.
        var isOfAnybody = false
    }

    mutating func own(_ words: [Element], _ behind: [Element]) -> Own {
        var own = Own()
        for (index, element) in words.enumerated() {
            guard let word = element.word else {
                guard index > 0, case .link(let place) = element else { continue }
                own.isJoined = true
                if text.letters[place] != "、" { own.meaning.isJoined = true }
                continue
            }
            if takeTime(word, at: index, words, behind, &own) { continue }
            if takeComparison(word, at: index, words, &own) { continue }
            switch word {
            case .andOthers:
                own.meaning.isOpen = !own.meaning.results.isEmpty
                own.isJoined = false
                own.isOfAnybody = !own.meaning.applicants.isEmpty
            case .court: own.isCourt = true
            case .each: own.isEach = true
            case .sum: own.isSum = true
            // 含上年结转在内共受理93件
            case .part where isInclusive(element): (own.isTogether, own.isSum) = (true, true)
            case .part: own.isPart = true
            case .rest: own.isRest = true
            case .nothing: own.isNone = true
            // 因涉及个人隐私作区分处理: why tells nothing of which.
            case .limit, .about:
                own.isAbout = word == .about && (own.isAbout || !own.isLimited)
                own.isLimited = own.isLimited || !words[..<index].contains { $0.word == .because }
            // 依次为商业企业214件、科研机构3件: each is named.
            case .respectively: own.isRespective = !words[(index + 1)...].contains { $0.word?.isNaming ?? false }
            default: name(word, element, &own.meaning)
            }
        }
        own.isOtherYear = own.isOtherYear || isOtherYear
        takeTogether(words, &own)
        return own
    }

    /// Whether the word tells of when; own.isOtherYear holds for this number alone, isOtherYear for those behind it too.
    private mutating func takeTime(
        _ word: ClauseWord, at index: Int, _ words: [Element], _ behind: [Element], _ own: inout Own
    ) -> Bool {
        switch word {
        case .formerly: own.isOtherYear = true
        case .yearsEnd:
            isOtherPeriod = false
            if (words + behind).contains(where: { $0.word == .carried || $0.word == .pending }) {
                own.meaning.direction = own.meaning.direction ?? .forward
            }
        case .yearsStart:
            if words[(index + 1)...].contains(where: { $0.word == .carried || $0.word == .pending }) {
                own.meaning.direction = .over
            } else {
                own.isOtherYear = true
            }
        case .lastYear, .nextYear: takeOtherYear(word, at: index, words, behind, &own)
        case .thisYear: takeThisYear(&own)
        case .otherTime: isOtherPeriod = true
        case .wholeYear: isOtherPeriod = false
        // 本年度收到, after 2022年收到
        case .new where isOfThisYear(words[index]):
            takeThisYear(&own)
            name(word, words[index], &own.meaning)
        default: return false
        }
        return true
    }

    private mutating func takeThisYear(_ own: inout Own) {
        (isOtherYear, own.isOtherYear, isOtherPeriod, isYearOpen) = (false, false, false, false)
        own.tellsTime = true
    }

    private mutating func takeOtherYear(
        _ word: ClauseWord, at index: Int, _ words: [Element], _ behind: [Element], _ own: inout Own
    ) {
        let rest = words[(index + 1)...] + (word == .nextYear ? behind[...] : [])
        // 跨年办理3份, 将于2026年答复: what the next year deals with is carried into it.
        if word == .nextYear, rest.contains(where: { $0.word == .dealtWith || $0.word == .handled }) {
            own.meaning.add(.carried)
        }
        let isWay = rest.contains { [.carried, .pending, .carriedOver, .carriedForward].contains($0.word) }
        let isUnderCarried =
            (head.isEmpty ? over : head).has(.carried) && !words.contains { $0.word?.isNaming ?? false }
        if isWay || isUnderCarried || (word == .nextYear && own.meaning.has(.carried)) {
            own.meaning.direction = word == .lastYear ? .over : .forward
        } else if index > 0, case .word(let link, let range) = words[index - 1], link == .than || link == .from,
            words[index].start == range.upperBound
        {
            own.isOtherYear = true
        } else {
            isOtherYear = true
        }
    }

    /// Whether the word compares the number with another, or adds it to one.
    private func takeComparison(_ word: ClauseWord, at index: Int, _ words: [Element], _ own: inout Own) -> Bool {
        switch word {
        case .together: own.isTogether = true
        case .than where index == 0: own.isTogether = true
        case .upTo:
            (own.isOtherYear, own.isGrown) = (false, true)
            own.isDifference = false
        case .difference:
            own.isOtherYear = false
            if case .word(_, let range) = words[index] {
                own.isLess = "减少降下".unicodeScalars.contains(text.letters[range.lowerBound])
            }
            // 较上年少制发33件
            let isCompared = words[..<index].contains { $0.word == .than }
            own.isDifference = isCompared || !words[(index + 1)...].contains { $0.word?.isNaming ?? false }
        default: return false
        }
        return true
    }

    /// What the words mean together.
    private func takeTogether(_ words: [Element], _ own: inout Own) {
        // 上年结转7件，与本年新收合计93件
        if own.isTogether, own.isSum, context.state.sawCarriedOver, own.meaning.has(.new) || own.meaning.has(.received)
        {
            own.meaning.add(.due)
        }
        // 连同上年结转共办结4件, 连同结转件共办结41件
        if own.isTogether, own.meaning.has(.handled), own.meaning.direction != .forward {
            own.meaning.remove([.carried, .carriedOver, .pending])
            own.meaning.direction = nil
        }
        // 申请总量（含上年未办结）93件
        let isIncluded = words.firstIndex { $0.word == .part }
            .map { mark in words[..<mark].contains { $0.word == .received || $0.word == .new } }
        if isIncluded ?? false, own.meaning.direction == .over {
            own.meaning.add(.due)
            own.isPart = false
        }
        // 行政复议、诉讼案件23件
        if own.isJoined, own.meaning.groups.count > 1 { own.meaning.isJoined = true }
        // 被人民法院判决纠正3件
        if own.isCourt, !own.meaning.columns.isEmpty, own.meaning.groups.isEmpty,
            context.group == nil || context.group == .reconsideration
        {
            own.meaning.add(.group(.litigation))
        }
    }

    private func isInclusive(_ part: Element) -> Bool {
        guard case .word(_, let range) = part else { return false }
        return text.contains("在内", in: text.clause(startingAt: range.upperBound, to: text.letters.count))
    }

    private func isOfThisYear(_ new: Element) -> Bool {
        guard case .word(_, let range) = new else { return false }
        return text.containsAny(Self.thisYear, in: range)
    }

    private static let thisYear: PhraseList = ["本年", "当年", "年内"]

    /// What the word names, and what is said with it: 新收申请.
    func name(_ word: ClauseWord, _ element: Element, _ meaning: inout ClauseMeaning) {
        guard case .word(_, let range) = element else { return meaning.add(word) }
        // 因答复引发的行政复议, 办理涉及信息公开的行政复议: what a dispute is about.
        if case .group = word, meaning.columns.isEmpty,
            text.containsAny(Self.causes, in: text.clause(endingAt: range.lowerBound, from: 0))
        {
            meaning.remove([.handled, .dealtWith, .application, .received])
        }
        meaning.add(word)
        if word.isFlow, word != .application, text.containsAny(ClaimWords.application, in: range) {
            meaning.add(.application)
        }
    }

    static let causes: PhraseList = ["因", "就", "对", "不服", "不满", "引发", "引起", "产生", "异议", "涉及", "针对", "关于"]

    /// 有3件因收件时间临近年底，结转至次年; 有1件，申请人逾期不补正，不再处理: the clauses behind it say what becomes of them.
    func continuation(_ own: inout Own, in clause: Clause) {
        // 信访举报、重复申请等情形的8件，依法不予处理: some of the reasons, and what they are reasons for.
        if own.meaning.isOpen, let next = following.first,
            case let result = saved({ $0.own(next.elements, []) }).meaning.results, result.count == 1,
            case let reasons = own.meaning.results, reasons.allSatisfy({ $0.hasPrefix(result[0] + ".") })
        {
            own.meaning = ClauseMeaning(.result(result[0]))
            return
        }
        let open: Set<ClauseWord> = [.application, .pending, .carried, .dealtWith]
        guard own.meaning.isBehind || own.meaning.isEmpty, own.meaning.words.allSatisfy(open.contains) else { return }
        for end in following.indices {
            let later = saved { $0.own(following[...end].flatMap(\.elements), []) }
            guard !later.isNone, !later.isEach else { return }
            let isLeaf =
                later.meaning.leaves.count == 1 && own.meaning.words.allSatisfy { $0 == .application }
                && !reader.vocabulary.leavesAny(text, [clause.range], besides: covered)
            if isLeaf { return own.meaning.add(later.meaning) }
            let carried: Set<ClauseWord> = [.carried, .carriedForward, .dealtWith, .pending, .handled]
            let isCarried = later.meaning.has(.carried) || later.meaning.has(.carriedForward)
            guard isCarried, own.meaning.isBehind, later.meaning.words.allSatisfy(carried.contains) else { continue }
            own.meaning.remove([.pending, .dealtWith])
            own.meaning.add(later.meaning)
            return own.meaning.add(.carriedForward)
        }
    }

    /// Read ahead, without any effect on what follows.
    private func saved(_ read: (inout ClauseReader) -> Own) -> Own {
        var copy = self
        return read(&copy)
    }

    /// 5件因案情复杂，结转至下年
    var isCarriedLater: Bool {
        following.first?.elements.contains { $0.word == .carried || $0.word == .carriedForward } ?? false
    }

    /// What is said behind the number, up to what is said of all of them.
    func predicate(_ behind: [Element], _ own: inout Own) -> ClauseMeaning {
        var meaning = ClauseMeaning()
        // 因征求第三方意见等原因结转下年度: why tells nothing of which.
        let isReasoned = behind.contains { $0.word == .carried || $0.word == .carriedForward } || isCarriedLater
        var isReason = false
        for element in behind {
            guard let word = element.word else { continue }
            if word == .because { isReason = isReasoned }
            if word == .carried || word == .carriedForward { isReason = false }
            if isReason { continue }
            switch word {
            case .limit, .about: own.isLimited = true
            case .nextYear:
                meaning.direction = .forward
                if behind.contains(where: { $0.word == .dealtWith || $0.word == .handled }) { meaning.add(.carried) }
            case .lastYear where behind.contains { $0.word == .carried || $0.word == .pending }:
                meaning.direction = .over
            case .each where meaning.isEmpty && own.meaning.isEmpty && head.isEmpty && context.group == nil: break
            case .each, .difference, .than: return meaning
            default: name(word, element, &meaning)
            }
        }
        return meaning
    }

    /// What the number is of: its own words, or what they leave to those before them.
    mutating func meanings(_ own: Own, _ index: Int, _ words: [Element]) -> [ClauseMeaning] {
        var meaning = own.meaning
        if meaning.isEmpty, meaning.direction != nil, head.isEmpty { meaning.add(over) }
        if own.isRespective || (!own.isEach && meaning.list.count > 1 && isFollowedByList(index)) {
            waitingMeaning = meaning.list.isEmpty ? head : meaning
            waiting = waitingMeaning.list
        }
        if !waiting.isEmpty { return [waitingMeaning.only(waiting.removeFirst())] }
        if meaning.isEmpty, meaning.direction == nil {
            // 新收38件，上年结转2件，合计40件
            if own.isSum, head.isEmpty, !words.contains(where: { $0.word == .plain || $0.isLink }) {
                if context.state.sawReceived, context.state.sawCarriedOver {
                    meaning.add(.due)
                } else if columns > 1, let group = context.group {
                    // 维持64件、纠正9件，共73件
                    meaning.add(.group(group))
                } else if parts > 1 {
                    // 网上申请51件、信函申请35件，合计86件
                    meaning.add(ClauseMeaning(.received, .application))
                }
            } else {
                // 由年初11件经新制发3件变为13件: of what it is compared with.
                let same = own.isGrown ? compared ?? before : own.tellsTime ? before : meaning
                meaning = own.isGrown || head.isEmpty ? same : head
            }
        } else if let row = meaning.results.first, meaning.results.count == 1,
            case let reasons = head.leaves.filter({ $0.hasPrefix(row + ".") }),
            reasons.count == 1, let leaf = reasons.first, !head.isOpen
        {
            // 因可能损害第三方合法权益，不予公开3件
            // 因涉第三方，对2件申请不予公开: a reason, whatever the short word means elsewhere.
            if headElements.contains(where: { $0.word == .because }) { meaning.add(.result(leaf)) }
            meaning.add(head.only(.result(leaf)))
        } else if !head.isEmpty, meaning.words.allSatisfy({ $0 == .application || $0 == .received }),
            let headRange, !reader.vocabulary.leavesAny(text, [headRange], besides: covered)
        {
            // 由律师事务所提出的，申请7件
            var joined = head
            joined.add(meaning)
            meaning = joined
        }
        // 自然人是主要申请群体，提出申请1120件, but not 自然人关注度高，受理申请1426件
        if let first = words.first, case .word(.received, let range) = first, head.applicants.count == 1,
            ClaimWords.asking.contains(in: text.letters, at: range.lowerBound)
        {
            meaning.add(head)
        }
        guard own.isEach, meaning.list.count > 1 else { return [meaning] }
        // 依申请公开、行政复议、行政诉讼均为0件
        return meaning.list.map { meaning.only($0) } + (listsApplications(words) ? [ClauseMeaning(.application)] : [])
    }

    /// 依申请公开、行政复议、行政诉讼: the first of the list.
    func listsApplications(_ words: [Element]) -> Bool {
        zip(words, words.dropFirst()).contains { $0.word == .application && $1.isLink }
    }

    /// 12件和41件, 31件、12件: numbers with nothing but a link between them.
    func isFollowedByList(_ index: Int) -> Bool {
        guard index + 1 < sentence.numbers.count, counted(index + 1) != nil else { return false }
        let between = sentence.numbers[index].range.upperBound..<sentence.numbers[index + 1].range.lowerBound
        return between.count == 1 && (Self.links.contains(text.letters[between.lowerBound]))
    }
}
