import ReportModel

/// Rows of a found table that belong to one statutory table.
struct StatutoryPart: Sendable {
    var kind: FormTable
    var grid: TableGrid
    var rows: Range<Int>
    /// Without lines, in one grid with another table: the grid's columns are neither's.
    var hasMixedColumns = false
    /// How much of the page is empty between the table and the words after it, in points; nothing where figures come.
    var roomBelow = 0.0
}

extension StatutoryPart {
    /// Which parts of the statutory tables a found table holds; an annex holds none.
    ///
    /// It is cut where the headings of another statutory table begin: two tables without a line of text between them
    /// come out of a page as one.
    static func cut(_ grid: TableGrid, after previous: StatutoryPart?) -> [StatutoryPart] {
        let all = 0..<grid.table.rowCount
        var starts: [(row: Int, kind: FormTable)] = []
        var named: [(row: Int, kind: FormTable)] = []
        for row in all {
            var votes: [FormTable: Int] = [:]
            let before = named.count
            for cell in grid.cells(inRow: row) where cell.row == row && !cell.isBlank && !cell.isFigureLike {
                guard let (kind, isHeading) = LabelVote.vote(cell.text) else { continue }
                if isHeading { votes[kind, default: 0] += 1 } else { named.append((row, kind)) }
            }
            guard let best = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { continue }
            // No heading stands beside a row of the table before: 本年度办理 was read as 本年增/减 (mild200-full).
            let goesOn = named[before...].contains { $0.kind == starts.last?.kind }
            if starts.last?.kind != best.key, !goesOn { starts.append((row, best.key)) }
        }
        let end = starts.first?.row ?? all.upperBound
        var parts: [StatutoryPart] = []
        if let kind = goingOn(named.filter { $0.row < end }.map(\.kind), after: previous), kind != starts.first?.kind {
            let isMixed = !starts.isEmpty && grid.table.construction != .ruled
            parts.append(StatutoryPart(kind: kind, grid: grid, rows: 0..<end, hasMixedColumns: isMixed))
        }
        for (index, start) in starts.enumerated() {
            let from = index == 0 && parts.isEmpty ? 0 : start.row
            let to = index + 1 < starts.count ? starts[index + 1].row : all.upperBound
            parts.append(StatutoryPart(kind: start.kind, grid: grid, rows: from..<to))
        }
        return parts.filter { !$0.isAnnex }
    }

    /// A table of an office's own with a column for 行政复议 and one for 行政诉讼: several rows, and none of the results.
    private var isAnnex: Bool {
        guard kind == .disputes else { return false }
        var figureRows = 0
        for row in rows {
            let cells = grid.cells(inRow: row).filter { $0.row == row && !$0.isBlank }
            if cells.contains(where: \.isFigureLike) { figureRows += 1 }
            let hasResults = cells.contains { cell in
                guard !cell.isFigureLike, cell.text.unicodeScalars.count <= 80 else { return false }
                return LabelMatcher.statutory(.disputes).matches(cell.text).contains { match in
                    if case .column(_, let id) = match.target { id != "total" } else { false }
                }
            }
            if hasResults { return false }
        }
        return figureRows > 1
    }

    /// What a table cut by a page break is that begins with rows of the form, no heading repeated.
    private static func goingOn(_ rows: [FormTable], after previous: StatutoryPart?) -> FormTable? {
        let counts = Dictionary(grouping: rows) { $0 }.mapValues(\.count)
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value >= 3 || previous?.kind == most.key
        else { return nil }
        return most.key
    }
}

extension StatutoryPart {
    /// The rows of the form that whole labels in this part name; for the disputes table its groups.
    var rowLabels: Set<LabelTarget> {
        var labels: Set<LabelTarget> = []
        for row in rows {
            for cell in grid.cells(inRow: row) where cell.row == row && !cell.isBlank && !cell.isFigureLike {
                guard let match = LabelMatcher.statutory(kind).match(cell.text, as: [.row]), match.matchClass == .exact
                else { continue }
                labels.insert(match.target)
            }
        }
        return labels
    }
}

/// What a label says about the table that it stands in.
private enum LabelVote {
    static func vote(_ text: String) -> (kind: FormTable, isHeading: Bool)? {
        guard text.unicodeScalars.count <= 80 else { return nil }
        let label = LabelText(text)
        guard LabelMatcher.statutory.mayBeWhole(label) else { return nil }
        for match in LabelMatcher.statutory.matches(label) where match.matchClass >= .complete {
            switch match.target {
            case .heading(let kind, _), .block(let kind, _): return (kind, true)
            case .group(.disputes, _), .row(.disputes, _): return (.disputes, true)
            case .column(let kind, let id) where isTelling(kind, id): return (kind, true)
            case .row(let kind, _) where kind != .disputes: return (kind, false)
            default: continue
            }
        }
        return nil
    }

    /// 其他 and 总计 stand in several tables.
    private static func isTelling(_ kind: FormTable, _ id: String) -> Bool { id != "other" && id != "total" }
}
