import LeptonicaBridge

/// pieces of ink → how far lines of text climb, where a page has too few of them for leptonica
///
/// Digits of one size stand on one line, and so do most characters: from each piece to the next one as high beside it.
struct SkewFinder {
    /// The height of a Chinese character, in pixels.
    let em: Double

    /// The turn, in radians clockwise, that makes lines level; nil where nothing says so.
    func angle(of pieces: [PixelBox]) -> Double? {
        let letters = pieces.filter { Double($0.height) > 0.4 * em && Double($0.height) < 1.15 * em }
            .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard letters.count > 40 else { return nil }
        var slopes: [(slope: Double, weight: Double)] = []
        for (index, piece) in letters.enumerated() {
            for other in letters[(index + 1)...] {
                let distance = Double(other.x - piece.maxX)
                if distance > 12 * em { break }
                guard distance > 0.3 * em, abs(other.height - piece.height) <= 1 + piece.height / 25,
                    abs(other.maxY - piece.maxY) * 2 < piece.height
                else { continue }
                let run = other.midX - piece.midX
                slopes.append((Double(other.maxY - piece.maxY) / run, run))
                break
            }
        }
        guard slopes.count > 30, let middle = median(slopes) else { return nil }
        // Whole pixels make a few slopes of many; around the middle they even out.
        let near = slopes.filter { abs($0.slope - middle) < 0.012 }
        let weight = near.map(\.weight).reduce(0, +)
        // Noise has slopes of all kinds.
        guard weight > 0.5 * slopes.map(\.weight).reduce(0, +) else { return nil }
        return -near.map { $0.slope * $0.weight }.reduce(0, +) / weight
    }

    private func median(_ slopes: [(slope: Double, weight: Double)]) -> Double? {
        let half = slopes.map(\.weight).reduce(0, +) / 2
        var sum = 0.0
        for (slope, weight) in slopes.sorted(by: { $0.slope < $1.slope }) {
            sum += weight
            if sum >= half { return slope }
        }
        return nil
    }
}
