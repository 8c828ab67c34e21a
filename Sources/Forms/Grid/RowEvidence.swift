import ReportModel

/// A row of a found table, before it is known which row of the form it is.
struct RowEvidence: Sendable {
    var part: Int
    var gridRow: Int
    /// The label next to the figures, as printed.
    var label: String
    /// The merged cells before it, outermost first.
    var groups: [String]
    var matches: [LabelMatch]
    /// Something stands in the columns of figures.
    var hasFigures: Bool

    var isLabelBlank: Bool { label.unicodeScalars.allSatisfy(\.isBlank) }

    /// A line of the label has a number behind it that no label has: the first digits of a figure that is set with spaces,
    /// 4 065, whose middle line they stand on.
    var endsInNumber: Bool {
        label.unicodeScalars.split(separator: "\n").contains { line in
            let words = line.split { $0.isBlank }
            guard words.count > 1, let last = words.last else { return false }
            return last.allSatisfy(\.isDigit)
        }
    }

    /// The row that a whole and unique label names.
    func certainRow(in table: FormTable) -> String? {
        let rows = matches.filter { $0.target.role == .row }
        guard let first = rows.first, first.matchClass >= .complete, first.extent == .whole, first.lead > 0.02,
            case .row(table, let id) = first.target
        else { return nil }
        return id
    }

    /// To whichever row it is likest.
    var bestSimilarity: Double { matches.filter { $0.target.role == .row }.map(\.similarity).max() ?? 0 }

    func similarity(to id: String, in table: FormTable) -> Double {
        matches.first { $0.target == .row(table, id) }?.similarity ?? 0
    }
}

/// How sure it is which row or column of the form a figure stands in.
enum PlacementCertainty: Sendable, Hashable {
    /// A whole, unique label says so.
    case label
    /// A damaged label and the place agree.
    case damagedLabel
    /// Place alone, or against the label.
    case doubtful(String)

    static let placeOnly = "column.place-only"
    static let columnByPlace = PlacementCertainty.doubtful(placeOnly)

    var doubt: String? {
        if case .doubtful(let doubt) = self { doubt } else { nil }
    }
}

extension LabelTarget {
    /// The row's id, empty for anything else.
    var rowID: String { if case .row(_, let id) = self { id } else { "" } }

    /// The column's id, empty for anything else.
    var columnID: String { if case .column(_, let id) = self { id } else { "" } }
}
