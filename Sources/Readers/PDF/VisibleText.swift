import ReportModel

/// Sorts out characters that nobody reads as part of the text: white on white, watermarks across the page, and letters drawn twice.
enum VisibleText {
    static func glyphs(of glyphs: [Glyph], white: [Glyph], drawing: PageDrawing) -> [Glyph] {
        var result = SqueezedLabels(drawing).spread(in: glyphs)
        if !white.isEmpty {
            let visible = white.filter { glyph in
                let ground = drawing.areas.last { $0.box.contains(x: glyph.box.midX, y: glyph.box.midY) }
                return ground.map { !$0.isWhite } ?? false
            }
            result += visible
        }
        let slanted = drawing.textShows.filter { $0.isSlanted }
        if !slanted.isEmpty { result.removeAll { glyph in slanted.contains { $0.mayHold(glyph) } } }
        return RepeatedGlyphs.removed(from: result, drawing: drawing)
    }
}

extension TextShow {
    /// Neither along the lines of the page nor across: a watermark or a seal.
    var isSlanted: Bool { abs(direction.x) < 0.99 && abs(direction.y) < 0.99 }

    /// Whether the glyph stands on this string's line of writing, ahead of its start, in about its size.
    func mayHold(_ glyph: Glyph) -> Bool {
        let dx = glyph.box.midX - origin.x
        let dy = glyph.box.midY - origin.y
        let along = dx * direction.x + dy * direction.y
        let across = abs(dx * direction.y - dy * direction.x)
        guard along > -fontSize, across < fontSize * 1.1 else { return false }
        // A glyph of the page's own text is as wide as its font; a slanted one fills a larger upright box.
        return abs(Double(glyph.fontSize) - fontSize) < 0.15 * max(fontSize, Double(glyph.fontSize))
    }
}
