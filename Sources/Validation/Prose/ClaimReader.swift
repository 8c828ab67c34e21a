import ReportModel

/// Reads what a sentence claims about the tables.
///
/// A number is a claim only where the words beside it say which figure it is, and nothing says that it is another's,
/// another year's, a difference or a part of the whole: what is not understood is left alone.
struct ClaimReader: Sendable {
    let scope: ClaimScope
    let forms: FormVersions
    /// The sum of cells as the tables have it; nil where one of them is not known.
    let tableSum: @Sendable ([FigureID]) -> Int?

    /// What the numbers before said, which the next one may build on.
    struct State {
        var isAboutApplications = false
        var dispute: ClaimKind.DisputeGroup?
        var documents: String?
        var saysDecisions = false
        var part = Claim.Part.whole
        var sawReceived = false
        var sawCarriedOver = false
    }

    func claims(in sentences: [ProseSentence]) -> [Claim] {
        var claims: [Claim] = []
        var state = State()
        for sentence in sentences {
            let keepsPart =
                sentence.continues && sentence.letters.contains("其中", in: 0..<min(3, sentence.letters.letters.count))
            let before = state
            state = State()
            if keepsPart {
                state.part = before.part
                state.dispute = before.dispute
                state.isAboutApplications = before.isAboutApplications
            }
            claims += numbered(sentence, &state)
            claims += ZeroClaims(reader: self).claims(in: sentence)
        }
        return claims
    }

    private func numbered(_ sentence: ProseSentence, _ state: inout State) -> [Claim] {
        let text = sentence.letters
        var claims: [Claim] = []
        var previousEnd = 0
        for (index, mention) in sentence.numbers.enumerated() {
            guard let number = counted(mention, in: text) else { continue }
            let left = previousEnd..<number.range.lowerBound
            let next = sentence.numbers[(index + 1)...].first { counted($0, in: text) != nil }?.range.lowerBound
            let right = number.range.upperBound..<max(number.range.upperBound, next ?? text.letters.count)
            previousEnd = number.range.upperBound
            guard let (kind, isVague) = kind(of: number, left, right, sentence, state) else { continue }
            update(&state, with: kind, number)
            var claim = Claim(
                kind: kind, number: number, isVague: isVague, sentence: sentence.text, places: sentence.places)
            if case .result = kind { claim.part = state.part }
            claims.append(claim)
        }
        return claims
    }

    /// The mention, where it counts things or money. A bare number does at the end of 申请数量为0.
    private func counted(_ mention: NumberMention, in text: ProseLetters) -> NumberMention? {
        guard mention.unit == .other else { return mention }
        let start = mention.range.lowerBound
        let end = mention.range.upperBound
        guard start > 0, text.letters[end - 1].isASCIIDigit, Self.beforeBare.contains(text.letters[start - 1]),
            end == text.letters.count || Self.behindBare.contains(text.letters[end])
        else { return nil }
        var mention = mention
        mention.unit = .pieces
        return mention
    }

    private static let beforeBare: Set<Unicode.Scalar> = ["为", "：", "是", "共"]
    private static let behindBare: Set<Unicode.Scalar> = ["，", "、", "；", "）"]

    private func update(_ state: inout State, with kind: ClaimKind, _ number: NumberMention) {
        switch kind {
        case .new, .received:
            state.isAboutApplications = true
            state.sawReceived = true
            let isAll = tableSum(ClaimKind.incoming.options(forms)[0]) == number.value.count
            let isNew = tableSum(ClaimKind.new.options(forms)[0]) == number.value.count
            state.part = isAll && !(isNew && kind == .new) ? .whole : .new
        case .carriedOver:
            state.isAboutApplications = true
            state.sawCarriedOver = true
            state.part = .carriedOver
        case .incoming, .handled, .dealtWith, .receivedAndDealtWith, .carriedForward:
            state.isAboutApplications = true
            state.part = .whole
        case .result, .applicant: state.isAboutApplications = true
        case .dispute(let group, _):
            // A result belongs to the group that was named last.
            if group != .all { state.dispute = group }
        case .documents(let row, _): state.documents = row
        case .decisions: state.saysDecisions = true
        default: break
        }
    }

    private func kind(
        of number: NumberMention, _ left: Range<Int>, _ right: Range<Int>, _ sentence: ProseSentence, _ state: State
    ) -> (ClaimKind, Bool)? {
        let text = sentence.letters
        let start = number.range.lowerBound
        let local = text.clause(endingAt: start, from: left.lowerBound)
        let after = text.clause(startingAt: right.lowerBound, to: right.upperBound)
        let owner = scope.owner(text, upTo: start)
        guard owner != .others, scope.isThisYear(text, upTo: start),
            !ClaimScope.isDifference(text, before: start, from: left.lowerBound),
            !text.containsAny(ClaimWords.channels, in: local), !text.containsAny(ClaimWords.channels, in: after)
        else { return nil }
        let detector = KindDetector(sentence: sentence, state: state, year: scope.year, number: number)
        var clause = local
        // The clause with the number first, then the two before it: 本机关接到…提出的信息公开申请，共86件.
        for _ in 0..<3 {
            if let found = detector.kind(in: clause, followedBy: right) {
                return (found.0, found.1 || owner == .unclear)
            }
            guard clause.lowerBound - 1 > left.lowerBound, Self.isFiller(text, clause) else { break }
            clause = text.clause(endingAt: clause.lowerBound - 1, from: left.lowerBound)
            // 7件结果维持，1件结果纠正: what follows a number at once is said of that one.
            if clause.lowerBound == left.lowerBound, left.lowerBound > 0 { break }
        }
        // 31件予以公开; 有9件因尚在法定期限内，结转下一年度继续办理.
        guard Self.isFiller(text, local) else { return nil }
        if let found = detector.kind(behind: after) { return found }
        guard after.upperBound + 1 < right.upperBound else { return nil }
        let second = text.clause(startingAt: after.upperBound + 1, to: right.upperBound)
        return second.upperBound < right.upperBound || right.upperBound == text.letters.count
            ? detector.kind(behind: second) : nil
    }

    /// Words that say nothing of their own before a number.
    private static func isFiller(_ text: ProseLetters, _ range: Range<Int>) -> Bool {
        guard range.count <= 12 else { return false }
        var rest = range
        while !rest.isEmpty {
            guard
                let word = fillers.first(where: {
                    $0.matches(text.letters, at: rest.lowerBound) && $0.letters.count <= rest.count
                })
            else { return false }
            rest = (rest.lowerBound + word.letters.count)..<rest.upperBound
        }
        return true
    }

    private static let fillers: [Phrase] = [
        "其中", "其余", "尚有", "仍有", "另有", "另外", "还有", "共计", "合计", "总计", "累计", "共有", "全年", "本年度", "今年", "分别", "均", "共", "有",
        "为",
        "对", "的", "达", "约", "近", "计", "了", "各", "是", "中", "数量", "总数", "件数", "总量", "件",
    ]
}
