import ReportModel

/// What the form's sums say about the ways to read each row.
struct SumVerdicts {
    enum Verdict {
        /// One way, and the layout of the file vouches for it.
        case settled
        /// The sums leave this one way of several: every other breaks at least two more of them.
        case proved(Int)
        /// These ways are left by the sums of the whole table, which all hold.
        case narrowed([Int])
        /// These ways are left.
        case open([Int])
    }

    private(set) var verdicts: [Verdict]
    /// The rows, with the ways that came into question.
    private(set) var rows: [RowReading]
    /// All rows of the applications table together keep all of its sums.
    private(set) var isPerfect = false

    init(_ rows: [RowReading], definition: FormDefinition) {
        self.rows = rows
        verdicts = rows.map { row in
            row.candidates.count == 1 && row.candidates[0].isTrusted ? .settled : .open(Self.whole(row))
        }
        guard definition.table == .applications, rows.count == definition.rows.count,
            rows.allSatisfy({ !$0.candidates.isEmpty && !$0.isCut && Self.isCounted($0) })
        else { return }
        let outside: [String: (Int, Int)] = [
            "new": (0, 1), "carried_over": (0, 1), "total": (-1, -1), "carried_forward": (0, -1),
        ]
        let columns = definition.blocks[0].columns.map(\.id)
        let solver = SumSolver(
            rows.map { row in
                let signs = outside[row.row] ?? (1, 0)
                return SumSolver.Row(
                    columnSign: signs.0, balanceSign: signs.1,
                    ways: row.candidates.map { Self.way($0, of: row, columns) })
            })
        let answer = solver.answer()
        isPerfect = answer.isPerfect && answer.isComplete
        for index in rows.indices {
            guard case .open = verdicts[index] else { continue }
            let remaining = answer.remaining[index]
            guard answer.isComplete, remaining.count == 1 else {
                let isNarrowed = isPerfect && !rows[index].isSeparated && !rows[index].isCut
                verdicts[index] = isNarrowed ? .narrowed(remaining) : .open(remaining)
                continue
            }
            let isWhole = rows[index].unkeptSums(rows[index].candidates[remaining[0]]) == 0
            verdicts[index] = isWhole || answer.isPerfect ? .proved(remaining[0]) : .open(remaining)
        }
        guard answer.isComplete, !answer.isPerfect else { return }
        let residue = solver.residue(answer.remaining.map { $0.first ?? 0 })
        for index in rows.indices where !rows[index].isSeparated {
            guard case .proved(let chosen) = verdicts[index] else { continue }
            reconsider(index, chosen, residue, solver, columns)
        }
    }

    private static func way(_ candidate: RowCandidate, of row: RowReading, _ columns: [String]) -> SumSolver.Way {
        let places = columns.map { column in row.figures.firstIndex { $0.column == column } ?? 0 }
        return (places.map { candidate.slots[$0].count ?? 0 }, row.unkeptSums(candidate))
    }

    /// Some sum is broken, and it can be this row's own: another way to cut it, with fewer sums broken or one more, is as
    /// good as the one that keeps the row's.
    private mutating func reconsider(
        _ index: Int, _ chosen: Int, _ residue: [Int], _ solver: SumSolver, _ columns: [String]
    ) {
        let row = rows[index]
        guard let loose = row.looseCandidates else {
            verdicts[index] = .open([chosen])
            return
        }
        let own = Self.way(row.candidates[chosen], of: row, columns)
        let cost = own.broken + residue.count { $0 != 0 }
        var open = [chosen]
        for candidate in loose where candidate.slots.allSatisfy({ $0.count != nil }) {
            let way = Self.way(candidate, of: row, columns)
            guard way.counts != own.counts else { continue }
            let other = way.broken + solver.residue(residue, replacing: own, by: way, in: index).count { $0 != 0 }
            guard other <= cost + 1 else { continue }
            rows[index].candidates.append(candidate)
            open.append(rows[index].candidates.count - 1)
        }
        if open.count > 1 { verdicts[index] = .open(open) }
    }

    /// The ways that keep the row's own sums, all of them where none does.
    private static func whole(_ row: RowReading) -> [Int] {
        let whole = row.candidates.indices.filter { row.unkeptSums(row.candidates[$0]) == 0 }
        return whole.isEmpty ? Array(row.candidates.indices) : whole
    }

    private static func isCounted(_ row: RowReading) -> Bool {
        row.candidates.allSatisfy { $0.slots.allSatisfy { $0.count != nil } }
    }
}
