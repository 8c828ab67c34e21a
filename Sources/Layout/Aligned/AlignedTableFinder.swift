import ReportModel

/// runs → blocks → columns → rows → tables, for what is not ruled on all sides
struct AlignedTableFinder {
    private let page: Page
    private let scale: PageScale
    /// Lines that no ruled table has used.
    private let edges: PageEdges
    /// The cells of heads whose rows have no lines.
    private let heads: [Box]

    init(_ page: Page, edges: PageEdges, heads: [Box] = [], _ scale: PageScale) {
        self.page = page
        self.edges = edges
        self.heads = heads
        self.scale = scale
    }

    struct Result {
        var tables: [PageTable] = []
        /// Those that are no table by themselves.
        var rows: [PageTable] = []
        var opening: OpeningRows?
        /// The texts that the page begins and ends with outside of them.
        var rests: AlignedPart?
        /// No block had too many runs.
        var isWhole = true
    }

    /// The tables, the words that stand in them taken out of `words`; and rows that are no table by themselves.
    func tables(_ words: inout [Word]) -> Result {
        let number = pageNumber(words)
        let text = RunFinder(page, scale.settings).runs(
            words.filter { !number.contains($0.glyphs.lowerBound) }.flatMap(characters))
        guard let band = PageColumns(text, scale).band(text, edges) else { return tables(&words, text) }
        return tables(&words, besideEachOtherIn: band)
    }

    /// Those left of a space between the page's columns, right of it, and above or below where they end.
    private func tables(_ words: inout [Word], besideEachOtherIn band: PageColumns.Band) -> Result {
        func side(_ x: Double, _ y: Double) -> Int { y < band.top || y > band.bottom ? 0 : x < band.x ? 1 : 2 }
        var result = Result()
        var rest = Set<Int>()
        for number in 0..<3 {
            let own = PageEdges(
                horizontal: edges.horizontal.filter { side(($0.start + $0.end) / 2, $0.position) == number },
                vertical: edges.vertical.filter { side($0.position, ($0.start + $0.end) / 2) == number })
            var part = words.filter { side($0.box.midX, $0.box.midY) == number }
            let found = AlignedTableFinder(page, edges: own, heads: heads, scale).tables(&part)
            rest.formUnion(part.map(\.glyphs.lowerBound))
            result.tables += found.tables
            result.rows += found.rows
            result.isWhole = result.isWhole && found.isWhole
        }
        words.removeAll { !rest.contains($0.glyphs.lowerBound) }
        return result
    }

    private func tables(_ words: inout [Word], _ text: RunText) -> Result {
        let rules = rules()
        let sides = SideSplitter(text, rules, scale)
        let finder = TableFrames(text, scale)
        let boxes = finder.boxes(edges)
        let frames = boxes + finder.ladders(edges)
        let splitter = BlockSplitter(text, rules, scale)
        let blocks = BlockFinder(text, frames, rules, scale).blocks().flatMap { block in
            let isFramed = isFramed(block, frames, text)
            return (isFramed ? [block] : sides.split(block)).flatMap { splitter.split($0, isFramed: isFramed) }
        }
        let ending = LoneHead(endOf: text, rules, page, scale)
        var result = Result(opening: OpeningRows(startOf: text, rules, page, scale))
        guard !blocks.isEmpty || ending != nil else { return result }
        let head = page.height * scale.settings.runningHeadZone
        let pageTop = text.runs.lazy.map(\.box.midY).filter { $0 > head }.min() ?? 0
        var used = Set<Int>()
        let stacks = text.stacks(of: page)
        let trimmer = BlockTrimmer(
            text, rules, frames: boxes, scale, pageTop: pageTop)
        let candidates = blocks.flatMap { block -> [[Int]] in
            guard block.runs.count <= scale.settings.runLimit else {
                result.isWhole = false
                return []
            }
            guard let trimmed = trimmer.table(in: block) else { return [] }
            guard trimmed.count < block.runs.count, !isFramed(block, frames, text) else { return [trimmed] }
            // Lines of prose above two tables reached over the space between them.
            let parts = sides.split(AlignedBlock(runs: trimmed))
            return parts.count > 1 ? parts.compactMap(trimmer.table) : [trimmed]
        }
        for trimmed in candidates {
            let runs = withWhatStandsInside(withWholeStacks(trimmed, stacks), text)
            guard let (table, isTable) = table(runs, text, rules) else { continue }
            let blank = table.head.flatMap { head in
                let next = text.runs.lazy.map(\.box.y).filter { $0 > table.box.maxY }.min() ?? -.infinity
                return head.blankTable(over: table.columns ?? [], until: next)
            }
            guard isTable || blank != nil else {
                result.rows.append(table)
                continue
            }
            if table.head != nil, blank == nil { result.rows.append(table) }
            result.tables.append(blank ?? table)
            for run in runs { used.formUnion(text.runs[run].words.map { text.words[$0].glyphs.lowerBound }) }
        }
        if let ending, !result.tables.contains(where: { $0.box.intersects(ending.box) }) {
            result.rows.insert(ending.fragment, at: 0)
        }
        guard !result.tables.isEmpty else { return result }
        result.rests = rests(text, used)
        words.removeAll { word in
            used.contains(word.glyphs.lowerBound)
                || word.isLeader && result.tables.contains { $0.box.contains(x: word.box.midX, y: word.box.midY) }
        }
        return result
    }

    /// Texts at either end of a page that may be lines of its tables' cells.
    private static let mostRests = 12

    private func rests(_ text: RunText, _ used: Set<Int>) -> AlignedPart {
        let free = text.runs.indices.filter {
            !used.contains(text.words[text.runs[$0].words.lowerBound].glyphs.lowerBound)
        }
        .sorted { text.runs[$0].box.midY < text.runs[$1].box.midY }
        let ends = Set(free.prefix(Self.mostRests) + free.suffix(Self.mostRests))
        return AlignedPart(ends.sorted(), of: text, page, rules: [], walls: [], scale)
    }

    /// The characters of a vertical text, which stands beside its rows as one that was broken after each character. Two
    /// alone are no vertical text: a line's last character and one of the next line, where a file parts a line's fonts.
    private func characters(_ word: Word) -> [Word] {
        guard word.direction == .downwards, word.parts == nil,
            word.glyphs.count < 3 || word.glyphs.allSatisfy({ page.glyphs[$0].scalar.isWide })
        else { return [word] }
        return word.glyphs.map { glyph in
            Word(
                glyphs: glyph..<glyph + 1, box: page.glyphs[glyph].box, size: word.size, direction: .rightwards,
                followsSpace: false)
        }
    }

    /// Does most of a block stand in one frame? Then it is one table.
    private func isFramed(_ block: AlignedBlock, _ frames: [Box], _ text: RunText) -> Bool {
        frames.contains { frame in
            let inside = block.runs.count { frame.contains(x: text.runs[$0].box.midX, y: text.runs[$0].box.midY) }
            return inside * 10 >= block.runs.count * 9
        }
    }

    /// More words at a page's foot have no vertical label among them.
    private static let mostAtFoot = 500

    /// The words of a page number that stands alone at the foot of the page, with the page's address as browsers print it or
    /// beside the end of a vertical label.
    private func pageNumber(_ words: [Word]) -> Set<Int> {
        let zone = page.height * (1 - scale.settings.runningHeadZone)
        let low = words.filter { $0.box.midY > zone }
        let foot = low.count < Self.mostAtFoot ? low.filter { !hangs($0, below: words) } : low
        guard let last = foot.max(by: { $0.box.midY < $1.box.midY }) else { return [] }
        let line = foot.filter { $0.box.midY >= last.box.midY - 0.5 * last.size }
        guard line.count < 8 else { return [] }
        let text = TextAssembler(page, scale.settings).text(line)
        let isNumber = PageNumber.isPageNumber(text) || text.hasPrefix("http://") || text.hasPrefix("https://")
        return isNumber ? Set(line.map(\.glyphs.lowerBound)) : []
    }

    /// Is it a character right below another one, which stands alone on its line too?
    private func hangs(_ word: Word, below words: [Word]) -> Bool {
        func isCharacter(_ word: Word) -> Bool {
            word.glyphs.count == 1 && page.glyphs[word.glyphs.lowerBound].scalar.isWide
        }
        return isCharacter(word)
            && words.contains { other in
                let pitch = word.box.midY - other.box.midY
                return pitch > 0.8 * word.size && pitch < 1.6 * word.size && isCharacter(other)
                    && abs(other.box.midX - word.box.midX) < 0.25 * word.size
            }
    }

    private func table(
        _ runs: [Int], _ text: RunText, _ rules: [RowRule]
    ) -> (table: PageTable, isTable: Bool)? {
        guard let box = Box.around(runs.lazy.map { text.runs[$0].box }) else { return nil }
        let em = scale.em
        let near = rules[rules.firstIndex(behind: box.y - em)...].prefix { $0.y < box.maxY + em }.filter {
            $0.y < box.maxY + em && min($0.end, box.maxX) - max($0.start, box.x) > 0.5 * em
        }
        let walls =
            edges.vertical[edges.vertical.firstIndex(position: box.x)...].prefix { $0.position < box.maxX }.filter {
                $0.position > box.x && $0.position < box.maxX
                    && min($0.end, box.maxY) - max($0.start, box.y) > 0.3 * box.height
            }.map(\.position) + ruleEnds(box)
        var part = AlignedPart(runs, of: text, page, rules: near, walls: walls, scale)
        part.heads = heads.filter { box.contains(x: $0.midX, y: $0.midY) }
        part.endsPage = !text.runs.contains { $0.box.midY > box.maxY }
        return AlignedTableBuilder(part).table()
    }

    /// Where lines within a block begin and end: rows that leave a merged label out, rules below spanning heads.
    private func ruleEnds(_ box: Box) -> [Double] {
        var ends: [Double] = []
        let inside = edges.horizontal[edges.horizontal.firstIndex(position: box.y)...].prefix { $0.position < box.maxY }
        for edge in inside where edge.length > 1.5 * scale.em {
            if edge.start > box.x + scale.em, edge.start < box.maxX { ends.append(edge.start) }
            if edge.end < box.maxX - scale.em, edge.end > box.x { ends.append(edge.end) }
        }
        return ends
    }

    /// A vertical label that a page's end cuts hangs out of its table.
    private func withWholeStacks(_ runs: [Int], _ stacks: [[Int]]) -> [Int] {
        guard !stacks.isEmpty else { return runs }
        let isMine = Set(runs)
        return runs + stacks.filter { $0.contains(where: isMine.contains) }.joined().filter { !isMine.contains($0) }
    }

    /// Texts that stand within the table, or reach into it from above or below, are cells and lines of cells, however
    /// much they look like lines of prose. So are the lines above and below them.
    private func withWhatStandsInside(_ runs: [Int], _ text: RunText) -> [Int] {
        guard var box = Box.around(runs.lazy.map { text.runs[$0].box }) else { return runs }
        var isMine = Set(runs)
        var inside: [Int] = []
        var count = -1
        while inside.count > count {
            count = inside.count
            for index in text.runs.indices where !isMine.contains(index) {
                let run = text.runs[index].box
                let graze = 0.1 * text.runs[index].size
                guard run.x > box.x - graze, run.maxX < box.maxX + graze,
                    run.y < box.maxY - graze && run.maxY > box.y + graze,
                    runs.contains(where: { abs(text.runs[$0].size - text.runs[index].size) < graze })
                else { continue }
                isMine.insert(index)
                inside.append(index)
                box = box.union(run)
            }
            guard inside.count < Self.mostInside else { break }
        }
        return runs + inside
    }

    /// More texts within a table that are not its own have no lines outside it.
    private static let mostInside = 20

    /// The page's horizontal lines and the edges of its coloured bands, by y.
    private func rules() -> [RowRule] {
        var rules = edges.horizontal.map { RowRule(y: $0.position, start: $0.start, end: $0.end, isSoft: false) }
        var bands: [RowRule] = []
        for area in page.areas where area.box.height > 0.7 * scale.em {
            // A page's background parts nothing, a merged label's may be as high.
            let isBackground = area.box.height > 0.7 * page.height && area.box.width > 0.3 * page.width
            guard !isBackground, area.box.width > scale.em, area.box.isFinite else { continue }
            for y in [area.box.y, area.box.maxY] {
                bands.append(RowRule(y: y, start: area.box.x, end: area.box.maxX, isSoft: true))
            }
        }
        rules += joined(bands)
        return rules.sorted { ($0.y, $0.start) < ($1.y, $1.start) }
    }

    /// The edges of cells that are coloured one by one make one edge.
    private func joined(_ bands: [RowRule]) -> [RowRule] {
        var result: [RowRule] = []
        let sorted = bands.sorted { ($0.y, $0.start) < ($1.y, $1.start) }
        var first = 0
        while first < sorted.count {
            var end = first
            while end < sorted.count, sorted[end].y - sorted[first].y < 0.2 * scale.em { end += 1 }
            var current: RowRule?
            for band in sorted[first..<end].sorted(by: { $0.start < $1.start }) {
                if var open = current, band.start - open.end < 0.5 * scale.em {
                    open.end = max(open.end, band.end)
                    current = open
                } else {
                    if let current { result.append(current) }
                    current = band
                }
            }
            if let current { result.append(current) }
            first = end
        }
        return result
    }
}
