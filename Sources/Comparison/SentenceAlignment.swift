/// Which sentences of the left stand as which of the right, in order; what has no partner is lost or added.
struct SentenceAlignment {
    /// Runs of sentences: both sides filled is a match, one side empty a loss or an addition.
    struct Link {
        var left: Range<Int>
        var right: Range<Int>
    }

    private let left: [Sentence]
    private let right: [Sentence]
    private let settings: ComparisonSettings
    private(set) var links: [Link] = []

    init(_ left: [Sentence], _ right: [Sentence], _ settings: ComparisonSettings) {
        self.left = left
        self.right = right
        self.settings = settings
        align(0..<left.count, 0..<right.count)
    }

    /// Sentences that stand once on either side and in the same order hold the rest in place (patience); between them
    /// by likeness.
    private mutating func align(_ leftRange: Range<Int>, _ rightRange: Range<Int>) {
        var (x, y) = (leftRange.lowerBound, rightRange.lowerBound)
        for anchor in anchors(leftRange, rightRange) {
            gap(x..<anchor.left, y..<anchor.right)
            links.append(Link(left: anchor.left..<anchor.left + 1, right: anchor.right..<anchor.right + 1))
            (x, y) = (anchor.left + 1, anchor.right + 1)
        }
        gap(x..<leftRange.upperBound, y..<rightRange.upperBound)
    }

    private func anchors(_ leftRange: Range<Int>, _ rightRange: Range<Int>) -> [(left: Int, right: Int)] {
        func unique(_ sentences: [Sentence], _ range: Range<Int>) -> [String: Int] {
            var found: [String: Int] = [:]
            var repeated: Set<String> = []
            for index in range where found.updateValue(index, forKey: sentences[index].name) != nil {
                repeated.insert(sentences[index].name)
            }
            for name in repeated { found[name] = nil }
            return found
        }
        let rightUnique = unique(right, rightRange)
        let pairs = unique(left, leftRange)
            .compactMap { name, index in rightUnique[name].map { (left: index, right: $0) } }
            .sorted { $0.left < $1.left }
        return Self.longestRising(pairs)
    }

    /// The longest part of the pairs whose right sides rise too.
    private static func longestRising(_ pairs: [(left: Int, right: Int)]) -> [(left: Int, right: Int)] {
        /// The pair that ends the best row of each length, and each pair's predecessor.
        var ends: [Int] = []
        var previous = [Int?](repeating: nil, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[ends[middle]].right < pair.right { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = ends[low - 1] }
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var result: [(left: Int, right: Int)] = []
        var next = ends.last
        while let index = next {
            result.append(pairs[index])
            next = previous[index]
        }
        return result.reversed()
    }

    private mutating func gap(_ leftRange: Range<Int>, _ rightRange: Range<Int>) {
        if leftRange.isEmpty && rightRange.isEmpty { return }
        if leftRange.isEmpty || rightRange.isEmpty {
            links.append(Link(left: leftRange, right: rightRange))
        } else if leftRange.count == 1 || rightRange.count == 1,
            // Cut into sentences in other ways: a mark that one side lacks.
            left[leftRange].map(\.name).joined() == right[rightRange].map(\.name).joined()
        {
            links.append(Link(left: leftRange, right: rightRange))
        } else {
            alignByLikeness(leftRange, rightRange)
        }
    }

    private enum Move: UInt8 {
        case start, dropLeft, dropRight, pair, twoLeft, twoRight
    }

    /// How many squares of the table are filled at most; beyond, only those near the diagonal.
    private static let squareLimit = 1_000_000

    private mutating func alignByLikeness(_ leftRange: Range<Int>, _ rightRange: Range<Int>) {
        let (n, m) = (leftRange.count, rightRange.count)
        let band = max(4, Self.squareLimit / (n + 1) / 2)
        let width = min(m + 1, 2 * band + 1)
        func bandStart(_ i: Int) -> Int { min(max(0, i * m / n - band), m + 1 - width) }
        var moves = [Move](repeating: .start, count: (n + 1) * width)
        var rows: [[Double]] = []
        for i in 0...n {
            let start = bandStart(i)
            var row = [Double](repeating: -.infinity, count: width)
            for j in start..<start + width {
                var best = i == 0 && j == 0 ? 0 : -Double.infinity
                var move = Move.start
                func offer(_ back: Int, _ column: Int, _ gain: Double, _ candidate: Move) {
                    guard column >= 0, back == 0 || rows.count >= back else { return }
                    let values = back == 0 ? row : rows[rows.count - back]
                    let at = column - bandStart(i - back)
                    guard values.indices.contains(at), values[at] + gain > best else { return }
                    best = values[at] + gain
                    move = candidate
                }
                if i > 0 { offer(1, j, 0, .dropLeft) }
                offer(0, j - 1, 0, .dropRight)
                if i > 0, j > 0 {
                    let (x, y) = (leftRange.lowerBound + i - 1, rightRange.lowerBound + j - 1)
                    if let gain = gain(left[x], right[y]) { offer(1, j - 1, gain, .pair) }
                    if i > 1, let gain = gain(left[x - 1], left[x], against: right[y]) {
                        offer(2, j - 1, gain, .twoLeft)
                    }
                    if j > 1, let gain = gain(right[y - 1], right[y], against: left[x]) {
                        offer(1, j - 2, gain, .twoRight)
                    }
                }
                row[j - start] = best
                moves[i * width + j - start] = move
            }
            rows.append(row)
            if rows.count > 2 { rows.removeFirst() }
        }
        var found: [Link] = []
        var (i, j) = (n, m)
        while i > 0 || j > 0 {
            let step: (left: Int, right: Int) =
                switch moves[i * width + j - bandStart(i)] {
                case .start: (i, j)
                case .dropLeft: (1, 0)
                case .dropRight: (0, 1)
                case .pair: (1, 1)
                case .twoLeft: (2, 1)
                case .twoRight: (1, 2)
                }
            let (x, y) = (leftRange.lowerBound + i, rightRange.lowerBound + j)
            if step.left > 0, step.right > 0, case .start = moves[i * width + j - bandStart(i)] {
                found.append(Link(left: x..<x, right: y - step.right..<y))
                found.append(Link(left: x - step.left..<x, right: y - step.right..<y - step.right))
            } else {
                found.append(Link(left: x - step.left..<x, right: y - step.right..<y))
            }
            (i, j) = (i - step.left, j - step.right)
        }
        links += found.reversed()
    }

    /// What pairing two sentences is worth; nil where they are too unlike.
    private func gain(_ one: Sentence, _ other: Sentence) -> Double? {
        let count = one.pairs.count + other.pairs.count
        if one.name == other.name { return Double(count + 1) }
        guard one.isHeading == other.isHeading || min(one.pairs.count, other.pairs.count) > 3 else { return nil }
        return worth(Likeness.shared(one.pairs, other.pairs), of: count)
    }

    /// The same for two that the other side has as one.
    private func gain(_ first: Sentence, _ second: Sentence, against whole: Sentence) -> Double? {
        let joined = first.pairs.count + second.pairs.count + 1
        guard joined < whole.pairs.count * 3 / 2 + 4, whole.pairs.count < joined * 3 / 2 + 4 else { return nil }
        let shared = Likeness.shared(first.pairs, second.pairs, whole.pairs)
        // Dearer than two pairs of their own would be.
        return worth(shared, of: joined + whole.pairs.count).map { $0 - 1 }
    }

    private func worth(_ shared: Int, of count: Int) -> Double? {
        guard count > 0 else { return nil }
        let likeness = 2 * Double(shared) / Double(count)
        return likeness >= ComparisonSettings.likeness
            ? Double(count) * (likeness - ComparisonSettings.likeness + 0.1) : nil
    }
}

/// How alike two texts are by their pairs of neighbouring characters.
enum Likeness {
    /// How many pairs two sorted lists share.
    static func shared(_ left: [UInt64], _ right: [UInt64]) -> Int {
        var (x, y, count) = (0, 0, 0)
        while x < left.count, y < right.count {
            if left[x] == right[y] {
                count += 1
                x += 1
                y += 1
            } else if left[x] < right[y] {
                x += 1
            } else {
                y += 1
            }
        }
        return count
    }

    /// How many pairs of two lists together stand in a third.
    static func shared(_ first: [UInt64], _ second: [UInt64], _ whole: [UInt64]) -> Int {
        var (x, y, count) = (0, 0, 0)
        for pair in whole {
            while x < first.count, first[x] < pair { x += 1 }
            while y < second.count, second[y] < pair { y += 1 }
            if x < first.count, first[x] == pair {
                count += 1
                x += 1
            } else if y < second.count, second[y] == pair {
                count += 1
                y += 1
            }
        }
        return count
    }

    /// 0 to 1, after Dice.
    static func of(_ left: [UInt64], _ right: [UInt64]) -> Double {
        let count = left.count + right.count
        return count == 0 ? 0 : 2 * Double(shared(left, right)) / Double(count)
    }
}
