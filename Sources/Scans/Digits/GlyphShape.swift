import LeptonicaBridge

/// What one digit looks like, scaled to the height of all others.
public struct GlyphShape: Sendable, Hashable {
    let width: Int
    /// On paper, in points.
    let height: Double
    /// How dark each place is, row by row, `rows` of them.
    let ink: [UInt8]
    /// Of all places.
    private let darkness: Int

    static let rows = DigitNetwork.rows

    /// Nil where nothing stands out from the paper.
    init?(_ crop: InkCrop, height: Double) {
        guard let (ink, width) = crop.normalised() else { return nil }
        self.width = width
        self.height = height
        self.ink = ink.map { UInt8(min(max($0, 0), 1) * 255) }
        darkness = self.ink.reduce(0) { $0 + Int($1) }
    }

    /// How much of the ink of both lies where the other has none: 0 for the same, 1 where they share nothing.
    ///
    /// - Parameter limit: what is more than this is not worth telling.
    /// - Returns: nil where it is more.
    func difference(from other: GlyphShape, upTo limit: Double = 1) -> Double? {
        guard abs(width - other.width) <= Self.widthSlack,
            abs(height - other.height) < Self.heightSlack * max(height, other.height)
        else { return limit < 1 ? nil : 1 }
        var least: Double?
        for shift in Self.shifts {
            least = difference(from: other, shifted: shift + (width - other.width) / 2, upTo: least ?? limit) ?? least
        }
        return least
    }

    private static let widthSlack = 4
    /// A stroke that is no 1 has its height by chance only.
    private static let heightSlack = 0.12
    private static let shifts = [-1, 0, 1]

    private func difference(from other: GlyphShape, shifted shift: Int, upTo limit: Double) -> Double? {
        let whole = darkness + other.darkness
        guard whole > 0 else { return limit < 1 ? nil : 1 }
        let most = limit * Double(whole)
        var apart = 0
        for row in 0..<Self.rows {
            for column in min(0, shift)..<max(width, other.width + shift) {
                let one = column >= 0 && column < width ? Int(ink[row * width + column]) : 0
                let place = column - shift
                let two = place >= 0 && place < other.width ? Int(other.ink[row * other.width + place]) : 0
                apart += abs(one - two)
            }
            if Double(apart) > most { return nil }
        }
        return Double(apart) / Double(whole)
    }
}
