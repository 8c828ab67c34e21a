import ReportModel

/// Keeps cells that hold neither a figure nor a mark in their places: without them the figures behind would slide.
enum UnreadableCells {
    /// Makes values of the noise that stands in a cell among a row's figures.
    static func mark(in elements: inout [DumpElement], _ targets: [LabelTarget?]) {
        var start = 0
        while start < elements.count {
            var end = start + 1
            while end < elements.count, elements[end].line == elements[start].line { end += 1 }
            mark(in: &elements, targets, line: start..<end)
            start = end
        }
    }

    private static func mark(in elements: inout [DumpElement], _ targets: [LabelTarget?], line: Range<Int>) {
        guard elements[line.lowerBound].cellCount > 1, elements[line.lowerBound].separator != .gap,
            let first = line.first(where: { elements[$0].value != nil })
        else { return }
        // Behind the row's label; in the line of the disputes table, which has none, behind the first figure.
        let label = line.last { targets[$0] != nil }
        if let label {
            guard case .row? = targets[label] else { return }
        }
        for index in line where index > label ?? first {
            guard case .noise = elements[index].kind, !sharesCell(index, elements, line),
                !goesOn(index, elements, line)
            else { continue }
            elements[index].kind = .value(.unreadable(elements[index].printed, at: elements[index].place))
        }
    }

    /// The last cell of a line can be the next row's first, its rest on lines of its own: 三 / 、 / 本 / 年.
    private static func goesOn(_ index: Int, _ elements: [DumpElement], _ line: Range<Int>) -> Bool {
        guard line.last(where: { !elements[$0].isBlank }) == index, elements[index].letters.count == 1 else {
            return false
        }
        let below = elements[index].lastLine + 1
        let next = elements[line.upperBound...].prefix { $0.line == below }.filter { !$0.isBlank }
        return next.count == 1 && next[0].value == nil
    }

    /// Scraps between the figures of one cell are no cell.
    private static func sharesCell(_ index: Int, _ elements: [DumpElement], _ line: Range<Int>) -> Bool {
        line.contains { $0 != index && elements[$0].cell == elements[index].cell }
    }
}
