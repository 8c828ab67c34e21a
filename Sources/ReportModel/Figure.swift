/// What stands in a cell. Blank, a mark for "does not apply", unreadable and zero are four different things.
public enum FigureContent: Sendable, Hashable {
    case amount(Amount)
    /// Seen, and blank.
    case blank
    /// Seen, and holds only a mark: `/`, `—`, `无`.
    case mark
    /// Seen, but what it holds is no figure that can be read.
    case unreadable
    /// The cell was not found.
    case absent
}

/// What the figure can be used for without looking.
public enum FigureStatus: String, Sendable, Hashable, CaseIterable {
    /// Read, and the evidence carries it.
    case ok
    /// Seen: blank, or only a mark.
    case empty
    /// Not found or unreadable; follows from the others by the form's sums.
    case derived
    /// A value is given, but the evidence is against it or too thin.
    case suspect
    /// Neither found nor derivable.
    case missing
    /// A person has changed it.
    case corrected
}

/// One figure of the form, with where it came from and what speaks for it.
public struct Figure: Sendable, Hashable {
    public var id: FigureID
    public var form: FormVersion
    public var content: FigureContent
    /// What the document shows in that cell, as it stands.
    public var printed: String
    public var status: FigureStatus
    /// 0 to 1
    public var confidence: Double
    public var method: ReadingMethod
    /// The first is the one the CSV names; a cell cut by a page break has more.
    public var places: [Place]
    /// Other readings of the same ink, likeliest first.
    public var alternatives: [Alternative]
    /// What the value could or should be instead, with the evidence. Never put in its place.
    public var suggestions: [Suggestion]
    /// Why it is in doubt: short keys (`label.damaged`, `segmentation.ambiguous` …), for people and programs.
    public var doubts: [String]

    public init(
        id: FigureID, form: FormVersion, content: FigureContent, printed: String = "", status: FigureStatus,
        confidence: Double = 1, method: ReadingMethod, places: [Place] = [], alternatives: [Alternative] = [],
        suggestions: [Suggestion] = [], doubts: [String] = []
    ) {
        self.id = id
        self.form = form
        self.content = content
        self.printed = printed
        self.status = status
        self.confidence = confidence
        self.method = method
        self.places = places
        self.alternatives = alternatives
        self.suggestions = suggestions
        self.doubts = doubts
    }

    /// The amount where there is one.
    public var amount: Amount? {
        if case .amount(let amount) = content { amount } else { nil }
    }

    /// A figure of the form that was not found.
    public static func missing(_ id: FigureID, form: FormVersion, method: ReadingMethod) -> Figure {
        Figure(id: id, form: form, content: .absent, status: .missing, confidence: 0, method: method)
    }
}

/// Another reading of the same cell.
public struct Alternative: Sendable, Hashable {
    public var value: Amount
    /// 0 to 1, comparable within one figure only.
    public var score: Double
    /// Who read it: `tesseract.20`, `recog`, `segmentation` …
    public var reader: String

    public init(value: Amount, score: Double, reader: String) {
        self.value = value
        self.score = score
        self.reader = reader
    }
}

/// A value that stands beside the printed one, with its evidence.
public struct Suggestion: Sendable, Hashable {
    public var value: Amount
    /// The sums it would settle: rule and figures, as in `Equation`.
    public var settles: [Equation]
    public var cost: Int
    /// The key of the evidence: `sums`, `alternative`, `prose`.
    public var evidence: String
    /// How many explanations as likely as this one do without it. 0: the evidence knows no other way.
    public var rivals: Int

    public init(value: Amount, settles: [Equation], cost: Int, evidence: String, rivals: Int = 0) {
        self.value = value
        self.settles = settles
        self.cost = cost
        self.evidence = evidence
        self.rivals = rivals
    }
}
