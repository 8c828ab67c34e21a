import LeptonicaBridge
import Testing

@testable import Scans

/// Ink that was taken off the page can have taken print with it.
struct TakenInkTests {
    private let settings = ScanSettings()

    private func picture(_ boxes: [PixelBox]) throws -> Picture {
        var grey = [UInt8](repeating: 230, count: 200 * 200)
        for box in boxes { for y in box.y..<box.maxY { for x in box.x..<box.maxX { grey[y * 200 + x] = 30 } } }
        return try #require(Picture(width: 200, height: 200, grey: grey))
    }

    /// A page whose characters are 20 pixels high.
    private func page(_ ink: [PixelBox], seal: [PixelBox] = [], stamps: [PixelBox] = []) throws -> CleanPage {
        let grey = try picture(ink)
        let prepared = PreparedPage(
            grey: grey, ink: try #require(grey.inkBelow(100)),
            colour: seal.isEmpty ? nil : try picture(seal).inkBelow(100), pale: nil, pixelsPerPoint: 2, em: 20,
            placing: .init())
        var rulings = RulingFinder.Result(grids: [], loose: LineGroup(), mask: nil)
        rulings.stamps = stamps.isEmpty ? nil : try picture(stamps).inkBelow(100)
        return CleanPage(prepared, rulings: rulings, settings: settings)
    }

    /// As seen in a fresh design (seal-none): 21 was read as 1, its 2 under the ring of a seal.
    @Test func colourRightBesideAFigureMayHaveTakenADigit() throws {
        let one = PixelBox(x: 100, y: 100, width: 4, height: 16)
        let beside = PixelBox(x: 92, y: 90, width: 5, height: 40)
        #expect(try page([one], seal: [beside]).isColoured(one, settings))
        #expect(try page([one], stamps: [beside]).isColoured(one, settings))
        #expect(try !page([one]).isColoured(one, settings))
        #expect(try !page([one], seal: [PixelBox(x: 80, y: 90, width: 5, height: 40)]).isColoured(one, settings))
    }

    /// As seen in fresh designs (seal-horizontal, seal-none): strokes of a stamp's letters over 18 and over 0.
    @Test func aDashStandsAlone() throws {
        let dash = PixelBox(x: 100, y: 100, width: 16, height: 3)
        #expect(try !page([dash]).isCrowded(dash, settings))
        #expect(try page([dash, PixelBox(x: 112, y: 106, width: 8, height: 14)]).isCrowded(dash, settings))
        #expect(try page([dash], stamps: [PixelBox(x: 90, y: 106, width: 30, height: 4)]).isCrowded(dash, settings))
        #expect(try !page([dash, PixelBox(x: 140, y: 94, width: 8, height: 14)]).isCrowded(dash, settings))
        #expect(try !page([dash, PixelBox(x: 100, y: 130, width: 8, height: 14)]).isCrowded(dash, settings))
    }
}
