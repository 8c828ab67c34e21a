import LeptonicaBridge
import ReportModel
import Testing

@testable import Scans

struct LabelReaderTests {
    /// Reads every crop as one word, of itself none that is a label.
    private final class Reader: TextReader {
        var reads = 0
        var word = "检索查阅"

        func read(_ crop: InkCrop, mode: TextMode, scale: Double) -> [TextSymbol] {
            reads += 1
            return word.map {
                TextSymbol(text: String($0), x: 0, y: 0, width: 9, height: 9, confidence: 0.5, startsLine: false)
            }
        }
    }

    /// How often a label is read that has so many pieces of ink in each of its lines.
    private func reads(_ lines: [Int], apart: Int) throws -> (reads: Int, text: Int) {
        let reader = Reader()
        let pitch = max(25, apart - 100)
        let label = try labels(reader, width: 40 + apart * (lines.max() ?? 0), height: 40 + pitch * lines.count).label(
            lines.enumerated().map { row, count in
                let pieces = (0..<count).map { PixelBox(x: 5 + apart * $0, y: 5 + row * pitch, width: 18, height: 18) }
                return InkLine(
                    box: pieces.dropFirst().reduce(pieces[0]) { $0.union($1) }, pieces: pieces, smallPieces: [])
            })
        return (reader.reads, label.symbols.count)
    }

    private func labels(_ reader: Reader, width: Int, height: Int) throws -> LabelReader {
        LabelReader(page: try page(width: width, height: height), reader: reader, settings: ScanSettings())
    }

    private func page(width: Int, height: Int) throws -> CleanPage {
        let blank = [UInt8](repeating: 230, count: width * height)
        let grey = try #require(Picture(width: width, height: height, grey: blank))
        let prepared = PreparedPage(
            grey: grey, ink: try #require(grey.inkBelow(100)), colour: nil, pale: nil, pixelsPerPoint: 2,
            em: 20, placing: .init())
        return CleanPage(
            prepared, rulings: .init(grids: [], loose: LineGroup(), mask: nil), settings: ScanSettings())
    }

    /// Takes everything for a lone 4.
    private struct Fours: FigureReader {
        let name = "fours"
        func read(_ crop: InkCrop) -> FigureReadout { FigureReadout(text: crop.height < 30 ? "4" : "", confidence: 1) }
    }

    /// Its letters are written on one height, as those of other heads are, and what came off one of them is no figure.
    @Test func aStandingHeadIsOneLineOfTheTable() throws {
        let reader = Reader()
        reader.word = "结果纠正"
        func letters(_ x: Int) -> [PixelBox] { (0..<4).map { PixelBox(x: x, y: 5 + $0 * 25, width: 18, height: 18) } }
        func read(heads: [Int]) throws -> (readings: [CellReading], glyphs: [Glyph]) {
            let pieces = heads.flatMap(letters) + [PixelBox(x: heads[0] + 2, y: 60, width: 14, height: 9)]
            let text = AlignedTextReader(
                page: try page(width: 200, height: 120),
                readers: ReaderSet(network: Fours(), first: Fours(), second: Fours(), text: reader),
                settings: ScanSettings()
            ) { Box(x: Double($0.x), y: Double($0.y), width: Double($0.width), height: Double($0.height)) }
            var trust = GlyphTrust()
            var writer = GlyphWriter()
            let readings = text.read(
                pieces.map { InkLine(box: $0, pieces: [$0], smallPieces: []) }, trust: &trust, into: &writer)
            return (readings, writer.glyphs)
        }
        let found = try read(heads: [20, 80, 140])
        #expect(found.readings.map(\.text) == Array(repeating: "结果纠正", count: 12))
        #expect(
            String(String.UnicodeScalarView(found.glyphs.map(\.scalar))) == "结果纠正结果纠正结果纠正")
        #expect(found.glyphs.allSatisfy { $0.box.y == 5 && $0.box.height == 93 })
        // One alone is no head: it may be what a page's end left of a longer label.
        #expect(try read(heads: [20]).glyphs.contains { $0.box.height < 40 })
        reader.word = "本年增减"
        #expect(try read(heads: [20, 80, 140]).glyphs.allSatisfy { $0.box.height < 40 })
    }

    /// 总计 beside heads of four letters.
    private struct Heads: TextReader {
        func read(_ crop: InkCrop, mode: TextMode, scale: Double) -> [TextSymbol] {
            (crop.width < 60 ? "总计" : "结果纠正").map {
                TextSymbol(text: String($0), x: 0, y: 0, width: 9, height: 9, confidence: 0.5, startsLine: false)
            }
        }
    }

    /// As seen in fresh designs (hard150-none, fax-none, seal-none): 计 was taken for the first figure of the row below,
    /// and the others were lost.
    @Test func aShortHeadStandsBesideTheOthers() throws {
        func letters(_ x: Int) -> [PixelBox] { (0..<4).map { PixelBox(x: x, y: 5 + $0 * 25, width: 18, height: 18) } }
        let short = [PixelBox(x: 200, y: 30, width: 18, height: 18), PixelBox(x: 200, y: 57, width: 18, height: 12)]
        let value = PixelBox(x: 200, y: 110, width: 9, height: 12)
        let text = AlignedTextReader(
            page: try page(width: 240, height: 140),
            readers: ReaderSet(network: Fours(), first: Fours(), second: Fours(), text: Heads()),
            settings: ScanSettings()
        ) { Box(x: Double($0.x), y: Double($0.y), width: Double($0.width), height: Double($0.height)) }
        var trust = GlyphTrust()
        var writer = GlyphWriter()
        let pieces = [20, 80, 140].flatMap(letters) + short + [value]
        let found = text.read(
            pieces.map { InkLine(box: $0, pieces: [$0], smallPieces: []) }, trust: &trust, into: &writer)
        #expect(found.filter { $0.text == "4" }.map(\.box.y) == [110])
        #expect(found.filter { $0.text == "总计" }.count == 2)
    }

    /// A head of four characters one below the other, with a speck beside one of them (hard150-none).
    @Test func aSpeckBesideAStandingLabelIsNoneOfIt() throws {
        let reader = Reader()
        reader.word = "结果纠正"
        let lines = (0..<4).map { row in
            let piece = PixelBox(x: 20, y: 5 + row * 25, width: 18, height: 18)
            let speck = PixelBox(x: 6, y: 10 + row * 25, width: 3, height: 3)
            return InkLine(
                box: row == 2 ? piece.union(speck) : piece, pieces: [piece], smallPieces: row == 2 ? [speck] : [])
        }
        let labels = try labels(reader, width: 60, height: 120)
        #expect(labels.standing(lines, fewest: 4)?.text == "结果纠正")
        #expect(labels.standing(lines) == nil)
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
