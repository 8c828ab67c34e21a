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
        let found = try #require(
            StrokeFinder(em: 26, pixelsPerPoint: 200.0 / 72, settings: ScanSettings()).strokes(in: ink)
        ).strokes
        #expect(found.count == 8)
        for level in levels {
            let stroke = found.min { abs($0.across(at: 600) - level) < abs($1.across(at: 600) - level) }
            for x in [100.0, 350, 600, 850, 1100] {
                let expected = level + climb * (x - 600) + 1
                #expect(abs(try #require(stroke).across(at: x) - expected) < 2, "line at \(level), place \(x)")
            }
        }
    }
}
