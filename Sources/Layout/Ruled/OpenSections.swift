import ReportModel

/// Rows of one heading each, drawn without lines at their sides: all vertical lines end above such a row and begin again
/// below it, so that what is one table falls into several grids. The heading stands between these.
struct OpenSections {
    private let page: Page
    private let scale: PageScale

    init(_ page: Page, _ scale: PageScale) {
        self.page = page
        self.scale = scale
    }

    /// No page has more tables than that; a drawing has.
    private static let mostGroups = 100

    /// The groups put together over such rows.
    func joined(_ groups: [EdgeGroup], over words: [Word]) -> [EdgeGroup] {
        guard groups.count > 1, groups.count < Self.mostGroups else { return groups }
        var result: [EdgeGroup] = []
        for group in groups.sorted(by: { top($0) < top($1) }) {
            if let home = result.firstIndex(where: { goesOn(in: group, after: $0, words) }) {
                join(group, to: &result[home])
            } else {
                result.append(group)
            }
        }
        return result
    }

    private func top(_ group: EdgeGroup) -> Double { group.horizontal.first?.position ?? 0 }

    /// With lines at the sides of the row between the two.
    private func join(_ lower: EdgeGroup, to upper: inout EdgeGroup) {
        guard let end = upper.horizontal.last?.position, let start = lower.horizontal.first?.position,
            let left = upper.vertical.first?.position, let right = upper.vertical.last?.position
        else { return }
        upper.horizontal += lower.horizontal
        upper.vertical += lower.vertical + [left, right].map { Edge(position: $0, start: end, end: start) }
        upper.vertical.sort { $0.position < $1.position }
    }

    /// Columns of the same lines, no further below than a row is high; a heading between, and values right below it: another
    /// table would begin with a head.
    private func goesOn(in lower: EdgeGroup, after upper: EdgeGroup, _ words: [Word]) -> Bool {
        guard let end = upper.horizontal.last, let start = lower.horizontal.first, lower.horizontal.count > 1,
            upper.horizontal.count > 1, start.position > end.position, isLike(start, end),
            isRow(start.position - end.position, of: lower) || isRow(start.position - end.position, of: upper)
        else { return false }
        let (one, other) = (columns(upper), columns(lower))
        guard let left = one.first, let right = one.last, min(one.count, other.count) > 2,
            let first = other.first, let last = other.last, isSame(left, first), isSame(right, last)
        else { return false }
        let (few, many) = one.count < other.count ? (one, other) : (other, one)
        guard few.allSatisfy({ line in many.contains { isSame($0, line) } }) else { return false }
        let heading = words.filter {
            $0.box.midY > end.position && $0.box.midY < start.position && $0.box.maxX > left && $0.box.x < right
        }
        guard let word = heading.first,
            heading.allSatisfy({
                abs($0.box.midY - word.box.midY) < 0.5 * word.size && $0.box.x > left && $0.box.maxX < right
            })
        else { return false }
        let next = lower.horizontal[1].position
        return holdsValues(
            words.filter {
                $0.box.midY > start.position && $0.box.midY < next && $0.box.midX > other[1] && $0.box.midX < right
            })
    }

    /// Are most of a row's words numbers, and these no years?
    private func holdsValues(_ words: [Word]) -> Bool {
        let values = words.count { word in
            let scalars = page.glyphs[word.glyphs].map(\.scalar)
            let isYear = scalars.count == 4 && scalars.allSatisfy(\.isDigit) && "12".unicodeScalars.contains(scalars[0])
            return !isYear && scalars.reduce(into: "") { $0.unicodeScalars.append($1) }.isValueLike
        }
        return values > 0 && values * 2 >= words.count
    }

    /// Where a group's vertical lines stand, each place once.
    private func columns(_ group: EdgeGroup) -> [Double] {
        group.vertical.reduce(into: []) { places, edge in
            if places.last.map({ !isSame($0, edge.position) }) ?? true { places.append(edge.position) }
        }
    }

    private func isSame(_ one: Double, _ other: Double) -> Bool { abs(one - other) < scale.reach }

    private func isLike(_ one: Edge, _ other: Edge) -> Bool {
        isSame(one.start, other.start) && isSame(one.end, other.end)
    }

    private func isRow(_ height: Double, of group: EdgeGroup) -> Bool {
        zip(group.horizontal, group.horizontal.dropFirst()).contains {
            abs($1.position - $0.position - height) < 0.15 * height + scale.reach
        }
    }
}
