public import ReportModel

/// What was made of one piece of writing on the picture, and by whom.
public struct CellReading: Sendable {
    /// How well the readers' answers carry the value.
    public enum Strength: Int, Sendable, Comparable {
        /// The readers disagree, or none is sure.
        case weak
        /// They agree, but the count of the ink's shapes does not, or one of them hesitates.
        case fair
        /// Readers of different kinds and the ink agree.
        case strong

        public static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    /// The box of the ink, in points of the page laid straight.
    public var box: Box
    /// The cell around it, nil outside of ruled tables.
    public var cell: Box?
    /// The text taken for the likeliest.
    public var text: String
    public var strength: Strength
    public var confidence: Double
    public var alternatives: [Alternative]
    /// Keys of what speaks against it.
    public var doubts: [String]
    /// What the digits of the text look like, one after the other; empty where the ink has not one piece for each.
    var shapes: [GlyphShape] = []
    /// How sure our own reader is of the text; 0 where it saw another.
    var ownConfidence = 0.0

    /// Another reader's text.
    public struct Alternative: Sendable, Hashable {
        public var text: String
        public var score: Double
        public var reader: String
    }
}

extension CellReading {
    /// The lines that a figure's digits are broken over, as one reading; nil where they are not what the figure was made of.
    init?(ofLines lines: [CellReading], of figure: Figure) {
        let lines = lines.sorted { $0.box.y < $1.box.y }
        guard figure.doubts.contains(Self.broken), lines.count > 1, var whole = lines.first,
            let amount = Amount(reading: lines.map(\.text).joined()), amount == figure.amount
        else { return nil }
        whole.alternatives = lines.indices.flatMap { index in
            lines[index].alternatives.map { alternative in
                var texts = lines.map(\.text)
                texts[index] = alternative.text
                return Alternative(text: texts.joined(), score: alternative.score, reader: alternative.reader)
            }
        }
        for line in lines.dropFirst() {
            whole.text += line.text
            whole.box = whole.box.union(line.box)
            whole.strength = min(whole.strength, line.strength)
            whole.confidence = min(whole.confidence, line.confidence)
            whole.doubts += line.doubts.filter { !whole.doubts.contains($0) }
        }
        self = whole
    }

    /// Forms' doubt of a figure with a line break among its digits.
    static let broken = "figure.broken"
}
