import ReportModel

/// A number with what stands around it.
struct NumberPlace {
    let number: NumberMention
    let sentence: ProseSentence
    /// What it counts, where that stands behind it: 233件行政处罚决定.
    let thing: Range<Int>?
    /// From the number before it, and up to the next.
    let left: Range<Int>
    let right: Range<Int>
    /// Its own clause before it, and behind it.
    let local: Range<Int>
    let after: Range<Int>
    /// The next number's own words begin in the same clause.
    let isCut: Bool

    init(_ number: NumberMention, in sentence: ProseSentence, from previous: Int, to next: Int?) {
        let text = sentence.letters
        self.number = number
        self.sentence = sentence
        left = previous..<number.range.lowerBound
        right = number.range.upperBound..<max(number.range.upperBound, next ?? text.letters.count)
        thing = CountedThing.range(behind: number.range.upperBound, in: text)
        local = text.clause(endingAt: number.range.lowerBound, from: left.lowerBound)
        let clause = text.clause(startingAt: right.lowerBound, to: right.upperBound)
        // 17件申请及上年结转的3件: what follows the link belongs to the next number.
        let link = clause.upperBound == next ? text.letters[clause].firstIndex(where: Self.joining.contains) : nil
        after = clause.lowerBound..<(link ?? clause.upperBound)
        isCut = clause.upperBound == right.upperBound && right.upperBound < text.letters.count
    }

    private static let joining: LetterChoice = ["及", "和", "与"]
}

extension ClaimReader {
    func hasUnreadWords(_ reading: Reading, _ text: ProseLetters, besides read: [Int] = []) -> Bool {
        if reading.kind.rule == "prose.applications", !reading.kind.isResult,
            OtherApplications.isNamed(in: reading.words)
        {
            return true
        }
        if reading.kind.isTotalOfApplications || reading.kind == .carriedOver, isNarrowed(reading.words) { return true }
        // 投诉举报办结48件 is no result.
        if reading.kind == .result("rejected.petition"), Self.verbs.isIn(reading.words) { return true }
        // A reason or a court's result is one cell, whatever stands around it, unless it is told of a field.
        if reading.kind.isOneCell, !ClaimWords.aboutSomething.isIn(reading.words) { return false }
        let before = reading.wordsBefore.startIndex..<reading.wordsBefore.endIndex
        if reading.kind.isTotalOfApplications, vocabulary.endsUnread(text, before, of: .applications) { return true }
        return isAnythingLeft(of: reading, text, besides: read)
    }

    /// Whether they are other things than applications, or some of them.
    private func isNarrowed(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        // 出具政府信息公开申请答复书84份, but not 出具答复书5份
        if ClaimWords.answers.isIn(words), !ClaimWords.informationDisclosure.isIn(words) { return true }
        return ClaimWords.narrowing.isIn(words) || Self.isOfKind(words)
    }

    /// 执法办案类依申请公开3件
    private static func isOfKind(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        words.indices.contains { $0 > words.startIndex && words[$0] == "类" && !anyKind.contains(words[$0 - 1]) }
    }

    private static let anyKind: LetterChoice = ["各", "此", "该", "开", "分", "种"]

    /// 受理公证申请17件: something is received or dealt with that is no application for information.
    func countsOthers(_ place: NumberPlace) -> Bool {
        let text = place.sentence.letters
        let words = text.letters[place.local.lowerBound..<max(place.local.upperBound, place.thing?.upperBound ?? 0)]
        return text.containsAny(Self.allVerbs, in: place.local)
            && scope.isThisYear(text, upTo: place.number.range.lowerBound)
            && (text.containsAny(ClaimWords.notApplications, in: place.local)
                || vocabulary.leavesAny(text, [words.startIndex..<words.endIndex])
                || OtherApplications.isNamed(in: words))
    }

    private static let verbs = ClaimWords.received + ClaimWords.newlyReceived + ClaimWords.handled
    private static let allVerbs = verbs + ClaimWords.dealtWith + ClaimWords.application

    /// 办结12件，结转下年4件: what they are was said before.
    func isOfVerbsAlone(_ reading: Reading) -> Bool {
        guard reading.kind.rule == "prose.applications", !reading.kind.isOneCell else { return false }
        let naming = ClaimWords.application + ClaimWords.informationDisclosure + ClaimWords.disclosureResults
        return !naming.isIn(reading.words)
    }

    struct Reading {
        var kind: ClaimKind
        var isVague: Bool
        var extent: Claim.Extent
        var isByWay: Bool
        var words: ArraySlice<Unicode.Scalar> = []
        /// Those before the number.
        var wordsBefore: ArraySlice<Unicode.Scalar> = []
    }

    /// What the words around a number say that it counts; nil where they do not say it.
    func reading(of place: NumberPlace, named name: Range<Int>?, _ state: State) -> Reading? {
        let (text, sentence) = (place.sentence.letters, place.sentence)
        let (number, thing, left, right) = (place.number, place.thing, place.left, place.right)
        let (start, local, after) = (number.range.lowerBound, place.local, place.after)
        let owned = scope.named(sentence, upTo: start)
        let owner = owned ?? .ours
        guard owner != .others, scope.isThisYear(text, upTo: start),
            !ClaimScope.isDifference(text, before: start, from: left.lowerBound)
        else { return nil }
        let isByWay = isByWay(text, local) || isByWay(text, after)
        let detector = KindDetector(
            sentence: sentence, state: state, carriedWords: scope.carriedWords, number: number, vocabulary: vocabulary)
        // Up to the next number's own words.
        let isCut = place.isCut
        let own = thing?.upperBound ?? right.lowerBound
        // 84件并按规定予以答复: what is done with them does not tell which ones they are.
        let goesOn = own < after.upperBound && Self.beginsPredicate.contains(text.letters[own])
        // 对上年结转的17件申请逐件建立台账: the same, behind 的.
        let isWhole = thing != nil && start > 0 && text.letters[start - 1] == "的"
        let end = isCut || goesOn || isWhole ? own : after.upperBound
        func reading(_ found: (ClaimKind, Bool)?, from first: Int) -> Reading? {
            guard let found, !found.0.isTotalOfApplications || !isOneOfSeveral(text, right) else { return nil }
            let words = text.letters[topic(text, before: min(first, local.lowerBound))..<max(start, end)]
            // 全县收到130件。其中予以公开59件: of the whole county as well.
            let isGoingOn = owned == nil && found.0.rule == "prose.applications"
            if isGoingOn, state.ownerBefore == .others, !found.0.isTotalOfApplications { return nil }
            let extent = isGoingOn ? state.ownerBefore.extent : owner.extent
            guard isByWay, found.0.rule == "prose.applications" else {
                return Reading(
                    kind: found.0, isVague: found.1, extent: extent, isByWay: false, words: words,
                    wordsBefore: words.prefix(max(0, start - words.startIndex)))
            }
            // A number of applications that came in one way is at most that of all.
            guard owner == .ours, found.0.isTotalOfApplications, !found.1,
                text.containsAny(ClaimWords.disclosureApplication, in: local.lowerBound..<after.upperBound)
            else { return nil }
            return Reading(kind: found.0, isVague: false, extent: .oneWay, isByWay: true)
        }
        if let name { return reading(detector.kind(in: name, followedBy: right), from: name.lowerBound) }
        var clause = local
        // 233件行政处罚决定: what stands behind the number is its own.
        if let thing, thing.upperBound <= right.upperBound {
            let own = local.lowerBound..<thing.upperBound
            if let shared = detector.sharedResult(of: thing) { return reading((shared, false), from: local.lowerBound) }
            if let found = detector.kind(behind: after), found.0.isPartOfDisputes {
                return reading(found, from: local.lowerBound)
            }
            if let found = detector.kind(in: own, followedBy: right) { return reading(found, from: own.lowerBound) }
        }
        let isRest = text.containsAny(ClaimWords.rest, in: local)
        // 已全部办结；其中3件予以公开: the verb of its own clause before those of others.
        let isFirst = Self.isFiller(text, local)
        if isFirst, let found = detector.kind(behind: after) { return reading(found, from: local.lowerBound) }
        // 一件是…: what it is stands behind, whether that is read or not.
        if isFirst, local.isEmpty, KindDetector.being.contains(in: text.letters, at: after.lowerBound) { return nil }
        // The clause with the number first, then the two before it: 本机关接到…提出的信息公开申请，共86件.
        for _ in 0..<3 {
            if let found = detector.kind(in: clause, followedBy: right) {
                return reading(found, from: clause.lowerBound)
            }
            // 属于行政查询事项、告知其另行查询的11件
            if clause.lowerBound > left.lowerBound, text.letters[clause.lowerBound - 1] == "、",
                case let list = text.clauseOfList(endingAt: clause.upperBound), list.lowerBound >= left.lowerBound,
                !text.letters[list].contains(where: \.isASCIIDigit),
                let found = detector.kind(in: list, followedBy: right),
                found.0.isOneCell || found.0 == .carriedOver
            {
                return reading(found, from: list.lowerBound)
            }
            guard clause.lowerBound - 1 > left.lowerBound, !isRest, Self.isFiller(text, clause) else { break }
            clause = text.clause(endingAt: clause.lowerBound - 1, from: left.lowerBound)
            // 办结率90.3%，…: that clause has a number of its own.
            let words = text.letters[clause].drop { $0.isASCIIDigit || $0 == "." }
            if words.contains(where: \.isASCIIDigit), !Self.isShare(text, clause, in: left) { break }
            // 受理的申请中，84件已作出答复: a topic, of which the number tells a part.
            if Self.isTopic(text, clause) { break }
            // 答复41件（含上年结转），尚有2件…: an aside belongs to the number before it.
            if clause.isEmpty, clause.lowerBound > 0, text.letters[clause.lowerBound - 1] == "）" { break }
            // 7件结果维持，1件结果纠正: what follows a number at once is said of that one.
            if clause.lowerBound == left.lowerBound, left.lowerBound > 0 { break }
        }
        // 31件予以公开; 有9件因尚在法定期限内，结转下一年度继续办理.
        guard isFirst, after.upperBound + 1 < right.upperBound else { return nil }
        let second = text.clause(startingAt: after.upperBound + 1, to: right.upperBound)
        return second.upperBound < right.upperBound || right.upperBound == text.letters.count
            ? reading(detector.kind(behind: second), from: local.lowerBound) : nil
    }

    /// 公证申请方面，接到33宗: where the clause begins that says what is counted.
    private func topic(_ text: ProseLetters, before start: Int) -> Int {
        guard start > 3, Self.onTopic.matches(text.letters, at: start - 3) else { return start }
        return text.clause(endingAt: start - 1, from: 0).lowerBound
    }

    private static let onTopic: Phrase = "方面，"

    /// 网上提交55件, but not 信函等渠道: there all of them are counted together.
    func isByWay(_ text: ProseLetters, _ range: Range<Int>) -> Bool {
        if text.containsAny(ClaimWords.allWays, in: range) { return false }
        guard let way = text.last(ofAny: ClaimWords.channels, in: range) else { return false }
        // 书面答复41件
        if text.containsAny(ClaimWords.answeredInWriting, in: range) { return false }
        return !text.containsAny(ClaimWords.andOthers, in: way..<min(way + 5, range.upperBound))
    }

    /// 信息公开申请3件、纸质申请36件: kinds of applications, side by side.
    private func isOneOfSeveral(_ text: ProseLetters, _ right: Range<Int>) -> Bool {
        guard right.upperBound < text.letters.count, !right.isEmpty, text.letters[right.lowerBound] == "、" else {
            return false
        }
        // 收到申请13件、20件和7件
        if right.count == 1 { return true }
        return text.containsAny(ClaimWords.application, in: right) && !text.containsAny(Self.tellsFigure, in: right)
    }

    private static let tellsFigure =
        ClaimWords.received + ClaimWords.newlyReceived + ClaimWords.handledOrDealtWith + ClaimWords.carried
        + ClaimWords.results.phrases + ClaimWords.allApplicants.phrases + ClaimWords.anyDispute + ClaimWords.lastYear

    /// 自然人申请占比81.4%，共70件: the share is of what is counted, where it is the only one.
    private static func isShare(_ text: ProseLetters, _ clause: Range<Int>, in left: Range<Int>) -> Bool {
        text.contains("占", in: clause) && text.letters[left].count(where: { $0 == "%" }) == 1
    }

    private static let beginsPredicate: LetterChoice = ["且", "并", "已", "均", "都", "全", "按", "依", "悉", "皆"]

    /// 对收到的申请, 受理的申请中
    private static func isTopic(_ text: ProseLetters, _ clause: Range<Int>) -> Bool {
        guard let first = text.letters[clause].first, let last = text.letters[clause].last else { return false }
        return within.contains(last) || towards.contains(first)
    }

    private static let within: LetterChoice = ["中", "里", "内"]
    private static let towards: LetterChoice = ["对", "就"]

    /// Words that say nothing of their own before a number.
    private static func isFiller(_ text: ProseLetters, _ range: Range<Int>) -> Bool {
        guard range.count <= 20 else { return false }
        var rest = range
        while !rest.isEmpty {
            // 2024年共计6件, 截至2023年12月31日仍有19件
            let digits = text.letters[rest].prefix(while: \.isASCIIDigit).count
            if digits > 0, digits < rest.count, dates.contains(text.letters[rest.lowerBound + digits]) {
                rest = (rest.lowerBound + digits + 1)..<rest.upperBound
                continue
            }
            guard
                let word = fillers.phrases.first(where: {
                    $0.matches(text.letters, at: rest.lowerBound) && $0.letters.count <= rest.count
                })
            else { return false }
            rest = (rest.lowerBound + word.letters.count)..<rest.upperBound
        }
        return true
    }

    private static let dates: LetterChoice = ["年", "月", "日"]
    private static let fillers: PhraseList =
        ClaimWords.rest + ClaimWords.pending + [
            "期限", "另",
            "其中", "已有", "上述", "以上", "在", "实际", "总共", "一共", "目前", "已", "尚有", "仍有", "另有", "另外", "还有",
            "除", "除了", "年内", "截至年底", "年底", "年末", "余", "截至", "截止",
            "共计", "合计", "总计", "累计", "共有", "全年", "本年度", "今年",
            "分别", "均", "共", "有", "多达", "达到", "高达", "只", "度", "底", "末", "如", "即", "时点",
            "为", "尚", "仍", "还", "仅", "只有", "全市", "全县", "全区", "我局", "我市", "我县", "我区", "我镇", "我街道", "我办",
            "对", "的", "达", "约", "近", "计", "了", "各", "是", "中", "数量", "总数", "件数", "总量", "件",
        ]
}
