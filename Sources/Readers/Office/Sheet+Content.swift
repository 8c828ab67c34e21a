public import ReportModel

extension Sheet {
    /// The sheet as CSV, one line for each of its rows, where one of its first names the columns of a table of figures;
    /// nil where none does.
    public var figures: TextDocument? {
        // A title and a line about who made it may stand above.
        let start = rows.prefix(Self.headerRows).firstIndex { row in
            FigureColumn.needed.isSubset(of: row.cells.values.map { FigureColumn.name(of: $0) })
        }
        guard let start else { return nil }
        let header = rows[start]
        let columns = header.cells.keys.sorted()
        var lines = [String](repeating: "", count: min(max(0, header.number - 1), 1000))
        for row in rows[start...] {
            // A line's number is its row's, as far as the sheet is no desert.
            while lines.count + 1 < row.number, lines.count < rows.count + 1000 { lines.append("") }
            lines.append(columns.map { Self.field(row.cells[$0] ?? "") }.joined(separator: ","))
        }
        return TextDocument(lines: lines, encoding: "XLSX")
    }

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

    /// The sheet as lines of text and tables; nothing where it is far larger than any form.
    public var blocks: [DocumentLayout.Block] {
        guard let first = rows.first?.number, let last = rows.last?.number, last - first < Self.formRows,
            rows.allSatisfy({ row in row.cells.keys.allSatisfy { $0 < Self.formColumns } })
        else { return [] }
        var blocks: [DocumentLayout.Block] = []
        let width = (rows.flatMap(\.cells.keys).max() ?? 0) + 1
        var builder = GridBuilder()
        func finish() {
            if let table = builder.table() { blocks.append(.table(table)) }
            builder = GridBuilder()
        }
        for row in rows {
            if row.cells.count == 1, let cell = row.cells.first, Self.isText(cell.value) {
                finish()
                let place = Place.text(line: row.number, column: cell.key + 1, length: cell.value.count)
                for piece in cell.value.split(whereSeparator: \.isNewline) {
                    blocks.append(
                        .line(TextLine(text: String(piece), place: place, fontSize: 0, columnStart: 0, columnEnd: 0)))
                }
            } else {
                builder.add(
                    parts(of: row, width), places: (0..<width).map { .text(line: row.number, column: $0 + 1) })
            }
        }
        finish()
        return blocks
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

    private func parts(of row: Row, _ width: Int) -> [GridBuilder.Part] {
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
