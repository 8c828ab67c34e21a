import LeptonicaBridge

/// line of ink → the characters of the form's labels that stand in it
///
/// Labels come from a known set, written with some two hundred characters. Telling those apart takes a hundredth of the
/// time that transcribing takes, and whatever is none of them makes no label.
struct CharacterReader: Sendable {
    /// One character, as likely as not one of the form's.
    struct Character: Sendable {
        var scalar: Unicode.Scalar
        /// How much nearer it is than the next that it could be.
        var lead: Float
    }

    private let discriminants: Convolution
    private let means: Convolution
    private let characters: [Unicode.Scalar]

    static let trained = CharacterReader(
        discriminants: CharacterWeights.discriminants, means: CharacterWeights.means,
        characters: CharacterWeights.characters)

    /// Nil where the weights are not of one piece.
    private init?(discriminants: Convolution?, means: Convolution?, characters: [Unicode.Scalar]) {
        guard let discriminants, let means, means.inputs == discriminants.outputs, means.outputs == characters.count
        else { return nil }
        self.discriminants = discriminants
        self.means = means
        self.characters = characters
    }

    /// - Parameter crop: one line, its ink between its `left` and its `right`.
    /// - Parameter em: the height of its characters.
    func read(_ crop: InkCrop, em: Double) -> [Character] {
        guard let ink = LineInk(crop) else { return [] }
        let cuts = ink.cuts(em: em, within: max(0, crop.left - 2)..<min(crop.width, crop.right + 2))
        let pieces = pieces(of: ink, cuts, em)
        guard !pieces.isEmpty else { return [] }
        return path(through: pieces, judged(pieces, ink, em), cuts: cuts.count)
    }

    /// What may be one character: the ink between two cuts.
    private struct Piece {
        var first: Int
        var last: Int
        var box: PixelBox
        /// In ems.
        var width: Double
    }

    private func pieces(of ink: LineInk, _ cuts: [Int], _ em: Double) -> [Piece] {
        var pieces: [Piece] = []
        for first in cuts.indices {
            for last in cuts.indices[(first + 1)...] {
                guard let box = ink.box(of: cuts[first]..<cuts[last]) else { continue }
                let width = Double(box.width) / em
                if width > Self.widest { break }
                pieces.append(Piece(first: first, last: last, box: box, width: width))
            }
        }
        return pieces
    }

    private static let widest = 1.15
    /// A point costs as much as a character as wide as this.
    private static let narrowest = 0.2

    private struct Judgement {
        var best: Int
        var distance: Float
        var lead: Float
    }

    private func judged(_ pieces: [Piece], _ ink: LineInk, _ em: Double) -> [Judgement] {
        var map = FeatureMap(rows: 1, columns: pieces.count, groups: CharacterSquare.blocks * CharacterSquare.blocks)
        for (index, piece) in pieces.enumerated() {
            let features = CharacterSquare.features(of: ink, in: piece.box, em: em)
            map.values.replaceSubrange(index * map.groups..<(index + 1) * map.groups, with: features)
        }
        let places = discriminants.applied(to: map)
        let scores = means.applied(to: places)
        return pieces.indices.map { index in
            let place = places.values[index * places.groups..<(index + 1) * places.groups]
            var judgement = Judgement(best: 0, distance: .infinity, lead: 0)
            var second = -Float.infinity
            var best = -Float.infinity
            for (number, score) in scores.channels(row: 0, column: index, count: characters.count).enumerated() {
                if score > best {
                    (second, best) = (best, score)
                    judgement.best = number
                } else if score > second {
                    second = score
                }
            }
            judgement.distance = place.map { ($0 * $0).sum() }.reduce(0, +) - best
            judgement.lead = best - second
            return judgement
        }
    }

    /// The pieces from one end to the other that look most like characters.
    private func path(through pieces: [Piece], _ judgements: [Judgement], cuts: Int) -> [Character] {
        var costs = [Double](repeating: .infinity, count: cuts)
        var before = [Int?](repeating: nil, count: cuts)
        costs[0] = 0
        // By their beginnings, as they were made.
        for (index, piece) in pieces.enumerated() where costs[piece.first] < .infinity {
            let cost =
                costs[piece.first] + Double(judgements[index].distance) * max(piece.width, Self.narrowest)
            if cost < costs[piece.last] {
                costs[piece.last] = cost
                before[piece.last] = index
            }
        }
        var result: [Character] = []
        var cut = cuts - 1
        while cut > 0 {
            guard let index = before[cut] else {
                cut -= 1
                continue
            }
            let judgement = judgements[index]
            result.append(Character(scalar: characters[judgement.best], lead: judgement.lead))
            cut = pieces[index].first
        }
        return result.reversed()
    }
}
