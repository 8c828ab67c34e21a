public import ReportModel

/// What was made of one piece of writing on the picture, and by whom.
public struct CellReading: Sendable {
    /// How well the readers' answers carry the value.
    public enum Strength: Int, Sendable, Comparable {
        /// The readers disagree, or none is sure.
        case weak
        /// They agree, but the count of the ink's shapes does not, or one of them hesitates.
        case fair
        /// Readers of different kinds and the ink agree.
        case strong

        public static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    /// The box of the ink, in points of the page laid straight.
    public var box: Box
    /// The cell around it, nil outside of ruled tables.
    public var cell: Box?
    /// The text taken for the likeliest.
    public var text: String
    public var strength: Strength
    public var confidence: Double
    public var alternatives: [Alternative]
    /// Keys of what speaks against it.
    public var doubts: [String]

    /// Another reader's text.
    public struct Alternative: Sendable, Hashable {
        public var text: String
        public var score: Double
        public var reader: String
    }
}
