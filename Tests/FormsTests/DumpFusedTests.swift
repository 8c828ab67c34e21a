import Forms
import Foundation
import GxTestSupport
import ReportModel
import Testing

/// Tables whose cells ran together: what has one value in every way to cut it is certain and right, everything else is in
/// doubt and has the truth among its candidates.
@Suite struct DumpFusedTests {
    @Test(arguments: [DumpLayout.fusedRows, .fusedTable], DumpSample.Size.allCases)
    func whatHasOneValueIsCertain(layout: DumpLayout, size: DumpSample.Size) throws {
        var count = (figures: 0, single: 0, undecided: 0)
        var wrong: [String] = []
        for seed in DumpLayoutTests.seeds(4 * DumpLayoutTests.rounds) {
            let made = DumpLayoutTests.made(
                "fused-\(size)", seed: seed, layout, layout, layout, style: { style, _ in style.size = size })
            let document = TextDocument(lines: made.text.components(separatedBy: "\n"), encoding: "UTF-8")
            let report = try #require(try DumpReader.reports(in: document, source: "x").first)
            let readings = FusedReadings(made.sample)
            for figure in report.figures {
                let truth = Amount(ascii: made.sample.value(figure.id))
                guard let values = readings.values[figure.id] else {
                    count.undecided += 1
                    continue
                }
                count.figures += 1
                let isCertain = figure.status == .ok
                if values.count == 1 {
                    count.single += 1
                    if !isCertain || figure.amount != truth { wrong.append("\(seed) \(figure.id): \(values)") }
                } else {
                    let candidates = [figure.amount].compactMap { $0 } + figure.alternatives.map(\.value)
                    if isCertain || figure.status != .suspect || !candidates.contains(where: { $0 == truth }) {
                        wrong.append("\(seed) \(figure.id): \(figure.status), \(values.count) values")
                    }
                }
            }
        }
        print(
            "FUSED \(layout.rawValue) \(size): \(count.figures) figures, \(count.single) with one value, \(count.undecided) undecided; \(wrong.prefix(5))"
        )
        #expect(wrong.isEmpty)
        #expect(count.figures > 30 * count.undecided)
    }
}
