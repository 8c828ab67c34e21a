extension ClaimKind.DisputeGroup {
    /// The group that a clause names; nil where it names none.
    static func `in`(_ text: ProseLetters, _ range: Range<Int>) -> Self? {
        if text.containsAny(ClaimWords.direct, in: range) { return .direct }
        let first = text.last(ofAny: ClaimWords.reconsideration, in: range)
        // 复议后起诉, 经复议再起诉; 复议和起诉 are two.
        if let first, let next = text.last(ofAny: ClaimWords.suing, in: first..<min(first + 9, range.upperBound)),
            !text.letters[first..<next].contains(where: { ["和", "及", "与", "或", "、"].contains($0) })
        {
            return .afterReconsideration
        }
        if text.containsAny(ClaimWords.afterReconsideration, in: range) { return .afterReconsideration }
        let isLitigation = text.containsAny(ClaimWords.litigation, in: range)
        if first != nil && isLitigation { return .all }
        return first != nil ? .reconsideration : isLitigation ? .litigation : nil
    }
}
