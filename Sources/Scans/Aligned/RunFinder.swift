import LeptonicaBridge

/// pieces of ink → runs: what stands close together in one line
struct RunFinder {
    let em: Double
    let settings: ScanSettings

    /// The runs, from the top.
    func runs(of pieces: [PixelBox]) -> [InkLine] {
        let (strokes, others) = strokes(of: pieces)
        let large =
            (others.filter {
                Double($0.height) >= settings.characterHeight * em && Double($0.height) < 3 * em
                    && Double($0.width) < 6 * em
            } + strokes)
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
        let low = others.filter { Double($0.height) < settings.characterHeight * em }
        var small = SmallPieces(low, band: band)
        let finder = InkLineFinder(em: em, settings: settings)
        var lines = groups.keys.sorted().compactMap { key -> [PixelBox]? in groups[key] }
        lines.sort { (Self.around($0).y, Self.around($0).x) < (Self.around($1).y, Self.around($1).x) }
        // More than a page has: noise, which is not worth putting together.
        if lines.count < Self.mostRuns {
            lines = bridged(stacked(lines), small)
            let loose = Set(looseStrokes(lines))
            // The foot of a 2 that has come off is one (hard150-horizontal).
            small = SmallPieces(low + loose.flatMap { lines[$0] }, band: band)
            lines = lines.indices.filter { !loose.contains($0) }.map { lines[$0] }
        }
        func run(_ pieces: [PixelBox]) -> InkLine? {
            finder.line(of: pieces, small: small.near(Self.around(pieces), em: em))
        }
        let found = lines.compactMap { pieces in run(pieces).map { (pieces: pieces, run: $0) } }
        return inlaid(found.map(\.run)).compactMap { run($0.flatMap { found[$0].pieces }) }
            .sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
    }

    /// Which runs are one: what stands between two pieces of a run is of it, though of a 5 that fell apart the lower half is
    /// left and of the digits beside it the upper (fax-outer: 252 was read twice, as 2 2 with a 5 in it and as a 5 with the
    /// feet of both beside it). So are two with the same digit, which fell into small pieces: 25 was 2525, 624 was 6224.
    private func inlaid(_ runs: [InkLine]) -> [[Int]] {
        guard runs.count < Self.mostRuns else { return runs.indices.map { [$0] } }
        let boxes = runs.map { Self.around($0.pieces) }
        var sets = DisjointSets(runs.count)
        for (index, box) in boxes.enumerated() {
            let host = boxes.indices.first { host in
                let around = boxes[host]
                let common = Double(min(around.maxY, box.maxY) - max(around.y, box.y))
                return around.x < box.x && box.maxX < around.maxX
                    && common > Self.commonHeight * Double(min(around.height, box.height))
                    && runs[host].pieces.allSatisfy { $0.maxX <= box.x || box.maxX <= $0.x }
            }
            if let host { sets.join(index, host) }
            for other in runs.indices.dropFirst(index + 1) where haveTheSameDigit(runs[index], runs[other]) {
                sets.join(index, other)
            }
        }
        return Dictionary(grouping: runs.indices) { sets.root($0) }.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    /// Whether small pieces that two runs of one line have both taken are as high as a digit, and nothing parts them.
    private func haveTheSameDigit(_ one: InkLine, _ other: InkLine) -> Bool {
        guard one.box.intersection(other.box) != nil, Double(one.box.union(other.box).height) < Self.square * em
        else { return false }
        let common = one.smallPieces.filter(other.smallPieces.contains)
        guard Double(Self.around(common).height) > Self.commonHeight * Double(min(one.box.height, other.box.height))
        else { return false }
        let ink = [one, other].flatMap { $0.pieces + $0.smallPieces }.sorted { $0.x < $1.x }
        var end = ink.first?.maxX ?? 0
        return ink.allSatisfy { piece in
            defer { end = max(end, piece.maxX) }
            return Double(piece.x - end) <= settings.digitGap * em
        }
    }

    private static let mostRuns = 3000
    /// The side of a character's square where type is drawn small in it, as that of KaiTi is: the em is the height of its
    /// ink. Ink of two lines reaches further.
    private static let square = 1.15
    private static let commonHeight = 0.6

    /// The halves of a digit that fell apart, and of a character that ends a label on a line of its own (clean300-none: 日
    /// and 里 of 量, read as 2 and 至).
    private func stacked(_ lines: [[PixelBox]]) -> [[PixelBox]] {
        var result: [[PixelBox]] = []
        for pieces in lines {
            let box = Self.around(pieces)
            let above =
                pieces.count > 1
                ? nil
                : result.lastIndex { other in
                    let upper = Self.around(other)
                    let common = min(box.maxX, upper.maxX) - max(box.x, upper.x)
                    return other.count == 1 && Double(max(box.width, upper.width)) < Self.square * em
                        && Double(common) > 0.6 * Double(min(box.width, upper.width))
                        && Double(box.maxY - upper.y) < Self.square * em
                }
            if let above, let upper = result[above].first {
                result[above] = [upper.union(box)]
            } else {
                result.append(pieces)
            }
        }
        return result
    }

    /// Runs with a quotation mark, a colon or a full stop between them are one: such a sign leaves most of its square
    /// white.
    private func bridged(_ lines: [[PixelBox]], _ small: SmallPieces) -> [[PixelBox]] {
        var result: [(pieces: [PixelBox], box: PixelBox)] = []
        for pieces in lines.sorted(by: { Self.around($0).x < Self.around($1).x }) {
            let box = Self.around(pieces)
            let left = result.lastIndex { other in
                let gap = box.x - other.box.maxX
                guard gap > 0, Double(gap) < settings.numeralGap * em, standBeside(other.box, box),
                    let last = other.pieces.max(by: { $0.maxX < $1.maxX }),
                    let first = pieces.min(by: { $0.x < $1.x }),
                    isWide(last), isWide(first) || isHigh(pieces, small.near(box, em: em))
                else { return false }
                // The first half of 行 is as narrow as a bracket.
                if isBracket(last) != isBracket(first), Double(gap) < settings.bracketGap * em { return true }
                let isNumeral = other.pieces.count == 1 && Double(last.height) < Self.numeral * em
                if Double(gap) >= settings.bridgedGap * em {
                    guard isNumeral else { return false }
                } else if isNumeral, Double(last.height) < 0.3 * em {
                    return true
                }
                return small.near(other.box.union(box), em: em).contains { sign in
                    sign.x >= other.box.maxX - Int(0.1 * em) && sign.maxX <= box.x + Int(0.1 * em)
                        && Double(max(sign.width, sign.height)) > Self.sign * em
                }
            }
            if let left {
                result[left] = (result[left].pieces + pieces, result[left].box.union(box))
            } else {
                result.append((pieces, box))
            }
        }
        return result.map(\.pieces)
    }

    /// Chinese characters are wider than digits.
    private func isWide(_ piece: PixelBox) -> Bool { Double(max(piece.width, piece.height)) > 0.75 * em }

    /// And higher, with all their pieces: 彳 of 行 falls into two, one of them as small as a sign.
    private func isHigh(_ pieces: [PixelBox], _ small: [PixelBox]) -> Bool {
        let left = pieces.map(\.x).min() ?? 0
        let half = (pieces + small.filter { $0.x >= left && Double($0.height) > Self.sign * em })
            .filter { Double($0.x - left) < Self.half * em }
        return Double(Self.around(half).height) > 0.75 * em
    }

    /// Less than half of a character, in ems.
    private static let half = 0.45
    /// Smaller ink is dirt, in ems.
    private static let sign = 0.12
    /// The height of 二, in ems, and 一 has less.
    private static let numeral = 0.75

    private func isBracket(_ piece: PixelBox) -> Bool {
        Double(piece.width) < 0.4 * em && Double(piece.height) > 0.8 * em
    }

    /// A stroke right above or below other ink is a part of a character, not a dash.
    private func looseStrokes(_ lines: [[PixelBox]]) -> [Int] {
        let boxes = lines.map(Self.around)
        func isStroke(_ box: PixelBox) -> Bool { Double(box.height) < settings.characterHeight * em }
        return boxes.indices.filter { index in
            let box = boxes[index]
            return isStroke(box)
                && boxes.contains { other in
                    let gap = max(box.y - other.maxY, other.y - box.maxY)
                    let common = min(box.maxX, other.maxX) - max(box.x, other.x)
                    return !isStroke(other) && Double(gap) < 0.25 * em && 2 * common > box.width
                }
        }
    }

    private static func around(_ pieces: [PixelBox]) -> PixelBox {
        guard let first = pieces.first else { return PixelBox(x: 0, y: 0, width: 0, height: 0) }
        return pieces.dropFirst().reduce(first) { $0.union($1) }
    }

    /// Strokes that lie down: 一, the parts of 二 and 三, and dashes. Those of one character are one piece.
    private func strokes(of pieces: [PixelBox]) -> (strokes: [PixelBox], others: [PixelBox]) {
        func lies(_ piece: PixelBox) -> Bool {
            Double(piece.height) < settings.characterHeight * em && Double(piece.width) >= 0.5 * em
                && Double(piece.width) < 1.6 * em && Double(piece.width) >= 2.2 * Double(piece.height)
        }
        var strokes: [PixelBox] = []
        for piece in pieces.filter(lies).sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
            let near = strokes.indices.reversed().prefix { Double(piece.y - strokes[$0].y) < 1.2 * em }
            let above = near.first { index in
                let other = strokes[index]
                let common = min(other.maxX, piece.maxX) - max(other.x, piece.x)
                return Double(common) > 0.6 * Double(min(other.width, piece.width))
                    && Double(piece.y - other.maxY) < 0.62 * em
                    && Double(piece.maxY - other.y) < 1.1 * em
            }
            if let above { strokes[above] = strokes[above].union(piece) } else { strokes.append(piece) }
        }
        return (strokes, pieces.filter { !lies($0) })
    }

    private func standBeside(_ left: PixelBox, _ right: PixelBox) -> Bool {
        let common = min(left.maxY, right.maxY) - max(left.y, right.y)
        // A cell's only line stands beside the two of its neighbour, half a line off.
        return Double(common) > 0.4 * Double(min(left.height, right.height))
            && abs(left.midY - right.midY) < settings.lineDrift * em
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
            Double(piece.maxY) > top && Double(piece.y) < bottom && Double(piece.x) > left && Double(piece.maxX) < right
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
