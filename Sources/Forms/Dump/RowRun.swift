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
    /// How many elements of the document it takes; blank cells of a page stand for none.
    var extent = Int.max
    /// Figures without a label stand close below or above: the rest of broken ones, or a page number.
    var isBesideStray = false
    /// Text that the form does not have stands among the figures.
    var hasForeignText = false
    /// Its figures stood on several lines.
    var isPutTogether = false
    /// The text ends with it.
    var mayBeCut = false
    /// A column that the form does not have stands among its figures, and nobody can say where.
    var lacksCells = false

    var values: [DumpElement] { elements.filter { $0.value != nil } }
    /// The figures of a page's row that are spread over several lines, each put together from the digits that stand
    /// below each other; nil where they stand on one line or in a stream.
    var joinedLines: [DumpElement]? {
        let values = values
        guard Set(values.map(\.line)).count > 1, tie == .label, label.map({ $0.lastLine > $0.line }) ?? false,
            values.contains(where: { $0.separator == .gap })
        else { return nil }
        var joined: [DumpElement] = []
        for element in values.sorted(by: { ($0.line, $0.x) < ($1.line, $1.x) }) {
            let above = joined.firstIndex { $0.x < element.maxX && element.x < $0.maxX }
            guard let above, var value = joined[above].value, let more = element.value else {
                joined.append(element)
                continue
            }
            value.digits += more.digits
            value.printed += "\n" + more.printed
            value.amount = Amount(ascii: value.digits)
            joined[above].kind = .value(value)
        }
        return joined.sorted { $0.x < $1.x }
    }

    /// Not more than one line stands between the two.
    func isClose(below other: RowRun) -> Bool {
        guard let end = other.elements.last?.line, let line = elements.first?.line else { return false }
        return line - end <= 2
    }

    /// The figures stand right behind the label, with nothing between: 规章760, 规章7/60.
    var isAttached: Bool {
        touchesLabel && isString
    }

    var touchesLabel: Bool {
        guard let label, let value = values.first, label.lastLine == value.line else { return false }
        return value.x <= label.maxX
    }

    /// Off a page, empty lines part blocks of text: they are no cells.
    var withoutBlankLines: RowRun {
        guard isStream else { return self }
        var run = self
        run.elements.removeAll { $0.isBlank && $0.cellCount == 0 }
        return run
    }

    /// What is blank behind a label on its line is no cell of figures that have lines of their own.
    var withoutLabelsLine: RowRun {
        guard isStream, let label else { return self }
        var run = self
        run.elements.removeAll { $0.isBlank && $0.cellCount > 1 && $0.line == label.lastLine }
        return run
    }

    /// No figure stands apart from the one before.
    var isString: Bool {
        let values = values
        return zip(values, values.dropFirst()).allSatisfy {
            $0.line == $1.line && $0.cell == $1.cell && $1.x <= $0.maxX
        }
    }

    /// Figures that other cuts part elsewhere where nothing parts the cells: —— beside 11 can be one mark beside 1 and 1,
    /// 0-0 is a mark between two figures or -0, and 2 1082 is 2 108 and 2.
    var hasLooseParts: Bool {
        let hasLong = values.contains { ($0.value?.digits.count ?? 0) > 1 }
        return neighbours.contains { first, second, gap in
            gap <= 0 && (hasLong && first.isMark && second.isMark || second.digits.first == UInt8(ascii: "-"))
        } || hasLooseThousands
    }

    /// A space or comma among digits that nothing else parts can stand before the last three of one figure: 2158 247.
    var hasLooseThousands: Bool {
        neighbours.contains { first, second, gap in gap == 1 && !first.isMark && second.digits.count >= 3 }
    }

    /// —— among figures: two marks, or one beside a blank cell.
    var hasDoubleMarks: Bool {
        values.contains { !($0.value?.isMark ?? true) }
            && neighbours.contains { $0.isMark && $1.isMark && $0.printed == $1.printed && $2 <= 0 }
    }

    /// The figures that follow each other in a cell, or with a comma between, and what parts them.
    private var neighbours: [(DumpValue, DumpValue, gap: Int)] {
        let values = values
        return zip(values, values.dropFirst()).compactMap { left, right in
            guard left.line == right.line, left.cell == right.cell || right.separator == .comma,
                let first = left.value, let second = right.value
            else { return nil }
            return (first, second, right.x - left.maxX)
        }
    }

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

    /// The column that it names.
    var columnID: String? { if case .column(_, let id) = target { id } else { nil } }

    /// Not a scrap that is a piece of several labels: 结果, 机构.
    var isClear: Bool {
        guard let match = element.matches.first(where: { $0.target == target }), match.extent != .whole else {
            return true
        }
        return !element.matches.contains { other in
            other.target != target && other.target.role == target.role && other.similarity > match.similarity - 0.05
        }
    }
}

/// What a document's labels and figures make: runs tied to rows, heads, and where each table stands.
struct DumpParts {
    var runs: [RowRun] = []
    var heads: [HeadLabel] = []
    /// Row labels in order, with or without figures.
    var rowLabels: [HeadLabel] = []
    var regions: [Region] = []
    /// Lines with text that is no label of the form, and no page number.
    var foreignLines: Set<Int> = []
    /// Lines with figures that stand in a table, and were tied to none of its rows.
    var looseLines: [FormTable: Set<Int>] = [:]
    /// Some line stands twice in the text: nobody took repeated lines out.
    var repeatsLines = true
    /// The text came off the pages of a document: cells that stand one a line come in the order of the page's blocks.
    var hasPages = false

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
