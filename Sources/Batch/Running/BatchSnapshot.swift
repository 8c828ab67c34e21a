/// How far a batch has got, for people who watch.
public struct BatchSnapshot: Sendable {
    /// A document that is being read.
    public struct Reading: Sendable {
        public var source: String
        public var elapsed: Duration
        public var pages: (done: Int, count: Int)?
    }

    /// Documents by what became of them, in this run or before.
    public var clean = 0
    public var review = 0
    public var failed = 0
    /// No report of a known form.
    public var other = 0
    /// Of all these, how many were read now; the rest is known from before.
    public var fresh = 0
    /// Documents seen so far.
    public var found = 0
    /// Nil until it is known.
    public var total: Int?
    /// The total is a guess from how far the archives have been walked.
    public var isTotalGuessed = false
    public var elapsed = Duration.zero
    public var inFlight: [Reading] = []
    /// The archive that is being walked.
    public var archive: String?

    public var done: Int { clean + review + failed + other }

    public init() {}

    /// Some that were clean by themselves are to be looked at after all.
    mutating func moveToReview(_ documents: Int) {
        clean -= documents
        review += documents
    }

    mutating func count(exitCode: Int) {
        switch exitCode {
        case 0: clean += 1
        case 1: review += 1
        case 4: other += 1
        default: failed += 1
        }
    }
}
