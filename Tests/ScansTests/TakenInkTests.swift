import LeptonicaBridge
import Testing

@testable import Scans

/// Ink that was taken off the page can have taken print with it.
struct TakenInkTests {
    private let settings = ScanSettings()

    /// As seen in a fresh design (seal-none): 21 was read as 1, its 2 under the ring of a seal.
    @Test func colourRightBesideAFigureMayHaveTakenADigit() throws {
        let one = PixelBox(x: 100, y: 100, width: 4, height: 16)
        let beside = PixelBox(x: 92, y: 90, width: 5, height: 40)
        #expect(try InkedPage.clean([one], seal: [beside]).isColoured(one, settings))
        #expect(try InkedPage.clean([one], stamps: [beside]).isColoured(one, settings))
        #expect(try !InkedPage.clean([one]).isColoured(one, settings))
        #expect(
            try !InkedPage.clean([one], seal: [PixelBox(x: 80, y: 90, width: 5, height: 40)]).isColoured(one, settings))
    }

    /// As seen in fresh designs (seal-horizontal, seal-none): strokes of a stamp's letters over 18 and over 0.
    @Test func aDashStandsAlone() throws {
        let dash = PixelBox(x: 100, y: 100, width: 16, height: 3)
        #expect(try !InkedPage.clean([dash]).isCrowded(dash, settings))
        #expect(try InkedPage.clean([dash, PixelBox(x: 112, y: 106, width: 8, height: 14)]).isCrowded(dash, settings))
        #expect(
            try InkedPage.clean([dash], stamps: [PixelBox(x: 90, y: 106, width: 30, height: 4)]).isCrowded(
                dash, settings))
        #expect(try !InkedPage.clean([dash, PixelBox(x: 140, y: 94, width: 8, height: 14)]).isCrowded(dash, settings))
        #expect(try !InkedPage.clean([dash, PixelBox(x: 100, y: 130, width: 8, height: 14)]).isCrowded(dash, settings))
    }

    /// A fax loses a stroke's thinnest place: what it parts from top to bottom is one piece. Digits side by side are two.
    @Test(arguments: [
        (PixelBox(x: 50, y: 57, width: 10, height: 6), 1), (PixelBox(x: 50, y: 60, width: 10, height: 6), 2),
        (PixelBox(x: 61, y: 50, width: 10, height: 6), 2),
    ])
    func closesBreaksInStrokes(other: PixelBox, pieces: Int) throws {
        let ink = [PixelBox(x: 50, y: 50, width: 10, height: 6), other]
        #expect(try InkedPage.clean(ink, isBilevel: true).pieces.count == pieces)
        // What is left of a thin stroke in grey is pale, and still there.
        #expect(try InkedPage.clean(ink).pieces.count == 2)
    }
}
