import ReportModel

/// The rows of a page whose every figure stands within the lines of one row's label: no other row can be meant, and a row
/// with nothing in its lines is blank.
struct LabelledLines {
    private(set) var runs: [String: RowRun] = [:]

    /// Lines between the table's last label and figures that can still be its own.
    static let farthestFigures = 6

    /// Nil where a label is not there, or a figure stands beside none or beside two.
    init?(
        _ definition: FormDefinition, runs: [RowRun], labels: [HeadLabel], heads: [HeadLabel], in parts: DumpParts
    ) {
        let foreignLines = parts.foreignLines
        let values = runs.flatMap(\.values)
        let ids = labels.compactMap(DumpTable.id(of:))
        let isPage =
            values.isEmpty
            ? Self.showsBlanks(definition, heads, parts) : values.contains { $0.separator == .gap }
        guard definition.table != .disputes, isPage,
            values.allSatisfy({ $0.separator == .gap || $0.separator == .none }),
            !runs.contains(where: { $0.hasForeignText || $0.isBesideStray }),
            ids.count == labels.count, Set(ids).count == ids.count, Set(ids) == Set(definition.rows.map(\.id))
        else { return nil }
        var owners: [Int: Int] = [:]
        for (index, label) in labels.enumerated() {
            for line in label.element.line...max(label.element.line, label.element.lastLine) {
                guard owners.updateValue(index, forKey: line) == nil else { return nil }
            }
        }
        var rows = [[DumpElement]](repeating: [], count: labels.count)
        for value in values {
            guard let owner = owners[value.line], value.x >= labels[owner].element.x else { return nil }
            if let first = rows[owner].first, first.line != value.line { return nil }
            rows[owner].append(value)
        }
        // What cannot be read may be the figures of a row that seems blank.
        let first = labels.map(\.element.line).min() ?? 0
        let last = labels.map(\.element.lastLine).max() ?? 0
        if rows.contains(where: \.isEmpty) {
            let loose = parts.looseLines[definition.table] ?? []
            if foreignLines.contains(where: { first <= $0 && $0 <= last })
                || loose.contains(where: { first <= $0 && $0 <= last + 2 * Self.farthestFigures })
            {
                return nil
            }
        }
        for (index, label) in labels.enumerated() {
            let size = definition.blocks.first { $0.rows.contains { $0.id == ids[index] } }?.columns.count ?? 0
            let elements = rows[index].isEmpty ? Self.blanks(beside: label.element, size) : rows[index]
            self.runs[ids[index]] = RowRun(
                table: definition.table, rows: [ids[index]], tie: .label, elements: elements.sorted { $0.x < $1.x },
                label: label.element, match: label.element.matches.first { $0.target == label.target },
                position: label.position)
        }
    }

    /// Whether a table without any figure can be told from one whose figures are lost: all of its columns are named, set
    /// apart by spaces as on a page, and the text has digits elsewhere, if only in the labels of the form.
    private static func showsBlanks(_ definition: FormDefinition, _ heads: [HeadLabel], _ parts: DumpParts) -> Bool {
        let columns = Set(definition.blocks.flatMap(\.columns).map(\.id))
        let named = heads.filter { $0.target.role == .column && $0.element.separator == .gap }
        let hasDigits =
            parts.runs.contains { !$0.values.isEmpty }
            || parts.rowLabels.contains { $0.element.printed.unicodeScalars.contains(where: \.isDigit) }
        return hasDigits && columns.isSubset(of: named.compactMap(\.columnID))
    }

    /// Blank cells behind a label.
    static func blanks(beside label: DumpElement, _ count: Int) -> [DumpElement] {
        (0..<count).map { index in
            DumpElement(
                kind: .blank, line: label.line, lastLine: label.lastLine, column: label.column, x: label.maxX, width: 0,
                cell: index + 1, cellCount: count + 1, separator: .tab, letters: [])
        }
    }
}
