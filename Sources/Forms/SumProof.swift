import ReportModel

/// Where two readings of a table differ and the sums of one hold and those of the other do not.
///
/// Sums alone prove little, since they hold for figures in wrong rows as well; but a reading whose own sums fail where
/// the other's hold is no witness against it.
struct SumProof {
    private var holding: Set<FigureID> = []

    init(of figures: [Figure], against second: [FigureID: Figure], _ equations: [Equation]) {
        let values = Dictionary(figures.map { ($0.id, $0.content) }, uniquingKeysWith: { first, _ in first })
        var kept: [FigureID: (holds: Int, filled: Int, fails: Int, refuted: Int)] = [:]
        for equation in equations {
            let sides = equation.sides { values[$0] }
            let isRefuted = equation.outcome { second[$0]?.content } == false
            for id in equation.figures {
                var found = kept[id] ?? (0, 0, 0, 0)
                if let sides, sides.left == sides.right {
                    found.holds += 1
                    if sides.left != 0 { found.filled += 1 }
                } else {
                    found.fails += 1
                }
                if isRefuted { found.refuted += 1 }
                kept[id] = found
            }
        }
        for (id, found) in kept where found.fails == 0 && found.filled > 0 && found.refuted > 0 {
            if found.holds > 1 || id.table == .disputes { holding.insert(id) }
        }
    }

    /// Do all sums hold that a figure takes part in, and not all of the other reading's?
    func holds(for id: FigureID) -> Bool { holding.contains(id) }
}
