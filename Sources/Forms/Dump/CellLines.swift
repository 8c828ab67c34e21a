import ReportModel

/// Puts rows on one line again whose every cell has lines of its own, the blank cells empty ones.
///
/// Such a text has a step: so many lines for each cell, and some more after each row. Where the labels of a table keep
/// it, a row between two labels has all of its lines, and an empty one is a blank cell. A row from which a line was lost,
/// or that others came into, does not keep the step and stays as it is.
struct CellLines {
    /// How the cells of a table are laid out in lines.
    struct Step: Hashable {
        /// Lines for each cell.
        var lines: Int
        var covered: CoveredSquares
        /// Lines more after each row.
        var rowEnd: Int

        /// An empty cell can be told from one that is not there: its lines, or those around it, are seen elsewhere.
        var showsBlanks: Bool { lines > 1 || covered != .none || rowEnd > 0 }
    }

    /// Rows that must keep the step, and which part of all rows.
    private static let fewestRows = 3
    private static let fewestPairs = 3
    private static let mostLines = 4
    private static let mostRowEnd = 4

    private let elements: [DumpElement]
    private let targets: [LabelTarget?]
    /// Lines that hold nothing but a page's number.
    private let numberLines: [Int]

    /// The elements with such rows on the lines of their labels, and what each label is.
    static func gathered(_ elements: [DumpElement], _ targets: [LabelTarget?]) -> ([DumpElement], [LabelTarget?]) {
        CellLines(elements, targets).gathered()
    }

    private init(_ elements: [DumpElement], _ targets: [LabelTarget?]) {
        self.elements = elements
        self.targets = targets
        numberLines = elements.filter(\.isPageNumber).map(\.line)
    }

    private func gathered() -> ([DumpElement], [LabelTarget?]) {
        var whole: [Int: (next: Int, cells: [DumpElement])] = [:]
        var ends: Set<Int> = []
        var below: Step?
        for table in [FormTable.applications, .disclosure] {
            let rows = LabelledRow.rows(of: table, elements, targets)
            guard let lines = headStep(of: table), let step = step(of: rows, lines, like: below),
                headKeeps(step, DrawnHead.pairs(of: table, elements, targets))
            else { continue }
            if step.covered == .below { below = step }
            for row in rows where isWhole(row, step, rows) {
                whole[row.label] = (row.next, cells(of: row, step))
                if row.isLast { ends.insert(linesBehind(row, step)) }
            }
        }
        ends.formUnion(endsOfLines)
        let lines = headStep(of: .disputes)
        for row in HeadedRow.rows(elements, targets) {
            guard let lines, let cells = cells(of: row, lines, ends) else { continue }
            whole[row.labels[row.labels.count - 1]] = (row.next, cells)
        }
        guard !whole.isEmpty else { return (elements, targets) }
        var newElements: [DumpElement] = []
        var newTargets: [LabelTarget?] = []
        var index = 0
        while index < elements.count {
            guard let (next, cells) = whole[index] else {
                newElements.append(elements[index])
                newTargets.append(targets[index])
                index += 1
                continue
            }
            newElements += cells
            newTargets += [targets[index]] + cells.dropFirst().map { _ in nil }
            // Blank lines behind the row are those of covered squares.
            let rest = (index + 1..<next).filter { !elements[$0].isBlank && elements[$0].value == nil }
            newElements += rest.map { elements[$0] }
            newTargets += rest.map { _ in nil }
            index = next
        }
        return (newElements, newTargets)
    }

    // MARK: - The step

    /// The lines from one column's label to the next.
    private func headStep(of table: FormTable) -> Int? {
        var counts: [Int: Int] = [:]
        var last: DumpElement?
        for (element, target) in zip(elements, targets) where target?.table == table {
            if target?.role == .column, element.cellCount <= 1 {
                if let last { counts[lines(from: last.lastLine, to: element.line), default: 0] += 1 }
                last = element
            } else {
                last = nil
            }
        }
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        return most.flatMap { (1...Self.mostLines).contains($0) ? $0 : nil }
    }

    /// Whether the labels of the head, with the squares that they cover, keep a step as well.
    private func headKeeps(_ step: Step, _ pairs: [DrawnHead.Pair]) -> Bool {
        let kept = pairs.count { pair in
            let distance = lines(from: elements[pair.first].lastLine, to: elements[pair.second].line)
            return distance == step.lines * (1 + pair.squares(step.covered))
                + (pair.endsRow ? step.rowEnd : 0)
        }
        // A page can end in a head.
        return kept >= Self.fewestPairs && kept * 10 >= pairs.count * 8
    }

    /// Nil where the rows keep none, or could keep several.
    ///
    /// - Parameter below: the step of a table of the same text that has covered squares.
    private func step(of rows: [LabelledRow], _ lines: Int, like below: Step?) -> Step? {
        var found: [(step: Step, rows: Set<Int>)] = []
        // No cell of the disclosure table goes on over several rows.
        let hasBelow = rows.contains { $0.nextLead ?? 0 > 0 }
        for covered in CoveredSquares.allCases where covered != .below || hasBelow {
            var kept: [Int: Set<Int>] = [:]
            for row in rows {
                guard let squares = row.squaresToNext(covered) else { continue }
                let rowEnd = distance(row) - lines * squares
                guard (0...Self.mostRowEnd).contains(rowEnd) else { continue }
                let step = Step(lines: lines, covered: covered, rowEnd: rowEnd)
                if places(of: row, step) != nil { kept[rowEnd, default: []].insert(row.label) }
            }
            found += kept.map { (Step(lines: lines, covered: covered, rowEnd: $0), $1) }
        }
        guard let best = found.max(by: { $0.rows.count < $1.rows.count }), best.rows.count >= Self.fewestRows,
            best.rows.count * 2 >= rows.count
        else { return nil }
        let byLabel = Dictionary(rows.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
        // Another step that as many rows keep must read them alike.
        for other in found where other.step != best.step && other.rows.count * 10 >= best.rows.count * 8 {
            let isAlike = best.rows.intersection(other.rows).allSatisfy { label in
                byLabel[label].map { places(of: $0, best.step) == places(of: $0, other.step) } ?? true
            }
            if !isAlike { return nil }
        }
        let isAlike = below.map { $0.lines == best.step.lines && $0.rowEnd == best.step.rowEnd } ?? false
        guard !best.step.showsBlanks, !(isAlike && best.step.covered == .none) else { return best.step }
        // A text without any trace of blank cells looks the same.
        let blanks = best.rows.count { label in
            byLabel[label].map { places(of: $0, best.step)?.contains(nil) ?? false } ?? false
        }
        return blanks >= Self.fewestRows ? best.step : nil
    }

    /// Whether the row has all of its lines: up to the next label, or, for a table's last row, where the others have.
    private func isWhole(_ row: LabelledRow, _ step: Step, _ rows: [LabelledRow]) -> Bool {
        guard places(of: row, step) != nil else { return false }
        if let squares = row.squaresToNext(step.covered) {
            return distance(row) == step.lines * squares + step.rowEnd
        }
        guard row.isLast, distance(row) > step.lines * (row.squares(step.covered).last ?? 0) else { return false }
        let others = rows.filter { $0.label != row.label }
        let whole = others.count { other in
            other.squaresToNext(step.covered).map { distance(other) == step.lines * $0 + step.rowEnd } ?? false
        }
        return whole * 10 >= others.count * 9
    }

    /// The lines from a row's label to the next, without those of page numbers.
    private func distance(_ row: LabelledRow) -> Int {
        lines(from: elements[row.label].lastLine, to: line(of: row.next))
    }

    private func numberLines(before line: Int) -> Int {
        var low = 0
        var high = numberLines.count
        while low < high {
            let middle = (low + high) / 2
            if numberLines[middle] < line { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func line(of index: Int) -> Int {
        index < elements.count ? elements[index].line : (elements.last?.lastLine ?? 0) + 1
    }

    /// The lines between the end of a table's last row and what follows the table.
    private func linesBehind(_ row: LabelledRow, _ step: Step) -> Int {
        distance(row) - step.lines * row.width(step.covered) - step.rowEnd
    }

    /// The same for tables whose rows are lines.
    private var endsOfLines: Set<Int> {
        var ends: Set<Int> = []
        for index in elements.indices.dropLast()
        where elements[index].cellCount > 1 && elements[index].separator != .gap {
            guard case .row(let table, _)? = targets[index], table != .disputes else { continue }
            let next = (index + 1..<elements.count).first { targets[$0] != nil || elements[$0].isProse }
            guard let next, elements[next].isProse else { continue }
            ends.insert(lines(from: elements[index].lastLine, to: elements[next].line) - 1)
        }
        return ends
    }

    private func lines(from first: Int, to last: Int) -> Int {
        last - first - max(0, numberLines(before: last) - numberLines(before: first + 1))
    }

    /// For each place of the row the element that stands in it, nil for a blank one; nil where figures stand elsewhere.
    private func places(of row: LabelledRow, _ step: Step) -> [Int?]? {
        let squares = row.squares(step.covered)
        var places = [Int?](repeating: nil, count: squares.count)
        for index in row.label + 1..<row.next where !elements[index].isBlank {
            guard elements[index].value != nil else {
                if elements[index].isPageNumber { continue }
                return nil
            }
            let distance = lines(from: elements[row.label].lastLine, to: elements[index].line)
            guard elements[index].cellCount <= 1, distance % step.lines == 0,
                let place = squares.firstIndex(of: distance / step.lines), places[place] == nil
            else { return nil }
            places[place] = index
        }
        return places
    }

    // MARK: - The row on one line

    private func cells(of row: LabelledRow, _ step: Step) -> [DumpElement] {
        let places = places(of: row, step) ?? []
        var label = elements[row.label]
        label.cell = 0
        label.cellCount = places.count + 1
        label.separator = .tab
        let squares = row.squares(step.covered)
        return [label]
            + places.enumerated().map { index, place in
                cell(
                    index + 1, of: places.count + 1, on: label.lastLine, element: place,
                    at: label.lastLine + squares[index] * step.lines)
            }
    }

    private func cell(_ index: Int, of count: Int, on line: Int, element: Int?, at ownLine: Int) -> DumpElement {
        var cell =
            element.map { elements[$0] }
            ?? DumpElement(
                kind: .blank, line: line, lastLine: ownLine, column: 1, x: 0, width: 0, cell: 0, cellCount: 0,
                separator: .tab, letters: [])
        cell.line = line
        cell.cell = index
        cell.cellCount = count
        cell.separator = .tab
        cell.isGathered = true
        return cell
    }

    /// The last label of the disputes table's head and the figures below it; nil where a line of theirs is lost.
    private func cells(of row: HeadedRow, _ lines: Int, _ ends: Set<Int>) -> [DumpElement]? {
        guard let last = row.labels.last,
            let step = CoveredSquares.allCases.lazy.compactMap({ self.step(of: row, lines, $0) }).first
        else { return nil }
        let start = elements[last].lastLine
        let behind = self.lines(from: start, to: line(of: row.next)) - step.rowEnd - lines * (HeadedRow.size + 1)
        guard ends.contains(behind - step.rowEnd) else { return nil }
        var places = [Int?](repeating: nil, count: HeadedRow.size)
        for index in last + 1..<row.next where !elements[index].isBlank {
            guard elements[index].value != nil else {
                if elements[index].isPageNumber { continue }
                return nil
            }
            let distance = self.lines(from: start, to: elements[index].line) - step.rowEnd
            guard elements[index].cellCount <= 1, distance % lines == 0,
                places.indices.contains(distance / lines - 1), places[distance / lines - 1] == nil
            else { return nil }
            places[distance / lines - 1] = index
        }
        let lastFigure = places.lastIndex { $0 != nil } ?? 0
        guard step.showsBlanks || places[..<lastFigure].contains(nil) else { return nil }
        let line = start + step.rowEnd + lines
        return [elements[last]]
            + places.enumerated().map { index, place in
                cell(index, of: places.count, on: line, element: place, at: line + index * lines)
            }
    }

    /// The step that the head of the disputes table keeps from label to label.
    private func step(of row: HeadedRow, _ lines: Int, _ covered: CoveredSquares) -> Step? {
        var rowEnds: Set<Int> = []
        for (index, (squares, endsRow)) in HeadedRow.squares(covered).enumerated() {
            let distance = self.lines(
                from: elements[row.labels[index]].lastLine, to: elements[row.labels[index + 1]].line)
            let rest = distance - lines * squares
            if endsRow { rowEnds.insert(rest) } else if rest != 0 { return nil }
        }
        guard rowEnds.count == 1, let rowEnd = rowEnds.first, (0...Self.mostRowEnd).contains(rowEnd) else { return nil }
        return Step(lines: lines, covered: covered, rowEnd: rowEnd)
    }
}
