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
                            let value = values[place * groups + group]
                            greatest.replace(with: value, where: value .> greatest)
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
        var result = FeatureMap(
            rows: map.rows + 2 * rowPadding - kernelRows + 1, columns: map.columns, groups: groups)
        guard result.rows > 0 else { return result }
        var terms = [Term](
            repeating: Term(value: 0, weight: 0), count: kernelRows * kernelColumns * inputs)
        for row in 0..<result.rows {
            for column in 0..<result.columns {
                let count = collect(&terms, from: map, row: row - rowPadding, column: column - kernelColumns / 2)
                let target = (row * result.columns + column) * groups
                var group = 0
                while group < groups {
                    // Sums that stay in registers: fetched for every term, they took longer than the terms.
                    if groups - group >= 4 {
                        let sums = fourSums(terms, count, from: group)
                        result.values[target + group] = rectified(sums.0)
                        result.values[target + group + 1] = rectified(sums.1)
                        result.values[target + group + 2] = rectified(sums.2)
                        result.values[target + group + 3] = rectified(sums.3)
                        group += 4
                    } else {
                        result.values[target + group] = rectified(sum(terms, count, group))
                        group += 1
                    }
                }
            }
        }
        return result
    }

    /// An input that is not zero, and where its weights begin.
    private struct Term {
        var value: Float
        var weight: Int
    }

    /// Most of a map is paper, and rectified: nothing to add. Gives how many terms there are.
    private func collect(_ terms: inout [Term], from map: FeatureMap, row: Int, column: Int) -> Int {
        var count = 0
        for kr in max(0, -row)..<max(0, -row, min(kernelRows, map.rows - row)) {
            for kc in max(0, -column)..<max(0, -column, min(kernelColumns, map.columns - column)) {
                let place = ((row + kr) * map.columns + column + kc) * map.groups
                let weight = (kr * kernelColumns + kc) * inputs
                for input in 0..<inputs {
                    let value = map.values[place + input / 8][input % 8]
                    if value != 0 {
                        terms[count] = Term(value: value, weight: (weight + input) * biases.count)
                        count += 1
                    }
                }
            }
        }
        return count
    }

    private func sum(_ terms: [Term], _ count: Int, _ group: Int) -> SIMD8<Float> {
        var sum = biases[group]
        for term in terms[..<count] { sum += term.value * weights[term.weight + group] }
        return sum
    }

    private typealias FourSums = (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>)

    private func fourSums(_ terms: [Term], _ count: Int, from group: Int) -> FourSums {
        var sums = (biases[group], biases[group + 1], biases[group + 2], biases[group + 3])
        for term in terms[..<count] {
            let weight = term.weight + group
            sums.0 += term.value * weights[weight]
            sums.1 += term.value * weights[weight + 1]
            sums.2 += term.value * weights[weight + 2]
            sums.3 += term.value * weights[weight + 3]
        }
        return sums
    }

    private func rectified(_ sum: SIMD8<Float>) -> SIMD8<Float> {
        isRectified ? sum.replacing(with: 0, where: sum .< 0) : sum
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
