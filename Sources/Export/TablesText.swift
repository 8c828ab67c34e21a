public import ReportModel

/// A document's tables as comma-separated values, a blank line between two tables. A merged cell's text stands in
/// the first of its squares.
public enum TablesCSV {
    public static func text(_ tables: [Table]) -> String {
        tables.map { table in
            table.squares.map { row in row.map { CSV.field($0?.text ?? "") }.joined(separator: ",") + "\n" }.joined()
        }.joined(separator: "\n")
    }
}

/// A document's tables as Markdown's pipe tables: the first row is the head, since Markdown wants one; a merged
/// cell's text stands in the first of its squares.
public enum TablesMarkdown {
    public static func text(_ tables: [Table]) -> String {
        tables.map { table in
            var text = ""
            for (number, row) in table.squares.enumerated() {
                text += "|" + row.map { " " + field($0?.text ?? "") + " |" }.joined() + "\n"
                if number == 0 { text += "|" + row.map { _ in " --- |" }.joined() + "\n" }
            }
            return text
        }.joined(separator: "\n")
    }

    private static func field(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "|", "\\", "`", "*", "_", "<", "[": result += "\\" + String(scalar)
            case "\n": result += "<br>"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// A document's tables as an HTML page, spans and heads kept.
public enum TablesHTML {
    public static func text(_ tables: [Table]) -> String {
        var text = "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"><title></title></head>\n<body>\n"
        for table in tables { append(table, to: &text) }
        return text + "</body>\n</html>\n"
    }

    private static func append(_ table: Table, to text: inout String) {
        text += "<table>\n"
        let covered = table.covered
        for (number, row) in table.squares.enumerated() {
            text += "<tr>"
            for (column, cell) in row.enumerated() {
                guard let cell else {
                    // No cell covers this square; without one the row would shift to the left.
                    if !covered[number][column] { text += "<td></td>" }
                    continue
                }
                let tag = cell.isHeader ? "th" : "td"
                text += "<" + tag
                if cell.rowSpan > 1 { text += " rowspan=\"\(cell.rowSpan)\"" }
                if cell.columnSpan > 1 { text += " colspan=\"\(cell.columnSpan)\"" }
                text += ">" + escaped(cell.text) + "</" + tag + ">"
            }
            text += "</tr>\n"
        }
        text += "</table>\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "<br>"
            case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Table {
    /// The cells by row and column, each where it begins.
    fileprivate var squares: [[Cell?]] {
        var rows = [[Cell?]](repeating: [Cell?](repeating: nil, count: columnCount), count: rowCount)
        for cell in cells where rows.indices.contains(cell.row) && rows[cell.row].indices.contains(cell.column) {
            rows[cell.row][cell.column] = cell
        }
        return rows
    }

    /// Row × column: does a cell cover that square?
    fileprivate var covered: [[Bool]] {
        var rows = [[Bool]](repeating: [Bool](repeating: false, count: columnCount), count: rowCount)
        for cell in cells {
            for row in max(0, cell.row)..<max(0, min(rowCount, cell.lastRow + 1)) {
                for column in max(0, cell.column)..<max(0, min(columnCount, cell.lastColumn + 1)) {
                    rows[row][column] = true
                }
            }
        }
        return rows
    }
}
