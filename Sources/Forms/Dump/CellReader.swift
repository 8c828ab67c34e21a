import ReportModel

/// Reads a cell: a label, a figure, several of them, or text that is neither.
struct CellReader {
    private let matcher = LabelMatcher.statutory
    private let memory = MatchMemory()
    private let index = LabelIndex.shared

    /// Longer cells hold no table: only so much of one is looked at.
    private static let longestCell = 20_000
    /// Text with no more unknown letters than this is still a label or a scrap of one.
    private static let scrapLetters = 9

    func elements(of line: DumpLine) -> [DumpElement] {
        if line.isEmpty {
            return [
                DumpElement(
                    kind: .blank, line: line.number, lastLine: line.number, column: 1, x: 0, width: 0, cell: 0,
                    cellCount: 0,
                    separator: .none, letters: [])
            ]
        }
        if let cell = line.cells.first(where: { !$0.isBlank }), line.cells.count(where: { !$0.isBlank }) == 1,
            isPageNumber(cell.scalars)
        {
            var number = element(.noise, of: cell, in: line)
            number.letters = []
            return [number]
        }
        return line.cells.flatMap { elements(of: $0, in: line) }
    }

    private func elements(of cell: DumpCell, in line: DumpLine) -> [DumpElement] {
        if cell.isBlank { return [element(.blank, of: cell, in: line)] }
        if let value = value(cell.scalars, at: cell.place) { return [element(.value(value), of: cell, in: line)] }
        if let values = values(of: cell) {
            return values.map { element(.value($0.value), of: $0.cell, in: line) }
        }
        let text = String(cell.scalars.prefix(400).text)
        if SectionHeading(text).map({ $0.similarity > 0.9 }) ?? false { return [element(.prose, of: cell, in: line)] }
        let label = LabelText(text)
        if !label.full.contains(where: Numeral.isDigit), cell.scalars.count <= 80 {
            let matches = memory.matches(text)
            if !matches.contains(where: { $0.matchClass >= .complete }), index.isPiece(letters(of: cell.scalars)) {
                return [element(matches.isEmpty ? .noise : .label(matches), of: cell, in: line)]
            }
            if let first = matches.first, first.matchClass >= .complete {
                return [element(.label(matches), of: cell, in: line)]
            }
        }
        return scanned(cell, in: line)
    }

    /// A figure or a mark that is all of the text.
    private func value(_ scalars: ArraySlice<Unicode.Scalar>, at place: Place) -> DumpValue? {
        if let number = NumberText(scalars) {
            return DumpValue(digits: number.digits, amount: number.amount, printed: scalars.text, place: place)
        }
        if NumberText.isMark(scalars) { return DumpValue(digits: [], amount: nil, printed: scalars.text, place: place) }
        return nil
    }

    /// Figures with single spaces between them: 0 0 12 0.
    private func values(of cell: DumpCell) -> [(value: DumpValue, cell: DumpCell)]? {
        guard cell.scalars.contains(where: \.isSpace) else { return nil }
        var values: [(value: DumpValue, cell: DumpCell)] = []
        for part in cell.scalars.split(whereSeparator: \.isSpace) {
            var piece = cell
            piece.scalars = part
            piece.column = cell.column + part.startIndex - cell.scalars.startIndex
            piece.x = cell.x + cell.scalars[..<part.startIndex].reduce(0) { $0 + $1.squares }
            piece.width = part.reduce(0) { $0 + $1.squares }
            guard let value = value(part, at: piece.place) else { return nil }
            values.append((value, piece))
        }
        return values
    }

    private func element(_ kind: DumpElement.Kind, of cell: DumpCell, in line: DumpLine) -> DumpElement {
        var printed = ""
        switch kind {
        case .label, .noise: printed = cell.scalars.prefix(80).text
        case .value, .blank, .prose: break
        }
        return DumpElement(
            kind: kind, line: cell.line, lastLine: cell.line, column: cell.column, x: cell.x, width: cell.width,
            cell: cell.index,
            cellCount: line.cells.count, separator: line.separator,
            letters: letters(of: cell.scalars.prefix(Self.longestCell)), length: cell.scalars.count, printed: printed)
    }

    private func letters(of scalars: some Sequence<Unicode.Scalar>) -> Letters { scalars.compactMap(Sign.letter(of:)) }

    /// - 4 -, 第 4 页: with something beside the digits that says so.
    private func isPageNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        guard scalars.count <= 16, PageNumber.isOne(scalars.text) else { return false }
        let signs = scalars.filter { !$0.isSpace && !$0.isDigit }
        guard let first = signs.first, let last = signs.last else { return false }
        if first.value == 0x7B2C || last.value == 0x9875 { return true }
        return signs.count >= 2 && scalars.first == first && scalars.last == last
    }
}

// MARK: - Text in which labels and figures ran together

extension CellReader {
    private struct Piece {
        var kind: DumpElement.Kind
        /// In the cell's scalars.
        var range: Range<Int>
        var noiseLetters = 0
        /// A piece of a label, as a narrow column cuts it.
        var isPart = false
    }

    private func scanned(_ cell: DumpCell, in line: DumpLine) -> [DumpElement] {
        let scalars = cell.scalars.prefix(Self.longestCell)
        let pieces = pieces(of: scalars)
        let noise = pieces.reduce(0) { $0 + $1.noiseLetters }
        let labels = pieces.count { if case .label = $0.kind { true } else { false } }
        let letters = scalars.count { Sign.letter(of: $0) != nil && !$0.isDigit }
        // 期不补正、行政机关不 56 4 2: figures beside one of the lines of a label.
        let values = pieces.count { if case .value = $0.kind { true } else { false } }
        let isPartRow = noise == 0 && pieces.contains(where: \.isPart) && values > 0 || letters <= 2 && values >= 3
        let isTable =
            (labels > 0 && (noise * 10 <= letters * 3 || noise <= 2) || isPartRow) && !isSentence(pieces[...], scalars)
        if isTable { return elements(pieces, of: cell, in: line) }
        if labels >= 3 { return elements(denseParts(pieces, scalars), of: cell, in: line) }
        let isScrap = letters <= Self.scrapLetters && !hasStop(scalars) || isEndOfLabel(scalars, letters: letters)
        return [element(isScrap ? .noise : .prose, of: cell, in: line)]
    }

    /// The stretches of a text that are as full of labels as a table is; the rest is prose.
    private func denseParts(_ pieces: [Piece], _ scalars: ArraySlice<Unicode.Scalar>) -> [Piece] {
        var parts: [Piece] = []
        for run in pieces.split(whereSeparator: { $0.noiseLetters >= 4 }) {
            let labels = run.count { if case .label = $0.kind { true } else { false } }
            if labels >= 3, !isSentence(run, scalars) {
                parts += run
            } else if let first = run.first {
                parts.append(Piece(kind: .prose, range: first.range))
            }
        }
        return parts
    }

    private func elements(_ pieces: [Piece], of cell: DumpCell, in line: DumpLine) -> [DumpElement] {
        var done = cell.scalars.startIndex
        var x = cell.x
        return pieces.map { piece in
            x += cell.scalars[done..<piece.range.lowerBound].reduce(0) { $0 + $1.squares }
            done = piece.range.lowerBound
            var part = cell
            part.scalars = cell.scalars[piece.range]
            part.column = cell.column + done - cell.scalars.startIndex
            part.x = x
            part.width = part.scalars.reduce(0) { $0 + $1.squares }
            if case .value(var value) = piece.kind {
                value.place = part.place
                return element(.value(value), of: part, in: line)
            }
            return element(piece.kind, of: part, in: line)
        }
    }

    /// 予以公开1件，部分公开3件。 No label has a full stop in it, and a comma only where it is printed right.
    private func isSentence(_ pieces: ArraySlice<Piece>, _ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let values = pieces.compactMap { if case .value(let value) = $0.kind, !value.isMark { value } else { nil } }
        let units = values.count { $0.printed.unicodeScalars.last.map { !$0.isDigit } ?? false }
        if pieces.count > 3, units * 2 > values.count { return true }
        return pieces.contains { piece in
            let text = scalars[piece.range]
            if text.contains(where: { $0.value == 0x3002 || $0.value == 0xFF1B }) { return true }
            return if case .noise = piece.kind { !piece.isPart && hasStop(text) } else { false }
        }
    }

    /// The last line of a label in a narrow column: 本 一情形，不计其他情形）, 字，没有填0）.
    private func isEndOfLabel(_ scalars: ArraySlice<Unicode.Scalar>, letters count: Int) -> Bool {
        let words = scalars.split(whereSeparator: \.isSpace)
        if words.count <= 4, words.allSatisfy({ $0.count <= 2 || index.isPiece(letters(of: $0)) }) { return true }
        guard count <= 2 * Self.scrapLetters, scalars.last.map({ $0.value == 0xFF09 || $0.value == 0x29 }) ?? false
        else {
            return false
        }
        return !scalars.contains { $0.value == 0xFF08 || $0.value == 0x28 || $0.value == 0x3002 }
    }

    private func hasStop(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.contains { [0x3002, 0xFF1B, 0xFF0C, 0xFF01, 0xFF1F].contains($0.value) }
    }

    /// The text cut into labels and what stands between them.
    private func pieces(of scalars: ArraySlice<Unicode.Scalar>) -> [Piece] {
        var letters: Letters = []
        var positions: [Int] = []
        for index in scalars.indices {
            if let letter = Sign.letter(of: scalars[index]) {
                letters.append(letter)
                positions.append(index)
            }
        }
        var pieces: [Piece] = []
        var done = scalars.startIndex
        for hit in index.hits(in: letters) {
            let core = positions[hit.range.lowerBound]..<(positions[hit.range.upperBound - 1] + 1)
            let start = max(done, startOfNumber(before: core.lowerBound, in: scalars))
            if start > done { pieces += rest(scalars, done..<start) }
            let end = endOfLabel(after: core.upperBound, in: scalars)
            let text = scalars[start..<end].text
            pieces.append(Piece(kind: hit.isSection ? .prose : .label(matcher.matches(text)), range: start..<end))
            done = end
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
    private func rest(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var textStart: Int?
        func finishText(_ end: Int) {
            guard let start = textStart else { return }
            // A mark behind a misprinted label is the row's first cell.
            let textEnd = end - scalars[start..<end].reversed().prefix(while: NumberText.isMarkSign).count
            if textEnd > start { pieces += texts(scalars, start..<textEnd) }
            pieces += (textEnd..<end).map { mark(scalars, at: $0) }
            textStart = nil
        }
        var index = range.lowerBound
        while index < range.upperBound {
            let scalar = scalars[index]
            if scalar.isDigit || isSigned(scalars, index, range),
                let number = number(scalars, index..<range.upperBound),
                !isEnumerator(scalars, index..<(index + number.length), range)
            {
                finishText(index)
                let end = endOfRemark(after: index + number.length, in: scalars, range)
                pieces.append(
                    Piece(
                        kind: .value(
                            DumpValue(
                                digits: number.digits, amount: number.amount, printed: scalars[index..<end].text,
                                place: .text(line: 1, column: 1))),
                        range: index..<end))
                index = end
            } else if textStart == nil, NumberText.isMarkSign(scalar) {
                pieces.append(mark(scalars, at: index))
                index += 1
            } else {
                if textStart == nil, !scalar.isSpace { textStart = index }
                index += 1
            }
        }
        finishText(range.upperBound)
        return pieces
    }

    private func mark(_ scalars: ArraySlice<Unicode.Scalar>, at index: Int) -> Piece {
        let value = DumpValue(
            digits: [], amount: nil, printed: String(scalars[index]), place: .text(line: 1, column: 1))
        return Piece(kind: .value(value), range: index..<(index + 1))
    }

    private func isSigned(_ scalars: ArraySlice<Unicode.Scalar>, _ index: Int, _ range: Range<Int>) -> Bool {
        index + 1 < range.upperBound && scalars[index + 1].isDigit
            && [0x2D, 0x2B, 0xFF0D, 0xFF0B].contains(scalars[index].value)
    }

    /// The figure that the text begins with, without the number of a label that stands right behind it: 2284.保护.
    private func number(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> NumberText? {
        guard let number = NumberText(prefixOf: scalars[range]), number.length > 1 else {
            return NumberText(prefixOf: scalars[range])
        }
        let last = range.lowerBound + number.length - 1
        guard isEnumerator(scalars, last..<(last + 1), range) else { return number }
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
    private func texts(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> [Piece] {
        var cuts = [range.lowerBound]
        for index in range.dropFirst() where isStartOfNumber(scalars, index, range) { cuts.append(index) }
        cuts.append(range.upperBound)
        return zip(cuts, cuts.dropFirst()).flatMap { start, end -> [Piece] in
            let piece = text(scalars, start..<end)
            guard piece.noiseLetters > 0, let words = words(scalars, start..<end) else { return [piece] }
            return words
        }
    }

    private func text(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> Piece {
        let count = letters(of: scalars[range]).count
        let matches = count <= 60 ? memory.matches(scalars[range].text) : []
        if !matches.isEmpty { return Piece(kind: .label(matches), range: range) }
        if index.isPiece(letters(of: scalars[range])) { return Piece(kind: .noise, range: range, isPart: true) }
        return Piece(kind: .noise, range: range, noiseLetters: count)
    }

    /// Narrow columns of a page stand one space apart: 商业企 科研机 社会公. Nil where a word is no piece of a label.
    private func words(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> [Piece]? {
        let words = scalars[range].split(whereSeparator: \.isSpace)
        guard words.count > 1, words.count <= 40 else { return nil }
        var pieces: [Piece] = []
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
