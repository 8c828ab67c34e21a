import ReportModel

/// Puts the figures of a row together that a page spread over several lines.
enum SpreadFigures {
    /// The row's figures from left to right; nil where the lines are no row together.
    ///
    /// - Parameter size: how many figures a row has.
    static func joined(_ lines: [[DumpElement]], size: Int) -> [DumpElement]? {
        guard let first = lines.first, lines.count > 1 else { return lines.first }
        for (one, other) in zip(lines, lines.dropFirst()) {
            guard let above = one.first, let below = other.first, below.line - above.line <= 2,
                above.page == below.page
            else { return nil }
        }
        let count = lines.reduce(0) { $0 + $1.count }
        if count <= size { return merged(lines) }
        // The last line holds the last digits of the first line's figures, or of some of them.
        guard let last = lines.last else { return nil }
        guard count - last.count <= size, last.count == first.count else {
            // The longest on three lines, the others on the second.
            return lines.dropFirst().reduce(first) { whole, next in whole.flatMap { completed($0, next) } }
        }
        var whole: [DumpElement] = []
        for (upper, lower) in zip(first, last) {
            guard upper.x <= lower.maxX + 2, lower.x <= upper.maxX + 2, let element = stacked(upper, lower) else {
                return nil
            }
            whole.append(element)
        }
        return merged([whole] + lines.dropFirst().dropLast())
    }

    /// Whether lines that stand close may be one row's: put together, their figures add up.
    static func addUp(_ lines: [[DumpElement]], size: Int) -> Bool {
        let lines = lines.sorted { ($0.first?.line ?? 0) < ($1.first?.line ?? 0) }
        return joined(lines.map { $0.sorted { $0.x < $1.x } }, size: size).map(PageRows.addsUp) ?? false
    }

    /// Only the longest figures of a row went on in a second line; the others stand on the first, or in the middle and so
    /// on the second.
    private static func completed(_ first: [DumpElement], _ last: [DumpElement]) -> [DumpElement]? {
        let isMore = first.count > last.count
        var whole = isMore ? first : last
        var taken: Set<Int> = []
        for piece in isMore ? last : first {
            let beside = whole.indices.filter { whole[$0].x < piece.maxX && piece.x < whole[$0].maxX }
            guard beside.count == 1, taken.insert(beside[0]).inserted else { return nil }
            let (upper, lower) = isMore ? (whole[beside[0]], piece) : (piece, whole[beside[0]])
            guard var element = stacked(upper, lower) else { return nil }
            element.lastLine = lower.line
            whole[beside[0]] = element
        }
        return whole
    }

    /// Nil where two figures share a place.
    private static func merged(_ lines: [[DumpElement]]) -> [DumpElement]? {
        let all = lines.flatMap { $0 }.sorted { $0.x < $1.x }
        for (left, right) in zip(all, all.dropFirst()) where left.maxX > right.x { return nil }
        return all
    }

    private static func stacked(_ upper: DumpElement, _ lower: DumpElement) -> DumpElement? {
        // No printer writes 02: a nought has no other digits below it.
        guard var value = upper.value, let more = lower.value, value.isMark == more.isMark,
            value.digits.first != UInt8(ascii: "0")
        else { return nil }
        value.digits += more.digits
        value.printed += "\n" + more.printed
        value.amount = Amount(ascii: value.digits)
        guard value.isMark || value.amount != nil else { return nil }
        var element = upper
        element.kind = .value(value)
        return element
    }
}
