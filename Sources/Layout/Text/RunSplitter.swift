import ReportModel

/// Parts texts of neighbouring cells that stand so close that they look like one.
///
/// A narrow gap inside a text and the gap between two cells can be equally wide; what stands above and below tells. A
/// number that begins or ends where others do, or has their middle, stands in their column, and a head with as many parts
/// as there are values below it has a part for each.
struct RunSplitter {
    private let page: Page
    private let settings: LayoutSettings
    private let values: [Run]
    private let starts: [Double]
    private let ends: [Double]
    private let middles: [Double]
    private let seams: LabelSeams

    init(_ page: Page, _ settings: LayoutSettings, _ text: RunText) {
        self.page = page
        self.settings = settings
        values = text.runs.filter(\.isValue).sorted { $0.box.midY < $1.box.midY }
        starts = values.map(\.box.x).sorted()
        ends = values.map(\.box.maxX).sorted()
        middles = values.map(\.box.midX).sorted()
        seams = LabelSeams(page, settings, text)
    }

    func split(_ text: RunText) -> RunText {
        guard values.count > 1 else { return text }
        let text = cut(text) { run, words in
            numberBehind(run, words).map { [Array(words[..<$0]), Array(words[$0...])] }
        }
        // The numbers behind labels are values of the first row too.
        let splitter = RunSplitter(page, settings, text)
        return splitter.cut(text) { run, words in
            splitter.seams.parts(of: run, words) ?? splitter.headParts(run, words)?.map { [$0] }
        }
    }

    /// The text with each run in the parts that it has, if it has any.
    private func cut(_ text: RunText, _ parts: (Run, [Word]) -> [[Word]]?) -> RunText {
        var result = RunText()
        result.words.reserveCapacity(text.words.count)
        result.runs.reserveCapacity(text.runs.count)
        for run in text.runs {
            let words = Array(text.words[run.words])
            guard let parts = parts(run, words) else {
                append(words, to: &result, like: run, isPart: false)
                continue
            }
            for part in parts { append(part, to: &result, like: run) }
        }
        return result
    }

    private func append(_ words: [Word], to text: inout RunText, like run: Run, isPart: Bool = true) {
        let first = text.words.count
        text.words += words
        var piece = run
        piece.words = first..<text.words.count
        if isPart {
            piece.box = Box.around(words.map(\.box)) ?? run.box
            piece.size = words.map(\.size).max() ?? run.size
            piece.font = words.first.map { page.glyphs[$0.glyphs.lowerBound].font } ?? run.font
            let contents = words.map { Run.Content($0, page.glyphs) }
            piece.content = contents.dropFirst().reduce(contents.first ?? Run.Content()) { $0 + $1 }
        }
        text.runs.append(piece)
    }

    // MARK: Numbers behind labels

    /// The word of a text at its end that is a number of the column there.
    private func numberBehind(_ run: Run, _ words: [Word]) -> Int? {
        guard words.count > 1, !run.isValue, run.content.digits + run.content.marks > 0 else { return nil }
        let last = words.count - 1
        guard words[last].box.x - words[last - 1].box.maxX > settings.cellGap * run.size else { return nil }
        let content = Run.Content(words[last], page.glyphs)
        guard content.isValue, content.wide + content.letters == 0, content.digits == 0 || content.beginsNumber else {
            return nil
        }
        let reach = settings.edgeReach * words[last].size
        func count(_ edges: [Double], near x: Double, _ reach: Double) -> Int {
            edges.countBelow(x + reach) - edges.countBelow(x - reach)
        }
        let box = words[last].box
        let aligned = max(
            count(starts, near: box.x, reach), count(ends, near: box.maxX, reach),
            // Columns are centred to a hair; numbers of one width have one middle by chance.
            count(middles, near: box.midX, 0.3 * reach))
        return aligned >= settings.alignedNumbers ? last : nil
    }

    // MARK: Heads

    /// The texts of neighbouring cells in a head, one for each value below them.
    private func headParts(_ run: Run, _ words: [Word]) -> [Word]? {
        HeadParts(page, settings).parts(of: run, words) {
            valuesBelow(run)
        }
    }

    /// The columns of values below a text, as far as the text reaches: where the first line of values leaves one blank, a
    /// later one has it. (partly-chromium-any4 of seed 105)
    private func valuesBelow(_ run: Run) -> [Double] {
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if values[middle].box.midY <= run.box.midY + 0.5 * run.size { low = middle + 1 } else { high = middle }
        }
        var columns: [Box] = []
        var first: Double?
        // More values so close below a text are no table's.
        let end = min(values.count, low + settings.headLimit)
        while low < end {
            let value = values[low].box
            let top = first ?? value.midY
            guard top < run.box.midY + settings.headReach * run.size, value.midY < top + settings.headReach * run.size
            else { break }
            low += 1
            let slack = 0.3 * run.size
            guard value.midX > run.box.x - slack, value.midX < run.box.maxX + slack else { continue }
            if first == nil { first = value.midY }
            if !columns.contains(where: { $0.x < value.maxX && value.x < $0.maxX }) { columns.append(value) }
        }
        return columns.map(\.midX).sorted()
    }
}

/// Parts the texts of a head's neighbouring cells that nearly touch.
struct HeadParts {
    private let page: Page
    private let settings: LayoutSettings

    init(_ page: Page, _ settings: LayoutSettings) {
        self.page = page
        self.settings = settings
    }

    /// A word for each of the columns below a text, cut at the widest gaps between its characters; nil where it has not
    /// that many, or its parts do not stand over the columns.
    ///
    /// - Parameter columns: the middles of what stands below the text. Before them may be the heading of the labels.
    func parts(of run: Run, _ words: [Word], over columns: () -> [Double]) -> [Word]? {
        guard run.content.wide > 3, !run.isValue, words.allSatisfy({ $0.parts == nil }) else { return nil }
        let glyphs = words.flatMap { Array($0.glyphs) }
        guard glyphs.count > 1 else { return nil }
        // A character's box may reach to where the next one's begins, but Chinese is set in squares.
        let width = glyphs.map { page.glyphs[$0].box.width }.sorted()[glyphs.count / 2]
        let gaps = zip(glyphs, glyphs.dropFirst()).map {
            page.glyphs[$1].box.x - page.glyphs[$0].box.x - min(page.glyphs[$0].box.width, width)
        }
        let common = gaps.sorted()[gaps.count / 2]
        let wide = gaps.indices.filter { gaps[$0] > common + settings.headGap * run.size }
        guard !wide.isEmpty, wide.count * 2 <= gaps.count else { return nil }
        let below = columns()
        guard below.count > 1 else { return nil }
        let labels = run.box.x < below[0] - 1.5 * (below[1] - below[0]) ? 1 : 0
        guard wide.count >= below.count - 1 + labels else { return nil }
        let cuts = wide.sorted { gaps[$0] > gaps[$1] }.prefix(below.count - 1 + labels).sorted()
        let bounds = [0] + cuts.map { $0 + 1 } + [glyphs.count]
        var parts: [Word] = []
        for (start, end) in zip(bounds, bounds.dropFirst()) {
            let own = glyphs[start..<end]
            // One word holds the glyphs from its first to its last.
            guard let first = own.first, let last = own.last, last - first == own.count - 1,
                let box = Box.around(own.map { page.glyphs[$0].box }), var word = words.first
            else { return nil }
            word.glyphs = first..<last + 1
            word.box = box
            parts.append(word)
        }
        for (index, part) in parts.dropFirst(labels).enumerated() {
            let pitch = below[min(index + 1, below.count - 1)] - below[max(0, min(index, below.count - 2))]
            guard abs(part.box.midX - below[index]) < 0.5 * pitch else { return nil }
        }
        return parts
    }
}
