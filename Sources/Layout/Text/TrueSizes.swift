import ReportModel

/// Corrects fonts whose size says nothing: a Type 3 font is measured in units of its own, and its glyphs' boxes are
/// as tall as the largest of them could be. What a character is wide does not lie.
struct TrueSizes {
    /// By font, from 0: what its sizes are to be multiplied with; 1 where they can be believed.
    private var factors: [Float]
    private let needsNothing: Bool

    init(_ page: Page) {
        var evidence = [(size: Double, widths: Double)](repeating: (0, 0), count: page.fonts.count + 1)
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
            let font = Int(glyph.font) + 1
            // Rotated text has its advance in the height.
            let breadth = max(min(glyph.box.width, glyph.box.height), 0)
            guard evidence.indices.contains(font), glyph.size > 0, breadth.isFinite else { continue }
            evidence[font].size += width * glyph.size
            evidence[font].widths += breadth
        }
        factors = evidence.map { font in
            guard font.size > 0, font.widths > 0 else { return 1 }
            let factor = font.widths / font.size
            // A condensed font is no error: eu-027 has digits of 0.38 em.
            return (0.57...1.7).contains(factor) ? 1 : Float(factor)
        }
        needsNothing = factors.allSatisfy { $0 == 1 }
    }

    func applied(to page: Page) -> Page {
        guard !needsNothing else { return page }
        var page = page
        for index in page.glyphs.indices {
            let font = Int(page.glyphs[index].font) + 1
            guard factors.indices.contains(font), factors[font] != 1 else { continue }
            let size = page.glyphs[index].size * Double(factors[font])
            page.glyphs[index].fontSize = Float(size)
            let box = page.glyphs[index].box
            if box.height > 1.4 * size {
                page.glyphs[index].box = Box(x: box.x, y: box.midY - 0.6 * size, width: box.width, height: 1.2 * size)
            }
        }
        return page
    }
}
