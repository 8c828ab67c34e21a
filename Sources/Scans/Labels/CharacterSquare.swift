import LeptonicaBridge

/// One character of a line, brought to one size and measured: how much ink begins and ends in each of eight directions,
/// in six by six places.
enum CharacterSquare {
    static let side = 24
    /// The ink's longer side.
    static let inkSide = 20.0
    /// What is smaller than this share of an em is not enlarged: a point stays a point.
    static let smallest = 0.8
    static let blocks = 6

    /// - Parameter em: the height of the line's characters.
    static func features(of ink: LineInk, in box: PixelBox, em: Double) -> [SIMD8<Float>] {
        measured(squared(ink, box, em))
    }

    /// 24 by 24 values, 0 for paper to 1 for ink.
    private static func squared(_ ink: LineInk, _ box: PixelBox, _ em: Double) -> [Float] {
        let length = max(Double(max(box.width, box.height)), smallest * em)
        let scale = inkSide / length
        let half = Double(side) / 2 / scale
        let across = spreads(from: box.midX - half, scale: scale, within: box.x..<box.maxX)
        let down = spreads(from: box.midY - half, scale: scale, within: box.y..<box.maxY)
        var narrow = [Float](repeating: 0, count: box.height * side)
        for row in 0..<box.height {
            let start = (box.y + row) * ink.width
            for (column, spread) in across.enumerated() {
                var sum: Float = 0
                for (offset, share) in spread.shares.enumerated() {
                    sum += share * ink.values[start + spread.first + offset]
                }
                narrow[row * side + column] = sum
            }
        }
        var values = [Float](repeating: 0, count: side * side)
        for (row, spread) in down.enumerated() {
            for (offset, share) in spread.shares.enumerated() {
                let start = (spread.first - box.y + offset) * side
                for column in 0..<side { values[row * side + column] += share * narrow[start + column] }
            }
        }
        return values
    }

    /// How much each source pixel counts for one target pixel: a triangle as wide as what falls onto it.
    private struct Spread {
        var first: Int
        var shares: [Float]
    }

    private static func spreads(from start: Double, scale: Double, within range: Range<Int>) -> [Spread] {
        let support = max(1, 1 / scale)
        return (0..<side).map { place in
            let centre = start + (Double(place) + 0.5) / scale
            let low = Int((centre - support + 0.5).rounded(.down))
            let high = max(low + 1, Int((centre + support + 0.5).rounded(.down)))
            var shares: [Float] = []
            var total: Float = 0
            var first = range.lowerBound
            for pixel in low..<high {
                let share = Float(max(0, 1 - abs(Double(pixel) + 0.5 - centre) / support))
                total += share
                guard range.contains(pixel) else { continue }
                if shares.isEmpty { first = pixel }
                shares.append(share)
            }
            return Spread(first: first, shares: total > 0 ? shares.map { $0 / total } : [])
        }
    }

    /// The two blocks that a row or a column counts for, and how much for the second.
    private static let places: [(first: Int, second: Float)] = (0..<side).map { place in
        let step = Double(side) / Double(blocks)
        let position = (Double(place) + 0.5 - step / 2) / step
        let first = position.rounded(.down)
        return (Int(first), Float(position - first))
    }

    /// A vector for each block: right, down, left, up, and the four between.
    private static func measured(_ values: [Float]) -> [SIMD8<Float>] {
        // A border of paper saves asking whether there is a neighbour.
        let width = side + 2
        var padded = [Float](repeating: 0, count: width * width)
        for row in 0..<side {
            for column in 0..<side { padded[(row + 1) * width + column + 1] = values[row * side + column] }
        }
        var sums = [SIMD8<Float>](repeating: .zero, count: blocks * blocks)
        for row in 0..<side {
            for column in 0..<side {
                let above = row * width + column
                let level = above + width
                let below = level + width
                let across =
                    padded[above + 2] + 2 * padded[level + 2] + padded[below + 2] - padded[above] - 2 * padded[level]
                    - padded[below]
                let down =
                    padded[below] + 2 * padded[below + 1] + padded[below + 2] - padded[above] - 2 * padded[above + 1]
                    - padded[above + 2]
                guard across != 0 || down != 0 else { continue }
                add(direction(across, down), row, column, to: &sums)
            }
        }
        var total: Float = 0
        for index in sums.indices {
            total += sums[index].sum()
            sums[index] = sums[index].squareRoot()
        }
        // Bold type and thin come to the same.
        let length = max(total.squareRoot(), 0.001)
        return sums.map { $0 / length }
    }

    /// A slope as the sum of one along an axis and one between two.
    private static func direction(_ across: Float, _ down: Float) -> SIMD8<Float> {
        var parts = SIMD8<Float>.zero
        let isFlat = abs(across) >= abs(down)
        let axis = isFlat ? (across > 0 ? 0 : 2) : (down > 0 ? 1 : 3)
        parts[axis] = abs(abs(across) - abs(down))
        if across != 0, down != 0 {
            let between = down > 0 ? (across > 0 ? 4 : 5) : (across > 0 ? 7 : 6)
            parts[between] = min(abs(across), abs(down)) * 1.414_213_56
        }
        return parts
    }

    private static func add(_ parts: SIMD8<Float>, _ row: Int, _ column: Int, to sums: inout [SIMD8<Float>]) {
        let (top, lower) = places[row]
        let (left, righter) = places[column]
        for (block, share) in [(top, 1 - lower), (top + 1, lower)] where block >= 0 && block < blocks {
            if left >= 0 { sums[block * blocks + left] += parts * (share * (1 - righter)) }
            if left + 1 < blocks { sums[block * blocks + left + 1] += parts * (share * righter) }
        }
    }
}
