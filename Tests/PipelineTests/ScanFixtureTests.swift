import GxTestSupport
import Pipeline
import ReportModel
import Testing

/// One scanned report of every kind of damage, read by the real engines.
@Suite struct ScanFixtureTests {
    static let documents = ["pdf", "png", "jpg", "tif", "webp"].flatMap { FixtureDocument.all(withExtension: $0) }
        .filter { $0.name.hasPrefix("scan-") }

    @Test func everyKindIsThere() {
        let kinds = [
            "clean300", "fax", "frame", "hard150", "hidden", "low100", "mild200", "pages", "pasted", "photo", "seal",
        ]
        #expect(Set(Self.documents.map(\.name)) == Set(kinds.map { "scan-" + $0 }))
    }

    /// None wrong and not said so; 97 of 100 right; 3 of 100 in doubt at most.
    @Test(arguments: documents)
    func everyFigureIsRightOrInDoubt(_ document: FixtureDocument) throws {
        let pipeline = ReadingPipeline(ReadingSettings(figuresOnly: true))
        let report = try #require(try pipeline.reports(in: try document.bytes(), source: document.name).first)
        let values = try #require(document.truths.first).values
        #expect(report.figures.count == values.count)
        var right = 0
        var doubtful = 0
        for figure in report.figures {
            let expected = values[figure.id.description] ?? ""
            let read = figure.amount
            let isRight = expected.isEmpty ? read == nil : Amount(ascii: expected) == read
            let isGiven = figure.status == .ok || figure.status == .empty
            #expect(isRight || !isGiven, "\(figure.id) is \(expected), given as \(read?.description ?? "nothing")")
            if isRight { right += 1 }
            if !isGiven { doubtful += 1 }
        }
        #expect(right * 100 >= 97 * values.count, "\(right) of \(values.count) right")
        #expect(doubtful * 100 <= 3 * values.count, "\(doubtful) of \(values.count) in doubt")
    }

    /// What stands around the pictures stays text: an office's name was misread when the whole page was looked at.
    @Test func textAroundPicturesIsNotReadOffThem() throws {
        let document = try #require(Self.documents.first { $0.name == "scan-pasted" })
        let report = try #require(try ReadingPipeline().reports(in: try document.bytes(), source: "").first)
        #expect(report.agency == "云麓新区发展和改革局")
        #expect(report.figures.allSatisfy { $0.method == .ocr && $0.places.contains { $0.page != nil } })
        // The third page is nothing but a picture.
        #expect(report.pages.map(\.method) == [.text, .text, .ocr, .text])
        #expect(report.findings.allSatisfy { $0.rule != "form.office" })
    }

    /// Pages read side by side give the report that they give one after the other.
    @Test func theSameOnSeveralThreads() throws {
        let document = try #require(Self.documents.first { $0.name == "scan-pages" })
        let bytes = try document.bytes()
        let reports = try [1, 3].map { jobs in
            let pipeline = ReadingPipeline(ReadingSettings(figuresOnly: true, jobs: jobs))
            return try #require(try pipeline.reports(in: bytes, source: document.name).first)
        }
        #expect(reports[0].figures == reports[1].figures)
        #expect(reports[0].pages == reports[1].pages)
        #expect(reports[0].pages.count > 1)
    }
}
