import ReportModel

/// Lets the form's sums have the last word on figures whose readers were not sure.
///
/// It never touches what the readers saw clearly: a published mistake in a sum stays.
struct SumDecision {
    /// Doubts that a sum can lift: who read what. Doubts about row and column are not among them, since sums hold for
    /// swapped rows as well.
    static let liftable: Set = [
        FigureJudge.disagreement, FigureJudge.count, FigureJudge.unsure, CellContentReader.textReader,
        CellContentReader.coloured,
    ]

    func decided(_ report: Report) -> Report {
        var report = report
        var places: [FigureID: Int] = [:]
        for (index, figure) in report.figures.enumerated() { places[figure.id] = index }
        let equations = report.forms.equations
        var concerned: [FigureID: [Equation]] = [:]
        for equation in equations {
            for id in equation.figures { concerned[id, default: []].append(equation) }
        }
        let open = report.figures.indices.filter { isOpen(report.figures[$0]) }
        for index in open { choose(index, concerned, places, &report.figures) }
        for index in open { confirm(index, concerned, places, &report.figures) }
        return report
    }

    private func isOpen(_ figure: Figure) -> Bool {
        figure.method == .ocr && figure.status == .suspect && figure.amount != nil
            && Self.liftable.isSuperset(of: figure.doubts)
    }

    /// Where exactly one of the readings makes all sums hold, it is taken.
    private func choose(
        _ index: Int, _ concerned: [FigureID: [Equation]], _ places: [FigureID: Int], _ figures: inout [Figure]
    ) {
        let figure = figures[index]
        guard let equations = concerned[figure.id], equations.count > 1, let read = figure.amount else { return }
        // With another open figure in the same sum, nothing is decided yet.
        let candidates = [read] + figure.alternatives.map(\.value)
        let fitting = Set(
            candidates.filter { value in
                var changed = figures
                changed[index].content = .amount(value)
                return equations.allSatisfy { holds($0, changed, places) }
            })
        guard fitting.count == 1, let value = fitting.first, value != read else { return }
        let reader = figure.alternatives.first { $0.value == value }
        figures[index].content = .amount(value)
        figures[index].printed = value.description
        figures[index].alternatives.removeAll { $0.value == value }
        figures[index].alternatives.insert(
            Alternative(value: read, score: 1 - (reader?.score ?? 0), reader: "first"), at: 0)
        figures[index].doubts.append(Self.chosen)
    }

    static let chosen = "reading.chosen-by-sums"

    private func confirm(
        _ index: Int, _ concerned: [FigureID: [Equation]], _ places: [FigureID: Int], _ figures: inout [Figure]
    ) {
        guard let equations = concerned[figures[index].id], equations.count > 1,
            equations.allSatisfy({ holds($0, figures, places) }),
            // Two figures that the readers disagree on can be wrong together.
            !isContested(figures[index])
                || equations.allSatisfy({ equation in
                    equation.figures.allSatisfy { id in
                        guard id != figures[index].id, let other = places[id] else { return true }
                        return figures[other].status != .suspect || !isContested(figures[other])
                    }
                })
        else { return }
        figures[index].status = .ok
        figures[index].confidence = 0.95
    }

    private func isContested(_ figure: Figure) -> Bool {
        figure.doubts.contains(FigureJudge.disagreement) || figure.doubts.contains(CellContentReader.textReader)
    }

    private func holds(_ equation: Equation, _ figures: [Figure], _ places: [FigureID: Int]) -> Bool {
        func sum(_ ids: [FigureID]) -> Int? {
            var total = 0
            for id in ids {
                guard let index = places[id] else { return nil }
                switch figures[index].content {
                case .amount(let amount):
                    guard let count = amount.count, case (let sum, let isOver) = total.addingReportingOverflow(count),
                        !isOver
                    else { return nil }
                    total = sum
                case .blank, .mark: break
                case .unreadable, .absent: return nil
                }
            }
            return total
        }
        guard let left = sum(equation.left), let right = sum(equation.right) else { return false }
        return left == right
    }
}
