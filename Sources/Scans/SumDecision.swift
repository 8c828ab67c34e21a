import ReportModel

/// Lets the form's sums have the last word on figures whose readers were not sure.
///
/// It never touches what the readers saw clearly: a published mistake in a sum stays.
struct SumDecision {
    /// Doubts that a sum can lift: who read what, and whether the lines of a cell are one figure. Doubts about row and column are not among them, since sums hold for
    /// swapped rows as well.
    static let liftable: Set = [
        FigureJudge.disagreement, FigureJudge.count, FigureJudge.unsure, CellContentReader.textReader,
        CellContentReader.coloured, CellContentReader.colouredAround, CellContentReader.beside, CellReading.broken,
        CellContentReader.sign,
    ]
    static let chosen = "reading.chosen-by-sums"

    func decided(_ report: Report) -> Report {
        var state = State(report)
        state.choose()
        state.confirm()
        var report = report
        report.figures = state.figures
        return report
    }

    /// A report's figures with the sums that they stand in.
    private struct State {
        var figures: [Figure]
        private let places: [FigureID: Int]
        private let equations: [Equation]
        /// For every figure, by its position.
        private var concerned: [Int: [Int]] = [:]
        private let open: [Int]
        /// Open figures that the readers disagree on.
        private let contested: Set<Int>

        init(_ report: Report) {
            figures = report.figures
            places = Dictionary(
                report.figures.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
            equations = report.forms.equations
            for (number, equation) in equations.enumerated() {
                for id in equation.figures {
                    if let place = places[id] { concerned[place, default: []].append(number) }
                }
            }
            open = report.figures.indices.filter { index in
                let figure = report.figures[index]
                return figure.method == .ocr && figure.status == .suspect
                    // No sum tells a mark from a nought that was read badly.
                    && (figure.amount != nil
                        || figure.content == .mark && figure.doubts == [CellContentReader.textReader])
                    && SumDecision.liftable.isSuperset(of: figure.doubts)
            }
            contested = Set(
                open.filter { index in
                    let doubts = report.figures[index].doubts
                    return doubts.contains(FigureJudge.disagreement) || doubts.contains(CellContentReader.textReader)
                })
        }

        private func holds(_ equation: Int) -> Bool {
            equations[equation].outcome { id in places[id].map { figures[$0].content } } ?? false
        }

        private func holdAll(_ index: Int) -> Bool { (concerned[index] ?? []).allSatisfy(holds) }

        /// Where the figures that are sure leave one value for a figure, and a reader has seen it, it is taken.
        mutating func choose() {
            let read = figures
            var changed: [Int] = []
            for index in contested.sorted() {
                guard (concerned[index]?.count ?? 0) > 1, !holdAll(index), let value = wanted(index, read),
                    value != read[index].amount, read[index].alternatives.contains(where: { $0.value == value }),
                    // Eleven with two strokes of ink is no one: the sum is as likely the printer's mistake.
                    read[index].doubts.contains(FigureJudge.count) || Self.areEquallyLong(value, read[index].amount)
                else { continue }
                figures[index] = read[index].taking(value)
                changed.append(index)
            }
            // What does not make all of its sums hold after all was not it.
            while let wrong = changed.firstIndex(where: { !holdAll($0) }) {
                figures[changed[wrong]] = read[changed[wrong]]
                changed.remove(at: wrong)
            }
        }

        private static func areEquallyLong(_ one: Amount, _ other: Amount?) -> Bool {
            one.description.count == other?.description.filter { $0 != "-" }.count
        }

        /// The value that every sum asks for in which nothing else is contested.
        private func wanted(_ index: Int, _ read: [Figure]) -> Amount? {
            guard let count = read[index].amount?.count else { return nil }
            var values: Set<Int> = []
            for number in concerned[index] ?? [] {
                let equation = equations[number]
                let others = equation.figures.compactMap { places[$0] }.filter { $0 != index }
                guard !others.contains(where: { contested.contains($0) }),
                    let (left, right) = equation.sides({ id in places[id].map { read[$0].content } })
                else { continue }
                values.insert(count + (equation.left.contains(read[index].id) ? right - left : left - right))
            }
            guard values.count == 1, let value = values.first, value >= 0 else { return nil }
            return Amount(value)
        }

        mutating func confirm() {
            let determined = determinedFigures()
            for index in open {
                // A sign that nobody saw stays one whatever holds with it: two of them in one sum would do.
                guard let sums = concerned[index], !sums.isEmpty, holdAll(index),
                    figures[index].amount?.isNegative != true
                else { continue }
                if contested.contains(index) {
                    guard determined.contains(index) else { continue }
                } else {
                    // Readers that agree, and more than the one sum that may be the very mistake of the printer.
                    guard sums.count > 1 || determined.contains(index) else { continue }
                }
                figures[index].status = figures[index].amount == nil ? .empty : .ok
                figures[index].confidence = 0.95
            }
        }

        /// Contested figures that follow from the others: with two in one sum, both can be wrong together and the sum
        /// hold; but not where another sum has only one of them.
        private func determinedFigures() -> Set<Int> {
            let unknown = contested.sorted()
            let columns = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($0.element, $0.offset) })
            var system = LinearSystem(columns: unknown.count)
            for number in equations.indices where holds(number) {
                var row = [Double](repeating: 0, count: unknown.count)
                for (ids, sign) in [(equations[number].left, 1.0), (equations[number].right, -1.0)] {
                    for id in ids {
                        if let column = places[id].flatMap({ columns[$0] }) { row[column] += sign }
                    }
                }
                system.add(row)
            }
            let alone = system.determinedColumns()
            // Uncontested ones that hang on a single sum with nothing contested in it.
            let single = open.filter { index in
                !contested.contains(index)
                    && (concerned[index] ?? []).allSatisfy { number in
                        equations[number].figures.allSatisfy { places[$0].map { !contested.contains($0) } ?? false }
                    }
            }
            return Set(alone.map { unknown[$0] }).union(single)
        }
    }
}

extension Figure {
    /// With another reader's value in place of the first one's.
    fileprivate func taking(_ value: Amount) -> Figure {
        var figure = self
        let reader = alternatives.first { $0.value == value }
        figure.content = .amount(value)
        figure.printed = value.description
        figure.alternatives.removeAll { $0.value == value }
        if let read = amount {
            figure.alternatives.insert(
                Alternative(value: read, score: 1 - (reader?.score ?? 0), reader: "first"), at: 0)
        }
        figure.doubts.append(SumDecision.chosen)
        return figure
    }
}

/// Linear equations whose right sides are known to hold: which unknowns have one value only?
struct LinearSystem {
    let columns: Int
    private var rows: [[Double]] = []

    init(columns: Int) {
        self.columns = columns
    }

    mutating func add(_ row: [Double]) {
        if row.contains(where: { $0 != 0 }) { rows.append(row) }
    }

    /// By elimination, until every pivot stands alone in its column.
    func determinedColumns() -> [Int] {
        var rows = rows
        var pivots: [(row: Int, column: Int)] = []
        for column in 0..<columns {
            let next = pivots.count
            guard next < rows.count,
                let best = (next..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[best][column]) > 1e-9
            else { continue }
            rows.swapAt(next, best)
            let pivot = rows[next][column]
            rows[next] = rows[next].map { $0 / pivot }
            for row in rows.indices where row != next && abs(rows[row][column]) > 1e-9 {
                let factor = rows[row][column]
                for place in column..<columns { rows[row][place] -= factor * rows[next][place] }
            }
            pivots.append((next, column))
        }
        return pivots.filter { pivot in
            rows[pivot.row].indices.allSatisfy { $0 == pivot.column || abs(rows[pivot.row][$0]) < 1e-9 }
        }.map(\.column)
    }
}
