import ReportModel

/// Parts a block into the tables that stand in it under each other.
///
/// A new head below rows of values, and below that rows of far more values: that is another table, whatever stands
/// between the two. A section of one table has no more columns than the sections before it.
struct BlockSplitter {
    private let text: RunText
    private let rules: [RowRule]
    private let scale: PageScale

    private struct Line {
        var runs: [Int]
        var y: Double
        var top: Double
        var bottom: Double
        var values = 0
    }

    init(_ text: RunText, _ rules: [RowRule], _ scale: PageScale) {
        self.text = text
        self.rules = rules
        self.scale = scale
    }

    /// - Parameter isFramed: lines stand around it; then only a head over far more columns begins a table.
    func split(_ block: AlignedBlock, isFramed: Bool) -> [AlignedBlock] {
        let lines = lines(block.runs)
        var cuts: [Int] = []
        var most = 0
        var last: Int?
        for (index, line) in lines.enumerated() {
            if let above = last, repeatsHead(line, of: lines[(cuts.last ?? 0)..<above]) {
                cuts.append((above + 1...index).max { gap(lines, $0) < gap(lines, $1) } ?? index)
                (most, last) = (0, nil)
            }
            guard line.values > 0 else { continue }
            if let above = last, let cut = cut(lines, above: above, below: index),
                line.values >= most + scale.settings.moreColumns
                    || !isFramed && line.values != most && isHeading(lines, cut, from: cuts.last ?? 0, above: above)
            {
                cuts.append(cut)
                most = 0
            }
            most = max(most, line.values)
            last = index
        }
        if let above = last, let cut = trailing(lines, from: cuts.last ?? 0, above: above, most, isFramed) {
            cuts.append(cut)
        }
        guard !cuts.isEmpty else { return [block] }
        let starts = [0] + cuts
        let ends = cuts + [lines.count]
        return zip(starts, ends).map { AlignedBlock(runs: lines[$0..<$1].flatMap(\.runs)) }
    }

    /// The widest gap between two lines of values, where texts stand side by side below it.
    private func cut(_ lines: [Line], above: Int, below: Int) -> Int? {
        guard below - above > 1 else { return nil }
        let cut = (above + 1..<below).max { gap(lines, $0) < gap(lines, $1) }
        guard var cut, lines[cut..<below].contains(where: { $0.runs.count > 2 }) else { return nil }
        // The heading of all columns goes with them, however close it stands to the table above, and so do those of some.
        while cut - 1 > above,
            isHeading(lines[cut - 1], over: lines[cut...below]) || areHeadings(lines[cut - 1], over: lines[cut])
        {
            cut -= 1
        }
        return cut
    }

    /// Is a line the head of another table: are half of its texts those of a table's first line? Years and dates stand in
    /// heads as well; then what the labels are called by is the same.
    private func repeatsHead(_ line: Line, of table: ArraySlice<Line>) -> Bool {
        guard line.runs.count > 2, line.runs.count <= RunText.mostHeadings,
            let head = table.first(where: { $0.runs.count > 2 }), head.runs.count <= RunText.mostHeadings
        else { return false }
        let (texts, others) = (sorted(line), sorted(head))
        let same = texts.map { run in others.contains { isSame(run, $0) } }
        return same.count { $0 } > 1 && same.count { $0 } * 2 >= texts.count
            && (line.values == 0 || isSame(texts[0], others[0]))
    }

    private func sorted(_ line: Line) -> [Run] { line.runs.map { text.runs[$0] }.sorted { $0.box.x < $1.box.x } }

    /// As wide, and of as many letters.
    private func isSame(_ one: Run, _ two: Run) -> Bool {
        one.content.letters > 1 && one.content.letters == two.content.letters
            && one.content.digits == two.content.digits && abs(one.box.width - two.box.width) < 0.05
    }

    /// Do the texts of a line stand in the middle of several of the next line each? Even rows part them from those above
    /// as far as from those below: partly-reportlab-any22 of seed 109.
    private func areHeadings(_ line: Line, over lower: Line) -> Bool {
        line.values == 0 && lower.values == 0 && line.runs.count > 1 && text.areSpanners(line.runs, over: lower.runs)
    }

    /// Does a line hold one text alone, in the middle of what stands below it?
    private func isHeading(_ line: Line, over lower: ArraySlice<Line>) -> Bool {
        guard line.runs.count == 1, line.values == 0, let run = line.runs.first.map({ text.runs[$0] }),
            let box = Box.around(lower.flatMap(\.runs).map { text.runs[$0].box })
        else { return false }
        // Values at the left of their cells leave the table's end free: unruled-chromium-any50 of seed 113.
        let first = (lower.first?.runs ?? []).map { text.runs[$0].box.midX }
        let middle = first.count > 1 ? ((first.min() ?? 0) + (first.max() ?? 0)) / 2 : box.midX
        return min(abs(run.box.midX - box.midX), abs(run.box.midX - middle)) < 1.2 * scale.em
            && run.box.width < 0.5 * box.width
    }

    /// Does a cut lie over a line that stands alone, further from the lines above it than those are from each other?
    private func isHeading(_ lines: [Line], _ cut: Int, from start: Int, above: Int) -> Bool {
        guard above > start + 1, lines[cut].runs.count == 1 else { return false }
        let widest = (start + 1...above).map { gap(lines, $0) }.max() ?? 0
        return gap(lines, cut) > max(1.3 * widest, 0.6 * scale.em)
    }

    /// The head of a table whose rows stand overleaf: texts side by side below the last values, further from them than
    /// any two lines of the table are, or far more than the table has columns. Or headings below one that is set as the one
    /// over rows of nothing but values.
    private func trailing(_ lines: [Line], from start: Int, above: Int, _ most: Int, _ isFramed: Bool) -> Int? {
        let rest = above + 1..<lines.count
        guard rest.count > 1, above > 1 else { return nil }
        // partly-cairo-any10 of seed 141
        if isHeading(lines[above + 1], over: lines[rest]), let end = lines.last?.bottom,
            lines[rest].contains(where: { $0.runs.count >= most + scale.settings.moreColumns }),
            !text.runs.contains(where: { $0.box.y > end })
        {
            return above + 1
        }
        if isFramed { return nil }
        // unruled-writer-any26 of seed 141
        if lines[above].values == lines[above].runs.count,
            let next = rest.dropLast().first(where: { next in
                lines[start...above].prefix(Self.mostTitles).contains { isSet(lines[next], like: $0) }
            }),
            lines[next + 1].runs.count > 1
        {
            return next
        }
        guard let cut = rest.max(by: { gap(lines, $0) < gap(lines, $1) }),
            lines[cut...].contains(where: { $0.runs.count > 1 })
        else { return nil }
        let widest = (1...above).map { gap(lines, $0) }.max() ?? 0
        return gap(lines, cut) > max(1.2 * widest, 0.6 * scale.em) ? cut : nil
    }

    /// Lines of titles above a table's own heading.
    private static let mostTitles = 6

    /// Do two lines hold one text each, in one type and over one middle?
    private func isSet(_ line: Line, like other: Line) -> Bool {
        guard line.runs.count == 1, other.runs.count == 1 else { return false }
        return text.isSet(line.runs[0], like: other.runs[0])
    }

    private func gap(_ lines: [Line], _ index: Int) -> Double { lines[index].top - lines[index - 1].bottom }

    private func lines(_ runs: [Int]) -> [Line] {
        var lines: [Line] = []
        for index in runs.sorted(by: { text.runs[$0].box.midY < text.runs[$1].box.midY }) {
            let run = text.runs[index]
            if let last = lines.last, run.box.midY - last.y < 0.4 * run.size {
                lines[lines.count - 1].runs.append(index)
                lines[lines.count - 1].top = min(last.top, run.box.y)
                lines[lines.count - 1].bottom = max(last.bottom, run.box.maxY)
            } else {
                lines.append(Line(runs: [index], y: run.box.midY, top: run.box.y, bottom: run.box.maxY))
            }
            if run.isValue, !run.content.isYear { lines[lines.count - 1].values += 1 }
        }
        for (index, line) in lines.enumerated() where line.runs.count == 1 {
            guard let band = rules.band(around: text.runs[line.runs[0]]) else { continue }
            lines[index].top = min(line.top, band.lowerBound)
            lines[index].bottom = max(line.bottom, band.upperBound)
        }
        return lines
    }
}
