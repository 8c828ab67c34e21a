import LeptonicaBridge
import Testing

@testable import Scans

struct StrokeTests {
    /// Lines that climb reach into each other's boxes; each has to be followed by itself.
    @Test(arguments: [-0.06, -0.03, 0.03, 0.06])
    func followsLinesThatClimb(climb: Double) throws {
        let width = 1200
        let height = 400
        var grey = [UInt8](repeating: 255, count: width * height)
        let levels = stride(from: 120.0, to: 300, by: 24)
        for x in 50..<1150 {
            for level in levels {
                let y = Int(level + climb * Double(x - 600))
                for line in y...y + 1 { grey[line * width + x] = 0 }
            }
        }
        let picture = try #require(Picture(width: width, height: height, grey: grey))
        let ink = try #require(picture.inkBelow(128))
        let finder = StrokeFinder(em: 26, pixelsPerPoint: 200.0 / 72, settings: ScanSettings(), longSideInk: 0.14)
        let found = finder.strokes(in: try #require(finder.mask(of: ink)), beside: ink)
        #expect(found.count == 8)
        for level in levels {
            let stroke = found.min { abs($0.across(at: 600) - level) < abs($1.across(at: 600) - level) }
            for x in [100.0, 350, 600, 850, 1100] {
                let expected = level + climb * (x - 600) + 1
                #expect(abs(try #require(stroke).across(at: x) - expected) < 2, "line at \(level), place \(x)")
            }
        }
    }

    /// The characters of narrow heads stand close to the rulings beside them.
    @Test func charactersBesideRulings() throws {
        let settings = ScanSettings()
        let width = 400
        // Three lines that begin and end together, and one of its own, each with ink along a fifth of both its sides.
        func rows(_ lines: [(y: Int, length: Int)], _ longSideInk: Double) throws -> [Int] {
            var grey = [UInt8](repeating: 255, count: width * 200)
            for (y, length) in lines {
                for x in 100..<100 + length {
                    for line in y...y + 1 { grey[line * width + x] = 0 }
                    if x % 10 < 2 { for line in [y - 4, y - 3, y + 4, y + 5] { grey[line * width + x] = 0 } }
                }
            }
            let picture = try #require(Picture(width: width, height: 200, grey: grey))
            let finder = StrokeFinder(em: 26, pixelsPerPoint: 2, settings: settings, longSideInk: longSideInk)
            let ink = try #require(picture.inkBelow(128))
            let strokes = finder.strokes(in: try #require(finder.mask(of: ink)), beside: ink)
            return strokes.map { Int($0.across(at: 120)) / 10 }.sorted()
        }
        let lines = [(y: 30, length: 200), (y: 70, length: 200), (y: 110, length: 200)]
        #expect(try rows(lines + [(y: 150, length: 160)], settings.sideInkDown) == [3, 7, 11])
        #expect(try rows(lines + [(y: 150, length: 160)], settings.sideInk) == [])
        // The edges of a stamp are two; short strokes are characters'.
        #expect(try rows([lines[0], lines[1]], settings.sideInkDown) == [])
        #expect(try rows(lines.map { ($0.y, 50) }, settings.sideInkDown) == [])
    }

    /// In low rows the rulings that cross a column's line, and the digits that stand against it, make up as much ink
    /// beside it as the strokes of characters do.
    @Test func rulingsThatCrossSpeakAgainstNone() throws {
        let settings = ScanSettings()
        let (width, height, em) = (400, 400, 20.0)
        var grey = [UInt8](repeating: 255, count: width * height)
        func fill(_ xs: Range<Int>, _ ys: Range<Int>) { for y in ys { for x in xs { grey[y * width + x] = 0 } } }
        let rows = Array(stride(from: 40, through: 360, by: 40))
        for y in rows { fill(40..<366, y..<y + 6) }
        // The first of the inner lines begins a row further down than the others: nothing else ends as it does.
        for (x, top) in [(40, 40), (120, 80), (200, 40), (280, 40), (360, 40)] { fill(x..<x + 6, top..<366) }
        for y in rows.dropFirst().dropLast() { fill(110..<118, y + 14..<y + 24) }
        let picture = try #require(Picture(width: width, height: height, grey: grey))
        let page = PreparedPage(
            grey: picture, ink: try #require(picture.inkBelow(128)), colour: nil, pale: nil, pixelsPerPoint: 150.0 / 72,
            em: em, placing: .init())
        let grids = RulingFinder(settings: settings).rulings(of: page).grids
        #expect(grids.first?.columnEdges.count == 5)
    }
}
