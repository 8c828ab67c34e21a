/// A doubt about the data, not about the program: a sum that does not hold, a sentence against a cell.
public struct Finding: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
        case note, warning
        /// Breaks the form's printed sums.
        case error

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// Another reading of the page explains it.
        case reading
        /// Clearly printed so: the report itself is wrong.
        case source
        case open
    }

    /// `applications.row`, `prose.fee` …
    public var rule: String
    public var severity: Severity
    public var verdict: Verdict
    public var message: LocalisedText
    public var expected: String
    public var found: String
    public var figures: [FigureID]
    /// The sentence it quotes and where it stands, for prose rules.
    public var quote: String?
    public var places: [Place]
    /// What would settle it: every explanation as likely as the likeliest. One: that is where the mistake is. Several:
    /// the data cannot tell. None: not looked for, or too much is wrong.
    public var explanations: [Explanation]

    public init(
        rule: String, severity: Severity, verdict: Verdict, message: LocalisedText, expected: String = "",
        found: String = "", figures: [FigureID] = [], quote: String? = nil, places: [Place] = [],
        explanations: [Explanation] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.verdict = verdict
        self.message = message
        self.expected = expected
        self.found = found
        self.figures = figures
        self.quote = quote
        self.places = places
        self.explanations = explanations
    }
}

/// A text for people in both of our languages.
public struct LocalisedText: Sendable, Hashable {
    public var chinese: String
    public var english: String

    public init(chinese: String, english: String) {
        self.chinese = chinese
        self.english = english
    }

    public subscript(language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}

public enum Language: String, Sendable, Hashable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}
