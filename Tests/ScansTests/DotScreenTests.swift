import LeptonicaBridge
import Testing

@testable import Scans

/// Paper that a scanner of two tones has made of dots.
struct DotScreenTests {
    private let screen = DotScreen(settings: ScanSettings())
    private let side = InkedPage.side

    /// A stroke four pixels thick on paper on which every so many pixels, on every other line, are black.
    private func page(dotsEvery step: Int) throws -> Picture {
        let dots = stride(from: 0, to: side, by: 2).flatMap { y in
            stride(from: y / 2 % step, to: side, by: step).map { PixelBox(x: $0, y: y, width: 1, height: 1) }
        }
        let stroke = PixelBox(x: 60, y: 98, width: 80, height: 4)
        let mask = try InkedPage.mask((step < side ? dots : []) + [stroke])
        return try #require(mask)
    }

    @Test func dotsOfThePaperAreItsGrey() throws {
        let dotted = try page(dotsEvery: 4)
        let grey = try #require(screen.grey(of: dotted))
        #expect(grey.depth == 8)
        let values = grey.greyValues(in: PixelBox(x: 20, y: 20, width: 160, height: 60))
        #expect((values.max() ?? 0) - (values.min() ?? 0) < 60, "\(values.min() ?? 0) to \(values.max() ?? 0)")
        let stroke = grey.greyValues(in: PixelBox(x: 70, y: 99, width: 60, height: 2))
        #expect((stroke.max() ?? 255) + 60 < (values.min() ?? 0))
    }

    @Test func paperThatIsWhiteOrGreyStaysAsItIs() throws {
        #expect(try screen.grey(of: page(dotsEvery: side)) == nil)
        #expect(try screen.grey(of: page(dotsEvery: 40)) == nil)
        #expect(try screen.grey(of: InkedPage.picture([])) == nil)
    }
}
