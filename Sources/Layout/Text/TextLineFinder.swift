import ReportModel

/// words outside of tables → lines of text
struct TextLineFinder {
    private let page: Page
    private let scale: PageScale

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
    }

    func lines(_ words: [Word]) -> [TextLine] {
        let assembler = TextAssembler(page, scale.settings)
        let lines = LineAssembler(scale.settings).lines(words)
        return lines.map { line in
            TextLine(
                text: assembler.text(line), place: Place(page: page.number, box: line.box), fontSize: line.size,
                columnStart: line.box.x, columnEnd: line.box.maxX)
        }
    }
}

/// Gives the lines of a document the edges of the column that they stand in.
enum TextColumns {
    /// The column's edges are those that many lines share: the outermost on each side that a tenth of the lines
    /// reach. A document's pages share them; a line outside of them has its own.
    static func fill(_ lines: inout [TextLine]) {
        let starts = lines.map(\.place.box.x).sorted()
        let ends = lines.map(\.place.box.maxX).sorted()
        guard !lines.isEmpty else { return }
        let start = common(starts, fromEnd: false)
        let end = common(ends, fromEnd: true)
        for index in lines.indices {
            let box = lines[index].place.box
            lines[index].columnStart = min(start, box.x)
            lines[index].columnEnd = max(end, box.maxX)
        }
    }

    private static func common(_ sorted: [Double], fromEnd: Bool) -> Double {
        let rank = max(0, min(sorted.count - 1, sorted.count / 20))
        return fromEnd ? sorted[sorted.count - 1 - rank] : sorted[rank]
    }
}
