import ReportModel

/// A block without what stands around its table: titles above, notes below, the text between two tables.
struct BlockTrimmer {
    private let text: RunText
    private let rules: [RowRule]
    private let scale: PageScale
    /// Where the page's text begins, running heads left out.
    private let pageTop: Double
    /// See `TableFrames`.
    private let frames: [Box]

    init(_ text: RunText, _ rules: [RowRule], frames: [Box], _ scale: PageScale, pageTop: Double) {
        self.pageTop = pageTop
        self.frames = frames
        self.text = text
        self.rules = rules
        self.scale = scale
    }

    /// Runs on one height: a line, or the lines of cells that are centred against each other.
    private struct Band {
        var runs: [Int]
        var top: Double
        var bottom: Double
        /// Runs stand side by side in it.
        var isMultiple: Bool
        var y: Double { (top + bottom) / 2 }
    }

    /// The runs of the table that the block may hold.
    func table(in block: AlignedBlock) -> [Int]? {
        let bands = bands(block.runs)
        return trimmed(bands).map { bands[$0].flatMap(\.runs) }
    }

    private func bands(_ runs: [Int]) -> [Band] {
        let isMine = Set(runs)
        var bands: [Band] = []
        for index in runs.sorted(by: { text.runs[$0].box.y < text.runs[$1].box.y }) {
            let box = text.runs[index].box
            let isMultiple = text.right[index] >= 0 && isMine.contains(text.right[index])
            if let last = bands.last, last.bottom - box.y > 0.3 * box.height {
                bands[bands.count - 1].runs.append(index)
                bands[bands.count - 1].bottom = max(last.bottom, box.maxY)
                bands[bands.count - 1].isMultiple = last.isMultiple || isMultiple
            } else {
                bands.append(Band(runs: [index], top: box.y, bottom: box.maxY, isMultiple: isMultiple))
            }
        }
        return bands
    }

    private func trimmed(_ bands: [Band]) -> Range<Int>? {
        guard var first = bands.firstIndex(where: \.isMultiple), let lastMultiple = bands.lastIndex(where: \.isMultiple)
        else { return nil }
        var end = lastMultiple + 1
        let firstMultiple = first
        let full = fullRules(bands[first..<end], from: bands[0].top)
        let outline =
            Box.around(bands[first..<end].lazy.flatMap(\.runs).map { text.runs[$0].box })
            ?? Box(x: 0, y: 0, width: 0, height: 0)
        if let frame = frames.first(where: { isFrame($0, of: outline) }) {
            let inside = bands.indices.filter { bands[$0].y > frame.y && bands[$0].y < frame.maxY }
            if let first = inside.first, let last = inside.last { return first..<last + 1 }
        }
        // Headings between the rows are centred on the table: then the first of them is above the rows.
        let hasCentredHeadings = bands[first..<end].contains { band in
            guard band.runs.count == 1, let run = band.runs.first else { return false }
            return abs(text.runs[run].box.midX - outline.midX) < 1.2 * scale.em
        }
        // Above: what stands over the values, close by, or inside the frame.
        let reach = reach(bands[first..<end])
        while first > 0,
            keepsAbove(
                bands[first - 1], bands[first], bands, full, outline, hasCentredHeadings,
                // Headings of several columns are as far from each other.
                max(reach, first < firstMultiple ? 1.15 * (bands[first + 1].top - bands[first].bottom) : 0))
                || isRow(first - 1, bands, outline, end)
        {
            first -= 1
        }
        while end < bands.count, keepsBelow(bands[end], bands[end - 1], full) { end += 1 }
        if end < bands.count, isNextHeading(bands[end], below: bands[first..<end], reach) { end += 1 }
        while end - first > 2, isNote(bands[end - 1], below: bands[first..<end - 1]) { end -= 1 }
        // Outside the frame stands no line of its own.
        if let top = full.first, top.y < bands[firstMultiple].y {
            while first + 1 < end, bands[first].y < top.y, !bands[first].isMultiple,
                !isRest(bands[first], ofRest: bands[first + 1], bands)
            { first += 1 }
        }
        if full.count > 1, let bottom = full.last {
            while first + 1 < end, bands[end - 1].y > bottom.y, !bands[end - 1].isMultiple,
                !isOverhang(bands[end - 1], below: bands[end - 2]), !isLowerPiece(bands[end - 1], of: bands[end - 2])
            { end -= 1 }
        }
        return first..<end
    }

    /// Does a frame stand around a table, a line above or below it left out?
    private func isFrame(_ frame: Box, of table: Box) -> Bool {
        guard frame.x < table.x + 0.3 * scale.em, frame.maxX > table.maxX - 0.3 * scale.em else { return false }
        let common = min(frame.maxY, table.maxY) - max(frame.y, table.y)
        return common > 0.8 * table.height && common > 0.3 * frame.height
    }

    /// The rules over most of the width of some bands, a little above and below them too.
    ///
    /// - Parameter top: where the block begins that the bands are of.
    private func fullRules(_ bands: ArraySlice<Band>, from top: Double) -> [RowRule] {
        guard let box = Box.around(bands.flatMap(\.runs).map { text.runs[$0].box }) else { return [] }
        return rules.filter {
            !$0.isSoft && $0.y > min(top, box.y) - 4 * scale.em && $0.y < box.maxY + 4 * scale.em
                && $0.covers(box.x, box.maxX, share: 0.75)
        }
    }

    /// Is a band above the others one of their rows, though it has but one text in the middle? It stands in a coloured
    /// band or between two lines as wide as they are, or is set as the head is and as far above it as rows are apart,
    /// with more room above it.
    private func isRow(_ index: Int, _ bands: [Band], _ outline: Box, _ end: Int) -> Bool {
        let (band, next) = (bands[index], bands[index + 1])
        guard band.runs.count == 1, let run = band.runs.first.map({ text.runs[$0] }),
            let head = next.runs.first.map({ text.runs[$0] }), abs(run.size - head.size) < 0.05 * head.size,
            run.box.x > outline.x - 0.3 * scale.em, run.box.maxX < outline.maxX + 0.3 * scale.em
        else { return false }
        if text.isSpanner(band.runs[0], over: bands[(index + 1)..<end].flatMap(\.runs)) { return true }
        let reach = 2 * run.size
        func isRuled(_ range: Range<Double>) -> Bool {
            rules.contains { range.contains($0.y) && $0.covers(outline.x, outline.maxX, share: 0.85) }
        }
        if isRuled(band.top - reach..<band.y), isRuled(band.y..<min(band.bottom + reach, next.y)) { return true }
        let gaps = zip(bands[(index + 1)..<end], bands[(index + 1)..<end].dropFirst()).map { $1.top - $0.bottom }
            .sorted()
        // Set as the heading of the section that the page ends with, or as the head: unruled-chromium-any47 of seed 142.
        let isAlike = run.font == head.font || bands[end...].contains { isSet($0, like: band) }
        guard let widest = gaps.last, isAlike, !run.beginsWithMarker else { return false }
        let gap = next.top - band.bottom
        if let reach = captionReach(run, bands[(index + 1)..<end], outline),
            gap < max(1.6 * run.size, 1.3 * widest, reach)
        {
            return true
        }
        guard gaps.count > 1 else { return false }
        let above = text.runs.lazy.filter { $0.box.midY < band.y - 0.5 * run.size }.map(\.box.maxY).max() ?? pageTop
        return gap < 1.15 * gaps[gaps.count / 2] + 0.1 * run.size
            && (above <= pageTop || band.top - above > max(1.3 * gap, 0.5 * run.size))
    }

    /// Do two bands hold one text each, in one type and over one middle?
    private func isSet(_ band: Band, like other: Band) -> Bool {
        guard band.runs.count == 1, other.runs.count == 1 else { return false }
        return text.isSet(band.runs[0], like: other.runs[0])
    }

    /// How far above its head a short text may stand that is in the middle of the table or of its columns of values, below
    /// a heading or the values of another table, or at the page's top; nil where it is no line of the head. It is no title:
    /// that is the heading.
    private func captionReach(_ run: Run, _ bands: ArraySlice<Band>, _ outline: Box) -> Double? {
        let head = bands.prefix(6).max { $0.runs.count < $1.runs.count }
        let cells = (head?.runs ?? []).map { text.runs[$0].box }.sorted { $0.x < $1.x }
        // With a heading over the labels and without.
        let middles = [cells.first, cells.dropFirst().first].compactMap { first in
            first.flatMap { first in cells.last.map { (first.x + $0.maxX) / 2 } }
        }
        // Their outer headings stand in cells of different widths: unruled-chromium-any35 of seed 77.
        let slack = max(run.size, 0.06 * (cells.last.map { $0.maxX - (cells.dropFirst().first?.x ?? $0.x) } ?? 0))
        let isOverAll = abs(run.box.midX - outline.midX) < 0.6 * run.size
        let isOverValues =
            cells.count > 3 && middles.contains { abs($0 - run.box.midX) < slack } || isOverHeadings(run, bands)
        guard isOverAll || isOverValues, run.box.width < 0.4 * outline.width else { return nil }
        let above = text.runs.filter { $0.box.midY < run.box.midY - 0.5 * run.size }
        let bottom = above.map(\.box.maxY).max() ?? 0
        let last = above.filter { $0.box.maxY > bottom - 0.5 * run.size }
        if !last.isEmpty, last.allSatisfy({ $0.size > 1.03 * run.size }) {
            return isOverValues ? 0.5 * scale.settings.widestRowGap * run.size : 0
        }
        // Closer to the table below it than to the one above: unruled-reportlab-any20 of seed 115.
        if last.contains(where: \.isValue) { return 0.9 * (run.box.y - bottom) }
        let widest = zip(bands, bands.dropFirst()).map { $1.y - $0.y }.max() ?? 0
        return isOverAll && bottom < pageTop ? 1.1 * widest - run.box.height : nil
    }

    /// Is a text in the middle between two headings of the line below it, which has others beside those? It spans what they
    /// span: unruled-chromium-any8 of seed 116.
    private func isOverHeadings(_ run: Run, _ bands: ArraySlice<Band>) -> Bool {
        let headings = (bands.first?.runs ?? []).map { text.runs[$0].box }.sorted { $0.x < $1.x }
        guard (3...40).contains(headings.count) else { return false }
        return headings.indices.contains { first in
            headings[(first + 1)...].contains { last in
                abs((headings[first].midX + last.midX) / 2 - run.box.midX) < 0.15 * run.size
                    && headings[first].maxX < run.box.x && run.box.maxX < last.x
            }
        }
    }

    private func keepsAbove(
        _ band: Band, _ next: Band, _ bands: [Band], _ full: [RowRule], _ outline: Box, _ hasCentredHeadings: Bool,
        _ reach: Double
    ) -> Bool {
        let isFramed = full.count > 1 && isBelowRule(band, bands, full)
        let gap = next.top - band.bottom
        if isFramed, gap < scale.settings.widestRowGap * scale.em,
            !full.contains(where: { $0.y > band.y && $0.y < next.y })
        {
            return true
        }
        guard gap < reach else { return false }
        // Between the last line of one table and the first of the next stands a heading, in larger type.
        if isFramed, band.runs.count == 1, gap > 0, text.runs[band.runs[0]].size > 1.08 * text.runs[next.runs[0]].size {
            return false
        }
        // A section's heading between the last line of one table and the first of the next (partly-cairo-any10 of seed 141).
        if isFramed, let run = band.runs.first.map({ text.runs[$0] }), band.runs.count == 1, run.beginsWithMarker,
            run.box.x < outline.x + 3 * run.size, full.contains(where: { $0.y > band.y && $0.y < next.y })
        {
            return false
        }
        // A line of a text of several lines stands half beside its neighbour.
        if isFramed || gap < 0 { return true }
        if isRest(band, ofRest: next, bands) { return true }
        if isRest(band, of: next, pitch: 1.45) { return true }
        // A heading of several columns; a title begins with the table or is centred on it, a unit ends with it.
        guard let run = band.runs.first, let size = next.runs.first.map({ text.runs[$0].size }) else { return false }
        let box = text.runs[run].box
        guard abs(text.runs[run].size - size) < 0.1 * size else { return false }
        if band.runs.count > 1 { return true }
        let em = scale.em
        let isCentred = abs(box.midX - outline.midX) < 1.2 * em
        if isCentred, hasCentredHeadings { return true }
        return box.width < 0.6 * outline.width && box.x > outline.x + 2.5 * em && !isCentred
            && outline.maxX - box.maxX > em
    }

    /// Is a rule right above a band, or above others of its block? Below the last rule of another table stands a note or a
    /// heading first.
    private func isBelowRule(_ band: Band, _ bands: [Band], _ full: [RowRule]) -> Bool {
        guard let rule = full.last(where: { $0.y < band.y }) else { return false }
        return !text.runs.indices.contains { index in
            let box = text.runs[index].box
            return box.midY > rule.y && box.maxY < band.top + 0.3 * scale.em && box.x < rule.end
                && box.maxX > rule.start && !bands.contains { $0.runs.contains(index) }
        }
    }

    /// The end of a label whose row stands on the page before: flush with the labels or centred over them, and no wider
    /// than the room they have.
    private func isOverLabel(_ band: Band, _ next: Band) -> Bool {
        guard let index = band.runs.first, band.runs.count == 1 else { return false }
        let run = text.runs[index]
        guard next.top - band.bottom < 1.6 * run.size, !run.beginsWithMarker,
            next.runs.contains(where: { text.runs[$0].isValue })
        else { return false }
        return next.runs.contains { other in
            let cell = text.runs[other]
            let beside = text.right[other] >= 0 ? text.runs[text.right[other]].box.x : 0
            let shift = min(abs(cell.box.x - run.box.x), abs(cell.box.midX - run.box.midX))
            return shift < 0.3 * run.size && run.box.maxX < beside && abs(cell.size - run.size) < 0.1 * run.size
        }
    }

    /// The first lines of a label that begins the page, further above its values than one line, over a rule perhaps.
    private func isRest(_ band: Band, ofRest next: Band, _ bands: [Band]) -> Bool {
        guard let top = bands.first, top.y < pageTop + 0.3 * scale.em, band.runs.count == 1 else { return false }
        if next.isMultiple {
            return isRest(band, of: next, pitch: 1.45) || isOverLabel(band, next)
        }
        guard let upper = band.runs.first.map({ text.runs[$0] }), let lower = next.runs.first.map({ text.runs[$0] })
        else { return false }
        let shift = min(abs(lower.box.x - upper.box.x), abs(lower.box.midX - upper.box.midX))
        return lower.box.midY - upper.box.midY < 1.45 * upper.size && !lower.beginsWithMarker
            && shift < 0.4 * upper.size && abs(lower.size - upper.size) < 0.1 * upper.size
    }

    /// Does a page end with the heading of a section whose rows stand overleaf: set as one above it, over the same middle?
    private func isNextHeading(_ band: Band, below bands: ArraySlice<Band>, _ reach: Double) -> Bool {
        guard let run = band.runs.first.map({ text.runs[$0] }), band.runs.count == 1, let last = bands.last,
            band.top - last.bottom < reach, !text.runs.contains(where: { $0.box.midY > run.box.maxY })
        else { return false }
        return bands.contains { isSet($0, like: band) }
    }

    private func keepsBelow(_ band: Band, _ last: Band, _ full: [RowRule]) -> Bool {
        guard band.top - last.bottom < 1.2 * scale.em else { return false }
        if isLowerPiece(band, of: last) { return true }
        if full.count > 1, full.contains(where: { $0.y > band.y }) { return true }
        return isRest(band, of: last, pitch: 1.45)
            && !band.runs.contains { text.runs[$0].beginsWithMarker }
    }

    /// The last digits of a figure that found no room on one line, in the table's last row.
    private func isLowerPiece(_ band: Band, of last: Band) -> Bool {
        band.runs.allSatisfy { index in
            let run = text.runs[index]
            return run.content.digits > 0 && run.isValue
                && last.runs.contains { other in
                    let upper = text.runs[other]
                    let shift = min(
                        abs(upper.box.x - run.box.x), abs(upper.box.midX - run.box.midX),
                        abs(upper.box.maxX - run.box.maxX))
                    return upper.isValue && upper.content.digits > 0 && shift < 0.4 * run.size
                        && abs(upper.size - run.size) < 0.05 * run.size
                        && run.box.midY - upper.box.midY < 1.7 * run.size
                        && run.box.width < upper.box.width + 0.3 * run.size
                }
        }
    }

    /// Does a text begin where the table does and reach over the columns of most of its rows, with other texts beside it at
    /// most? Two notes on one line are no row.
    private func isNote(_ band: Band, below bands: ArraySlice<Band>) -> Bool {
        let runs = band.runs.map { text.runs[$0] }.sorted { $0.box.x < $1.box.x }
        let start = bands.lazy.flatMap(\.runs).map { text.runs[$0].box.x }.min() ?? 0
        guard let note = runs.first, !note.isValue, note.box.x < start + scale.em,
            runs.count(where: \.isValue) < 2
        else { return false }
        let rows = bands.filter(\.isMultiple)
        let crossed = rows.count { row in
            row.runs.count { text.runs[$0].box.midX > note.box.x && text.runs[$0].box.midX < note.box.maxX } > 1
        }
        return rows.count > 2 && crossed * 2 > rows.count
    }

    /// A label too high for its cell at a page's end hangs out over the last line.
    private func isOverhang(_ band: Band, below last: Band) -> Bool {
        band.top - last.bottom < scale.settings.overhang * scale.em && isRest(band, of: last, pitch: 1.45)
            && !band.runs.contains { text.runs[$0].beginsWithMarker }
    }

    /// How far above the rows their headings can be: as far as most rows are apart, whether their lines or their middles.
    private func reach(_ bands: ArraySlice<Band>) -> Double {
        let rows = bands.filter(\.isMultiple)
        let gaps = zip(rows, rows.dropFirst()).map { $1.top - $0.bottom }.sorted()
        guard gaps.count > 2 else { return max(1.6 * scale.em, min(1.1 * (gaps.first ?? 0), 3 * scale.em)) }
        let pitches = zip(rows, rows.dropFirst()).map { $1.y - $0.y }.sorted()
        let heights = rows.map { $0.bottom - $0.top }.sorted()
        let apart = max(1.15 * gaps[gaps.count / 2], 1.1 * pitches[pitches.count / 2] - heights[0])
        return max(1.6 * scale.em, min(apart, scale.settings.widestRowGap * scale.em))
    }

    /// Is a band the rest of a text in the band next to it: one line, flush with that text or centred with it, close
    /// to it, and no wider than the room it has there?
    private func isRest(_ band: Band, of other: Band, pitch: Double) -> Bool {
        guard let index = band.runs.first, band.runs.count == 1 else { return false }
        let run = text.runs[index]
        return other.runs.contains { candidate in
            let cell = text.runs[candidate]
            let isNear = abs(cell.box.midY - run.box.midY) < pitch * run.size
            let isFlush =
                abs(cell.box.x - run.box.x) < 0.4 * run.size || abs(cell.box.midX - run.box.midX) < 0.4 * run.size
            guard isNear, isFlush, abs(cell.size - run.size) < 0.1 * run.size, !cell.isValue else { return false }
            let beside = other.runs.filter { text.runs[$0].box.x > cell.box.maxX }.map { text.runs[$0].box.x }.min()
            // What is centred on a text is a line of it however much shorter that is: unruled-reportlab-any23 of seed 127.
            let isCentred = abs(cell.box.midX - run.box.midX) < 0.4 * run.size
            return run.box.maxX < (beside ?? run.box.maxX + 1)
                && (isCentred || run.box.maxX < cell.box.maxX + 3 * run.size)
        }
    }
}
