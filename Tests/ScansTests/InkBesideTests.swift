import LeptonicaBridge
import ReportModel
import Testing

@testable import Scans

/// Ink that stands right beside a figure, and is none of its digits for those who cut the page into lines.
struct InkBesideTests {
    private let settings = ScanSettings()

    private func line(_ pieces: [PixelBox], small: [PixelBox] = []) -> InkLine {
        InkLine(box: pieces.dropFirst().reduce(pieces[0]) { $0.union($1) }, pieces: pieces, smallPieces: small)
    }

    private let digit = PixelBox(x: 100, y: 100, width: 8, height: 16)

    /// As seen in a fresh design (hard150-none): 24 was given as 2, for its 4 hung on the stroke of a pen.
    @Test func aDigitThatHangsOnAStrokeMayBeTheFiguresOwn() throws {
        let four = PixelBox(x: 111, y: 100, width: 8, height: 16)
        let stroke = PixelBox(x: 116, y: 92, width: 60, height: 40)
        #expect(try InkedPage.clean([digit, four, stroke]).hasInkBeside(line([digit]), settings))
        #expect(try !InkedPage.clean([digit, four]).hasInkBeside(line([digit, four]), settings))
        #expect(try !InkedPage.clean([digit]).hasInkBeside(line([digit]), settings))
    }

    /// As seen in a fresh design (seal-head): 21 was given as 2 without a word, for its 1, whose stem stands half a digit
    /// off, hung on the ring of a seal.
    @Test func aOneThatHangsOnARingMayBeTheFiguresOwn() throws {
        let stem = PixelBox(x: 117, y: 100, width: 2, height: 16)
        let foot = PixelBox(x: 111, y: 114, width: 12, height: 2)
        let ring = PixelBox(x: 122, y: 92, width: 60, height: 40)
        #expect(try InkedPage.clean([digit, stem, foot, ring]).hasInkBeside(line([digit]), settings))
        #expect(try !InkedPage.clean([digit, ring]).hasInkBeside(line([digit]), settings))
    }

    @Test func specksAndWhatStandsFurtherOffAreNoDigits() throws {
        #expect(
            try !InkedPage.clean([digit, PixelBox(x: 110, y: 106, width: 3, height: 3)]).hasInkBeside(
                line([digit]), settings))
        let far = PixelBox(x: 122, y: 100, width: 8, height: 16)
        #expect(try !InkedPage.clean([digit, far]).hasInkBeside(line([digit]), settings))
        let below = PixelBox(x: 80, y: 117, width: 60, height: 3)
        #expect(try !InkedPage.clean([digit, below]).hasInkBeside(line([digit]), settings))
    }

    /// As seen in a fresh design (hard150-outer): a speck before 45590 made it -45590.
    @Test func aSpeckIsNoSign() {
        let speck = PixelBox(x: 92, y: 106, width: 4, height: 4)
        let sign = PixelBox(x: 92, y: 107, width: 6, height: 2)
        #expect(!line([digit], small: [speck]).beginsWithStroke(em: 20))
        #expect(!line([digit]).beginsWithStroke(em: 20))
        #expect(line([digit], small: [sign]).beginsWithStroke(em: 20))
        #expect(line([digit], small: [speck, sign]).beginsWithStroke(em: 20))
        #expect(!line([digit], small: [PixelBox(x: 112, y: 107, width: 6, height: 2)]).beginsWithStroke(em: 20))
        // Level with the middle of a digit, nobody may overlook one.
        #expect(line([digit], small: [PixelBox(x: 86, y: 105, width: 2, height: 2), sign]).hasStrokeApart(em: 20))
        #expect(!line([digit], small: [speck]).hasStrokeApart(em: 20))
        #expect(!line([digit], small: [PixelBox(x: 92, y: 114, width: 6, height: 2)]).hasStrokeApart(em: 20))
        #expect(!line([digit], small: [PixelBox(x: 112, y: 107, width: 6, height: 2)]).hasStrokeApart(em: 20))
        // It touches the digit.
        #expect(line([PixelBox(x: 92, y: 100, width: 16, height: 16)]).beginsWithStroke(em: 20))
    }
}

/// No count is below 0, whatever its readers agree on.
struct CountSignTests {
    private func figure(_ id: FigureID, of value: Int, printed: String = "0", losesSigns: Bool = false) throws -> Figure
    {
        let forms = FormVersions(.form2019)
        let figures = forms.figures.map { other in
            Figure(
                id: other, form: .form2019, content: .amount(other == id ? Amount(value) : 0), printed: printed,
                status: .ok, method: .ocr, places: [Place(page: 1, box: Box(x: 10, y: 10, width: 10, height: 8))])
        }
        let reading = CellReading(
            box: Box(x: 10, y: 10, width: 10, height: 8), cell: nil, text: "\(value)", strength: .strong,
            confidence: 0.97, alternatives: [], doubts: [])
        var geometry = PageGeometry(grids: [], pixelsPerPoint: 2, placing: .init())
        geometry.losesSigns = losesSigns
        var evidence = ScanEvidence()
        evidence.add(
            ScannedPage(
                page: Page(number: 1, width: 100, height: 100, method: .ocr), readings: [reading], displayedWidth: 100,
                displayedHeight: 100, geometry: geometry))
        let report = Report(
            source: "", title: "", agency: "", year: 2019, forms: forms, sections: [], figures: figures)
        return try #require(evidence.applied(to: [report]).first?.figures.first { $0.id == id })
    }

    @Test func aCountBelowNoughtIsInDoubt() throws {
        let count = FigureID(.disclosure, "licensing", "previous_items")
        #expect(try figure(count, of: -45).doubts == [CellContentReader.sign])
        #expect(try figure(count, of: -45).status == .suspect)
        #expect(try figure(count, of: 45).status == .ok)
        #expect(try figure(FigureID(.disclosure, "licensing", "change"), of: -45).status == .ok)
    }

    /// A fax loses a line here and there, and with it a minus: what is left looks like a figure above nought.
    @Test func aChangeOnAPageThatLosesSignsIsInDoubt() throws {
        let (change, count) = (
            FigureID(.disclosure, "licensing", "change"), FigureID(.disclosure, "licensing", "previous_items")
        )
        #expect(try figure(change, of: 1, losesSigns: true).doubts == [CellContentReader.sign])
        #expect(try figure(change, of: 1, losesSigns: false).status == .ok)
        #expect(try figure(change, of: 0, losesSigns: true).status == .ok)
        #expect(try figure(change, of: -1, losesSigns: true).status == .ok)
        #expect(try figure(change, of: 1, printed: "+1", losesSigns: true).status == .ok)
        #expect(try figure(count, of: 1, losesSigns: true).status == .ok)
    }
}
