import ReportModel

/// Lets the form's sums settle doubts about how a figure is written.
///
/// A figure broken over two lines of a narrow cell (90566 as 9056 and 6) is read by joining the lines. Where every sum
/// that it takes part in holds with that value, nothing else was meant. Doubts about which row or column it stands in
/// are not settled so: sums hold for swapped rows as well.
enum SumEvidence {
    private static let settled: Set = [FigureText.lineBreakInDigits, FigureText.spaceInDigits]

    static func settle(_ figures: inout [Figure], equations: [Equation]) {
        let values = Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in figures.indices {
            let figure = figures[index]
            guard figure.status == .suspect, figure.amount != nil, settled.isSuperset(of: figure.doubts) else {
                continue
            }
            let concerned = equations.filter { $0.figures.contains(figure.id) }
            // One sum alone may be the very mistake that the printer made; but the disputes table has one row only, and
            // lines that belonged to different figures would not add up.
            guard concerned.count >= 2 || figure.id.table == .disputes && !concerned.isEmpty,
                concerned.allSatisfy({ $0.outcome { values[$0]?.content } == true })
            else { continue }
            figures[index].status = .ok
            figures[index].confidence = 0.95
        }
    }
}
