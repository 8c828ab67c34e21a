import ReportModel

/// A part of a text in which labels and figures ran together.
struct TextPiece {
    var kind: DumpElement.Kind
    /// In the cell's scalars.
    var range: Range<Int>
    var noiseLetters = 0
    /// A piece of a label, as a narrow column cuts it.
    var isPart = false
}

/// Cuts a text in which labels and figures ran together into its labels and what stands between them.
struct TextCutter {
    private let matcher = LabelMatcher.statutory
    private let memory: MatchMemory
    private let index = LabelIndex.shared

    init(memory: MatchMemory) { self.memory = memory }

    /// The text cut into labels and what stands between them.
    func pieces(of scalars: ArraySlice<Unicode.Scalar>) -> [TextPiece] {
        var letters: Letters = []
        var positions: [Int] = []
        for index in scalars.indices {
            if let letter = Sign.letter(of: scalars[index]) {
                letters.append(letter)
                positions.append(index)
            }
        }
        var pieces: [TextPiece] = []
        var done = scalars.startIndex
        for hit in index.hits(in: letters) {
            let core = positions[hit.range.lowerBound]..<(positions[hit.range.upperBound - 1] + 1)
            // A remark's words are no label: 行政许可（含不予公开）.
            if core.lowerBound < done { continue }
            let start = max(done, startOfNumber(before: core.lowerBound, in: scalars))
            if start > done { pieces += rest(scalars, done..<start) }
            let end = endOfLabel(after: core.upperBound, in: scalars)
            let text = scalars[start..<end].text
            done = hit.isSection ? end : endOfRemark(behindLabel: end, in: scalars)
            pieces.append(TextPiece(kind: hit.isSection ? .prose : .label(matcher.matches(text)), range: start..<done))
        }
        if done < scalars.endIndex { pieces += rest(scalars, done..<scalars.endIndex) }
        return pieces
    }

    /// Closing brackets and quotes belong to the label before them.
    private func endOfLabel(after position: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int {
        var end = position
        while end < scalars.endIndex, [0x29, 0xFF09, 0x201D, 0x22, 0x3A, 0xFF1A].contains(scalars[end].value) {
            end += 1
        }
        return end
    }

    /// （含不予公开） behind a label is part of its cell.
    private func endOfRemark(behindLabel position: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int {
        guard position < scalars.endIndex, scalars[position].value == 0xFF08 || scalars[position].value == 0x28,
            let close = scalars[position...].prefix(Self.longestRemark).firstIndex(where: {
                $0.value == 0xFF09 || $0.value == 0x29
            }),
            close - position > 2,
            // （填数字，没有填0）: what the form says to those who fill it in.
            !scalars[position..<close].contains(where: \.isDigit) || scalars[position..<close].contains("填")
        else { return position }
        return close + 1
    }

    private static let longestRemark = 20

    /// Where the label's own number begins: （三） 2. 四、
    private func startOfNumber(before position: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int {
        var index = position
        func previous() -> Unicode.Scalar? { index > scalars.startIndex ? scalars[index - 1] : nil }
        func skipSpaces() { while let scalar = previous(), scalar.isSpace { index -= 1 } }
        while let scalar = previous(), [0x201C, 0x22, 0x28, 0xFF08].contains(scalar.value) { index -= 1 }
        let bare = index
        skipSpaces()
        var hasPoint = false
        var hasBracket = false
        if let scalar = previous(), [0x2E, 0x3001, 0xFF0E, 0x2C].contains(scalar.value) {
            hasPoint = true
            index -= 1
            skipSpaces()
        }
        if let scalar = previous(), scalar.value == 0x29 || scalar.value == 0xFF09 {
            hasBracket = true
            index -= 1
        }
        guard let numeral = previous() else { return bare }
        // ①, ㈠, ⒈
        if [0x2460...0x249B, 0x3220...0x3229].contains(where: { $0.contains(numeral.value) }) { return index - 1 }
        guard let letter = Sign.letter(of: numeral), Numeral.value(of: letter) != nil else { return bare }
        index -= 1
        if hasBracket {
            if let scalar = previous(), scalar.value == 0x28 || scalar.value == 0xFF08 { return index - 1 }
            return bare
        }
        if hasPoint { return index }
        // 1属于国家秘密: only a label with this very number takes the digit.
        let text = scalars[index..<min(scalars.endIndex, index + 40)].text
        let label = LabelText(text)
        let isOwn =
            matcher.matches(LabelText(scalars[index...].prefix(40).text)).first.map { $0.matchClass == .exact } ?? false
        return isOwn && label.number != nil ? index : bare
    }

    /// What stands between two labels: figures, marks, misprinted labels, noise.
    private func rest(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> [TextPiece] {
        var pieces: [TextPiece] = []
        var textStart: Int?
        func finishText(_ end: Int) {
            guard let start = textStart else { return }
            textStart = nil
            let words = (start..<end).filter { !scalars[$0].isSpace }
            // 64无0: nothing but the mark stands between the figures of cells that ran together.
            if words.allSatisfy({ scalars[$0] == "无" || NumberText.isMarkSign(scalars[$0]) }) {
                pieces += words.map { mark(scalars, at: $0) }
                return
            }
            // A mark behind a misprinted label is the row's first cell.
            let marks = scalars[start..<end].reversed().prefix { NumberText.isMarkSign($0) || $0 == "无" }.count
            let textEnd = isBrokenLabel(scalars[start..<end]) ? end : end - marks
            if textEnd > start { pieces += texts(scalars, start..<textEnd) }
            pieces += (textEnd..<end).map { mark(scalars, at: $0) }
        }
        var index = range.lowerBound
        while index < range.upperBound {
            let scalar = scalars[index]
            if let end = MisreadDigits.end(from: index, in: scalars, range) {
                finishText(index)
                let value = DumpValue.unreadable(scalars[index..<end].text, at: .text(line: 1, column: 1))
                pieces.append(TextPiece(kind: .value(value), range: index..<end))
                index = end
            } else if scalar.isDigit || isSigned(scalars, index, range),
                let number = number(scalars, index..<range.upperBound),
                !isEnumerator(scalars, index..<(index + number.length), range)
            {
                finishText(index)
                let end = endOfRemark(after: index + number.length, in: scalars, range)
                pieces.append(
                    TextPiece(
                        kind: .value(
                            DumpValue(
                                number, printed: scalars[index..<end].text, place: .text(line: 1, column: 1))),
                        range: index..<end))
                index = end
            } else if textStart == nil, NumberText.isMarkSign(scalar) {
                let end = endOfMark(at: index, in: scalars, range)
                pieces.append(mark(scalars, index..<end))
                index = end
            } else {
                if textStart == nil, !scalar.isSpace { textStart = index }
                index += 1
            }
        }
        finishText(range.upperBound)
        return pieces
    }

    /// 1.申请人无: a narrow column broke its label behind what else would be a mark.
    private func isBrokenLabel(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.last == "无", let word = text.split(whereSeparator: \.isSpace).last else { return false }
        return index.isPiece(Array(word.letters.drop(while: Numeral.isDigit)))
    }

    private func mark(_ scalars: ArraySlice<Unicode.Scalar>, at index: Int) -> TextPiece {
        mark(scalars, index..<(index + 1))
    }

    private func mark(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> TextPiece {
        let value = DumpValue(digits: [], amount: nil, printed: scalars[range].text, place: .text(line: 1, column: 1))
        return TextPiece(kind: .value(value), range: range)
    }

    /// —— between blanks is one mark; where cells ran together, 0——0 are two.
    private func endOfMark(at start: Int, in scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> Int {
        let end = scalars[start..<range.upperBound].firstIndex { !NumberText.isMarkSign($0) } ?? range.upperBound
        let isApart =
            start > scalars.startIndex && scalars[start - 1].isSpace
            && (end == scalars.endIndex || scalars[end].isSpace)
        return isApart ? end : start + 1
    }

    private func isSigned(_ scalars: ArraySlice<Unicode.Scalar>, _ index: Int, _ range: Range<Int>) -> Bool {
        guard index + 1 < range.upperBound, scalars[index + 1].isDigit else { return false }
        switch scalars[index].value {
        case 0x2D, 0x2B, 0xFF0D, 0xFF0B, 0x2212: return true
        // A dash between two figures is a cell of its own.
        case 0x2013: return index > scalars.startIndex && scalars[index - 1].isSpace
        default: return false
        }
    }

    /// The figure that the text begins with, without the number of a label that stands right behind it: 2284.保护.
    private func number(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> NumberText? {
        guard let number = NumberText(joinedPrefixOf: scalars[range]) else { return nil }
        let last = range.lowerBound + number.length - 1
        guard number.length > 1, isEnumerator(scalars, last..<(last + 1), range) else { return number }
        return NumberText(prefixOf: scalars[range.lowerBound..<last]) ?? number
    }

    /// A digit with a point behind it and a letter behind that: the number of a misprinted label.
    private func isEnumerator(_ scalars: ArraySlice<Unicode.Scalar>, _ number: Range<Int>, _ range: Range<Int>) -> Bool
    {
        guard number.count == 1 else { return false }
        let rest = scalars[number.upperBound..<range.upperBound].drop(while: \.isSpace)
        guard let point = rest.first, [0x2E, 0x3001, 0xFF0E].contains(point.value),
            let next = rest.dropFirst().first(where: { !$0.isSpace }), let letter = Sign.letter(of: next)
        else { return false }
        return !Numeral.isDigit(letter)
    }

    /// （其中修订16件） behind a figure is part of its cell.
    private func endOfRemark(after position: Int, in scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> Int {
        guard position < range.upperBound else { return position }
        var end = position
        for unit in ["万元", "亿元", "元", "件"].map({ Array($0.unicodeScalars) })
        where scalars[end..<range.upperBound].starts(with: unit) {
            end += unit.count
            break
        }
        guard end < range.upperBound, scalars[end].value == 0xFF08 || scalars[end].value == 0x28,
            let close = scalars[end..<range.upperBound].prefix(40).firstIndex(where: {
                $0.value == 0xFF09 || $0.value == 0x29
            }),
            close - end > 2
        else { return end }
        return close + 1
    }

    /// Text without figures: labels with a slip in them, cut ones, noise. A new number begins a new label.
    private func texts(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> [TextPiece] {
        var cuts = [range.lowerBound]
        for index in range.dropFirst() where isStartOfNumber(scalars, index, range) { cuts.append(index) }
        cuts.append(range.upperBound)
        return zip(cuts, cuts.dropFirst()).flatMap { start, end -> [TextPiece] in
            let piece = text(scalars, start..<end)
            guard piece.noiseLetters > 0, let words = words(scalars, start..<end) else { return [piece] }
            return words
        }
    }

    private func text(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> TextPiece {
        let count = scalars[range].letters.count
        let matches = count <= 60 ? memory.matches(scalars[range].text) : []
        if !matches.isEmpty { return TextPiece(kind: .label(matches), range: range) }
        if index.isPiece(scalars[range].letters) { return TextPiece(kind: .noise, range: range, isPart: true) }
        return TextPiece(kind: .noise, range: range, noiseLetters: count)
    }

    /// Narrow columns of a page stand one space apart: 商业企 科研机 社会公. Nil where a word is no piece of a label.
    private func words(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> [TextPiece]? {
        let words = scalars[range].split(whereSeparator: \.isSpace)
        guard words.count > 1, words.count <= 40 else { return nil }
        var pieces: [TextPiece] = []
        for word in words {
            var piece = text(scalars, word.startIndex..<word.endIndex)
            if piece.noiseLetters > 0 {
                guard piece.noiseLetters <= 2 else { return nil }
                piece.noiseLetters = 0
            }
            pieces.append(piece)
        }
        return pieces
    }

    private func isStartOfNumber(_ scalars: ArraySlice<Unicode.Scalar>, _ index: Int, _ range: Range<Int>) -> Bool {
        func value(_ offset: Int) -> UInt32? {
            index + offset < range.upperBound ? scalars[index + offset].value : nil
        }
        let points: Set<UInt32> = [0x2E, 0x3001, 0xFF0E]
        guard let first = value(0) else { return false }
        if first == 0x28 || first == 0xFF08 {
            return value(1).map { Numeral.value(of: $0) != nil } ?? false
        }
        if (0x30...0x39).contains(first) { return value(1).map(points.contains) ?? false }
        return Numeral.ideographs.contains(first) && value(1) == 0x3001
    }
}

extension Sequence<Unicode.Scalar> {
    var letters: Letters { compactMap(Sign.letter(of:)) }
}
