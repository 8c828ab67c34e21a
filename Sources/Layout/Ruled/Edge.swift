import ReportModel

/// A line of the page after its bits have been put together. Its direction follows from the list it is in.
struct Edge: Equatable {
    /// y of a horizontal edge, x of a vertical one.
    var position: Double
    var start: Double
    var end: Double

    var length: Double { end - start }
}

/// A page's lines.
struct PageEdges {
    /// By position.
    var horizontal: [Edge] = []
    /// By position.
    var vertical: [Edge] = []
}

/// rulings → edges: parallel lines that nearly coincide are snapped together, bits and dashes joined.
struct EdgeBuilder {
    private let scale: PageScale

    init(_ scale: PageScale) {
        self.scale = scale
    }

    func edges(from rulings: [Ruling], where isWanted: (Ruling) -> Bool) -> PageEdges {
        var horizontal: [Ruling] = []
        var vertical: [Ruling] = []
        for ruling in rulings where isWanted(ruling) && ruling.isFinite {
            switch ruling.direction {
            case .horizontal: horizontal.append(ruling)
            case .vertical: vertical.append(ruling)
            }
        }
        return PageEdges(horizontal: edges(&horizontal), vertical: edges(&vertical))
    }

    private func edges(_ rulings: inout [Ruling]) -> [Edge] {
        rulings.sort { ($0.position, $0.start) < ($1.position, $1.start) }
        var edges: [Edge] = []
        var first = 0
        while first < rulings.count {
            var end = first + 1
            while end < rulings.count, rulings[end].position - rulings[first].position <= scale.snap { end += 1 }
            append(rulings[first..<end], to: &edges)
            first = end
        }
        return edges
    }

    /// Joins what one snapped line consists of.
    private func append(_ bits: ArraySlice<Ruling>, to edges: inout [Edge]) {
        var weight = 0.0
        var sum = 0.0
        for bit in bits {
            weight += bit.length + 0.01
            sum += (bit.length + 0.01) * bit.position
        }
        let position = sum / weight
        let sorted = bits.sorted { $0.start < $1.start }
        var current: Edge?
        var lastBit = 0.0
        func close() {
            if let edge = current, edge.length >= scale.settings.minimumEdge * scale.em { edges.append(edge) }
        }
        for bit in sorted {
            if var edge = current, bit.start - edge.end <= gapAllowed(after: lastBit, before: bit.length) {
                edge.end = max(edge.end, bit.end)
                current = edge
            } else {
                close()
                current = Edge(position: position, start: bit.start, end: bit.end)
            }
            lastBit = bit.length
        }
        close()
    }

    /// Dashes are short and even; a gap in a long line is an end.
    private func gapAllowed(after: Double, before: Double) -> Double {
        let bit = scale.settings.bitGap * scale.em
        let longer = max(after, before)
        guard longer < 1.5 * scale.em else { return bit }
        return max(bit, min(scale.settings.dashRatio * longer, scale.settings.dashGap * scale.em))
    }
}

extension Ruling {
    var isFinite: Bool { position.isFinite && start.isFinite && end.isFinite }
}
