import LeptonicaBridge
import Testing

@testable import Scans

/// Pages that are white on black, and pages so faint that their print is paler than other pages' paper is dark.
struct PageToneTests {
    private let side = InkedPage.side

    /// Strokes four pixels thick, as many as a page of text has.
    private let strokes = (0..<9).map { PixelBox(x: 20, y: 15 + 20 * $0, width: 160, height: 4) }

    private func page(paper: UInt8, ink: UInt8, of boxes: [PixelBox]) throws -> Picture {
        var grey = [UInt8](repeating: paper, count: side * side)
        for box in boxes { for y in box.y..<box.maxY { for x in box.x..<box.maxX { grey[y * side + x] = ink } } }
        return try #require(Picture(width: side, height: side, grey: grey))
    }

    @Test func whiteOnBlackIsTurnedRound() throws {
        let negative = NegativePage(settings: ScanSettings())
        for page in try [
            page(paper: 20, ink: 240, of: strokes), #require(page(paper: 20, ink: 240, of: strokes).inkBelow(99)),
        ] {
            let positive = try #require(negative.positive(of: page))
            let values = positive.greyValues(in: PixelBox(x: 30, y: 17, width: 1, height: 10))
            #expect(values.first == values.min() && values.last == values.max() && values.last ?? 0 > 200)
        }
    }

    @Test func darkPagesAndDarkTablesStayAsTheyAre() throws {
        let negative = NegativePage(settings: ScanSettings())
        let dark = try page(paper: 90, ink: 20, of: strokes)
        let sheet = try page(paper: 20, ink: 240, of: [PixelBox(x: 60, y: 60, width: 100, height: 90)])
        let white = try page(paper: 240, ink: 20, of: strokes)
        for page in [dark, sheet, white, try page(paper: 20, ink: 20, of: [])] {
            #expect(negative.positive(of: page) == nil)
        }
        #expect(negative.positive(of: try #require(white.inkBelow(99))) == nil)
    }

    /// Of a sheet with lines of ink on white paper.
    private func inkCount(ink: UInt8) throws -> Int {
        let (width, height) = (1000, 1400)
        var grey = [UInt8](repeating: 250, count: width * height)
        for y in 100..<1300 where y % 50 < 4 { for x in 100..<900 { grey[y * width + x] = ink } }
        let page = try #require(Picture(width: width, height: height, grey: grey))
        let scale = Double(width) / 595
        let picture = PagePicture(number: 1, grey: page, colour: nil, pixelsPerPoint: (scale, scale))
        return try #require(PagePreparer(settings: ScanSettings()).prepare(picture, quarters: 0)).ink.inkCount
    }

    @Test func faintPrintIsInk() throws {
        let usual = try inkCount(ink: 30)
        #expect(usual > 50_000)
        #expect(try inkCount(ink: 215) * 10 > usual * 9)
        // So pale is paper.
        #expect(try inkCount(ink: 245) == 0)
    }
}
