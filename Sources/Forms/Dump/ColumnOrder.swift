import ReportModel

/// The columns in the order in which a table prints them, as far as its head tells.
struct ColumnOrder {
    let statutory: [String]
    /// Column ids, one for each place of a row.
    var columns: [String]
    /// Places whose columns nothing names but the form's own order.
    var unnamed: Set<Int>
    /// Where the head's labels stand, for rows whose blank cells left a gap: column id to cell of the line, to middle.
    var cells: [String: (cells: [Int], count: Int)] = [:]
    var middles: [String: Double] = [:]

    /// From the labels of a head, in the order of the text.
    ///
    /// - Parameter figures: the middles of the table's figures, where the text is set in columns.
    init(
        statutory: [String], heads: [HeadLabel], expanding group: (heading: String, columns: Set<String>)? = nil,
        figures: [Double] = []
    ) {
        let labels = heads.compactMap { head -> (id: String, head: HeadLabel)? in
            guard case .column(_, let id) = head.target, statutory.contains(id) else { return nil }
            return (id, head)
        }
        // A head on one line with the title of a group of columns is a tree that has been laid flat.
        let isTree = heads.contains { head in
            if case .heading(_, let text) = head.target { text == group?.heading } else { false }
        }
        let isAligned = Self.isAligned(labels, figures, statutory)
        var found =
            isTree
            ? Self.lineOrder(labels.filter { !Self.isTreeLine($0.head, heads, group?.heading) }, statutory)
            : Self.lineOrder(labels, statutory)
        if found == nil, isAligned {
            found = Self.order(of: labels.sorted { Self.middle($0.head) < Self.middle($1.head) }.map(\.id))
        }
        if found?.count ?? 0 < statutory.count {
            let linear = Self.linearOrder(heads, statutory, group)
            // Words that stand apart on lines of a page have no order but their places.
            let isSet = labels.contains { $0.head.element.separator == .gap } && linear != statutory
            if linear.count > found?.count ?? 0, !isSet { found = linear }
        }
        let order = found ?? []
        self.statutory = statutory
        columns = statutory
        unnamed = []
        let named = Set(order)
        if order.count == statutory.count {
            columns = order
        } else if order == statutory.filter(named.contains) {
            let open = statutory.indices.filter { !named.contains(statutory[$0]) }
            // A single column without a label is known all the same.
            if open.count > 1 { unnamed = Set(open) }
        } else {
            unnamed = Set(statutory.indices)
        }
        for (id, head) in labels {
            if head.element.cellCount > 1 {
                if cells[id] == nil { cells[id] = ([], head.element.cellCount) }
                if cells[id]?.count == head.element.cellCount { cells[id]?.cells.append(head.element.cell) }
            }
            if middles[id] == nil { middles[id] = Self.middle(head) }
        }
    }

    /// Each figure stands below one of the labels.
    private static func isAligned(
        _ labels: [(id: String, head: HeadLabel)], _ figures: [Double], _ statutory: [String]
    ) -> Bool {
        guard figures.count >= 8, labels.count == statutory.count, Set(labels.map(\.id)).count == labels.count else {
            return false
        }
        return Alignment(labels.map { middle($0.head) }).holds(figures)
    }

    private static func isTreeLine(_ head: HeadLabel, _ heads: [HeadLabel], _ title: String?) -> Bool {
        heads.contains { other in
            if case .heading(_, let text) = other.target {
                text == title && other.element.line == head.element.line
            } else {
                false
            }
        }
    }

    private static func middle(_ head: HeadLabel) -> Double {
        Double(head.element.x) + Double(head.element.width) / 2
    }

    /// A line that names all columns tells their order.
    private static func lineOrder(_ labels: [(id: String, head: HeadLabel)], _ statutory: [String]) -> [String]? {
        var lines: [Int: [String]] = [:]
        for (id, head) in labels { lines[head.element.line, default: []].append(id) }
        for line in lines.keys.sorted() {
            if let order = order(of: lines[line] ?? []), order.count == statutory.count { return order }
        }
        return nil
    }

    /// The head is a tree: the columns of 法人或其他组织 stand below it, after 总计 in the order of the text.
    private static func linearOrder(
        _ heads: [HeadLabel], _ statutory: [String], _ group: (heading: String, columns: Set<String>)?
    ) -> [String] {
        var top: [String] = []
        var below: [String] = []
        let mark = "group"
        for head in heads {
            switch head.target {
            case .heading(_, let text) where text == group?.heading:
                if !top.contains(mark) { top.append(mark) }
            case .column(_, let id) where statutory.contains(id):
                if top.contains(mark), group?.columns.contains(id) ?? false {
                    if !below.contains(id) { below.append(id) }
                } else if !top.contains(id) {
                    top.append(id)
                }
            default: continue
            }
        }
        let isByLines = Set(heads.map(\.element.line)).count == heads.count
        if isByLines, top.first == mark || top.last == mark {
            // Only the height of its words ordered this text, or the table has other columns than the form's: a cell
            // over two rows then comes after the title beside it.
            guard heads.isSetByHeight, top.filter({ $0 != mark }) == statutory.filter(top.contains) else { return [] }
            return statutory.filter { top.contains($0) || below.contains($0) }
        }
        return top.flatMap { $0 == mark ? below : [$0] }
    }

    /// The ids without repetitions; nil where they come again in another order.
    private static func order(of ids: [String]) -> [String]? {
        var order: [String] = []
        for id in ids where order.last != id {
            if order.contains(id) { return nil }
            order.append(id)
        }
        return order.isEmpty ? nil : order
    }
}

extension [HeadLabel] {
    /// The text of a page came in the order of its height: the corner cell, which is three rows high, after the title
    /// of the columns beside it.
    var isSetByHeight: Bool {
        func position(_ start: String) -> Int? {
            firstIndex {
                if case .heading(.applications, let text) = $0.target { text.hasPrefix(start) } else { false }
            }
        }
        guard let title = position("申请人情况"), let corner = position("（本列数据") else { return false }
        return title < corner
    }
}

/// Spots on a line, and whether figures stand below them.
struct Alignment {
    private let spots: [Double]
    private let distance: Double

    init(_ spots: [Double]) {
        self.spots = spots.sorted()
        distance = zip(self.spots, self.spots.dropFirst()).map { $1 - $0 }.min() ?? 0
    }

    /// The spot that a figure stands below; nil between two. Figures set to the right of a wide column stand almost
    /// half a column off its label's middle.
    func nearest(_ middle: Double) -> Int? {
        guard distance > 1, let nearest = spots.indices.min(by: { abs(spots[$0] - middle) < abs(spots[$1] - middle) }),
            abs(spots[nearest] - middle) <= 0.45 * distance
        else { return nil }
        return nearest
    }

    func holds(_ middles: [Double]) -> Bool {
        let standing = middles.count { nearest($0) != nil }
        return !middles.isEmpty && standing * 100 >= middles.count * 95
    }
}
