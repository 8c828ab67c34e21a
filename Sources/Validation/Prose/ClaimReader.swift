import ReportModel

/// Reads what a sentence claims about the tables.
///
/// A number is a claim only where the words beside it say which figure it is, and nothing says that it is another's,
/// another year's, a difference or a part of the whole: what is not understood is left alone.
struct ClaimReader {
    let scope: ClaimScope
    let vocabulary: ClaimVocabulary
    let sums: KindSums

    /// What the numbers before said, which the next one may build on.
    struct State {
        var isAboutApplications = false
        /// The sentence before was, in the same paragraph: verbs alone go on about them.
        var wasAboutApplications = false
        var dispute: ClaimKind.DisputeGroup?
        var documents: String?
        var documentColumns: [String]?
        var saysDecisions = false
        var sawApplicant = false
        /// The last result was of 其他处理.
        var sawOther = false
        var part = Claim.Part.whole
        var sawReceived = false
        var sawCarriedOver = false
        var sawHandled = false
        /// The number of those that came in is that of the new ones: so are their applicants.
        var isOfNewAlone = false
        /// The new ones and those carried over were counted together.
        var sawAll = false
        /// The number before was of both.
        var isOfAll = false
        /// Of whom the sentence before told, in the same paragraph.
        var ownerBefore = ClaimScope.Owner.ours
        /// The last number with verbs like 收到 counted other things: verbs alone go on about those.
        var isOnOthers = false
        /// The number right before counted disputes.
        var countsDisputes = false
        /// The number right before was read, and for certain.
        var wasRead = true
        /// 其他领域行政复议案件1286件，维持902件: results of disputes that nobody knows.
        var isOnOtherDisputes = false
        /// 需征求意见的9件，其中同意公开5件: parts of something that was not.
        var isUnderUnread = false
    }

    func claims(in sentences: [ProseSentence]) -> [Claim] {
        var claims: [Claim] = []
        var state = State()
        var owner = ClaimScope.Owner.ours
        // The sentence before, where items may stand under it.
        var head: ProseLetters?
        for sentence in sentences {
            let keepsPart =
                sentence.continues && sentence.letters.contains("其中", in: 0..<min(3, sentence.letters.letters.count))
            let before = state
            state = State()
            if sentence.continues {
                state.ownerBefore = owner
                state.wasAboutApplications = before.isAboutApplications || before.wasAboutApplications
                // 行政复议4件。维持2件，纠正1件
                if ClaimWords.disputeResults.id(in: sentence.letters.letters, at: 0) != nil {
                    state.dispute = before.dispute
                }
            }
            if keepsPart {
                state.part = before.part
                state.dispute = before.dispute
                state.isAboutApplications = before.isAboutApplications
            }
            claims += self.claims(of: sentence, under: sentence.continues ? head : nil, &state)
            head =
                sentence.numbers.allSatisfy { $0.unit == .other } && sentence.letters.letters.count <= 12
                ? sentence.letters : nil
            if !sentence.numbers.isEmpty || !sentence.continues {
                var end = sentence.numbers.last?.range.lowerBound ?? sentence.letters.letters.count
                // 全市收到1426件，其中向市级部门提出642件: the next sentence goes on about the whole.
                if let first = sentence.numbers.first?.range.upperBound, first < end {
                    end = sentence.letters.first("其中", in: first..<end) ?? end
                }
                owner = scope.named(sentence, upTo: end) ?? state.ownerBefore
            }
        }
        return claims
    }

    /// The mention, where it counts things or money. A bare number does at the end of 申请数量为0.
    func counted(_ mention: NumberMention, in text: ProseLetters) -> NumberMention? {
        guard mention.unit == .other else { return mention }
        let start = mention.range.lowerBound
        let end = mention.range.upperBound
        guard start > 0 else { return nil }
        // 维持7，纠正1; 被复议4次
        let isBare =
            text.letters[end - 1].isASCIIDigit
            && (end == text.letters.count || Self.behindBare.contains(text.letters[end]))
            && (Self.beforeBare.contains(text.letters[start - 1]) || Self.listed.ends(in: text.letters, at: start))
        let isTimes = text.letters[end - 1] == "次" && Self.timed.ends(in: text.letters, at: start)
        // 自然人14人, 企业1家: who asked, once each as far as it tells.
        let isPeople =
            (end < text.letters.count && Self.people.contains(text.letters[end]) || text.letters[end - 1] == "次")
            && ClaimWords.allApplicants.phrases.ends(in: text.letters, at: start)
        guard isBare || isTimes || isPeople else { return nil }
        var mention = mention
        mention.unit = .pieces
        mention.countsPeople = isPeople && text.letters[end - 1] != "次"
        return mention
    }

    private static let people: LetterChoice = ["人", "名", "位", "户", "家"]
    private static let beforeBare: LetterChoice = ["为", "：", "是", "共", "有"]
    private static let listed = ClaimWords.disputeResults.phrases + ClaimWords.results.phrases + ClaimWords.otherOnes
    /// 被复议4次, 依申请公开17次, 强制措施1289次
    private static let timed: PhraseList = [
        "被复议", "被诉", "复议", "诉讼", "起诉", "依申请公开", "强制措施", "行政强制", "行政处罚", "行政许可",
    ]
    private static let behindBare: LetterChoice = ["，", "、", "；", "）"]

    func update(
        _ state: inout State, with kind: ClaimKind, _ number: NumberMention, _ text: ProseLetters
    ) {
        if case .dispute = kind { state.countsDisputes = true } else { state.countsDisputes = false }
        state.isOfAll = kind == .incoming
        switch kind {
        case .new, .received:
            state.isAboutApplications = true
            state.sawReceived = true
            let isAll = sums.incoming == number.value.count
            let isNew = sums.new == number.value.count
            state.sawAll = state.sawAll || isAll
            state.part = isAll && !(isNew && kind == .new) ? .whole : .new
            state.isOfNewAlone = isNew && !isAll
        case .carriedOver:
            state.isAboutApplications = true
            state.sawCarriedOver = true
            // 答复1453件，包括上年结转30件。其中…: what follows is of all of them.
            let clause = text.clause(endingAt: number.range.lowerBound, from: 0)
            if !text.containsAny(ClaimWords.partsOrInclusion, in: clause) { state.part = .carriedOver }
        case .receivedAndDealtWith:
            state.isAboutApplications = true
            state.sawReceived = true
            state.sawAll = state.sawAll || sums.incoming == number.value.count
            let isOther = sums.incoming == number.value.count || sums.has(number.value.count, for: .handled)
            state.isOfNewAlone = sums.new == number.value.count && !isOther
            state.part = .whole
        case .incoming, .handled, .dealtWith, .carriedForward:
            state.isAboutApplications = true
            state.sawAll = state.sawAll || kind == .incoming
            state.sawHandled = state.sawHandled || kind == .handled || kind == .dealtWith
            state.part = .whole
        case .result(let rows, _):
            state.isAboutApplications = true
            state.sawOther = rows.allSatisfy { $0 == "other" || $0.hasPrefix("other.") }
        case .applicant, .newApplicant:
            state.isAboutApplications = true
            state.sawApplicant = true
        case .dispute(let group, _):
            // A result belongs to the group that was named last.
            if group != .all { state.dispute = group }
        case .documents(let row, let columns):
            state.documents = row
            // All five are named where the sentence says none.
            state.documentColumns = columns.count < 5 ? columns : nil
        case .decisions: state.saysDecisions = true
        default: break
        }
    }

    /// What the columns add up to that a list of applicants does not name.
    func otherApplicants(_ text: ProseLetters) -> Int {
        let named = zip(ClaimWords.allApplicants.phrases.phrases, ClaimWords.allApplicants.ids)
            .filter { text.contains($0.0, in: text.all) }.map(\.1)
        return ["natural_person", "enterprise", "research", "social", "legal_service", "other"]
            .filter { !named.contains($0) }
            .reduce(0) { $0 + (sums[.newApplicant($1)].first?.sum ?? 0) }
    }

    func agrees(_ claim: Claim) -> Bool {
        guard claim.number.exactness == .exact, claim.extent == .own else { return false }
        return sums.has(claim.number.value.count, for: claim.kind)
    }
}
