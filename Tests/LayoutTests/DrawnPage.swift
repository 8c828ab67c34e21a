import Layout
import ReportModel

/// Draws pages for tests: text and lines where one wants them.
struct DrawnPage {
    var page: Page

    init(number: Int = 1, width: Double = 595, height: Double = 842) {
        page = Page(number: number, width: width, height: height, fonts: ["Song"])
    }

    static func advance(_ scalar: Unicode.Scalar, _ size: Double) -> Double {
        scalar.value < 0x2000 ? size / 2 : size
    }

    static func width(_ text: String, _ size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + advance($1, size) }
    }

    /// One line of text whose box begins at the given point.
    mutating func text(_ text: String, x: Double, y: Double, size: Double = 10) {
        var x = x
        for scalar in text.unicodeScalars {
            let advance = Self.advance(scalar, size)
            append(scalar, Box(x: x, y: y, width: advance, height: size * 1.2), size)
            x += advance
        }
        append("\n", Box(x: x, y: y, width: 0, height: 0), size)
    }

    mutating func centred(_ text: String, at middle: Double, y: Double, size: Double = 10) {
        self.text(text, x: middle - Self.width(text, size) / 2, y: y, size: size)
    }

    /// One line of several texts, each at its own place; an empty one is left out.
    mutating func row(_ texts: [String], x: [Double], y: Double) {
        for (text, x) in zip(texts, x) where !text.isEmpty { self.text(text, x: x, y: y) }
    }

    /// Characters under each other.
    mutating func stacked(_ text: String, x: Double, y: Double, size: Double = 10, newLines: Bool = true) {
        for (index, scalar) in text.unicodeScalars.enumerated() {
            append(scalar, Box(x: x, y: y + Double(index) * size * 1.2, width: size, height: size * 1.2), size)
            if newLines { append("\n", Box(x: x, y: y, width: 0, height: 0), size) }
        }
    }

    /// Characters one by one, as the file gives them, each where it stands.
    mutating func glyphs(_ text: String, at places: [(x: Double, y: Double)], size: Double = 10) {
        for (scalar, place) in zip(text.unicodeScalars, places) {
            append(scalar, Box(x: place.x, y: place.y, width: Self.advance(scalar, size), height: size * 1.2), size)
        }
        append("\n", Box(x: 0, y: 0, width: 0, height: 0), size)
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ box: Box, _ size: Double) {
        page.glyphs.append(Glyph(scalar: scalar, box: box, fontSize: Float(size), font: 0))
    }

    mutating func horizontal(_ y: Double, _ from: Double, _ to: Double) {
        page.rulings.append(Ruling(.horizontal, at: y, from: from, to: to, thickness: 0.5))
    }

    mutating func vertical(_ x: Double, _ from: Double, _ to: Double) {
        page.rulings.append(Ruling(.vertical, at: x, from: from, to: to, thickness: 0.5))
    }

    /// A cell of a table to draw: the grid squares it covers and its text.
    struct Square {
        var row: Int
        var column: Int
        var rowSpan = 1
        var columnSpan = 1
        var text: String
    }

    /// Draws the borders of each cell and its text, centred; lines of the text are split at "\n".
    mutating func table(_ cells: [Square], columns: [Double], rows: [Double], size: Double = 10) {
        for cell in cells {
            let left = columns[cell.column]
            let right = columns[cell.column + cell.columnSpan]
            let top = rows[cell.row]
            let bottom = rows[cell.row + cell.rowSpan]
            horizontal(top, left, right)
            horizontal(bottom, left, right)
            vertical(left, top, bottom)
            vertical(right, top, bottom)
            let lines = cell.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            var y = (top + bottom) / 2 - Double(lines.count) * size * 0.6
            for line in lines where !cell.text.isEmpty {
                centred(line, at: (left + right) / 2, y: y, size: size)
                y += size * 1.2
            }
        }
    }

    /// A table without merged cells.
    mutating func table(_ texts: [[String]], x: [Double], top: Double, rowHeight: Double = 24, size: Double = 10) {
        let rows = (0...texts.count).map { top + Double($0) * rowHeight }
        var cells: [Square] = []
        for (row, line) in texts.enumerated() {
            for (column, text) in line.enumerated() { cells.append(Square(row: row, column: column, text: text)) }
        }
        table(cells, columns: x, rows: rows, size: size)
    }
}

extension DocumentLayout {
    var tables: [Table] {
        blocks.compactMap { block in
            if case .table(let table) = block { return table }
            return nil
        }
    }

    var lines: [TextLine] {
        blocks.compactMap { block in
            if case .line(let line) = block { return line }
            return nil
        }
    }
}

extension Table {
    /// The texts by row; a merged cell stands where it begins, nothing in the squares that it covers.
    var texts: [[String]] {
        var rows = [[String]](repeating: [String](repeating: "", count: columnCount), count: rowCount)
        for cell in cells { rows[cell.row][cell.column] = cell.text }
        return rows
    }

    func cell(_ row: Int, _ column: Int) -> Cell? { cells.first { $0.row == row && $0.column == column } }
}

/// The layout of some pages.
func layout(_ pages: DrawnPage...) -> DocumentLayout {
    var builder = LayoutBuilder()
    for page in pages { builder.add(page.page) }
    return builder.finish()
}
