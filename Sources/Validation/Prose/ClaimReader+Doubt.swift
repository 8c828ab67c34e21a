/// Whether a sentence is understood well enough to contradict a table.
extension ClaimReader {
    /// Whether words are left over, beside the number or over it, that its kind of claim does not need.
    func isAnythingLeft(of reading: Reading, _ text: ProseLetters, besides read: [Int]) -> Bool {
        let family = reading.kind.family
        var core = reading.words.startIndex..<reading.words.endIndex
        // 第三方合法权益, 过程性信息: a reason says it all.
        if family == .results, reading.kind.isOneCell { return false }
        // 4件因收件时间临近年底，结转至次年: why tells nothing of which.
        if family == .carried, let why = text.letters[core].firstIndex(of: "因") { core = core.lowerBound..<why }
        var governing = GoverningWords.ranges(text, core: core)
        // 出入境、车管等窗口收取的费用: examples are no limit, but 土地征收等申请 are some of all.
        // 对不适应发展需要的文件予以清理，废止4件: why tells nothing of which.
        if family == .documents { governing = governing.filter { $0 == governing[0] || isField($0, text) } }
        if family != .applications, let examples = text.letters[core].lastIndex(of: "等") {
            governing = [examples..<core.upperBound]
        }
        return vocabulary.leavesAny(text, governing, of: family, besides: read)
    }

    /// 在国土空间规划方面: of that field alone.
    private func isField(_ range: Range<Int>, _ text: ProseLetters) -> Bool {
        Self.fields.ends(in: text.letters, at: range.upperBound)
    }

    private static let fields: PhraseList = ["方面", "领域"]

    /// 需征求第三方意见的9件，其中同意公开5件: results and applicants of nobody knows what. A reason stands for itself.
    func isPartOfUnread(_ reading: Reading, _ state: State) -> Bool {
        let family = reading.kind.family
        if family == .disputeResults { return state.isOnOtherDisputes }
        return state.isUnderUnread && !reading.kind.isOneCell && (family == .results || family == .applicants)
    }
}
