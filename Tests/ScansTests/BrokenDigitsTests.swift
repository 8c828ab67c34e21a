import LeptonicaBridge
import Testing

@testable import Scans

/// Digits of which a fax has left small pieces alone.
struct BrokenDigitsTests {
    private static func joined(_ pieces: [PixelBox], em: Double = 37) -> [PixelBox] {
        BrokenDigits(em: em, settings: ScanSettings()).joined(pieces)
    }

    /// A lone 2: its hook, its neck, what is left between them, and its foot (fax-head).
    private static let two = [
        PixelBox(x: 830, y: 522, width: 1, height: 3), PixelBox(x: 832, y: 522, width: 6, height: 11),
        PixelBox(x: 824, y: 524, width: 3, height: 7), PixelBox(x: 830, y: 534, width: 2, height: 3),
        PixelBox(x: 824, y: 536, width: 13, height: 10),
    ]

    @Test func aDigitInPiecesIsOne() {
        let whole = PixelBox(x: 824, y: 522, width: 14, height: 24)
        #expect(Self.joined(Self.two) == [whole])
        // A whole digit beside it is another.
        let beside = PixelBox(x: 804, y: 522, width: 14, height: 24)
        #expect(Self.joined(Self.two + [beside]) == [beside, whole])
        // To a fine picture's eye they stand too far apart.
        #expect(Self.joined(Self.two, em: 16) == Self.two)
    }

    @Test func aFaxsDigitIsReadAsOne() throws {
        let ink = Self.two.map { PixelBox(x: $0.x - 700, y: $0.y - 400, width: $0.width, height: $0.height) }
        let finder = RunFinder(em: 37, settings: ScanSettings())
        #expect(finder.runs(of: ink).isEmpty)
        #expect(finder.runs(of: Self.joined(ink)).map(\.pieces.count) == [1])
    }

    /// Parts of a larger character, a row of points and a speck stay what they are.
    @Test func otherSmallInkStaysApart() {
        let roof = PixelBox(x: 815, y: 500, width: 32, height: 18)
        #expect(Self.joined(Self.two + [roof]).count == 6)
        let points = (0..<6).map { PixelBox(x: 800 + 7 * $0, y: 540, width: 4, height: 4) }
        #expect(Self.joined(points) == points)
        #expect(Self.joined([Self.two[1]]) == [Self.two[1]])
        #expect(Self.joined([]).isEmpty)
    }
}
