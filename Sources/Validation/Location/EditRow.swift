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

    /// What an equation leaves to its other cells where some are lost: as no count is below 0, their differences come to
    /// `syndrome` at most. Nil where none is lost, or some are on either side.
    init?(ceilingOf row: LinearRow, lost: CellSet) {
        guard let whole = EditRow(row) else { return nil }
        let (left, right) = (whole.plus.intersection(lost), whole.minus.intersection(lost))
        guard left.isEmpty != right.isEmpty else { return nil }
        plus = right.isEmpty ? whole.plus.subtracting(left) : whole.minus.subtracting(right)
        minus = right.isEmpty ? whole.minus : whole.plus
        syndrome = right.isEmpty ? whole.syndrome : -whole.syndrome
    }

    /// That a cell, `value` as it was read, is not below 0.
    init(floorOf cell: Int, value: Int) {
        plus = CellSet()
        minus = CellSet()
        minus.insert(cell)
        syndrome = value
    }

    /// What an equation leaves to its other cells lest one of them, `value` as it was read, be below 0.
    init(floorOf cell: Int, in row: EditRow, value: Int) {
        let isLeft = row.plus.contains(cell)
        self = row
        if !isLeft { (plus, minus) = (minus, plus) }
        plus.remove(cell)
        syndrome = value + (isLeft ? row.syndrome : -row.syndrome)
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
