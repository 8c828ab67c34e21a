import ReportModel

/// How the rows of a table are laid out in the text, learned from those that have all their figures; it places the
/// figures of rows with blank cells.
struct RowLayout {
    /// How many rows must agree with a rule before it is trusted alone.
    private static let support = 3

    private let size: Int
    private let order: ColumnOrder?
    private let samples: [Sample]
    /// The rules that no whole row contradicts, with how many it confirms.
    private var rules: [(rule: Rule, support: Int)] = []

    /// What a rule needs to know of a run.
    struct Sample {
        var elements: [DumpElement]
        /// How many labels of merged cells stand before the row's own.
        var depth: Int
        var values: [DumpElement] { elements.filter { $0.value != nil } }

        /// Blanks before, between and behind the values.
        var gaps: [Int] {
            var gaps = [0]
            for element in elements {
                if element.value != nil { gaps.append(0) } else { gaps[gaps.count - 1] += 1 }
            }
            return gaps
        }

        var isOnOneLine: Bool { Set(values.map(\.line)).count <= 1 }
        var separator: DumpLine.Separator { values.first?.separator ?? elements.first?.separator ?? .none }
    }

    enum Rule: CaseIterable {
        /// Each value and each blank is a cell of its own.
        case everyCell
        /// The last cells of the line.
        case lineEnd
        /// Under the cell of its column's label.
        case headCell
        /// As many blanks before the first value, and between values, as in whole rows.
        case gaps
        /// Below the same spot of the line as in whole rows, or as the column's label.
        case position
    }

    init(size: Int, order: ColumnOrder?, samples: [Sample]) {
        self.size = size
        self.order = order
        self.samples = samples.filter { $0.values.count == size }
        for rule in Rule.allCases {
            var right = 0
            var wrong = 0
            for sample in self.samples.prefix(40) {
                guard let places = places(of: sample, by: rule) else { continue }
                if places == Array(0..<size) { right += 1 } else { wrong += 1 }
            }
            if wrong * 20 <= right { rules.append((rule, right)) }
        }
    }

    /// Where the run's values stand, in every way that some rule speaks for; trusted where the file vouches for it.
    func placements(of sample: Sample) -> [(places: [Int], isTrusted: Bool)] {
        var ways: [(places: [Int], rules: Int, support: Int)] = []
        for (rule, support) in rules {
            guard let places = places(of: sample, by: rule), isPossible(places, sample) else { continue }
            if let known = ways.firstIndex(where: { $0.places == places }) {
                ways[known].rules += 1
                ways[known].support = max(ways[known].support, support)
            } else {
                ways.append((places, 1, support))
            }
        }
        let isSure = ways.count == 1 && ways.allSatisfy { $0.support >= Self.support || $0.rules >= 2 }
        return ways.sorted { ($0.support, $0.rules) > ($1.support, $1.rules) }.map { ($0.places, isSure) }
    }

    /// Every way that leaves no more places empty than there are traces of blank cells.
    func possiblePlacements(of sample: Sample) -> [[Int]] {
        guard sample.separator != .gap else { return Self.combinations(sample.values.count, of: size) }
        return Self.combinations(sample.values.count, of: size).filter { isPossible($0, sample) }
    }

    private func isPossible(_ places: [Int], _ sample: Sample) -> Bool {
        guard sample.separator != .gap else { return true }
        let gaps = sample.gaps
        var previous = -1
        for (index, place) in (places + [size]).enumerated() {
            if place - previous - 1 > gaps[index] { return false }
            previous = place
        }
        return true
    }

    private func places(of sample: Sample, by rule: Rule) -> [Int]? {
        let values = sample.values
        guard !values.isEmpty, values.count <= size else { return nil }
        let places: [Int]?
        switch rule {
        case .everyCell:
            guard sample.separator != .gap, sample.elements.count == size else { return nil }
            places = sample.elements.indices.filter { sample.elements[$0].value != nil }
        case .lineEnd:
            guard sample.isOnOneLine, let count = values.first?.cellCount, count > size else { return nil }
            places = values.map { $0.cell - (count - size) }
        case .headCell: places = underHead(sample)
        case .gaps: places = byGaps(sample)
        case .position: places = byPosition(sample)
        }
        guard let places, places.count == values.count, places.allSatisfy((0..<size).contains),
            zip(places, places.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        return places
    }

    private func underHead(_ sample: Sample) -> [Int]? {
        guard let order, sample.isOnOneLine, let count = sample.values.first?.cellCount, count > 1 else { return nil }
        return sample.values.compactMap { value in
            order.columns.firstIndex { column in
                order.cells[column].map { $0.cell == value.cell && $0.count == count } ?? false
            }
        }
    }

    private func byGaps(_ sample: Sample) -> [Int]? {
        guard sample.separator != .gap else { return nil }
        let whole = samples.filter { $0.separator == sample.separator }
        let inner = Self.mostCommon(whole.flatMap { $0.gaps.dropFirst().dropLast() })
        let lead = Self.mostCommon(whole.filter { $0.depth == sample.depth }.compactMap(\.gaps.first))
        guard let inner, let lead else { return nil }
        let gaps = sample.gaps
        var places: [Int] = []
        var place = -1
        for (index, gap) in gaps.dropLast().enumerated() {
            let extra = gap - (index == 0 ? lead : inner)
            guard extra >= 0, extra % (inner + 1) == 0 else { return nil }
            place += 1 + extra / (inner + 1)
            places.append(place)
        }
        return places
    }

    private func byPosition(_ sample: Sample) -> [Int]? {
        guard sample.separator == .gap, sample.isOnOneLine, let spots = spots() else { return nil }
        let distance = zip(spots, spots.dropFirst()).map { $1 - $0 }.min() ?? 0
        guard distance > 1 else { return nil }
        return sample.values.compactMap { value in
            let middle = Self.middle(value)
            guard let nearest = spots.indices.min(by: { abs(spots[$0] - middle) < abs(spots[$1] - middle) }),
                abs(spots[nearest] - middle) < distance / 2
            else { return nil }
            return nearest
        }
    }

    /// The middle of each column: of the whole rows' values, else of the head's labels.
    private func spots() -> [Double]? {
        let rows = samples.filter { $0.separator == .gap && $0.isOnOneLine }
        if rows.count >= Self.support {
            return (0..<size).map { place in
                let middles = rows.map { Self.middle($0.values[place]) }.sorted()
                return middles[middles.count / 2]
            }
        }
        guard let order else { return nil }
        let middles = order.columns.compactMap { order.middles[$0] }
        guard middles.count == size, zip(middles, middles.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        return middles
    }

    private static func middle(_ element: DumpElement) -> Double { Double(element.x) + Double(element.width) / 2 }

    private static func mostCommon(_ counts: [Int]) -> Int? {
        var tally: [Int: Int] = [:]
        for count in counts { tally[count, default: 0] += 1 }
        return tally.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    /// Ways to choose places for `count` values, in order. None for more than some thousands.
    static func combinations(_ count: Int, of size: Int) -> [[Int]] {
        guard count <= size else { return [] }
        var total = 1
        for step in 0..<min(count, size - count) { total = total * (size - step) / (step + 1) }
        guard total <= 4000 else { return [] }
        var found: [[Int]] = []
        func extend(_ places: [Int], from start: Int) {
            if places.count == count {
                found.append(places)
                return
            }
            let left = count - places.count
            guard start + left <= size else { return }
            for place in start...(size - left) { extend(places + [place], from: place + 1) }
        }
        extend([], from: 0)
        return found
    }
}
