import ReportModel
import Testing

@testable import Forms

/// What sums that fail between the rows say of the rows' places.
struct PlacementCheckTests {
    private let forms = FormVersions(.form2021)

    /// A table in which four natural persons and two enterprises asked for something, and were granted it.
    private func doubted(_ change: (inout [FigureID: Int]) -> Void) -> Int {
        let ids = FormDefinition.statutory(.applications, .form2021).figures
        var counts = Dictionary(uniqueKeysWithValues: ids.map { ($0, 0) })
        for row in ["new", "granted", "total"] {
            for (column, count) in [("natural_person", 4), ("enterprise", 2), ("total", 6)] {
                counts[FigureID(.applications, row, column)] = count
            }
        }
        change(&counts)
        var figures = ids.map { id in
            Figure(
                id: id, form: .form2021, content: .amount(Amount(counts[id] ?? 0)), printed: "", status: .ok,
                method: .ocr, places: [])
        }
        PlacementCheck.doubt(&figures, equations: forms.equations)
        return figures.count { $0.doubts == [PlacementCheck.doubt] }
    }

    @Test func rowsOfNeighboursFailInEveryColumn() {
        let moved = doubted { counts in
            for column in ["natural_person", "enterprise", "total"] {
                counts[FigureID(.applications, "carried_forward", column)] =
                    counts[FigureID(.applications, "total", column)]
                counts[FigureID(.applications, "total", column)] = 0
                counts[FigureID(.applications, "new", column)] = 1
            }
        }
        #expect(moved == 175)
    }

    /// As seen in fresh designs (seal-outer, hard150-none): four of six sums failed, for two totals that had been exchanged.
    @Test func twoFiguresOfOneRowInEachOthersPlace() {
        let exchanged = doubted { counts in
            counts[FigureID(.applications, "total", "natural_person")] = 2
            counts[FigureID(.applications, "total", "enterprise")] = 4
        }
        #expect(exchanged == 0)
    }

    /// As seen in a fresh design (fax-none).
    @Test func figuresThatTheirRowsShowToBeWrong() {
        let misprinted = doubted { counts in
            counts[FigureID(.applications, "total", "natural_person")] = 14
            counts[FigureID(.applications, "granted", "enterprise")] = 3
            counts[FigureID(.applications, "carried_forward", "enterprise")] = 5
        }
        #expect(misprinted == 0)
    }
}
