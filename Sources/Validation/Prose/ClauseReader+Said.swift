import ReportModel

/// What clauses without a number of their own say: 无结果纠正案件, 均由自然人提出.
extension ClauseReader {
    /// 行政诉讼2件均为未经复议直接起诉: what is said of all of them in their own clause.
    mutating func tellAll(behind words: [Element], in clause: Clause) {
        guard let last, let place = words.firstIndex(where: { $0.word == .each }),
            case .word(_, let mark) = words[place]
        else { return }
        let rest = Array(words[(place + 1)...])
        var own = own(rest, [])
        own.isEach = true
        _ = tellAll(own, mark.upperBound..<clause.range.upperBound, of: last, isAll: true)
    }

    /// 行政诉讼1件，为复议后起诉案件，法院判决维持; 收到申请4件，均由自然人提出
    mutating func tellAll(_ own: Own, _ clause: Clause, of last: Claim) -> Bool {
        var isAll = own.isEach
        if case .word(.being, let range) = clause.elements.first, range.lowerBound == clause.range.lowerBound {
            isAll = true
        }
        return tellAll(own, clause.range, of: last, isAll: isAll)
    }

    /// Whether nothing in it speaks of something else.
    private mutating func tellAll(_ own: Own, _ range: Range<Int>, of last: Claim, isAll: Bool) -> Bool {
        guard reader.agrees(last), !own.isLimited, !own.isJoined, !own.meaning.isOpen,
            !reader.vocabulary.leavesAny(text, [range], besides: covered), own.meaning.direction == nil
        else { return false }
        var kinds: [ClaimKind] = []
        switch last.kind {
        case .dispute(let group, "total"):
            let named = own.meaning.groups.filter { $0 != group }
            if group == .litigation, named.count == 1, named[0] == .direct || named[0] == .afterReconsideration {
                kinds.append(.dispute(named[0], column: "total"))
            }
            guard named.isEmpty || !kinds.isEmpty else { return false }
            // 2件行政复议均已审结
            if isAll, named.isEmpty, own.meaning.columns.isEmpty, own.meaning.has(.allClosed) {
                denials.append((.dispute(group, column: "pending"), false, range))
            }
            if own.meaning.columns.count == 1, group != .all {
                kinds.append(.dispute(named.first ?? group, column: own.meaning.columns[0]))
            }
        case .new, .received, .handled, .receivedAndDealtWith, .dealtWith:
            guard isAll, own.meaning.words.count < 4 else { return false }
            let words = own.meaning.words.filter { ![.application, .received, .handled, .dealtWith].contains($0) }
            // 84件申请均按时办结
            if words.isEmpty, last.kind != .handled, own.meaning.has(.handled) { kinds = [.dealtWith] }
            guard words.count == 1, let word = words.first else { break }
            if case .applicant(let column) = word, last.kind != .handled {
                kinds = [last.kind == .new || context.state.isOfNewAlone ? .newApplicant(column) : .applicant(column)]
            } else if case .result(let row) = word {
                kinds = [.result(row)]
            }
        case .result(let rows, ["total"]):
            guard isAll, own.meaning.leaves.count == 1, let leaf = own.meaning.leaves.first,
                rows.contains(where: { leaf.hasPrefix($0 + ".") })
            else { return false }
            kinds = [.result(leaf)]
        default: return false
        }
        for kind in kinds {
            var claim = last
            claim.kind = kind
            if case .result = kind { claim.part = last.kind == .handled ? .whole : context.state.part }
            uniform.append(claim)
        }
        return true
    }

    /// 行政复议案件均已审结
    func isAllClosed(_ clause: Clause, _ own: Own) -> Bool {
        own.meaning.has(.allClosed) && own.meaning.columns.isEmpty && own.isEach
    }

    /// 无上年结转、无结转下年; 零申请、零结转: each for itself.
    mutating func deny(_ clause: Clause, _ own: Own) {
        // 诉前调解4件，当事人均未起诉; 调解争议2件，无一引发行政复议: of those before alone.
        let isOfThoseBefore =
            clause.elements.first?.word == .each || text.first("无一", in: clause.range) == clause.range.lowerBound
        guard !isOfThoseBefore || context.state.wasRead else { return }
        var parts: [Clause] = []
        var rest = clause
        for (index, element) in clause.elements.enumerated() where index > 0 && element.word == .nothing {
            guard case .link(let link) = clause.elements[index - 1] else { continue }
            let earlier = rest.elements.prefix { ($0.start ?? link) < link }
            parts.append(Clause(range: rest.range.lowerBound..<link, elements: Array(earlier)))
            rest = Clause(range: link + 1..<clause.range.upperBound, elements: Array(clause.elements[index...]))
        }
        guard !parts.isEmpty else { return denyOnce(clause, own) }
        for part in parts + [rest] { denyOnce(part, self.own(part.elements, [])) }
    }

    private func isCovered(_ index: Int) -> Bool {
        (max(0, index - 5)...index).contains { covered[$0] > index }
    }

    private mutating func denyOnce(_ clause: Clause, _ own: Own) {
        let owner = reader.scope.owner(sentence, from: scopeStart, upTo: clause.range.upperBound)
        let isOfAll =
            !own.isLimited || own.meaning.leaves.count == 1
            || own.isAbout && text.containsAny(ClaimWords.informationDisclosure, in: clause.range)
        guard !isOtherYear, !isOtherPeriod, isOfAll, !own.isOtherYear, owner != .others, owner != .departments else {
            return
        }
        var meaning = own.meaning
        // 复议后起诉：没有
        let isBare = clause.elements.allSatisfy { [.nothing, .thisYear, .wholeYear].contains($0.word) }
        if meaning.isEmpty, clause.range.count < 5 || isBare && clause.range.allSatisfy(isCovered) { meaning = head }
        for index in clause.range {
            if let word = Self.deniers.phrase(in: text.letters, at: index) {
                covered[index] = max(covered[index], index + word.letters.count)
            }
        }
        if isAllClosed(clause, own) {
            if meaning.groups.isEmpty {
                guard before.columns.isEmpty else { return }
                meaning.add(before)
            }
            meaning.add(.column("pending"))
        }
        let isThisYear = text.containsAny(Self.thisYearsEnd, in: clause.range)
        let isListed = !meaning.groups.isEmpty && listsApplications(clause.elements)
        for meaning in meaning.denied(inThisYear: isThisYear) + (isListed ? [ClauseMeaning(.application)] : []) {
            // 无结转: either way.
            if meaning.words == [.carried], meaning.direction == nil, context.isAboutApplications {
                for kind in [ClaimKind.carriedOver, .carriedForward] { denials.append((kind, true, clause.range)) }
                continue
            }
            guard !meaning.isEmpty, let (kind, isVague) = meaning.kind(context, isSum: false), !isVague,
                !kind.isTotalOfApplications || meaning.has(.new) || meaning.has(.received) || kind == .received,
                !reader.vocabulary.leavesAny(text, [clause.range], of: kind.family, besides: covered)
            else { return }
            // 未收到口头申请: those in other ways were not denied.
            if kind.isTotalOfApplications, reader.isByOneWay(text, clause.range) { return }
            denials.append((kind.isTotalOfApplications ? .new : kind, false, clause.range))
        }
    }

    static let thisYearsEnd = ClaimWords.thisYearsEnd + ["零结转"]
    static let deniers: PhraseList = [
        "出现", "发生", "存在", "作出过", "作出", "做出", "归入", "列入", "获得", "任何", "一件", "情形", "情况", "案件", "而", "因", "以", "为由", "过",
        "实施", "申请", "答复", "决定", "相关", "属于", "要求", "提供", "本院", "本馆", "本校", "本中心", "来", "信息", "类", "形式", "现象", "事件", "方面",
        "内容", "事务", "本部门", "针对", "申诉",
    ]
}
