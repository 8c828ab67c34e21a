/// A linear equation whose coefficients are all 1 or -1, as sets of cells: what the search copies thousands of times.
struct EditRow: Sendable {
    private(set) var plus: CellSet
    private(set) var minus: CellSet
    /// 0 where the values as read satisfy it.
    private(set) var syndrome: Int

    /// Nil for other coefficients.
    init?(_ row: LinearRow) {
        plus = CellSet()
        minus = CellSet()
        syndrome = row.syndrome
        for (column, coefficient) in zip(row.columns, row.coefficients) {
            switch coefficient {
            case 1: plus.insert(column)
            case -1: minus.insert(column)
            default: return nil
            }
        }
    }

    var support: CellSet { plus.union(minus) }

    func contains(_ cell: Int) -> Bool { plus.contains(cell) || minus.contains(cell) }

    func coefficient(of cell: Int) -> Int { plus.contains(cell) ? 1 : minus.contains(cell) ? -1 : 0 }

    /// Puts a known difference in for a cell.
    mutating func set(_ cell: Int, to delta: Int) {
        syndrome -= coefficient(of: cell) * delta
        plus.remove(cell)
        minus.remove(cell)
    }

    /// Takes a cell out by means of another equation that holds it. False where a coefficient would become 2.
    mutating func eliminate(_ cell: Int, by pivot: EditRow) -> Bool {
        let isSame = plus.contains(cell) == pivot.plus.contains(cell)
        let (added, removed) = isSame ? (pivot.minus, pivot.plus) : (pivot.plus, pivot.minus)
        guard plus.isDisjoint(with: added), minus.isDisjoint(with: removed) else { return false }
        let newPlus = plus.subtracting(removed).union(added.subtracting(minus))
        let newMinus = minus.subtracting(added).union(removed.subtracting(plus))
        plus = newPlus
        minus = newMinus
        syndrome += isSame ? -pivot.syndrome : pivot.syndrome
        return true
    }
}
