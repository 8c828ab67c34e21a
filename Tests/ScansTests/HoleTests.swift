import ReportModel
import Testing

@testable import Scans

/// A blank without a place: nobody has seen that nothing stands there.
struct HoleTests {
    @Test func aBlankThatStandsNowhereIsDoubted() throws {
        func found(_ method: ReadingMethod) throws -> Figure {
            let forms = FormVersions(.form2021)
            let id = FigureID(.applications, "granted", "social")
            let figures = [Figure(id: id, form: .form2021, content: .blank, status: .empty, method: method)]
            let report = Report(
                source: "", title: "", agency: "", year: 2024, forms: forms, sections: [], figures: figures)
            return try #require(ScanEvidence().applied(to: [report]).first?.figures.first)
        }
        let hidden = try found(.ocr)
        #expect(hidden.status == .suspect && hidden.doubts == [ScanEvidence.unread])
        #expect(try found(.text).status == .empty)
    }
}
