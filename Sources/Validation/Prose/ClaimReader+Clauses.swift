import ReportModel

/// What clauses say word by word, beside what is found by searching for known turns of speech.
extension ClaimReader {
    func claims(of sentence: ProseSentence, _ state: inout State) -> [Claim] {
        var clauses = ClauseReader(reader: self, sentence: sentence, context: context(of: sentence, state))
        clauses.read()
        state = clauses.context.state
        return merged([], clauses, sentence)
    }

    func merged(_ found: [Claim], _ clauses: ClauseReader, _ sentence: ProseSentence) -> [Claim] {
        var claims = found
        for (index, answer) in clauses.answers.sorted(by: { $0.key < $1.key }) {
            let place = sentence.numbers[index].range
            switch answer {
            case .excluded:
                claims.removeAll { $0.number.range == place && !agrees($0) }
            case .read(let own):
                let same = claims.filter { $0.number.range == place }
                let isKnown = own.allSatisfy { new in same.contains { isCertain($0) && $0.kind == new.kind } }
                guard !isKnown else { continue }
                // 新收的86件中，法人18件: of the new ones alone.
                let isStricter = own.allSatisfy { new in
                    isCertain(new) && new.kind.isApplicant && same.contains { isLess($0.kind, than: new.kind) }
                }
                guard !same.contains(where: agrees) || isStricter,
                    own.allSatisfy({ new in !same.contains { isCertain($0) && isLess(new.kind, than: $0.kind) } }),
                    same.isEmpty || own.allSatisfy({ agrees($0) || isCertain($0) })
                else { continue }
                claims.removeAll { $0.number.range == place }
                claims += own
            }
        }
        for (kind, range) in clauses.denials {
            let zero = NumberMention(value: 0, exactness: .exact, unit: kind.isMoney ? .yuan : .pieces, range: range)
            let owner = scope.owner(sentence, upTo: range.upperBound)
            var claim = Claim(
                kind: kind == .received ? .new : kind, number: zero, extent: owner.extent, sentence: sentence)
            claim.isCalledByName = true
            // 科研机构没有提交申请 denies no others.
            if agrees(claim) {
                claims.removeAll { old in
                    old.number.value == 0 && old.number.range.overlaps(range) && !agrees(old)
                        && !clauses.denials.contains { $0.0 == old.kind && $0.1 == range }
                }
            }
            if !claims.contains(where: { $0.kind == claim.kind && $0.number.value == 0 }) { claims.append(claim) }
        }
        for claim in clauses.uniform
        where !claims.contains(where: { $0.number.range == claim.number.range && $0.kind == claim.kind }) {
            claims.append(claim)
        }
        return claims
    }

    /// Whether a number was not read, or as nothing that agrees; or something is denied.
    private func isOpen(_ sentence: ProseSentence, _ found: [Claim]) -> Bool {
        let text = sentence.letters
        let isDenied =
            text.letters.contains { Self.denials.contains($0) } || text.containsAny(Self.allClosed, in: text.all)
            || text.containsAny(ClaimWords.disputeResults.phrases, in: text.all)
        if isDenied { return true }
        return sentence.numbers.contains { mention in
            (mention.unit != .other || text.letters[mention.range.upperBound - 1].isASCIIDigit)
                && !isYear(mention, text)
                && !found.contains { $0.number.range == mention.range && agrees($0) && !$0.kind.isApplicant }
        }
    }

    private func isYear(_ mention: NumberMention, _ text: ProseLetters) -> Bool {
        let end = mention.range.upperBound
        return end < text.letters.count && ["年", "月", "日", "%"].contains(text.letters[end])
    }

    private static let denials: LetterChoice = ["无", "没", "未", "零", "不"]
    private static let allClosed: PhraseList = ["审结", "审理"]

    /// 收到 or 办理 for 新收: the same in words that leave more open.
    private func isLess(_ kind: ClaimKind, than other: ClaimKind) -> Bool {
        kind != other && sums[other].allSatisfy { option in sums[kind].contains { $0.cells == option.cells } }
    }

    func isCertain(_ claim: Claim) -> Bool { !claim.isVague && !claim.hasUnreadWords }

    func context(of sentence: ProseSentence, _ state: State) -> ClauseMeaning.Context {
        var context = ClauseMeaning.Context()
        let text = sentence.letters
        context.section = sentence.section
        context.state = state
        context.group = state.dispute
        context.namesOthers = text.containsAny(ClaimWords.notCarried, in: text.all)
        // 本年制发件数6件，本年废止件数2件（均为行政规范性文件）
        let isForm =
            text.containsAny(ClaimWords.formColumns, in: text.all)
            && text.containsAny(ClaimWords.normative, in: text.all)
            && !text.containsAny(ClaimWords.regulations, in: text.all)
        if isForm || sentence.topic == .documents { context.documents = "normative_documents" }
        context.namesRejected = text.contains("不予处理", in: text.all)
        context.isAboutApplications =
            sentence.section == 3 || sentence.isAboutApplications || sentence.impliesApplications
            || sentence.topic == .applications || state.isAboutApplications || state.wasAboutApplications
            || text.containsAny(ClaimWords.disclosureApplication, in: text.all)
        context.isAboutDisputes =
            sentence.section == 4 || sentence.isAboutDisclosure || sentence.topic == .disputes
            || state.wasAboutApplications
            || text.containsAny(ClaimWords.informationDisclosure + ClaimWords.arising, in: text.all)
        return context
    }
}
