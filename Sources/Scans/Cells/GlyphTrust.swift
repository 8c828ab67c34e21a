/// Which digits of this page's type the readers have agreed on often enough.
///
/// A row of figures that its sum confirms needs no second reader where every digit in it looks as it did when both
/// readers saw it alike: what one reader misreads, and misreads everywhere alike, the other would have contradicted.
struct GlyphTrust {
    /// Agreements before a digit is trusted.
    private static let enough = 4

    private var agreed: [Character: Int] = [:]
    private var contradicted: [Character: Int] = [:]

    func covers(_ text: String) -> Bool {
        text.allSatisfy { digit in
            let count = agreed[digit] ?? 0
            return count >= Self.enough && (contradicted[digit] ?? 0) * 8 <= count
        }
    }

    /// What the two readers made of one line; an empty answer says nothing.
    mutating func note(_ own: String, _ other: String) {
        guard !other.isEmpty else { return }
        for digit in own {
            if own == other { agreed[digit, default: 0] += 1 } else { contradicted[digit, default: 0] += 1 }
        }
    }
}
