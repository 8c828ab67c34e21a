import ReportModel

/// What a number counts: whether words that nobody knows make another thing of it, or some of them.
extension ClauseReader {
    /// Everyday words count much that the tables do not hold: 用地申请, 户籍类行政复议, 林木采伐许可, 督查事项33件.
    ///
    /// A word that is not known tells of which ones only where it stands at once before what is counted, or before the
    /// number; or behind both, where the number comes first: 22件申请要求…. Elsewhere it tells how, by whom, and what for.
    func isOfOtherThings(_ reading: ClaimReader.Reading, _ mention: NumberMention, _ clause: Clause) -> Bool {
        let family = reading.kind.family
        guard ![.results, .applicants, .common].contains(family) else { return false }
        let own = text.clauseOfList(endingAt: reading.words.startIndex).lowerBound
        var start = own
        let ownNames = names(in: clause.elements, from: own)
        let isNumberFirst = !ownNames.contains { $0.range.lowerBound < mention.range.lowerBound }
        let hasThing = ownNames.contains(where: \.isThing)
        // 物业管理方面的规范性文件，现行有效2件
        if !hasThing, let headRange { start = min(start, headRange.lowerBound) }
        // 取水许可、河道采砂许可等行政许可: all of them, by some of their names.
        if family == .decisions, let list = text.last("等", in: start..<max(start, mention.range.lowerBound)),
            !text.contains("对", in: start..<list),
            names(in: clause.elements, from: list).first?.range.lowerBound == list + 1
        {
            start = list + 1
        }
        let range = start..<reading.words.endIndex
        let (unread, isLimited) = reader.vocabulary.unreadWords(text, range, of: family, besides: covered)
        if isLimited, family != .carried { return true }
        // “双减”工作方面的行政规范性文件制发1件
        if family == .documents, text.containsAny(Self.ofField, in: range) { return true }
        let isOnRequest = family == .applications || family == .disputes
        let names = ownNames + names(in: headElements, from: start)
        // 作出实体答复72件: some of the answers.
        let isMade = text.containsAny(Self.making, in: min(own, mention.range.lowerBound)..<mention.range.lowerBound)
        let joints = isOnRequest ? Self.joints + Self.andSoOn : Self.joints
        return unread.contains { word in
            // 受理点1个; elsewhere one letter is a slip of ours.
            guard word.count > 1 else { return word.upperBound == mention.range.lowerBound }
            if word.count > 2, Self.fields.isIn(text.letters[word]) { return true }
            var next = word.upperBound
            while next < text.letters.count {
                if Self.fields.contains(in: text.letters, at: next) { return true }
                if word.upperBound > own,
                    next == mention.range.lowerBound
                        || names.contains(where: { ($0.isThing || isMade) && $0.range.contains(next) })
                {
                    return true
                }
                let plain = (headElements + clause.elements).lazy.compactMap { element -> Int? in
                    if case .word(.plain, let place) = element, place.lowerBound == next {
                        place.upperBound
                    } else {
                        nil
                    }
                }.first
                guard let end = plain ?? joints.phrase(in: text.letters, at: next).map({ next + $0.letters.count })
                else { break }
                next = end
            }
            // 对校外培训机构作出行政处罚14件
            if family == .decisions, word.lowerBound > 0, text.letters[word.lowerBound - 1] == "对" { return true }
            guard word.lowerBound >= mention.range.upperBound, family != .carried else { return false }
            // 诉讼案件2件为合同纠纷
            if Self.being.contains(text.letters[word.lowerBound - 1]) { return true }
            return isNumberFirst
        }
    }

    /// Words that are not known may tell of one subject or occasion, wherever they stand before the number: 围绕水利工程管理，我局制定4件;
    /// 查处交通违法等案件并作出处罚120件. Whatever counts the whole year is behind them: 围绕中心工作，全年共制定4件.
    func isOfSome(
        _ reading: ClaimReader.Reading, _ mention: NumberMention, _ clause: Clause, _ isLimited: Bool
    ) -> Bool {
        let family = reading.kind.family
        guard family != .common, family != .carried else { return false }
        // 对企业提交的申请，予以公开6件
        if case .result(_, ["total"]) = reading.kind, !head.applicants.isEmpty { return true }
        if isLimited, family == .decisions || family == .documents { return true }
        let place = mention.range.lowerBound
        var start = scopeStart
        for (index, number) in sentence.numbers.enumerated() where number.range.upperBound <= place {
            let isYear = year(number) != nil
            // 对违规机构下达整改通知9份，作出行政处罚2件: what was not read goes on.
            if isYear || answers[index] != nil { start = max(start, number.range.upperBound + (isYear ? 1 : 0)) }
        }
        for mark in start..<place where !Self.noTotals.contains(in: text.letters, at: mark - 1) {
            if let word = Self.totals.phrase(in: text.letters, at: mark) {
                start = max(start, mark + word.letters.count)
            }
        }
        func isUnread(_ range: Range<Int>) -> Bool {
            reader.vocabulary.leavesAny(text, [range], of: family, besides: covered)
        }
        var own = max(start, clause.range.lowerBound)
        // 民办学校设立等行政许可决定69件: all of them, by some of their names.
        if let list = text.last("等", in: own..<place), !text.contains("并", in: list..<place) { own = list + 1 }
        if isUnread(own..<place) { return true }
        var end = clause.range.lowerBound - 1
        while end > start {
            let before = max(start, text.clauseOfList(endingAt: end).lowerBound)
            let isSubject =
                Self.subjects.contains(in: text.letters, at: before) || text.containsAny(Self.topics, in: before..<end)
                || Self.occasions.ends(in: text.letters, at: end)
            if isSubject, isUnread(before..<end) { return true }
            end = before - 1
        }
        return false
    }

    private static let totals: PhraseList =
        ClaimWords.wholeYear + ["当年", "年度", "年来", "年底", "年末", "累计", "合计", "总计", "共"]
    private static let noTotals: PhraseList = ["公共", "，共同", "局共同", "共享"]
    /// At the beginning of a clause.
    private static let subjects: PhraseList = ["就", "对", "为", "因", "在"]
    private static let topics: PhraseList = ["围绕", "聚焦", "针对", "结合", "聚力", "紧扣", "着眼", "立足", "涉及"]
    private static let occasions: PhraseList = ["中", "内", "期间", "行动", "案件", "时", "后"] + fields

    /// What is named there.
    private func names(in elements: [Element], from start: Int) -> [(range: Range<Int>, isThing: Bool)] {
        elements.compactMap { element in
            guard case .word(let word, let place) = element, word.isNaming, place.lowerBound >= start else {
                return nil
            }
            return (place, word.isThing)
        }
    }

    private static let making: PhraseList = ["作出", "做出", "出具"]
    private static let being: LetterChoice = ["为", "系", "是", "属", "于"]
    private static let andSoOn: PhraseList = ["等"]
    private static let fields: PhraseList = ["方面", "领域"]
    private static let ofField: PhraseList = ["方面的", "领域的"]
    private static let joints: PhraseList = [
        "的", "类", "引发", "引起", "产生", "导致", "、", "和", "及", "与", "或", "共计", "合计", "总计", "共", "有", "为", "是", "事项", "案件",
        "业务", "工作", "申请", "登记", "中", "件", "（", "镇", "乡", "县", "市", "区", "局",
    ]
}

extension ClauseWord {
    /// Something that can be counted, rather than what was done with it.
    var isThing: Bool {
        switch self {
        case .application, .group, .documents, .decision, .charges, .purchases: true
        default: false
        }
    }

    /// What an office has, as soon as it is named: 临江县行政复议4件, but not 县政府信息公开申请 nor 市政府规章.
    var isOfOffice: Bool {
        switch self {
        case .documentColumn, .new, .carried, .carriedOver, .carriedForward: true
        default: isThing && self != .application && self != .documents("regulations")
        }
    }
}
