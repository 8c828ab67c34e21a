import ReportModel

/// Spreads vertical labels whose characters were printed over each other, each a little below the one before.
///
/// A font without the measures of vertical text makes a renderer do so with all characters of 三、本年度办理结果, or with
/// some of them.
enum SqueezedLabels {
    static func spread(on page: Page) -> Page {
        let lone = page.glyphs.indices.filter { isLone($0, page.glyphs) }
        guard lone.count > 2 else { return page }
        var page = page
        let order = lone.sorted {
            (page.glyphs[$0].box.midX, page.glyphs[$0].box.midY) < (page.glyphs[$1].box.midX, page.glyphs[$1].box.midY)
        }
        var label: [Int] = []
        for index in order {
            if let last = label.last, !follows(page.glyphs[index], page.glyphs[last]) {
                spread(label, of: &page)
                label = []
            }
            label.append(index)
        }
        spread(label, of: &page)
        return page
    }

    /// Does nothing stand beside it, of what is before and behind it in the text?
    private static func isLone(_ index: Int, _ glyphs: [Glyph]) -> Bool {
        let glyph = glyphs[index]
        guard glyph.scalar.isWide, glyph.box.isFinite else { return false }
        return [index - 1, index + 1].allSatisfy { other in
            guard glyphs.indices.contains(other), !glyphs[other].scalar.isBlank else { return true }
            let gap = max(glyphs[other].box.x - glyph.box.maxX, glyph.box.x - glyphs[other].box.maxX)
            return abs(glyphs[other].box.midY - glyph.box.midY) > 0.5 * glyph.size || gap > glyph.size
                || gap < -0.9 * glyph.size
        }
    }

    /// Below it, no further than a vertical label's next character.
    private static func follows(_ glyph: Glyph, _ last: Glyph) -> Bool {
        let pitch = glyph.box.midY - last.box.midY
        return abs(glyph.box.midX - last.box.midX) < 0.01 * glyph.size && pitch > 0 && pitch < 2.6 * glyph.size
            && abs(glyph.size - last.size) < 0.01 * glyph.size
    }

    /// One em for each character, where any stands over its neighbour.
    private static func spread(_ label: [Int], of page: inout Page) {
        guard label.count > 2 else { return }
        let boxes = label.map { page.glyphs[$0].box }
        let size = page.glyphs[label[0]].size
        guard zip(boxes, boxes.dropFirst()).contains(where: { $1.midY - $0.midY < 0.5 * size }),
            let outline = Box.around(boxes)
        else { return }
        let top = outline.midY - 0.5 * size * Double(label.count)
        for (place, index) in label.enumerated() {
            page.glyphs[index].box = Box(
                x: boxes[place].x, y: top + Double(place) * size, width: boxes[place].width, height: size)
        }
    }
}
