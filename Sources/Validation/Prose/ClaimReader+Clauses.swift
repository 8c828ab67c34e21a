import ReportModel

/// What the clauses of a sentence say, put together.
extension ClaimReader {
    /// What a sentence says.
    ///
    /// - Parameter head: The sentence before it, where that may be a heading in the same paragraph: 行政复议。
    func claims(of sentence: ProseSentence, under head: ProseLetters?, _ state: inout State) -> [Claim] {
        var clauses = ClauseReader(reader: self, sentence: sentence, context: context(of: sentence, state))
        if let head, sentence.isUnderSection { clauses.open(under: head) }
        clauses.read()
        state = clauses.context.state
        var claims: [Claim] = []
        for (_, answer) in clauses.answers.sorted(by: { $0.key < $1.key }) {
            if case .read(let own) = answer { claims += own }
        }
        for (kind, isVague, range) in clauses.denials {
            let zero = NumberMention(value: 0, exactness: .exact, unit: kind.isMoney ? .yuan : .pieces, range: range)
            let owner = scope.owner(sentence, upTo: range.upperBound)
            var claim = Claim(kind: kind, number: zero, extent: owner.extent, isVague: isVague, sentence: sentence)
            claim.isCalledByName = true
            if !claims.contains(where: { $0.kind == claim.kind && $0.number.value == 0 }) { claims.append(claim) }
        }
        for claim in clauses.uniform
        where !claims.contains(where: { $0.number.range == claim.number.range && $0.kind == claim.kind }) {
            claims.append(claim)
        }
        return doubted(claims, sentence.letters)
    }

    /// 患者家属提出的申请4件，职工提出的申请2件; 因国家秘密、第三方合法权益不予公开的，依次为1件、36件: numbers of one sentence cannot all be
    /// of the same cells, so that what tells them apart was not understood.
    private func doubted(_ claims: [Claim], _ text: ProseLetters) -> [Claim] {
        let isListed = text.containsAny(ClaimWords.respectively, in: text.all)
        return claims.map { claim in
            let isTwofold = claims.contains {
                $0.kind == claim.kind && $0.part == claim.part && $0.number.value != claim.number.value
                    && !$0.hasUnreadWords && !$0.isVague
            }
            guard isTwofold, isListed || claim.kind.mayBeOfOthers else { return claim }
            var claim = claim
            claim.isVague = true
            return claim
        }
    }

    func context(of sentence: ProseSentence, _ state: State) -> ClauseMeaning.Context {
        var context = ClauseMeaning.Context()
        let text = sentence.letters
        context.section = sentence.section
        context.state = state
        context.group = state.dispute
        context.namesOthers = text.containsAny(ClaimWords.notCarried, in: sentence.counting)
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
            || sentence.section == 5 && text.containsAny(ClaimWords.application, in: text.all)
                && !text.containsAny(ClaimWords.notApplications, in: sentence.counting)
            || sentence.section == 1 && text.containsAny(ClaimWords.disclosureResults, in: text.all)
                && !text.containsAny(ClaimWords.notApplications, in: sentence.counting)
        context.isAboutDisputes =
            sentence.section == 4 || sentence.isAboutDisclosure
            || sentence.section == 5 && text.containsAny(ClaimWords.answered, in: text.all)
            || sentence.topic == .disputes
            || state.wasAboutApplications
            || text.containsAny(ClaimWords.informationDisclosure + ClaimWords.arising, in: text.all)
            || sentence.section == 1 && text.containsAny(ClaimWords.broughtAgainstUs, in: text.all)
        return context
    }
}
