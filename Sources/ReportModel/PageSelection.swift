/// The pages of a document that were asked for: `1-3,5`, `7-`.
public struct PageSelection: Sendable, Hashable {
    /// In the order given; overlaps do no harm.
    public var ranges: [ClosedRange<Int>]

    public init(_ ranges: [ClosedRange<Int>]) {
        self.ranges = ranges
    }

    /// Nil where the text is no list of pages. Pages count from 1; an open end is the document's.
    public init?(_ text: some StringProtocol) {
        var ranges: [ClosedRange<Int>] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard let start = Self.number(ends.first ?? "") else { return nil }
            if ends.count == 1 {
                ranges.append(start...start)
            } else if ends[1].isEmpty {
                ranges.append(start...Int.max)
            } else {
                guard let end = Self.number(ends[1]), end >= start else { return nil }
                ranges.append(start...end)
            }
        }
        self.init(ranges)
    }

    public func contains(_ page: Int) -> Bool {
        ranges.contains { $0.contains(page) }
    }

    /// The same pages but these.
    public func without(_ pages: ClosedRange<Int>) -> PageSelection {
        PageSelection(
            ranges.flatMap { range -> [ClosedRange<Int>] in
                guard range.overlaps(pages) else { return [range] }
                var rest: [ClosedRange<Int>] = []
                if range.lowerBound < pages.lowerBound { rest.append(range.lowerBound...pages.lowerBound - 1) }
                if range.upperBound > pages.upperBound { rest.append(pages.upperBound + 1...range.upperBound) }
                return rest
            })
    }

    /// At most nine digits, ASCII, at least 1.
    private static func number(_ text: some StringProtocol) -> Int? {
        guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text).flatMap { $0 > 0 ? $0 : nil }
    }
}

extension PageSelection: CustomStringConvertible {
    public var description: String {
        ranges.map { range in
            if range.lowerBound == range.upperBound { return "\(range.lowerBound)" }
            return range.upperBound == Int.max ? "\(range.lowerBound)-" : "\(range.lowerBound)-\(range.upperBound)"
        }.joined(separator: ",")
    }
}
