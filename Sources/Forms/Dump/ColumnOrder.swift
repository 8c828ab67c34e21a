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
    /// The page of those labels: on another one the columns can stand elsewhere.
    var page: Int?
    /// The line that names all columns, each in one cell.
    private var headLine: [DumpElement] = []

    /// More labels than this are no head.
    private static let mostHeads = 120

    /// From the labels of a head, in the order of the text.
    ///
    /// - Parameter figures: the middles of the table's figures, where the text is set in columns.
    init(
        statutory: [String], heads: [HeadLabel], expanding group: (heading: String, columns: Set<String>)? = nil,
        figures: [Double] = []
    ) {
        let heads = Array(heads.prefix(Self.mostHeads))
        let labels = heads.compactMap { head -> (id: String, head: HeadLabel)? in
            guard case .column(_, let id) = head.target, statutory.contains(id) else { return nil }
            return (id, head)
        }
        // A head on one line with the title of a group of columns is a tree that has been laid flat.
        let flat = labels.filter { !Self.isTreeLine($0.head, heads, group?.heading) }
        var found = Self.lineOrder(flat, statutory)
        if found == nil {
            var linear = Self.linearOrder(heads, statutory, group)
            if linear != statutory.filter(linear.contains), !Self.isCleanStream(labels, statutory) { linear = [] }
            if linear != statutory.filter(linear.contains), !Self.dropsSquares(heads, labels, group) {
                linear = Self.orderByCells(linear, labels, statutory)
            }
            let isPage = Self.isPage(labels)
            if isPage, let group, linear != statutory.filter(linear.contains) {
                linear = Self.orderOfGroup(linear, labels, statutory, group.columns)
            }
            found =
                isPage && !Self.isTree(labels, heads, group?.heading)
                ? Self.orderByPlace(labels, figures, statutory, group?.columns ?? []) : linear
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
            // Words one space apart say nothing about the figures below.
            let isPlaced =
                head.element.separator == .gap || heads.count { $0.element.line == head.element.line } == 1
            if middles[id] == nil, isPlaced { middles[id] = Self.middle(head) }
        }
        let pages = Set(labels.map(\.head.element.page))
        page = pages.count == 1 ? pages.first : nil
        let line = labels.map(\.head.element)
        if labels.map(\.id) == columns, line.allSatisfy({ $0.line == line[0].line && $0.separator != .gap }) {
            headLine = line
        }
    }

    /// Whether the row has the cells of the one line that names all columns.
    func isRow(_ sample: RowLayout.Sample) -> Bool {
        guard let first = headLine.first, first.cellCount > 1 else { return false }
        return sample.labelCell == first.cell - 1
            && sample.elements.allSatisfy { $0.cellCount == first.cellCount && $0.line == sample.elements[0].line }
    }

    /// The title of a group of columns takes one square, or the group's columns stand before it: the covered squares of
    /// the head are not written, and the cells of its lines say nothing about each other.
    private static func dropsSquares(
        _ heads: [HeadLabel], _ labels: [(id: String, head: HeadLabel)],
        _ group: (heading: String, columns: Set<String>)?
    ) -> Bool {
        guard let group, let title = heads.first(where: { $0.isHeading(group.heading) })?.element else { return false }
        return labels.contains { id, head in
            let cell = head.element.cell
            return group.columns.contains(id)
                ? head.element.line > title.line && cell < title.cell
                : head.element.line == title.line && cell > title.cell && cell < title.cell + group.columns.count
        }
    }

    /// The words stand where they stood on a page: several on a line, without anything but spaces between them.
    private static func isPage(_ labels: [(id: String, head: HeadLabel)]) -> Bool {
        if labels.contains(where: { $0.head.element.separator == .gap }) { return true }
        let plain = labels.filter { $0.head.element.separator == .none }
        return Set(plain.map(\.head.element.line)).count < plain.count
    }

    /// Every label stands there once and whole: an order other than the form's is believed only from such a head.
    private static func isCleanStream(_ labels: [(id: String, head: HeadLabel)], _ statutory: [String]) -> Bool {
        labels.count == statutory.count && Set(labels.map(\.id)).count == labels.count
            && labels.allSatisfy { $0.head.similarity > 0.95 }
    }

    /// An order other than the form's, where the cells in which the labels stand do not speak against it: 总计 in the last
    /// cell of the first line of a head is not the first column. Empty where they tell no order.
    private static func orderByCells(
        _ order: [String], _ labels: [(id: String, head: HeadLabel)], _ statutory: [String]
    ) -> [String] {
        var cells: [String: Int] = [:]
        for (id, head) in labels where head.element.cellCount > 1 && head.element.separator != .gap {
            if cells[id] == nil { cells[id] = head.element.cell }
        }
        let known = order.compactMap { cells[$0] }
        guard known.count == order.count, known != known.sorted() else { return order }
        let sorted = order.sorted { (cells[$0] ?? 0, $0) < (cells[$1] ?? 0, $1) }
        return sorted == statutory ? statutory : []
    }

    /// The lines of a page come by their height: labels of two lines begin above those beside them, and where the group's
    /// columns are named on several lines only their places tell the order.
    private static func orderOfGroup(
        _ order: [String], _ labels: [(id: String, head: HeadLabel)], _ statutory: [String], _ group: Set<String>
    ) -> [String] {
        let named = labels.filter { group.contains($0.id) }
        guard Set(named.map(\.head.element.line)).count > 1 else { return order }
        let sorted = named.sorted { (middle($0.head), $0.id) < (middle($1.head), $1.id) }.map(\.id)
        return sorted == statutory.filter(sorted.contains) ? statutory.filter(order.contains) : []
    }

    /// On a page the places of the labels tell their order. They are rough, and labels break over lines: an order other
    /// than the form's is believed only where the figures stand right below.
    private static func orderByPlace(
        _ labels: [(id: String, head: HeadLabel)], _ figures: [Double], _ statutory: [String], _ group: Set<String>
    ) -> [String]? {
        var best: [String: HeadLabel] = [:]
        for (id, head) in labels {
            if let known = best[id], known.similarity >= head.similarity { continue }
            best[id] = head
        }
        let sorted = best.sorted { (middle($0.value), $0.key) < (middle($1.value), $1.key) }
        let order = sorted.map(\.key)
        let formOrder = statutory.filter(order.contains)
        if order == formOrder { return order }
        // The lines of another page have slid for themselves.
        let isOnOnePage = Set(best.values.map(\.element.page)).count == 1
        if isOnOnePage, figures.count >= 8, order.count == statutory.count,
            Alignment(sorted.map { middle($0.value) }).holds(figures)
        {
            return order
        }
        return isCompatible(formOrder, best, group) ? formOrder : nil
    }

    /// Nothing stands clearly on the wrong side. Each line of such a text has slid for itself, so only the order within
    /// lines counts; a column that shares no line with the group of columns is compared with the group's middle.
    private static func isCompatible(_ order: [String], _ heads: [String: HeadLabel], _ group: Set<String>) -> Bool {
        let lines = Dictionary(grouping: order) { heads[$0]?.element.line ?? 0 }
        for ids in lines.values {
            for (left, right) in zip(ids, ids.dropFirst()) {
                guard let one = heads[left], let other = heads[right] else { continue }
                if one.element.x >= other.element.maxX { return false }
            }
        }
        // Words one space apart say nothing about the words above and below.
        guard heads.values.contains(where: { $0.element.separator == .gap }) else { return true }
        guard let first = order.firstIndex(where: group.contains) else { return true }
        for (index, id) in order.enumerated() where !group.contains(id) {
            guard let head = heads[id] else { continue }
            let middles = group.compactMap { heads[$0] }.filter { $0.element.page == head.element.page }.map(middle)
            guard !middles.isEmpty else { continue }
            let centre = middles.sorted()[middles.count / 2]
            if lines[head.element.line]?.contains(where: group.contains) ?? false { continue }
            if index < first ? middle(head) >= centre : middle(head) <= centre { return false }
        }
        return true
    }

    /// The title of a group of columns stands on one line with the columns beside it, and the group's on another.
    private static func isTree(
        _ labels: [(id: String, head: HeadLabel)], _ heads: [HeadLabel], _ title: String?
    ) -> Bool {
        guard let title else { return false }
        return labels.count { isTreeLine($0.head, heads, title) } >= 2
    }

    private static func isTreeLine(_ head: HeadLabel, _ heads: [HeadLabel], _ title: String?) -> Bool {
        guard let title else { return false }
        return heads.contains { $0.isHeading(title) && $0.element.line == head.element.line }
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
        let isWoven = heads.isWoven
        if isByLines, isWoven || top.first == mark || top.last == mark {
            // Only the height of its words ordered this text, or the table has other columns than the form's: a cell
            // over two rows then comes after the title beside it.
            guard isWoven || heads.isSetByHeight, top.filter({ $0 != mark }) == statutory.filter(top.contains) else {
                return []
            }
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

extension HeadLabel {
    /// How well the text is the label it was taken for.
    fileprivate var similarity: Double { element.matches.first { $0.target == target }?.similarity ?? 0 }

    fileprivate func isHeading(_ title: String) -> Bool {
        if case .heading(_, let text) = target { text == title } else { false }
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

    /// A column's label begins between the lines of another's: the pieces came by their height, and a label of three
    /// lines begins before one of a single line, wherever it stands.
    fileprivate var isWoven: Bool {
        let labels = filter { $0.target.role == .column }.map(\.element)
        return labels.contains { label in labels.contains { $0.line < label.line && label.line < $0.lastLine } }
    }
}

/// Spots on a line, and whether figures stand below them.
struct Alignment {
    private let spots: [Double]
    private let distance: Double
    /// How far off a spot a figure can stand, in parts of the distance between two.
    private let reach: Double
    /// What stands before the first spot or behind the last is theirs: a label need not stand in the middle of its cell.
    private let isOpen: Bool
    /// Further out, the figures and the labels have not slid alike.
    private static let openReach = 1.0

    init(_ spots: [Double], reach: Double = 0.45, isOpen: Bool = false) {
        self.spots = spots.sorted()
        distance = zip(self.spots, self.spots.dropFirst()).map { $1 - $0 }.min() ?? 0
        self.reach = reach
        self.isOpen = isOpen
    }

    var first: Double { spots.first ?? .infinity }

    /// The spot that a figure stands below; nil between two. Figures set to the right of a wide column stand almost
    /// half a column off its label's middle.
    func nearest(_ middle: Double) -> Int? {
        guard distance > 1, let nearest = spots.indices.min(by: { abs(spots[$0] - middle) < abs(spots[$1] - middle) })
        else { return nil }
        let isOutside = nearest == 0 && middle < spots[0] || nearest == spots.count - 1 && middle > spots[nearest]
        let offset = abs(spots[nearest] - middle)
        return offset <= reach * distance || isOpen && isOutside && offset <= Self.openReach * distance ? nearest : nil
    }

    func holds(_ middles: [Double]) -> Bool {
        let standing = middles.count { nearest($0) != nil }
        return !middles.isEmpty && standing * 100 >= middles.count * 95
    }
}
