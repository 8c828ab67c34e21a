import ReportModel

/// glyphs → words
struct WordFinder {
    private let glyphs: [Glyph]
    private let settings: LayoutSettings
    /// Spaces that the file does not write where they stand, by x. Browsers write those of a row of headings behind it.
    private let strays: [Box]

    init(_ page: Page, _ settings: LayoutSettings) {
        glyphs = page.glyphs
        self.settings = settings
        strays = glyphs.indices.lazy.filter { [glyphs] index in
            let box = glyphs[index].box
            guard glyphs[index].scalar.isBlank, box.isFinite, box.width > 0, index > 0 else { return false }
            let last = glyphs[index - 1].box
            return abs(box.midY - last.midY) > 0.5 * box.height || abs(box.x - last.maxX) > box.width
        }.prefix(Self.mostStrays).map { [glyphs] in glyphs[$0].box }.sorted { $0.x < $1.x }
    }

    /// More stand in no file but one that was made to keep programs busy.
    private static let mostStrays = 2000

    func words() -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(glyphs.count / 3)
        var space = true
        for (index, glyph) in glyphs.enumerated() {
            if glyph.scalar.isBlank {
                space = true
                continue
            }
            guard glyph.box.isFinite else { continue }
            if !space, let last = words.indices.last, extend(&words[last], with: index, glyph) { continue }
            words.append(
                Word(
                    glyphs: index..<index + 1, box: glyph.box, size: glyph.size, direction: .rightwards,
                    followsSpace: space))
            space = false
        }
        return Leaders.marked(words, glyphs)
    }

    /// Takes the glyph into the word if it follows the word's last glyph closely in the word's direction. The second
    /// glyph settles the direction.
    private func extend(_ word: inout Word, with index: Int, _ glyph: Glyph) -> Bool {
        guard index == word.glyphs.upperBound else { return false }
        let last = glyphs[index - 1].box
        let box = glyph.box
        let em = min(word.size, glyph.size)
        // A number right behind a text may be the next cell's.
        let endsText = glyphs[index - 1].scalar.isWide && (glyph.scalar.isDigit || glyph.scalar.isFiller)
        let gap = (endsText ? settings.cellGap : settings.wordGap) * em
        let isFirstStep = word.glyphs.count == 1
        let sharedHeight = min(last.maxY, box.maxY) - max(last.y, box.y)
        if isFirstStep || word.direction == .rightwards,
            sharedHeight > 0.4 * min(last.height, box.height), glyph.isOnLine(of: glyphs[index - 1]),
            box.midX > last.midX - 0.1 * em,
            box.x - last.maxX <= gap, last.maxX - box.x <= 0.6 * em, !isOtherLine(box, last, index, em),
            box.x - last.maxX <= settings.spaceGap * em || !isParted(last, from: box)
        {
            word.direction = .rightwards
        } else if isFirstStep || word.direction == .downwards, abs(box.midX - last.midX) < 0.35 * em,
            box.midY > last.midY, abs(box.y - last.maxY) <= gap
        {
            word.direction = .downwards
        } else if isFirstStep || word.direction == .upwards, abs(box.midX - last.midX) < 0.35 * em,
            box.midY < last.midY, abs(last.y - box.maxY) <= gap
        {
            word.direction = .upwards
        } else {
            return false
        }
        word.glyphs = word.glyphs.lowerBound..<index + 1
        word.box = word.box.union(box)
        word.size = max(word.size, glyph.size)
        return true
    }

    /// Does a space stand between two characters on one line?
    private func isParted(_ left: Box, from right: Box) -> Bool {
        var low = 0
        var high = strays.count
        while low < high {
            let middle = (low + high) / 2
            if strays[middle].midX < left.maxX { low = middle + 1 } else { high = middle }
        }
        return strays[low...].prefix { $0.midX < right.x }.contains { $0.y < left.midY && left.midY < $0.maxY }
    }

    /// Characters of one font that reach over each other stand on one line only if their heights are the same: the comma
    /// of a vertical label reaches over the next cell's text.
    private func isOtherLine(_ box: Box, _ last: Box, _ index: Int, _ em: Double) -> Bool {
        let isOneFont = glyphs[index].font == glyphs[index - 1].font && glyphs[index].size == glyphs[index - 1].size
        return isOneFont && last.maxX - box.x > settings.overlap * em
            && abs(box.midY - last.midY) > settings.lineOffset * em
    }
}

extension Box {
    var isFinite: Bool { x.isFinite && y.isFinite && width.isFinite && height.isFinite }
}
