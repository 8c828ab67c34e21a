/// Edges that hang together: what one ruled table, frame or drawing consists of.
struct EdgeGroup {
    /// By position.
    var horizontal: [Edge] = []
    /// By position.
    var vertical: [Edge] = []
}

/// edges → intersections → groups
struct EdgeGrouper {
    private let scale: PageScale

    init(_ scale: PageScale) {
        self.scale = scale
    }

    /// - Returns: the groups that have lines in both directions, the lines that cross no other, and whether all
    ///   crossings could be looked at.
    func groups(of edges: PageEdges) -> (groups: [EdgeGroup], loose: PageEdges, isWhole: Bool) {
        let horizontal = edges.horizontal
        let vertical = edges.vertical
        var sets = DisjointSets(count: horizontal.count + vertical.count)
        var budget = scale.settings.crossingLimit
        var isWhole = true
        search: for (index, edge) in horizontal.enumerated() {
            var other = vertical.firstIndex(position: edge.start - scale.reach)
            while other < vertical.count, vertical[other].position <= edge.end + scale.reach {
                budget -= 1
                if budget < 0 {
                    isWhole = false
                    break search
                }
                let crossing = vertical[other]
                if crossing.start - scale.reach <= edge.position, edge.position <= crossing.end + scale.reach {
                    sets.join(index, horizontal.count + other)
                }
                other += 1
            }
        }
        return split(edges, sets: &sets, isWhole: isWhole)
    }

    private func split(
        _ edges: PageEdges, sets: inout DisjointSets, isWhole: Bool
    ) -> (groups: [EdgeGroup], loose: PageEdges, isWhole: Bool) {
        var numbers = [Int](repeating: -1, count: edges.horizontal.count + edges.vertical.count)
        var groups: [EdgeGroup] = []
        func group(_ index: Int) -> Int {
            let root = sets.root(index)
            if numbers[root] < 0 {
                numbers[root] = groups.count
                groups.append(EdgeGroup())
            }
            return numbers[root]
        }
        for (index, edge) in edges.horizontal.enumerated() { groups[group(index)].horizontal.append(edge) }
        for (index, edge) in edges.vertical.enumerated() {
            groups[group(edges.horizontal.count + index)].vertical.append(edge)
        }
        var loose = PageEdges()
        for group in groups {
            if group.vertical.isEmpty { loose.horizontal += group.horizontal }
            if group.horizontal.isEmpty { loose.vertical += group.vertical }
        }
        let crossing = groups.filter { !$0.vertical.isEmpty && !$0.horizontal.isEmpty }
        let sides = OpenSides(scale)
        let closed = sides.withOuterColumns(sides.joined(crossing, loose.horizontal), loose.vertical)
        return (closed, loose, isWhole)
    }
}

extension [Edge] {
    /// The index of the first edge at or behind a position; the edges are in order.
    func firstIndex(position: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].position < position { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Which of n things belong together.
struct DisjointSets {
    private var parents: [Int32]

    init(count: Int) {
        parents = (0..<Int32(count)).map { $0 }
    }

    mutating func root(_ index: Int) -> Int {
        var index = Int32(index)
        while parents[Int(index)] != index {
            let parent = parents[Int(index)]
            parents[Int(index)] = parents[Int(parent)]
            index = parent
        }
        return Int(index)
    }

    mutating func join(_ left: Int, _ right: Int) {
        let left = root(left)
        let right = root(right)
        if left != right { parents[max(left, right)] = Int32(min(left, right)) }
    }
}
