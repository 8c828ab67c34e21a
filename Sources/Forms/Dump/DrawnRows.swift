/// Puts rows on one line again that go on over several lines of a table drawn in characters, a rule between any two.
///
///     +------+----+
///     | 三、 | 12 |
///     | 其他 |    |
///     +------+----+
///
/// Stretches between two rules that are several rows say that their table has no rules between its rows: it stays as it
/// is. One table can stand in a cell of another.
struct DrawnRows {
    /// So many rules say that they stand between rows, and not below the head alone.
    private static let fewestRules = 5
    /// Rows of several lines, for each stretch of several rows, that say that there are rules between rows.
    private static let shareOfStacks = 8
    /// A column one character wide takes a line for each of 第一项加第二项之和，等于第三项加第四项之和.
    private static let mostLines = 60

    private var rows: [Int: BarredCells.Row] = [:]
    /// Of the table that is being read.
    private var own: [Int: BarredCells.Row] = [:]
    private var rules = 0
    /// The stretches that are several rows, by how many cells those have.
    private var stacks: [Int: Int] = [:]
    /// Since the last rule.
    private var stretch: [DumpLine] = []

    /// The rows of more than one line of all such tables by their first lines, from 0.
    static func rows(of lines: [String]) -> [Int: BarredCells.Row] {
        var reader = DrawnRows()
        for (index, line) in lines.enumerated() {
            let scalars = Array(line.unicodeScalars)
            if isRule(scalars) {
                reader.take(ruleAt: index)
            } else if scalars.contains(where: \.isBar) {
                reader.stretch.append(DumpLine(line, number: index + 1))
            } else {
                reader.finishTable()
            }
        }
        reader.finishTable()
        return reader.rows
    }

    private static func isRule(_ scalars: [Unicode.Scalar]) -> Bool {
        var hasJoint = false
        var strokes = 0
        for scalar in scalars where !scalar.isBar && !scalar.isSpace {
            switch scalar {
            case "+", "\u{250C}"..."\u{254B}", "\u{2552}"..."\u{256C}": hasJoint = true
            case "-", "=", ":", "\u{2500}", "\u{2501}", "\u{2550}": strokes += 1
            default: return false
            }
        }
        return hasJoint && strokes > 1
    }

    private mutating func take(ruleAt index: Int) {
        rules += 1
        defer { stretch = [] }
        guard rules > 1, let first = stretch.first, (2...Self.mostLines).contains(stretch.count),
            // What two spaces part within a cell is a table inside it.
            stretch.allSatisfy({ $0.cells.count == first.cells.count && !$0.cells.contains(where: \.hasGap) })
        else { return }
        if let row = Self.joined(stretch) {
            own[first.number - 1] = BarredCells.Row(line: row, end: index)
        } else {
            stacks[first.cells.count, default: 0] += 1
        }
    }

    private mutating func finishTable() {
        if rules >= Self.fewestRules {
            let joined = Dictionary(grouping: own) { $0.value.line.cells.count }
            // The one row of the disputes table can have two lines in every cell.
            for (size, rows) in joined where rows.count > stacks[size, default: 0] * Self.shareOfStacks {
                self.rows.merge(rows.map { ($0.key, $0.value) }) { $1 }
            }
        }
        (own, rules, stacks, stretch) = ([:], 0, [:], [])
    }

    /// Nil where the lines are rows of their own: all have figures, in the same columns.
    private static func joined(_ lines: [DumpLine]) -> DumpLine? {
        guard var row = lines.first else { return nil }
        let columns = row.cells.indices.map { index in lines.map { $0.cells[index] }.filter { !$0.isBlank } }
        let filled = columns.filter { !$0.isEmpty }
        let figures = filled.filter { $0.allSatisfy(isFigure) }
        let labels = filled.filter { !$0.allSatisfy(isFigure) }
        let isStack = !figures.isEmpty && figures.allSatisfy { $0.count == lines.count }
        // 3.其他 with 3 / 3 beside it is one row; of two, each has its label.
        let isLabelled = labels.isEmpty || labels.contains { $0.count == lines.count }
        if isStack, isLabelled, !labels.contains(where: isOneLabel) { return nil }
        for (index, pieces) in columns.enumerated() {
            if let whole = whole(pieces) { row.cells[index] = whole }
        }
        return row
    }

    /// The lines of a cell as one; nil where it has none.
    static func whole(_ pieces: [DumpCell]) -> DumpCell? {
        guard var whole = pieces.first else { return nil }
        var lines = withoutSpans(pieces.map(\.scalars))
        // 1 / 81 is for those to judge who read it; 5 / .属于三类 is a label.
        if !lines.allSatisfy(isFigure) { lines = [ArraySlice(lines.joined())] }
        whole.scalars = ArraySlice(lines.joined(separator: ["\n"]))
        return whole
    }

    /// The lines of （二）部 / 分公开 are one label; 规章 and 规范性文件 are two.
    private static func isOneLabel(_ pieces: [DumpCell]) -> Bool {
        pieces.count > 1 && LabelIndex.shared.wholeLabels.contains(pieces.flatMap { Array($0.scalars.letters) })
    }

    /// The lines of a cell without the signs that say what is said of its text: those can be broken as well.
    private static func withoutSpans(_ lines: [ArraySlice<Unicode.Scalar>]) -> [ArraySlice<Unicode.Scalar>] {
        var scalars = Array(lines.joined(separator: ["\n"]))
        guard scalars.contains("{") else { return lines }
        Markup.hideSpans(&scalars)
        scalars.removeAll { $0 == Markup.nothing }
        return scalars.split(separator: "\n").filter { !$0.allSatisfy(\.isSpace) }
    }

    private static func isFigure(_ cell: DumpCell) -> Bool { isFigure(cell.scalars) }

    private static func isFigure(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        NumberText(text) != nil || NumberText.isMark(text)
    }
}
