import ReportModel

/// Reads 政府信息公开行政复议、行政诉讼情况: one row of fifteen figures below two or three rows of headers; some
/// printers make two tables of it.
struct DisputesReader: Sendable {
    var parts: [StatutoryPart]
    /// Where no table was found, but its headers were.
    var headers: HeaderLines?
    var method: ReadingMethod

    private struct Claim {
        var cell: Cell
        var group: (id: String, isWhole: Bool)?
        var column: (id: String, isWhole: Bool)?
        /// How far the lowest header above it reaches across the page.
        var header: ClosedRange<Double>?
        /// Whether anything is printed above it.
        var isHeaded = true
    }

    private static let groups = ["reconsideration", "litigation_direct", "litigation_after_reconsideration"]
    private static let columns = ["upheld", "corrected", "other", "pending", "total"]

    /// - Returns: whether anything was found.
    func fill(_ filling: inout FormFilling, form: FormVersion) -> Bool {
        let rows = parts.flatMap(claims)
        var claims = rows.flatMap { $0 }
        if method == .text, claims.isEmpty, !parts.isEmpty { claims = parts.flatMap(claimsBelowHeaders) }
        guard claims.contains(where: { $0.column != nil }) else {
            guard method == .text, let headers else { return false }
            for (index, square) in headers.squares.enumerated() {
                let claim = Claim(cell: square, group: nil, column: nil)
                fill(&filling, form, claim, group: Self.groups[index / 5], column: Self.columns[index % 5])
            }
            return true
        }
        let isRuled = parts.allSatisfy { $0.grid.table.construction == .ruled }
        // Where a page's end parts the groups' headers from the rest, the order tells as much (fax-full).
        let isNamed = isRuled && claims.allSatisfy { $0.group != nil }
        // A row above the columns' headers is none of figures, whatever mark stands in it.
        let columned = rows.filter { row in row.contains { $0.column != nil } }.flatMap { $0 }
        let slots = method == .ocr && !isRuled ? Self.inSlots(claims) : nil
        if let (placed, slots) = slots, !slots.areAtHome.contains(false) {
            fill(&filling, form, placed, .label)
            return true
        }
        if !isNamed,
            let placed = Self.inOrder(claims) ?? Self.inOrder(columned) ?? (isRuled ? nil : Self.underHeaders(claims))
        {
            // Fifteen figures under fifteen headers, whole and in their order, leave no room for another.
            let isCertain = placed.indices.allSatisfy { index in
                placed[index].cell.isFigureLike
                    && placed[index].column.map { $0.isWhole && $0.id == Self.columns[index % 5] } ?? false
            }
            fill(&filling, form, placed, isCertain ? .label : .damagedLabel)
            return true
        }
        let torn = isRuled ? nil : Self.underTornHeaders(claims)
        if let (placed, slots) = slots, torn?.isProved != true {
            for (index, claim) in placed.enumerated() {
                fill(
                    &filling, form, claim, group: Self.groups[index / 5], column: Self.columns[index % 5],
                    slots.areAtHome[index] ? .label : .columnByPlace)
            }
            return true
        }
        if let (placed, isProved) = torn {
            fill(&filling, form, placed, isProved ? .damagedLabel : .columnByPlace)
            return true
        }
        for claim in claims {
            guard let group = claim.group, let column = claim.column else { continue }
            // Without lines nobody knows how far a header reaches.
            let isSure = isRuled && column.isWhole && group.isWhole
            fill(
                &filling, form, claim, group: group.id, column: column.id,
                isSure ? .label : .doubtful(RowPlacement.contradicted))
        }
        return true
    }

    /// The fifteen in the form's order.
    private func fill(
        _ filling: inout FormFilling, _ form: FormVersion, _ claims: [Claim],
        _ certainty: PlacementCertainty
    ) {
        for (index, claim) in claims.enumerated() {
            fill(
                &filling, form, claim, group: Self.groups[index / 5], column: Self.columns[index % 5], certainty,
                isAlone: claims.allSatisfy { $0.cell.isFigureLike })
        }
    }

    private func fill(
        _ filling: inout FormFilling, _ form: FormVersion, _ claim: Claim, group: String, column: String,
        _ certainty: PlacementCertainty = .damagedLabel, isAlone: Bool = false
    ) {
        filling.fill(
            FigureID(.disputes, group, column), form: form, from: claim.cell, column: certainty,
            isAlone: isAlone)
    }

    /// Fifteen figures under headers that go three times through the five columns, as far as they can be read, are the
    /// three groups, wherever headers without lines seem to reach.
    private static func inOrder(_ claims: [Claim]) -> [Claim]? {
        let figures = claims.filter { $0.cell.isFigureLike }
        guard figures.count == 15 else { return nil }
        let agreeing = figures.indices.count { figures[$0].column?.id == columns[$0 % 5] }
        return agreeing >= fewestAgreeing ? figures : nil
    }

    /// Fifteen figures of one row under headers of which little is left, but nothing that speaks against the order: 结 果维 持
    /// on a poor scan (hard150-outer). Proved where what is left agrees and each group adds up to its fifth.
    private static func underTornHeaders(_ claims: [Claim]) -> (placed: [Claim], isProved: Bool)? {
        let figures = claims.filter { $0.cell.isFigureLike }
        guard figures.count == 15, Set(figures.map(\.cell.row)).count == 1 else { return nil }
        let named = figures.indices.filter { figures[$0].column != nil }
        let against = named.filter { figures[$0].column?.id != columns[$0 % 5] }
        guard !against.contains(where: { figures[$0].column?.isWhole == true }) else { return nil }
        let agreeing = named.count - against.count
        guard agreeing > against.count else { return nil }
        let counts = figures.map { claim -> Int? in
            guard case .amount(let amount) = FigureText(claim.cell.text).content, let count = amount.count,
                abs(count) < mostCounted
            else { return nil }
            return count
        }
        let sums = stride(from: 0, to: 15, by: 5).map { first -> Int? in
            let group = counts[first..<first + 5].compactMap { $0 }
            guard group.count == 5, let total = group.last, group.dropLast().reduce(0, +) == total else { return nil }
            return total
        }
        let isProved =
            agreeing >= fewestLeft && against.isEmpty && !sums.contains(nil) && sums.count { ($0 ?? 0) > 0 } >= 2
        return (figures, isProved)
    }

    /// Fifteen cells of one row; what has nothing printed above it is none of the table (a punch hole beside it).
    private static func inSlots(_ claims: [Claim]) -> (placed: [Claim], slots: DisputeSlots)? {
        let headed = claims.filter(\.isHeaded)
        guard Set(headed.map(\.cell.row)).count == 1 else { return nil }
        let slots = DisputeSlots(
            headed.map { claim in
                let ink = claim.cell.inkReach
                let column = claim.column.flatMap { found in
                    columns.firstIndex(of: found.id).map { ($0, found.isWhole) }
                }
                return DisputeSlots.Square(
                    header: column, isBelowHeader: ink.map { claim.header?.overlaps($0) ?? false } ?? true,
                    middle: (ink ?? claim.header)?.middle)
            })
        return slots.map { (headed, $0) }
    }

    private static let fewestLeft = 3
    /// More than any office counts.
    private static let mostCounted = 1_000_000_000

    /// Fifteen cells, some or all of them blank, under headers that go three times through the five columns.
    private static func underHeaders(_ claims: [Claim]) -> [Claim]? {
        guard claims.count == 15, claims.allSatisfy({ $0.cell.isBlank || $0.cell.isFigureLike }),
            claims.indices.allSatisfy({ claims[$0].column?.id == columns[$0 % 5] })
        else { return nil }
        return atHome(claims)
    }

    /// The same with every figure under the header that it stands below as the others of its row do; nil where one
    /// stands between two.
    private static func atHome(_ claims: [Claim]) -> [Claim]? {
        var placed = claims
        for run in rows(of: claims) {
            let headers = run.compactMap { claims[$0].header }
            let figures = run.filter { claims[$0].cell.isFigureLike }
            let reaches = figures.compactMap { claims[$0].cell.inkReach }
            guard headers.count == run.count, reaches.count == figures.count, let first = figures.first else {
                continue
            }
            let guesses = figures.map { $0 - run.lowerBound }
            guard let homes = FigureAnchors.homes(of: reaches, under: headers, guesses: guesses) else { return nil }
            guard homes != guesses, let level = claims[first].cell.parts.first?.outline else { continue }
            for (index, header) in zip(run, headers) {
                if let home = homes.firstIndex(of: index - run.lowerBound) {
                    placed[index].cell = claims[figures[home]].cell
                } else if let old = guesses.firstIndex(of: index - run.lowerBound), homes[old] != guesses[old] {
                    placed[index].cell = blank(below: header, on: level)
                }
            }
        }
        return placed
    }

    /// One row of figures each: the fifteen, or five and ten below one another.
    private static func rows(of claims: [Claim]) -> [Range<Int>] {
        var starts = [0]
        for index in claims.indices.dropFirst() {
            guard let before = claims[index - 1].header, let own = claims[index].header,
                own.lowerBound < before.lowerBound
            else { continue }
            starts.append(index)
        }
        return zip(starts, starts.dropFirst() + [claims.count]).map { $0..<$1 }
    }

    private static func blank(below header: ClosedRange<Double>, on level: Place) -> Cell {
        let box = Box(fromX: header.lowerBound, y: level.box.y, toX: header.upperBound, y: level.box.maxY)
        return Cell(blankAt: Place(page: level.page, box: box))
    }

    /// Seen in unruled-writer-landscape: twelve of fifteen headers read, the rest pushed aside by 行政复议.
    private static let fewestAgreeing = 10

    /// The cells of the rows of figures, each with what the headers above it say.
    private func claims(in part: StatutoryPart) -> [[Claim]] {
        figureRows(of: part).map { rows in
            part.grid.cells(inRow: rows.figures).map { cell in
                let stack = headers(above: cell, in: part, rows: rows.headers)
                var column = column(of: stack)
                if isShared(cell, below: rows.headers, in: part) { column?.isWhole = false }
                return Claim(
                    cell: cell, group: group(of: stack), column: column,
                    header: header(above: cell, in: part, rows: rows.headers)?.inkReach, isHeaded: !stack.isEmpty)
            }
        }
    }

    /// Whether a cell stands below two of the lowest headers: its figure may be either's, or two in one.
    private func isShared(_ cell: Cell, below headers: Range<Int>, in part: StatutoryPart) -> Bool {
        guard cell.columnSpan > 1, let lowest = headers.last else { return false }
        let above = (cell.column...cell.lastColumn).compactMap { part.grid.cellIndex(lowest, $0) }
        return Set(above.filter { !part.grid.table.cells[$0].isBlank }).count > 1
    }

    private func claimsBelowHeaders(of part: StatutoryPart) -> [Claim] {
        guard let headers = HeadersAlone(part) else { return [] }
        return headers.squares.map { square in
            let stack = self.headers(above: square, in: part, rows: part.rows)
            return Claim(cell: square, group: group(of: stack), column: column(of: stack))
        }
    }

    /// Each row of figures with the headers above it: one, or one for 行政复议 and one for 行政诉讼 where two tables
    /// stand so close that they came out of the page as one.
    ///
    /// It is the first below the headers with figures in it; the next of all where every cell is blank.
    private func figureRows(of part: StatutoryPart) -> [(headers: Range<Int>, figures: Int)] {
        let rows = figureRows(of: part) { cells in Self.areFigures(cells) && !cells.contains(where: namesColumn) }
        return rows.isEmpty ? figureRows(of: part) { $0.contains(where: \.isFigureLike) } : rows
    }

    private func figureRows(
        of part: StatutoryPart, where holdsFigures: ([Cell]) -> Bool
    ) -> [(headers: Range<Int>, figures: Int)] {
        var found: [(headers: Range<Int>, figures: Int)] = []
        var start = part.rows.lowerBound
        var lastHeader: Int?
        for row in part.rows {
            let cells = part.grid.cells(inRow: row).filter { $0.row == row }
            if let header = lastHeader, holdsFigures(cells) {
                found.append((start..<row, row))
                start = max(row, header) + 1
                lastHeader = nil
            } else if cells.contains(where: { !$0.isBlank && !$0.isFigureLike }) {
                // A header below a row of blanks: that row was the figures of the headers before.
                if let header = lastHeader, header + 1 < row, nameColumns(start..<header + 1, in: part) {
                    found.append((start..<header + 1, header + 1))
                    start = header + 2
                }
                lastHeader = row
            }
        }
        if let lastHeader, lastHeader + 1 < part.rows.upperBound, nameColumns(start..<lastHeader + 1, in: part) {
            found.append((start..<lastHeader + 1, lastHeader + 1))
        }
        return found
    }

    /// A mark beside headers can look like a figure, as 1D总计 does (seal-full); the headers beside it are more.
    private static func areFigures(_ cells: [Cell]) -> Bool {
        let written = cells.count { !$0.isBlank }
        return written > 0 && cells.count(where: \.isFigureLike) * 2 >= written
    }

    /// A row with such a header is none of figures, though a page's end parts it from most others and leaves no more than
    /// a mark beside it (fax-horizontal).
    private func namesColumn(_ cell: Cell) -> Bool { column(of: [cell.text])?.isWhole ?? false }

    /// Whether the last of these rows are 结果维持, 结果纠正 …
    private func nameColumns(_ rows: Range<Int>, in part: StatutoryPart) -> Bool {
        guard let last = rows.last else { return false }
        return part.grid.cells(inRow: last).contains { cell in
            !cell.isBlank && column(of: headers(above: cell, in: part, rows: rows)) != nil
        }
    }

    /// The lowest header above a cell that reaches over no other column.
    private func header(above cell: Cell, in part: StatutoryPart, rows: Range<Int>) -> Cell? {
        rows.reversed().lazy.compactMap { part.grid[$0, cell.column] }
            .first { !$0.isBlank && !$0.isFigureLike && $0.columnSpan == 1 }
    }

    /// What stands above a cell, from the top down.
    private func headers(above cell: Cell, in part: StatutoryPart, rows: Range<Int>) -> [String] {
        var texts: [String] = []
        var last = -1
        for above in rows {
            guard let index = part.grid.cellIndex(above, cell.column), index != last else { continue }
            last = index
            let text = part.grid.table.cells[index].text
            if !part.grid.table.cells[index].isBlank { texts.append(text) }
        }
        return texts
    }

    private func group(of stack: [String]) -> (id: String, isWhole: Bool)? {
        var found: (id: String, isWhole: Bool)?
        for text in stack {
            guard let match = LabelMatcher.statutory(.disputes).match(text, as: [.row, .group]) else { continue }
            if case .row(_, let id) = match.target { found = (id, match.matchClass >= .complete) }
        }
        return found
    }

    private func column(of stack: [String]) -> (id: String, isWhole: Bool)? {
        let matcher = LabelMatcher.statutory(.disputes)
        // A header broken over rows of the grid: 结果 / 维持.
        let readings = [stack.suffix(1), stack.suffix(2), stack.suffix(3)].compactMap { texts -> LabelMatch? in
            matcher.match(texts.joined(), as: [.column])
        }
        guard let best = readings.max(by: { $0.similarity < $1.similarity }), case .column(_, let id) = best.target
        else {
            return nil
        }
        return (id, best.matchClass >= .complete)
    }
}
