import ReportModel
import Testing

@testable import Scans

/// 3988 in a narrow column: 398 over 8 (clean300-none).
struct BrokenLineTests {
    private func reading(_ text: String, y: Double, _ doubts: [String] = [], other: String? = nil) -> CellReading {
        CellReading(
            box: Box(x: 10, y: y, width: 20, height: 8), cell: nil, text: text, strength: .strong,
            confidence: doubts.isEmpty ? 0.99 : 0.8,
            alternatives: other.map { [.init(text: $0, score: 0.4, reader: "first")] } ?? [], doubts: doubts)
    }

    private func figure(_ doubts: [String]) -> Figure {
        Figure(
            id: FigureID(.applications, "new", "total"), form: .form2021, content: .amount(3988), printed: "398\n8",
            status: .ok, method: .ocr, places: [Place(page: 1, box: Box(x: 10, y: 10, width: 20, height: 20))],
            doubts: doubts)
    }

    private func judged(_ readings: [CellReading], doubts: [String] = [CellReading.broken]) throws -> Figure {
        var evidence = ScanEvidence()
        evidence.add(
            ScannedPage(
                page: Page(number: 1, width: 100, height: 100, method: .ocr), readings: readings, displayedWidth: 100,
                displayedHeight: 100, geometry: PageGeometry(grids: [], pixelsPerPoint: 2, placing: .init())))
        let report = Report(
            source: "", title: "", agency: "", year: 2024, forms: FormVersions(.form2021), sections: [],
            figures: [figure(doubts)])
        return try #require(evidence.applied(to: [report]).first?.figures.first)
    }

    @Test func theLinesOfABrokenFigureAreOneReading() throws {
        let whole = try judged([reading("8", y: 22), reading("398", y: 10)])
        #expect(whole.doubts == [CellReading.broken])
        #expect(whole.status == .ok)
    }

    @Test func whatIsInDoubtInOneLineIsInDoubt() throws {
        let figure = try judged([reading("398", y: 10), reading("8", y: 22, [FigureJudge.unsure], other: "3")])
        #expect(figure.doubts == [CellReading.broken, FigureJudge.unsure])
        #expect(figure.status == .suspect)
        #expect(figure.alternatives.map(\.value) == [3983])
    }

    @Test func otherLinesAreSeveralReadings() throws {
        #expect(try judged([reading("398", y: 10), reading("5", y: 22)]).doubts.contains(ScanEvidence.several))
        #expect(try judged([reading("8", y: 10), reading("398", y: 22)]).doubts.contains(ScanEvidence.several))
        let unbroken = try judged([reading("398", y: 10), reading("8", y: 22)], doubts: [])
        #expect(unbroken.doubts == [ScanEvidence.several])
    }
}
