import LeptonicaBridge
import Testing

@testable import Scans

struct DigitSeamsTests {
    private func boxes(_ pieces: [PixelBox], ink: [PixelBox], around middles: [Double]) throws -> [PixelBox] {
        let line = InkLine(box: pieces.dropFirst().reduce(pieces[0]) { $0.union($1) }, pieces: pieces, smallPieces: [])
        return try DigitSeams(page: InkedPage.clean(ink), line: line).boxes(around: middles)
    }

    /// As seen in fresh designs (fax-outer): nothing was left of a 0 but its two sides.
    @Test func theHalvesOfADigitArePutTogether() throws {
        let halves = [PixelBox(x: 100, y: 100, width: 4, height: 16), PixelBox(x: 107, y: 100, width: 4, height: 16)]
        let five = PixelBox(x: 114, y: 100, width: 9, height: 16)
        #expect(
            try boxes(halves + [five], ink: halves + [five], around: [0.22, 0.8])
                == [PixelBox(x: 100, y: 100, width: 11, height: 16), five])
    }

    /// As seen in fresh designs (hard150-head): 88, 55, 17.
    @Test func digitsThatTouchAreCutWhereThereIsLeastInk() throws {
        let ink = [
            PixelBox(x: 100, y: 100, width: 8, height: 16), PixelBox(x: 108, y: 114, width: 2, height: 2),
            PixelBox(x: 110, y: 100, width: 12, height: 16),
        ]
        let whole = PixelBox(x: 100, y: 100, width: 22, height: 16)
        let boxes = try boxes([whole], ink: ink, around: [0.2, 0.75])
        #expect(boxes.map(\.x) == [100, 109])
        #expect(boxes.map(\.maxX) == [109, 122])
    }

    @Test func aDigitWithoutInkIsNone() throws {
        let one = PixelBox(x: 100, y: 100, width: 8, height: 16)
        #expect(try boxes([one], ink: [one], around: [0.5, 4]).isEmpty)
        #expect(try boxes([one], ink: [one], around: []).isEmpty)
    }
}
