import ReportModel

/// Reads a cell: a label, a figure, several of them, or text that is neither.
struct CellReader {
    private let memory: MatchMemory
    private let cutter: TextCutter
    private let index = LabelIndex.shared

    /// Longer cells hold no table: only so much of one is looked at.
    private static let longestCell = 20_000
    /// Text with no more unknown letters than this is still a label or a scrap of one.
    private static let scrapLetters = 9

    /// Cells of the disputes table.
    private static let shortestRow = 15

    init() {
        let memory = MatchMemory()
        self.memory = memory
        cutter = TextCutter(memory: memory)
    }

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
            PageNumber.isMarked(cell.scalars)
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
        if let value = joinedValue(of: cell) { return [element(.value(value), of: cell, in: line)] }
        if BrokenThousands.isOpen(cell.scalars) { return [element(.noise, of: cell, in: line)] }
        if let values = values(of: cell) {
            return values.map { element($0.value.map { .value($0) } ?? .noise, of: $0.cell, in: line) }
        }
        let text = String(cell.scalars.prefix(400).text)
        if SectionHeading(text).map({ $0.similarity > 0.9 }) ?? false { return [element(.prose, of: cell, in: line)] }
        let label = LabelText(text)
        if !label.full.contains(where: Numeral.isDigit), cell.scalars.count <= 80 {
            let matches = memory.matches(text)
            let endsInMark = cell.scalars.last.map { $0 == "无" || NumberText.isMarkSign($0) } ?? false
            if !matches.contains(where: { $0.matchClass >= .complete }), index.isPiece(cell.scalars.letters) {
                return [element(matches.isEmpty ? .noise : .label(matches), of: cell, in: line)]
            }
            // A mark behind a label is the row's first cell: 行政许可—.
            if let first = matches.first, first.matchClass >= .complete, !endsInMark {
                return [element(.label(matches), of: cell, in: line)]
            }
        }
        return scanned(cell, in: line)
    }

    /// A figure or a mark that is all of the text.
    private func value(_ scalars: ArraySlice<Unicode.Scalar>, at place: Place) -> DumpValue? {
        if let number = NumberText(scalars) {
            return DumpValue(number, printed: scalars.text, place: place)
        }
        if NumberText.isMark(scalars) { return DumpValue(digits: [], amount: nil, printed: scalars.text, place: place) }
        if MisreadDigits.are(scalars) { return .unreadable(scalars.text, at: place) }
        return groupedValue(scalars, at: place)
    }

    /// 1 ，662: the comma that groups the digits stands apart from them.
    private func groupedValue(_ scalars: ArraySlice<Unicode.Scalar>, at place: Place) -> DumpValue? {
        let groups = scalars.split(omittingEmptySubsequences: false, whereSeparator: \.isComma).map { group in
            group.drop(while: \.isSpace).reversed().drop(while: \.isSpace).reversed()
        }
        guard let first = groups.first, groups.count > 1, (1...3).contains(first.count),
            groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.joined().allSatisfy(\.isDigit),
            let number = NumberText(Array(groups.joined())), number.amount != nil
        else { return nil }
        return DumpValue(number, printed: scalars.text, place: place)
    }

    /// A figure that goes on over several lines of its cell.
    private func joinedValue(of cell: DumpCell) -> DumpValue? {
        guard cell.scalars.contains("\n"), let number = NumberText(cell.scalars.filter { $0 != "\n" }) else {
            return nil
        }
        return DumpValue(number, printed: cell.text, place: cell.place)
    }

    /// Figures with single spaces between them: 0 0 12 0. No value is one that goes on in the next line: 1, 12 2,
    private func values(of cell: DumpCell) -> [(value: DumpValue?, cell: DumpCell)]? {
        guard cell.scalars.contains(where: \.isSpace) else { return nil }
        var values: [(value: DumpValue?, cell: DumpCell)] = []
        for part in cell.scalars.split(whereSeparator: \.isSpace) {
            var piece = cell
            piece.scalars = part
            piece.column = cell.column + part.startIndex - cell.scalars.startIndex
            piece.x = cell.x + cell.scalars[..<part.startIndex].reduce(0) { $0 + $1.squares }
            piece.width = part.reduce(0) { $0 + $1.squares }
            let value = value(part, at: piece.place)
            guard value != nil || BrokenThousands.isOpen(part) else { return nil }
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
            letters: cell.scalars.prefix(Self.longestCell).letters, length: cell.scalars.count, printed: printed)
    }
}

// MARK: - Text in which labels and figures ran together

extension CellReader {
    private func scanned(_ cell: DumpCell, in line: DumpLine) -> [DumpElement] {
        let scalars = cell.scalars.prefix(Self.longestCell)
        let pieces = cutter.pieces(of: scalars)
        let noise = pieces.reduce(0) { $0 + $1.noiseLetters }
        let labels = pieces.count { if case .label = $0.kind { true } else { false } }
        let marks = pieces.count { if case .value(let value) = $0.kind { value.printed == "无" } else { false } }
        let letters = pieces.reduce(-marks) { $0 + ($1.isMisread ? 0 : scalars[$1.range].count(where: \.isLetter)) }
        // 期不补正、行政机关不 56 4 2: figures beside one of the lines of a label.
        let values = pieces.count { if case .value = $0.kind { true } else { false } }
        let isLabelRow = noise == 0 && pieces.contains(where: \.isPart) && values > 0
        // 无00000000000000: a row of the disputes table whose cells ran together.
        let isRow = letters <= 2 && values >= 3 || pieces.count == values && scalars.count >= Self.shortestRow
        let isPartRow = isLabelRow || isRow
        let isTable =
            (labels > 0 && (noise * 10 <= letters * 3 || noise <= 2) || isPartRow) && !isSentence(pieces[...], scalars)
        if isTable { return elements(pieces, of: cell, in: line) }
        if labels >= 3 { return elements(denseParts(pieces, scalars), of: cell, in: line) }
        let isScrap = letters <= Self.scrapLetters && !hasStop(scalars) || isEndOfLabel(scalars, letters: letters)
        return [element(isScrap ? .noise : .prose, of: cell, in: line)]
    }

    /// The stretches of a text that are as full of labels as a table is; the rest is prose.
    private func denseParts(_ pieces: [TextPiece], _ scalars: ArraySlice<Unicode.Scalar>) -> [TextPiece] {
        var parts: [TextPiece] = []
        for run in pieces.split(whereSeparator: { $0.noiseLetters >= 4 }) {
            let labels = run.count { if case .label = $0.kind { true } else { false } }
            if labels >= 3, !isSentence(run, scalars) {
                parts += run
            } else if let first = run.first {
                parts.append(TextPiece(kind: .prose, range: first.range))
            }
        }
        return parts
    }

    private func elements(_ pieces: [TextPiece], of cell: DumpCell, in line: DumpLine) -> [DumpElement] {
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
    private func isSentence(_ pieces: ArraySlice<TextPiece>, _ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
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
        if words.count <= 4, words.allSatisfy({ $0.count <= 2 || index.isPiece($0.letters) }) { return true }
        guard count <= 2 * Self.scrapLetters, scalars.last.map({ $0.value == 0xFF09 || $0.value == 0x29 }) ?? false
        else {
            return false
        }
        return !scalars.contains { $0.value == 0xFF08 || $0.value == 0x28 || $0.value == 0x3002 }
    }

    private func hasStop(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.contains { [0x3002, 0xFF1B, 0xFF0C, 0xFF01, 0xFF1F].contains($0.value) }
    }
}

extension TextPiece {
    /// Its letters are digits.
    fileprivate var isMisread: Bool { if case .value(let value) = kind { value.isUnreadable } else { false } }
}

extension Unicode.Scalar {
    fileprivate var isLetter: Bool { Sign.letter(of: self) != nil && !isDigit }
}
