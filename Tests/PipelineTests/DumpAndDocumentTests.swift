import Foundation
import GxTestSupport
import Pipeline
import ReportModel
import Testing

/// The same report as a PDF and as the text somebody got out of it gives the same figures.
@Suite struct DumpAndDocumentTests {
    /// Reports with every cell filled: a blank cell leaves no trace in some layouts.
    static let documents = FixtureDocument.all(withExtension: "pdf").filter {
        ["example", "mixture", "unruled"].contains($0.name)
    }

    @Test(arguments: documents)
    func everySeparableLayout(_ document: FixtureDocument) throws {
        let printed = try #require(try ReadingPipeline().reports(in: try document.bytes(), source: "pdf").first)
        let sample = DumpSample(printed)
        for (number, layout) in DumpLayout.allCases.filter(\.isSeparable).enumerated() {
            var generator = SeededGenerator(seed: UInt64(number))
            let text = sample.text(disclosure: layout, applications: layout, disputes: layout, using: &generator)
            try expectSame(text, printed, "\(layout)")
        }
    }

    @Test(arguments: documents)
    func textOfTheDocumentItself(_ document: FixtureDocument) throws {
        let printed = try #require(try ReadingPipeline().reports(in: try document.bytes(), source: "pdf").first)
        try expectSame(try Tool.text(["pdftotext", "-layout", document.path, "-"]), printed, "pdftotext -layout")
    }

    private func expectSame(_ text: String, _ printed: Report, _ name: String) throws {
        let reports = try ReadingPipeline().reports(in: Array(text.utf8), source: "txt")
        let dump = try #require(reports.first)
        #expect(reports.count == 1, "\(name)")
        #expect(dump.agency == printed.agency && dump.year == printed.year, "\(name)")
        #expect(dump.figures.map(\.id) == printed.figures.map(\.id), "\(name)")
        for (figure, original) in zip(dump.figures, printed.figures) {
            #expect(figure.amount == original.amount, "\(name): \(figure.id)")
        }
        let doubtful = dump.figures.count { $0.status != .ok && $0.status != .empty }
        #expect(doubtful * 100 <= dump.figures.count, "\(name): \(doubtful) in doubt")
    }
}
