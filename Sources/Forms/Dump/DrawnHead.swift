import ReportModel

/// Labels of a table's head that follow each other in a text of one cell a line.
enum DrawnHead {
    struct Pair {
        var first: Int
        var second: Int
        /// Squares between the two that merged cells cover, and those of them that stand below one.
        var covered: Int
        var below: Int
        var endsRow: Bool

        /// The squares between the two that have lines.
        func squares(_ covered: CoveredSquares) -> Int {
            switch covered {
            case .none: 0
            case .below: below
            case .all: self.covered
            }
        }
    }

    static func pairs(of table: FormTable, _ elements: [DumpElement], _ targets: [LabelTarget?]) -> [Pair] {
        let labels = elements.indices.filter { targets[$0]?.table == table && elements[$0].cellCount <= 1 }
        return table == .disclosure ? disclosure(labels, targets) : applications(labels, targets)
    }

    private static func disclosure(_ labels: [Int], _ targets: [LabelTarget?]) -> [Pair] {
        zip(labels, labels.dropFirst()).compactMap { first, second in
            switch (targets[first]?.role, targets[second]?.role) {
            case (.block, .heading): Pair(first: first, second: second, covered: 3, below: 0, endsRow: true)
            case (.heading, .column): Pair(first: first, second: second, covered: 0, below: 0, endsRow: false)
            default: nil
            }
        }
    }

    /// The corner, 申请人情况, 自然人, 法人或其他组织, 总计, and five columns below.
    private static func applications(_ labels: [Int], _ targets: [LabelTarget?]) -> [Pair] {
        let roles: [LabelTarget.Role] =
            [.heading, .heading, .column, .heading] + [LabelTarget.Role](repeating: .column, count: 6)
        guard
            let start = labels.indices.first(where: { start in
                labels[start...].prefix(roles.count).map { targets[$0]?.role } == roles
            })
        else { return [] }
        let covered = [2, 9, 0, 4, 4, 0, 0, 0, 0]
        let below = [0, 1, 0, 0, 2, 0, 0, 0, 0]
        return covered.indices.map { index in
            Pair(
                first: labels[start + index], second: labels[start + index + 1], covered: covered[index],
                below: below[index], endsRow: index == 1 || index == 4)
        }
    }
}

/// The head of the disputes table in a text of one cell a line: its figures stand below all of the labels.
struct HeadedRow {
    /// Every label of the head, in order.
    var labels: [Int]
    /// The element behind the figures.
    var next: Int

    static let size = 15

    private static let roles: [LabelTarget.Role] =
        [.row, .group] + [LabelTarget.Role](repeating: .column, count: 5) + [.row, .row]
        + [LabelTarget.Role](repeating: .column, count: 10)

    /// From each label of the head to the next: how many squares, and whether a row ends between them.
    static func squares(_ covered: CoveredSquares) -> [(squares: Int, endsRow: Bool)] {
        func squares(_ all: Int, below: Int = 0) -> Int { 1 + (covered == .all ? all : covered == .below ? below : 0) }
        let columns = [(squares: Int, endsRow: Bool)](repeating: (1, false), count: 4)
        return [(squares(4), false), (squares(9), true)] + columns
            + [(1, false), (squares(4), false), (squares(9, below: 5), true)] + columns + [(1, false)] + columns
    }

    static func rows(_ elements: [DumpElement], _ targets: [LabelTarget?]) -> [HeadedRow] {
        var rows: [HeadedRow] = []
        var labels: [Int] = []
        for index in elements.indices {
            guard let target = targets[index], target.table == .disputes, elements[index].cellCount <= 1 else {
                if targets[index] != nil || elements[index].isProse { labels = [] }
                continue
            }
            labels.append(index)
            guard labels.count == roles.count, labels.map({ targets[$0]?.role }) == roles else { continue }
            var next = index + 1
            while next < elements.count, targets[next] == nil, !elements[next].isProse { next += 1 }
            rows.append(HeadedRow(labels: labels, next: next))
            labels = []
        }
        return rows
    }
}
