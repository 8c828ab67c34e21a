import ReportModel

/// One of the form's sums, worked out.
struct SumCheck: Sendable {
    enum Outcome: Sendable, Hashable {
        case holds
        /// Blank cells taken as 0.
        case broken(left: Int, right: Int)
        /// What it would take is blank or lost.
        case unverifiable([FigureID])
    }

    let equation: Equation
    let outcome: Outcome

    init(_ equation: Equation, values: (FigureID) -> CellValue) {
        self.equation = equation
        let left = equation.left.map(values)
        let right = equation.right.map(values)
        let known = (left: Self.sum(left), right: Self.sum(right))
        var open = equation.figures.filter { values($0) == .lost }
        // A blank detail is 0 to most offices; a blank total was left out, unless 0 is what it should say.
        if known.left != known.right {
            open += zip(equation.right, right).filter { $0.1 == .blank }.map(\.0)
        }
        // No count is below 0: a side with nothing open that is too small already stays so.
        let isBeyondHope =
            (known.left > known.right && open.allSatisfy { equation.left.contains($0) })
            || (known.right > known.left && open.allSatisfy { equation.right.contains($0) })
        if known.left == known.right && open.isEmpty {
            outcome = .holds
        } else if isBeyondHope || open.isEmpty {
            outcome = .broken(left: known.left, right: known.right)
        } else {
            outcome = .unverifiable(open)
        }
    }

    /// The sum with what others say of the figures that were not read: where one of those that were is wrong in every
    /// explanation of what does not hold, this sum fails too.
    func settled(by location: Location?, values: (FigureID) -> CellValue) -> SumCheck {
        guard case .unverifiable(let open) = outcome, let location, location.isComplete,
            !location.explanations.isEmpty,
            open.allSatisfy({ values($0) == .lost && location.lostValues[$0] != nil }),
            location.isChangedAnyway(equation),
            !open.contains(where: { location.isReadBeside($0, in: [equation], values: values) })
        else { return self }
        return SumCheck(equation) { id in location.lostValues[id].map { .count($0) } ?? values(id) }
    }

    private static func sum(_ values: [CellValue]) -> Int { values.reduce(0) { $0 + ($1.count ?? 0) } }
}
