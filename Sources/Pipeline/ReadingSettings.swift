public import ReportModel

/// What a reader was asked for.
public struct ReadingSettings: Sendable, Hashable {
    /// Nil for all pages.
    public var pages: PageSelection?
    /// Tried one after the other on a document that is encrypted.
    public var passwords: [String]

    /// Leaves the text outside of the tables of scanned pages unread.
    public var figuresOnly: Bool

    public init(pages: PageSelection? = nil, passwords: [String] = [], figuresOnly: Bool = false) {
        self.pages = pages
        self.passwords = passwords
        self.figuresOnly = figuresOnly
    }
}
