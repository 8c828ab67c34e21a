import ReportModel

/// Columns and rows that the form does not have, and offices add: 小计, 备注.
///
/// In the head of the applications table 小计 is that of the legal persons' columns: their figures come one short of those
/// of the line. Among the rows it is another row. 备注 stands behind all columns.
enum AddedColumns {
    static let subtotal = "subtotal"
    static let remarks = "remarks"

    /// The column that a head names.
    static func named(by element: DumpElement) -> String? {
        if isSubtotal(element) { return subtotal }
        return remarkWords.contains(element.letters) ? remarks : nil
    }

    static func isSubtotal(_ element: DumpElement) -> Bool { element.letters.suffix(word.count).elementsEqual(word) }

    /// Where the column stands among those of the form; nil where nobody can say.
    ///
    /// - Parameter heads: those of the table.
    static func place(of column: String, in heads: [HeadLabel], _ columns: [FormColumn]) -> Place? {
        if column == remarks { return Place(index: columns.count) }
        guard let head = heads.firstIndex(where: { $0.columnID == column }) else { return nil }
        let legal = columns.indices.filter { !["natural_person", "total"].contains(columns[$0].id) }
        guard let first = legal.first, let last = legal.last else { return nil }
        let before = heads[..<head].last { $0.columnID != nil }?.columnID
        return before == columns[last].id ? Place(index: last + 1, parts: first...last) : nil
    }

    struct Place {
        /// Among the figures of a line.
        var index: Int
        /// The columns that it sums up.
        var parts: ClosedRange<Int>?
    }

    private static let word = letters("小计")
    private static let remarkWords = [letters("备注"), letters("说明")]

    private static func letters(_ word: String) -> Letters { word.unicodeScalars.map(\.value) }
}

extension RowRun {
    /// Without what stands in an added column; `lacksCells` where nobody can say what that is.
    func without(_ column: AddedColumns.Place?, size: Int) -> RowRun {
        var run = self
        run.lacksCells = true
        guard let column else { return run }
        let values = elements.indices.filter { elements[$0].value != nil }
        let lead = elements.prefix { $0.isBlank }.count
        let cells: [Int] =
            if values.count == size + 1 {
                values
            } else if elements.count > size, elements.count - size - 1 <= lead,
                elements.allSatisfy({ $0.cellCount > 1 && $0.line == elements[0].line })
            {
                Array(elements.indices.suffix(size + 1))
            } else {
                []
            }
        guard cells.count == size + 1 else {
            // Nobody writes a remark on every row.
            return column.parts == nil ? self : run
        }
        run.lacksCells = column.parts.map { !isSum(cells[column.index], of: $0.map { cells[$0] }) } ?? false
        run.elements.remove(at: cells[column.index])
        return run
    }

    private func isSum(_ total: Int, of parts: [Int]) -> Bool {
        func count(_ index: Int) -> Int? {
            guard let value = elements[index].value, !value.isMark else { return 0 }
            return value.amount?.count
        }
        var sum = 0
        for part in parts.map(count) {
            guard let part, !sum.addingReportingOverflow(part).overflow else { return false }
            sum += part
        }
        return count(total) == sum
    }
}
