/// A small grey picture cut out of a page: a cell's line of ink with paper around it. A value, so that what was read
/// off it can be recorded and replayed.
public struct InkCrop: Sendable, Hashable {
    public var width: Int
    public var height: Int
    /// 0 for black to 255 for white, row by row.
    public var grey: [UInt8]
    /// The rows between which the line's ink stands.
    public var top: Int
    public var bottom: Int
    /// The columns likewise.
    public var left: Int
    public var right: Int

    public init(width: Int, height: Int, grey: [UInt8], top: Int, bottom: Int, left: Int, right: Int) {
        self.width = width
        self.height = height
        self.grey = grey
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
    }

    /// The same for the same pixels, on every machine: FNV-1a.
    public var fingerprint: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for value in [width, height, top, bottom] {
            for shift in stride(from: 0, to: 32, by: 8) { mix(UInt8(truncatingIfNeeded: value >> shift)) }
        }
        for byte in grey { mix(byte) }
        return hash
    }
}

extension InkCrop {
    /// The same crop several times side by side.
    func repeated(_ count: Int) -> InkCrop {
        guard count > 1 else { return self }
        var result = self
        result.width = width * count
        result.grey = []
        result.grey.reserveCapacity(grey.count * count)
        for y in 0..<height {
            for _ in 0..<count { result.grey += grey[y * width..<(y + 1) * width] }
        }
        result.right = right + width * (count - 1)
        return result
    }

    /// As high as another, its line on the same foot.
    func fitted(to other: InkCrop) -> InkCrop {
        var result = self
        result.height = other.height
        result.grey = [UInt8](repeating: 240, count: width * other.height)
        let shift = other.bottom - bottom
        for y in 0..<height where y + shift >= 0 && y + shift < other.height {
            for x in 0..<width { result.grey[(y + shift) * width + x] = grey[y * width + x] }
        }
        result.top = max(0, top + shift)
        result.bottom = other.bottom
        return result
    }

    /// The same with paper above and below the line: other lines can reach into the margin.
    func withoutNeighbours(slack: Int) -> InkCrop {
        var result = self
        let above = 0..<min(max(0, top - slack), height)
        let below = max(0, min(height, bottom + slack))..<height
        for y in Array(above) + Array(below) {
            for x in 0..<width { result.grey[y * width + x] = max(230, grey[y * width + x]) }
        }
        return result
    }

    /// Makes paper of what lies in these columns and rows beside the line's ink.
    mutating func whiten(x: Range<Int>, y: Range<Int>) {
        for row in y.clamped(to: 0..<height) {
            for column in x.clamped(to: 0..<width) where column < left || column >= right {
                grey[row * width + column] = max(230, grey[row * width + column])
            }
        }
    }

    /// Crops of one height in a row; nil for none, or of different heights.
    static func sideBySide(_ crops: [InkCrop]) -> InkCrop? {
        guard let first = crops.first, crops.allSatisfy({ $0.height == first.height }) else { return nil }
        var result = first
        result.width = crops.map(\.width).reduce(0, +)
        result.right = result.width
        result.grey = []
        result.grey.reserveCapacity(result.width * first.height)
        for y in 0..<first.height {
            for crop in crops { result.grey += crop.grey[y * crop.width..<(y + 1) * crop.width] }
        }
        return result
    }

    /// Scaled so that the ink stands on the network's rows, paper at 0 and ink at 1. Nil where nothing stands out.
    func normalised() -> (ink: [Float], width: Int)? {
        guard bottom - top > 2, right > left else { return nil }
        let scale = Double(DigitNetwork.inkRows) / Double(bottom - top)
        let margin = Double(DigitNetwork.margin)
        let columns = Int((Double(right - left) * scale).rounded()) + 2 * DigitNetwork.margin
        guard columns < 1200 else { return nil }
        let x0 = Double(left) - margin / scale
        let y0 = Double(top) - 3 / scale
        let rows = DigitNetwork.rows
        let across = (0..<columns).map { Weights(at: x0 + (Double($0) + 0.5) / scale, scale: scale, limit: width) }
        let down = (0..<rows).map { Weights(at: y0 + (Double($0) + 0.5) / scale, scale: scale, limit: height) }
        // Rows first, then columns: a triangle filter as wide as what falls onto one pixel.
        var narrow = [Float](repeating: 0, count: height * columns)
        for y in 0..<height {
            for (x, weights) in across.enumerated() {
                narrow[y * columns + x] = weights.sumOfBytes { grey[y * width + $0] }
            }
        }
        var values = [Float](repeating: 0, count: rows * columns)
        for (y, weights) in down.enumerated() {
            for x in 0..<columns { values[y * columns + x] = weights.sum { narrow[$0 * columns + x] } }
        }
        let sorted = values.sorted()
        let dark = sorted[Int(Double(sorted.count - 1) * 0.03)]
        let light = sorted[Int(Double(sorted.count - 1) * 0.9)]
        guard light - dark >= 20 else { return nil }
        return (values.map { min(max((light - $0) / (light - dark), 0), 1) }, columns)
    }

    /// How much each source pixel counts for one target pixel; beyond the edge lies paper.
    private struct Weights {
        var first = 0
        var shares: [Float] = []
        var paper: Float = 0

        init(at centre: Double, scale: Double, limit: Int) {
            let support = max(1, 1 / scale)
            let low = Int((centre - support + 0.5).rounded(.down))
            let high = Int((centre + support + 0.5).rounded(.down))
            var total: Float = 0
            first = max(0, low)
            for place in low..<max(low + 1, high) {
                let distance = abs(Double(place) + 0.5 - centre) / support
                let share = Float(max(0, 1 - distance))
                total += share
                if place >= 0, place < limit { shares.append(share) } else { paper += share }
            }
            guard total > 0 else { return }
            shares = shares.map { $0 / total }
            paper /= total
        }

        func sumOfBytes(_ value: (Int) -> UInt8) -> Float {
            var sum = paper * 255
            for (index, share) in shares.enumerated() { sum += share * Float(value(first + index)) }
            return sum
        }

        func sum(_ value: (Int) -> Float) -> Float {
            var sum = paper * 255
            for (index, share) in shares.enumerated() { sum += share * value(first + index) }
            return sum
        }
    }
}
