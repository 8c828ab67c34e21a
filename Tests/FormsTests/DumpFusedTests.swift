import Forms
import Foundation
import GxTestSupport
import ReportModel
import Testing

/// Tables whose cells ran together: what has one value in every way to cut it is certain and right, everything else is in
/// doubt and has the truth among its candidates.
@Suite struct DumpFusedTests {
    private struct Count {
        var reports = 0
        var figures = 0
        var single = 0
        var undecided = 0
        var right = 0
        var inDoubt = 0
        var wrong: [String] = []

        mutating func add(_ report: Report, _ sample: DumpSample, blanks: Bool, _ name: String) {
            reports += 1
            let readings = FusedReadings(sample, blanks: blanks)
            for figure in report.figures {
                let truth = Amount(ascii: sample.value(figure.id))
                guard let values = readings.values[figure.id] else {
                    undecided += 1
                    continue
                }
                figures += 1
                let isCertain = figure.status == .ok || figure.status == .empty
                let isRight = figure.amount == truth
                if isRight { right += 1 }
                if !isCertain { inDoubt += 1 }
                // A row of which nothing is left can have been blank or lost.
                if values.count == 1, !blanks || values != [nil] {
                    single += 1
                    if !isCertain || !isRight { wrong.append("\(name) \(figure.id): \(values)") }
                } else {
                    let candidates = [figure.amount].compactMap { $0 } + figure.alternatives.map(\.value)
                    // A blank cell is no candidate that could be listed.
                    if isCertain || truth.map({ !candidates.contains($0) }) ?? false {
                        wrong.append("\(name) \(figure.id): \(figure.status), \(values.count) values")
                    }
                }
            }
        }

        func expectNothingWrong(_ name: String) {
            print(
                "FUSED \(name): \(reports) reports, \(figures) figures, \(right) right, \(inDoubt) in doubt, \(single) with one value, \(undecided) undecided, \(wrong.count) misjudged; \(wrong.prefix(5))"
            )
            #expect(wrong.isEmpty, "\(name)")
            #expect(figures > 30 * undecided, "\(name)")
        }
    }

    private static func add(
        _ layout: DumpLayout, _ nothing: DumpSample.Nothing, _ size: DumpSample.Size, seed: UInt64,
        to count: inout Count
    ) {
        let name = "fused-\(size)-\(nothing)"
        let made = DumpLayoutTests.made(
            name, seed: seed, layout, layout, layout,
            style: { style, _ in
                style.size = size
                style.nothing = nothing
            })
        let document = TextDocument(lines: made.text.components(separatedBy: "\n"), encoding: "UTF-8")
        // So little may be left of a table with blank cells that its text is refused.
        guard let report = try? DumpReader.reports(in: document, source: "x").first else { return }
        let hidesBlanks = nothing != .zeros && nothing != .marks
        count.add(report, made.sample, blanks: hidesBlanks, made.name)
    }

    @Test(arguments: [DumpLayout.fusedRows, .fusedTable], DumpSample.Size.allCases)
    func whatHasOneValueIsCertain(layout: DumpLayout, size: DumpSample.Size) {
        var count = Count()
        let seeds = DumpLayoutTests.seeds(4 * DumpLayoutTests.rounds)
        for seed in seeds { Self.add(layout, .zeros, size, seed: seed, to: &count) }
        count.expectNothingWrong("\(layout.rawValue) \(size)")
        #expect(count.reports == seeds.count)
    }

    /// A mark is a cell of its own; a blank one leaves nothing, so that nearly all the rest can be this or that.
    @Test(arguments: [DumpLayout.fusedRows, .fusedTable], DumpSample.Nothing.allCases.filter { $0 != .zeros })
    func marksAndBlanks(layout: DumpLayout, nothing: DumpSample.Nothing) {
        var count = Count()
        for seed in DumpLayoutTests.seeds(6 * DumpLayoutTests.rounds) {
            Self.add(layout, nothing, DumpSample.Size.allCases[Int(seed % 3)], seed: seed, to: &count)
        }
        count.expectNothingWrong("\(layout.rawValue) \(nothing)")
        #expect(count.reports > 0)
    }
}
