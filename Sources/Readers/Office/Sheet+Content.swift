private import ReportModel

extension Sheet {
    /// The sheet as CSV, one line for each of its rows, where one of its first names the columns of a table of figures;
    /// nil where none does.
    public var figures: [String]? {
        guard let start = figuresHeader else { return nil }
        let header = rows[start]
        let columns = header.cells.keys.sorted()
        var lines = [String](repeating: "", count: min(max(0, header.number - 1), 1000))
        for row in rows[start...] {
            // A line's number is its row's, as far as the sheet is no desert.
            while lines.count + 1 < row.number, lines.count < rows.count + 1000 { lines.append("") }
            lines.append(columns.map { Self.field(row.cells[$0] ?? "") }.joined(separator: ","))
        }
        return lines
    }

    /// The row that names the columns of a table of figures: a title and a line about who made it may stand above.
    private var figuresHeader: Int? {
        rows.prefix(Self.headerRows).firstIndex { row in
            FigureColumn.needed.isSubset(of: row.cells.values.map { FigureColumn.name(of: $0) })
        }
    }

    public var holdsFigures: Bool { figuresHeader != nil }

    private static let headerRows = 10

    private static func field(_ text: String) -> String {
        // A line break inside of a cell would be two lines.
        let text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard text.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Rows and columns of a form, with room for what people write around it.
    private static let formRows = 400
    private static let formColumns = 60

    /// Far larger than any form is something else.
    fileprivate var mayHoldForm: Bool {
        zip(rows, rows.dropFirst()).allSatisfy { $0.number < $1.number }
            && rows.allSatisfy { (1...Self.formRows).contains($0.number) }
            && rows.allSatisfy { row in row.cells.keys.allSatisfy { $0 < Self.formColumns } }
    }

    /// What stands alone in a row and is a line of text, and none of a table.
    fileprivate func sentence(in row: Row) -> String? {
        guard row.cells.count == 1, let text = row.cells.first?.value, Self.isText(text) else { return nil }
        return text
    }

    /// A title, a section's heading or a sentence: what stands alone in a row and is no label of the form.
    private static func isText(_ text: String) -> Bool {
        let headings = ["总体情况", "主动公开", "收到和处理", "行政复议", "存在的主要问题", "其他需要报告"]
        if text.contains("年度报告") { return true }
        if let first = text.first, "一二三四五六".contains(first), headings.contains(where: { text.contains($0) }) {
            return true
        }
        return text.contains("。") || text.count > 60
    }

    fileprivate var width: Int { (rows.flatMap(\.cells.keys).max() ?? 0) + 1 }

    fileprivate func parts(of row: Row, _ width: Int) -> [GridBuilder.Part] {
        (0..<width).map { column in
            var part = GridBuilder.Part(text: row.cells[column] ?? "", span: 1, goesOn: false)
            if let merge = merges.first(where: { $0.rows.contains(row.number) && $0.columns.contains(column) }) {
                part.goesOn = row.number > merge.rows.lowerBound
                part.joinsLeft = column > merge.columns.lowerBound
            }
            return part
        }
    }
}

extension FlowingDocument {
    /// The sheets one below the other, each row on a line of its own: those of the first sheet have their numbers.
    public init(_ sheets: [Sheet], encoding: String) {
        self.init(encoding: encoding)
        for sheet in sheets where sheet.mayHoldForm { add(sheet) }
    }

    private mutating func add(_ sheet: Sheet) {
        let above = text.lines.count
        let width = sheet.width
        var table: [Sheet.Row] = []
        for row in sheet.rows {
            guard let sentence = sheet.sentence(in: row) else {
                table.append(row)
                continue
            }
            add(table, of: sheet, width, below: above)
            table = []
            addBlankLines(to: above + row.number)
            add(pieces: sentence.split(whereSeparator: \.isNewline).map(String.init))
        }
        add(table, of: sheet, width, below: above)
    }

    private mutating func addBlankLines(to line: Int) {
        while text.lines.count + 1 < line { add(line: "", isText: false) }
    }

    /// Rows without a cell are none of the table, and take a line all the same.
    private mutating func add(_ rows: [Sheet.Row], of sheet: Sheet, _ width: Int, below above: Int) {
        guard let first = rows.first else { return }
        addBlankLines(to: above + first.number)
        var lines: [[GridBuilder.Part]] = []
        for row in rows {
            while first.number + lines.count < row.number { lines.append([]) }
            lines.append(sheet.parts(of: row, width))
        }
        add(rows: lines.map { $0.map(\.words) }) { places in
            var builder = GridBuilder()
            for (parts, places) in zip(lines, places) where !parts.isEmpty { builder.add(parts, places: places) }
            return builder.table()
        }
    }
}
