import ReportModel

/// Puts text that was read into a box, character by character, as Layout expects it from a page.
struct GlyphWriter {
    private(set) var glyphs: [Glyph] = []

    /// Spreads characters evenly over a box, or with their middles at the given shares of its width.
    mutating func write(_ text: String, in box: Box, middles: [Double] = [], fontSize: Double) {
        let scalars = Array(text.unicodeScalars)
        guard !scalars.isEmpty else { return }
        let pitch = box.width / Double(scalars.count)
        for (index, scalar) in scalars.enumerated() {
            var left = box.x + pitch * Double(index)
            var width = pitch
            if middles.count == scalars.count {
                let middle = box.x + box.width * middles[index]
                let before = index > 0 ? box.x + box.width * middles[index - 1] : box.x - (middle - box.x)
                let after =
                    index + 1 < middles.count
                    ? box.x + box.width * middles[index + 1] : box.maxX + (box.maxX - middle)
                left = max(box.x, (before + middle) / 2)
                width = max(0.1, min(box.maxX, (middle + after) / 2) - left)
            }
            glyphs.append(
                Glyph(
                    scalar: scalar, box: Box(x: left, y: box.y, width: width, height: box.height),
                    fontSize: Float(fontSize), font: -1))
        }
    }
}

extension String {
    /// Cut in proportion to widths.
    func parts(_ widths: [Double]) -> [String] {
        let characters = Array(self)
        let total = widths.reduce(0, +)
        var start = 0
        var width = 0.0
        return widths.enumerated().map { index, own in
            width += own
            let end =
                index == widths.count - 1 || total <= 0
                ? characters.count : min(characters.count, Int((Double(characters.count) * width / total).rounded()))
            defer { start = max(start, end) }
            return end > start ? String(characters[start..<end]) : ""
        }
    }
}
