import ReportModel

/// Where a table goes on overleaf, when its pages are put under each other.
struct PageSeam {
    /// Half way between the last line of the upper page and the first of the lower one.
    var y: Double
    /// The lower page, how far down it was moved, and the first of its glyphs.
    var page: Int
    var shift: Double
    var glyph: Int
}

/// A table of aligned text over several pages, laid out as if it stood on one.
///
/// What no page shows by itself the table shows as a whole: which columns it has, where a label goes on, which headings
/// stand over what. The head that each page repeats is left out, and the pages are put as close to each other as two
/// lines of one text are, so that nothing but what stands there tells whether a row was cut.
enum LongTable {
    /// The table as a whole; nil where its pages do not make one.
    static func table(_ parts: [AlignedPart]) -> PageTable? {
        guard parts.count > 1, var whole = parts.first,
            parts.reduce(0, { $0 + $1.text.runs.count }) <= whole.scale.settings.runLimit
        else { return nil }
        for part in parts.dropFirst() { whole.append(part) }
        // What stands close to each other on one page may be parted by what stands below it on the next.
        whole.text = RunFinder(whole.page, whole.scale.settings).runs(whole.text.words)
        return AlignedTableBuilder(whole).table()?.table
    }
}

extension AlignedPart {
    /// The size of its text, in points.
    private var em: Double { text.runs.map(\.size).median ?? scale.em }

    private var lines: [AlignedLine] {
        let runs = Array(text.runs.indices)
        return AlignedRegion(text, runs, columns: [], rules: [], scale).lines(runs)
    }

    /// The lines without those of vertical labels alone, which hang out of their table where a page's end cuts it.
    private var ownLines: [AlignedLine] {
        let stacked = Set(text.stacks(of: page).joined())
        let lines = lines
        let own = lines.filter { $0.runs.count > 1 || !stacked.contains($0.runs[0]) }
        return own.isEmpty ? lines : own
    }

    // MARK: Heads

    /// The part without the head of the table that it goes on with, where it repeats it: the very characters at the same
    /// places. Nil where it does not.
    func withoutHead(of upper: AlignedPart) -> AlignedPart? {
        let stacked = Set(text.stacks(of: page).joined())
        let lines = lines.map { line in line.runs.filter { !stacked.contains($0) } }.filter { !$0.isEmpty }
        guard let first = lines.first?.first.map({ text.runs[$0] }) else { return nil }
        let begin = page.glyphs[text.words[first.words.lowerBound].glyphs.lowerBound]
        // Where its first character stands above, at the top of the table or below another's rows.
        let top = upper.lines.first.map { $0.y + 0.3 * em } ?? 0
        let starts = upper.page.glyphs.filter {
            $0.scalar == begin.scalar && abs($0.box.midX - begin.box.midX) < 0.3 * em
        }
        for start in starts.prefix(Self.mostStarts) {
            let head = PlacedGlyphs(upper, shifted: start.box.midY - begin.box.midY, em)
            let repeated = lines.prefix { line in
                line.allSatisfy { head.holds(text.words[text.runs[$0].words], of: page) }
            }
            let runs = Set(repeated.joined())
            let isTop = start.box.midY < top
            guard runs.count > (isTop ? 1 : 3), isTop || repeated.count > 1,
                !runs.contains(where: { text.runs[$0].isValue && !text.runs[$0].content.isYear })
            else { continue }
            return without(runs)
        }
        return nil
    }

    /// Places of a head's first character that are looked at.
    private static let mostStarts = 20

    /// Its first line, where that is one text alone.
    var loneFirst: (line: TextLine, run: Int)? {
        guard let first = lines.first, first.runs.count == 1, lines.count > 1 else { return nil }
        let run = text.runs[first.runs[0]]
        let line = TextLine(
            text: TextAssembler(page, scale.settings).text(Array(text.words[run.words])),
            place: Place(page: page.number, box: run.box), fontSize: run.size, columnStart: run.box.x,
            columnEnd: run.box.maxX)
        return (line, first.runs[0])
    }

    func without(_ runs: Set<Int>) -> AlignedPart {
        var part = AlignedPart(
            text.runs.indices.filter { !runs.contains($0) }, of: text, page, rules: rules, walls: walls, scale)
        part.endsPage = endsPage
        return part
    }

    // MARK: Rests

    /// The part with those of a page's other texts that stand in a box; nil where none do.
    func with(_ texts: AlignedPart?, in box: Box) -> AlignedPart? {
        texts?.kept(in: box).map { rest in
            var whole = self
            whole.append(
                rest, PageSeam(y: 0, page: page.number, shift: 0, glyph: page.glyphs.count))
            return whole
        }
    }

    /// Those of its texts that stand in a box; nil where none do.
    func kept(in box: Box) -> AlignedPart? {
        let runs = text.runs.indices.filter {
            box.insetBy(-1).contains(x: text.runs[$0].box.midX, y: text.runs[$0].box.midY)
        }
        return runs.isEmpty ? nil : AlignedPart(runs, of: text, page, rules: rules, walls: walls, scale)
    }

    // MARK: Seams

    /// Puts another page below this one.
    fileprivate mutating func append(_ lower: AlignedPart) {
        guard let last = ownLines.last, let first = lower.ownLines.first else { return }
        let shift = max(last.y + pitch(from: last, to: first, of: lower) - first.y, shiftOfStack(in: lower))
        let seam = PageSeam(
            y: (last.bottom + first.top + shift) / 2, page: lower.page.number, shift: shift, glyph: page.glyphs.count)
        // A line at a page's end says nothing of rows, nor one that the last of a label hangs out over.
        let row = ownLines.last { $0.runs.count > 1 } ?? last
        rules.removeAll { $0.y > row.y }
        rules += lower.rules.filter { $0.y > first.y }.map { rule in
            var rule = rule
            rule.y += shift
            return rule
        }
        append(lower, seam)
        walls += lower.walls
        seams.append(seam)
        endsPage = lower.endsPage
    }

    /// How far down a vertical label has to be moved that goes on overleaf, to follow its first characters, which hang out
    /// below the page's last row: unruled-weasyprint-any11 of seed 141.
    private func shiftOfStack(in lower: AlignedPart) -> Double {
        let upper = text.stacks(of: page).map { stack in stack.suffix(2).map { text.runs[$0].box } }.filter {
            $0.count == 2
        }
        return lower.text.stacks(of: lower.page).reduce(-.infinity) { shift, stack in
            guard let first = stack.first.map({ lower.text.runs[$0].box }),
                let end = upper.last(where: { abs($0[1].midX - first.midX) < 0.25 * em })
            else { return shift }
            return max(shift, 2 * end[1].midY - end[0].midY - first.midY)
        }
    }

    /// A head goes on with its next line, unless the texts of that are the last lines of those above them.
    private func pitch(from last: AlignedLine, to first: AlignedLine, of lower: AlignedPart) -> Double {
        let settings = scale.settings
        let isHead = !text.runs.contains { $0.isValue && !$0.content.isYear }
        let goesOn = first.runs.allSatisfy { index in
            let run = lower.text.runs[index]
            return last.runs.contains { other in
                !run.isValue && abs(text.runs[other].box.midX - run.box.midX) < 0.4 * run.size
            }
        }
        return (isHead && !goesOn ? settings.seamInHead : settings.seam) * em
    }

    private mutating func append(_ lower: AlignedPart, _ seam: PageSeam) {
        var (page, text) = lower.text.kept(Array(lower.text.runs.indices), of: lower.page)
        let fonts = page.fonts.map { font in
            self.page.fonts.firstIndex(of: font).map { Int32(truncatingIfNeeded: $0) } ?? addedFont(font)
        }
        func font(_ index: Int32) -> Int32 { fonts.indices.contains(Int(index)) ? fonts[Int(index)] : index }
        for index in page.glyphs.indices {
            page.glyphs[index].box.y += seam.shift
            page.glyphs[index].font = font(page.glyphs[index].font)
        }
        for index in text.words.indices {
            text.words[index].box.y += seam.shift
            let glyphs = text.words[index].glyphs
            text.words[index].glyphs = glyphs.lowerBound + seam.glyph..<glyphs.upperBound + seam.glyph
        }
        for index in text.runs.indices {
            text.runs[index].box.y += seam.shift
            text.runs[index].font = font(text.runs[index].font)
        }
        let count = self.text.runs.count
        self.page.glyphs += page.glyphs
        self.text.append(text)
        self.text.left += text.left.map { $0 < 0 ? -1 : $0 + count }
        self.text.right += text.right.map { $0 < 0 ? -1 : $0 + count }
    }

    private mutating func addedFont(_ font: String) -> Int32 {
        page.fonts.append(font)
        return Int32(truncatingIfNeeded: page.fonts.count - 1)
    }
}

/// A page's characters, to be found again on another.
private struct PlacedGlyphs {
    private struct Place: Hashable {
        var scalar: Unicode.Scalar
        var x: Int
        var y: Int
    }

    private var places: Set<Place> = []
    private let step: Double

    /// - Parameter shift: how much further down they stand than on the other page.
    init(_ part: AlignedPart, shifted shift: Double, _ em: Double) {
        step = max(0.4 * em, 1)
        for glyph in part.page.glyphs { places.insert(place(glyph, 0, -shift)) }
    }

    private func place(_ glyph: Glyph, _ x: Double, _ y: Double) -> Place {
        func number(_ value: Double) -> Int { Int((value / step).rounded().clamped(to: -1e6...1e6)) }
        return Place(scalar: glyph.scalar, x: number(glyph.box.midX + x), y: number(glyph.box.midY + y))
    }

    func holds(_ words: ArraySlice<Word>, of page: Page) -> Bool {
        let slack = [-0.25 * step, 0.25 * step]
        return words.allSatisfy { word in
            page.glyphs[word.glyphs].allSatisfy { glyph in
                slack.contains { x in slack.contains { y in places.contains(place(glyph, x, y)) } }
            }
        }
    }
}
