import LeptonicaBridge

/// pieces of ink → runs: what stands close together in one line
struct RunFinder {
    let em: Double
    let settings: ScanSettings

    /// The runs, from the top.
    func runs(of pieces: [PixelBox]) -> [InkLine] {
        let large = pieces.filter {
            Double($0.height) >= settings.characterHeight * em && Double($0.height) < 3 * em
                && Double($0.width) < 6 * em
        }
        .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        var sets = DisjointSets(large.count)
        // Pieces that may still have a neighbour to the right, by the height they stand at.
        var open: [Int: [Int]] = [:]
        let band = max(1, Int(em))
        for (index, piece) in large.enumerated() {
            let bands = (piece.y / band - 2)...(piece.maxY / band + 1)
            for number in bands {
                guard let neighbours = open[number] else { continue }
                open[number] = neighbours.filter { Double(piece.x - large[$0].maxX) <= settings.runGap * em }
                for other in open[number] ?? [] where standBeside(large[other], piece) { sets.join(other, index) }
            }
            open[piece.y / band, default: []].append(index)
        }
        var groups: [Int: [PixelBox]] = [:]
        for (index, piece) in large.enumerated() { groups[sets.root(index), default: []].append(piece) }
        let small = SmallPieces(pieces.filter { Double($0.height) < settings.characterHeight * em }, band: band)
        let finder = InkLineFinder(em: em, settings: settings)
        return groups.keys.sorted().compactMap { key -> InkLine? in
            guard let group = groups[key], let first = group.first else { return nil }
            let box = group.dropFirst().reduce(first) { $0.union($1) }
            return finder.line(of: group, small: small.near(box, em: em))
        }
        .sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
    }

    private func standBeside(_ left: PixelBox, _ right: PixelBox) -> Bool {
        let common = min(left.maxY, right.maxY) - max(left.y, right.y)
        return Double(common) > 0.4 * Double(min(left.height, right.height))
    }
}

/// Points, commas and dirt, by the height they stand at.
private struct SmallPieces {
    private var bands: [Int: [PixelBox]] = [:]
    private let band: Int

    init(_ pieces: [PixelBox], band: Int) {
        self.band = band
        for piece in pieces { bands[piece.y / band, default: []].append(piece) }
    }

    func near(_ box: PixelBox, em: Double) -> [PixelBox] {
        let levels = (box.y / band - 1)...(box.maxY / band + 1)
        let beside = levels.flatMap { bands[$0] ?? [] }
        let (top, bottom) = (Double(box.y) - 0.2 * em, Double(box.maxY) + 0.2 * em)
        let (left, right) = (Double(box.x) - em, Double(box.maxX) + em)
        return beside.filter { piece in
            piece.midY > top && piece.midY < bottom && Double(piece.x) > left && Double(piece.maxX) < right
        }
    }
}

/// Which of many things belong together.
struct DisjointSets {
    private var parents: [Int]

    init(_ count: Int) {
        parents = Array(0..<count)
    }

    mutating func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }

    mutating func join(_ a: Int, _ b: Int) { parents[root(a)] = root(b) }
}
