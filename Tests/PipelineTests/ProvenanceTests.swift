import GxTestSupport
import Pipeline
import ReportModel
import Testing

/// The box of every figure holds what is printed, and nothing else.
///
/// What stands where is asked of pdftotext and of the rendered page, so that a box is not checked against itself.
@Suite struct ProvenanceTests {
    private static let documents = FixtureDocument.all(withExtension: "pdf").filter { document in
        ["example", "narrow", "mixture", "turned", "marks", "unruled"].contains(document.name)
    }

    @Test(arguments: documents)
    func boxesHoldTheFiguresAlone(_ document: FixtureDocument) throws {
        let pages = try PrintedPage.pages(of: document.path)
        let report = try #require(try ReadingPipeline().reports(in: try document.bytes(), source: "").first)
        var checked = 0
        for figure in report.figures where figure.amount != nil && figure.status == .ok {
            try #require(!figure.places.isEmpty, "\(figure.id) has no place")
            var text = ""
            for place in figure.places {
                let page = try #require(place.page.flatMap { pages[$0] })
                text += page.text(in: place.box)
                #expect(page.hasInk(in: place.box), "\(figure.id): nothing is drawn at \(place.box)")
            }
            #expect(text == figure.printed.filter { !$0.isWhitespace }, "\(figure.id)")
            checked += 1
        }
        #expect(checked > 100)
    }
}
