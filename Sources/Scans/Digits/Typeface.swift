/// What the digits of a document look like, by those that its readers agreed on: a reader of another kind for those on
/// which they did not.
///
/// tesseract loses a 1 beside another digit, or sees a 2 in a lone 3, on the cleanest of scans; there the same digit,
/// printed elsewhere in the document, differs by no more than the scanner's noise.
struct Typeface {
    private var known: [Character: [GlyphShape]] = [:]

    /// So many of each are enough to compare with.
    private static let most = 40

    init(_ readings: [CellReading]) {
        for reading in readings where reading.strength == .strong && reading.doubts.isEmpty {
            for (digit, shape) in zip(reading.text, reading.shapes) where known[digit]?.count ?? 0 < Self.most {
                known[digit, default: []].append(shape)
            }
        }
    }

    /// The reading, in doubt where a digit of it looks like others of another digit, and less like its own: all readers can
    /// see a 3 in a 5 (hard150-head).
    func doubted(_ reading: CellReading) -> CellReading {
        guard reading.strength == .strong, reading.doubts.isEmpty,
            zip(reading.text, reading.shapes).contains(where: { looksLikeAnother($1, than: $0) })
        else { return reading }
        var reading = reading
        reading.doubts = [FigureJudge.unsure]
        reading.strength = .fair
        reading.confidence = min(reading.confidence, 0.85)
        return reading
    }

    private func looksLikeAnother(_ shape: GlyphShape, than digit: Character) -> Bool {
        let own = difference(shape, from: digit) ?? 1
        return known.keys.contains { other in
            guard other != digit,
                let difference = difference(shape, from: other, upTo: min(Self.mostDifference, own))
            else { return false }
            return difference < own
        }
    }

    /// Doubts between readers that it can settle.
    private static let settled: Set = [FigureJudge.unsure, FigureJudge.disagreement, FigureJudge.count]

    /// The reading, without its readers' doubts where our own reader is sure of it and every digit of it looks like its
    /// like.
    func settled(_ reading: CellReading) -> CellReading {
        guard !reading.doubts.isEmpty, Self.settled.isSuperset(of: reading.doubts), !reading.shapes.isEmpty,
            reading.ownConfidence > Self.leastConfidence, isLikeItself(reading, lead: Self.lead)
        else { return reading }
        var reading = reading
        reading.doubts = []
        reading.strength = .strong
        reading.confidence = 0.95
        return reading
    }

    /// The reading; where colour lies over it and each of its digits looks like its like all the same, it is what is
    /// printed, though others beside it may have gone with the colour.
    func seen(_ reading: CellReading) -> CellReading {
        guard reading.doubts == [CellContentReader.coloured], !reading.shapes.isEmpty,
            isLikeItself(reading, lead: Self.agreedLead)
        else { return reading }
        var reading = reading
        reading.doubts = [CellContentReader.colouredAround]
        return reading
    }

    /// Without most of the others, nobody can say that it looks like none of them, but where it is as near to its like as
    /// no other digit comes.
    private static let fewestDigits = 8
    private static let nearest = 0.08
    private static let leastConfidence = 0.9
    /// Digits that blur or a fax has changed differ more (fax-outer: a fifth); those of the cleanest scans a twentieth.
    private static let mostDifference = 0.16
    /// The digit that is next like it differs by so many times more.
    private static let lead = 2.0
    /// Or by so many times, where the readers agree and what is asked is whether it is a digit at all: what a seal's strokes
    /// make up looks like none of them (seal-outer: 5 below a stroke, 1.8 times; a wrong 40, less than its like).
    private static let agreedLead = 1.5

    private func isLikeItself(_ reading: CellReading, lead: Double) -> Bool {
        let most = known.count >= Self.fewestDigits ? Self.mostDifference : Self.nearest
        return zip(reading.text, reading.shapes).enumerated().allSatisfy { place, glyph in
            let (digit, shape) = glyph
            guard let own = difference(shape, from: digit), own <= most else { return false }
            let others = known.keys.filter { $0 != digit }.compactMap { difference(shape, from: $0) }
            // The digit that another reader saw in its place has to be known as well.
            let rivals = reading.alternatives.compactMap { alternative -> Character? in
                let text = Array(alternative.text)
                return text.count == reading.text.count && text[place].isNumber ? text[place] : nil
            }
            return others.allSatisfy { $0 >= lead * own } && rivals.allSatisfy { known[$0] != nil }
        }
    }

    /// From the second likest of them: one alone may be a misreading. Nil where it is more than the limit, too.
    private func difference(_ shape: GlyphShape, from digit: Character, upTo limit: Double = 1) -> Double? {
        var (least, next): (Double?, Double?) = (nil, nil)
        for known in known[digit] ?? [] {
            guard let difference = shape.difference(from: known, upTo: next ?? limit) else { continue }
            (least, next) = difference < least ?? .infinity ? (difference, least) : (least, difference)
        }
        return next
    }
}
