import Foundation
import GxTestSupport
import ReportModel
import Testing

@testable import Validation

@Suite struct SimulatedScanTests {
    /// GX_SEED tries others.
    static let seed = ProcessInfo.processInfo.environment["GX_SEED"].flatMap { UInt64($0) } ?? 42

    struct Tally: CustomStringConvertible {
        var misread = 0
        var explained = 0
        var suggestions = 0
        var wrong = 0
        var silent = 0
        var planted = 0
        var named = 0
        var changed = 0
        var right = 0
        var flagged = 0

        mutating func count(_ scan: SimulatedScan, _ checked: Report) {
            for figure in checked.figures where figure.id.table == .applications {
                let id = figure.id
                let certain = figure.suggestions.filter { $0.rivals == 0 }
                suggestions += certain.count
                wrong += certain.filter { $0.value.count != scan.balanced[id] }.count
                let isGood = figure.status == .ok || figure.status == .empty
                if scan.misread.contains(id) {
                    misread += 1
                    explained += certain.contains { $0.value.count == scan.printed[id] } ? 1 : 0
                    silent += isGood ? 1 : 0
                } else if figure.status != .derived && figure.status != .missing {
                    right += 1
                    flagged += isGood ? 0 : 1
                    changed += figure.amount?.count == scan.printed[id] ? 0 : 1
                }
            }
            // What breaks through a printed mistake alone must be laid at the printer's door.
            for finding in checked.findings
            where finding.severity == .error && finding.figures.first?.table == .applications {
                let ids = Set(finding.figures)
                guard !ids.isDisjoint(with: scan.planted), ids.isDisjoint(with: scan.misread),
                    finding.figures.allSatisfy({ id in checked.figures.contains { $0.id == id && $0.status != .derived }
                    })
                else { continue }
                planted += 1
                named += finding.verdict == .source ? 1 : 0
            }
        }

        var description: String {
            "\(misread) misread: \(explained) explained, \(silent) silent; \(suggestions) suggestions, \(wrong) wrong; "
                + "\(planted) sums broken by the printer: \(named) named, \(changed) changed; "
                + "\(right) right readings, \(flagged) in doubt"
        }
    }

    static func tally(_ quality: SimulatedScan.Quality, plants: ClosedRange<Int>, reports: Int) -> Tally {
        var generator = SeededGenerator(seed: seed)
        var tally = Tally()
        for _ in 0..<reports {
            let count = Int.random(in: plants, using: &generator)
            let scan = SimulatedScan(quality, plants: count, using: &generator)
            let checked = Validator().validate(scan.report)
            tally.count(scan, checked)
        }
        return tally
    }

    @Test(arguments: [
        ("mild", SimulatedScan.Quality.mild, 0...0), ("hard", .hard, 0...0), ("mild, printed wrongly", .mild, 1...2),
    ])
    func misreadingsAreExplained(name: String, quality: SimulatedScan.Quality, plants: ClosedRange<Int>) {
        let tally = Self.tally(quality, plants: plants, reports: 200)
        print(name, "scans:", tally)
        #expect(Double(tally.explained) >= 0.95 * Double(tally.misread), "seed \(Self.seed): \(tally)")
        #expect(Double(tally.wrong) <= 0.001 * Double(tally.suggestions), "seed \(Self.seed): \(tally)")
        #expect(tally.changed == 0 && tally.silent == 0, "seed \(Self.seed): \(tally)")
    }

    @Test func printedMistakesAreTheReportsOwn() {
        let tally = Self.tally(.mild, plants: 1...2, reports: 300)
        print("printed mistakes:", tally)
        #expect(Double(tally.named) >= 0.99 * Double(tally.planted), "seed \(Self.seed): \(tally)")
        #expect(tally.changed == 0, "seed \(Self.seed): \(tally)")
    }
}
