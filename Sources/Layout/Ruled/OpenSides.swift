/// Lines of tables without borders at their sides: a row whose cells are all one has no lines at all but the two above and
/// below it, and parts what is one table. So does a column whose cells are all one, between two pages' ends.
struct OpenSides {
    private let scale: PageScale

    init(_ scale: PageScale) { self.scale = scale }

    /// The groups put together over such rows, with the lines above and below that are theirs.
    func joined(_ groups: [EdgeGroup], _ loose: [Edge]) -> [EdgeGroup] {
        var result: [EdgeGroup] = []
        var loose = loose
        for var group in groups.sorted(by: { top($0) < top($1) }) {
            if isOpen(group) {
                takeLines(&loose, into: &group)
                if let home = result.firstIndex(where: { isOpen($0) && follows(group, $0) }) {
                    result[home].horizontal += group.horizontal
                    result[home].vertical = (result[home].vertical + group.vertical).sorted {
                        $0.position < $1.position
                    }
                    continue
                }
            }
            result.append(group)
        }
        return result.map { isOpen($0) ? closed($0) : $0 }
    }

    /// The groups with the columns beside them that have no line but the one that ends them: a label of many rows on a
    /// page that begins and ends within those.
    func withOuterColumns(_ groups: [EdgeGroup], _ loose: [Edge]) -> [EdgeGroup] {
        // A drawing has lines without end and no labels.
        guard groups.count * loose.count < 1_000_000 else { return groups }
        return groups.map { group in
            guard group.horizontal.count > 1, let first = group.vertical.first, let last = group.vertical.last else {
                return group
            }
            var group = group
            if let line = loose.last(where: { $0.position < first.position && isAsLong($0, first) }) {
                group.vertical.insert(line, at: 0)
                close(line.position, first, &group)
            }
            if let line = loose.first(where: { $0.position > last.position && isAsLong($0, last) }) {
                group.vertical.append(line)
                close(last.position, line, &group)
            }
            return group
        }
    }

    private func isAsLong(_ one: Edge, _ two: Edge) -> Bool {
        let open = scale.settings.openRow * scale.em
        return abs(one.start - two.start) < open && abs(one.end - two.end) < open
    }

    /// Lines above and below the column between a place and a line.
    private func close(_ start: Double, _ line: Edge, _ group: inout EdgeGroup) {
        let (left, right) = (min(start, line.position), max(start, line.position))
        for y in [line.start, line.end] { group.horizontal.append(Edge(position: y, start: left, end: right)) }
        group.horizontal.sort { $0.position < $1.position }
    }

    /// With lines at its sides, so that a row with no other line across is a cell.
    private func closed(_ group: EdgeGroup) -> EdgeGroup {
        guard let first = group.horizontal.first, let last = group.horizontal.last else { return group }
        var group = group
        let sides = [first.start, first.end].map { Edge(position: $0, start: first.position, end: last.position) }
        group.vertical = [sides[0]] + group.vertical + [sides[1]]
        return group
    }

    private func top(_ group: EdgeGroup) -> Double { group.horizontal.first?.position ?? 0 }

    /// Do all of its horizontal lines begin and end at the same places, beyond its vertical ones?
    private func isOpen(_ group: EdgeGroup) -> Bool {
        guard let line = group.horizontal.first, let first = group.vertical.first, let last = group.vertical.last,
            group.horizontal.count > 1, group.horizontal.allSatisfy({ isLike($0, line) })
        else { return false }
        let open = scale.settings.openRow * scale.em
        return line.start < first.position - open && line.end > last.position + open
    }

    private func isLike(_ one: Edge, _ two: Edge) -> Bool {
        abs(one.start - two.start) < scale.reach && abs(one.end - two.end) < scale.reach
    }

    /// Is the space between two lines no other than a row of the group?
    private func isRow(_ height: Double, of group: EdgeGroup) -> Bool {
        let heights = zip(group.horizontal, group.horizontal.dropFirst()).map { $1.position - $0.position }
        return heights.contains { abs($0 - height) < 0.15 * $0 + scale.reach }
    }

    private func takeLines(_ loose: inout [Edge], into group: inout EdgeGroup) {
        while let first = group.horizontal.first,
            let next = loose.lastIndex(where: {
                $0.position < first.position && isLike($0, first) && isRow(first.position - $0.position, of: group)
            })
        {
            group.horizontal.insert(loose.remove(at: next), at: 0)
        }
        while let last = group.horizontal.last,
            let next = loose.firstIndex(where: {
                $0.position > last.position && isLike($0, last) && isRow($0.position - last.position, of: group)
            })
        {
            group.horizontal.append(loose.remove(at: next))
        }
    }

    private func follows(_ lower: EdgeGroup, _ upper: EdgeGroup) -> Bool {
        guard let first = lower.horizontal.first, let last = upper.horizontal.last, isLike(first, last) else {
            return false
        }
        let height = first.position - last.position
        return height > 0 && (isRow(height, of: upper) || isRow(height, of: lower))
    }
}
