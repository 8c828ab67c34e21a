import LeptonicaBridge
import Testing

@testable import Scans

/// Specks beside a figure: readers took them for a sign, a point or a digit more (hard150-none).
struct FigureInkTests {
    private let em = 20.0
    private let digit = PixelBox(x: 100, y: 100, width: 9, height: 16)

    private func figure(_ pieces: [PixelBox], _ small: [PixelBox]) -> FigureInk {
        let all = pieces + small
        return FigureInk(
            InkLine(box: all.dropFirst().reduce(all[0]) { $0.union($1) }, pieces: pieces, smallPieces: small), em: em)
    }

    private func box(_ small: PixelBox..., of pieces: [PixelBox]? = nil) -> PixelBox {
        figure(pieces ?? [digit], small).line.box
    }

    @Test func specksAreNoPartOfAFigure() {
        let specks = [PixelBox(x: 94, y: 112, width: 2, height: 3), PixelBox(x: 114, y: 102, width: 3, height: 2)]
        let figure = figure([digit], specks)
        #expect(figure.line.box.x == digit.x)
        #expect(figure.line.box.maxX == digit.maxX)
        #expect(figure.line.smallPieces.isEmpty)
        #expect(figure.dirt == specks)
    }

    @Test func aSignAndAPointAreNoSpecks() {
        #expect(box(PixelBox(x: 92, y: 107, width: 4, height: 2)).x == 92)
        #expect(box(PixelBox(x: 111, y: 113, width: 3, height: 3)).maxX == 114)
        let two = [digit, PixelBox(x: 116, y: 100, width: 9, height: 16)]
        #expect(figure(two, [PixelBox(x: 111, y: 113, width: 3, height: 3)]).line.smallPieces.count == 1)
    }

    @Test func whatMayBeLeftOfADigitIsNoSpeck() {
        // Too large; as high as a digit, in parts.
        #expect(box(PixelBox(x: 112, y: 102, width: 5, height: 2)).maxX == 117)
        let parts = [0, 5, 10].map { PixelBox(x: 112, y: 100 + $0, width: 3, height: 3) }
        #expect(figure([digit], parts).dirt.isEmpty)
    }

    /// As seen in a fresh design (fax-outer): a 4 whose stem alone held together was read as 1.
    @Test func aStemMayHaveLostTheRestOfItsDigit() {
        let stem = PixelBox(x: 106, y: 100, width: 4, height: 16)
        let speck = PixelBox(x: 101, y: 109, width: 3, height: 4)
        #expect(figure([stem], [speck]).dirt.isEmpty)
        #expect(figure([stem], [PixelBox(x: 94, y: 111, width: 3, height: 4)]).dirt.count == 1)
    }

    @Test func readersSeePaperInThePlaceOfSpecks() throws {
        let speck = PixelBox(x: 114, y: 102, width: 3, height: 2)
        let page = try InkedPage.clean([digit, speck])
        let crop = page.crop(figure([digit], [speck]))
        let dark = crop.grey.indices.filter { crop.grey[$0] < 100 }.map { $0 % crop.width }
        #expect(dark.allSatisfy { crop.left <= $0 && $0 < crop.right })
        #expect(dark.count == digit.width * digit.height)
    }
}
