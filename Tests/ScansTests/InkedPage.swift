import LeptonicaBridge
import Testing

@testable import Scans

/// Pictures for tests: white paper of 200 × 200 pixels, inked where one wants it.
enum InkedPage {
    static let side = 200

    static func picture(_ boxes: [PixelBox], shade: UInt8 = 30) throws -> Picture {
        var grey = [UInt8](repeating: 230, count: side * side)
        for box in boxes { for y in box.y..<box.maxY { for x in box.x..<box.maxX { grey[y * side + x] = shade } } }
        return try #require(Picture(width: side, height: side, grey: grey))
    }

    static func mask(_ boxes: [PixelBox]) throws -> Picture? {
        boxes.isEmpty ? nil : try picture(boxes).inkBelow(100)
    }

    /// A page whose characters are 20 pixels high.
    static func clean(
        _ ink: [PixelBox], shade: UInt8 = 30, seal: [PixelBox] = [], stamps: [PixelBox] = [],
        isBilevel: Bool = false
    ) throws -> CleanPage {
        let grey = try picture(ink, shade: shade)
        let prepared = PreparedPage(
            grey: grey, ink: try #require(grey.inkBelow(100)), colour: try mask(seal), pale: nil, pixelsPerPoint: 2,
            em: 20, placing: .init(), isBilevel: isBilevel)
        var rulings = RulingFinder.Result(grids: [], loose: LineGroup(), mask: nil)
        rulings.strays = try mask(stamps)
        return CleanPage(prepared, rulings: rulings, settings: ScanSettings())
    }
}
