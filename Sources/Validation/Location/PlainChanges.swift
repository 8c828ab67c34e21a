/// What is plain where too much differs for the search to weigh everything against everything: figures whose other
/// reading mends a sum exactly, and figures in which two sums meet that differ by the same.
///
/// Taken one after the other, for each of them leaves less for the next and for the search.
struct PlainChanges {
    private(set) var changes: [ExplanationSearch.Solution.Change] = []
    private(set) var cost = 0
    /// The system with those figures as they would be.
    private(set) var system: SumSystem

    /// Two sums that differ by as little as this may do so by chance.
    private static let leastDifference = 10
    private static let most = 24
    /// With more sums broken than that, whole rows or columns were read askew, and what fits may do so by chance.
    static let mostBroken = 10

    init(_ system: SumSystem, costs: EvidenceCosts) {
        self.system = system
        while changes.count < Self.most, case let next = next(costs), !next.isEmpty {
            var evidence = self.system.evidence
            for change in next {
                cost += evidence[change.cell].cost(of: change.value)
                evidence[change.cell] = CellEvidence(value: change.value, alike: costs.reviewed, other: costs.reviewed)
            }
            changes += next
            self.system = SumSystem(system.structure, evidence: evidence)
        }
    }

    private typealias Change = ExplanationSearch.Solution.Change

    private func next(_ costs: EvidenceCosts) -> [Change] {
        let isLost = system.evidence.map { $0.value == nil }
        // What a lost cell adds nobody knows.
        let rows = system.rows.filter { row in !row.columns.contains { isLost[$0] } }
        let broken = rows.filter { $0.syndrome != 0 }
        guard broken.count <= Self.mostBroken else { return [] }
        for row in broken {
            if let changes = otherReadings(in: row, rows) { return changes }
        }
        for row in broken {
            if let change = crossing(of: row, broken, rows, costs) { return [change] }
        }
        return []
    }

    /// The one figure of the sum that was also read as what the sum asks for, or the only two that were together.
    private func otherReadings(in row: SumSystem.Row, _ rows: [SumSystem.Row]) -> [Change]? {
        let readings = row.columns.flatMap { cell in
            system.evidence[cell].alternatives.filter { $0.value >= 0 }.map { Change(cell: cell, value: $0.value) }
        }
        let effects = readings.map { row.coefficient(of: $0.cell) * ($0.value - (system.evidence[$0.cell].value ?? 0)) }
        var fitting = readings.indices.filter { effects[$0] == row.syndrome }.map { [readings[$0]] }
        if fitting.isEmpty, readings.count <= Self.mostReadings {
            for one in readings.indices {
                for other in readings.indices.dropFirst(one + 1)
                where readings[one].cell != readings[other].cell && effects[one] + effects[other] == row.syndrome {
                    fitting.append([readings[one], readings[other]])
                }
            }
        }
        guard fitting.count == 1, let changes = fitting.first, changes.allSatisfy({ breaksNothing($0, rows) }) else {
            return nil
        }
        return changes
    }

    private static let mostReadings = 24

    /// The figure in which this sum meets the only other one that differs by as much.
    private func crossing(
        of row: SumSystem.Row, _ broken: [SumSystem.Row], _ rows: [SumSystem.Row], _ costs: EvidenceCosts
    ) -> Change? {
        let alike = broken.filter { $0.syndrome.magnitude == row.syndrome.magnitude && $0.columns != row.columns }
        var fitting: [Change] = []
        for other in alike {
            for cell in other.columns where row.coefficient(of: cell) != 0 {
                guard let change = mending(row, cell), mending(other, cell) == change, !fitting.contains(change) else {
                    continue
                }
                fitting.append(change)
            }
        }
        guard fitting.count == 1, let change = fitting.first, breaksNothing(change, rows) else { return nil }
        // No sum without the figure differs by the same, or it might be of the pair.
        guard alike.allSatisfy({ $0.coefficient(of: change.cell) != 0 }) else { return nil }
        let isDoubtful = system.evidence[change.cell].cost(of: change.value) <= costs.doubtfulOCR
        return isDoubtful || row.syndrome.magnitude >= Self.leastDifference ? change : nil
    }

    /// The value of a cell with which a sum holds.
    private func mending(_ row: SumSystem.Row, _ cell: Int) -> Change? {
        guard let value = system.evidence[cell].value, !system.evidence[cell].isBlank else { return nil }
        let wanted = value + row.syndrome * row.coefficient(of: cell)
        return wanted >= 0 && wanted <= CellValue.largest
            ? Change(cell: cell, value: wanted) : nil
    }

    /// Sums that hold go on to hold.
    private func breaksNothing(_ change: Change, _ rows: [SumSystem.Row]) -> Bool {
        rows.allSatisfy { $0.syndrome != 0 || $0.coefficient(of: change.cell) == 0 }
    }
}
