import ReportModel

/// Marks digits that are none of the number they stand beside, in the way of `MarkedText`: the raised mark of a note,
/// digits with a line through them, and those of a watermark that runs over it.
enum MarkedGlyphs {
    static func marked(_ page: Page) -> Page {
        var page = page
        raise(&page.glyphs)
        part(&page.glyphs)
        strike(&page)
        return page
    }
}

// MARK: - Marks of notes

extension MarkedGlyphs {
    /// Browsers set the mark of a note in five sixths of the size, word processors in less than two thirds.
    private static let largestMark = 0.88
    /// How far its lower edge stands above the number's, and how close it follows, in ems of the number.
    private static let leastRise = 0.2
    private static let widestGap = 0.25

    private static func raise(_ glyphs: inout [Glyph]) {
        /// The last digit of a number, and the mark's own last one.
        var number: Glyph?
        var last: Glyph?
        for index in glyphs.indices {
            let glyph = glyphs[index]
            guard glyph.scalar.isPlainDigit else {
                number = nil
                continue
            }
            if let number, let last, isMark(glyph, of: number, behind: last) {
                glyphs[index].scalar = MarkedText.raised(glyph.scalar)
            } else {
                number = glyph
            }
            last = glyph
        }
    }

    private static func isMark(_ glyph: Glyph, of number: Glyph, behind last: Glyph) -> Bool {
        let em = Double(number.fontSize)
        let rise = number.box.maxY - glyph.box.maxY
        let gap = glyph.box.x - last.box.maxX
        return em > 0 && Double(glyph.fontSize) < largestMark * em
            && glyph.box.height < largestMark * number.box.height
            && rise > leastRise * em && rise < number.box.height && abs(gap) < widestGap * em
    }
}

// MARK: - Digits of other texts

extension MarkedGlyphs {
    /// Two numbers that ran together: whoever types one number changes its font halfway, or its size, but hardly both.
    private static func part(_ glyphs: inout [Glyph]) {
        let seen = glyphs.indices.filter { !glyphs[$0].scalar.isBlank }
        let seams = Set(zip(seen, seen.dropFirst()).filter { isSeam(glyphs[$0], glyphs[$1]) }.map(\.1))
        guard !seams.isEmpty else { return }
        glyphs = glyphs.enumerated().flatMap { index, glyph in
            guard seams.contains(index) else { return [glyph] }
            var seam = glyph
            seam.scalar = MarkedText.unknown
            seam.box = Box(x: seam.box.x, y: seam.box.y, width: 0, height: seam.box.height)
            return [seam, glyph]
        }
    }

    private static func isSeam(_ left: Glyph, _ right: Glyph) -> Bool {
        guard left.scalar.isPlainDigit, right.scalar.isPlainDigit, left.font != right.font else { return false }
        let em = Double(max(left.fontSize, right.fontSize))
        return abs(left.fontSize - right.fontSize) > 0.03 * max(left.fontSize, right.fontSize)
            && abs(right.box.x - left.box.maxX) < 2 * widestGap * em
            && min(left.box.maxY, right.box.maxY) > max(left.box.y, right.box.y)
    }
}

// MARK: - Lines through digits

extension MarkedGlyphs {
    /// The part of a character's height that a line through it crosses; an underline is lower.
    private static let middle = 0.35...0.68
    /// How far the line may reach over the text or leave it free at its ends, in ems. The lines of a table reach further.
    private static let endSlack = 0.35
    /// Lines through one place; whoever draws more has drawn a pattern.
    private static let mostLines = 8

    private static func strike(_ page: inout Page) {
        let lines = page.rulings.filter { $0.direction == .horizontal && !$0.isFillEdge && $0.length > 1 }
            .sorted { $0.position < $1.position }
        guard !lines.isEmpty else { return }
        var crossed: [Int: [Int]] = [:]
        for (index, glyph) in page.glyphs.enumerated() where !glyph.scalar.isBlank {
            let box = glyph.box
            let lowest = box.y + middle.upperBound * box.height
            var line = lines.firstPlace { $0.position >= box.y + middle.lowerBound * box.height }
            var seen = 0
            while line < lines.count, lines[line].position <= lowest, seen < mostLines {
                if lines[line].start < box.midX, lines[line].end > box.midX { crossed[line, default: []].append(index) }
                line += 1
                seen += 1
            }
        }
        var struck: Set<Int> = []
        for (line, glyphs) in crossed where isThrough(lines[line], glyphs.map { page.glyphs[$0] }) {
            struck.formUnion(glyphs.filter { page.glyphs[$0].scalar.isPlainDigit })
        }
        guard !struck.isEmpty else { return }
        page.glyphs = page.glyphs.enumerated().flatMap { index, glyph in
            guard struck.contains(index) else { return [glyph] }
            var line = glyph
            line.scalar = MarkedText.strike
            return [glyph, line]
        }
    }

    /// Does the line begin and end where the text that it crosses does?
    private static func isThrough(_ line: Ruling, _ glyphs: [Glyph]) -> Bool {
        guard let first = glyphs.map(\.box.x).min(), let last = glyphs.map(\.box.maxX).max(),
            let em = glyphs.map({ Double($0.fontSize) }).max()
        else { return false }
        return abs(line.start - first) < endSlack * em && abs(line.end - last) < endSlack * em
    }
}

extension Unicode.Scalar {
    fileprivate var isPlainDigit: Bool { ("0"..."9").contains(self) }
}

extension Array {
    /// The place of the first element that `isBehind` holds for, in an array where it holds for all that follow.
    fileprivate func firstPlace(_ isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let place = (low + high) / 2
            if isBehind(self[place]) { high = place } else { low = place + 1 }
        }
        return low
    }
}
