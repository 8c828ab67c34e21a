import ReportModel

/// Rows of dots between a label and its value, set close or with spaces: no text, but they must not fuse the two.
enum Leaders {
    static func marked(_ words: [Word], _ glyphs: [Glyph]) -> [Word] {
        guard words.contains(where: { isDotted($0, glyphs) }) else { return words }
        var result: [Word] = []
        result.reserveCapacity(words.count + 16)
        for word in words { append(word, glyphs, to: &result) }
        markSpaced(&result, glyphs)
        return result
    }

    private static func isDotted(_ word: Word, _ glyphs: [Glyph]) -> Bool {
        guard isDot(glyphs[word.glyphs.upperBound - 1].scalar) || isDot(glyphs[word.glyphs.lowerBound].scalar) else {
            // Dots in the middle, with the value set against them.
            return word.glyphs.count > 5 && longestRow(word, glyphs).count > 3
        }
        return true
    }

    private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "·" || scalar == "…" || scalar == "_" || scalar == "‥"
    }

    private static func longestRow(_ word: Word, _ glyphs: [Glyph]) -> Range<Int> {
        var best = word.glyphs.lowerBound..<word.glyphs.lowerBound
        var start = word.glyphs.lowerBound
        for index in word.glyphs {
            if !isDot(glyphs[index].scalar) { start = index + 1 }
            if index + 1 - start > best.count { best = start..<index + 1 }
        }
        return best
    }

    /// Cuts a word at four or more dots in a row.
    private static func append(_ word: Word, _ glyphs: [Glyph], to words: inout [Word]) {
        let row = word.direction == .rightwards ? longestRow(word, glyphs) : 0..<0
        guard row.count > 3 else {
            words.append(word)
            return
        }
        func piece(_ range: Range<Int>, isLeader: Bool) {
            guard !range.isEmpty else { return }
            var piece = word
            piece.glyphs = range
            piece.box = Box.around(range.lazy.map { glyphs[$0].box }) ?? word.box
            piece.followsSpace = word.followsSpace && range.lowerBound == word.glyphs.lowerBound
            piece.isLeader = isLeader
            words.append(piece)
        }
        piece(word.glyphs.lowerBound..<row.lowerBound, isLeader: false)
        piece(row, isLeader: true)
        piece(row.upperBound..<word.glyphs.upperBound, isLeader: false)
    }

    /// Words of one or two dots, at least three of them on one line.
    private static func markSpaced(_ words: inout [Word], _ glyphs: [Glyph]) {
        var start: Int?
        func isSpacedDot(_ word: Word) -> Bool {
            word.glyphs.count < 4 && word.glyphs.allSatisfy { isDot(glyphs[$0].scalar) }
        }
        for index in 0...words.count {
            if index < words.count, isSpacedDot(words[index]),
                start == nil || abs(words[index].box.midY - words[index - 1].box.midY) < 0.3 * words[index].size
            {
                start = start ?? index
                continue
            }
            if let first = start, index - first > 2 {
                for dot in first..<index { words[dot].isLeader = true }
            }
            start = index < words.count && isSpacedDot(words[index]) ? index : nil
        }
    }
}
