import LeptonicaBridge
import ReportModel
import Testing

@testable import Scans

/// A blank without lines around it is believed where the page is white there.
struct WhitePlaceTests {
    /// A page of 200 × 200 pixels, white but for one grey stroke.
    private func places(
        stroke: PixelBox, grey: UInt8 = 60, within range: Range<Int> = 0..<200
    ) throws -> WhitePlaces {
        let page = try InkedPage.clean([stroke], shade: grey)
        return WhitePlaces(of: page, within: range, settings: ScanSettings())
    }

    @Test func whiteIsWhatWasLookedAtAndHoldsNothing() throws {
        let cell = PixelBox(x: 40, y: 60, width: 60, height: 30)
        #expect(try places(stroke: PixelBox(x: 120, y: 70, width: 4, height: 14)).isWhite(cell))
        #expect(try !places(stroke: PixelBox(x: 70, y: 70, width: 4, height: 14)).isWhite(cell))
        // Too pale for ink, and too dark for paper.
        #expect(try !places(stroke: PixelBox(x: 70, y: 70, width: 4, height: 14), grey: 180).isWhite(cell))
        // A speck that no stroke would leave.
        #expect(try places(stroke: PixelBox(x: 70, y: 70, width: 1, height: 1), grey: 180).isWhite(cell))
        #expect(try !places(stroke: PixelBox(x: 70, y: 190, width: 4, height: 4), within: 0..<70).isWhite(cell))
        #expect(
            try !places(stroke: PixelBox(x: 0, y: 0, width: 4, height: 4)).isWhite(
                PixelBox(x: 150, y: 60, width: 60, height: 30)))
    }

    /// 予以公开 of natural persons looks blank, beside a figure of its row.
    private func status(of blank: Box, inkAt stroke: PixelBox, readings: [CellReading] = []) throws -> Figure {
        let forms = FormVersions(.form2021)
        let row = "granted"
        let places = [
            "natural_person": Place(page: 1, box: blank),
            "enterprise": Place(page: 1, box: Box(x: 60, y: 35, width: 6, height: 8)),
        ]
        let figures = forms.figures.map { id in
            let isBlank = id == FigureID(.applications, row, "natural_person")
            var figure = Figure(
                id: id, form: .form2021, content: isBlank ? .blank : .amount(0), printed: isBlank ? "" : "0",
                status: isBlank ? .empty : .ok, method: .ocr)
            figure.places = id.table == .applications && id.row == row ? places[id.column].map { [$0] } ?? [] : []
            return figure
        }
        var geometry = PageGeometry(grids: [], pixelsPerPoint: 2, placing: .init())
        geometry.em = 20
        geometry.whitePlaces = try self.places(stroke: stroke)
        var evidence = ScanEvidence()
        evidence.add(
            ScannedPage(
                page: Page(number: 1, width: 100, height: 100, method: .ocr), readings: readings, displayedWidth: 100,
                displayedHeight: 100, geometry: geometry))
        let report = Report(
            source: "", title: "", agency: "", year: 2024, forms: forms, sections: [], figures: figures)
        let id = FigureID(.applications, row, "natural_person")
        return try #require(evidence.applied(to: [report]).first?.figures.first { $0.id == id })
    }

    @Test func aBlankOnWhitePaperBesideAFigureOfItsRowIsSeen() throws {
        let cell = Box(x: 10, y: 30, width: 30, height: 18)
        let far = PixelBox(x: 190, y: 190, width: 4, height: 8)
        let seen = try status(of: cell, inkAt: far)
        #expect(seen.status == .empty && seen.doubts.isEmpty)
        let written = try status(of: cell, inkAt: PixelBox(x: 40, y: 70, width: 4, height: 14))
        #expect(written.status == .suspect && written.doubts == [ScanEvidence.unread])
        let elsewhere = try status(of: Box(x: 10, y: 60, width: 30, height: 18), inkAt: far)
        #expect(elsewhere.doubts == [ScanEvidence.unread], "not level with its row")
        let narrow = try status(of: Box(x: 10, y: 30, width: 6, height: 18), inkAt: far)
        #expect(narrow.doubts == [ScanEvidence.unread], "no room for a figure")
    }

    /// As seen in a fresh design (hard150-horizontal): a 5 in a column of its own, and its figure a blank beside it.
    @Test func aBlankBesideAFigureThatNobodyTookIsNotSeen() throws {
        let cell = Box(x: 20, y: 30, width: 30, height: 18)
        func doubts(_ text: String, at box: Box) throws -> [String] {
            let reading = CellReading(
                box: box, cell: nil, text: text, strength: .weak, confidence: 0.9, alternatives: [], doubts: [])
            return try status(
                of: cell, inkAt: PixelBox(x: 190, y: 190, width: 4, height: 8), readings: [reading]
            ).doubts
        }
        #expect(try doubts("5", at: Box(x: 10, y: 36, width: 4, height: 8)) == [ScanEvidence.unread])
        #expect(try doubts("", at: Box(x: 10, y: 36, width: 4, height: 8)) == [ScanEvidence.unread])
        #expect(try doubts("公开", at: Box(x: 0, y: 36, width: 18, height: 8)).isEmpty, "a label")
        #expect(try doubts("0", at: Box(x: 60, y: 35, width: 6, height: 8)).isEmpty, "the figure beside it")
        #expect(try doubts("5", at: Box(x: 10, y: 60, width: 4, height: 8)).isEmpty, "another row's")
    }
}
