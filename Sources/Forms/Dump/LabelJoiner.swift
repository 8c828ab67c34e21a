import ReportModel

/// Puts labels together that were broken over lines: 商业 / 企业, or the lines of a label in a narrow column.
struct LabelJoiner {
    private let matcher = LabelMatcher.statutory
    private let index = LabelIndex.shared

    /// How many elements, and lines, further on the rest of a label may stand: a row of figures and a scrap of a
    /// vertical label come between (unruled fixtures, labels over four lines).
    private static let reach = 40
    private static let lineReach = 5

    /// The elements with broken labels whole, each where its first piece stood.
    func joined(_ elements: [DumpElement]) -> [DumpElement] {
        var elements = Self.withNumbersApart(elements)
        var isUsed = [Bool](repeating: false, count: elements.count)
        for start in elements.indices where !isUsed[start] && isOpen(elements[start]) {
            var label = elements[start]
            var letters = wholeLetters(label)
            var pieces: [Int] = []
            while let next = continuation(of: label, letters, after: pieces.last ?? start, in: elements, isUsed) {
                letters += rest(of: elements[next], after: letters)
                pieces.append(next)
                let piece = elements[next]
                label.lastLine = piece.lastLine
                label.width = max(label.maxX, piece.maxX) - min(label.x, piece.x)
                label.x = min(label.x, piece.x)
                label.letters += piece.letters
                label.printed += piece.printed
                if index.wholeLabels.contains(letters) { break }
            }
            guard !pieces.isEmpty else { continue }
            let matches = matcher.matches(letters.text)
            // Half a label that more text made no likelier stays half a label.
            guard let best = matches.first,
                best.similarity > (elements[start].matches.first?.similarity ?? 0)
                    || index.wholeLabels.contains(letters)
            else { continue }
            label.kind = .label(matches)
            elements[start] = label
            for piece in pieces { isUsed[piece] = true }
        }
        return elements.indices.filter { !isUsed[$0] }.map { elements[$0] }
    }

    /// 8 above ．属于行政查询事项 is the label's number, and no figure of the row above; 、行政机关不 goes on with a label.
    private static func withNumbersApart(_ elements: [DumpElement]) -> [DumpElement] {
        var elements = elements
        var last: Int?
        for index in elements.indices where !elements[index].isBlank {
            defer { last = index }
            guard let last, elements[index].isText,
                elements[index].printed.unicodeScalars.first.map(isStop) ?? false,
                let number = elements[last].value, number.digits.count == 1, number.digits[0] != UInt8(ascii: "0"),
                elements[last].line < elements[index].line, !elements[index].matches.isEmpty
            else { continue }
            elements[last].kind = .noise
            elements[last].letters = []
        }
        return elements
    }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool { scalar.isDecimalPoint || scalar == "、" }

    /// One cell alone on its line has no gap and no tab beside it.
    private func isSetAlike(_ left: DumpElement, _ right: DumpElement) -> Bool {
        left.separator == .none || right.separator == .none || left.separator == right.separator
    }

    /// More of a label can follow.
    private func isOpen(_ element: DumpElement) -> Bool {
        guard element.isText, element.letters.count <= 40 else { return false }
        let letters = wholeLetters(element)
        return index.isBeginning(letters) && !isWhole(element, letters)
    }

    /// 其他 is a column's whole label and the beginning of 其他结果.
    private func isWhole(_ element: DumpElement, _ letters: Letters) -> Bool {
        index.wholeLabels.contains(letters) && element.matches.first?.matchClass == .exact && letters.count > 2
    }

    /// The letters that go on with a label; 本 一情形，不计其他情形） begins with a scrap of the vertical label beside it.
    private func rest(of element: DumpElement, after letters: Letters) -> Letters {
        guard !index.isBeginning(letters + element.letters) else { return element.letters }
        let words = element.printed.unicodeScalars.split(maxSplits: 1, whereSeparator: \.isSpace)
        guard words.count == 2, words[0].count <= 2 else { return element.letters }
        let rest = words[1].compactMap(Sign.letter(of:))
        return rest.count >= 2 ? rest : element.letters
    }

    private func wholeLetters(_ element: DumpElement) -> Letters { element.letters }

    private func continuation(
        of label: DumpElement, _ letters: Letters, after position: Int, in elements: [DumpElement], _ isUsed: [Bool]
    ) -> Int? {
        func fits(_ element: DumpElement) -> Bool {
            guard element.isText, element.letters.count <= 40 else { return false }
            return index.isBeginning(letters + rest(of: element, after: letters))
        }
        var sequential: Int?
        var isBroken = false
        for next in (position + 1)..<min(elements.count, position + Self.reach) where !isUsed[next] {
            let element = elements[next]
            guard element.line - label.lastLine <= Self.lineReach else {
                // Blank lines may part the two halves where each cell has a line of its own.
                if element.isBlank, !isBroken { continue }
                break
            }
            if case .prose = element.kind { break }
            if element.line > label.lastLine, fits(element) {
                if element.x < label.maxX, label.x < element.maxX, isSetAlike(element, label) { return next }
                if !isBroken, sequential == nil { sequential = next }
            }
            // In a text without columns only the next text can be the rest.
            if !element.isBlank { isBroken = true }
        }
        // 其他 followed by 结果 in the next cell of a narrow table is another matter than 商业 followed by 企业.
        return sequential
    }
}
