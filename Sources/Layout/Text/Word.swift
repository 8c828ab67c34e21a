import ReportModel

/// Glyphs that touch each other on one line: the unit that is placed into cells and lines.
struct Word {
    /// How its glyphs follow each other.
    enum Direction: UInt8 {
        case rightwards, upwards, downwards
    }

    /// The glyphs, by index into the page's.
    var glyphs: Range<Int>
    var box: Box
    /// In points.
    var size: Double
    var direction: Direction
    /// The reader gave white space in front of it.
    var followsSpace: Bool
    /// Dots that lead the eye from a label to its value.
    var isLeader = false
    /// The glyphs of a word that was put together from several, which need not stand together in the page's.
    var parts: [Range<Int>]?

    /// The box as seen by somebody who reads the word upright: x along the text, y across it.
    func uprightBox(_ direction: Direction) -> Box {
        switch direction {
        case .rightwards: box
        case .upwards: Box(x: -box.maxY, y: box.x, width: box.height, height: box.width)
        case .downwards: Box(x: box.y, y: -box.maxX, width: box.height, height: box.width)
        }
    }
}

extension Page {
    /// The size of the ordinary text, in points: the median over the glyphs, 10 on a page without any.
    var bodySize: Double {
        var counts = [Int](repeating: 0, count: 256)
        var total = 0
        for glyph in glyphs where !glyph.scalar.isBlank {
            counts[Int((glyph.size * 2).clamped(to: 0...255))] += 1
            total += 1
        }
        var seen = 0
        for (size, count) in counts.enumerated() {
            seen += count
            if count > 0, seen * 2 >= total { return max(Double(size) / 2 + 0.25, 1) }
        }
        return 10
    }
}

extension Glyph {
    /// The font size; where the reader does not know it, what the box says.
    var size: Double {
        if fontSize > 0.5, fontSize < 1000 { return Double(fontSize) }
        let height = box.height * 0.85
        return height.isFinite ? height.clamped(to: 1...200) : 1
    }

    /// May two characters stand on one line of text? The boxes of some fonts are much higher than their lines; those of
    /// one font have one middle there.
    func isOnLine(of other: Glyph) -> Bool {
        let reach = font == other.font && size == other.size ? 0.25 : 0.5
        return abs(box.midY - other.box.midY) < reach * max(size, other.size)
    }
}
