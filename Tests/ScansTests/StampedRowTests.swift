import LeptonicaBridge
import Testing

@testable import Scans

/// As seen on a scan (seal-outer): a stamp laid askew over a row of a table without lines, its letters as large as those of
/// a heading.
@Suite struct StampedRowTests {
    private static let letters = [0, 30, 60].map { PixelBox(x: 70 + $0, y: 50 - $0 / 8, width: 24, height: 32) }

    /// What stands beside a heading is left over of it; a row with three figures beside is none of a heading's.
    @Test(arguments: [(1, false), (2, false), (3, true)])
    func aStampTakesNoRowAlong(figures: Int, isKept: Bool) throws {
        let row = [2, 34, 178].prefix(figures).map { PixelBox(x: $0, y: 58, width: 8, height: 14) }
        let elsewhere = PixelBox(x: 10, y: 120, width: 8, height: 14)
        let region = AlignedRegion(
            page: try InkedPage.clean(Self.letters + row + [elsewhere]), pieces: Self.letters + row + [elsewhere],
            settings: ScanSettings())
        let kept = region.runs.map(\.box)
        #expect(kept.contains(elsewhere))
        #expect(row.allSatisfy { figure in kept.contains(figure) == isKept }, "\(kept)")
    }

    /// As seen on a poor scan (hard150-none): what was left over in a table was read as prose, among its figures.
    @Test func nothingButAHeadingIsProseWithinATable() throws {
        let below = PixelBox(x: 10, y: 120, width: 8, height: 14)
        let pieces = Self.letters + [below]
        let region = AlignedRegion(page: try InkedPage.clean(pieces), pieces: pieces, settings: ScanSettings())
        let tables = TableStretches(bands: [30..<150], headings: region.headings)
        #expect(!tables.hold(45..<80))
        #expect(tables.hold(120..<134))
        #expect(!tables.hold(150..<170))
    }
}
