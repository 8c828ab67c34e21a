import ReportModel

/// Takes out characters that are drawn a second time a hair beside the first to look bold: read twice, a 1 would be 11.
enum RepeatedGlyphs {
    /// How far the second may stand from the first, in parts of the glyph's own size. Genuine neighbours of the same
    /// kind stand a whole width apart, half of it in the tightest fonts.
    private static let offset = 0.22

    static func removed(from glyphs: [Glyph], drawing: PageDrawing) -> [Glyph] {
        guard isAnythingShownTwice(drawing.textShows) else { return glyphs }
        var places = PlaceIndex(capacity: glyphs.count)
        var result: [Glyph] = []
        result.reserveCapacity(glyphs.count)
        for glyph in glyphs {
            if glyph.scalar.isBlank {
                result.append(glyph)
                continue
            }
            let isRepeated = places.containsNear(x: glyph.box.midX, y: glyph.box.midY) { index in
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
        var places = PlaceIndex(capacity: shows.count)
        for (index, show) in shows.enumerated() {
            let isNear = places.containsNear(x: show.origin.x, y: show.origin.y) { other in
                abs(shows[other].origin.x - show.origin.x) < offset * show.fontSize
                    && abs(shows[other].origin.y - show.origin.y) < offset * show.fontSize
            }
            if isNear { return true }
            places.insert(index, x: show.origin.x, y: show.origin.y)
        }
        return false
    }
}
