import LeptonicaBridge

/// Puts together again what a fax has left of a digit, where none of its pieces is as high as a character: a 2 that fell
/// into its hook, its neck and its foot would be dirt to all that looks for text (fax-head: a total was not read, and three
/// sums could not be checked).
struct BrokenDigits {
    let em: Double
    let settings: ScanSettings

    /// The pieces, those of one digit as one.
    func joined(_ pieces: [PixelBox]) -> [PixelBox] {
        let small = pieces.indices.filter { isSmall(pieces[$0]) }
        guard small.count < Self.most else { return pieces }
        var sets = DisjointSets(small.count)
        var squares: [Square: [Int]] = [:]
        for (index, place) in small.enumerated() {
            let square = Square(pieces[place], side: em)
            for near in square.around {
                for other in squares[near] ?? [] where areNear(pieces[place], pieces[small[other]]) {
                    sets.join(other, index)
                }
            }
            squares[square, default: []].append(index)
        }
        var groups: [Int: [Int]] = [:]
        for index in small.indices { groups[sets.root(index), default: []].append(small[index]) }
        let digits = groups.values.filter { $0.count > 1 }.compactMap { members -> (box: PixelBox, members: [Int])? in
            let box = members.dropFirst().reduce(pieces[members[0]]) { $0.union(pieces[$1]) }
            return isDigit(box) ? (box, members) : nil
        }
        guard !digits.isEmpty else { return pieces }
        let large = Dictionary(grouping: pieces.indices.filter { !isSmall(pieces[$0]) }) { pieces[$0].y / band }
        let whole = digits.filter { !hangs($0.box, large, pieces) }
        let taken = Set(whole.flatMap(\.members))
        return pieces.indices.filter { !taken.contains($0) }.map { pieces[$0] }
            + whole.map(\.box).sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    }

    private func isSmall(_ piece: PixelBox) -> Bool {
        Double(piece.height) < settings.characterHeight * em && Double(piece.width) < Self.widest * em
    }

    private func isDigit(_ box: PixelBox) -> Bool {
        Double(box.height) >= Self.lowest * em && Double(box.height) < Self.highest * em
            && Double(box.width) < Self.widest * em && box.height > box.width
    }

    private func areNear(_ one: PixelBox, _ other: PixelBox) -> Bool {
        let gap = settings.brokenStroke * em
        return Double(max(one.x, other.x) - min(one.maxX, other.maxX)) <= gap
            && Double(max(one.y, other.y) - min(one.maxY, other.maxY)) <= gap
    }

    /// Whether larger ink stands right above or below, whose part it may be.
    private func hangs(_ box: PixelBox, _ large: [Int: [Int]], _ pieces: [PixelBox]) -> Bool {
        let reach = Int(Self.reach * em)
        return (box.y / band - Self.bands...box.maxY / band + 1).contains { level in
            (large[level] ?? []).contains { index in
                let other = pieces[index]
                return other.x < box.maxX && box.x < other.maxX && other.y < box.maxY + reach
                    && box.y < other.maxY + reach
            }
        }
    }

    private var band: Int { max(1, Int(em)) }

    /// A square of the page, as wide as a character.
    private struct Square: Hashable {
        let x: Int
        let y: Int

        init(_ box: PixelBox, side: Double) {
            x = Int((box.midX / max(1, side)).rounded(.down))
            y = Int((box.midY / max(1, side)).rounded(.down))
        }

        private init(x: Int, y: Int) { (self.x, self.y) = (x, y) }

        var around: [Square] {
            (-1...1).flatMap { down in (-1...1).map { Square(x: x + $0, y: y + down) } }
        }
    }

    /// In ems, as those below: lower ink, or wider, is no digit.
    private static let lowest = 0.45
    private static let highest = 0.95
    private static let widest = 0.65
    private static let reach = 0.2
    /// How high the highest character is.
    private static let bands = 3
    /// More than a page has: noise.
    private static let most = 20_000
}
