import ReportModel

/// How wide the spaces of a page's fonts are where that is unusual: in a typewriter font as wide as any letter.
struct FontSpaces {
    /// By font: one space and a little, in points, 0 where nothing is known.
    private var widths: [Double]

    init(_ page: Page) {
        var ranges = [(low: Double, high: Double, letters: Int)](
            repeating: (.infinity, 0, 0), count: page.fonts.count)
        for glyph in page.glyphs where glyph.scalar.isASCIILetter {
            let font = Int(glyph.font)
            guard ranges.indices.contains(font), glyph.box.height > 0 else { continue }
            // Relative to the size, since a font comes in several.
            let width = glyph.box.width / glyph.size
            ranges[font].low = min(ranges[font].low, width)
            ranges[font].high = max(ranges[font].high, width)
            ranges[font].letters += 1
        }
        var sizes = [Double](repeating: 0, count: page.fonts.count)
        for glyph in page.glyphs {
            if sizes.indices.contains(Int(glyph.font)) {
                sizes[Int(glyph.font)] = max(sizes[Int(glyph.font)], glyph.size)
            }
        }
        widths = zip(ranges, sizes).map { range, size in
            let isFixed = range.letters > 8 && range.high - range.low < 0.02 && range.low > 0.4
            // Less than two spaces.
            return isFixed ? 1.5 * range.high * size : 0
        }
    }

    /// The widest gap that can be one space of this font.
    func widest(_ font: Int32) -> Double {
        widths.indices.contains(Int(font)) ? widths[Int(font)] : 0
    }
}
