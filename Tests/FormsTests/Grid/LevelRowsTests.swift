import ReportModel
import Testing

@testable import Forms

/// Sums that fail all over, in tables without lines: whose fault it can be.
@Suite struct LevelRowsTests {
    /// The applications of a form none of whose sums holds, its figures so much lower than their labels.
    private func applications(figuresLower distance: Double, _ change: (inout [[String]]) -> Void = { _ in }) throws
        -> [Figure]
    {
        var form = PrintedForm()
        change(&form.applications)
        var table = PrintedForm.table(form.applications, .unruled)
        for index in table.cells.indices where table.cells[index].row > 0 && table.cells[index].column > 2 {
            table.cells[index].parts[0].ink?.y += distance
        }
        let report = try PrintedForm.report([
            PrintedForm.table(form.disclosure), table, PrintedForm.table(form.disputes),
        ])
        return try #require(report).figures.filter { $0.id.table == .applications }
    }

    @Test func figuresLevelWithTheirLabelsAreThePrinters() throws {
        #expect(try applications(figuresLower: 0).allSatisfy { $0.status == .ok })
        #expect(try applications(figuresLower: 4).allSatisfy { $0.status == .ok })
    }

    @Test func figuresBetweenTwoLabelsMayBeEithers() throws {
        #expect(
            try applications(figuresLower: 8).allSatisfy { $0.doubts == [PlacementCheck.doubt] })
    }

    @Test func oneRowWithoutItsLabelLeavesAllInDoubt() throws {
        let figures = try applications(figuresLower: 0) { rows in rows[8][2] = "" }
        #expect(figures.allSatisfy { $0.doubts.contains(PlacementCheck.doubt) || $0.status == .suspect })
    }
}
