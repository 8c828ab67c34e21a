/// Explanations in which two neighbours of one row stand in each other's places: one slip of whoever filled in the form, though it
/// takes two changes to undo. Weighed as one they may be as likely as an explanation of fewer changes.
struct Exchanges {
    typealias Solution = ExplanationSearch.Solution

    private let system: SumSystem
    private let costs: EvidenceCosts

    /// Every other pair is a search of its own.
    private static let mostPairs = 4

    init(_ system: SumSystem, costs: EvidenceCosts) {
        self.system = system
        self.costs = costs
    }

    /// Those that cost no more than `margin` above the cheapest explanation, be it one of these or one of `plain`.
    func solutions(besides plain: [Solution], limits: ExplanationSearch.Limits) -> [Solution] {
        guard let least = plain.map(\.cost).min() else { return [] }
        var new: [Solution] = []
        for pair in pairs.prefix(Self.mostPairs) {
            for solution in solutions(exchanging: pair, within: least + costs.margin, limits: limits)
            where !(plain + new).contains(where: { $0.isPart(of: solution) }) {
                new.append(solution)
            }
        }
        let most = min(least, new.map(\.cost).min() ?? least) + costs.margin
        return new.filter { $0.cost <= most }
    }

    private typealias Pair = (first: Int, second: Int)

    /// Neighbours with which a sum would hold that fails, and none fail that holds.
    private var pairs: [Pair] {
        let evidence = system.evidence
        let cells = system.structure.cells
        // What a lost cell adds nobody knows.
        let sums = system.rows.filter { row in !row.columns.contains { evidence[$0].value == nil } }
        return zip(cells.indices, cells.indices.dropFirst()).filter { first, second in
            guard cells[first].row == cells[second].row, let value = evidence[first].value,
                let other = evidence[second].value, value != other
            else { return false }
            let effects = sums.map { sum in
                (sum.coefficient(of: first) - sum.coefficient(of: second)) * (other - value)
            }
            let moved = zip(sums, effects).filter { $0.1 != 0 }
            return moved.allSatisfy { $0.0.syndrome != 0 } && moved.contains { $0.0.syndrome == $0.1 }
        }
    }

    private func solutions(exchanging pair: Pair, within most: Int, limits: ExplanationSearch.Limits) -> [Solution] {
        var evidence = system.evidence
        guard let value = evidence[pair.first].value, let other = evidence[pair.second].value else { return [] }
        let cost = max(evidence[pair.first].cost(of: other), evidence[pair.second].cost(of: value))
        evidence[pair.first] = CellEvidence(value: other, alike: costs.reviewed, other: costs.reviewed)
        evidence[pair.second] = CellEvidence(value: value, alike: costs.reviewed, other: costs.reviewed)
        var limits = limits
        limits.work /= Self.mostPairs
        limits.cost = most - cost
        var search = ExplanationSearch(
            SumSystem(system.structure, evidence: evidence), margin: costs.margin, limits: limits)
        return search.run().solutions.compactMap { solution in
            var solution = solution
            guard !solution.cells.contains(pair.first), !solution.cells.contains(pair.second) else { return nil }
            solution.changes.append(Solution.Change(cell: pair.first, value: other))
            solution.changes.append(Solution.Change(cell: pair.second, value: value))
            solution.cost += cost
            return solution
        }
    }
}

extension ExplanationSearch.Solution {
    /// Whether another changes all that this one does, and more or the same.
    fileprivate func isPart(of other: Self) -> Bool { Set(cells).isSubset(of: other.cells) }
}
