import LeptonicaBridge
import Testing

@testable import Scans

/// Grey stamps without a seal are found by their frames, and go; print under them stays.
struct StampFrameTests {
    private let em = 20.0
    private let side = 600

    /// A page of bars as print, lines of a table, and a stamp laid askew over both.
    ///
    /// - Parameters:
    ///   - stamp: its shade; nil for none.
    ///   - sides: how many of its four sides are there.
    private func page(stamp: UInt8?, sides: Int = 4) throws -> (grey: Picture, ink: Picture) {
        var grey = [UInt8](repeating: 230, count: side * side)
        func dot(_ x: Int, _ y: Int, _ shade: UInt8) { grey[y * side + x] = min(grey[y * side + x], shade) }
        if let stamp {
            let (right, down) = ((x: 280.0, y: 60.0), (x: -24.0, y: 112.0))
            let corners = [
                (150.0, 200.0), (150 + right.x, 200 + right.y), (150 + right.x + down.x, 200 + right.y + down.y),
                (150 + down.x, 200 + down.y),
            ]
            for number in 0..<sides {
                let (from, to) = (corners[number], corners[(number + 1) % 4])
                for step in 0...600 {
                    let share = Double(step) / 600
                    let (x, y) = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
                    for dy in 0..<5 { for dx in 0..<5 { dot(Int(x) + dx, Int(y) + dy, stamp) } }
                }
            }
        }
        for row in 0..<9 {
            for column in 0..<9 {
                for y in 0..<16 { for x in 0..<4 { dot(50 + column * 60 + x, 40 + row * 60 + y, 30) } }
            }
        }
        for line in stride(from: 70, to: 600, by: 60) { for x in 20..<580 { for y in 0..<3 { dot(x, line + y, 30) } } }
        let picture = try #require(Picture(width: side, height: side, grey: grey))
        return (picture, try #require(picture.inkBelow(182)))
    }

    private func finding(_ page: (grey: Picture, ink: Picture)) -> PaleInk.Finding? {
        PaleInk(em: em, settings: ScanSettings())
            .finding(grey: page.grey, ink: page.ink, pieces: bars)
    }

    private var bars: [PixelBox] {
        (0..<81).map { PixelBox(x: 50 + $0 % 9 * 60, y: 40 + $0 / 9 * 60, width: 4, height: 16) }
    }

    /// As seen in a fresh design (seal-full): 33 figures were in doubt for seven under a stamp.
    @Test func aGreyStampGoesAndPrintStays() throws {
        let stamped = try page(stamp: 120)
        let found = try #require(finding(stamped))
        let mask = try #require(
            PaleInk(em: em, settings: ScanSettings()).mask(found, grey: stamped.grey, ink: stamped.ink))
        let rest = try #require(stamped.ink.subtracting(mask))
        let print = try page(stamp: nil).ink
        #expect(print.subtracting(rest)?.inkCount == 0)
        #expect(rest.inkCount < print.inkCount + 300)
    }

    @Test func strokesWithoutAFrameStay() throws {
        #expect(try finding(page(stamp: 120, sides: 3)) == nil)
        #expect(try finding(page(stamp: nil)) == nil)
        #expect(try finding(page(stamp: 30)) == nil)
    }
}
