/// What the sums say about the lost cells, given what was read and the changes of one explanation.
struct LostValues: Sendable {
    /// Cell → value, where the sums (and that no count is below 0) leave only one.
    private(set) var determined: [Int: Int] = [:]

    /// - Parameter changes: true value − value read, by cell.
    ///
    /// Nil where no values fit: a lost cell would have to be below 0 or a fraction.
    init?(_ system: SumSystem, _ solved: SolvedCells, changes: [Int: Int]) {
        guard system.lostCount > 0 else { return }
        var bounds = Bounds(system)
        let equations =
            (solved.solved.map(\.row) + system.rows).compactMap { OpenRow($0, bounds, changes) }
        // Each round carries what is known one equation further; what takes more than these stays open.
        var isMoving = true
        for _ in 0..<8 where isMoving {
            isMoving = false
            for row in equations {
                guard let hasMoved = bounds.tighten(by: row) else { return nil }
                isMoving = isMoving || hasMoved
            }
        }
        for cell in system.lostCells where bounds.lower[cell] == bounds.upper[cell] {
            determined[cell] = bounds.lower[cell]
        }
    }

    /// An equation with nothing but the lost cells left in it.
    private struct OpenRow {
        var constant: Int
        var unknowns: [(cell: Int, coefficient: Int)] = []

        /// Nil where no cell of the equation is lost.
        init?(_ row: LinearRow, _ bounds: Bounds, _ changes: [Int: Int]) {
            constant = row.syndrome
            for (column, coefficient) in zip(row.columns, row.coefficients) {
                if bounds.isLost[column] {
                    unknowns.append((column, coefficient))
                } else if !changes.isEmpty {
                    constant -= coefficient * (changes[column] ?? 0)
                }
            }
            if unknowns.isEmpty { return nil }
        }
    }

    /// What each lost cell can be, by cell.
    private struct Bounds {
        var lower: [Int]
        var upper: [Int]
        let isLost: [Bool]

        init(_ system: SumSystem) {
            isLost = system.evidence.map { $0.value == nil }
            lower = [Int](repeating: 0, count: isLost.count)
            upper = [Int](repeating: CellValue.largest, count: isLost.count)
        }

        /// Narrows the bounds of every lost cell in an equation by those of the others. Nil where nothing fits.
        mutating func tighten(by row: OpenRow) -> Bool? {
            var leastOfAll = 0
            var mostOfAll = 0
            for (cell, coefficient) in row.unknowns {
                let ends = self.ends(of: cell, coefficient)
                leastOfAll += ends.least
                mostOfAll += ends.most
            }
            var hasMoved = false
            for (cell, own) in row.unknowns {
                let ends = self.ends(of: cell, own)
                var least = row.constant - (mostOfAll - ends.most)
                var most = row.constant - (leastOfAll - ends.least)
                if own < 0 { (least, most) = (-most, -least) }
                let size = own.magnitude == 0 ? 1 : Int(own.magnitude)
                // Rounded towards each other: only whole numbers fit.
                let low = least > 0 ? (least + size - 1) / size : -(-least / size)
                let high = most >= 0 ? most / size : -((-most + size - 1) / size)
                guard low > lower[cell] || high < upper[cell] else { continue }
                lower[cell] = max(lower[cell], low)
                upper[cell] = min(upper[cell], high)
                guard lower[cell] <= upper[cell] else { return nil }
                hasMoved = true
                let narrowed = self.ends(of: cell, own)
                leastOfAll += narrowed.least - ends.least
                mostOfAll += narrowed.most - ends.most
            }
            return hasMoved
        }

        private func ends(of cell: Int, _ coefficient: Int) -> (least: Int, most: Int) {
            let low = coefficient * lower[cell]
            let high = coefficient * upper[cell]
            return (min(low, high), max(low, high))
        }
    }
}
