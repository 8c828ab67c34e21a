public import ReportModel

/// How two readings of a report, or two reports, differ. Left is the first that was named.
public struct ReportComparison: Sendable {
    /// What each side is.
    public struct Head: Sendable, Hashable {
        public var source: String
        public var title: String
        public var agency: String
        public var year: Int?
        /// A list of figures has no text to compare.
        public var hasText: Bool

        init(_ report: Report) {
            source = report.source
            title = report.title
            agency = report.agency
            year = report.year
            hasText = report.sections.contains { !$0.paragraphs.isEmpty || !$0.heading.isEmpty }
        }
    }

    public var left: Head
    public var right: Head
    public var settings: ComparisonSettings
    public var forms: FormVersions
    /// How many figures stand in both forms.
    public var figureCount = 0
    public var figures: [FigureDifference] = []
    /// How many sentences the left side has.
    public var sentenceCount = 0
    public var sentences: [TextDifference] = []
    /// Characters read for others, most frequent first.
    public var confusions: [Confusion] = []
    /// Of last year's sentences, those that stand in this year's word for word; only with `isYears`.
    public var copied: [TextPart] = []
    /// What this year's report does not take over from last year's as it should; only with `isYears`.
    public var brokenCarries: [BrokenCarry] = []
    /// Of this year's characters, how many were copied, 0 to 1.
    public var copiedShare = 0.0

    public var isSame: Bool { figures.isEmpty && sentences.isEmpty }
    /// Whether text was compared at all.
    public var comparedText: Bool { settings.comparesText && left.hasText && right.hasText }
}

/// A figure that is not the same on both sides.
public struct FigureDifference: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case changed
        /// Only on the right.
        case added
        /// Only on the left.
        case lost
        /// The same value, printed with another remark.
        case remark
        /// A row or column that only one of the two forms has, and that holds more than zero.
        case form
    }

    public var id: FigureID
    public var kind: Kind
    public var left: Figure?
    public var right: Figure?
}

/// A sentence, or several, that are not the same on both sides.
public struct TextDifference: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case changed, moved, added, lost
    }

    public var kind: Kind
    public var left: TextPart?
    public var right: TextPart?
    /// Character by character: the left with what went out of it, the right with what came in.
    public var segments: [TextSegment]
}

public struct TextPart: Sendable, Hashable {
    public var text: String
    /// The heading that it stands under.
    public var section: String
    public var places: [Place]
}

public struct TextSegment: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable { case same, removed, inserted }

    public var kind: Kind
    public var text: String
}

/// A character of the left that stands as another on the right.
public struct Confusion: Sendable, Hashable {
    public var left: String
    public var right: String
    public var count: Int
}
