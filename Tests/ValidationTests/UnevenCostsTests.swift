import GxTestSupport
import ReportModel
import Testing

@testable import Validation

/// How far the search gets where some figures are harder to read than others.
@Suite struct UnevenCostsTests {
    /// As seen on a fax (fax-full): two figures exchanged in print, two printed wrongly and one misread, among many on which
    /// the readers quarrelled. Every sum that does not hold needs the one figure that mends it alone, or two.
    @Test func manyMistakesAmongManyQuarrelsAreFound() {
        let structure = ErrorLocationTests.structure
        var generator = SeededGenerator(seed: 3)
        var values = RandomReport.random(using: &generator).values
        for id in structure.cells where !["new", "carried_over", "total", "carried_forward"].contains(id.row) {
            guard id.column != "total" else { continue }
            let more = Int.random(in: 10...400, using: &generator)
            for row in [id.row, "total", "new"] {
                for column in [id.column, "total"] { values[FigureID(.applications, row, column), default: 0] += more }
            }
        }
        var read = values
        func set(_ name: String, _ value: (Int) -> Int) {
            guard let id = FigureID("applications/\(name)") else { return }
            read[id] = value(values[id] ?? 0)
        }
        let exchanged = ["natural_person", "enterprise"].map { FigureID(.applications, "granted", $0) }
        (read[exchanged[0]], read[exchanged[1]]) = (values[exchanged[1]], values[exchanged[0]])
        set("rejected.petition/total") { $0 + 1 }
        set("carried_forward/natural_person") { $0 + 2 }
        set("rejected.petition/enterprise") { $0 * 10 + 8 }
        let misread = FigureID("applications/rejected.petition/enterprise")
        let quarrelled = Set(structure.cells.shuffled(using: &generator).prefix(25)).subtracting(exchanged)
        let evidence = structure.cells.map { id -> CellEvidence in
            let value = read[id] ?? 0
            if id == misread {
                return CellEvidence(value: value, alternatives: [(values[id] ?? 0, 6)], alike: 24, other: 34)
            }
            return quarrelled.contains(id) && read[id] == values[id]
                ? CellEvidence(value: value, alternatives: [(value / 10, 10)], alike: 24, other: 34)
                : CellEvidence(value: value, alike: 40, other: 40)
        }
        let location = ErrorLocator().locate(SumSystem(structure, evidence: evidence))
        #expect(location.isComplete)
        let wrong = structure.cells.filter { read[$0] != values[$0] }
        #expect(wrong.count == 5)
        // In other rows that are hard to read two figures explain as much as those that were exchanged.
        let truth = Set(wrong.map { Explanation.Change(figure: $0, value: Amount(values[$0] ?? 0)) })
        #expect(location.explanations.contains { Set($0.changes) == truth })
    }
}
