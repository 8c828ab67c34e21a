import ReportModel

/// What the words around one number say of it, and what they leave to others.
extension ClauseReader {
    /// What the words around one number say of it.
    struct Own {
        var meaning = ClauseMeaning()
        var isOtherYear = false
        var isDifference = false
        var isGrown = false
        var isEach = false
        var isSum = false
        var isPart = false
        var isRest = false
        var isNone = false
        var isLimited = false
        var isRespective = false
        var tellsTime = false
        var isLess = false
        var isJoined = false
        var isTogether = false
        var isCourt = false
    }

    mutating func own(_ words: [Element], _ behind: [Element]) -> Own {
        var own = Own()
        var isLocal = false
        for (index, element) in words.enumerated() {
            guard let word = element.word else {
                if index > 0 { own.isJoined = true }
                continue
            }
            switch word {
            case .andOthers: own.meaning.isOpen = !own.meaning.results.isEmpty
            case .yearsEnd:
                if (words + behind).contains(where: { $0.word == .carried || $0.word == .pending }) {
                    own.meaning.direction = own.meaning.direction ?? .forward
                }
            case .yearsStart:
                if words[(index + 1)...].contains(where: { $0.word == .carried || $0.word == .pending }) {
                    own.meaning.direction = .over
                } else {
                    isLocal = true
                }
            case .lastYear, .nextYear:
                let rest = words[(index + 1)...] + (word == .nextYear ? behind[...] : [])
                let isWay = rest.contains { [.carried, .pending, .carriedOver].contains($0.word) }
                let isUnderCarried = head.has(.carried) && !words.contains { $0.word?.isNaming ?? false }
                if isWay || isUnderCarried || (word == .nextYear && own.meaning.has(.carried)) {
                    own.meaning.direction = word == .lastYear ? .over : .forward
                } else if index > 0, case .word(let link, let range) = words[index - 1],
                    link == .than || link == .from, case .word(_, let own) = element, own.lowerBound == range.upperBound
                {
                    isLocal = true
                } else {
                    isOtherYear = true
                }
            case .thisYear:
                (isOtherYear, isLocal, isOtherPeriod) = (false, false, false)
                own.tellsTime = true
            case .otherTime: isOtherPeriod = true
            case .wholeYear: isOtherPeriod = false
            case .together: own.isTogether = true
            case .than where index == 0: own.isTogether = true
            case .court: own.isCourt = true
            case .upTo:
                (isLocal, own.isGrown) = (false, true)
                own.isDifference = false
            case .difference:
                isLocal = false
                if case .word(_, let range) = element {
                    own.isLess = "减少降下".unicodeScalars.contains(text.letters[range.lowerBound])
                }
                // 较上年少制发33件
                let isCompared = words[..<index].contains { $0.word == .than }
                own.isDifference = isCompared || !words[(index + 1)...].contains { $0.word?.isNaming ?? false }
            case .each: own.isEach = true
            case .sum: own.isSum = true
            case .part: own.isPart = true
            case .rest: own.isRest = true
            case .none: own.isNone = true
            case .limit: own.isLimited = true
            case .respectively: own.isRespective = true
            default: own.meaning.add(word)
            }
        }
        own.isOtherYear = isLocal || isOtherYear
        // 上年结转7件，与本年新收合计93件
        if own.isTogether, own.isSum, context.state.sawCarriedOver, own.meaning.has(.new) || own.meaning.has(.received)
        {
            own.meaning.add(.due)
        }
        // 被人民法院判决纠正3件
        if own.isCourt, !own.meaning.columns.isEmpty, own.meaning.groups.isEmpty,
            context.group == nil || context.group == .reconsideration
        {
            own.meaning.add(.group(.litigation))
        }
        return own
    }

    /// 有3件因收件时间临近年底，结转至次年: the clause behind it says what becomes of them.
    func continuation(_ own: inout Own) {
        guard own.meaning.isBehind, own.meaning.words.allSatisfy({ $0 == .application || $0 == .pending }),
            let following,
            !following.hasNumber
        else { return }
        let later = saved { $0.own(following.elements, []) }
        guard !later.isNone, later.meaning.has(.carried) || later.meaning.has(.carriedForward),
            later.meaning.words.allSatisfy({ [.carried, .carriedForward, .dealtWith, .pending, .handled].contains($0) })
        else { return }
        own.meaning = ClauseMeaning()
        own.meaning.add(.carriedForward)
    }

    /// Read ahead, without any effect on what follows.
    private func saved(_ read: (inout ClauseReader) -> Own) -> Own {
        var copy = self
        return read(&copy)
    }

    /// What is said behind the number, up to what is said of all of them.
    func predicate(_ behind: [Element], _ own: inout Own) -> ClauseMeaning {
        var meaning = ClauseMeaning()
        // 因征求第三方意见等原因结转下年度: why tells nothing of which.
        let isReasoned = behind.contains { $0.word == .carried || $0.word == .carriedForward }
        var isReason = false
        for element in behind {
            guard let word = element.word else { continue }
            if word == .because { isReason = isReasoned }
            if word == .carried || word == .carriedForward { isReason = false }
            if isReason { continue }
            switch word {
            case .limit: own.isLimited = true
            case .nextYear: meaning.direction = .forward
            case .lastYear where behind.contains { $0.word == .carried || $0.word == .pending }:
                meaning.direction = .over
            case .each, .difference, .than: return meaning
            default: meaning.add(word)
            }
        }
        return meaning
    }

    /// What the number is of: its own words, or what they leave to those before them.
    mutating func meanings(_ own: Own, _ index: Int, _ words: [Element]) -> [ClauseMeaning] {
        var meaning = own.meaning
        if own.isRespective || (!own.isEach && meaning.list.count > 1 && isFollowedByList(index)) {
            waitingMeaning = meaning.list.isEmpty ? head : meaning
            waiting = waitingMeaning.list
        }
        if !waiting.isEmpty { return [waitingMeaning.only(waiting.removeFirst())] }
        if meaning.isEmpty, meaning.direction == nil {
            // 新收38件，上年结转2件，合计40件
            if own.isSum, head.isEmpty, !words.contains(where: { $0.word == .plain || $0.isLink }) {
                if context.state.sawReceived, context.state.sawCarriedOver { meaning.add(.due) }
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
            meaning.add(head.only(.result(leaf)))
        } else if !head.isEmpty, meaning.words.allSatisfy({ $0 == .application || $0 == .received }),
            let headRange, !reader.vocabulary.leavesAny(text, [headRange], besides: covered)
        {
            // 由律师事务所提出的，申请7件
            var joined = head
            joined.add(meaning)
            meaning = joined
        }
        // 自然人是主要申请群体，提出申请1120件: of them or of all, nobody knows.
        if !meaning.isEmpty, !head.applicants.isEmpty,
            meaning.words.allSatisfy({ $0 == .application || $0 == .received })
        {
            return [ClauseMeaning()]
        }
        return own.isEach && meaning.list.count > 1 ? meaning.list.map { meaning.only($0) } : [meaning]
    }

    /// 12件和41件, 31件、12件: numbers with nothing but a link between them.
    func isFollowedByList(_ index: Int) -> Bool {
        guard index + 1 < sentence.numbers.count else { return false }
        let between = sentence.numbers[index].range.upperBound..<sentence.numbers[index + 1].range.lowerBound
        return between.count == 1 && (Self.links.contains(text.letters[between.lowerBound]))
    }
}
