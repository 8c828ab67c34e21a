import ReportModel
import Testing

@testable import Validation

@Suite struct LocationMemoryTests {
    /// A text that repeats itself: its tables are searched once, and told of each time.
    @Test func equalTablesOfOneFileAreSearchedOnce() throws {
        var report = SettlementTests.report(.text)
        report.print(4127, at: SettlementTests.cell)
        var memory = LocationMemory()
        var searches = 0
        func location(_ report: Report) throws -> Location {
            let structure = try #require(SumStructure.all(report.forms).first)
            let evidence = try structure.cells.map { id in
                EvidenceCosts().evidence(
                    for: try #require(report.figures.first { $0.id == id }), totalsAreLeftOut: false, isTotal: false)
            }
            return memory.location(of: SumSystem(structure, evidence: evidence)) { system in
                searches += 1
                return ErrorLocator().locate(system)
            }
        }
        let first = try location(report)
        let again = try location(report)
        #expect(searches == 1 && again.explanations.count == 1 && again.explanations == first.explanations)
        var other = report
        other.print(4128, at: SettlementTests.cell)
        _ = try location(other)
        #expect(searches == 2)
        let alone = Validator().validate(report)
        let checked = Validator().validate([report, report])
        #expect(checked.map(\.findings) == [alone.findings, alone.findings])
        #expect(checked.map(\.figures) == [alone.figures, alone.figures])
    }
}
