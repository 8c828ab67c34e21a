import ReportModel
import Testing

@testable import Validation

/// Sums off pictures in which a figure is hard to read whose other sum tells what it is.
@Suite struct BorneOutTests {
    private static let cell = SettlementTests.cell
    private static let beside = "applications/refused.process/enterprise"
    private static let total = "applications/total/natural_person"

    /// A report whose column 自然人 does not add up in print, by 6.
    private static func report(beside other: Int = 7) -> Report {
        var report = SettlementTests.report(.ocr).moving(beside, to: other)
        report.print((report[total].amount?.count ?? 0) + 6, at: total)
        return report
    }

    private static func isBroken(_ report: Report) throws -> Bool {
        try BrokenHoweverReadTests.isBroken(report, .applicationsColumn, at: cell)
    }

    /// As seen on scans (hard150-full, seal-none): one figure that the readers could not agree on, or that a seal lay over,
    /// kept a column open although the sum of its row holds.
    @Test(arguments: ["reading.count", "ink.beside", "reading.text", "row.stray-figures"])
    func theSumOfItsRowBearsAFigureOut(doubt: String) throws {
        var report = Self.report()
        report.doubt(Self.cell, doubt)
        #expect(try Self.isBroken(report))
        // Another that nobody could read may make up for it, as far as there is something of it: no count is below 0.
        for (other, isBroken) in [(5, true), (6, false)] {
            report = Self.report(beside: other)
            report.doubt(Self.cell, doubt)
            report.doubt(Self.beside, doubt)
            #expect(try Self.isBroken(report) == isBroken, "\(other)")
        }
        // Nor does a sum that fails bear anything out.
        report = Self.report()
        report.doubt(Self.cell, doubt)
        report.print((report[Self.beside].amount?.count ?? 0) + 1, at: Self.beside)
        #expect(try !Self.isBroken(report))
    }

    /// A figure of the same row that is wrong by as much may be what makes its sum hold.
    @Test(arguments: [(6, false), (5, true)])
    func thePrinterMayMakeUpForAReader(less: Int, isBroken: Bool) throws {
        let beside = "applications/refused.process/enterprise"
        var report = SettlementTests.report(.ocr).moving(beside, to: 7)
        report.print(46, at: Self.cell)
        report.doubt(Self.cell, "reading.count")
        report.print(7 - less, at: beside)
        let total = "applications/refused.process/total"
        report.print((report[total].amount?.count ?? 0) + 6 - less, at: total)
        #expect(try Self.isBroken(report) == isBroken)
    }

    /// As seen on a scan (hard150-none): 44 to most readers, and 744, with which its row holds, to one; neither mends its column.
    @Test(arguments: [(52, true), (46, false), (40, false)])
    func anotherReadingIsWhatItsRowAsksFor(other: Int, isBroken: Bool) throws {
        var report = SettlementTests.report(.ocr).moving(Self.cell, to: 52)
        report.print(4, at: Self.cell)
        report.doubt(Self.cell, "reading.disagree", "reading.count", "ink.beside")
        report[Self.cell].alternatives = [Alternative(value: Amount(other), score: 0.9, reader: "other")]
        report.print((report[Self.total].amount?.count ?? 0) + 6, at: Self.total)
        #expect(try Self.isBroken(report) == isBroken)
        // Beside a figure that may be anything, it asks for nothing.
        report.doubt(Self.beside, "reading.text")
        #expect(try !Self.isBroken(report))
    }

    /// As seen on a scan (seal-head): a seal over two figures of a row. Digits can have gone with it, none have come, so both
    /// are what they were read as: the row holds.
    @Test(arguments: [("ink.coloured", true), ("ink.beside", false)])
    func twoThatCanOnlyHaveLostAreBoth(doubt: String, isBroken: Bool) throws {
        var report = Self.report(beside: 300)
        report.doubt(Self.cell, "ink.coloured")
        report.doubt(Self.beside, doubt)
        #expect(try Self.isBroken(report) == isBroken)
        // Nor are two exchanged where the colour would have added to one.
        let other = "applications/total/enterprise"
        report.print((report[other].amount?.count ?? 0) - 6, at: other)
        #expect(try Self.isBroken(report) == false)
        report.print((report[Self.total].amount?.count ?? 0) - 12, at: Self.total)
        report.print((report[other].amount?.count ?? 0) + 12, at: other)
        #expect(try Self.isBroken(report) == isBroken)
    }

    /// Two figures in each other's places break no sum that has both: what else is wrong there, a reader may have done.
    @Test(arguments: [true, false]) func anExchangeBreaksNoSumOfBoth(isHardToRead: Bool) {
        let row = "applications/total/"
        var report = SettlementTests.report(.ocr).moving(Self.cell, to: 1396)
        let values = ["natural_person", "enterprise"].map { report[row + $0].amount?.count ?? 0 }
        report.print(values[1], at: row + "natural_person")
        report.print(values[0], at: row + "enterprise")
        if isHardToRead { report.doubt(row + "enterprise", "reading.disagree", "reading.count") }
        report.print((report[row + "legal_service"].amount?.count ?? 0) + 550, at: row + "legal_service")
        report.doubt(row + "legal_service", "reading.disagree", "reading.count")
        let findings = Validator().validate(report).findings.filter { finding in
            finding.rule == "applications.row" && finding.figures.contains { $0.description == row + "other" }
        }
        #expect(findings.map(\.verdict) == [.open])
    }

    /// What another reader saw beside it leaves two values for the figure, one of which mends the column.
    @Test(arguments: [(6, false), (7, true)])
    func anotherReadingBesideItLeavesTwo(less: Int, isBroken: Bool) throws {
        var report = Self.report()
        report.doubt(Self.cell, "reading.count")
        let value = report[Self.beside].amount?.count ?? 0
        report.print(value + less, at: Self.beside)
        report.print(
            (report["applications/refused.process/total"].amount?.count ?? 0) + less,
            at: "applications/refused.process/total")
        report[Self.beside].alternatives = [Alternative(value: Amount(value), score: 0.3, reader: "other")]
        #expect(try Self.isBroken(report) == isBroken)
    }

    /// Sums hold for figures in each other's columns as well.
    @Test(arguments: ["reading.second", "label.contradicts-place", "figure.claimed-twice"])
    func noSumTellsAPlace(doubt: String) throws {
        var report = Self.report()
        report.blank("applications/refused.process/research")
        report.doubt("applications/total/natural_person", doubt)
        #expect(try !Self.isBroken(report))
    }

    /// As seen on a scan (seal-head): a stroke of a seal beside a row of noughts. Their total is one, and no count is below.
    @Test func noughtsAddUpToNought() throws {
        var report = Self.report()
        let row = report.figures.map(\.id.description).filter { $0.contains("/refused.process/") }
        for id in row { report = report.moving(id, to: 0) }
        for id in row { report.print(0, at: id) }
        report.print((report[Self.total].amount?.count ?? 0) + 6, at: Self.total)
        for id in row.dropLast() { report.doubt(id, "row.stray-figures") }
        #expect(try Self.isBroken(report))
        report.doubt("applications/refused.process/total", "row.stray-figures")
        #expect(try !Self.isBroken(report))
    }

    /// As seen on a scan (fax-head): digits over two lines are one figure, or two; what stands beside them may go on in one
    /// of these.
    @Test(arguments: [("40\n1", 401, true), ("46\n3", 463, false), ("3\n46", 346, false)])
    func digitsOverTwoLinesAreOneOrTwo(printed: String, value: Int, isBroken: Bool) throws {
        var report = Self.report()
        report.print(value, at: Self.cell)
        report.doubt(Self.cell, "figure.broken")
        report[Self.cell].printed = printed
        #expect(try Self.isBroken(report) == isBroken, "\(printed)")
    }

    @Test(arguments: [(4, false), (5, true)])
    func whatStandsBesideThemMayGoOnInThem(value: Int, isBroken: Bool) throws {
        let broken = "applications/refused.internal/natural_person"
        var report = SettlementTests.report(.ocr).moving(broken, to: 126)
        report.print((report[Self.total].amount?.count ?? 0) + 6, at: Self.total)
        report.doubt(broken, "figure.broken")
        report[broken].printed = "12\n6"
        report.print(value, at: Self.cell)
        report.doubt(Self.cell, "figure.beside-broken")
        #expect(try Self.isBroken(report) == isBroken)
    }

    /// As seen on scans (seal-horizontal, fax-head): disputes found by reading the page as lines, which add up to 48 and
    /// not to 58. Any of the five may be misprinted; that one of them is 2 and not 12 does not make it the reader's.
    @Test(arguments: [("reading.second", Finding.Verdict.source), ("", .source), ("reading.unsure", .open)])
    func whatOneSumAsksForIsLikeItByChance(doubt: String, verdict: Finding.Verdict) {
        let group = ["upheld", "corrected", "other", "pending", "total"].map { "disputes/litigation_direct/\($0)" }
        var report = SettlementTests.report(.ocr)
        for (id, value) in zip(group, [18, 14, 14, 2, 58]) {
            report.print(value, at: id)
            report.doubt(id, "reading.second")
        }
        report.doubt(group[3], "reading.second", doubt)
        if doubt.isEmpty {
            // Its label was hard to read, and nothing else.
            report[group[3]].status = .ok
            report[group[3]].doubts = []
            report[group[3]].confidence = 0.9
        }
        let findings = Validator().validate(report).findings.filter { $0.rule == "disputes.group" }
        #expect(findings.map(\.verdict) == [verdict])
    }
}
