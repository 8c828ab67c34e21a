import ReportModel

/// words → the page as plain text, everything at its distance from the left
struct LineTyper {
    private let page: Page
    private let settings: LayoutSettings

    init(_ page: Page, _ settings: LayoutSettings) {
        self.page = page
        self.settings = settings
    }

    func lines(_ words: [Word]) -> [TypedLine] {
        let words = words.filter { $0.direction == .rightwards && !$0.isLeader }
        let lines = LineAssembler(settings).lines(words)
        guard let start = lines.map(\.box.x).min() else { return [] }
        let square = squareWidth(words)
        var typed: [TypedLine] = []
        var bottom: Double?
        for line in lines {
            if let bottom, line.box.y - bottom > settings.typedLineGap * line.size {
                typed.append(TypedLine(page: page.number))
            }
            typed.append(self.typed(line, start, square))
            bottom = line.box.maxY
        }
        // A form feed, as in any plain text: columns need not stand in the same squares on the next page.
        typed.append(TypedLine(page: page.number, text: "\u{0C}"))
        return typed
    }

    /// Half the size of most of the text: that of the table where the table fills the page.
    private func squareWidth(_ words: [Word]) -> Double {
        let sizes = words.map(\.size).sorted()
        return max(1, 0.5 * (sizes.isEmpty ? 10 : sizes[sizes.count / 2]))
    }

    private func typed(_ line: WordLine, _ start: Double, _ square: Double) -> TypedLine {
        let assembler = TextAssembler(page, settings)
        var typed = TypedLine(page: page.number)
        var text = String.UnicodeScalarView()
        var count = 0
        var squares = 0
        for group in groups(line) {
            let place = Int(((group.box.x - start) / square).rounded())
            let gap = count == 0 ? max(0, place) : max(2, place - squares)
            text.append(contentsOf: repeatElement(" ", count: gap))
            count += gap
            squares += gap
            let first = count
            for scalar in assembler.text(group).unicodeScalars {
                text.append(scalar)
                count += 1
                squares += scalar.isWide ? 2 : 1
            }
            typed.pieces.append(TypedLine.Piece(columns: first + 1..<count + 1, box: group.box))
        }
        typed.text = String(text)
        return typed
    }

    /// The words of a line that no more than a space parts.
    private func groups(_ line: WordLine) -> [WordLine] {
        var groups: [WordLine] = []
        for word in line.words {
            if let last = groups.last, word.box.x - last.box.maxX <= settings.runGap * min(word.size, last.size) {
                groups[groups.count - 1].words.append(word)
                groups[groups.count - 1].box = last.box.union(word.box)
            } else {
                groups.append(WordLine(words: [word], box: word.box, size: word.size))
            }
        }
        return groups
    }
}
