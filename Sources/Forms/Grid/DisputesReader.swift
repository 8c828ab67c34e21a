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
        let found = claims.filter { $0.column != nil }
        guard !found.isEmpty else { return false }
        let isCycle = found.count == 15 && found.indices.allSatisfy { found[$0].column?.id == Self.columns[$0 % 5] }
        for (index, claim) in found.enumerated() {
            guard let column = claim.column else { continue }
            // Three times the five columns in the form's order are the three groups, wherever headers without lines
            // seem to reach.
            let byPlace = isCycle ? Self.groups[index / 5] : nil
            let isRuled = parts.allSatisfy { $0.grid.table.construction == .ruled }
            guard let group = isRuled ? claim.group?.id ?? byPlace : byPlace ?? claim.group?.id else { continue }
            let isLabelled = column.isWhole && claim.group?.isWhole == true && claim.group?.id == group
            let certainty: PlacementCertainty =
                isLabelled ? .label : byPlace == group ? .damagedLabel : .doubtful(RowPlacement.contradicted)
            filling.fill(
                FigureID(.disputes, group, column.id), form: form, from: claim.cell, method: method, column: certainty)
        }
        return true
    }

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
