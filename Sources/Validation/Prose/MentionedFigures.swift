import ReportModel

/// Figures that a sentence names, whatever numbers were read as theirs.
///
/// A number that is none of the figure's that it was read as, but another's that the sentence names and that no other
/// number of it tells, was most likely read wrong: such a difference is never more than a note.
struct MentionedFigures {
    let sums: KindSums

    /// Differences of one sentence that may be another figure's number become unclear.
    func settle(_ outcomes: inout [ClaimCheck.Outcome]) {
        let open = outcomes.indices.filter { isOpen(outcomes[$0]) }
        guard !open.isEmpty else { return }
        let sentences = Dictionary(grouping: outcomes.indices) { outcomes[$0].claim.order }
        for (order, differences) in Dictionary(grouping: open, by: { outcomes[$0].claim.order }) {
            let same = (sentences[order] ?? []).map { outcomes[$0] }
            let told = Set(same.flatMap(\.cells))
            let named = kinds(in: ProseLetters(outcomes[differences[0]].claim.sentence))
            for index in differences {
                let claim = outcomes[index].claim
                // 办结84件…，其余9件…答复: a figure is told once.
                let isTold =
                    !claim.kind.isFigure
                    && same.contains { $0.answer == .agrees && $0.claim.kind == claim.kind && $0.claim.extent == .own }
                // Labels of results hold one another's words.
                let others = if case .result = claim.kind { named.others } else { named.results + named.others }
                let isOthers =
                    claim.kind.rule == "prose.applications"
                    && others.contains { kind in
                        sums[kind].contains { option in
                            option.sum == claim.number.value.count && !option.cells.contains(where: told.contains)
                        }
                    }
                if isTold || isOthers { outcomes[index].answer = .unclear }
            }
        }
    }

    private func isOpen(_ outcome: ClaimCheck.Outcome) -> Bool {
        guard outcome.answer == .differs, let value = outcome.claim.number.value.count else { return false }
        return value > 0 && outcome.claim.number.exactness == .exact
    }

    /// What the words of the sentence can stand for.
    private func kinds(in text: ProseLetters) -> (results: [ClaimKind], others: [ClaimKind]) {
        func has(_ words: PhraseList) -> Bool { text.containsAny(words, in: text.all) }
        var others = ids(ClaimWords.applicants, text).map { ClaimKind.applicant($0) }
        if has(ClaimWords.nextYearOrPending) { others.append(.carriedForward) }
        if has(ClaimWords.lastYear), has(ClaimWords.carriedOrPending) { others.append(.carriedOver) }
        return (ids(ClaimWords.results, text).map { ClaimKind.result($0) }, others)
    }

    /// By the longest words: 不同意公开 names no 同意公开.
    private func ids(_ table: PhraseTable, _ text: ProseLetters) -> [String] {
        let phrases = table.phrases.phrases
        let possible = phrases.indices.filter { text.mayHold(phrases[$0]) }
        guard !possible.isEmpty else { return [] }
        var ids: [String] = []
        var index = 0
        while index < text.letters.count {
            guard let place = possible.first(where: { phrases[$0].matches(text.letters, at: index) }) else {
                index += 1
                continue
            }
            // 均为自然人申请 gives no other number.
            if !text.containsAny(ClaimWords.allOfThem, in: max(0, index - 4)..<index) { ids.append(table.ids[place]) }
            index += phrases[place].letters.count
        }
        return ids
    }
}
