/// A small convolutional network that reads a line of digits column by column: our own reader, of another kind than
/// tesseract's, trained on rendered and spoiled digits of some hundred fonts.
///
/// A picture 24 rows high goes in, the line's ink on rows 3 to 21; for every second column comes out how likely each
/// character stands there, or none (connectionist temporal classification).
struct DigitNetwork: Sendable {
    /// What the network can answer; "?" for any other character.
    static let characters: [Character] = Array("0123456789.,-/+?")
    static let rows = 24
    static let inkRows = 18
    static let margin = 4

    private let layers: [Convolution]

    /// The network with its trained weights, made ready once.
    static let trained = DigitNetwork(DigitWeights.layers)

    init(_ layers: [Convolution]) {
        self.layers = layers
    }

    /// Probabilities for every second column: blank first, then the characters.
    ///
    /// - Parameter ink: 24 rows of `width` values, 0 for paper to 1 for ink.
    func probabilities(ink: [Float], width: Int) -> [[Float]] {
        guard width > 1, ink.count == Self.rows * width, layers.count == 6 else { return [] }
        var map = FeatureMap(rows: Self.rows, columns: width, grey: ink)
        map = layers[0].applied(to: map).pooled(rows: 2, columns: 2)
        map = layers[1].applied(to: map).pooled(rows: 2, columns: 1)
        map = layers[2].applied(to: map).pooled(rows: 2, columns: 1)
        map = layers[3].applied(to: map)
        map = layers[4].applied(to: map)
        map = layers[5].applied(to: map)
        let count = Self.characters.count + 1
        return (0..<map.columns).map { column in softmax(map.channels(row: 0, column: column, count: count)) }
    }

    private func softmax(_ values: [Float]) -> [Float] {
        let highest = values.max() ?? 0
        let powers = values.map { Exponential.of($0 - highest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}

/// Channels of every place, eight to a vector.
struct FeatureMap: Sendable {
    let rows: Int
    let columns: Int
    let groups: Int
    var values: [SIMD8<Float>]

    init(rows: Int, columns: Int, groups: Int) {
        self.rows = rows
        self.columns = columns
        self.groups = groups
        values = [SIMD8<Float>](repeating: .zero, count: max(0, rows * columns * groups))
    }

    /// One channel: a grey picture.
    init(rows: Int, columns: Int, grey: [Float]) {
        self.init(rows: rows, columns: columns, groups: 1)
        for (index, value) in grey.enumerated() { values[index][0] = value }
    }

    func channels(row: Int, column: Int, count: Int) -> [Float] {
        (0..<count).map { values[(row * columns + column) * groups + $0 / 8][$0 % 8] }
    }

    /// The greatest of each block; what is left over at the edges is dropped.
    func pooled(rows blockRows: Int, columns blockColumns: Int) -> FeatureMap {
        var result = FeatureMap(rows: rows / blockRows, columns: columns / blockColumns, groups: groups)
        for row in 0..<result.rows {
            for column in 0..<result.columns {
                for group in 0..<groups {
                    var greatest = SIMD8<Float>(repeating: -.infinity)
                    for r in 0..<blockRows {
                        for c in 0..<blockColumns {
                            let place = (row * blockRows + r) * columns + column * blockColumns + c
                            greatest = pointwiseMax(greatest, values[place * groups + group])
                        }
                    }
                    result.values[(row * result.columns + column) * groups + group] = greatest
                }
            }
        }
        return result
    }
}

/// One layer.
struct Convolution: Sendable {
    var kernelRows: Int
    var kernelColumns: Int
    var inputs: Int
    var outputs: Int
    /// Whether rows beyond the edge count as paper; else the map shrinks.
    var padsRows: Bool
    var isRectified: Bool
    /// Kernel row, kernel column, input channel, then groups of eight outputs.
    var weights: [SIMD8<Float>]
    var biases: [SIMD8<Float>]

    func applied(to map: FeatureMap) -> FeatureMap {
        let groups = biases.count
        let rowPadding = padsRows ? kernelRows / 2 : 0
        let columnPadding = kernelColumns / 2
        var result = FeatureMap(
            rows: map.rows + 2 * rowPadding - kernelRows + 1, columns: map.columns, groups: groups)
        guard result.rows > 0 else { return result }
        var sums = biases
        for row in 0..<result.rows {
            for column in 0..<result.columns {
                sums = biases
                for kr in 0..<kernelRows {
                    let r = row + kr - rowPadding
                    guard r >= 0, r < map.rows else { continue }
                    for kc in 0..<kernelColumns {
                        let c = column + kc - columnPadding
                        guard c >= 0, c < map.columns else { continue }
                        let place = (r * map.columns + c) * map.groups
                        var weight = (kr * kernelColumns + kc) * inputs * groups
                        for input in 0..<inputs {
                            let value = map.values[place + input / 8][input % 8]
                            // Most of a map is paper, and rectified: nothing to add.
                            if value != 0 {
                                for group in 0..<groups { sums[group] += value * weights[weight + group] }
                            }
                            weight += groups
                        }
                    }
                }
                let target = (row * result.columns + column) * groups
                for group in 0..<groups {
                    result.values[target + group] =
                        isRectified ? pointwiseMax(sums[group], .zero) : sums[group]
                }
            }
        }
        return result
    }
}

/// e to a power, without a library: good to a millionth, which is more than a probability needs.
enum Exponential {
    static func of(_ x: Float) -> Float {
        guard x > -80 else { return 0 }
        guard x < 80 else { return .greatestFiniteMagnitude }
        let scaled = Double(x) * 1.4426950408889634
        let whole = scaled.rounded(.down)
        let rest = (scaled - whole) * 0.6931471805599453
        var term = 1.0
        var sum = 1.0
        for n in 1...9 {
            term *= rest / Double(n)
            sum += term
        }
        return Float(sum * Double(sign: .plus, exponent: Int(whole), significand: 1))
    }
}
