import ReportModel

/// Words that follow each other on one line with no more than a space between them: the atom of a cell's text.
struct Run {
    /// Index range into the page's words, which stand in the order of the runs.
    var words: Range<Int>
    var box: Box
    /// How much of its end is the blank half of a mark, in points.
    var blankEnd = 0.0
    /// In points.
    var size: Double
    /// Of its first Chinese character, or else its first glyph; by index into the page's.
    var font: Int32 = -1
    var content = Content()

    /// What a run is made of, counted.
    struct Content {
        var digits = 0
        var letters = 0
        /// Chinese characters and what is as wide.
        var wide = 0
        /// Signs, points, brackets, dashes.
        var marks = 0
        /// Brackets and commas among them, which no cell consists of: the end of a heading that found no room.
        var punctuation = 0
        var words = 0
        /// The first character is a small letter.
        var beginsSmall = false
        /// Three digits and nothing else: the next group of a number that is set with spaces.
        var isDigitGroup = false
        /// Digits and spaces so far, no more than three at the start.
        var mayTakeGroup = false
        /// A currency sign and nothing else.
        var isCurrency = false
        /// A number in brackets and nothing else.
        var isBracketed = false
        /// The first character is a digit or a minus.
        var beginsNumber = false
        /// Characters at its start that no line break may part: two where the second is a comma or a closing bracket.
        var unbreakable = 1
        /// It begins with a year: four digits from 1900 to 2099.
        var isYear = false
        /// It begins like an item of a list, `3.其他`: a number, a point and a text.
        var isItem = false
        /// The number and the point of one, and nothing else.
        var isOrdinal = false
        /// Brackets opened less brackets closed.
        var open = 0
        /// It ends with a colon, as the heading of what stands below it does.
        var endsWithColon = false
        /// A word that stands for no value, alone in its cell: 无.
        var isNone = false

        static func + (left: Content, right: Content) -> Content {
            Content(
                digits: left.digits + right.digits, letters: left.letters + right.letters,
                wide: left.wide + right.wide, marks: left.marks + right.marks,
                punctuation: left.punctuation + right.punctuation, words: left.words + right.words,
                beginsSmall: left.beginsSmall, mayTakeGroup: left.mayTakeGroup && right.isDigitGroup,
                unbreakable: left.unbreakable, isYear: left.isYear,
                isItem: left.isItem || left.isOrdinal && right.digits == 0 && right.wide + right.letters > 0,
                open: left.open + right.open, endsWithColon: right.endsWithColon)
        }

        /// One Chinese character, a mark behind it perhaps.
        var isCharacter: Bool {
            wide > 0 && wide <= 2 && digits + letters == 0 && words == 1 && unbreakable == wide && !isNone
        }

        /// A number with its signs and a short unit, or what stands for one.
        var isValue: Bool {
            if isItem { return false }
            if isNone { return true }
            // 31日）, with the bracket that it closes on the line above
            if open < 0, wide > 0 { return false }
            if digits > 0 { return letters + wide <= max(2, digits / 2) }
            return letters + wide == 0 && marks > punctuation && marks <= 6
        }
    }

    /// The box without the blank half of a mark at its end, which the next column's text may reach into.
    var ink: Box { Box(x: box.x, y: box.y, width: box.width - blankEnd, height: box.height) }

    /// Where its characters begin and end, whose boxes may be much higher than they are.
    var top: Double { max(box.y, box.midY - 0.5 * size) }
    var bottom: Double { min(box.maxY, box.midY + 0.5 * size) }

    var isValue: Bool { content.isValue }
    /// Where it begins like an item of a list: `1.`, `（一）`.
    var marker: ListMarker?
    var beginsWithMarker: Bool { marker != nil }
    /// It begins as a table's title does: `表2`.
    var isCaption = false
}

extension Run.Content {
    init(_ word: Word, _ glyphs: [Glyph]) {
        words = 1
        var isFirst = true
        for index in word.glyphs {
            let scalar = glyphs[index].scalar
            if scalar.isDigit {
                digits += 1
            } else if scalar.isNumberMark || scalar.isFiller {
                marks += 1
                if scalar.isPunctuation { punctuation += 1 }
            } else if scalar.isWide {
                wide += 1
            } else if scalar.properties.isAlphabetic {
                letters += 1
            } else {
                marks += 1
            }
            if isFirst {
                beginsSmall = scalar.properties.isLowercase
                beginsNumber = scalar.isDigit || "-−–+.".unicodeScalars.contains(scalar)
                isCurrency = "$€£¥￥".unicodeScalars.contains(scalar) && word.glyphs.count == 1
            }
            isFirst = false
            if "（(《“".unicodeScalars.contains(scalar) { open += 1 }
            if "）)》”".unicodeScalars.contains(scalar) { open -= 1 }
        }
        isYear = Self.isYear(word, glyphs)
        let second = word.glyphs.dropFirst().first.map { glyphs[$0].scalar }
        if let second, "，。、；：）？！”》".unicodeScalars.contains(second) { unbreakable = 2 }
        let rest = Self.afterOrdinal(word, glyphs)
        isOrdinal = rest?.isEmpty ?? false
        // Full-width digits are as wide as Chinese is: ９．７
        isItem =
            rest?.first.map { glyphs[$0].scalar }.map {
                !$0.isDigit && ($0.isWide || $0.properties.isAlphabetic)
            } ?? false
        beginsNumber = beginsNumber && digits > 0
        let ends = [word.glyphs.first, word.glyphs.last].map { $0.map { glyphs[$0].scalar } }
        endsWithColon = ends[1] == ":" || ends[1] == "："
        isBracketed = digits > 0 && letters + wide == 0 && ends[0] == "(" && ends[1] == ")"
        let isDigits = digits == word.glyphs.count
        isDigitGroup = isDigits && digits == 3
        mayTakeGroup = isDigits && digits <= 3
    }

    /// What follows the number and the mark that a word begins with; nil where it does not.
    private static func afterOrdinal(_ word: Word, _ glyphs: [Glyph]) -> Range<Int>? {
        let rest = word.glyphs.drop { glyphs[$0].scalar.isDigit }
        guard let mark = rest.first, rest.count < word.glyphs.count,
            ".．、)）".unicodeScalars.contains(glyphs[mark].scalar)
        else { return nil }
        return rest.dropFirst()
    }

    private static func isYear(_ word: Word, _ glyphs: [Glyph]) -> Bool {
        let start = word.glyphs.prefix(5).map { glyphs[$0].scalar }
        guard start.count > 3, start[..<4].allSatisfy(\.isDigit), start.count == 4 || !start[4].isDigit else {
            return false
        }
        return start[0] == "1" && start[1] == "9" || start[0] == "2" && start[1] == "0"
    }
}

/// A page's runs and the words that they consist of.
struct RunText {
    /// In the order of the runs.
    var words: [Word] = []
    var runs: [Run] = []
    /// For each run: the runs right and left of it on its height, by index, -1 for none.
    var right: [Int] = []
    var left: [Int] = []

    /// Adds what stands in another column; whose neighbour is whose is yet to be found.
    mutating func append(_ other: RunText) {
        let word = words.count
        words += other.words
        runs += other.runs.map { own in
            var own = own
            own.words = own.words.lowerBound + word..<own.words.upperBound + word
            return own
        }
    }

    /// Are two texts in one type and over one middle?
    func isSet(_ index: Int, like other: Int) -> Bool {
        let (one, two) = (runs[index], runs[other])
        return one.font == two.font && abs(one.size - two.size) < 0.02 * two.size
            && abs(one.box.midX - two.box.midX) < 0.3 * two.size
    }

    /// Do texts on one line stand in the middle of several of those below it each?
    func areSpanners(_ line: [Int], over lower: [Int]) -> Bool {
        guard !line.isEmpty, lower.count <= Self.mostHeadings else { return false }
        // The lines of one heading are one.
        var boxes: [Box] = []
        for box in lower.map({ runs[$0].box }).sorted(by: { $0.x < $1.x }) {
            if let last = boxes.last, box.x < last.maxX {
                boxes[boxes.count - 1] = last.union(box)
            } else {
                boxes.append(box)
            }
        }
        var rest = boxes[...]
        return line.map { runs[$0] }.sorted { $0.box.x < $1.box.x }.allSatisfy { run in
            for first in rest.indices.reversed() where rest[first].x < run.box.midX {
                let last = rest[(first + 1)...].firstIndex {
                    abs((rest[first].x + $0.maxX) / 2 - run.box.midX) < 0.6 * run.size
                }
                guard let last else { continue }
                rest = rest[(last + 1)...]
                return true
            }
            return false
        }
    }

    /// Headings of one head that are looked at.
    static let mostHeadings = 120

    /// Does a text that stands alone have the very middle of a heading below it, set as it is, that is not in the middle of
    /// all of them? Then it spans what that spans: a title is in the middle of its table.
    func isSpanner(_ index: Int, over lower: [Int]) -> Bool {
        let run = runs[index]
        guard left[index] < 0, right[index] < 0, !run.isValue, !run.beginsWithMarker,
            let outline = Box.around(lower.lazy.map { runs[$0].box }),
            abs(outline.midX - run.box.midX) > 1.2 * run.size, run.box.width < 0.5 * outline.width
        else { return false }
        let beneath = lower.filter { runs[$0].box.x < run.box.maxX && run.box.x < runs[$0].box.maxX }
        guard let next = beneath.min(by: { runs[$0].box.midY < runs[$1].box.midY }).map({ runs[$0] }) else {
            return false
        }
        return abs(next.box.midX - run.box.midX) < 0.15 * run.size && next.font == run.font && !next.isValue
            && abs(next.size - run.size) < 0.02 * run.size && next.box.y - run.box.maxY < 3 * run.size
            && next.box.y > run.box.y
    }
}
