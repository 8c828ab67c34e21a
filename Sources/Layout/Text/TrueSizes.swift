import ReportModel

/// Corrects fonts whose size says nothing: a Type 3 font is measured in units of its own, and its glyphs' boxes are
/// as tall as the largest of them could be. What a character is wide does not lie.
struct TrueSizes {
    /// A font may stand for several that have no names, each with units of its own: unruled-chromium-any32 of seed 110.
    private struct Face: Hashable {
        var font: Int32
        var size: Float

        init(_ glyph: Glyph) {
            font = glyph.font
            size = glyph.fontSize
        }
    }

    /// What the sizes that cannot be believed are to be multiplied with.
    private var factors: [Face: Float] = [:]

    /// Characters' widths added up, in ems as they should be and in points as they are.
    private struct Evidence {
        var ems = 0.0
        var size = 0.0
        var points = 0.0

        mutating func add(_ width: Double, _ size: Double, _ breadth: Double) {
            ems += width
            self.size += width * size
            points += breadth
        }

        /// Nil where the size can be believed. A condensed font is no error: eu-027 has digits of 0.38 em.
        var factor: Float? {
            guard size > 0, points > 0 else { return nil }
            return (0.57...1.7).contains(points / size) ? nil : Float(points / size)
        }
    }

    /// Fewer ems of one size tell nothing: an i is no character of half an em. All of its font do.
    private static let fewestEms = 4.0

    init(_ page: Page) {
        var faces: [Face: Evidence] = [:]
        var fonts: [Int32: Evidence] = [:]
        for glyph in page.glyphs {
            // A Chinese character is one em wide, a digit about half of one in nearly every font.
            let width: Double
            if glyph.scalar.isWide {
                width = 1
            } else if glyph.scalar.isDigit || glyph.scalar.isASCIILetter {
                width = 0.53
            } else {
                continue
            }
            // Rotated text has its advance in the height.
            let breadth = max(min(glyph.box.width, glyph.box.height), 0)
            guard glyph.size > 0, breadth.isFinite else { continue }
            faces[Face(glyph), default: Evidence()].add(width, glyph.size, breadth)
            fonts[glyph.font, default: Evidence()].add(width, glyph.size, breadth)
        }
        for (face, evidence) in faces {
            factors[face] = evidence.ems < Self.fewestEms ? fonts[face.font]?.factor : evidence.factor
        }
    }

    func applied(to page: Page) -> Page {
        guard !factors.isEmpty else { return page }
        var page = page
        for index in page.glyphs.indices {
            guard let factor = factors[Face(page.glyphs[index])] else { continue }
            let size = page.glyphs[index].size * Double(factor)
            page.glyphs[index].fontSize = Float(size)
            let box = page.glyphs[index].box
            if box.height > 1.4 * size {
                page.glyphs[index].box = Box(x: box.x, y: box.midY - 0.6 * size, width: box.width, height: 1.2 * size)
            }
        }
        return page
    }
}
