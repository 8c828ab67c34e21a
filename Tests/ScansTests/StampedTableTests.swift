import LeptonicaBridge
import Testing

@testable import Scans

/// A table with thick rulings, and what offices put over it.
struct StampedTableTests {
    private static let rows = [100, 180, 260, 340, 420, 500]
    private static let columns = [100, 400, 500, 600, 700, 800, 900, 1000, 1100]

    private struct Sheet {
        let width = 1200
        let height = 700
        var grey: [UInt8]

        init() {
            grey = [UInt8](repeating: 255, count: width * height)
            for y in StampedTableTests.rows { fill(100...1104, y...y + 4) }
            for x in StampedTableTests.columns { fill(x...x + 4, 100...504) }
        }

        mutating func fill(_ xs: ClosedRange<Int>, _ ys: ClosedRange<Int>) {
            for y in ys { for x in xs { dot(x, y) } }
        }

        /// Ink that print shows through.
        mutating func tint(_ xs: ClosedRange<Int>, _ ys: ClosedRange<Int>, _ shade: UInt8) {
            for y in ys { for x in xs { grey[y * width + x] = min(grey[y * width + x], shade) } }
        }

        mutating func dot(_ x: Int, _ y: Int) {
            guard (0..<width).contains(x), (0..<height).contains(y) else { return }
            grey[y * width + x] = 0
        }

        mutating func ring(_ x: Double, _ y: Double, radius: Double) {
            for row in 0..<height {
                for column in 0..<width {
                    let (dx, dy) = (Double(column) - x, Double(row) - y)
                    if abs((dx * dx + dy * dy).squareRoot() - radius) < 3 { dot(column, row) }
                }
            }
        }

        /// A line down the page that drifts to the right by a share of its length.
        mutating func side(from x: Int, _ y: Int, length: Int, drift: Double) {
            for step in 0..<length {
                for thickness in 0..<4 { dot(x + Int(drift * Double(step)) + thickness, y + step) }
            }
        }

        /// A line that climbs by a share of its length.
        mutating func edge(from x: Int, _ y: Int, length: Int, climb: Double) {
            for step in 0..<length {
                for thickness in 0..<4 { dot(x + step, y - Int(climb * Double(step)) + thickness) }
            }
        }
    }

    /// - Parameter seal: where a grey seal of the shade 120 lies.
    private func grid(_ sheet: Sheet, seal: [PixelBox] = []) throws -> TableGrid {
        let picture = try #require(Picture(width: sheet.width, height: sheet.height, grey: sheet.grey))
        let ink = try #require(picture.inkBelow(128))
        let pale =
            seal.isEmpty
            ? nil
            : PaleInk.Finding(body: try #require(picture.mask(of: seal)), level: 60, print: 0, boxes: seal)
        let page = PreparedPage(
            grey: picture, ink: ink, colour: nil, pale: pale, pixelsPerPoint: 200.0 / 72, em: 23,
            placing: .init(
                quarters: 0, angle: 0, width: Double(sheet.width), height: Double(sheet.height),
                pixelsPerPoint: 200.0 / 72))
        let grids = RulingFinder(settings: ScanSettings()).rulings(of: page).grids
        #expect(grids.count == 1)
        return try #require(grids.first)
    }

    private func isWhole(_ grid: TableGrid) -> Bool {
        func areSame(_ found: [Double], _ drawn: [Int]) -> Bool {
            found.count == drawn.count && zip(found, drawn).allSatisfy { abs($0 - Double($1 + 2)) < 4 }
        }
        return areSame(grid.rowEdges, Self.rows) && areSame(grid.columnEdges, Self.columns)
    }

    @Test func nothingOverIt() throws {
        #expect(isWhole(try grid(Sheet())))
    }

    /// As seen in a fresh design (seal-full): rows 1 and 2 of 其他处理 were read as one.
    @Test func theStarOfASealLiesOnARuling() throws {
        var sheet = Sheet()
        sheet.fill(622...688, 322...368)
        sheet.fill(722...788, 322...368)
        #expect(isWhole(try grid(sheet)))
    }

    @Test func theSideOfARingIsNoColumn() throws {
        var sheet = Sheet()
        sheet.ring(680, 300, radius: 170)
        #expect(isWhole(try grid(sheet)))
    }

    /// Dirt on the glass draws a line from edge to edge of the sheet.
    @Test func aStreakOverThePageIsNoColumn() throws {
        var sheet = Sheet()
        sheet.side(from: 760, 0, length: 700, drift: 0)
        sheet.side(from: 1180, 0, length: 700, drift: 0)
        #expect(isWhole(try grid(sheet)))
        // Cut out of its page, the table itself reaches from edge to edge.
        var tight = Sheet()
        tight.fill(100...104, 0...699)
        tight.fill(100...1104, 0...4)
        tight.fill(100...1104, 695...699)
        #expect(try grid(tight).rowEdges.count == Self.rows.count + 2)
    }

    @Test func theEdgesOfAStampLaidAskewAreNoRows() throws {
        var sheet = Sheet()
        sheet.edge(from: 560, 232, length: 280, climb: 0.13)
        sheet.edge(from: 575, 330, length: 280, climb: 0.13)
        #expect(isWhole(try grid(sheet)))
    }

    /// As seen in a fresh design (seal-full): the column headers were a column too many.
    @Test func theSideOfAStampThatHangsOutOfTheTableIsNoColumn() throws {
        var sheet = Sheet()
        sheet.side(from: 635, 400, length: 140, drift: 0.16)
        #expect(isWhole(try grid(sheet)))
    }

    /// As seen in the same: the head's rows were one, and the last rows.
    @Test func rulingsUnderAGreySealAreFound() throws {
        var sheet = Sheet()
        sheet.tint(300...1000, 150...212, 120)
        #expect(isWhole(try grid(sheet, seal: [PixelBox(x: 300, y: 150, width: 701, height: 63)])))
    }

    /// As seen in a fresh design (seal-horizontal): thin rulings are as pale as the seal.
    @Test func aLineGoesOnUnderWhatWasTakenOff() throws {
        func line(_ start: Int, _ end: Int) -> FollowedLine {
            FollowedLine(
                points: [.init(along: Double(start), across: 50), .init(along: Double(end), across: 50)],
                start: Double(start), end: Double(end), thickness: 2, longestStroke: Double(end - start),
                drawnLength: Double(end - start))
        }
        func picture(inked: Range<Int>) throws -> Picture {
            var grey = [UInt8](repeating: 255, count: 600 * 100)
            for y in 45...55 { for x in inked { grey[y * 600 + x] = 0 } }
            return try #require(Picture(width: 600, height: 100, grey: grey)?.inkBelow(128))
        }
        let joiner = LineJoiner(em: 20, settings: ScanSettings())
        let pieces = [line(0, 300), line(360, 600)]
        #expect(joiner.lines(pieces, gap: 12).count == 2)
        #expect(joiner.lines(pieces, gap: 12, covered: try picture(inked: 290..<370)).count == 1)
        #expect(joiner.lines(pieces, gap: 12, covered: try picture(inked: 290..<340)).count == 2)
    }
}
