public import ReportModel

/// What a reader was asked for.
public struct ReadingSettings: Sendable, Hashable {
    /// Nil for all pages.
    public var pages: PageSelection?
    /// Tried one after the other on a document that is encrypted.
    public var passwords: [String]

    /// Leaves the text outside of the tables of scanned pages unread.
    public var figuresOnly: Bool

    /// Scanned pages read at the same time; what is read does not depend on it.
    public var jobs: Int

    /// Leaves the tables as found in the report; an annex of them is many times what its figures are, and most who
    /// ask for figures never look at it.
    public var keepsTables: Bool

    /// Processor time that a document may take, a tenth more with every scanned page; nil for no limit. What has been
    /// read by then is the result.
    public var seconds: Int?

    public init(
        pages: PageSelection? = nil, passwords: [String] = [], figuresOnly: Bool = false, jobs: Int = 1,
        keepsTables: Bool = true
    ) {
        self.jobs = jobs
        self.pages = pages
        self.passwords = passwords
        self.figuresOnly = figuresOnly
        self.keepsTables = keepsTables
    }
}
