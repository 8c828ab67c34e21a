import GxTestSupport
import ReportModel
import Testing

@testable import Validation

/// What is told where the search gives up.
@Suite struct PlainChangesTests {
    static let cell = SettlementTests.cell
    /// A search that weighs next to nothing.
    static let hasty = ErrorLocator(limits: ExplanationSearch.Limits(work: 4))

    static func location(_ report: Report) throws -> Location {
        try #require(hasty.locations(in: report) { report[$0.description] }.first)
    }

    /// Another reader's value mends both sums.
    @Test func anotherReadingThatMendsASumIsPlain() throws {
        var report = SettlementTests.report(.ocr)
        report.print(48, at: Self.cell)
        report[Self.cell].alternatives = [Alternative(value: 40, score: 0.3, reader: "second")]
        report[Self.cell].status = .suspect
        let location = try Self.location(report)
        #expect(location.isComplete)
        #expect(location.known.map { $0.changes.map(\.figure.description) } == [[Self.cell]])
        #expect(location.known.first?.changes.map(\.value) == [40])
        // Two figures of one sum that were both read otherwise.
        let other = "applications/refused.process/other"
        let count = report[other].amount?.count ?? 0
        report.print(count + 3, at: other)
        report[other].alternatives = [Alternative(value: Amount(count), score: 0.3, reader: "second")]
        report[other].status = .suspect
        let both = try Self.location(report)
        #expect(both.known.map { Set($0.changes.map(\.figure.description)) } == [[Self.cell, other]])
        // A third one would do as well as the first: nothing is plain.
        let third = "applications/refused.process/enterprise"
        report[third].alternatives = [
            Alternative(value: Amount((report[third].amount?.count ?? 0) + 3), score: 0.3, reader: "second"),
            Alternative(value: Amount((report[third].amount?.count ?? 0) - 8), score: 0.3, reader: "second"),
        ]
        report[third].status = .suspect
        #expect(
            try Self.location(report).known.allSatisfy { $0.changes.contains { $0.figure.description == Self.cell } })
    }

    /// Two sums differ by the same and meet in one figure.
    @Test func twoSumsThatDifferByTheSameMeetInTheFigure() throws {
        var report = SettlementTests.report(.ocr)
        report.print(4040, at: Self.cell)
        let location = try Self.location(report)
        #expect(location.known.map { $0.changes.map(\.figure.description) } == [[Self.cell]])
        // By little, it may be chance where the figure is clear.
        report.print(41, at: Self.cell)
        #expect(try Self.location(report).known.isEmpty)
        // Another pair that differs by as much: four figures may be meant.
        report.print(4040, at: Self.cell)
        let other = "applications/granted/enterprise"
        report.print((report[other].amount?.count ?? 0) + 4000, at: other)
        #expect(try Self.location(report).known.isEmpty)
    }

    /// What is plain is told although the rest is not, and the verdict follows it.
    @Test func whatIsPlainIsToldBesideWhatIsNot() throws {
        var report = SettlementTests.report(.ocr)
        report.print(48, at: Self.cell)
        report[Self.cell].alternatives = [Alternative(value: 40, score: 0.3, reader: "second")]
        report[Self.cell].status = .suspect
        for (row, amount) in [("granted", 7), ("partly_granted", 9), ("unavailable.not_held", 5)] {
            let id = "applications/\(row)/enterprise"
            report.print((report[id].amount?.count ?? 0) + amount, at: id)
        }
        let broken = report
        let location = try Self.location(broken)
        #expect(!location.isComplete)
        #expect(location.plain.map(\.figure.description) == [Self.cell])
        for equation in location.equations where equation.figures.contains(where: { $0.description == Self.cell }) {
            let verdicts = Verdicts(costs: EvidenceCosts()) { broken[$0.description] }
            #expect(verdicts.verdict(of: equation, in: location) == .reading)
        }
    }

    /// With so many sums broken, what fits may fit by chance.
    @Test func nothingIsPlainInATableReadAskew() throws {
        var report = SettlementTests.report(.ocr)
        report.print(48, at: Self.cell)
        report[Self.cell].alternatives = [Alternative(value: 40, score: 0.3, reader: "second")]
        report[Self.cell].status = .suspect
        for row in ["granted", "partly_granted", "unavailable.not_held", "new", "other.other", "rejected.petition"] {
            for (column, amount) in [("enterprise", 11), ("social", 17)] {
                let id = "applications/\(row)/\(column)"
                report.print((report[id].amount?.count ?? 0) + amount, at: id)
            }
        }
        let location = try Self.location(report)
        #expect(!location.isComplete && location.known.isEmpty)
    }
}
