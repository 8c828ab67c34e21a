import ReportModel

/// The columns in the order in which a table prints them, as far as its head tells.
struct ColumnOrder {
    let statutory: [String]
    /// Column ids, one for each place of a row.
    var columns: [String]
    /// Places whose columns nothing names but the form's own order.
    var unnamed: Set<Int>
    /// Where the head's labels stand, for rows whose blank cells left a gap: column id to cell of the line, to middle.
    var cells: [String: (cell: Int, count: Int)] = [:]
    var middles: [String: Double] = [:]

    /// From the labels of a head, in the order of the text.
    ///
    /// - Parameter spots: the middles of the table's columns of figures, where the text is set in columns.
    init(
        statutory: [String], heads: [HeadLabel], expanding group: (heading: String, columns: Set<String>)? = nil,
        spots: [Double]? = nil
    ) {
        let labels = heads.compactMap { head -> (id: String, head: HeadLabel)? in
            guard case .column(_, let id) = head.target, statutory.contains(id) else { return nil }
            return (id, head)
        }
        // A head on one line with the title of a group of columns is a tree that has been laid flat.
        let isTree = heads.contains { head in
            if case .heading(_, let text) = head.target { text == group?.heading } else { false }
        }
        let isSpaced = Self.isAligned(labels, spots, statutory)
        var found =
            isTree
            ? Self.lineOrder(labels.filter { !Self.isTreeLine($0.head, heads, group?.heading) }, statutory)
            : Self.lineOrder(labels, statutory)
        if found == nil, isSpaced {
            found = Self.order(of: labels.sorted { Self.middle($0.head) < Self.middle($1.head) }.map(\.id))
        }
        // In text set with spaces a head over several lines is read by where its labels stand: the first line says
        // nothing about what comes first.
        let isSetInSpaces = labels.contains { $0.head.element.separator == .gap }
        if found == nil, isSetInSpaces {
            let across = labels.sorted { Self.middle($0.head) < Self.middle($1.head) }.map(\.id)
            found = Self.order(of: across).flatMap { $0 == statutory.filter($0.contains) ? $0 : nil } ?? []
        }
        if !isSetInSpaces, found?.count ?? 0 < statutory.count {
            let linear = Self.linearOrder(heads, statutory, group)
            if linear.count > found?.count ?? 0 { found = linear }
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
            if cells[id] == nil, head.element.cellCount > 1 { cells[id] = (head.element.cell, head.element.cellCount) }
            if middles[id] == nil { middles[id] = Self.middle(head) }
        }
    }

    /// The labels stand above the columns of figures, one above each.
    private static func isAligned(
        _ labels: [(id: String, head: HeadLabel)], _ spots: [Double]?, _ statutory: [String]
    ) -> Bool {
        guard let spots, spots.count == statutory.count, Set(labels.map(\.id)).count == spots.count else {
            return false
        }
        let distance = zip(spots, spots.dropFirst()).map { $1 - $0 }.min() ?? 0
        let middles = labels.map { middle($0.head) }.sorted()
        guard middles.count == spots.count, distance > 0 else { return false }
        return zip(middles, spots).allSatisfy { abs($0 - $1) <= max(distance / 2, 3) }
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
