/// What has to go out of one row of keys and come into it to make it the other.
enum CharacterDifference {
    struct Step: Equatable {
        var kind: TextSegment.Kind
        /// On the left for `same` and `removed`, on the right for `inserted`.
        var range: Range<Int>
        /// Where `same` stands on the right.
        var rightStart = 0
    }

    /// Above so many steps the middle is given as replaced whole: nobody reads such a difference letter by letter.
    static let stepLimit = 1500

    static func steps(from left: [UInt32], to right: [UInt32]) -> [Step] {
        var start = 0
        while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
        var end = 0
        while end < left.count - start, end < right.count - start,
            left[left.count - 1 - end] == right[right.count - 1 - end]
        {
            end += 1
        }
        var steps: [Step] = []
        if start > 0 { steps.append(Step(kind: .same, range: 0..<start, rightStart: 0)) }
        let leftMiddle = start..<left.count - end
        let rightMiddle = start..<right.count - end
        steps += middle(left, leftMiddle, right, rightMiddle)
        if end > 0 {
            steps.append(Step(kind: .same, range: left.count - end..<left.count, rightStart: right.count - end))
        }
        return steps
    }

    private static func middle(
        _ left: [UInt32], _ leftRange: Range<Int>, _ right: [UInt32], _ rightRange: Range<Int>
    ) -> [Step] {
        if leftRange.isEmpty, rightRange.isEmpty { return [] }
        if !leftRange.isEmpty, !rightRange.isEmpty,
            let pairs = common(left[leftRange], right[rightRange])
        {
            return steps(through: pairs, leftRange, rightRange)
        }
        return steps(through: [], leftRange, rightRange)
    }

    /// The steps that keep these pairs of equal keys.
    private static func steps(
        through pairs: [(left: Int, right: Int)], _ leftRange: Range<Int>, _ rightRange: Range<Int>
    ) -> [Step] {
        var steps: [Step] = []
        var (x, y) = (leftRange.lowerBound, rightRange.lowerBound)
        func change(upTo left: Int, _ right: Int) {
            if x < left { steps.append(Step(kind: .removed, range: x..<left)) }
            if y < right { steps.append(Step(kind: .inserted, range: y..<right)) }
            (x, y) = (left, right)
        }
        for pair in pairs {
            change(upTo: pair.left, pair.right)
            if let last = steps.last, last.kind == .same, last.range.upperBound == pair.left {
                steps[steps.count - 1].range = last.range.lowerBound..<pair.left + 1
            } else {
                steps.append(Step(kind: .same, range: pair.left..<pair.left + 1, rightStart: pair.right))
            }
            (x, y) = (pair.left + 1, pair.right + 1)
        }
        change(upTo: leftRange.upperBound, rightRange.upperBound)
        return steps
    }

    /// The longest common row of keys, after Myers (1986); nil above the limit.
    private static func common(
        _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>
    ) -> [(left: Int, right: Int)]? {
        let (n, m) = (left.count, right.count)
        let limit = min(n + m, stepLimit)
        /// The farthest x on each diagonal k = x - y, by step; diagonal k of step d stands at k + d.
        var history: [[Int]] = []
        var reach: [Int] = []
        for step in 0...limit {
            var next = [Int](repeating: 0, count: 2 * step + 1)
            for k in stride(from: -step, through: step, by: 2) {
                var x = 0
                if step > 0 {
                    // The previous step's diagonals run from -(step - 1) to step - 1.
                    let below = k - 1 >= -(step - 1) ? reach[k - 1 + step - 1] + 1 : -1
                    let above = k + 1 <= step - 1 ? reach[k + 1 + step - 1] : -1
                    x = max(below, above)
                }
                var y = x - k
                while x < n, y < m, y >= 0, left[left.startIndex + x] == right[right.startIndex + y] {
                    x += 1
                    y += 1
                }
                next[k + step] = x
                if x >= n, y >= m {
                    history.append(next)
                    return pairs(history, n, m, left.startIndex, right.startIndex)
                }
            }
            history.append(next)
            reach = next
        }
        return nil
    }

    private static func pairs(
        _ history: [[Int]], _ n: Int, _ m: Int, _ leftStart: Int, _ rightStart: Int
    ) -> [(left: Int, right: Int)] {
        var pairs: [(left: Int, right: Int)] = []
        var (x, y) = (n, m)
        for step in stride(from: history.count - 1, through: 0, by: -1) {
            let k = x - y
            var (fromX, fromY) = (0, 0)
            if step > 0 {
                let reach = history[step - 1]
                let below = k - 1 >= -(step - 1) && k - 1 <= step - 1 ? reach[k - 1 + step - 1] + 1 : -1
                let above = k + 1 <= step - 1 && k + 1 >= -(step - 1) ? reach[k + 1 + step - 1] : -1
                let isInsertion = above >= below
                let startX = max(above, below)
                (fromX, fromY) = (startX, startX - k)
                while x > fromX, y > fromY {
                    x -= 1
                    y -= 1
                    pairs.append((leftStart + x, rightStart + y))
                }
                if isInsertion { y -= 1 } else { x -= 1 }
            } else {
                while x > 0, y > 0 {
                    x -= 1
                    y -= 1
                    pairs.append((leftStart + x, rightStart + y))
                }
            }
        }
        return pairs.reversed()
    }
}
