/// readers' answers on one crop → a reading, with what speaks for it
struct FigureJudge {
    let readers: ReaderSet

    struct Judgement {
        var text: String
        var strength: CellReading.Strength
        var confidence: Double
        var alternatives: [CellReading.Alternative]
        var doubts: [String]
        /// Where the characters' middles lie, as shares of the crop's width.
        var middles: [Double]
        /// How sure our own reader is of the text; 0 where it saw another.
        var ownConfidence = 0.0
    }

    static let disagreement = "reading.disagree"
    static let count = "reading.count"
    static let unsure = "reading.unsure"

    /// Whether the network takes the ink for a figure; it knows most other characters as such.
    static func couldBeFigure(_ own: FigureReadout) -> Bool {
        guard !own.text.isEmpty else { return false }
        let foreign = own.text.count { $0 == "?" }
        return foreign == 0 || own.confidence < 0.5 && foreign * 2 < own.text.count
    }

    /// Nil where the ink is no figure: a label, a word.
    ///
    /// - Parameter own: what the network has made of it.
    func judge(_ crop: InkCrop, own: FigureReadout, pieces: Int, trust: inout GlyphTrust) -> Judgement? {
        guard Self.couldBeFigure(own) else { return nil }
        let first = Self.whole(readers.first.read(crop), beside: own)
        trust.note(own.text, first.text)
        var alternatives: [CellReading.Alternative] = []
        func note(_ text: String, _ score: Double, _ reader: String) {
            guard !text.isEmpty, !text.contains("?") else { return }
            if let known = alternatives.firstIndex(where: { $0.text == text }) {
                if score > alternatives[known].score {
                    alternatives[known].score = score
                    alternatives[known].reader = reader
                }
            } else {
                alternatives.append(.init(text: text, score: score, reader: reader))
            }
        }
        note(own.text, own.confidence, readers.network.name)
        for alternative in own.alternatives { note(alternative.text, alternative.score, readers.network.name) }
        note(first.text, first.confidence, readers.first.name)

        let digits = own.text.count { $0.isNumber }
        let countsAgree = digits == pieces
        if own.text == first.text, own.confidence > 0.9, countsAgree {
            return Judgement(
                text: own.text, strength: .strong, confidence: min(0.999, 0.9 + own.confidence / 10),
                alternatives: sorted(alternatives, without: own.text), doubts: [], middles: own.middles,
                ownConfidence: own.confidence)
        }
        let second = Self.whole(readers.second.read(crop), beside: own)
        note(second.text, second.confidence, readers.second.name)
        let answers = [own.text, first.text, second.text]
        let agreeing = answers.count { $0 == own.text }
        // One of tesseract's two readings is empty, the other agrees.
        if agreeing == 2, first.text.isEmpty || second.text.isEmpty, own.confidence > 0.9, countsAgree {
            return Judgement(
                text: own.text, strength: .strong, confidence: 0.96,
                alternatives: sorted(alternatives, without: own.text), doubts: [], middles: own.middles,
                ownConfidence: own.confidence)
        }
        if agreeing == 3 || agreeing == 2 && own.confidence > 0.98 && countsAgree {
            let isStrong = agreeing == 3 && own.confidence > 0.6 && (countsAgree || own.confidence > 0.97)
            return Judgement(
                text: own.text, strength: isStrong ? .strong : .fair, confidence: isStrong ? 0.97 : 0.85,
                alternatives: sorted(alternatives, without: own.text),
                doubts: isStrong ? [] : [countsAgree ? Self.unsure : Self.count], middles: own.middles,
                ownConfidence: own.confidence)
        }
        // A reader of lines that sees nothing in a lone digit has not said anything against it.
        if first.text.isEmpty, second.text.isEmpty, own.confidence > 0.9, countsAgree {
            return Judgement(
                text: own.text, strength: .fair, confidence: 0.8,
                alternatives: sorted(alternatives, without: own.text), doubts: [Self.unsure], middles: own.middles,
                ownConfidence: own.confidence)
        }
        // Whoever is believed, a person or the sums have to say so.
        var text = own.text
        if own.confidence < 0.7, !first.text.isEmpty, first.text == second.text { text = first.text }
        if text.contains("?") { text = first.text.isEmpty ? second.text : first.text }
        let isCounted = text.count { $0.isNumber } == pieces
        return Judgement(
            text: text, strength: .weak, confidence: 0.5, alternatives: sorted(alternatives, without: text),
            doubts: [Self.disagreement] + (isCounted ? [] : [Self.count]), middles: text == own.text ? own.middles : [],
            ownConfidence: text == own.text ? own.confidence : 0)
    }

    /// What was read without a point or a comma behind it that our own reader has not seen: no number ends with one, and
    /// the engine sees one behind many a digit that stands alone (mild200-head: 7. and 7,).
    private static func whole(_ readout: FigureReadout, beside own: FigureReadout) -> FigureReadout {
        guard let end = readout.text.last, end == "." || end == ",", readout.text.dropLast() == own.text else {
            return readout
        }
        var readout = readout
        readout.text.removeLast()
        return readout
    }

    /// What the row's sum and the type confirm.
    static func proven(_ own: FigureReadout) -> Judgement {
        Judgement(
            text: own.text, strength: .strong, confidence: min(0.999, 0.9 + own.confidence / 10), alternatives: [],
            doubts: [], middles: own.middles,
            ownConfidence: own.confidence)
    }

    private func sorted(
        _ alternatives: [CellReading.Alternative], without text: String
    ) -> [CellReading.Alternative] {
        alternatives.filter { $0.text != text }.sorted { ($0.score, $1.text) > ($1.score, $0.text) }
    }
}
