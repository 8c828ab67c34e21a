import ReportModel

/// Where the columns of a table stand on a page that is set in spaces.
struct ColumnSpots {
    /// Which part of a figure stands in line with those above and below.
    enum Edge: CaseIterable {
        case left, middle, right

        func position(of element: DumpElement) -> Double {
            switch self {
            case .left: Double(element.x)
            case .middle: Double(element.x) + Double(element.width) / 2
            case .right: Double(element.maxX)
            }
        }
    }

    let edge: Edge
    let alignment: Alignment
    /// The columns stand well apart, so that a figure's place alone says which is its.
    let isClear: Bool
    /// Nothing else need vouch for them: every column stands below its label, or the rows of a page add up in them.
    let isProven: Bool

    /// Columns that are less than this apart are one: pdftotext moves figures by a square or two.
    private static let apart = 1.5
    /// Figures of one column are no further apart than this, wherever in their cells they stand.
    private static let farApart = 4.0
    /// Figures that are needed before they tell anything.
    private static let fewest = 8
    private static let wholeRows = 3
    private static let fewestInHeap = 3

    /// - Parameters:
    ///   - rows: the figures of each row on the page.
    ///   - heads: the middles of the head's labels, if they are all known.
    ///   - isHeadPage: they stand on this page; on another the columns can stand elsewhere.
    init?(size: Int, rows: [[DumpElement]], heads: [Double], isHeadPage: Bool) {
        let rows = rows.filter { $0.count <= size }
        let elements = rows.flatMap { $0 }
        guard size > 1, elements.contains(where: { $0.separator == .gap }) else { return nil }
        // Scattered figures fall into as many heaps as there are columns by chance.
        if elements.count >= Self.fewestInHeap * size {
            for edge in Edge.allCases {
                guard let spots = Self.clusters(rows, size, edge) else { continue }
                let labels = Alignment(heads, reach: 1, isOpen: true)
                let isProven =
                    heads.count == size && spots.indices.allSatisfy { labels.nearest(spots[$0]) == $0 }
                    && Self.areApart(spots, like: heads)
                // A column that stands in two places looks like two, and one without figures like none.
                let isClear = isProven || rows.contains { $0.count == size }
                guard isClear || heads.count != size else { continue }
                self.init(edge: edge, alignment: Alignment(spots), isClear: isClear, isProven: isProven)
                return
            }
        }
        let whole = rows.filter { $0.count == size }
        if whole.count >= Self.wholeRows {
            let spots = (0..<size).map { place in
                let middles = whole.map { Edge.middle.position(of: $0[place]) }.sorted()
                return middles[middles.count / 2]
            }
            self.init(edge: .middle, alignment: Alignment(spots), isClear: false)
            return
        }
        guard heads.count == size else { return nil }
        let alignment = Alignment(heads)
        let middles = elements.map(Edge.middle.position)
        // A few figures can stand below labels by chance; nearly a whole row of them does not.
        let isSpread = rows.contains { $0.count * 3 >= size * 2 }
        let isBelow = isHeadPage || Set(middles.compactMap(alignment.nearest)).count == size
        let isClear = middles.count >= Self.fewest && isSpread && isBelow && alignment.holds(middles)
        self.init(edge: .middle, alignment: alignment, isClear: isClear)
    }

    /// On a page without the head, where the figures stand in as many heaps as there are columns.
    ///
    /// - Parameter addsUp: whether a row, with what stands in each column, adds up; nil where it says nothing.
    init?(size: Int, headless rows: [[DumpElement]], addsUp: ([Int?]) -> Bool?) {
        let rows = rows.filter { $0.count <= size }
        guard size > 1, rows.contains(where: { row in row.contains { $0.separator == .gap } }) else { return nil }
        for edge in Edge.allCases {
            guard let spots = Self.clusters(rows, size, edge) else { continue }
            let alignment = Alignment(spots)
            var heaps = [Int](repeating: 0, count: size)
            var sums = 0
            for row in rows {
                var counts = [Int?](repeating: nil, count: size)
                for element in row {
                    guard let place = alignment.nearest(edge.position(of: element)), let value = element.value,
                        let count = SlotReading.value(value).count
                    else { return nil }
                    heaps[place] += 1
                    counts[place] = count
                }
                let isSum = addsUp(counts)
                guard isSum != false else { return nil }
                if isSum == true, counts.contains(where: { $0 ?? 0 != 0 }) { sums += 1 }
            }
            // A column that stands in two places beside one without figures looks the same.
            let isApart = zip(spots, spots.dropFirst()).allSatisfy { $1 - $0 >= Self.farApart }
            guard isApart, sums >= Self.wholeRows, heaps.allSatisfy({ $0 >= Self.fewestInHeap - 1 }) else { return nil }
            self.init(edge: edge, alignment: alignment, isClear: true, isProven: true)
            return
        }
        return nil
    }

    init(edge: Edge, alignment: Alignment, isClear: Bool, isProven: Bool = false) {
        self.edge = edge
        self.alignment = alignment
        self.isClear = isClear
        self.isProven = isProven
    }

    /// Figures of one column that stand in two heaps, beside a column without figures, are closer than their labels.
    private static func areApart(_ spots: [Double], like heads: [Double]) -> Bool {
        zip(zip(spots, spots.dropFirst()), zip(heads, heads.dropFirst())).allSatisfy { spots, heads in
            2 * (spots.1 - spots.0) >= heads.1 - heads.0
        }
    }

    /// The middles of as many heaps as there are columns; nil where the figures do not fall into them.
    private static func clusters(_ rows: [[DumpElement]], _ size: Int, _ edge: Edge) -> [Double]? {
        let positions = rows.flatMap { $0.map(edge.position) }.sorted()
        let gaps = zip(positions, positions.dropFirst()).map { $1 - $0 }
        let ordered = gaps.sorted(by: >)
        guard ordered.count >= size else { return nil }
        let least = ordered[size - 2]
        guard least >= apart, least >= 2 * ordered[size - 1] else { return nil }
        var heaps: [[Double]] = [[]]
        for (index, position) in positions.enumerated() {
            if index > 0, gaps[index - 1] >= least { heaps.append([]) }
            heaps[heaps.count - 1].append(position)
        }
        guard heaps.count == size else { return nil }
        let ends = heaps.map { ($0[0], $0[$0.count - 1]) }
        // A row has one figure in a column.
        let isSingle = rows.allSatisfy { row in
            let places = row.compactMap { element in
                ends.firstIndex { $0.0 <= edge.position(of: element) && edge.position(of: element) <= $0.1 }
            }
            return Set(places).count == row.count
        }
        return isSingle ? ends.map { ($0.0 + $0.1) / 2 } : nil
    }
}
