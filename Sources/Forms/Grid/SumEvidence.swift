import ReportModel

/// Lets the form's sums settle doubts about how a figure is written.
///
/// A figure broken over two lines of a narrow cell (90566 as 9056 and 6) is read by joining the lines. Where every sum
/// that it takes part in holds with that value, nothing else was meant. Doubts about which row or column it stands in
/// are not settled so: sums hold for swapped rows as well.
enum SumEvidence {
    static let besideBroken = "figure.beside-broken"
    static let besideSpaced = "figure.beside-spaced"

    private static let settled: Set = [FigureText.lineBreakInDigits, FigureText.spaceInDigits]

    static func settle(_ figures: inout [Figure], equations: [Equation]) {
        let values = Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in figures.indices {
            let figure = figures[index]
            guard figure.status == .suspect, figure.amount != nil, settled.isSuperset(of: figure.doubts) else {
                continue
            }
            guard isProven(figure.id, equations, values) else { continue }
            figures[index].status = .ok
            figures[index].confidence = 0.95
        }
    }

    /// Without lines between the rows, lines of figures that do not belong together can be another row's: the digits
    /// that a figure above or below lacks.
    static func doubtBesideBroken(_ figures: inout [Figure], in tables: Set<FormTable>, forms: FormVersions) {
        let values = Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let broken = figures.filter { $0.status == .suspect && $0.doubts.contains(FigureText.lineBreakInDigits) }
        for figure in broken where tables.contains(figure.id.table) {
            let rows = forms.definition(of: figure.id.table).rows.map(\.id)
            guard let row = rows.firstIndex(of: figure.id.row) else { continue }
            let beside = Set([row - 1, row + 1].filter(rows.indices.contains).map { rows[$0] })
            for index in figures.indices {
                let other = figures[index]
                guard other.id.table == figure.id.table, other.id.column == figure.id.column,
                    beside.contains(other.id.row), !isProven(other.id, forms.equations, values)
                else { continue }
                figures[index].loseCertainty(besideBroken, confidence: 0.5)
            }
        }
    }

    private static let severalRuns: Set = [
        FigureText.spaceInDigits, FigureText.lineBreakInDigits, FigureText.severalNumbers,
    ]

    /// 3 5 and a blank beside it can be two figures, the second of which has left its cell.
    static func doubtBesideSpaced(_ figures: inout [Figure]) {
        for index in figures.indices where figures[index].status == .suspect {
            let spaced = figures[index]
            guard !severalRuns.isDisjoint(with: spaced.doubts) else { continue }
            for beside in [index - 1, index + 1] where figures.indices.contains(beside) {
                let other = figures[beside].id
                guard figures[beside].status == .empty, other.table == spaced.id.table,
                    other.row == spaced.id.row || other.table == .disputes
                else { continue }
                figures[beside].status = .suspect
                figures[beside].confidence = 0.5
                figures[beside].doubts.append(besideSpaced)
            }
        }
    }

    /// One sum alone may be the very mistake that the printer made; but the disputes table has one row only, and lines
    /// that belonged to different figures would not add up.
    private static func isProven(_ id: FigureID, _ equations: [Equation], _ values: [FigureID: Figure]) -> Bool {
        let concerned = equations.filter { $0.figures.contains(id) }
        return (concerned.count >= 2 || id.table == .disputes && !concerned.isEmpty)
            && concerned.allSatisfy { $0.outcome { values[$0]?.content } == true }
    }
}
