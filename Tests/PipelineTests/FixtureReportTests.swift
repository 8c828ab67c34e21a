import GxTestSupport
import Pipeline
import ReportModel
import Testing

/// The documents of `Fixtures/`, read whole.
@Suite struct FixtureReportTests {
    /// Scans have tests of their own.
    static let documents = FixtureDocument.all(withExtension: "pdf").filter { !$0.name.hasPrefix("scan-") }

    @Test(arguments: documents)
    func everyFigureIsRightOrInDoubt(_ document: FixtureDocument) throws {
        let reports = try ReadingPipeline().reports(in: try document.bytes(), source: document.name)
        try #require(reports.count == document.truths.count)
        for (report, truth) in zip(reports, document.truths) {
            let values = truth.values
            #expect(report.figures.count == values.count)
            var doubtful = 0
            for figure in report.figures {
                let expected = values[figure.id.description]
                let read = figure.amount?.description ?? ""
                let isRight = expected.map { Self.isSame($0, read) } ?? false
                let isGiven = figure.status == .ok || figure.status == .empty
                #expect(isRight || !isGiven, "\(figure.id) is \(expected ?? "no figure"), given as \(read)")
                #expect(isRight, "\(figure.id) is \(expected ?? "no figure"), not \(read)")
                if !isGiven { doubtful += 1 }
            }
            #expect(doubtful * 100 <= values.count, "\(doubtful) figures in doubt")
        }
    }

    @Test(arguments: documents)
    func titleYearAndForms(_ document: FixtureDocument) throws {
        let reports = try ReadingPipeline().reports(in: try document.bytes(), source: document.name)
        for (report, truth) in zip(reports, document.truths) {
            #expect(report.agency == truth.title)
            #expect(report.year == truth.year)
            #expect(report.forms.applications.rawValue == truth.form)
            #expect(report.forms.disclosure.rawValue == truth.disclosureForm)
        }
    }

    @Test func severalReportsAreNumbered() throws {
        let document = try #require(FixtureDocument.all(withExtension: "pdf").first { $0.truths.count > 1 })
        let reports = try ReadingPipeline().reports(in: try document.bytes(), source: "all.pdf")
        #expect(reports.map(\.source) == ["all.pdf", "all.pdf#2"])
    }

    private static func isSame(_ expected: String, _ read: String) -> Bool {
        expected == read || (Amount(ascii: expected).map { Amount(ascii: read) == $0 } ?? false)
    }
}
