import ReportModel

/// The figures and blanks that stand behind a row's label, in the order of the text.
struct RowRun {
    /// How the run came by its row.
    enum Tie {
        /// The label stands on the same line, or right before it in a text with one cell a line.
        case label
        /// On a line of its own, nearest to this label: above or below it.
        case nearest
        /// No label: only its place among the others.
        case place
    }

    var table: FormTable
    /// The rows it fills: several for the line of the disputes table, none where no label tells.
    var rows: [String]
    var tie: Tie
    var elements: [DumpElement]
    /// The label's element, nil for the disputes table.
    var label: DumpElement?
    /// Which of the labels' matches it was taken for.
    var match: LabelMatch?
    /// In the elements of the document.
    var position: Int

    var values: [DumpElement] { elements.filter { $0.value != nil } }
    /// Figures on lines of their own, one a line.
    var isStream: Bool {
        let values = values
        return !values.isEmpty && values.allSatisfy { $0.cellCount <= 1 && $0.line != label?.lastLine }
            && Set(values.map(\.line)).count == values.count
    }
    var separator: DumpLine.Separator { values.first?.separator ?? elements.first?.separator ?? .none }
}

/// A label of a column, a block, or the head of a table, where it stands.
struct HeadLabel {
    var target: LabelTarget
    var element: DumpElement
    var position: Int
}

/// What a document's labels and figures make: runs tied to rows, heads, and where each table stands.
struct DumpParts {
    var runs: [RowRun] = []
    var heads: [HeadLabel] = []
    /// Row labels in order, with or without figures.
    var rowLabels: [HeadLabel] = []
    var regions: [Region] = []

    /// The lines that a table takes.
    struct Region {
        var table: FormTable
        /// In the elements of the document.
        var elements: Range<Int>
        var lines: ClosedRange<Int>
        /// The rows whose labels stand in it.
        var rows: Set<String>
    }
}
