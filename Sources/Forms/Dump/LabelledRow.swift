import ReportModel

/// Which of the squares that merged cells cover have lines of their own in a text of one cell a line.
enum CoveredSquares: CaseIterable {
    case none
    /// Those below a cell that goes on over several rows; a cell over several columns is one (LibreOffice).
    case below
    case all
}

/// A row's label in a text of one cell a line, and how the form draws the row.
struct LabelledRow {
    /// The element of the label, and the next one that is a label or prose.
    var label: Int
    var next: Int
    /// Squares that the label covers beside its own.
    var labelCovered: Int
    /// For each figure, the squares of its cell.
    var spans: [Int]
    /// Squares before the next label in its row, nil where no row begins there.
    var nextLead: Int?
    /// No label of the table follows.
    var isLast: Bool

    /// The squares of the figures, counted from the label.
    func squares(_ covered: CoveredSquares) -> [Int] {
        var square = 1 + (covered == .all ? labelCovered : 0)
        return spans.map { span in
            defer { square += covered == .all ? span : 1 }
            return square
        }
    }

    /// All squares of the row, from its label on.
    func width(_ covered: CoveredSquares) -> Int {
        1 + (covered == .all ? labelCovered + spans.reduce(0, +) : spans.count)
    }

    /// From the label to the next one.
    func squaresToNext(_ covered: CoveredSquares) -> Int? {
        nextLead.map { width(covered) + (covered == .none ? 0 : $0) }
    }

    static func rows(
        of table: FormTable, _ elements: [DumpElement], _ targets: [LabelTarget?]
    ) -> [LabelledRow] {
        var rows: [LabelledRow] = []
        var columns = 0
        for index in elements.indices {
            guard let target = targets[index], target.table == table else { continue }
            switch target {
            case .heading, .block: columns = 0
            case .column: columns += 1
            case .group: break
            case .row(_, let id):
                guard elements[index].cellCount <= 1, let row = drawn(table, id, columns) else { continue }
                var next = index + 1
                while next < elements.count, targets[next] == nil, !elements[next].isProse { next += 1 }
                let following = next < elements.count ? targets[next] : nil
                rows.append(
                    LabelledRow(
                        label: index, next: next, labelCovered: row.labelCovered, spans: row.spans,
                        nextLead: following.flatMap { lead(before: $0, in: table) },
                        isLast: following?.table != table))
            }
        }
        return rows
    }

    private static func drawn(
        _ table: FormTable, _ id: String, _ columns: Int
    ) -> (labelCovered: Int, spans: [Int])? {
        switch table {
        case .disclosure:
            // One value takes three squares, two take one and two.
            switch columns {
            case 1: (0, [3])
            case 2: (0, [1, 2])
            case 3: (0, [1, 1, 1])
            default: nil
            }
        case .applications: depth(of: id).map { (2 - $0, [Int](repeating: 1, count: 7)) }
        case .disputes: nil
        }
    }

    private static func lead(before target: LabelTarget, in table: FormTable) -> Int? {
        guard target.table == table else { return nil }
        switch (table, target) {
        case (.disclosure, .row), (.disclosure, .block): return 0
        case (.applications, .row(_, let id)): return depth(of: id)
        case (.applications, .group(_, let label)): return label.hasPrefix("（") ? 1 : 0
        default: return nil
        }
    }

    /// How many merged cells stand before a row of the applications table.
    private static func depth(of row: String) -> Int? {
        for version in FormVersion.allCases {
            let rows = FormDefinition.statutory(.applications, version).rows
            if let row = rows.first(where: { $0.id == row }) { return row.groups.count }
        }
        return nil
    }
}
