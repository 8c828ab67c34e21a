import ReportModel

/// How the rows of a table are laid out in the text, learned from those that have all their figures; it places the
/// figures of rows with blank cells.
struct RowLayout {
    /// How many rows must agree with a rule before it is trusted alone.
    private static let support = 3

    private let size: Int
    private let order: ColumnOrder?
    /// Whole rows.
    private let samples: [Sample]
    private let all: [Sample]
    /// The spaces between two cells, where each blank cell adds as many again.
    private let step: Int?
    /// Where the columns stand on each page of a text that is set in spaces.
    private let spots: [Int: ColumnSpots?]
    /// The rules that no whole row contradicts, with how many it confirms.
    private var rules: [(rule: Rule, support: Int)] = []

    /// What a rule needs to know of a run.
    struct Sample {
        let elements: [DumpElement]
        let values: [DumpElement]
        /// Blanks before, between and behind the values.
        let gaps: [Int]
        /// How many labels of merged cells stand before the row's own.
        let depth: Int
        /// The cell of the row's label: a row that has slid left has it further to the left.
        let labelCell: Int
        /// Where the label ends, if it stands on the line of the values.
        let labelEnd: Int?
        let isOnOneLine: Bool
        let isSetInSpaces: Bool

        init(_ run: RowRun, depth: Int) {
            elements = run.elements
            self.depth = depth
            var values: [DumpElement] = []
            var gaps = [0]
            for element in run.elements {
                if element.value != nil {
                    values.append(element)
                    gaps.append(0)
                } else {
                    gaps[gaps.count - 1] += 1
                }
            }
            self.values = values
            self.gaps = gaps
            labelCell = run.label?.cell ?? 0
            let line = values.first?.line
            labelEnd = run.label.flatMap { $0.lastLine == line ? $0.maxX : nil }
            isOnOneLine = values.allSatisfy { $0.line == line }
            isSetInSpaces = isOnOneLine && values.allSatisfy { $0.separator == .gap || $0.separator == .none }
        }

        /// The only blanks stand behind the last value.
        var hasBlanksBehindAlone: Bool {
            gaps.dropLast().allSatisfy { $0 == 0 } && (gaps.last ?? 0) > 0
        }

        /// Spaces alone part figures of one cell of a line whose cells something else parts: where a blank cell was, nobody
        /// can tell from 16 1⇥1 / 0 18.
        var sharesCells: Bool {
            guard separator != .gap, separator != .none else { return false }
            let pairs = zip(values, values.dropFirst()).filter { $0.line == $1.line }
            let inOne = pairs.filter { $0.cell == $1.cell }
            return inOne.contains { $1.x - $0.maxX > 1 } || !inOne.isEmpty && inOne.count < pairs.count
        }

        var page: Int { elements.first?.page ?? 0 }
        var separator: DumpLine.Separator { values.first?.separator ?? elements.first?.separator ?? .none }
    }

    enum Rule: CaseIterable {
        /// Each value and each blank is a cell of its own.
        case everyCell
        /// The last cells of the line.
        case lineEnd
        /// As far behind the row's label as the form draws it, also where the row has slid to the left.
        case behindLabel
        /// Under the cell of its column's label.
        case headCell
        /// As many blanks before the first value, and between values, as in whole rows.
        case gaps
        /// As many as in the rows that have fewest.
        case leastGaps
        /// Each blank cell adds as many spaces as part two cells.
        case widths
        /// Below the same spot of the line as in whole rows, or as the column's label.
        case position
    }

    /// More rows say nothing new: no table has as many.
    private static let mostSamples = 64

    /// - Parameter columns: where the labels of the columns stand, if all figures of the table stand right below them.
    init(size: Int, order: ColumnOrder?, samples: [Sample], below columns: Alignment? = nil) {
        let samples = Array(samples.prefix(Self.mostSamples))
        self.size = size
        self.order = order
        all = samples
        step = Self.step(samples)
        spots = Self.spots(size: size, order: order, all: samples, columns)
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
        let traces = traces(of: sample)
        if let places = places(of: sample, by: .headCell), order?.isRow(sample) ?? false { return [(places, true)] }
        // Figures that all stand in clear columns vouch for the columns' spots.
        let spots = sample.separator == .gap ? spots[sample.page] ?? nil : nil
        if spots?.isProven ?? false, let places = places(of: sample, by: .position) { return [(places, true)] }
        for (rule, support) in rules {
            guard let places = places(of: sample, by: rule), isPossible(places, traces) else { continue }
            let isClear = rule == .position && spots?.isClear ?? false
            let support = isClear ? max(support, Self.support) : support
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

    /// More behind the label than most rows have, on a line that is longer for it, and a blank one last; a row that has
    /// slid to the left has blank ones behind it, and no more in all.
    func hasMoreCells(_ sample: Sample) -> Bool {
        func cells(_ sample: Sample) -> Int { sample.elements.drop { $0.isBlank }.count }
        func line(_ sample: Sample) -> Int { sample.elements.first?.cellCount ?? 0 }
        guard sample.isOnOneLine, sample.separator != .gap, cells(sample) > size, sample.gaps.last ?? 0 > 0 else {
            return false
        }
        let alike = all.filter { $0.labelCell == sample.labelCell }
        guard let most = Self.mostCommon(all.map(cells)), let lineOfMost = Self.mostCommon(alike.map(line)) else {
            return false
        }
        return cells(sample) > most && line(sample) > lineOfMost
    }

    /// Every way that leaves no more places empty than there are traces of blank cells.
    func possiblePlacements(of sample: Sample) -> [[Int]] {
        let traces = traces(of: sample)
        return Self.combinations(sample.values.count, of: size).filter { isPossible($0, traces) }
    }

    private func isPossible(_ places: [Int], _ traces: [Int]?) -> Bool {
        guard let traces else { return true }
        var previous = -1
        for (index, place) in (places + [size]).enumerated() {
            if place - previous - 1 > traces[index] { return false }
            previous = place
        }
        return true
    }

    /// How many cells can have been blank before, between and behind the values; nil where nothing tells.
    private func traces(of sample: Sample) -> [Int]? {
        guard sample.separator == .gap else { return sample.gaps }
        guard let step, let widths = Self.widths(of: sample) else { return nil }
        // Spaces at the end of a line are the first thing to go.
        // A label can stand nearer to its first cell than cells to each other.
        let lead = widths.first.map { $0 % step } ?? 0
        return widths.enumerated().map { index, width in
            max(0, index == 0 && lead > 0 ? (width - lead) / step : width / step - 1)
        } + [size]
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
            // Where only gaps part the cells, a blank one is no cell at all.
            guard sample.separator != .gap, sample.isOnOneLine, !hasSlid(sample), let count = values.first?.cellCount,
                count > size
            else { return nil }
            places = values.map { $0.cell - (count - size) }
        case .behindLabel: places = sample.separator == .gap ? nil : behindLabel(sample)
        case .headCell: places = underHead(sample)
        case .gaps: places = byGaps(sample)
        case .leastGaps: places = byLeastGaps(sample)
        case .widths: places = byWidths(sample)
        case .position: places = byPosition(sample)
        }
        guard let places, places.count == values.count, places.allSatisfy((0..<size).contains),
            zip(places, places.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        return places
    }

    /// Whether the row's label stands further to the left than those of its like.
    private func hasSlid(_ sample: Sample) -> Bool {
        all.contains { $0.depth == sample.depth && $0.labelCell > sample.labelCell }
            || isIndented && sample.labelCell < sample.depth
    }

    /// Labels stand behind the squares of the merged cells before them, as the form draws them.
    ///
    /// The first row of a merged cell stands behind its label in any case.
    private var isIndented: Bool {
        all.count { $0.labelCell == $0.depth && $0.depth > 0 } >= Self.support
    }

    /// The squares that a label of the applications table covers beside its own depend on how many stand before it.
    private static let labelSquares = 3

    private func behindLabel(_ sample: Sample) -> [Int]? {
        guard isIndented, sample.isOnOneLine, sample.labelCell <= sample.depth else { return nil }
        return sample.values.map { $0.cell - sample.labelCell - (Self.labelSquares - sample.depth) }
    }

    private func underHead(_ sample: Sample) -> [Int]? {
        guard let order, sample.isOnOneLine, !hasSlid(sample), let count = sample.values.first?.cellCount, count > 1
        else { return nil }
        return sample.values.compactMap { value in
            order.columns.firstIndex { column in
                order.cells[column].map { $0.cells.contains(value.cell) && $0.count == count } ?? false
            }
        }
    }

    /// The cells of a line that fills every square of a merged cell, gathered under the labels of the head: one for
    /// each place. Nil where the head does not name every cell, or its cells say different things.
    func gathered(_ sample: Sample) -> [[DumpElement]]? {
        guard let order, sample.elements.count > size, let first = sample.elements.first, first.cellCount > 1,
            sample.elements.allSatisfy({ $0.line == first.line }), !hasSlid(sample)
        else { return nil }
        var places = order.columns.map { _ in [DumpElement]() }
        for element in sample.elements {
            let place = order.columns.firstIndex { column in
                order.cells[column].map { $0.cells.contains(element.cell) && $0.count == element.cellCount } ?? false
            }
            guard let place else { return nil }
            places[place].append(element)
        }
        return places.contains(where: \.isEmpty) ? nil : places
    }

    private func byGaps(_ sample: Sample) -> [Int]? {
        guard sample.separator != .gap else { return nil }
        let whole = samples.filter { $0.separator == sample.separator }
        let inner = Self.mostCommon(whole.flatMap { $0.gaps.dropFirst().dropLast() })
        var alike = whole.filter { $0.depth == sample.depth && $0.labelCell == sample.labelCell }
        // A row that has slid to the left keeps its figures as far from its label.
        if alike.isEmpty { alike = whole.filter { $0.depth == sample.depth } }
        let lead = Self.mostCommon(alike.compactMap(\.gaps.first))
        guard let inner, let lead else { return nil }
        return Self.places(sample.gaps, lead: lead, inner: inner, step: inner + 1)
    }

    private func byLeastGaps(_ sample: Sample) -> [Int]? {
        guard sample.separator != .gap, samples.count < Self.support else { return nil }
        let others = all.filter { $0.separator == sample.separator && !$0.values.isEmpty }
        guard let inner = others.flatMap({ $0.gaps.dropFirst().dropLast() }).min(),
            let lead = others.filter({ $0.depth == sample.depth && $0.labelCell == sample.labelCell }).compactMap(
                \.gaps.first
            ).min()
        else { return nil }
        return Self.places(sample.gaps, lead: lead, inner: inner, step: inner + 1)
    }

    private func byWidths(_ sample: Sample) -> [Int]? {
        guard let step, let widths = Self.widths(of: sample) else { return nil }
        let whole = samples.filter { $0.depth == sample.depth }.compactMap { Self.widths(of: $0) }
        guard let lead = Self.mostCommon(whole.compactMap(\.first)) else { return nil }
        return Self.places(widths + [0], lead: lead, inner: step, step: step)
    }

    private static func step(_ samples: [Sample]) -> Int? {
        let widths = samples.compactMap { Self.widths(of: $0) }
        let inner = widths.flatMap { $0.dropFirst() }
        guard inner.count >= 4, let least = inner.min(), least >= 2 else { return nil }
        let leads = Set(widths.compactMap(\.first).map { $0 % least })
        let isRegular = inner.allSatisfy { $0 % least == 0 } && leads.count <= 1
        return isRegular && inner.count(where: { $0 == least }) * 2 >= inner.count ? least : nil
    }

    /// Where the values stand if exactly two spaces part the cells; nil where they do not come in twos.
    static func placesInTwos(_ sample: Sample, size: Int) -> [Int]? {
        guard let widths = widths(of: sample), let places = places(widths + [0], lead: 2, inner: 2, step: 2),
            places.allSatisfy({ $0 < size })
        else { return nil }
        return places
    }

    /// The spaces before each value.
    private static func widths(of sample: Sample) -> [Int]? {
        guard sample.separator == .gap, sample.isOnOneLine, let end = sample.labelEnd else { return nil }
        var previous = end
        return sample.values.map { value in
            defer { previous = value.maxX }
            return value.x - previous
        }
    }

    /// Places from the gaps before the values, where `step` more stand for an empty place.
    private static func places(_ gaps: [Int], lead: Int, inner: Int, step: Int) -> [Int]? {
        var places: [Int] = []
        var place = -1
        for (index, gap) in gaps.dropLast().enumerated() {
            let extra = gap - (index == 0 ? lead : inner)
            guard extra >= 0, step > 0, extra % step == 0 else { return nil }
            place += 1 + extra / step
            places.append(place)
        }
        return places
    }

    private func byPosition(_ sample: Sample) -> [Int]? {
        guard sample.isSetInSpaces, let spots = spots[sample.page] ?? nil,
            // A row whose label stands where others have their first figure has slid to the right.
            Double(sample.labelEnd ?? 0) <= spots.alignment.first
        else { return nil }
        return sample.values.compactMap { spots.alignment.nearest(spots.edge.position(of: $0)) }
    }

    private static func spots(
        size: Int, order: ColumnOrder?, all: [Sample], _ columns: Alignment?
    ) -> [Int: ColumnSpots?] {
        var spots: [Int: ColumnSpots?] = [:]
        if let columns {
            let isBelow = ColumnSpots(edge: .middle, alignment: columns, isClear: true, isProven: true)
            for sample in all where sample.isSetInSpaces { spots[sample.page] = isBelow }
            return spots
        }
        for (page, samples) in Dictionary(grouping: all.filter(\.isSetInSpaces), by: \.page) {
            let rows = samples.map(\.values)
            let isHeadPage = page == order?.page
            let named = ColumnSpots(size: size, rows: rows, heads: heads(order), isHeadPage: isHeadPage)
            let isAsNamed = named.map { $0.isProven || $0.isClear } ?? false
            spots[page] = isAsNamed || isHeadPage ? named : headless(size, rows, order) ?? named
        }
        return spots
    }

    /// Where the columns stand on a page without the head, if its rows add up that way.
    private static func headless(_ size: Int, _ rows: [[DumpElement]], _ order: ColumnOrder?) -> ColumnSpots? {
        guard let total = order?.columns.firstIndex(of: "total") else { return nil }
        return ColumnSpots(size: size, headless: rows) { row in
            guard let sum = row[total] else { return nil }
            return row.indices.reduce(0) { $0 + ($1 == total ? 0 : row[$1] ?? 0) } == sum
        }
    }

    /// The middles of the head's labels, from left to right.
    private static func heads(_ order: ColumnOrder?) -> [Double] {
        guard let order else { return [] }
        let middles = order.columns.compactMap { order.middles[$0] }
        let isOrdered = zip(middles, middles.dropFirst()).allSatisfy { $0 < $1 }
        return middles.count == order.columns.count && isOrdered ? middles : []
    }

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
