import ReportModel
import Testing

@testable import Validation

/// Figures that must be wrong although what they ought to be cannot be told, since too much beside them is lost.
@Suite struct OpenFigureTests {
    private static let rows = ["refused.process", "refused.internal"]
    private static let cells = rows.flatMap { row in
        ["natural_person", "enterprise"].map { "applications/\(row)/\($0)" }
    }

    private static let other = "applications/granted/legal_service"

    /// Two rows and two columns meet in four figures: one shows more than its row, the others were not found.
    private static func checked(confidence: Double, doubts: [String] = []) -> Report {
        var report = cells.reduce(SettlementTests.report(.ocr)) { $0.moving($1, to: 5) }
        let total = report["applications/\(rows[0])/total"].amount?.count ?? 0
        report.print(total + 2000, at: cells[0])
        report[cells[0]].confidence = confidence
        report[cells[0]].doubts = doubts
        if !doubts.isEmpty { report[cells[0]].status = .suspect }
        // Another mistake, which is plain, does not bear on it.
        report.print((report[other].amount?.count ?? 0) + 4000, at: other)
        for cell in cells.dropFirst() {
            report[cell] = .missing(report[cell].id, form: .form2021, method: .ocr)
        }
        return Validator().validate(report)
    }

    private static func finding(in report: Report) -> Finding? {
        report.findings.first { finding in
            finding.rule == "applications.row" && finding.figures.contains { $0.description == cells[0] }
        }
    }

    @Test func itIsNamedAndStaysInDoubt() throws {
        let report = Self.checked(confidence: 0.5, doubts: ["reading.text"])
        let finding = try #require(Self.finding(in: report))
        #expect(finding.verdict == .open && finding.explanations.isEmpty)
        #expect(finding.message.english.contains("·自然人」 may be wrong"))
        #expect(finding.message.chinese.contains("·自然人」可能有误"))
        #expect(report[Self.cells[0]].status == .suspect && report[Self.cells[0]].suggestions.isEmpty)
    }

    /// What the readers were nearly sure of is in doubt where the sums say that it is wrong.
    @Test(arguments: [(0.95, FigureStatus.suspect), (0.99, .ok)])
    func itComesIntoDoubtUnlessItIsSurelyRead(confidence: Double, status: FigureStatus) {
        let report = Self.checked(confidence: confidence)
        #expect(report[Self.cells[0]].status == status)
        #expect(report[Self.cells[0]].doubts == (status == .ok ? [] : ["sum.broken"]))
    }

    /// A row that shows more than its total whatever was lost is the printer's mistake where it was surely read.
    @Test func aSumThatFailsWhateverWasLostIsThePrinters() throws {
        let report = Self.checked(confidence: 0.99)
        let finding = try #require(Self.finding(in: report))
        #expect(finding.verdict == .source)
    }

    /// What the sums say of a lost cell elsewhere is no more than a suggestion then, and not the only one.
    @Test func nothingIsDerivedBesideIt() throws {
        let lost = "applications/granted/social"
        var report = Self.checked(confidence: 0.5, doubts: ["reading.text"])
        let value = report[lost].amount?.count ?? 0
        report.lose(lost)
        let checked = Validator().validate(report)
        #expect(checked[lost].status == .missing)
        let suggestion = try #require(checked[lost].suggestions.first)
        #expect(suggestion.value == Amount(value) && suggestion.rivals == 1)
    }

    /// As seen below a stamp (seal-full): 70 was read for 170, and much beside it not at all or wrongly. The one sum whose
    /// figures were all read says that one of two in doubt is wrong, not which.
    @Test func oneSumOfWhichTwoFiguresAreInDoubtNamesNeither() {
        var report = SettlementTests.report(.ocr)
        for index in report.figures.indices where report.figures[index].id.table == .applications {
            report.figures[index].content = .amount(0)
        }
        let rows = [
            ("new", [2160, 610, 3, 3, 225, 41, 3146]), ("carried_over", [70, 25, 3, 1, 2, 1, 203]),
            ("granted", [2292, 621, 54, 55, 210, 38, 3270]), ("total", [2292, 621, 54, 55, 210, 38, 3270]),
            ("carried_forward", [38, 14, 5, 1, 17, 4, 79]),
        ]
        let columns = ["natural_person", "enterprise", "research", "social", "legal_service", "other", "total"]
        for (row, counts) in rows {
            for (column, count) in zip(columns, counts) { report.print(count, at: "applications/\(row)/\(column)") }
        }
        for id in ["new/enterprise", "carried_over/enterprise", "carried_over/social"] {
            report.lose("applications/" + id)
        }
        for id in ["new/natural_person", "new/research", "new/social", "carried_over/research"] {
            report.doubt("applications/" + id, "reading.text")
        }
        report.doubt("applications/carried_over/natural_person", "ink.coloured-around")
        let checked = Validator().validate(report)
        #expect(checked.findings.contains { $0.rule == "applications.balance" })
        #expect(checked["applications/new/natural_person"].suggestions.allSatisfy { $0.rivals > 0 })
    }
}
