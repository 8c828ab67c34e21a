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
        if !open.isEmpty {
            outcome = .unverifiable(open)
        } else if known.left == known.right {
            outcome = .holds
        } else {
            outcome = .broken(left: known.left, right: known.right)
        }
    }

    private static func sum(_ values: [CellValue]) -> Int { values.reduce(0) { $0 + ($1.count ?? 0) } }
}
