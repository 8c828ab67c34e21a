import ReportModel

/// Parts the numbers of a column from the labels that end right beside them.
///
/// A narrow gap inside a text and the gap between two cells can be equally wide. But a number that begins or ends where
/// those above and below it do stands in their column.
struct RunSplitter {
    private let page: Page
    private let settings: LayoutSettings

    init(_ page: Page, _ settings: LayoutSettings) {
        self.page = page
        self.settings = settings
    }

    func split(_ text: RunText) -> RunText {
        guard text.runs.contains(where: { cut(of: $0, text) != nil }) else { return text }
        let values = text.runs.filter(\.isValue)
        let starts = values.map(\.box.x).sorted()
        let ends = values.map(\.box.maxX).sorted()
        var result = text
        result.runs = []
        for run in text.runs {
            guard let last = cut(of: run, text) else {
                result.runs.append(run)
                continue
            }
            let number = text.words[last]
            let reach = settings.edgeReach * number.size
            func count(_ edges: [Double], near x: Double) -> Int {
                edges.countBelow(x + reach) - edges.countBelow(x - reach)
            }
            let aligned = max(count(starts, near: number.box.x), count(ends, near: number.box.maxX))
            guard aligned >= settings.alignedNumbers else {
                result.runs.append(run)
                continue
            }
            result.runs.append(piece(of: run, run.words.lowerBound..<last, text))
            result.runs.append(piece(of: run, last..<run.words.upperBound, text))
        }
        return result
    }

    /// The word of a text at its end that is a number and stands apart.
    private func cut(of run: Run, _ text: RunText) -> Int? {
        guard run.words.count > 1, !run.isValue, run.content.digits > 0 else { return nil }
        let last = run.words.upperBound - 1
        let gap = text.words[last].box.x - text.words[last - 1].box.maxX
        guard gap > settings.cellGap * run.size else { return nil }
        let content = Run.Content(text.words[last], page.glyphs)
        return content.beginsNumber && content.isValue && content.wide + content.letters == 0 ? last : nil
    }

    private func piece(of run: Run, _ words: Range<Int>, _ text: RunText) -> Run {
        var piece = run
        piece.words = words
        piece.box = Box.around(text.words[words].map(\.box)) ?? run.box
        piece.size = text.words[words].map(\.size).max() ?? run.size
        piece.font = page.glyphs[text.words[words.lowerBound].glyphs.lowerBound].font
        let contents = text.words[words].map { Run.Content($0, page.glyphs) }
        piece.content = contents.dropFirst().reduce(contents.first ?? Run.Content()) { $0 + $1 }
        return piece
    }
}
