import ReportModel

/// The word 无 alone in a cell: it stands for no value, as a dash does.
struct NoneSigns {
    private let page: Page
    private let text: RunText
    private let found: Set<Int>
    private let step: Double

    private struct Spot: Hashable {
        var column: Double
        var line: Double
    }

    /// - Parameter text: with the neighbours of each run.
    init(_ page: Page, _ text: RunText) {
        self.page = page
        self.text = text
        found = Set(text.runs.indices.filter { Self.scalar($0, text, page)?.isNone ?? false })
        step = max(page.bodySize, 1)
    }

    static func mayHave(_ text: RunText, _ page: Page) -> Bool {
        text.runs.indices.contains { scalar($0, text, page)?.isNone ?? false }
    }

    /// Those that stand in a row of their like, and those beside a value that are no character of a vertical label: that has
    /// others above or below it.
    func runs() -> [Int] {
        var labels = Set<Spot>()
        for index in text.runs.indices where !found.contains(index) && text.runs[index].content.isCharacter {
            labels.insert(spot(index))
        }
        return found.filter { index in
            let beside = [text.left[index], text.right[index]].filter { $0 >= 0 }
            let like = beside.filter(found.contains)
            if like.count == 2 || like.contains(where: { isInRow($0, from: index) }) { return true }
            return beside.contains { found.contains($0) || text.runs[$0].isValue }
                && !near(spot(index)).contains(where: labels.contains)
        }
    }

    /// Has a run another of its like on the other side?
    private func isInRow(_ index: Int, from other: Int) -> Bool {
        let next = text.right[other] == index ? text.right[index] : text.left[index]
        return next >= 0 && found.contains(next)
    }

    private static func scalar(_ index: Int, _ text: RunText, _ page: Page) -> Unicode.Scalar? {
        guard text.runs[index].content.isCharacter else { return nil }
        return page.glyphs[text.words[text.runs[index].words.lowerBound].glyphs.lowerBound].scalar
    }

    private func spot(_ index: Int) -> Spot {
        let box = text.runs[index].box
        return Spot(column: (box.midX / step).rounded(), line: (box.midY / step).rounded())
    }

    private func near(_ spot: Spot) -> [Spot] {
        [-1.0, 0, 1].flatMap { column in
            [-3.0, -2, -1, 1, 2, 3].map { Spot(column: spot.column + column, line: spot.line + $0) }
        }
    }
}
