import ReportModel

/// Reads 政府信息公开行政复议、行政诉讼情况: one row of fifteen figures below two or three rows of headers; some
/// printers make two tables of it.
struct DisputesReader: Sendable {
    var parts: [StatutoryPart]
    var method: ReadingMethod

    private struct Claim {
        var cell: Cell
        var group: (id: String, isWhole: Bool)?
        var column: (id: String, isWhole: Bool)?
    }

    private static let groups = ["reconsideration", "litigation_direct", "litigation_after_reconsideration"]
    private static let columns = ["upheld", "corrected", "other", "pending", "total"]

    /// - Returns: whether anything was found.
    func fill(_ filling: inout FormFilling, form: FormVersion) -> Bool {
        let claims = parts.flatMap(claims)
        guard claims.contains(where: { $0.column != nil }) else { return false }
        let isRuled = parts.allSatisfy { $0.grid.table.construction == .ruled }
        if !isRuled, let placed = Self.inOrder(claims) {
            for (index, claim) in placed.enumerated() {
                fill(&filling, form, claim, group: Self.groups[index / 5], column: Self.columns[index % 5])
            }
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

    private func fill(
        _ filling: inout FormFilling, _ form: FormVersion, _ claim: Claim, group: String, column: String,
        _ certainty: PlacementCertainty = .damagedLabel
    ) {
        filling.fill(
            FigureID(.disputes, group, column), form: form, from: claim.cell, method: method, column: certainty)
    }

    /// Fifteen figures under headers that go three times through the five columns, as far as they can be read, are the
    /// three groups, wherever headers without lines seem to reach.
    private static func inOrder(_ claims: [Claim]) -> [Claim]? {
        let figures = claims.filter { $0.cell.isFigureLike }
        guard figures.count == 15 else { return nil }
        let agreeing = figures.indices.count { figures[$0].column?.id == columns[$0 % 5] }
        return agreeing >= fewestAgreeing ? figures : nil
    }

    /// Seen in unruled-writer-landscape: twelve of fifteen headers read, the rest pushed aside by 行政复议.
    private static let fewestAgreeing = 10

    /// The cells of the row of figures, each with what the headers above it say.
    private func claims(in part: StatutoryPart) -> [Claim] {
        guard let row = figureRow(of: part) else { return [] }
        return part.grid.cells(inRow: row).map { cell in
            let stack = headers(above: cell, row: row, in: part)
            return Claim(cell: cell, group: group(of: stack), column: column(of: stack))
        }
    }

    /// The first row below the headers with figures in it; the last of all where every cell is blank.
    private func figureRow(of part: StatutoryPart) -> Int? {
        var lastHeader: Int?
        for row in part.rows {
            let cells = part.grid.cells(inRow: row).filter { $0.row == row }
            if lastHeader != nil, cells.count(where: \.isFigureLike) > 0 { return row }
            if cells.contains(where: { !$0.isBlank && !$0.isFigureLike }) { lastHeader = row }
        }
        guard let lastHeader, lastHeader + 1 < part.rows.upperBound else { return nil }
        return lastHeader + 1
    }

    /// What stands above a cell, from the top down.
    private func headers(above cell: Cell, row: Int, in part: StatutoryPart) -> [String] {
        var texts: [String] = []
        var last = -1
        for above in part.rows where above < row {
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
