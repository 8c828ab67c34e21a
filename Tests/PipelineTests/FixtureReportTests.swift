import GxTestSupport
import Pipeline
import ReportModel
import Testing

/// The documents of `Fixtures/`, read whole.
@Suite struct FixtureReportTests {
    /// Scans have tests of their own.
    static let documents =
        FixtureDocument.all(withExtension: "pdf").filter { !$0.name.hasPrefix("scan-") }
        + FixtureDocument.all(withExtension: "html") + FixtureDocument.all(withExtension: "docx")

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

    /// The example with its pages turned: read alike, and every place where it is displayed.
    @Test(arguments: [90, 180, 270])
    func pagesTurnedByTheReader(_ degrees: Int) throws {
        let path = FixtureDocument.root + "/Fixtures/documents/example.pdf"
        let turned = try Tool.run(["qpdf", "--rotate=+\(degrees)", path, "-"])
        let upright = try ReadingPipeline().reports(in: try Tool.run(["cat", path]), source: "")[0]
        let report = try #require(try ReadingPipeline().reports(in: turned, source: "").first)
        #expect(report.figures.map(\.content) == upright.figures.map(\.content))
        #expect(report.figures.map(\.status) == upright.figures.map(\.status))
        let page = try #require(upright.pages.first)
        for (figure, original) in zip(report.figures, upright.figures) {
            let place = try #require(figure.places.first?.box)
            let expected = try #require(original.places.first?.box)
                .turned(Turn(quarters: degrees / 90), width: page.width, height: page.height)
            #expect(abs(place.midX - expected.midX) < 2 && abs(place.midY - expected.midY) < 2, "\(figure.id)")
        }
    }

    /// What was read by then is the result, and the rest is said.
    @Test func timeThatIsOver() throws {
        var settings = ReadingSettings()
        settings.seconds = 0
        let document = try #require(FixtureDocument.all(withExtension: "pdf").first { $0.name == "example" })
        let values = try #require(document.truths.first).values
        let report = try #require(
            try ReadingPipeline(settings).reports(in: try document.bytes(), source: document.name).first)
        #expect(report.pages.map { $0.warnings } == [[], [.notRead(.time)], [.notRead(.time)]])
        #expect(report.exitCode == .look)
        let read = report.figures.filter { $0.status == .ok }
        #expect(read.count >= 10 && read.count < report.figures.count)
        for figure in read { #expect(Self.isSame(values["\(figure.id)"] ?? "", figure.amount?.description ?? "")) }
        settings.pages = PageSelection("3-")
        settings.seconds = 180
        let whole = try ReadingPipeline(settings).reports(in: try document.bytes(), source: document.name)
        #expect(whole.flatMap(\.pages).allSatisfy { $0.warnings.isEmpty })
    }

    /// Nobody can say that the form is not on the pages that were not reached.
    @Test func timeThatIsOverTooSoon() throws {
        var settings = ReadingSettings()
        settings.seconds = 0
        let path = FixtureDocument.root + "/Fixtures/documents/before-2019.pdf"
        let bytes = try Tool.run(["qpdf", "--empty", "--pages", path, "1,1", "--", "-"])
        let failure = #expect(throws: ReadFailure.self) { try ReadingPipeline(settings).reports(in: bytes, source: "") }
        #expect(failure?.code == .timedOut(seconds: 0))
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
