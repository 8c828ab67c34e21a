public import ReportModel

/// A figure that this year's report takes over from last year's, and does not.
public struct BrokenCarry: Sendable, Hashable {
    /// Of this year's report.
    public var figure: FigureID
    /// As last year's report has it.
    public var expected: Amount
    public var found: Amount
}

/// What two reports of one office, a year apart, must have in common.
enum YearsComparison {
    static func brokenCarries(_ last: Report, _ this: Report) -> [BrokenCarry] {
        let old = amounts(last)
        let new = amounts(this)
        var broken: [BrokenCarry] = []
        func compare(_ figure: FigureID, _ expected: Amount?) {
            guard let expected, let found = new[figure], expected != found else { return }
            broken.append(BrokenCarry(figure: figure, expected: expected, found: found))
        }
        // 二、上年结转 is last year's 四、结转下年度.
        for column in this.forms.definition(of: .applications).blocks.flatMap(\.columns) {
            compare(
                FigureID(.applications, "carried_over", column.id),
                old[FigureID(.applications, "carried_forward", column.id)])
        }
        // 现行有效 is last year's, with what was issued and without what was repealed.
        guard last.forms.disclosure == .form2021, this.forms.disclosure == .form2021 else { return broken }
        for row in ["regulations", "normative_documents"] {
            let id = { (column: String) in FigureID(.disclosure, row, column) }
            guard let before = old[id("in_force")]?.count, let issued = new[id("issued")]?.count,
                let repealed = new[id("repealed")]?.count, [before, issued, repealed].allSatisfy({ abs($0) < 1 << 40 })
            else { continue }
            compare(id("in_force"), Amount(before + issued - repealed))
        }
        return broken
    }

    private static func amounts(_ report: Report) -> [FigureID: Amount] {
        Dictionary(
            report.figures.compactMap { figure in figure.amount.map { (figure.id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}
