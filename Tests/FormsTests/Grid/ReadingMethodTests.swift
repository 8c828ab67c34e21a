import ReportModel
import Testing

@testable import Forms

/// What was read off a picture, and what was not.
struct ReadingMethodTests {
    private let pages = [
        PageSummary(number: 1, width: 595, height: 842, method: .text, state: .readable, warnings: []),
        PageSummary(number: 2, width: 595, height: 842, method: .ocr, state: .noText, warnings: []),
    ]
    private let box = Box(x: 10, y: 10, width: 10, height: 10)

    @Test func placesTellThePageTheyStandOn() {
        let methods = ReadingMethods(pages)
        #expect(methods.method(of: [Place(page: 1, box: box)]) == .text)
        #expect(methods.method(of: [Place(page: 1, box: box), Place(page: 2, box: box)]) == .ocr)
    }

    /// A note stuck over a table hides its lines, and what the table has there has no place.
    @Test func aHoleInATableWasSeenOnAPictureIfAnythingWas() {
        #expect(ReadingMethods(pages).method(of: [Place]()) == .ocr)
        #expect(ReadingMethods([pages[0]]).method(of: [Place]()) == .text)
    }
}
