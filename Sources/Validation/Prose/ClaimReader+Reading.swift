import ReportModel

extension ClaimReader {
    /// 办结12件，结转下年4件: what they are was said before.
    func isOfVerbsAlone(_ reading: Reading) -> Bool {
        guard reading.kind.rule == "prose.applications", !reading.kind.isResult else { return false }
        let naming = ClaimWords.application + ClaimWords.informationDisclosure + ClaimWords.disclosureResults
        return !naming.isIn(reading.words)
    }

    /// 需征求第三方意见的9件，其中同意公开5件: results and applicants of nobody knows what. A reason stands for itself.
    func isPartOfUnread(_ reading: Reading, _ state: State) -> Bool {
        let family = reading.kind.family
        if family == .disputeResults { return state.isOnOtherDisputes }
        return state.isUnderUnread && !reading.kind.isOneCell && (family == .results || family == .applicants)
    }

    struct Reading {
        var kind: ClaimKind
        var isVague: Bool
        var extent: Claim.Extent
        var words: ArraySlice<Unicode.Scalar> = []
    }

    /// 网上提交55件, but not 信函等渠道: there all of them are counted together.
    func isByWay(_ text: ProseLetters, _ range: Range<Int>) -> Bool {
        if text.containsAny(ClaimWords.allWays, in: range) { return false }
        guard let way = text.last(ofAny: ClaimWords.channels, in: range) else { return false }
        // 书面答复41件
        if text.containsAny(ClaimWords.answeredInWriting, in: range) { return false }
        return !text.containsAny(ClaimWords.andOthers, in: way..<min(way + 5, range.upperBound))
    }

    /// 口头申请, but not 书面或网上的申请.
    func isByOneWay(_ text: ProseLetters, _ range: Range<Int>) -> Bool {
        guard isByWay(text, range), let way = text.last(ofAny: ClaimWords.channels, in: range) else { return false }
        return text.last(ofAny: ClaimWords.channels, in: range.lowerBound..<way) == nil
    }
}
