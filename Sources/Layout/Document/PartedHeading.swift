import ReportModel

/// The heading of a section that a page's end parts from the table's other sections, and a label that stands below its
/// rows. By itself it looks like any line above or below a table; the table's other rows tell what it is.
struct PartedHeading {
    private let settings: LayoutSettings

    init(_ settings: LayoutSettings) { self.settings = settings }

    /// Takes the line that ends a page, below a table, for that table's last row, where it or the next page's table has
    /// headings like it.
    func take(from body: inout ArraySlice<PageLayout.Block>, before next: PageLayout.Block?, of page: PageLayout) {
        let em = page.em
        guard case .line(let line)? = body.last, case .table(var table)? = body.dropLast().last,
            table.columns != nil, line.place.box.y > table.box.maxY,
            line.place.box.y - table.box.maxY < settings.partedGap * em
        else { return }
        var tables = [table.table]
        if case .table(let lower)? = next, lower.columns != nil { tables.append(lower.table) }
        let heads = tables.contains { isHeading(line, of: $0, em) }
        let label = heads ? nil : label(like: line, of: table)
        guard heads || label != nil else { return }
        var last = cell(line, row: table.table.rowCount, of: table.table, isHeader: false)
        if let label { (last.column, last.columnSpan) = (label.column, label.columnSpan) }
        table.table.rowCount += 1
        table.table.cells.append(last)
        table.box = table.box.union(line.place.box)
        table.part = table.part?.with(page.rests, in: line.place.box)
        body.removeLast(2)
        body.append(.table(table))
    }

    /// The label that a line is set as, for one that stands below the rows it labels; nil where it is none. What begins
    /// where the table does may be a note: unruled-weasyprint-any29 of seed 127.
    private func label(like line: TextLine, of table: PageTable) -> Cell? {
        let box = line.place.box
        guard box.x > table.box.x + line.fontSize else { return nil }
        return table.table.cells.last { cell in
            guard let ink = cell.parts.last?.ink, !cell.isHeader, !cell.text.isValueLike else { return false }
            return abs(ink.x - box.x) < 0.05 * line.fontSize && isLike(ink, box, line.fontSize)
        }
    }

    /// The table with a line that stands over it as its first row; nil where that is none.
    func table(_ table: Table, below line: TextLine, em: Double) -> Table? {
        guard table.construction != .ruled, let first = table.places.first, isHeading(line, of: table, em) else {
            return nil
        }
        let isNear =
            first.page == line.place.page
            ? line.place.box.maxY < first.box.y + em && first.box.y - line.place.box.maxY < settings.partedGap * em
            : line.place.page.map { $0 + 1 } == first.page
        return isNear ? whole(table, below: line) : nil
    }

    private func whole(_ table: Table, below line: TextLine) -> Table {
        var whole = table
        for index in whole.cells.indices { whole.cells[index].row += 1 }
        whole.rowCount += 1
        whole.cells.insert(cell(line, row: 0, of: table, isHeader: table.cells.contains(where: \.isHeader)), at: 0)
        if let first = table.places.first, first.page == line.place.page {
            whole.places[0].box = first.box.union(line.place.box)
        } else {
            whole.places.insert(line.place, at: 0)
        }
        return whole
    }

    /// Gives tables the lines above them that are set as the first rows of the document's other tables are.
    func take(from blocks: inout [DocumentLayout.Block]) {
        var tables: [Table] = []
        for case .table(let table) in blocks where table.construction != .ruled { tables.append(table) }
        let titles = tables.flatMap { headings(of: $0, from: 0) }.compactMap(\.parts.last?.ink)
        guard !titles.isEmpty else { return }
        for index in blocks.indices.dropFirst().reversed() {
            guard case .table(let table) = blocks[index], case .line(let line) = blocks[index - 1],
                table.construction != .ruled, headings(of: table, from: 0).first?.row != 0,
                let place = table.places.first, titles.contains(where: { isLike($0, line.place.box, line.fontSize) }),
                place.page == line.place.page
                    ? isRightAbove(line, table, place.box) : isRightBelow(line, blocks[..<(index - 1)].last, place)
            else { continue }
            blocks[index] = .table(whole(table, below: line))
            blocks.remove(at: index - 1)
        }
    }

    /// Does a line end the page before a table's, below another one that begins with a heading like it?
    /// (unruled-weasyprint-any14 of seed 143)
    private func isRightBelow(_ line: TextLine, _ upper: DocumentLayout.Block?, _ next: Place) -> Bool {
        guard case .table(let table)? = upper, let last = table.places.last, last.page == line.place.page,
            line.place.page.map({ $0 + 1 }) == next.page,
            let title = headings(of: table, from: 0).first, title.row == 0, let ink = title.parts.last?.ink
        else { return false }
        return isLike(ink, line.place.box, line.fontSize)
            && line.place.box.y - last.box.maxY < settings.highestHeading * line.fontSize
    }

    /// Is there no more room between a line and a table than between two of the table's rows?
    private func isRightAbove(_ line: TextLine, _ table: Table, _ box: Box) -> Bool {
        let inks = table.cells.filter { $0.rowSpan == 1 && $0.row < 4 }.compactMap { cell in
            cell.parts.first?.ink.map { (row: cell.row, y: $0.midY) }
        }
        let rows = Dictionary(grouping: inks, by: \.row).mapValues { $0.map(\.y).reduce(0, +) / Double($0.count) }
        guard let first = rows[0] else { return false }
        // The second row may stand overleaf.
        let pitch = (1..<4).compactMap { row in rows[row].flatMap { y in rows[row - 1].map { y - $0 } } }.max() ?? 0
        let gap = first - line.place.box.midY
        return gap > 0 && gap < min(1.1 * max(pitch, 1.6 * line.fontSize), settings.highestHeading * line.fontSize)
    }

    private func cell(_ line: TextLine, row: Int, of table: Table, isHeader: Bool) -> Cell {
        let part = CellPart(outline: line.place, ink: line.place.box, text: line.text)
        return Cell(
            row: row, column: 0, columnSpan: table.columnCount, text: line.text, parts: [part], isHeader: isHeader)
    }

    /// Is a line set as the texts over all columns are that stand between a table's rows: on their middle, as high?
    private func isHeading(_ line: TextLine, of table: Table, _ em: Double) -> Bool {
        let width = table.places.map(\.box.width).max() ?? 0
        return line.place.box.width < 0.5 * width
            && headings(of: table, from: 1).compactMap(\.parts.last?.ink).contains { isLike($0, line.place.box, em) }
    }

    /// The texts over all columns.
    private func headings(of table: Table, from row: Int) -> [Cell] {
        table.cells.filter {
            $0.row >= row && $0.columnSpan == table.columnCount && !$0.text.isEmpty && !$0.text.contains("\n")
        }
    }

    private func isLike(_ ink: Box, _ box: Box, _ em: Double) -> Bool {
        abs(ink.midX - box.midX) < settings.partedMiddle * em
            && abs(ink.height - box.height) < settings.partedHeight * box.height
    }
}
