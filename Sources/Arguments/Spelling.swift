/// What somebody may have meant.
public enum Spelling {
    /// The word that is nearest, where one is near enough: one slip in three letters.
    public static func nearest(to word: String, among candidates: [String]) -> String? {
        let word = Array(word.lowercased())
        guard word.count > 1, word.count < 40 else { return nil }
        let ranked = candidates.map { (candidate: $0, distance: distance(word, Array($0))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        let longest = max(word.count, best.candidate.count)
        if best.distance * 3 <= longest { return best.candidate }
        // An abbreviation that can mean only one thing.
        let begun = candidates.filter { $0.hasPrefix(String(word)) }
        return begun.count == 1 ? begun.first : nil
    }

    /// Letters to insert, drop, replace or swap with their neighbour (optimal string alignment).
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for (j, b) in right.enumerated() {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a == b ? 0 : 1))
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[right.count]
    }
}
