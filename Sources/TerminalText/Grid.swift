/// A table drawn with lines; Chinese characters take their two columns, and cells may span.
public struct Grid: Sendable {
    public struct Cell: Sendable {
        public var text: String
        /// How many columns it covers.
        public var span: Int
        public var alignment: TextAlignment
        /// Columns left free before every line.
        public var indent: Int
        public var styles: [Paint.Style]

        public init(
            _ text: String, span: Int = 1, _ alignment: TextAlignment = .left, indent: Int = 0,
            styles: [Paint.Style] = []
        ) {
            self.text = text
            self.indent = max(0, indent)
            self.span = max(1, span)
            self.alignment = alignment
            self.styles = styles
        }
    }

    public struct Row: Sendable {
        public var cells: [Cell]
        public var hasRuleBelow: Bool

        public init(_ cells: [Cell], hasRuleBelow: Bool = false) {
            self.cells = cells
            self.hasRuleBelow = hasRuleBelow
        }
    }

    /// Of each column, without borders and the space beside them.
    public var widths: [Int]
    public var rows: [Row]

    public init(widths: [Int], rows: [Row] = []) {
        self.widths = widths
        self.rows = rows
    }

    /// The columns of the terminal that it takes.
    public var width: Int { widths.reduce(1) { $0 + $1 + 3 } }

    public func text(_ paint: Paint) -> String {
        var text = rule(above: nil, below: rows.first)
        for (index, row) in rows.enumerated() {
            append(row, to: &text, paint)
            let next = index + 1 < rows.count ? rows[index + 1] : nil
            if row.hasRuleBelow || next == nil { text += rule(above: row, below: next) }
        }
        return text
    }

    private func append(_ row: Row, to text: inout String, _ paint: Paint) {
        let widths = spannedWidths(of: row)
        let cells = zip(row.cells, widths).map { cell, width in
            cell.text.wrapped(to: width - cell.indent).map { String(repeating: " ", count: cell.indent) + $0 }
        }
        for line in 0..<(cells.map(\.count).max() ?? 0) {
            text += "│"
            for (index, cell) in row.cells.enumerated() where index < widths.count {
                let part = line < cells[index].count ? cells[index][line] : ""
                text += " " + paint(part.padded(to: widths[index], cell.alignment), cell.styles) + " │"
            }
            text += "\n"
        }
    }

    /// The width of each cell; what would reach beyond the last column is cut.
    private func spannedWidths(of row: Row) -> [Int] {
        var column = 0
        return row.cells.compactMap { cell in
            let covered = widths.dropFirst(column).prefix(cell.span)
            column += cell.span
            return covered.isEmpty ? nil : covered.reduce(0, +) + (covered.count - 1) * 3
        }
    }

    private func rule(above: Row?, below: Row?) -> String {
        let up = above.map(borders) ?? []
        let down = below.map(borders) ?? []
        var text = ""
        for column in 0...widths.count {
            text += Self.junction(
                up: up.contains(column), down: down.contains(column), left: column > 0, right: column < widths.count)
            if column < widths.count { text += String(repeating: "─", count: widths[column] + 2) }
        }
        return text + "\n"
    }

    /// The columns before which a cell of the row begins, and the right edge.
    private func borders(of row: Row) -> Set<Int> {
        var result: Set<Int> = [0, widths.count]
        var column = 0
        for cell in row.cells {
            result.insert(min(column, widths.count))
            column += cell.span
        }
        return result
    }

    private static func junction(up: Bool, down: Bool, left: Bool, right: Bool) -> String {
        switch (up, down, left, right) {
        case (true, true, true, true): "┼"
        case (true, true, false, _): "├"
        case (true, true, _, false): "┤"
        case (true, false, true, true): "┴"
        case (false, true, true, true): "┬"
        case (true, false, false, _): "└"
        case (true, false, _, false): "┘"
        case (false, true, false, _): "┌"
        case (false, true, _, false): "┐"
        default: "─"
        }
    }
}
