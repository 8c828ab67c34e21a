/// How far a misprinted label is from the one that was meant.
enum EditDistance {
    /// Letters dropped, added, replaced, or swapped with their neighbour; nil where there are more than `limit`.
    static func between(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int? {
        if left == right { return 0 }
        guard abs(left.count - right.count) <= limit else { return nil }
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var before: [Int] = []
        var previous = Array(0...right.count)
        var current = previous
        for row in 1...left.count {
            current[0] = row
            var least = row
            let letter = left[row - 1]
            for column in 1...right.count {
                let other = right[column - 1]
                var cost = min(previous[column], current[column - 1]) + 1
                cost = min(cost, previous[column - 1] + (letter == other ? 0 : 1))
                if row > 1, column > 1, letter == right[column - 2], left[row - 2] == other {
                    cost = min(cost, before[column - 2] + 1)
                }
                current[column] = cost
                least = min(least, cost)
            }
            if least > limit { return nil }
            before = previous
            (previous, current) = (current, previous)
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }
}
