import GxTestSupport
import LeptonicaBridge
import ReportModel
import SystemBridge
import TesseractBridge
import Testing

@testable import Scans

/// The real libraries, on little pictures.
struct EngineTests {
    @Test func aMissingLanguageIsNamed() {
        #expect(throws: TesseractFailure.languageMissing("tlh_klingon")) {
            try TesseractEngine(language: "tlh_klingon")
        }
    }

    @Test func bytesThatAreNoPictureAreDamaged() {
        for bytes in [[], [0x89, 0x50, 0x4E, 0x47], [0x49, 0x49, 0x2A, 0], [UInt8](repeating: 7, count: 500)] {
            #expect(throws: PictureFailure.self) { try Picture.decoding(SharedBytes(bytes)) }
        }
    }

    @Test func aPictureSurvivesItsFile() throws {
        let grey = (0..<48).map { UInt8($0 * 5) }
        let picture = try #require(Picture(width: 8, height: 6, grey: grey))
        let read = try Picture.decoding(SharedBytes(picture.png))
        #expect(read.greyValues(in: PixelBox(x: 0, y: 0, width: 8, height: 6)) == grey)
        // What lies outside is paper.
        #expect(read.greyValues(in: PixelBox(x: 7, y: 5, width: 2, height: 2)) == [grey[47], 255, 255, 255])
        // Wholly below the picture.
        #expect(read.greyValues(in: PixelBox(x: 0, y: 9, width: 2, height: 1)) == [255, 255])
    }

    /// A line that is poor, and no negative, costs its time but once where nobody asks for negatives.
    @Test func negativesAreReadOnlyWhereTheyAreAskedFor() throws {
        let line = try #require(InkCrop.sideBySide([Drawing.ring, Drawing.bar, Drawing.ring]))
        let negative = try #require(
            Picture(width: line.width, height: line.height, grey: line.grey.map { 255 - $0 }))
        func text(readsNegatives: Bool) throws -> String {
            let engine = try TesseractEngine(
                language: "eng", characters: "0123456789", readsNegatives: readsNegatives)
            return engine.symbols(in: negative, resolution: 200, mode: .line).map(\.text).joined()
        }
        #expect(try text(readsNegatives: true) == "010")
        #expect(try text(readsNegatives: false) != "010")
    }

    /// Prose is set narrower for the engine; where its characters stand is told of the page all the same.
    @Test(arguments: [1.0, 1.6]) func charactersOfProseStandWhereTheyAre(scale: Double) throws {
        let row = try #require(
            InkCrop.sideBySide((0..<12).flatMap { _ in [Drawing.ring, Drawing.bar, Drawing.ring] }))
        let reader = try TesseractTextReader(language: "chi_sim")
        let symbols = reader.read(row, mode: .page, scale: scale)
        #expect(symbols.count > 20)
        let columns = (0..<row.width).filter { x in (0..<row.height).contains { row.grey[$0 * row.width + x] < 100 } }
        let (left, right) = (try #require(columns.first), try #require(columns.last))
        #expect(abs(try #require(symbols.first).x - left) <= 4)
        #expect(abs(try #require(symbols.last.map { $0.x + $0.width }) - right) <= 4)
    }

    /// A table of rings and bars, drawn line by line, then turned by a degree.
    @Test(arguments: [0.0, 0.017, -0.026]) func readsADrawnTable(angle: Double) throws {
        let page = try drawnPage(angle: angle)
        let reader = PageReader(readers: try ReaderSet.onThisMachine(), readsProse: false)
        let scanned = try #require(reader.read(page))
        let figures = scanned.readings.filter { $0.cell != nil }.map(\.text)
        #expect(figures == ["0", "1", "0", "1", "0", "1", "0", "1", "0", "1", "0", "1"])
        #expect(scanned.readings.allSatisfy { $0.strength > .weak })
        #expect(scanned.page.rulings.count == 9)
        #expect(scanned.page.method == .ocr)
    }

    /// A table with a frame and nothing inside: its labels are no cell's (scan-frame).
    @Test func aPageThatStandsOnItsHeadIsTurned() throws {
        let file = try #require(FixtureDocument.all(withExtension: "webp").first { $0.name == "scan-frame" })
        let whole = try #require(try Picture.decoding(SharedBytes(file.bytes())).grey)
        let part = PixelBox(x: 0, y: 600, width: whole.width, height: 1000)
        let upright = try #require(Picture(width: part.width, height: part.height, grey: whole.greyValues(in: part)))
        let reader = PageReader(readers: try ReaderSet.onThisMachine(), readsProse: false)
        let turned = PagePicture(
            number: 1, grey: try #require(upright.turned(quarters: 2)), colour: nil,
            pixelsPerPoint: (200 / 72, 200 / 72))
        let texts = try #require(reader.read(turned)).readings.map(\.text)
        #expect(["1459", "432", "1697", "71"].allSatisfy(texts.contains))
    }

    private func drawnPage(angle: Double) throws -> PagePicture {
        let width = 1240
        let height = 1754
        var grey = [UInt8](repeating: 250, count: width * height)
        func fill(_ xs: Range<Int>, _ ys: Range<Int>) { for y in ys { for x in xs { grey[y * width + x] = 25 } } }
        for row in 0...4 { fill(200..<1002, 300 + row * 80..<303 + row * 80) }
        for column in 0...3 { fill(200 + column * 266..<203 + column * 266, 300..<623) }
        for row in 0..<4 {
            for column in 0..<3 {
                let crop = (row * 3 + column) % 2 == 0 ? Drawing.ring : Drawing.bar
                for y in 0..<crop.height {
                    for x in 0..<crop.width where crop.grey[y * crop.width + x] < 100 {
                        grey[(316 + row * 80 + y) * width + 310 + column * 266 + x] = 25
                    }
                }
            }
        }
        let flat = try #require(Picture(width: width, height: height, grey: grey))
        let turned = angle == 0 ? flat : try #require(flat.rotated(by: angle))
        return PagePicture(number: 1, grey: turned, colour: nil, pixelsPerPoint: (150 / 72, 150 / 72))
    }
}
