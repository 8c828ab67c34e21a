import ReportModel

/// Letters, with which of them there are at all: most pairs of texts are told apart by that, and need no distance
/// measured.
struct Spelling: Sendable, Hashable {
    let letters: [UInt32]
    private let set: LetterSet

    init(_ letters: [UInt32]) {
        self.letters = letters
        set = LetterSet(letters)
    }

    /// 0 where it does not reach `least`.
    func similarity(to other: Spelling, atLeast least: Double) -> Double {
        let length = max(letters.count, other.letters.count)
        guard length > 0 else { return 0 }
        let limit = Int(Double(length) * (1 - least))
        guard set.extra(to: other.set) <= limit, other.set.extra(to: set) <= limit,
            let distance = EditDistance.between(letters, other.letters, limit: limit)
        else { return 0 }
        return 1 - Double(distance) / Double(length)
    }

    /// Whether all its letters are in the other too.
    func mayBePiece(of other: Spelling) -> Bool { set.extra(to: other.set) == 0 }
}

/// A label's spellings, with its notes and without.
struct SpelledLabel: Sendable {
    let text: LabelText
    private let core: Spelling
    private let full: Spelling

    init(_ text: LabelText) {
        self.text = text
        core = Spelling(text.core)
        full = text.core == text.full ? core : Spelling(text.full)
    }

    /// The better of both ways to compare; 0 where neither reaches `least`.
    func similarity(to label: SpelledLabel, atLeast least: Double) -> Double {
        let byCore = core.similarity(to: label.core, atLeast: least)
        if core == full && label.core == label.full { return byCore }
        return max(byCore, full.similarity(to: label.full, atLeast: least))
    }

    /// Whether it may be what a line or page break has left of the label.
    func mayBePiece(of label: SpelledLabel) -> Bool { full.mayBePiece(of: label.full) }
}

/// Which letters a text has, by their remainders: what is not in the set is not in the text.
private struct LetterSet: Sendable, Hashable {
    private var bits: UInt64 = 0

    init(_ letters: [UInt32]) {
        for letter in letters { bits |= 1 << UInt64(letter % 64) }
    }

    /// How many letters at least this text has that the other has not: each is a difference between them.
    func extra(to other: LetterSet) -> Int { (bits & ~other.bits).nonzeroBitCount }
}
