import ReportModel

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
        // “双减”工作方面的行政规范性文件制发1件: of that field alone.
        if reading.kind.family == .documents, Self.ofField.isIn(reading.words) { return true }
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

    private static let ofField: PhraseList = ["方面的", "领域的"]

    private static let verbs = ClaimWords.received + ClaimWords.newlyReceived + ClaimWords.handled

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
        var words: ArraySlice<Unicode.Scalar> = []
        /// Those before the number.
        var wordsBefore: ArraySlice<Unicode.Scalar> = []
    }

    /// 网上提交55件, but not 信函等渠道: there all of them are counted together.
    func isByWay(_ text: ProseLetters, _ range: Range<Int>) -> Bool {
        if text.containsAny(ClaimWords.allWays, in: range) { return false }
        guard let way = text.last(ofAny: ClaimWords.channels, in: range) else { return false }
        // 书面答复41件
        if text.containsAny(ClaimWords.answeredInWriting, in: range) { return false }
        return !text.containsAny(ClaimWords.andOthers, in: way..<min(way + 5, range.upperBound))
    }
}
