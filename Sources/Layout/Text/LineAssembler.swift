import ReportModel

/// Words that stand on one line, from left to right as the text is read.
struct WordLine {
    var words: [Word]
    /// Upright: x along the text.
    var box: Box
    /// The number of ems from top to bottom that most of its words share.
    var size: Double
}

/// words → lines, geometrically: the order of the words in the file does not count.
struct LineAssembler {
    private let settings: LayoutSettings

    init(_ settings: LayoutSettings) {
        self.settings = settings
    }

    /// The lines from top to bottom, seen upright in the given direction.
    func lines(_ words: [Word], direction: Word.Direction = .rightwards) -> [WordLine] {
        var entries = words.map { (word: $0, box: $0.uprightBox(direction)) }
        entries.sort { ($0.box.midY, $0.box.x) < ($1.box.midY, $1.box.x) }
        var lines: [[(word: Word, box: Box)]] = []
        var top = 0.0
        var bottom = 0.0
        for entry in entries {
            // The middle of a word that belongs to the line lies within the middle part of the line's first words:
            // font boxes overlap from line to line, middles do not.
            let slack = 0.2 * min(bottom - top, entry.box.height)
            // Marks that are set higher, as those of notes are, come before the line that they stand on.
            let isUnderMarks =
                lines.last?.allSatisfy { $0.word.size < settings.markSize * entry.word.size } == true
                && shared(top, bottom, entry.box) > settings.markShare
            if isUnderMarks {
                lines[lines.count - 1].append(entry)
                (top, bottom) = (entry.box.y, entry.box.maxY)
            } else if !lines.isEmpty, entry.box.midY <= bottom - slack, entry.box.midY >= top,
                shared(top, bottom, entry.box) >= 0.5
            {
                lines[lines.count - 1].append(entry)
                if entry.word.size > 0.8 * (lines[lines.count - 1].map(\.word.size).max() ?? 0) {
                    top = min(top, entry.box.y)
                }
            } else {
                lines.append([entry])
                top = entry.box.y
                bottom = entry.box.maxY
            }
        }
        return lines.map { line in
            let sorted = line.sorted { $0.box.x < $1.box.x }
            return WordLine(
                words: sorted.map(\.word),
                box: Box.around(sorted.lazy.map(\.box)) ?? Box(x: 0, y: 0, width: 0, height: 0),
                size: sorted.map(\.word.size).max() ?? 0)
        }
    }

    private func shared(_ top: Double, _ bottom: Double, _ box: Box) -> Double {
        let height = min(bottom - top, box.height)
        guard height > 0 else { return 1 }
        return (min(bottom, box.maxY) - max(top, box.y)) / height
    }
}

/// words → text
struct TextAssembler {
    private let glyphs: [Glyph]
    private let settings: LayoutSettings

    init(_ page: Page, _ settings: LayoutSettings) {
        glyphs = page.glyphs
        self.settings = settings
    }

    /// The words of one place, their lines joined by "\n".
    func text(_ words: [Word]) -> String {
        guard words.count > 1 else { return words.first.map { spaced($0) } ?? "" }
        let direction = direction(of: words)
        let lines = LineAssembler(settings).lines(words, direction: direction)
        let isStacked = direction == .rightwards && isStack(lines)
        var result = String.UnicodeScalarView()
        for (index, line) in lines.enumerated() {
            if index > 0, !isStacked { result.append("\n") }
            append(line, direction, spacingDigits: true, to: &result)
        }
        return String(result)
    }

    func text(_ line: WordLine) -> String {
        var result = String.UnicodeScalarView()
        append(line, .rightwards, to: &result)
        return String(result)
    }

    private func spaced(_ word: Word) -> String {
        var result = String.UnicodeScalarView()
        append(word, spacingDigits: true, to: &result)
        return String(result)
    }

    /// - Parameter spacingDigits: as in a cell, where 1 0 may be two figures that share it. In prose it is 10.
    private func append(_ word: Word, spacingDigits: Bool, to text: inout String.UnicodeScalarView) {
        for part in word.parts ?? [word.glyphs] {
            var last: Int?
            for index in part {
                if spacingDigits, let last, isSpace(between: last, index, of: word) { text.append(" ") }
                text.append(glyphs[index].scalar)
                last = index
            }
        }
    }

    /// Whether two digits of a word stand as far apart as two words do.
    private func isSpace(between left: Int, _ right: Int, of word: Word) -> Bool {
        word.direction == .rightwards && glyphs[left].scalar.isDigit && glyphs[right].scalar.isDigit
            && glyphs[right].box.x - glyphs[left].box.maxX > settings.spaceGap * word.size
    }

    private func append(
        _ line: WordLine, _ direction: Word.Direction, spacingDigits: Bool = false,
        to text: inout String.UnicodeScalarView
    ) {
        var previous: Word?
        for word in line.words {
            if let previous, isSpace(between: previous, word, direction) { text.append(" ") }
            append(word, spacingDigits: spacingDigits, to: &text)
            previous = word
        }
    }

    private func isSpace(between left: Word, _ right: Word, _ direction: Word.Direction) -> Bool {
        let gap = right.uprightBox(direction).x - left.uprightBox(direction).maxX
        let em = min(left.size, right.size)
        let isWideLeft = glyphs[left.glyphs.upperBound - 1].scalar.isWide
        let isWideRight = glyphs[right.glyphs.lowerBound].scalar.isWide
        if isWideLeft && isWideRight { return gap > settings.hanSpaceGap * em }
        if isWideLeft || isWideRight { return gap > settings.mixedSpaceGap * em }
        return gap > settings.spaceGap * em
    }

    /// The direction that most of the glyphs are set in.
    private func direction(of words: [Word]) -> Word.Direction {
        var up = 0
        var down = 0
        var right = 0
        for word in words {
            switch word.direction {
            case .rightwards: right += word.glyphs.count > 1 ? word.glyphs.count : 0
            case .upwards: up += word.glyphs.count
            case .downwards: down += word.glyphs.count
            }
        }
        if up > right, up >= down { return .upwards }
        // A stack of upright characters reads down in any case; its parts are lines of their own.
        return .rightwards
    }

    /// One character a line, under each other: a vertical label.
    private func isStack(_ lines: [WordLine]) -> Bool {
        guard lines.count > 1 else { return false }
        var wide = 0
        var left = -Double.infinity
        var right = Double.infinity
        for line in lines {
            guard line.words.count == 1, let word = line.words.first else { return false }
            let isDownwards = word.direction == .downwards
            guard isDownwards || word.glyphs.count == 1 || isPair(word) else { return false }
            if glyphs[word.glyphs.lowerBound].scalar.isWide { wide += 1 }
            left = max(left, line.box.midX - 0.5 * line.size)
            right = min(right, line.box.midX + 0.5 * line.size)
        }
        return wide * 2 > lines.count && left < right
    }

    /// Two digits, or a character with the mark that follows it.
    private func isPair(_ word: Word) -> Bool {
        guard word.glyphs.count == 2, let last = word.glyphs.last else { return false }
        let isMarked = "、．.）)，".unicodeScalars.contains(glyphs[last].scalar)
        return isMarked || word.glyphs.allSatisfy { glyphs[$0].scalar.isDigit }
    }
}
