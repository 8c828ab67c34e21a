import ReportModel

/// Lines of a label that a page's end parts from their row: below the last row of one page, above the first of the
/// next. Between the parts of a table they would keep it apart.
struct LabelRests {
    private let em: Double
    /// What the page's lines are made of.
    private let texts: AlignedPart?

    init(em: Double, _ texts: AlignedPart?) {
        self.em = em
        self.texts = texts
    }

    /// Puts the lines that end a page into the cells above them, where a table overleaf may go on with theirs.
    func takeEnd(of body: inout ArraySlice<PageLayout.Block>) {
        guard let index = body.lastIndex(where: { if case .table = $0 { true } else { false } }),
            case .table(var table) = body[index], (1...Self.most).contains(body.endIndex - index - 1)
        else { return }
        var label: (column: Int, lines: [TextLine])?
        for block in body[(index + 1)...] {
            guard case .line(let line) = block else { return }
            if label == nil, let cell = lastCell(of: table, above: line) {
                table.table.cells[cell].take(line, isBelow: true)
            } else {
                guard let column = labelColumn(of: table, above: line), label.map({ $0.column == column }) ?? true,
                    line.place.box.y - (label?.lines.last?.place.box.maxY ?? table.box.maxY)
                        < (label == nil ? 1.6 : 0.6) * line.fontSize
                else { return }
                label = (column, (label?.lines ?? []) + [line])
            }
            table.part = table.part?.with(texts, in: line.place.box)
        }
        if let label { table.table.addRow(label.lines, at: label.column) }
        body = body[..<index] + [.table(table)]
    }

    /// The column of labels that a line stands in, which is not the last of these: what stands there may be the label of
    /// rows overleaf.
    private func labelColumn(of table: PageTable, above line: TextLine) -> Int? {
        // A note has a colon.
        guard let columns = table.columns, !line.text.isValueLike, table.part != nil,
            !line.text.unicodeScalars.contains(where: { "：:".unicodeScalars.contains($0) })
        else { return nil }
        guard let labels = table.labelCount, labels > 1 else { return nil }
        let (box, slack) = (line.place.box, 0.3 * line.fontSize)
        return columns[..<(labels - 1)].firstIndex {
            $0.lowerBound - slack < box.x && box.maxX < $0.upperBound + slack
        }
    }

    /// Puts the lines that begin a page into the cells below them, where they may go on with a table's of the page
    /// before. Where that ends with values that have no label, they are it.
    func takeStart(of body: inout ArraySlice<PageLayout.Block>, after upper: JoinedTable) {
        guard let index = body.firstIndex(where: { if case .table = $0 { true } else { false } }),
            case .table(var table) = body[index], (1...Self.most).contains(index - body.startIndex)
        else { return }
        if upper.lacksLastLabel, let lines = labelLines(body[..<index], of: table) {
            for line in lines { table.part = table.part?.with(texts, in: line.place.box) }
            table.table.addFirstRow(lines)
            body = [.table(table)] + body[(index + 1)...]
            return
        }
        for block in body[..<index].reversed() {
            guard case .line(let line) = block, let cell = firstCell(of: table, below: line) else { return }
            table.table.cells[cell].take(line, isBelow: false)
            table.part = table.part?.with(texts, in: line.place.box)
        }
        body = [.table(table)] + body[(index + 1)...]
    }

    /// The lines above a table if they stand in its columns of labels, set as these are.
    private func labelLines(_ blocks: ArraySlice<PageLayout.Block>, of table: PageTable) -> [TextLine]? {
        guard let columns = table.columns, let first = columns.first, table.part != nil,
            let values = table.labelCount.map({ columns[$0] })
        else { return nil }
        var lines: [TextLine] = []
        for block in blocks {
            guard case .line(let line) = block, !line.text.isValueLike,
                abs(line.fontSize - table.textSize) < 0.05 * table.textSize,
                line.place.box.x > first.lowerBound - line.fontSize, line.place.box.maxX < values.lowerBound
            else { return nil }
            lines.append(line)
        }
        return lines
    }

    /// A table with the lines that begin the next page as the rest of a label in its last row, and what follows them;
    /// nil where they are none. Below them stand labels of other columns.
    func taken(
        by table: JoinedTable, from body: ArraySlice<PageLayout.Block>
    ) -> (table: JoinedTable, rest: ArraySlice<PageLayout.Block>)? {
        guard let index = body.firstIndex(where: { if case .table = $0 { true } else { false } }),
            (1...Self.most).contains(index - body.startIndex), table.texts != nil
        else { return nil }
        var table = table
        for (block, next) in zip(body[..<index], body[..<(index + 1)].dropFirst()) {
            guard case .line(let line) = block, next.box.y - line.place.box.maxY < 1.2 * line.fontSize,
                let cell = lastCell(of: table, before: line)
            else { return nil }
            let part = texts?.kept(in: line.place.box)
            table.parts = table.parts.isEmpty ? [] : part.map { table.parts + [$0] } ?? []
            table.table.cells[cell].text += "\n" + line.text
            table.table.cells[cell].parts.append(
                CellPart(outline: line.place, ink: line.place.box, text: line.text))
        }
        return (table, body[index...])
    }

    private func lastCell(of table: JoinedTable, before line: TextLine) -> Int? {
        let box = line.place.box
        guard !line.text.isValueLike, !ListMarker.begins(line.text) else { return nil }
        return table.table.cells.firstIndex { cell in
            guard cell.lastRow == table.table.rowCount - 1, !cell.isHeader, !cell.text.isValueLike,
                cell.columnSpan < table.table.columnCount, let ink = cell.parts.last?.ink
            else { return false }
            return min(abs(ink.x - box.x), abs(ink.midX - box.midX)) < 0.4 * line.fontSize
                && box.width < ink.width + 1.2 * line.fontSize
        }
    }

    /// More lines are text.
    private static let most = 4

    private func lastCell(of table: PageTable, above line: TextLine) -> Int? {
        table.table.cells.firstIndex { cell in
            guard cell.lastRow == table.table.rowCount - 1, let ink = home(of: line, cell, table) else { return false }
            // A text that is broken where it had room is a note below the table.
            return line.place.box.midY > ink.midY && line.place.box.y - ink.maxY < 0.6 * line.fontSize
                && line.place.box.width < ink.width + 1.2 * line.fontSize
        }
    }

    private func firstCell(of table: PageTable, below line: TextLine) -> Int? {
        table.table.cells.firstIndex { cell in
            guard cell.row == 0, !cell.isHeader, let ink = home(of: line, cell, table) else { return false }
            return line.place.box.midY < ink.midY && ink.y - line.place.box.maxY < 0.6 * line.fontSize
        }
    }

    /// Where a cell's text stands if the line is within its column and may be part of it.
    private func home(of line: TextLine, _ cell: Cell, _ table: PageTable) -> Box? {
        let box = line.place.box
        guard let part = cell.parts.last, let ink = part.ink, !cell.text.isValueLike, !line.text.isValueLike,
            cell.columnSpan < table.table.columnCount, box.x > part.outline.box.x - 0.3 * em,
            box.maxX < part.outline.box.maxX + 0.3 * em, box.x < ink.maxX, ink.x < box.maxX
        else { return nil }
        return ink
    }
}

extension PageTable {
    /// How many columns stand before the first of values.
    fileprivate var labelCount: Int? { table.labelCount.flatMap { columns?.indices.contains($0) == true ? $0 : nil } }
}

extension JoinedTable {
    /// Does it end with values that have no label?
    fileprivate var lacksLastLabel: Bool {
        guard lines == nil, texts != nil, let labels = table.labelCount, labels > 0 else { return false }
        let last = table.cells.filter { $0.lastRow == table.rowCount - 1 }
        return last.contains(where: \.text.isValueLike)
            && last.allSatisfy { $0.isHeader == false && ($0.column >= labels || $0.text.isEmpty) }
    }
}

extension Table {
    fileprivate var labelCount: Int? {
        cells.lazy.filter { !$0.isHeader && $0.text.isValueLike && $0.columnSpan == 1 }.map(\.column).min()
    }

    /// Adds a row at the top that has but a label.
    fileprivate mutating func addFirstRow(_ lines: [TextLine]) {
        for index in cells.indices { cells[index].row += 1 }
        cells = (0..<columnCount).map { Cell(row: 0, column: $0, text: "", parts: []) } + cells
        guard !cells.isEmpty else { return }
        cells[0].text = lines.map(\.text).joined(separator: "\n")
        cells[0].parts = lines.map { CellPart(outline: $0.place, ink: $0.place.box, text: $0.text) }
        rowCount += 1
    }

    /// Adds a row at the bottom that has but a label.
    fileprivate mutating func addRow(_ lines: [TextLine], at column: Int) {
        for number in 0..<columnCount {
            var cell = Cell(row: rowCount, column: number, text: "", parts: [])
            if number == column {
                cell.text = lines.map(\.text).joined(separator: "\n")
                cell.parts = lines.map { CellPart(outline: $0.place, ink: $0.place.box, text: $0.text) }
            }
            cells.append(cell)
        }
        rowCount += 1
    }
}

extension Cell {
    fileprivate mutating func take(_ line: TextLine, isBelow: Bool) {
        guard let last = parts.indices.last else { return }
        text = isBelow ? text + "\n" + line.text : line.text + "\n" + text
        parts[last].text = isBelow ? parts[last].text + "\n" + line.text : line.text + "\n" + parts[last].text
        parts[last].ink = parts[last].ink?.union(line.place.box)
        parts[last].outline.box = parts[last].outline.box.union(line.place.box)
    }
}
