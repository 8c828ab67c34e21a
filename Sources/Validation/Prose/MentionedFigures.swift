import ReportModel

/// Figures that a sentence names, whatever numbers were read as theirs.
///
/// A number that is none of the figure's that it was read as, but another's that the sentence names and that no other
/// number of it tells, was most likely read wrong: such a difference is never more than a note.
struct MentionedFigures {
    private let forms: FormVersions
    private let sum: ([FigureID]) -> Int?

    init(_ forms: FormVersions, sum: @escaping ([FigureID]) -> Int?) {
        self.forms = forms
        self.sum = sum
    }

    /// Differences of one sentence that may be another figure's number become unclear.
    func settle(_ outcomes: inout [ClaimCheck.Outcome]) {
        for index in outcomes.indices where outcomes[index].answer == .differs {
            let claim = outcomes[index].claim
            guard let value = claim.number.value.count, value > 0, claim.number.exactness == .exact,
                claim.kind.rule == "prose.applications"
            else {
                continue
            }
            let same = outcomes.filter { $0.claim.sentence == claim.sentence }
            // 办结84件…，其余9件…答复: a figure is told once.
            let isTold =
                claim.kind.isTotalOfApplications
                && same.contains { $0.answer == .agrees && $0.claim.kind == claim.kind && $0.claim.extent == .own }
            let told = same.flatMap(\.cells)
            let isOthers = kinds(in: ProseLetters(claim.sentence), besides: claim.kind).contains { kind in
                kind.options(forms).contains { cells in !cells.contains(where: told.contains) && sum(cells) == value }
            }
            if isTold || isOthers { outcomes[index].answer = .unclear }
        }
    }

    /// What the words of the sentence can stand for.
    private func kinds(in text: ProseLetters, besides kind: ClaimKind) -> [ClaimKind] {
        func has(_ words: PhraseList) -> Bool { text.containsAny(words, in: text.all) }
        var kinds: [ClaimKind] = []
        // Labels of results hold one another's words.
        if case .result = kind {} else { kinds += ids(ClaimWords.results, text).map { ClaimKind.result($0) } }
        kinds += ids(ClaimWords.applicants, text).map { .applicant($0) }
        if has(ClaimWords.nextYearOrPending) { kinds.append(.carriedForward) }
        if has(ClaimWords.lastYear), has(ClaimWords.carriedOrPending) { kinds.append(.carriedOver) }
        return kinds
    }

    /// By the longest words: 不同意公开 names no 同意公开.
    private func ids(_ table: PhraseTable, _ text: ProseLetters) -> [String] {
        var ids: [String] = []
        var index = 0
        while index < text.letters.count {
            guard let place = table.phrases.phrases.firstIndex(where: { $0.matches(text.letters, at: index) }) else {
                index += 1
                continue
            }
            // 均为自然人申请 gives no other number.
            if !text.containsAny(ClaimWords.allOfThem, in: max(0, index - 4)..<index) { ids.append(table.ids[place]) }
            index += table.phrases.phrases[place].letters.count
        }
        return ids
    }
}
