import LeptonicaBridge
import Testing

@testable import Scans

struct LabelReaderTests {
    /// Reads every crop as a word that is no label.
    private final class Reader: TextReader {
        var reads = 0

        func read(_ crop: InkCrop, mode: TextMode, scale: Double) -> [TextSymbol] {
            reads += 1
            return "检索查阅".map {
                TextSymbol(text: String($0), x: 0, y: 0, width: 9, height: 9, confidence: 0.5, startsLine: false)
            }
        }
    }

    /// How often a label is read that has so many pieces of ink in each of its lines.
    private func reads(_ lines: [Int], apart: Int) throws -> (reads: Int, text: Int) {
        let em = 20
        let pitch = max(25, apart - 100)
        let boxes = lines.enumerated().map { row, count in
            (0..<count).map { PixelBox(x: 5 + apart * $0, y: 5 + row * pitch, width: 18, height: 18) }
        }
        let width = 40 + apart * (lines.max() ?? 0)
        let height = 40 + pitch * lines.count
        let blank = [UInt8](repeating: 230, count: width * height)
        let grey = try #require(Picture(width: width, height: height, grey: blank))
        let prepared = PreparedPage(
            grey: grey, ink: try #require(grey.inkBelow(100)), colour: nil, pale: nil, pixelsPerPoint: 2,
            em: Double(em),
            placing: .init())
        let page = CleanPage(
            prepared, rulings: .init(grids: [], loose: LineGroup(), mask: nil), settings: ScanSettings())
        let reader = Reader()
        let label = LabelReader(page: page, reader: reader, settings: ScanSettings()).label(
            boxes.map { pieces in
                InkLine(box: pieces.dropFirst().reduce(pieces[0]) { $0.union($1) }, pieces: pieces, smallPieces: [])
            })
        return (reader.reads, label.symbols.count)
    }

    @Test func whatIsNoLabelIsTriedAtEveryHeight() throws {
        #expect(try reads([6], apart: 20) == (ScanSettings().labelHeights.count, 4))
    }

    @Test func aParagraphIsReadOnce() throws {
        #expect(try reads([90, 90, 90], apart: 20) == (1, 4))
    }

    /// Shadows at the edge of a photographed sheet.
    @Test func blotsFarApartAreNotRead() throws {
        #expect(try reads([3, 2, 3], apart: 400) == (0, 0))
    }
}
