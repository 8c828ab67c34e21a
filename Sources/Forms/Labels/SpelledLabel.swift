import ReportModel

/// A label with which letters it has at all: most pairs of texts are told apart by that, and need no distance measured.
struct SpelledLabel: Sendable {
    let text: LabelText
    private let core: LetterSet
    private let full: LetterSet

    init(_ text: LabelText) {
        self.text = text
        core = LetterSet(text.core)
        full = text.core == text.full ? core : LetterSet(text.full)
    }

    /// The better of both ways to compare, with notes and without; 0 where neither reaches `least`.
    func similarity(to label: SpelledLabel, atLeast least: Double) -> Double {
        let byCore = Self.similarity((text.core, core), (label.text.core, label.core), atLeast: least)
        if text.core == text.full && label.text.core == label.text.full { return byCore }
        return max(byCore, Self.similarity((text.full, full), (label.text.full, label.full), atLeast: least))
    }

    /// Whether all its letters are in the label too.
    func mayBePiece(of label: SpelledLabel) -> Bool { full.extra(to: label.full) == 0 }

    private static func similarity(
        _ left: (letters: [UInt32], set: LetterSet), _ right: (letters: [UInt32], set: LetterSet), atLeast least: Double
    ) -> Double {
        let length = max(left.letters.count, right.letters.count)
        guard length > 0 else { return 0 }
        let limit = Int(Double(length) * (1 - least))
        guard left.set.extra(to: right.set) <= limit, right.set.extra(to: left.set) <= limit,
            let distance = EditDistance.between(left.letters, right.letters, limit: limit)
        else { return 0 }
        return 1 - Double(distance) / Double(length)
    }
}

/// Which letters a text has, by their remainders: what is not in the set is not in the text.
private struct LetterSet: Sendable {
    private var bits: UInt64 = 0

    init(_ letters: [UInt32]) {
        for letter in letters { bits |= 1 << UInt64(letter % 64) }
    }

    /// How many letters at least this text has that the other has not: each is a difference between them.
    func extra(to other: LetterSet) -> Int { (bits & ~other.bits).nonzeroBitCount }
}
