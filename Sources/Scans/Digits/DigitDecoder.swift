/// What a reader makes of a crop.
public struct FigureReadout: Sendable, Hashable {
    /// As read: digits, `.`, `,`, `-`, `/`; "?" for what the reader knows is something else.
    public var text: String
    /// How sure it is of the least sure character, 0 to 1.
    public var confidence: Double
    /// Where each character's middle lies, as a share of the crop's width; empty where the reader does not say.
    public var middles: [Double]
    /// Other texts it holds possible, likeliest first.
    public var alternatives: [Alternative]

    public struct Alternative: Sendable, Hashable {
        public var text: String
        public var score: Double
    }

    public init(text: String, confidence: Double, middles: [Double] = [], alternatives: [Alternative] = []) {
        self.text = text
        self.confidence = confidence
        self.middles = middles
        self.alternatives = alternatives
    }
}

/// column probabilities → the line of characters
enum DigitDecoder {
    /// The likeliest character of every run, with the second likeliest as alternatives.
    static func readout(_ probabilities: [[Float]]) -> FigureReadout {
        var symbols: [(index: Int, peak: Float, column: Int, second: Int, secondPeak: Float)] = []
        var previous = 0
        // Blank columns: how likely the next best character is there, and after how many characters.
        var doubts: [(index: Int, probability: Float, position: Int)] = []
        for (column, values) in probabilities.enumerated() {
            guard let best = values.indices.max(by: { values[$0] < values[$1] }) else { continue }
            let others = values.indices.filter { $0 != best && $0 != 0 }
            let second = others.max { values[$0] < values[$1] } ?? 0
            if best == 0 {
                doubts.append((second, values[second], symbols.count))
            } else if best == previous, let last = symbols.last {
                if values[best] > last.peak {
                    symbols[symbols.count - 1] = (best, values[best], column, last.second, last.secondPeak)
                }
                if values[second] > symbols[symbols.count - 1].secondPeak {
                    symbols[symbols.count - 1].second = second
                    symbols[symbols.count - 1].secondPeak = values[second]
                }
            } else {
                symbols.append((best, values[best], column, second, values[second]))
            }
            previous = best
        }
        let characters = symbols.map { DigitNetwork.characters[$0.index - 1] }
        var confidence = symbols.map { Double($0.peak) }.min() ?? 0
        // A character that was not quite worth reading: what the line would be with it. The soft edge of a character
        // beside the blank is none.
        var missed: (index: Int, peak: Float, position: Int)?
        for doubt in doubts {
            let before = doubt.position > 0 ? symbols[doubt.position - 1].index : 0
            let after = doubt.position < symbols.count ? symbols[doubt.position].index : 0
            guard doubt.index != before, doubt.index != after else { continue }
            confidence = min(confidence, Double(1 - doubt.probability))
            if doubt.probability > 0.1, doubt.probability > missed?.peak ?? 0 {
                missed = (doubt.index, doubt.probability, doubt.position)
            }
        }
        var alternatives: [FigureReadout.Alternative] = []
        for (place, symbol) in symbols.enumerated() where symbol.second > 0 && symbol.secondPeak > 0.01 {
            var other = characters
            other[place] = DigitNetwork.characters[symbol.second - 1]
            alternatives.append(.init(text: String(other), score: Double(symbol.secondPeak)))
        }
        for (place, symbol) in symbols.enumerated() where symbol.peak < 0.9 {
            var other = characters
            other.remove(at: place)
            alternatives.append(.init(text: String(other), score: Double(1 - symbol.peak) / 2))
        }
        if let missed {
            var other = characters
            other.insert(DigitNetwork.characters[missed.index - 1], at: missed.position)
            alternatives.append(.init(text: String(other), score: Double(missed.peak) / 2))
        }
        alternatives.sort { ($0.score, $1.text) > ($1.score, $0.text) }
        let width = Double(max(1, probabilities.count))
        return FigureReadout(
            text: String(characters), confidence: confidence,
            middles: symbols.map { (Double($0.column) + 0.5) / width },
            alternatives: Array(alternatives.prefix(4)))
    }
}
