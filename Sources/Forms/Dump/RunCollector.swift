import ReportModel

/// Ties figures to the labels they belong to.
struct RunCollector {
    private let elements: [DumpElement]
    private let targets: [LabelTarget?]
    private var parts = DumpParts()

    /// Row labels that wait for figures, as indices of elements.
    private var pending: [Int] = []
    private var table: FormTable?
    private var group: [Int] = []
    /// The table that the last prose ended, and that prose's line.
    private var endedTable: (table: FormTable, line: Int)?
    /// Rows that have figures already.
    private var filled: Set<Int> = []
    /// The line of a label that the form does not have.
    private var foreignLine = 0
    private var foreignLines: Set<Int> = []
    private var proseLines: Set<Int> = []

    private init(_ elements: [DumpElement], _ targets: [LabelTarget?]) {
        self.elements = elements
        self.targets = targets
    }

    static func parts(of elements: [DumpElement], targets: [LabelTarget?]) -> DumpParts {
        var collector = RunCollector(elements, targets)
        collector.collect()
        return collector.parts
    }

    private mutating func collect() {
        for index in elements.indices {
            if let target = targets[index] {
                finishGroup(next: index)
                take(target, at: index)
                continue
            }
            switch elements[index].kind {
            case .value, .blank:
                if let last = group.last, isNewRow(elements[index], after: last) { finishGroup(next: nil) }
                group.append(index)
            case .prose:
                proseLines.insert(elements[index].line)
                // 1，5  1，2  0: figures that nobody can read are no end of a table.
                let digits = elements[index].letters.count(where: Numeral.isDigit)
                let isEnd = digits * 2 < elements[index].letters.count && !isOverleaf(index) && !goesOn(behind: index)
                finishGroup(next: nil, isEnd: isEnd)
                pending = []
                if let table { endedTable = (table, elements[index].line) }
                table = nil
            case .label, .noise:
                if isInHead, let column = AddedColumns.named(by: elements[index]) {
                    let target = LabelTarget.column(.applications, column)
                    parts.heads.append(HeadLabel(target: target, element: elements[index], position: index))
                    continue
                }
                // Figures behind an unknown label are those of a row that the form does not have.
                if isForeignText(elements[index]) || partsFigures(index) || standsAmongFigures(index) {
                    foreignLines.insert(elements[index].line)
                    // 料2794: a watermark's letter on a figure that stands by itself.
                    if let table, hasFigures(elements[index]) {
                        parts.looseLines[table, default: []].insert(elements[index].line)
                    }
                }
                if isForeignLabel(elements[index]) {
                    if let last = group.last, standsInStream(index) { foreignLines.insert(elements[last].line) }
                    finishGroup(next: nil)
                    foreignLine = elements[index].line
                }
            }
        }
        let isCut = !group.isEmpty && table != nil
        finishGroup(next: nil)
        // A row at the very end of a text may have been cut.
        if isCut, let last = parts.runs.indices.last, parts.runs[last].elements.last?.line == elements.last?.line {
            parts.runs[last].mayBeCut = true
        }
        for index in parts.runs.indices {
            parts.runs[index].hasForeignText = parts.runs[index].elements.contains { foreignLines.contains($0.line) }
        }
        parts.foreignLines = foreignLines.union(proseLines)
        parts.regions = regions()
    }

    /// In a text set in columns each line is a row; figures beside a label are all on its line.
    private func isNewRow(_ element: DumpElement, after last: Int) -> Bool {
        let line = elements[last].line
        guard element.line != line else { return false }
        if elements[last].separator == .gap || element.separator == .gap { return true }
        guard let label = pending.last, elements[label].lastLine == line, element.cellCount <= 1 else { return false }
        return group.contains { elements[$0].line == line && elements[$0].value != nil }
    }

    /// Behind labels of the head of the applications table, with no row's between.
    private var isInHead: Bool {
        guard table == .applications, let head = parts.heads.last, [.column, .heading].contains(head.target.role) else {
            return false
        }
        return head.position > parts.rowLabels.last?.position ?? -1
    }

    /// Text that is no piece of a label of the form, no scrap and no page number.
    private func isForeignLabel(_ element: DumpElement) -> Bool {
        if AddedColumns.isSubtotal(element) { return true }
        return element.letters.count >= 3 && !element.letters.allSatisfy(Numeral.isDigit) && element.matches.isEmpty
            && !LabelIndex.shared.isMadeOfPieces(element) && !endsRemark(element)
    }

    /// 字，没有填0）: the second line of a remark inside a label.
    private func endsRemark(_ element: DumpElement) -> Bool {
        let text = element.printed.unicodeScalars
        return text.last.map { $0.value == 0xFF09 || $0.value == 0x29 } ?? false
            && !text.contains { $0.value == 0xFF08 || $0.value == 0x28 }
    }

    /// Words among the figures of a row: a watermark, a remark, 21、25万元.
    private func isForeignText(_ element: DumpElement) -> Bool {
        guard element.letters.count >= 2, !element.letters.allSatisfy(Numeral.isDigit), element.matches.isEmpty else {
            return false
        }
        return hasFigures(element) || !LabelIndex.shared.isMadeOfPieces(element)
    }

    /// A sign between two figures of one cell: 311、25 is neither one nor two.
    private func partsFigures(_ index: Int) -> Bool {
        guard index > 0, index + 1 < elements.count, elements[index].letters.isEmpty else { return false }
        return [index - 1, index + 1].allSatisfy { other in
            elements[other].value.map { !$0.isMark } ?? false && elements[other].line == elements[index].line
                && elements[other].cell == elements[index].cell
        }
    }

    /// One cell a line: text between two figures can be a cell of their row, and not the label of another.
    private func standsInStream(_ index: Int) -> Bool {
        let next = elements[(index + 1)...].prefix(8).first { !$0.isBlank }
        return elements[index].cellCount <= 1 && next.map { $0.value != nil && $0.cellCount <= 1 } ?? false
    }

    /// A scrap beside a figure of a line set in spaces may be a figure that cannot be read: 5  □  3. Letters before the
    /// first figure are those of a label.
    private func standsAmongFigures(_ index: Int) -> Bool {
        guard elements[index].separator == .gap, case .noise = elements[index].kind, elements[index].matches.isEmpty
        else { return false }
        let line = elements[index].line
        let isBehind = elements[..<index].reversed().prefix { $0.line == line }.contains { $0.value != nil }
        let isBefore =
            elements[index].letters.allSatisfy(Numeral.isDigit)
            && elements[(index + 1)...].prefix { $0.line == line }.contains { $0.value != nil }
        return isBehind || isBefore || standsForFigures(index)
    }

    /// Nothing but the scrap stands behind a row's label: 行政强制  □ is no blank cell.
    private func standsForFigures(_ index: Int) -> Bool {
        let line = elements[index].line
        guard index > 0, elements[index - 1].line == line, case .row? = targets[index - 1] else { return false }
        return index + 1 == elements.count || elements[index + 1].line != line
    }

    /// Digits that are no label's number.
    private func hasFigures(_ element: DumpElement) -> Bool {
        let digits = element.printed.unicodeScalars.split { !$0.isDigit }
        return digits.count > 1 || digits.contains { $0.count > 1 }
    }

    private mutating func take(_ target: LabelTarget, at index: Int) {
        let label = HeadLabel(target: target, element: elements[index], position: index)
        endedTable = nil
        if target.table != table {
            pending = []
            table = target.table
        }
        switch target {
        case .row(.disputes, _):
            parts.rowLabels.append(label)
            // The rows of the disputes table are its head: all of them wait for one line of figures.
            if pending.contains(where: filled.contains) { pending = [] }
            if !pending.contains(where: { targets[$0] == target }) { pending.append(index) }
        case .row:
            parts.rowLabels.append(label)
            // A merged label can be repeated in every square that it covers.
            if let last = pending.last, targets[last] == target, !filled.contains(last) { pending.removeLast() }
            if pending.contains(where: filled.contains) { pending = [] }
            pending.append(index)
        case .block, .heading:
            parts.heads.append(label)
            if table != .disputes { pending = [] }
        case .column, .group:
            parts.heads.append(label)
        }
    }

    /// - Parameter isEnd: what follows the table comes next.
    private mutating func finishGroup(next: Int?, isEnd: Bool = false) {
        defer { group = [] }
        guard let table, let first = group.first else {
            noteBelowHeading()
            return
        }
        if isPageNumber(next) {
            // Or the figure of a row that stands at the page's end.
            if let last = pending.last, !filled.contains(last) {
                parts.looseLines[table, default: []].formUnion(group.map { elements[$0].line })
            }
            return
        }
        let isBlankPage = isEnd && self.isBlankPage
        let members = isBlankPage ? LabelledLines.blanks(beside: elements[first], 15) : trimmed(group)
        // Behind an unknown label, on its line or, in a text of one cell a line, below it.
        let isBeside =
            elements[first].line == foreignLine || foreignLine > (pending.last.map { elements[$0].lastLine } ?? 0)
        if foreignLine > 0, isBeside, table != .disputes {
            let lines = group.filter { elements[$0].value != nil }.map { elements[$0].line }
            foreignLines.formUnion(lines)
            parts.looseLines[table, default: []].formUnion(lines)
            return
        }
        guard members.contains(where: { $0.value != nil }) || isBlankRow(members, first) else { return }
        if table == .disputes {
            let rows = pending.filter { !filled.contains($0) }.compactMap { rowID(targets[$0]) }
            parts.runs.append(
                RowRun(
                    table: table, rows: rows, tie: rows.isEmpty ? .place : .label, elements: members, label: nil,
                    match: nil, position: first, extent: isBlankPage ? group.count : members.count))
            filled.formUnion(pending)
            return
        }
        if let last = parts.runs.indices.last, isRest(members, of: parts.runs[last]) {
            parts.runs[last].elements += members
            return
        }
        guard let (label, tie) = owner(of: members, next: next) else {
            let stray = RowRun(
                table: table, rows: [], tie: .place, elements: members, label: nil, match: nil, position: first)
            if let last = parts.runs.indices.last, stray.isClose(below: parts.runs[last]) {
                parts.runs[last].isBesideStray = true
            }
            parts.runs.append(stray)
            return
        }
        filled.insert(label)
        let waiting = pending.filter { !filled.contains($0) && $0 != label }.compactMap { rowID(targets[$0]) }
        let row = rowID(targets[label]) ?? ""
        parts.runs.append(
            RowRun(
                table: table, rows: tie == .label ? waiting + [row] : [row], tie: tie, elements: members,
                label: elements[label], match: elements[label].matches.first { $0.target == targets[label] },
                position: first))
    }

    /// Figures right below the heading behind a table can be the table's: a page's lines are not always in their order.
    private mutating func noteBelowHeading() {
        guard let endedTable else { return }
        let lines = group.map { elements[$0] }.filter { $0.value != nil }.map(\.line)
        let near = lines.filter { $0 - endedTable.line <= LabelledLines.farthestFigures }
        if !near.isEmpty { parts.looseLines[endedTable.table, default: []].formUnion(near) }
    }

    private static let mostPages = 2000

    /// A number alone at the end of a page.
    private func isPageNumber(_ next: Int?) -> Bool {
        let figures = group.filter { elements[$0].value != nil }
        guard figures.count == 1, let figure = figures.first, let last = group.last,
            let number = elements[figure].value?.amount?.count, (0...Self.mostPages).contains(number)
        else { return false }
        let following = group.first { $0 > figure && elements[$0].page != elements[figure].page } ?? next ?? last + 1
        return following < elements.count && elements[following].page != elements[figure].page
            && !(figure > 0 && elements[figure - 1].line == elements[figure].line)
    }

    /// Figures broken over the lines of a narrow column stand within the lines of their label.
    private func isRest(_ members: [DumpElement], of run: RowRun) -> Bool {
        guard let label = run.label, run.table == table, run.tie == .label, let line = members.first?.line else {
            return false
        }
        return label.lastLine > label.line && line <= label.lastLine && line > label.line
            && members.allSatisfy { $0.cellCount <= 1 || $0.separator == .gap }
    }

    /// In a line with its own cells, blank cells of the lines around belong to other rows.
    private func trimmed(_ group: [Int]) -> [DumpElement] {
        let values = group.filter { elements[$0].value != nil }
        var lines = Set(values.map { elements[$0].line })
        if table == .disputes {
            if let line = blankDisputesLine(group, values) { lines.insert(line) }
            // A page's number above or below the one line of figures is none of them.
            let counts = Dictionary(grouping: values) { elements[$0].line }.mapValues(\.count)
            if let whole = counts.first(where: { $0.value >= Self.leastFigures && $0.value % 5 == 0 }),
                counts.allSatisfy({ $0.key == whole.key || $0.value == 1 })
            {
                return group.map { elements[$0] }.filter { $0.line == whole.key }
            }
        } else if let label = pending.last, elements[label].cellCount > 1 {
            lines.insert(elements[label].lastLine)
        }
        let hasCells = lines.contains { line in
            group.contains { elements[$0].line == line && elements[$0].cellCount > 1 }
        }
        return group.map { elements[$0] }.filter { hasCells ? lines.contains($0.line) : $0.cellCount < 2 }
    }

    /// The disputes table's line of figures, with nothing in any of its cells.
    private func blankDisputesLine(_ group: [Int], _ values: [Int]) -> Int? {
        guard values.isEmpty, !pending.isEmpty, pending.allSatisfy({ !filled.contains($0) }) else { return nil }
        let size = 5 * pending.count
        let lines = Dictionary(grouping: group) { elements[$0].line }
        return lines.filter { $0.value.count == size && elements[$0.value[0]].cellCount == size }.keys.min()
    }

    /// Whether a page ends between the table's last label and an element.
    private func isOverleaf(_ index: Int) -> Bool {
        guard let last = parts.heads.last?.position ?? pending.last, last < index else { return false }
        return elements[last].page != elements[index].page || elements[last..<index].contains(where: \.isPageNumber)
    }

    /// The disputes table's line of figures stands behind a page's last line and the next one's first.
    private func goesOn(behind prose: Int) -> Bool {
        guard table == .disputes else { return false }
        let following = elements.indices[(prose + 1)...].prefix(Self.nearElements).prefix { targets[$0] == nil }
        let lines = Dictionary(grouping: following.filter { elements[$0].value != nil }) { elements[$0].line }
        return lines.values.contains { $0.count >= Self.leastFigures }
    }

    private static let nearElements = 60
    private static let leastFigures = 10

    /// Nothing but empty lines stands below the whole head of the disputes table on a page.
    private var isBlankPage: Bool {
        guard table == .disputes, group.allSatisfy({ elements[$0].isBlank }), pending.count == 3,
            pending.allSatisfy({ !filled.contains($0) }), let first = pending.first
        else { return false }
        let heads = parts.heads.filter { $0.position > first && $0.target.role == .column }
        return heads.count == 15 && heads.allSatisfy { $0.element.separator == .gap }
    }

    /// Every cell behind the label was seen, and is blank.
    private func isBlankRow(_ members: [DumpElement], _ first: Int) -> Bool {
        if table == .disputes { return members.count >= 5 && members[0].cellCount >= members.count }
        guard let label = pending.last, !filled.contains(label), first == label + 1,
            let last = members.last
        else {
            return false
        }
        return last.cellCount > 1 && last.line == elements[label].lastLine && last.cell == last.cellCount - 1
    }

    /// The label that figures belong to: the last one before them; on lines of their own in a text set in columns,
    /// the nearest that has none.
    private func owner(of members: [DumpElement], next: Int?) -> (label: Int, tie: RowRun.Tie)? {
        let line = members.first { $0.value != nil }?.line ?? 0
        let previous = pending.last
        let isAlone =
            members.count { $0.value != nil } > 1
            && members.allSatisfy { $0.separator == .gap || $0.separator == .none }
            && members.first?.line == members.last?.line
        guard isAlone else {
            guard let previous, !filled.contains(previous) else { return nil }
            return (previous, .label)
        }
        if let previous, elements[previous].line <= line, elements[previous].lastLine >= line {
            return filled.contains(previous) ? nil : (previous, .label)
        }
        let below = next.flatMap { index -> Int? in
            guard case .row(let table, _)? = targets[index], table == self.table else { return nil }
            return index
        }
        let free = previous.flatMap { filled.contains($0) ? nil : $0 }
        switch (free, below) {
        case (let label?, nil): return (label, .nearest)
        case (nil, let label?): return (label, .nearest)
        case (let above?, let below?):
            return line - elements[above].lastLine <= elements[below].line - line
                ? (above, .nearest) : (below, .nearest)
        case (nil, nil): return nil
        }
    }

    private func rowID(_ target: LabelTarget?) -> String? {
        if case .row(_, let id)? = target { id } else { nil }
    }

    /// Where each table stands: from its first label to its last label or figure, with no prose between.
    private func regions() -> [DumpParts.Region] {
        let runs = Dictionary(parts.runs.map { ($0.position, $0) }) { first, _ in first }
        var regions: [DumpParts.Region] = []
        var open: (table: FormTable, first: Int, last: Int, labels: Int, hasRun: Bool)?
        func close() -> DumpParts.Region? {
            guard let region = open, region.labels >= 3 || region.hasRun && region.labels >= 1 else { return nil }
            let members = elements[region.first...region.last]
            let start = elements[region.first].line
            return DumpParts.Region(
                table: region.table, elements: region.first..<(region.last + 1),
                lines: start...max(start, members.map(\.lastLine).max() ?? start),
                rows: Set((region.first...region.last).compactMap { rowID(targets[$0]) }))
        }
        for index in elements.indices {
            if case .prose = elements[index].kind {
                if let region = close() { regions.append(region) }
                open = nil
            }
            if let table = targets[index]?.table {
                if open?.table != table {
                    if let region = close() { regions.append(region) }
                    open = (table, index, index, 0, false)
                }
                open?.last = index
                open?.labels += 1
            }
            if let run = runs[index], open?.table == run.table {
                open?.last = max(index, index + min(run.elements.count, run.extent) - 1)
                open?.hasRun = true
            }
        }
        if let region = close() { regions.append(region) }
        return regions
    }
}
