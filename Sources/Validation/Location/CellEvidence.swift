import ReportModel

/// What the search knows of one cell: the value that was read, and what it would cost to believe another.
struct CellEvidence: Sendable, Hashable {
    /// nil where the cell is lost: any count is as good as any other.
    let value: Int?
    /// A mark or nothing was seen: 0, at little cost something else.
    let isBlank: Bool
    /// What other readers saw, with their costs.
    let alternatives: [Alternative]
    struct Alternative: Sendable, Hashable {
        var value: Int
        var cost: Int
    }

    /// The cost of any other value, for values whose digits look like the one that was read and for all the rest.
    let alikeCost: Int
    let otherCost: Int

    /// The least that any change of it costs.
    let leastCost: Int

    init(value: Int?, isBlank: Bool = false, alternatives: [(value: Int, cost: Int)] = [], alike: Int, other: Int) {
        self.value = value
        self.isBlank = isBlank
        self.alternatives = alternatives.map { Alternative(value: $0.value, cost: $0.cost) }
        alikeCost = alike
        otherCost = other
        leastCost = min(alike, other, alternatives.map(\.cost).min() ?? other)
    }

    static let lost = CellEvidence(value: nil, alike: 0, other: 0)

    func cost(of newValue: Int) -> Int {
        guard let value, newValue != value else { return 0 }
        var cost = otherCost
        if alikeCost < otherCost, DigitLikeness.areAlike(value, newValue) { cost = alikeCost }
        for alternative in alternatives where alternative.value == newValue { cost = min(cost, alternative.cost) }
        return cost
    }

    /// The least that a value between two costs that no other reader saw.
    func leastCost(in values: ClosedRange<Int>) -> Int {
        guard alikeCost < otherCost else { return otherCost }
        // Among so many, one is like it.
        guard values.count <= 1000 else { return alikeCost }
        return values.lazy.map { $0 == self.value || self.isAlternative($0) ? otherCost : self.cost(of: $0) }.min()
            ?? otherCost
    }

    func isAlternative(_ newValue: Int) -> Bool { alternatives.contains { $0.value == newValue } }
}
