import ReportModel

/// What the form's sums say about the ways to read each row.
struct SumVerdicts {
    enum Verdict {
        /// One way, and the layout of the file vouches for it.
        case settled
        /// The sums leave this one way of several: every other breaks at least two more of them.
        case proved(Int)
        /// These ways are left.
        case open([Int])
    }

    private(set) var verdicts: [Verdict]
    /// All rows of the applications table together keep all of its sums.
    private(set) var isPerfect = false

    init(_ rows: [RowReading], definition: FormDefinition) {
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
                let places = columns.map { column in row.figures.firstIndex { $0.column == column } ?? 0 }
                return SumSolver.Row(
                    columnSign: signs.0, balanceSign: signs.1,
                    ways: row.candidates.map { candidate in
                        (places.map { candidate.slots[$0].count ?? 0 }, row.unkeptSums(candidate))
                    })
            })
        let answer = solver.answer()
        isPerfect = answer.isPerfect && answer.isComplete
        for index in rows.indices {
            guard case .open = verdicts[index] else { continue }
            let remaining = answer.remaining[index]
            guard answer.isComplete, remaining.count == 1 else {
                verdicts[index] = .open(remaining)
                continue
            }
            let isWhole = rows[index].unkeptSums(rows[index].candidates[remaining[0]]) == 0
            verdicts[index] = isWhole || answer.isPerfect ? .proved(remaining[0]) : .open(remaining)
        }
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
