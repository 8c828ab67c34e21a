import LeptonicaBridge
import Testing

@testable import Scans

/// A grey seal is found by its ring and star, and goes; print under it stays.
struct PaleInkTests {
    private let em = 20.0
    private let side = 600

    /// - Parameter hairlines: whether bars of print go on as strokes of the seal's shade.
    private func page(
        seal: UInt8?, star: Bool = true, dark: UInt8? = nil, hairlines: Bool = false
    ) throws -> (grey: Picture, ink: Picture) {
        var grey = [UInt8](repeating: 230, count: side * side)
        if let seal {
            for y in 0..<side {
                for x in 0..<side {
                    let distance = ((x - 300) * (x - 300) + (y - 300) * (y - 300))
                    let isRing = distance > 150 * 150 && distance < 156 * 156
                    // Cut by lines of the table, as a ring is.
                    if isRing, y % 60 > 3 { grey[y * side + x] = y % 60 > 14 && y % 60 < 23 ? dark ?? seal : seal }
                    if star, distance < 25 * 25 { grey[y * side + x] = seal }
                }
            }
        }
        for row in 0..<9 {
            for column in 0..<9 {
                for y in 0..<16 { for x in 0..<4 { grey[(40 + row * 60 + y) * side + 50 + column * 60 + x] = 30 } }
                guard hairlines else { continue }
                for y in 13..<16 { for x in 4..<12 { grey[(40 + row * 60 + y) * side + 50 + column * 60 + x] = 120 } }
            }
        }
        let picture = try #require(Picture(width: side, height: side, grey: grey))
        return (picture, try #require(picture.inkBelow(182)))
    }

    private func finding(_ page: (grey: Picture, ink: Picture)) -> PaleInk.Finding? {
        PaleInk(em: em, settings: ScanSettings())
            .finding(grey: page.grey, ink: page.ink, pieces: page.ink.componentBoxes(limit: 1000))
    }

    @Test func aGreySealGoesAndPrintStays() throws {
        let sealed = try page(seal: 120)
        let found = try #require(finding(sealed))
        let pale = PaleInk(em: em, settings: ScanSettings())
        let mask = try #require(pale.mask(found, grey: sealed.grey, ink: sealed.ink))
        let rest = try #require(sealed.ink.subtracting(mask))
        // All of the print is there, and next to nothing else.
        let bars = try page(seal: nil).ink
        #expect(bars.subtracting(rest)?.inkCount == 0)
        #expect(rest.inkCount < bars.inkCount + 400)
    }

    /// As seen in a fresh design (seal-none): the diagonals of 2 went, within the ring and in other rows.
    @Test func thinStrokesOfPrintStay() throws {
        let sealed = try page(seal: 120, hairlines: true)
        let found = try #require(finding(sealed))
        let mask = try #require(
            PaleInk(em: em, settings: ScanSettings()).mask(found, grey: sealed.grey, ink: sealed.ink))
        let rest = try #require(sealed.ink.subtracting(mask))
        let print = try page(seal: nil, hairlines: true).ink
        // But for what lies under the ring and the star.
        let lost = try #require(print.subtracting(rest)).inkCount
        #expect(lost < 300)
        #expect(rest.inkCount < print.inkCount + 400)
    }

    /// As seen in a fresh design (seal-horizontal): what was left of a ring became a column of its own.
    @Test func theDarkestPartsOfASealGoWithIt() throws {
        let sealed = try page(seal: 120, dark: 72)
        let found = try #require(finding(sealed))
        #expect(found.level > 72)
        let mask = try #require(
            PaleInk(em: em, settings: ScanSettings()).mask(found, grey: sealed.grey, ink: sealed.ink))
        let bars = try page(seal: nil).ink
        let rest = try #require(sealed.ink.subtracting(mask))
        #expect(bars.subtracting(rest)?.inkCount == 0)
        #expect(rest.inkCount < bars.inkCount + 400)
    }

    @Test func aSealAsDarkAsPrintStays() throws { #expect(try finding(page(seal: 30)) == nil) }
    @Test func aPageWithoutOneHasNone() throws { #expect(try finding(page(seal: nil)) == nil) }
    @Test func strokesWithoutAStarAreNone() throws { #expect(try finding(page(seal: 120, star: false)) == nil) }
}
