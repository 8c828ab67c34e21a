/// What the sums say about the lost cells, given what was read and the changes of one explanation.
struct LostValues: Sendable {
    /// Cell → value, where the sums (and that no count is below 0) leave only one.
    private(set) var determined: [Int: Int] = [:]

    /// - Parameter changes: true value − value read, by cell.
    ///
    /// Nil where no values fit: a lost cell would have to be below 0 or a fraction.
    init?(_ system: SumSystem, _ solved: SolvedCells, changes: [Int: Int]) {
        var lower: [Int: Int] = [:]
        var upper: [Int: Int] = [:]
        for cell in system.lostCells { (lower[cell], upper[cell]) = (0, CellValue.largest) }
        guard !lower.isEmpty else { return }
        let equations =
            solved.solved.map(\.row) + system.rows.filter { row in row.columns.contains { lower[$0] != nil } }
        // Each round carries what is known one equation further; what takes more than these stays open.
        var isMoving = true
        for _ in 0..<8 where isMoving {
            isMoving = false
            for row in equations {
                guard let hasMoved = Self.tighten(&lower, &upper, by: row, changes) else { return nil }
                isMoving = isMoving || hasMoved
            }
        }
        for (cell, low) in lower where upper[cell] == low { determined[cell] = low }
    }

    /// Narrows the bounds of every lost cell in an equation by those of the others. Nil where nothing fits.
    private static func tighten(
        _ lower: inout [Int: Int], _ upper: inout [Int: Int], by row: LinearRow, _ changes: [Int: Int]
    ) -> Bool? {
        var constant = row.syndrome
        var unknowns: [(cell: Int, coefficient: Int)] = []
        for (column, coefficient) in zip(row.columns, row.coefficients) {
            if lower[column] != nil {
                unknowns.append((column, coefficient))
            } else {
                constant -= coefficient * (changes[column] ?? 0)
            }
        }
        var hasMoved = false
        for (cell, own) in unknowns {
            var least = constant
            var most = constant
            for (other, coefficient) in unknowns where other != cell {
                let low = coefficient * (lower[other] ?? 0)
                let high = coefficient * (upper[other] ?? 0)
                least -= max(low, high)
                most -= min(low, high)
            }
            if own < 0 { (least, most) = (-most, -least) }
            let size = own.magnitude == 0 ? 1 : Int(own.magnitude)
            // Rounded towards each other: only whole numbers fit.
            let low = least > 0 ? (least + size - 1) / size : -(-least / size)
            let high = most >= 0 ? most / size : -((-most + size - 1) / size)
            if low > lower[cell] ?? 0 {
                lower[cell] = low
                hasMoved = true
            }
            if high < upper[cell] ?? 0 {
                upper[cell] = high
                hasMoved = true
            }
            guard lower[cell] ?? 0 <= upper[cell] ?? 0 else { return nil }
        }
        return hasMoved
    }
}
