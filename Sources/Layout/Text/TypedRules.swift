import ReportModel

/// Lines that are typed: rows of dashes or equality signs, which part the head and the rows of a table set on a typewriter.
struct TypedRules {
    private let page: Page
    private let scale: PageScale

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
    }

    /// Takes the rows of dashes out of the words; what is on one height with a long one is one too, however short.
    func edges(from words: inout [Word]) -> [Edge] {
        let dashes = words.indices.filter { isDashed(words[$0]) }
        let long = dashes.filter { words[$0].glyphs.count >= scale.settings.typedRule }.map {
            words[$0].box.midY
        }
        .sorted()
        guard !long.isEmpty else { return [] }
        let rules = dashes.filter { index in
            let reach = 0.2 * words[index].size
            let next = long.countBelow(words[index].box.midY - reach)
            return next < long.count && long[next] < words[index].box.midY + reach
        }
        let edges = rules.map { index in
            let box = words[index].box
            return Edge(position: box.midY, start: box.x, end: box.maxX)
        }
        let isRule = Set(rules)
        words = words.indices.filter { !isRule.contains($0) }.map { words[$0] }
        return edges
    }

    private func isDashed(_ word: Word) -> Bool {
        word.direction == .rightwards
            && word.glyphs.allSatisfy { "-=–—─═".unicodeScalars.contains(page.glyphs[$0].scalar) }
    }
}
