import GxTestSupport
import ReportModel
import Testing

@testable import Validation

/// The sums as a network, and what flows through it.
@Suite struct SumFlowTests {
    static let structures =
        [FormVersion.form2019, .form2021].map { SumStructure.applications($0) }
        + SumStructure.all(FormVersions(.form2021)).dropFirst()

    /// Every cell leads from one node to another, and each sum is what leads over the edge of its side.
    @Test(arguments: structures.indices) func everySumIsACut(index: Int) {
        let structure = Self.structures[index]
        let network = structure.network
        #expect(network.ends.allSatisfy { $0.head != $0.tail })
        for (terms, side) in zip(structure.terms, network.sides) {
            let (entering, leaving) = network.crossing(side)
            #expect(Set(terms.map(\.column)) == Set(entering.union(leaving)))
            let signs = Set(terms.map { entering.contains($0.column) ? $0.coefficient : -$0.coefficient })
            #expect(signs.count == 1)
        }
    }

    /// Whatever is lost, what the sums say of it is right, and what they leave open can be all that they leave.
    @Test(arguments: [5, 20, 60, 175]) func nothingIsSaidThatTheSumsLeaveOpen(lostCount: Int) throws {
        var generator = SeededGenerator(seed: ErrorLocationTests.seed)
        let structure = ErrorLocationTests.structure
        for _ in 0..<10 {
            let report = RandomReport.random(using: &generator).values
            let truth = structure.cells.map { report[$0] ?? 0 }
            let lost = Set(truth.indices.shuffled(using: &generator).prefix(lostCount))
            let values = truth.indices.map { lost.contains($0) ? nil : truth[$0] }
            guard case .carried(let carried) = SumFlow(structure.network, values: values).solved() else {
                Issue.record("seed \(ErrorLocationTests.seed): nothing fits")
                return
            }
            for cell in lost {
                let extent = carried.extent(of: cell)
                #expect(extent.contains(truth[cell]))
                #expect(carried.isDetermined(cell) == (extent.count == 1))
                for (value, fits) in [(extent.lowerBound, true), (extent.lowerBound - 1, false)]
                    + (extent.upperBound < CellValue.largest
                        ? [(extent.upperBound, true), (extent.upperBound + 1, false)] : [])
                where value >= 0 {
                    var others = values
                    others[cell] = value
                    guard case .carried = SumFlow(structure.network, values: others).solved() else {
                        #expect(!fits, "\(structure.cells[cell]) can be \(value)")
                        continue
                    }
                    #expect(fits, "\(structure.cells[cell]) cannot be \(value)")
                }
            }
        }
    }
}
