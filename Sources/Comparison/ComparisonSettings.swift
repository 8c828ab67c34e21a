/// What is compared, and what counts as a difference. Full-width and half-width forms of a character are always the
/// same.
public struct ComparisonSettings: Sendable, Hashable {
    public var comparesFigures: Bool
    public var comparesText: Bool
    /// White space does not count. Without it, it counts between two words of Latin letters or digits.
    public var ignoresSpace: Bool
    /// Punctuation and symbols do not count.
    public var ignoresPunctuation: Bool
    /// The left report is last year's: says what was copied, and what the years should have in common.
    public var isYears: Bool

    public init(
        comparesFigures: Bool = true, comparesText: Bool = true, ignoresSpace: Bool = false,
        ignoresPunctuation: Bool = false, isYears: Bool = false
    ) {
        self.comparesFigures = comparesFigures
        self.comparesText = comparesText
        self.ignoresSpace = ignoresSpace
        self.ignoresPunctuation = ignoresPunctuation
        self.isYears = isYears
    }

    /// Sentences at least this alike (Dice's measure on pairs of characters) are the same sentence, changed. OCR of
    /// `scan-hard150` leaves 0.7 and more; two sentences of one report that only share their phrases have 0.3.
    static let likeness = 0.5
    /// Sentences this alike at different places were moved and changed.
    static let movedLikeness = 0.8
}
