import ReportModel

/// pages → document: heads and feet taken out, tables joined over the pages.
struct DocumentAssembler {
    private let settings: LayoutSettings

    init(_ settings: LayoutSettings) {
        self.settings = settings
    }

    func document(_ pages: [PageLayout]) -> DocumentLayout {
        let heads = RunningHeads(pages, settings)
        var blocks: [DocumentLayout.Block] = []
        var lines: [TextLine] = []
        /// The table at the end of what has been put together so far, while it can still go on.
        var open: JoinedTable?
        /// Where its pieces' text stands in `blocks` as lines, should it stay a frame.
        func append(_ finished: [DocumentLayout.Block]) {
            var finished = finished
            if case .line(let line)? = blocks.last, case .table(let table)? = finished.first,
                let whole = PartedHeading(settings).table(table, below: line, em: line.fontSize)
            {
                blocks.removeLast()
                finished[0] = .table(whole)
            }
            blocks += finished
        }
        func close() {
            guard let table = open else { return }
            append(table.finished())
            open = nil
        }
        var bodies = pages.map { heads.body(of: $0)[...] }
        for (page, next) in zip(bodies.indices, bodies.indices.dropFirst()) {
            PartedHeading(settings).take(from: &bodies[page], before: bodies[next].first, of: pages[page])
        }
        for (number, page) in pages.enumerated() {
            var body = bodies[number]
            let rests = LabelRests(em: page.em, page.rests)
            if let open { rests.takeStart(of: &body, after: open) }
            if number + 1 < pages.count, mayGoOn(bodies[number + 1], pages[number + 1].frames) {
                rests.takeEnd(of: &body)
            }
            let joiner = TableJoiner(em: page.em, settings)
            if open != nil, let rest = ContinuedTitle.removed(from: body) { body = rest }
            let found = open.flatMap { table in
                goingOn(table, body, page, joiner)
                    ?? rests.taken(by: table, from: body).flatMap { goingOn($0.table, $0.rest, page, joiner) }
            }
            if let (joined, rest) = found {
                open = joined
                body = rest
            }
            if !body.isEmpty { close() }
            let goesOn = number + 1 < pages.count && ContinuedTitle.removed(from: bodies[number + 1]) != nil
            let (rest, last) = trailing(goesOn ? ContinuedTitle.withNoteFirst(body) : body, page.frames)
            for block in rest {
                switch block {
                case .line(let line): blocks.append(.line(line))
                case .table(let table): append([.table(SpacerRows.removed(from: table.table))])
                }
            }
            if let last { open = last }
        }
        close()
        BlankHeads.take(from: &blocks, of: pages)
        PartedHeading(settings).take(from: &blocks)
        for case .line(let line) in blocks { lines.append(line) }
        TextColumns.fill(&lines)
        var next = 0
        for index in blocks.indices {
            if case .line = blocks[index] {
                blocks[index] = .line(lines[next])
                next += 1
            }
        }
        // Between two pages they would part a paragraph or a table that goes on overleaf.
        for aside in pages.flatMap(\.asides) {
            switch aside {
            case .line(let line): blocks.append(.line(line))
            case .table(let table): blocks.append(.table(table.table))
            }
        }
        return DocumentLayout(blocks: blocks, pages: summaries(pages), typedLines: pages.flatMap(\.typed))
    }

    /// Two sheets side by side are one page.
    private func summaries(_ pages: [PageLayout]) -> [PageSummary] {
        zip(pages.indices, pages).filter { $0 == 0 || pages[$0 - 1].summary.number != $1.summary.number }.map(
            \.1.summary)
    }

    /// The table with its rows on the next page, and what follows them there; nil where it does not go on.
    private func goingOn(
        _ table: JoinedTable, _ body: ArraySlice<PageLayout.Block>, _ page: PageLayout, _ joiner: TableJoiner
    ) -> (joined: JoinedTable, rest: ArraySlice<PageLayout.Block>)? {
        let found = leading(body, page.frames).flatMap { next, rest in
            joiner.join(table, next).map { (joined: $0, rest: rest) }
        }
        // Rows that tell its columns tell all of them, and none that it does not have.
        guard let rows = page.opening, let first = body.first,
            let laid = joiner.join(table, rows, from: first.box.y)
        else { return found }
        let rest = body.drop { $0.box.midY < laid.bottom }
        let isCut = body.contains { $0.box.midY < laid.bottom && $0.box.maxY > laid.bottom + page.em }
        guard !isCut, !rest.contains(where: { $0.box.y < laid.bottom - page.em }) else { return found }
        if let found, found.rest.count <= rest.count, found.joined.valueColumns == table.valueColumns,
            found.rest.count < rest.count || !mergesLabels(found.joined, table)
        {
            return found
        }
        return (laid.joined, rest)
    }

    /// Are columns of labels one on the page that a table goes on with, and all its columns else the table's?
    private func mergesLabels(_ joined: JoinedTable, _ table: JoinedTable) -> Bool {
        guard let labels = table.textColumns.firstIndex(where: \.isValues), labels > 1,
            joined.columns.count == table.columns.count
        else { return false }
        return joined.table.cells.contains {
            $0.row >= table.table.rowCount && $0.column == 0 && $0.columnSpan > 1 && $0.columnSpan < labels
        }
    }

    /// Does a page begin with what may be the rest of a table: a table, or little text above one?
    private func mayGoOn(_ body: ArraySlice<PageLayout.Block>, _ frames: [PageTable]) -> Bool {
        leading(body, frames) != nil
    }

    /// The table that a page begins with, if it does, and what follows it.
    private func leading(
        _ body: ArraySlice<PageLayout.Block>, _ frames: [PageTable]
    ) -> (table: PageTable, rest: ArraySlice<PageLayout.Block>)? {
        guard let first = body.first else { return nil }
        if case .table(let table) = first { return (table, body.dropFirst()) }
        guard let frame = frames.first(where: { $0.box.contains(x: first.box.midX, y: first.box.midY) }) else {
            return nil
        }
        return (frame, body.drop { frame.box.contains(x: $0.box.midX, y: $0.box.midY) })
    }

    /// The table that a page ends with, and what is not in it: a text that stands on the table does not end the page.
    private func lastTable(
        _ body: ArraySlice<PageLayout.Block>
    ) -> (table: PageTable, rest: ArraySlice<PageLayout.Block>)? {
        guard let index = body.lastIndex(where: { if case .table = $0 { true } else { false } }),
            case .table(let table) = body[index],
            body[(index + 1)...].allSatisfy({
                table.box.contains(x: $0.box.midX, y: $0.box.midY) && $0.box.maxY < table.box.maxY + 0.1
            })
        else { return nil }
        return (table, body[..<index] + body[(index + 1)...])
    }

    /// What a page ends with, if that can go on overleaf.
    private func trailing(
        _ body: ArraySlice<PageLayout.Block>, _ frames: [PageTable]
    ) -> (rest: ArraySlice<PageLayout.Block>, last: JoinedTable?) {
        guard let last = body.last else { return (body, nil) }
        if let (table, rest) = lastTable(body) { return (rest, JoinedTable(table, lines: nil)) }
        guard let frame = frames.first(where: { $0.box.contains(x: last.box.midX, y: last.box.midY) }) else {
            return (body, nil)
        }
        var rest = body
        var lines: [TextLine] = []
        while let block = rest.last, case .line(let line) = block,
            frame.box.contains(x: block.box.midX, y: block.box.midY)
        {
            lines.insert(line, at: 0)
            rest.removeLast()
        }
        return (rest, JoinedTable(frame, lines: lines))
    }
}
