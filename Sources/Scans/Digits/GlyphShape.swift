import LeptonicaBridge

/// What one digit looks like, scaled to the height of all others.
public struct GlyphShape: Sendable, Hashable {
    let width: Int
    /// On paper, in points.
    let height: Double
    /// How dark each place is, row by row, `rows` of them.
    let ink: [UInt8]

    static let rows = DigitNetwork.rows

    /// Nil where nothing stands out from the paper.
    init?(_ crop: InkCrop, height: Double) {
        guard let (ink, width) = crop.normalised() else { return nil }
        self.width = width
        self.height = height
        self.ink = ink.map { UInt8(min(max($0, 0), 1) * 255) }
    }

    /// How much of the ink of both lies where the other has none: 0 for the same, 1 where they share nothing.
    func difference(from other: GlyphShape) -> Double {
        guard abs(width - other.width) <= Self.widthSlack,
            abs(height - other.height) < Self.heightSlack * max(height, other.height)
        else { return 1 }
        return Self.shifts.map { difference(from: other, shifted: $0 + (width - other.width) / 2) }.min() ?? 1
    }

    private static let widthSlack = 4
    /// A stroke that is no 1 has its height by chance only.
    private static let heightSlack = 0.12
    private static let shifts = [-1, 0, 1]

    private func difference(from other: GlyphShape, shifted shift: Int) -> Double {
        var apart = 0
        var whole = 0
        for row in 0..<Self.rows {
            for column in min(0, shift)..<max(width, other.width + shift) {
                let one = column >= 0 && column < width ? Int(ink[row * width + column]) : 0
                let place = column - shift
                let two = place >= 0 && place < other.width ? Int(other.ink[row * other.width + place]) : 0
                apart += abs(one - two)
                whole += one + two
            }
        }
        return whole == 0 ? 1 : Double(apart) / Double(whole)
    }
}
