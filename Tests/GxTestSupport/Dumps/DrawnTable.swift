public import ReportModel

/// A table as it is drawn: cells with spans on a grid.
public struct DrawnTable: Sendable {
    public struct Cell: Sendable {
        public var row: Int
        public var column: Int
        public var rowSpan = 1
        public var columnSpan = 1
        public var text: String
        public var isLabel: Bool

        public init(
            _ row: Int, _ column: Int, rowSpan: Int = 1, columnSpan: Int = 1, _ text: String, isLabel: Bool = true
        ) {
            self.row = row
            self.column = column
            self.rowSpan = rowSpan
            self.columnSpan = columnSpan
            self.text = text
            self.isLabel = isLabel
        }
    }

    public var table: FormTable
    public var rowCount: Int
    public var columnCount: Int
    /// Of labels alone.
    public var headerRows: Int
    public var cells: [Cell]

    /// The grid row by row; nil where a span of another cell covers the square.
    public var grid: [[Cell?]] {
        var grid = [[Cell?]](repeating: [Cell?](repeating: nil, count: columnCount), count: rowCount)
        for cell in cells { grid[cell.row][cell.column] = cell }
        return grid
    }

    /// The grid with every covered square filled with what covers it.
    public var filledGrid: [[Cell?]] {
        var grid = grid
        for cell in cells {
            for row in cell.row..<(cell.row + cell.rowSpan) {
                for column in cell.column..<(cell.column + cell.columnSpan) { grid[row][column] = cell }
            }
        }
        return grid
    }
}

extension DumpSample {
    /// The three tables as the form draws them.
    ///
    /// - Parameters:
    ///   - rowOrder: another order of the applications table's detail rows, within their groups.
    ///   - columnOrder: another order of its five columns of legal persons.
    public func tables(
        rowOrder: ([FormRow]) -> [FormRow] = { $0 }, columnOrder: ([FormColumn]) -> [FormColumn] = { $0 }
    ) -> [DrawnTable] {
        [disclosureTable, applicationsTable(rowOrder: rowOrder, columnOrder: columnOrder), disputesTable]
    }

    private func text(_ id: FigureID) -> String { printed[id] ?? "" }

    private var disclosureTable: DrawnTable {
        var cells: [DrawnTable.Cell] = []
        var row = 0
        for block in forms.definition(of: .disclosure).blocks {
            cells.append(.init(row, 0, columnSpan: 4, block.label))
            row += 1
            // One value takes the three squares, two take one and two.
            let starts = block.columns.count == 3 ? [1, 2, 3] : block.columns.count == 2 ? [1, 2] : [1]
            let spans = block.columns.count == 3 ? [1, 1, 1] : block.columns.count == 2 ? [1, 2] : [3]
            cells.append(.init(row, 0, "信息内容"))
            for (index, column) in block.columns.enumerated() {
                cells.append(.init(row, starts[index], columnSpan: spans[index], column.label))
            }
            row += 1
            for formRow in block.rows {
                cells.append(.init(row, 0, formRow.label))
                for (index, column) in block.columns.enumerated() {
                    let id = FigureID(.disclosure, formRow.id, column.id)
                    cells.append(.init(row, starts[index], columnSpan: spans[index], text(id), isLabel: false))
                }
                row += 1
            }
        }
        return DrawnTable(table: .disclosure, rowCount: row, columnCount: 4, headerRows: 0, cells: cells)
    }

    private func applicationsTable(
        rowOrder: ([FormRow]) -> [FormRow], columnOrder: ([FormColumn]) -> [FormColumn]
    ) -> DrawnTable {
        let definition = forms.definition(of: .applications)
        let all = definition.blocks.flatMap(\.columns)
        let legal = columnOrder(Array(all[1...5]))
        let columns = [all[0]] + legal + [all[6]]
        var cells: [DrawnTable.Cell] = [
            .init(0, 0, rowSpan: 3, columnSpan: 3, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"),
            .init(0, 3, columnSpan: 7, "申请人情况"), .init(1, 3, rowSpan: 2, "自然人"),
            .init(1, 4, columnSpan: 5, "法人或其他组织"), .init(1, 9, rowSpan: 2, "总计"),
        ]
        cells += legal.enumerated().map { .init(2, 4 + $0.offset, $0.element.label) }
        let rows = permuted(definition.rows, rowOrder)
        let handled = rows.filter { !$0.groups.isEmpty }
        var seen: Set<String> = []
        for (index, row) in rows.enumerated() {
            let y = index + 3
            if let outer = row.groups.first, seen.insert(outer).inserted {
                cells.append(.init(y, 0, rowSpan: handled.count, outer))
            }
            if row.groups.count == 2, seen.insert(row.groups[1]).inserted {
                let size = rows.filter { $0.groups.count == 2 && $0.groups[1] == row.groups[1] }.count
                cells.append(.init(y, 1, rowSpan: size, row.groups[1]))
            }
            cells.append(.init(y, row.groups.count, columnSpan: 3 - row.groups.count, row.label))
            for (column, definition) in columns.enumerated() {
                let id = FigureID(.applications, row.id, definition.id)
                cells.append(.init(y, 3 + column, text(id), isLabel: false))
            }
        }
        return DrawnTable(
            table: .applications, rowCount: rows.count + 3, columnCount: 10, headerRows: 3, cells: cells)
    }

    /// Rows move within their group alone: elsewhere they would belong to another.
    private func permuted(_ rows: [FormRow], _ order: ([FormRow]) -> [FormRow]) -> [FormRow] {
        var result: [FormRow] = []
        var start = 0
        while start < rows.count {
            var end = start + 1
            while end < rows.count, rows[end].groups.count == 2, rows[end].groups == rows[start].groups { end += 1 }
            result += end - start > 1 ? order(Array(rows[start..<end])) : Array(rows[start..<end])
            start = end
        }
        return result
    }

    private var disputesTable: DrawnTable {
        let rows = forms.definition(of: .disputes).rows
        let columns = forms.definition(of: .disputes).blocks[0].columns
        var cells: [DrawnTable.Cell] = [
            .init(0, 0, columnSpan: 5, "行政复议"), .init(0, 5, columnSpan: 10, "行政诉讼"),
            .init(1, 5, columnSpan: 5, "未经复议直接起诉"), .init(1, 10, columnSpan: 5, "复议后起诉"),
        ]
        for (index, column) in columns.enumerated() {
            cells.append(.init(1, index, rowSpan: 2, column.label))
            cells.append(.init(2, 5 + index, column.label))
            cells.append(.init(2, 10 + index, column.label))
        }
        for (group, row) in rows.enumerated() {
            for (index, column) in columns.enumerated() {
                let id = FigureID(.disputes, row.id, column.id)
                cells.append(.init(3, group * 5 + index, text(id), isLabel: false))
            }
        }
        return DrawnTable(
            table: .disputes, rowCount: 4, columnCount: 15, headerRows: 3,
            cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) })
    }
}
