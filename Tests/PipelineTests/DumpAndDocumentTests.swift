import Foundation
import GxTestSupport
import Pipeline
import ReportModel
import Testing

/// The same report as a PDF and as the text somebody got out of it gives the same figures.
@Suite struct DumpAndDocumentTests {
    /// Reports that are printed, not scanned, and read without a doubt.
    static let documents = FixtureDocument.all(withExtension: "pdf").filter { document in
        document.truths.count == 1 && !["scan-", "locked", "images"].contains { document.name.hasPrefix($0) }
    }

    private static func printed(_ document: FixtureDocument) throws -> Report {
        try #require(try ReadingPipeline().reports(in: try document.bytes(), source: "pdf").first)
    }

    private static func text(_ printed: Report, in layout: DumpLayout, seed: Int) -> String {
        var generator = SeededGenerator(seed: UInt64(seed))
        return DumpSample(printed).text(
            disclosure: layout, applications: layout, disputes: layout, using: &generator)
    }

    @Test(arguments: documents)
    func everySeparableLayout(_ document: FixtureDocument) throws {
        let printed = try Self.printed(document)
        let isFilled = printed.figures.allSatisfy { $0.amount != nil }
        for (number, layout) in DumpLayout.allCases.enumerated()
        where layout.isSeparable(isFilled ? .zeros : .someBlank) {
            try expectSame(Self.text(printed, in: layout, seed: number), printed, "\(layout)")
        }
    }

    /// What is certain is the same, and what is not has the document's figure among its candidates.
    @Test(arguments: documents, [DumpLayout.fusedRows, .fusedTable])
    func cellsThatRanTogether(_ document: FixtureDocument, layout: DumpLayout) throws {
        let printed = try Self.printed(document)
        let text = Self.text(printed, in: layout, seed: 1)
        let dump = try #require(try ReadingPipeline().reports(in: Array(text.utf8), source: "txt").first)
        for (figure, original) in zip(dump.figures, printed.figures) {
            guard figure.status != .ok, figure.status != .empty else {
                #expect(figure.amount == original.amount, "\(figure.id)")
                continue
            }
            let candidates = [figure.amount].compactMap { $0 } + figure.alternatives.map(\.value)
            #expect(original.amount.map(candidates.contains) ?? true, "\(figure.id)")
        }
    }

    /// Reports that have a figure in every cell of their tables, each beside its label.
    @Test(arguments: documents.filter { ["example", "mixture", "unruled"].contains($0.name) })
    func textOfTheDocumentItself(_ document: FixtureDocument) throws {
        try expectSame(
            try Tool.text(["pdftotext", "-layout", document.path, "-"]), try Self.printed(document), "pdftotext -layout"
        )
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
