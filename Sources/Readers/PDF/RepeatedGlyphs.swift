import ReportModel

/// Takes out characters that are drawn a second time a hair beside the first to look bold: read twice, a 1 would be 11.
enum RepeatedGlyphs {
    /// How far the second may stand from the first, in parts of the glyph's own size. Genuine neighbours of the same
    /// kind stand a whole width apart, half of it in the tightest fonts.
    private static let offset = 0.22

    static func removed(from glyphs: [Glyph], drawing: PageDrawing) -> [Glyph] {
        guard isAnythingShownTwice(drawing.textShows) else { return glyphs }
        var places = PlaceIndex()
        var result: [Glyph] = []
        result.reserveCapacity(glyphs.count)
        for glyph in glyphs {
            if glyph.scalar.properties.isWhitespace {
                result.append(glyph)
                continue
            }
            let isRepeated = places.candidates(x: glyph.box.midX, y: glyph.box.midY).contains { index in
                let other = result[index]
                return other.scalar == glyph.scalar
                    && abs(other.box.midX - glyph.box.midX) < offset * min(other.box.width, glyph.box.width)
                    && abs(other.box.midY - glyph.box.midY) < offset * min(other.box.height, glyph.box.height)
            }
            if isRepeated { continue }
            places.insert(result.count, x: glyph.box.midX, y: glyph.box.midY)
            result.append(glyph)
        }
        return result
    }

    /// Two strings that begin at nearly the same point; most pages have none, and need no second look.
    private static func isAnythingShownTwice(_ shows: [TextShow]) -> Bool {
        var places = PlaceIndex()
        for (index, show) in shows.enumerated() {
            let isNear = places.candidates(x: show.origin.x, y: show.origin.y).contains { other in
                abs(shows[other].origin.x - show.origin.x) < offset * show.fontSize
                    && abs(shows[other].origin.y - show.origin.y) < offset * show.fontSize
            }
            if isNear { return true }
            places.insert(index, x: show.origin.x, y: show.origin.y)
        }
        return false
    }

    /// Finds what stands near a point without looking at everything.
    private struct PlaceIndex {
        private static let square = 8.0
        private var squares: [Int64: [Int]] = [:]

        mutating func insert(_ index: Int, x: Double, y: Double) {
            squares[Self.key(x, y), default: []].append(index)
        }

        /// The nine squares around a point. A page may hold any number of strings at one point: the last few are
        /// enough to see a repetition.
        func candidates(x: Double, y: Double) -> [Int] {
            var found: [Int] = []
            for dx in [-1.0, 0, 1] {
                for dy in [-1.0, 0, 1] {
                    if let indices = squares[Self.key(x + dx * Self.square, y + dy * Self.square)] {
                        found += indices.suffix(64)
                    }
                }
            }
            return found
        }

        private static func key(_ x: Double, _ y: Double) -> Int64 {
            let column = Int64(max(-1e6, min(1e6, x / square)).rounded(.down))
            let row = Int64(max(-1e6, min(1e6, y / square)).rounded(.down))
            return column << 32 ^ (row & 0xFFFF_FFFF)
        }
    }
}
