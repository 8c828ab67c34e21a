/// A word or a few that a sentence can hold.
struct Phrase: Sendable, ExpressibleByStringLiteral {
    let letters: [Unicode.Scalar]
    /// Of its first two letters.
    let key: UInt16

    init(_ text: String) {
        letters = Array(text.unicodeScalars)
        key = LetterPairs.key(letters.first, letters.dropFirst().first)
    }

    init(stringLiteral text: String) { self.init(text) }

    func matches(_ other: [Unicode.Scalar], at index: Int) -> Bool {
        guard index >= 0, index + letters.count <= other.count else { return false }
        for offset in letters.indices where other[index + offset] != letters[offset] { return false }
        return true
    }
}

/// Words of which any will do.
struct PhraseList: Sendable, ExpressibleByArrayLiteral {
    let phrases: [Phrase]
    /// Side by side: a sentence rules most of a list out by them alone.
    let keys: [UInt16]

    init(_ phrases: [Phrase]) {
        self.phrases = phrases
        keys = phrases.map(\.key)
    }

    init(arrayLiteral elements: Phrase...) { self.init(elements) }

    static func + (one: PhraseList, other: PhraseList) -> PhraseList { PhraseList(one.phrases + other.phrases) }

    /// The first of them that stands there.
    func phrase(in letters: [Unicode.Scalar], at index: Int) -> Phrase? {
        phrases.first { $0.matches(letters, at: index) }
    }

    /// Whether one of them ends there.
    func ends(in letters: [Unicode.Scalar], at end: Int) -> Bool {
        phrases.contains { $0.matches(letters, at: end - $0.letters.count) }
    }

    func contains(in letters: [Unicode.Scalar], at index: Int) -> Bool { phrase(in: letters, at: index) != nil }

    /// Whether one of them stands among the letters.
    func isIn(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
        let letters = Array(part)
        return letters.indices.contains { contains(in: letters, at: $0) }
    }
}

/// Words, each with the id of what it names.
struct PhraseTable: Sendable, ExpressibleByArrayLiteral {
    let phrases: PhraseList
    let ids: [String]

    init(_ elements: [(Phrase, String)]) {
        phrases = PhraseList(elements.map(\.0))
        ids = elements.map(\.1)
    }

    init(arrayLiteral elements: (Phrase, String)...) { self.init(elements) }

    static func + (one: PhraseTable, other: PhraseTable) -> PhraseTable {
        PhraseTable(Array(zip(one.phrases.phrases + other.phrases.phrases, one.ids + other.ids)))
    }

    /// What the first of the words names that stands there.
    func id(in letters: [Unicode.Scalar], at index: Int) -> String? {
        phrases.phrases.firstIndex { $0.matches(letters, at: index) }.map { ids[$0] }
    }
}

/// Which letters stand side by side in a text, roughly: most phrases are ruled out without a search.
struct LetterPairs: Sendable {
    private var words: [UInt64]

    init(_ letters: [Unicode.Scalar]) {
        words = [UInt64](repeating: 0, count: 32)
        var previous: Unicode.Scalar?
        for letter in letters {
            insert(Self.key(letter, nil))
            if let previous { insert(Self.key(previous, letter)) }
            previous = letter
        }
    }

    static func key(_ one: Unicode.Scalar?, _ next: Unicode.Scalar?) -> UInt16 {
        let mixed = (one?.value ?? 0) &* 0x9E37 &+ (next?.value ?? 0) &* 0x85EB
        return UInt16((mixed ^ mixed >> 11) & 2047)
    }

    private mutating func insert(_ key: UInt16) { words[Int(key >> 6)] |= 1 << UInt64(key & 63) }

    /// False where no phrase of that key stands in the text, for certain.
    func mayHold(_ key: UInt16) -> Bool { words[Int(key >> 6)] & (1 << UInt64(key & 63)) != 0 }
}

/// Letters of which any will do.
struct LetterChoice: Sendable, ExpressibleByArrayLiteral {
    private let letters: [Unicode.Scalar]
    private var words = SIMD4<UInt64>.zero

    init(arrayLiteral elements: Unicode.Scalar...) {
        letters = elements
        for letter in elements { words[Self.bit(letter) >> 6] |= 1 << UInt64(Self.bit(letter) & 63) }
    }

    private static func bit(_ letter: Unicode.Scalar) -> Int { Int((letter.value ^ letter.value >> 8) & 255) }

    func contains(_ letter: Unicode.Scalar) -> Bool {
        let bit = Self.bit(letter)
        return words[bit >> 6] & (1 << UInt64(bit & 63)) != 0 && letters.contains(letter)
    }
}
