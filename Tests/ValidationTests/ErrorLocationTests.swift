import Foundation
import GxTestSupport
import ReportModel
import Testing

@testable import Validation

/// How the table's own sums locate errors when every cell is as likely to be wrong as any other.
@Suite struct ErrorLocationTests {
    /// GX_SEED tries others.
    static let seed = ProcessInfo.processInfo.environment["GX_SEED"].flatMap { UInt64($0) } ?? 20_260
    static let structure = SumStructure.applications(.form2021)
    static let locator = ErrorLocator(costs: .equal)

    /// The applications table with these values.
    static func locate(_ values: [FigureID: Int], lost: Set<FigureID> = []) -> Location {
        let evidence = structure.cells.map { id -> CellEvidence in
            guard let value = values[id], !lost.contains(id) else { return .lost }
            return CellEvidence(value: value, alike: 60, other: 60)
        }
        return locator.locate(SumSystem(structure, evidence: evidence))
    }

    enum Slip: CaseIterable { case substituted, lost, added }

    /// Nil where the value has no such slip: the only digit cannot be lost.
    static func wrong(_ value: Int, _ slip: Slip, using generator: inout SeededGenerator) -> Int? {
        var digits = Array(String(value).utf8)
        let place = Int.random(in: 0..<digits.count, using: &generator)
        let digit = UInt8(ascii: "0") + UInt8.random(in: 0...9, using: &generator)
        switch slip {
        case .substituted:
            guard digits[place] != digit else { return wrong(value, slip, using: &generator) }
            digits[place] = digit
        case .lost:
            // A lost lone digit leaves a blank, which is no wrong value; the digit before it is another's then.
            guard digits.count > 1 else { return wrong(value, .added, using: &generator) }
            digits.remove(at: place)
        case .added: digits.insert(digit, at: place)
        }
        let result = Int(String(decoding: digits, as: UTF8.self)) ?? 0
        return result == value ? nil : result
    }

    @Test func everySingleErrorIsLocated() {
        var generator = SeededGenerator(seed: Self.seed)
        var tried = 0
        for _ in 0..<20 {
            let truth = RandomReport.random(using: &generator).values
            for id in FormDefinition.statutory(.applications, .form2021).figures {
                for slip in Slip.allCases {
                    var values = truth
                    var wrong: Int?
                    while wrong == nil { wrong = Self.wrong(truth[id] ?? 0, slip, using: &generator) }
                    values[id] = wrong
                    let location = Self.locate(values)
                    tried += 1
                    #expect(
                        location.isComplete
                            && location.explanations.map(\.changes)
                                == [[Explanation.Change(figure: id, value: Amount(truth[id] ?? 0))]],
                        "seed \(Self.seed): \(id) read as \(values[id] ?? 0)")
                }
            }
        }
        #expect(tried == 175 * 20 * 3)
    }

    /// What became of several wrong cells.
    struct Tally: CustomStringConvertible {
        var cases = 0
        var located = 0
        var listed = 0
        var gaveUp = 0
        var silent = 0
        /// A suggestion without a rival that is not the truth.
        var wrong = 0
        var nodes = 0

        mutating func count(_ location: Location, truth: [FigureID: Int], errors: Set<FigureID>) {
            let right = Set(errors.map { Explanation.Change(figure: $0, value: Amount(truth[$0] ?? 0)) })
            cases += 1
            nodes = max(nodes, location.nodes)
            silent += location.holds ? 1 : 0
            gaveUp += location.isComplete ? 0 : 1
            guard location.isComplete else { return }
            let listsTruth = location.explanations.contains { Set($0.changes) == right }
            listed += listsTruth ? 1 : 0
            located += listsTruth && location.explanations.count == 1 ? 1 : 0
            let certain = location.explanations.dropFirst().reduce(Set(location.explanations.first?.changes ?? [])) {
                $0.intersection($1.changes)
            }
            wrong += certain.isSubset(of: right) ? 0 : 1
        }

        var description: String {
            "\(cases) cases: \(located) located, \(listed) with the truth listed, \(gaveUp) given up, "
                + "\(silent) silent, \(wrong) wrong, at most \(nodes) nodes"
        }
    }

    /// Breaks as many cells as asked for, each by a slip of its own.
    static func tally(errors: Int, cases: Int, seed: UInt64) -> Tally {
        var generator = SeededGenerator(seed: seed)
        var tally = Tally()
        let cells = structure.cells
        while tally.cases < cases {
            let truth = RandomReport.random(using: &generator).values
            for _ in 0..<20 {
                var values = truth
                var broken: Set<FigureID> = []
                while broken.count < errors {
                    let id = cells[Int.random(in: 0..<cells.count, using: &generator)]
                    guard !broken.contains(id), let slip = Slip.allCases.randomElement(using: &generator),
                        let wrong = wrong(truth[id] ?? 0, slip, using: &generator)
                    else { continue }
                    values[id] = wrong
                    broken.insert(id)
                }
                tally.count(locate(values), truth: truth, errors: broken)
            }
        }
        return tally
    }

    @Test func twoErrorsAreNearlyAlwaysLocated() {
        let tally = Self.tally(errors: 2, cases: 2000, seed: Self.seed)
        print("two errors:", tally)
        #expect(Double(tally.located) >= 0.98 * Double(tally.cases), "seed \(Self.seed): \(tally)")
        #expect(tally.wrong == 0 && tally.silent == 0 && tally.gaveUp == 0, "seed \(Self.seed): \(tally)")
    }

    @Test(arguments: [3, 4]) func moreErrorsAreNeverSilentNorWronglyCertain(errors: Int) {
        let tally = Self.tally(errors: errors, cases: errors == 3 ? 400 : 200, seed: Self.seed)
        print(errors, "errors:", tally)
        #expect(tally.wrong == 0 && tally.silent == 0, "seed \(Self.seed): \(tally)")
    }

    @Test func swappedNeighboursListEveryExplanation() {
        var generator = SeededGenerator(seed: Self.seed)
        var tally = Tally()
        let rows = FormDefinition.statutory(.applications, .form2021).rows.map(\.id)
        let columns = Self.structure.cells.prefix(7).map(\.column)
        while tally.cases < 1000 {
            let truth = RandomReport.random(using: &generator).values
            for _ in 0..<50 {
                let row = Int.random(in: 0..<rows.count, using: &generator)
                let column = Int.random(in: 0..<6, using: &generator)
                let isVertical = Bool.random(using: &generator) && row + 1 < rows.count
                let one = FigureID(.applications, rows[row], columns[column])
                let other = FigureID(
                    .applications, rows[isVertical ? row + 1 : row], columns[isVertical ? column : column + 1])
                guard truth[one] != truth[other] else { continue }
                var values = truth
                (values[one], values[other]) = (truth[other], truth[one])
                // 一 against 二 passes every sum, and so does a detail row whose neighbour differs in this cell alone.
                let isHidden = Self.locate(values).holds
                #expect(!isHidden || isVertical)
                guard !isHidden else { continue }
                tally.count(Self.locate(values), truth: truth, errors: [one, other])
            }
        }
        print("swapped:", tally)
        #expect(tally.listed == tally.cases && tally.wrong == 0, "seed \(Self.seed): \(tally)")
    }

    @Test func upToThreeLostCellsAreDerived() {
        var generator = SeededGenerator(seed: Self.seed)
        for _ in 0..<20 {
            let truth = RandomReport.random(using: &generator).values
            for count in 1...3 {
                for _ in 0..<50 {
                    let lost = Set(
                        (0..<count).map { _ in Self.structure.cells.randomElement(using: &generator) }.compactMap { $0 }
                    )
                    let location = Self.locate(truth, lost: lost)
                    #expect(location.holds)
                    #expect(location.lostValues == truth.filter { lost.contains($0.key) }, "seed \(Self.seed): \(lost)")
                }
            }
        }
    }
}
