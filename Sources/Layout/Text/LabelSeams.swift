import ReportModel

/// Parts the texts of two neighbouring cells of labels that touch each other.
///
/// An item of a list begins where others begin above and below it; so does a text behind a gap, in Chinese that has none
/// otherwise. Behind a gap where the lines of a narrow column end, another column begins.
struct LabelSeams {
    private let page: Page
    private let settings: LayoutSettings
    /// Where texts begin that are items, and how these are marked.
    private let items: [(x: Double, y: Double, marker: ListMarker)]
    /// Where texts begin, in order.
    private let starts: [Double]
    /// From where to where texts reach, by where they begin.
    private let lines: [(start: Double, end: Double, y: Double)]

    init(_ page: Page, _ settings: LayoutSettings, _ text: RunText) {
        self.page = page
        self.settings = settings
        let texts = text.runs.filter { !$0.isValue && $0.content.wide > 0 }
        lines = texts.map { ($0.box.x, $0.box.maxX, $0.box.midY) }.sorted { $0.start < $1.start }
        starts = lines.map(\.start)
        items = texts.compactMap { run in
            let glyphs = text.words[run.words].lazy.flatMap { Array($0.glyphs) }.prefix(8)
            return Self.marker(glyphs, page).map { (run.box.x, run.box.midY, $0) }
        }.sorted { $0.x < $1.x }
    }

    /// The words of both texts, nil where it is one.
    func parts(of run: Run, _ words: [Word]) -> [[Word]]? {
        guard run.content.wide > 3, !run.isValue, words.allSatisfy({ $0.parts == nil }) else { return nil }
        let glyphs = words.flatMap { Array($0.glyphs) }
        guard glyphs.count > 4 else { return nil }
        let gaps = zip(glyphs, glyphs.dropFirst()).map { page.glyphs[$1].box.x - page.glyphs[$0].box.maxX }
        let common = gaps.sorted()[gaps.count / 2]
        for at in 2..<glyphs.count - 1 where isItem(glyphs, at, run) || isApart(glyphs, at, run, common) {
            return parted(words, at: glyphs[at])
        }
        return nil
    }

    /// Does an item begin inside a text, right below or above where others do?
    private func isItem(_ glyphs: [Int], _ at: Int, _ run: Run) -> Bool {
        guard !items.isEmpty, ListMarker.mayBegin(with: page.glyphs[glyphs[at]].scalar),
            let marker = Self.marker(glyphs[at...].prefix(8), page)
        else { return false }
        let x = page.glyphs[glyphs[at]].box.x
        let reach = settings.edgeReach * run.size
        var low = 0
        var high = items.count
        while low < high {
            let middle = (low + high) / 2
            if items[middle].x < x - reach { low = middle + 1 } else { high = middle }
        }
        let own = items[low...].prefix { $0.x < x + reach }.count { $0.marker.kind == marker.kind }
        // The texts of their next lines stand there too.
        if own >= settings.alignedItems || own > 0 && aligned(x, reach) >= settings.alignedNumbers { return true }
        return isFollowed(glyphs, at, run, marker)
    }

    /// Does an item stand behind another one, and the next of its kind below it, behind where that ends? Labels in the
    /// middle of their columns begin anywhere.
    private func isFollowed(_ glyphs: [Int], _ at: Int, _ run: Run, _ marker: ListMarker) -> Bool {
        let end = page.glyphs[glyphs[at - 1]].box.maxX
        guard let outer = Self.marker(glyphs.prefix(8), page), outer.kind != marker.kind
        else { return false }
        return items.contains {
            $0.marker.kind == marker.kind && $0.marker.ordinal == marker.ordinal + 1 && $0.x > end
                && $0.y > run.box.midY && $0.y < run.box.midY + settings.headReach * run.size
        }
    }

    /// Does a text begin behind a gap where others do? Behind a narrow one, on their very place.
    private func isApart(_ glyphs: [Int], _ at: Int, _ run: Run, _ common: Double) -> Bool {
        let (left, right) = (page.glyphs[glyphs[at - 1]], page.glyphs[glyphs[at]])
        let gap = (right.box.x - left.box.maxX - max(common, 0)) / run.size
        guard left.scalar.isWide, right.scalar.isWide, gap > settings.headGap,
            !isMarker(glyphs[..<at], run, right.box.x)
        else { return false }
        let reach = (gap > settings.cellGap ? 1 : 0.1) * settings.edgeReach * run.size
        return aligned(right.box.x, reach) >= settings.alignedNumbers || endsColumn(left.box.maxX, run)
    }

    /// Is what stands before a gap but the marker of what stands behind it? （七） alone is no label, unless other lines of
    /// one stand right below it, before the gap.
    private func isMarker(_ glyphs: ArraySlice<Int>, _ run: Run, _ next: Double) -> Bool {
        guard glyphs.count < 6, let last = glyphs.last else { return false }
        let isFirstLine = lines[starts.countBelow(run.box.x - 2 * run.size)...].prefix { $0.start < next }.contains {
            let pitch = ($0.y - run.box.midY) / run.size
            return $0.end < next && pitch > 0.5 && pitch < 1.7
        }
        if isFirstLine { return false }
        var text = String.UnicodeScalarView()
        for index in glyphs { text.append(page.glyphs[index].scalar) }
        return "）)〕］]、".unicodeScalars.contains(page.glyphs[last].scalar) && ListMarker.begins(String(text))
    }

    /// Do other lines, close above and below a text, begin where it begins and end where a part of it ends? They are a
    /// label of several rows, however the labels beside it stand in their column: 本年, 度办, 理结.
    /// (partly-weasyprint-any37 of seed 131)
    private func endsColumn(_ end: Double, _ run: Run) -> Bool {
        let reach = settings.edgeReach * run.size
        let from = starts.countBelow(run.box.x - reach)
        return lines[from...].prefix { $0.start < run.box.x + reach }.count {
            abs($0.end - end) < reach && abs($0.y - run.box.midY) < settings.headReach * run.size
        } >= settings.columnLines
    }

    /// How many texts begin at a place.
    private func aligned(_ x: Double, _ reach: Double) -> Int {
        starts.countBelow(x + reach) - starts.countBelow(x - reach)
    }

    /// How a text is marked that begins with these glyphs: 1.5 is no item.
    private static func marker(_ glyphs: some Sequence<Int>, _ page: Page) -> ListMarker? {
        var start = String.UnicodeScalarView()
        for index in glyphs { start.append(page.glyphs[index].scalar) }
        guard let marker = ListMarker(String(start)) else { return nil }
        let rest = start.drop { !".．、)）,，".unicodeScalars.contains($0) }.dropFirst()
        return rest.first.map(\.isDigit) ?? true ? nil : marker
    }

    private func parted(_ words: [Word], at glyph: Int) -> [[Word]]? {
        guard let index = words.firstIndex(where: { $0.glyphs.contains(glyph) }) else { return nil }
        if words[index].glyphs.lowerBound == glyph { return [Array(words[..<index]), Array(words[index...])] }
        var (left, right) = (words[index], words[index])
        left.glyphs = left.glyphs.lowerBound..<glyph
        right.glyphs = glyph..<right.glyphs.upperBound
        left.box = Box.around(left.glyphs.lazy.map { page.glyphs[$0].box }) ?? left.box
        right.box = Box.around(right.glyphs.lazy.map { page.glyphs[$0].box }) ?? right.box
        right.followsSpace = false
        return [words[..<index] + [left], [right] + words[(index + 1)...]]
    }
}
