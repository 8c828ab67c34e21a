import ReportModel

/// Spreads vertical labels whose characters were printed over each other, and puts them in the order that they were
/// printed in.
///
/// A font without the measures of vertical text makes a browser do so with all characters of 三、本年度办理结果, or with
/// some of them, where a page's end parts a cell: ruled-chromium-any60 of seed 111. Their places say nothing of their
/// order then; the file does.
struct SqueezedLabels {
    private let shows: [TextShow]

    init(_ drawing: PageDrawing) { shows = drawing.textShows }

    func spread(in glyphs: [Glyph]) -> [Glyph] {
        let labels = labels()
        guard !labels.isEmpty else { return glyphs }
        var result = glyphs
        for label in labels {
            guard let printed = printed(label, in: glyphs) else { continue }
            spread(printed, in: &result, glyphs)
        }
        return result
    }

    /// Strings of one character each that follow each other in the file and stand over each other on the page, some of
    /// them closer than any two lines.
    private func labels() -> [Range<Int>] {
        var labels: [Range<Int>] = []
        var start = 0
        for end in 1...max(shows.count, 1) where end >= shows.count || !follows(shows[end], shows[end - 1]) {
            let label = start..<min(end, shows.count)
            start = end
            guard Self.lengths.contains(label.count) else { continue }
            let isSqueezed = zip(label, label.dropFirst()).contains { shows[$1].isOver(shows[$0], by: 0.5) }
            if isSqueezed { labels.append(label) }
            if labels.count == Self.mostLabels { break }
        }
        return labels
    }

    /// Two may be a character and its accent; what is longer, or more often there, is no label.
    private static let lengths = 3...40
    private static let mostLabels = 12
    /// Places looked at to tell a code.
    private static let mostPlaces = 8

    private func follows(_ show: TextShow, _ last: TextShow) -> Bool {
        show.code != 0 && last.code != 0 && show.isUpright && last.isUpright && show.isOver(last, by: 2.6)
    }

    /// The glyphs of a label in the order of its strings: those that stand to each other as the strings do. Of several
    /// on one place, their codes tell which is which. Poppler may leave out a character that it takes for no width.
    private func printed(_ label: Range<Int>, in glyphs: [Glyph]) -> [Int]? {
        let first = shows[label.lowerBound]
        let column = glyphs.indices.filter { index in
            abs(glyphs[index].box.x - first.origin.x) < 0.1 * first.fontSize
                && glyphs[index].scalar.properties.generalCategory != .decimalNumber
        }
        for candidate in column where glyphs[candidate].box.holds(y: first.origin.y, 0.1 * first.fontSize) {
            let ascent = first.origin.y - glyphs[candidate].box.y
            let found = label.map { number in column.filter { isAt(shows[number], glyphs[$0], ascent) } }
            let count = Set(found.joined()).count
            // Strings that follow each other on a line without a place of their own seem to stand on one.
            guard found.count(where: \.isEmpty) * 4 <= label.count, count >= Self.lengths.lowerBound,
                count <= label.count
            else { continue }
            return chosen(label, of: found, ascent, glyphs)
        }
        return nil
    }

    private func isAt(_ show: TextShow, _ glyph: Glyph, _ ascent: Double) -> Bool {
        abs(glyph.box.x - show.origin.x) < 0.1 * show.fontSize
            && abs(glyph.box.y + ascent - show.origin.y) < 0.004 * show.fontSize
    }

    /// One glyph for each string that has any.
    private func chosen(_ label: Range<Int>, of found: [[Int]], _ ascent: Double, _ glyphs: [Glyph]) -> [Int] {
        var rest = found
        var chosen = [Int](repeating: -1, count: label.count)
        func choose(_ place: Int, _ glyph: Int) {
            chosen[place] = glyph
            for other in rest.indices { rest[other].removeAll { $0 == glyph } }
        }
        for place in rest.indices where rest[place].count > 1 {
            let scalars = scalars(of: shows[label.lowerBound + place], ascent, glyphs)
            let same = rest[place].filter { scalars.contains(glyphs[$0].scalar) }
            if same.count == 1 { choose(place, same[0]) }
        }
        for place in rest.indices where chosen[place] < 0 {
            if let glyph = rest[place].first { choose(place, glyph) }
        }
        return chosen.filter { $0 >= 0 }
    }

    /// What stands where the same code of the same font is shown elsewhere on the page.
    private func scalars(of show: TextShow, _ ascent: Double, _ glyphs: [Glyph]) -> Set<Unicode.Scalar> {
        var scalars: Set<Unicode.Scalar> = []
        let others = shows.lazy.filter { $0.code == show.code && $0.origin != show.origin && $0.isUpright }
        for other in others.prefix(Self.mostPlaces) {
            let there = glyphs.filter { isAt(other, $0, ascent * other.fontSize / show.fontSize) }
            if there.count == 1 { scalars.insert(there[0].scalar) }
        }
        return scalars
    }

    /// One em for each character, down from where the first of them stood: what is above are other rows.
    private func spread(_ label: [Int], in result: inout [Glyph], _ glyphs: [Glyph]) {
        let size = Double(glyphs[label[0]].fontSize)
        let boxes = label.map { glyphs[$0].box }
        guard let outline = Box.around(boxes) else { return }
        let top = outline.y
        for (place, (slot, index)) in zip(label.sorted(), label).enumerated() {
            result[slot] = glyphs[index]
            result[slot].box = Box(
                x: boxes[place].x, y: top + Double(place) * size, width: boxes[place].width, height: size)
        }
    }
}

extension Box {
    fileprivate func holds(y place: Double, _ slack: Double) -> Bool { y < place && place < maxY + slack }
}

extension TextShow {
    fileprivate var isUpright: Bool { direction.x > 0.99 }

    /// Does it begin right over or under another of its size, no further than so many ems?
    fileprivate func isOver(_ other: TextShow, by ems: Double) -> Bool {
        abs(origin.x - other.origin.x) < 0.01 * fontSize && abs(fontSize - other.fontSize) < 0.01 * fontSize
            && abs(origin.y - other.origin.y) < ems * fontSize
    }
}
