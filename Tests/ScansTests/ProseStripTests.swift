import LeptonicaBridge
import Testing

@testable import Scans

struct ProseStripTests {
    private func line(_ y: Int, from x: Int) -> [PixelBox] {
        (0..<5).map { PixelBox(x: x + 12 * $0, y: y, width: 10, height: 10) }
    }

    private func symbol(_ x: Int, _ y: Int) -> TextSymbol {
        TextSymbol(text: "一", x: x, y: y, width: 10, height: 10, confidence: 1, startsLine: false)
    }

    @Test func whitePaperAndTablesAreLeftOut() throws {
        let table = PixelBox(x: 0, y: 200, width: 300, height: 400)
        let pieces =
            line(50, from: 100) + line(65, from: 40) + line(300, from: 0) + line(700, from: 100)
            + [PixelBox(x: 5, y: 900, width: 2, height: 2)]
        let strip = ProseStrip(of: pieces, runs: [], without: [table], em: 10, width: 300, height: 1000)
        var grey = [UInt8](repeating: 230, count: 300 * 1000)
        for (value, piece) in zip(UInt8(1)..., pieces) { grey[piece.y * 300 + piece.x] = value }
        let page = try #require(Picture(width: 300, height: 1000, grey: grey))
        let crop = try #require(strip.crop(page))
        // Ten around each: rows 40 to 85 and 690 to 720, columns 30 to 168.
        #expect(crop.height == 45 + 30)
        #expect(crop.width == 138)
        #expect(crop.grey[10 * 138 + 70] == 1)
        #expect(crop.grey[25 * 138 + 10] == 6)
        #expect(crop.grey[55 * 138 + 70] == 16)
        #expect(crop.grey.count { $0 != 230 } == 15)
        // And back.
        #expect((strip.placed(symbol(70, 10)).x, strip.placed(symbol(70, 10)).y) == (100, 50))
        #expect(strip.placed(symbol(10, 25)).y == 65)
        #expect(strip.placed(symbol(70, 55)).y == 700)
    }

    /// As seen on photographs (scan-photo): the edges of the sheet, and the desk beside it.
    @Test func whatStandsBesideAllTextIsLeftOut() throws {
        let first = line(50, from: 100)
        let second = line(90, from: 80)
        let runs = [first, second].map { pieces in
            InkLine(box: pieces.dropFirst().reduce(pieces[0]) { $0.union($1) }, pieces: pieces, smallPieces: [])
        }
        // Beside the text, above it as a long stroke, and a speck's run far to the right.
        let edges = [
            PixelBox(x: 10, y: 0, width: 6, height: 9), PixelBox(x: 90, y: 10, width: 60, height: 4),
            PixelBox(x: 250, y: 200, width: 8, height: 8),
        ]
        let speck = InkLine(box: edges[2], pieces: [edges[2]], smallPieces: [])
        let page = try #require(Picture(width: 300, height: 300, grey: [UInt8](repeating: 230, count: 300 * 300)))
        let strip = ProseStrip(
            of: first + second + edges, runs: runs + [speck], without: [], em: 10, width: 300, height: 300)
        let crop = try #require(strip.crop(page))
        // From ten above the first line to ten below the second, and no further to the sides.
        #expect((crop.width, crop.height) == (158 - 80 + 20, 30 + 30))
        #expect(strip.placed(symbol(10, 10)).x == 80)
    }

    @Test func nothingIsLeftOfATable() throws {
        let page = try #require(Picture(width: 10, height: 10, grey: [UInt8](repeating: 230, count: 100)))
        let whole = PixelBox(x: 0, y: 0, width: 10, height: 10)
        for pieces in [[], [PixelBox(x: 2, y: 2, width: 5, height: 5)]] {
            #expect(ProseStrip(of: pieces, runs: [], without: [whole], em: 5, width: 10, height: 10).crop(page) == nil)
        }
    }

    /// The engine gives the ink of a full stop, or half of a character; between columns the white stays.
    @Test func proseHasNoGaps() {
        let line = [symbol(0, 0), symbol(20, 0), symbol(31, 0), symbol(70, 0), symbol(60, 0)]
        #expect(OutsideTextReader.widths(of: line, em: 12) == [20, 11, 10, 10, 10])
    }
}
