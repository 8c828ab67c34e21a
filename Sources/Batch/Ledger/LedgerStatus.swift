public import ReportModel
import SystemBridge
import Workers

/// Where a batch stands: what a ledger says at one moment.
public struct LedgerStatus: Sendable {
    public struct Run: Sendable {
        public var started: String
        /// Nil while it goes on, and where it was killed.
        public var ended: String?
        public var outcome: String?
        public var program: String
    }

    /// Documents that failed for the same reason.
    public struct Group: Sendable {
        public var reason: String
        public var count: Int
        public var example: String
        /// The example's failure.
        public var failure: ReadFailure?
    }

    public struct Slow: Sendable {
        public var source: String
        public var seconds: Double
    }

    public struct Year: Sendable {
        /// Nil for reports that name none.
        public var year: Int?
        public var reports: Int
        /// Without a figure in doubt and without a finding above a note.
        public var clean: Int
    }

    public var run: Run?
    /// Who is at work in the folder now.
    public var holder: String?
    /// Documents by exit code.
    public var documents: [Int: Int] = [:]
    /// Documents that are still to be read.
    public var waiting = 0
    public var archives = 0
    /// Files that systems had dropped into archives.
    public var skipped = 0
    public var figures = 0
    public var figuresInDoubt = 0
    public var failures: [Group] = []
    public var slowest: [Slow] = []
    public var years: [Year] = []

    public var total: Int { documents.values.reduce(0, +) + waiting }
}

extension LedgerStatus {
    /// Reads the ledger of a batch's folder.
    public init(folder: String) throws(LedgerProblem) {
        let ledger = try Ledger(folder: folder, program: "", mode: .look)
        let lock = "\(folder)/\(BatchSession.lockName)"
        holder = LockFile.isHeld(lock) ? LockFile.note(lock) : nil
        let row = try ledger.first("SELECT started, ended, outcome, program FROM runs ORDER BY id DESC LIMIT 1")
        run = row.map { row in
            Run(started: row.text(0) ?? "", ended: row.text(1), outcome: row.text(2), program: row.text(3) ?? "")
        }
        try countDocuments(ledger)
        try group(ledger)
        let slow = try ledger.rows("SELECT source, seconds FROM slowest LIMIT 5")
        while let row = try slow.next() {
            slowest.append(Slow(source: row.text(0) ?? "", seconds: row.real(1) ?? 0))
        }
        let byYear = try ledger.rows("SELECT year, reports, clean FROM years ORDER BY year")
        while let row = try byYear.next() {
            years.append(Year(year: row.integer(0), reports: row.integer(1) ?? 0, clean: row.integer(2) ?? 0))
        }
    }

    private mutating func countDocuments(_ ledger: Ledger) throws(LedgerProblem) {
        let rows = try ledger.rows("SELECT state = 'waiting', exit_code, count(*) FROM documents GROUP BY 1, 2")
        while let row = try rows.next() {
            let count = row.integer(2) ?? 0
            if row.integer(0) == 1 { waiting += count } else { documents[row.integer(1) ?? 3, default: 0] += count }
        }
        let archived = try ledger.first("SELECT count(*), COALESCE(sum(skipped), 0) FROM archives")
        archives = archived?.integer(0) ?? 0
        skipped = archived?.integer(1) ?? 0
        let counted = try ledger.first(
            """
            SELECT COALESCE(sum(ok + empty + derived + suspect + missing + corrected), 0),
                COALESCE(sum(derived + suspect + missing), 0)
            FROM occurrences o JOIN reports p ON p.reading = o.reading WHERE NOT o.gone
            """)
        figures = counted?.integer(0) ?? 0
        figuresInDoubt = counted?.integer(1) ?? 0
    }

    private mutating func group(_ ledger: Ledger) throws(LedgerProblem) {
        let rows = try ledger.rows("SELECT reason, documents, example FROM failures")
        while let row = try rows.next() {
            let source = row.text(2) ?? ""
            let note = try ledger.first(
                """
                SELECT COALESCE(r.failure, o.failure) FROM occurrences o LEFT JOIN readings r ON r.id = o.reading
                WHERE o.source = ?
                """, .text(source))
            var group = Group(reason: row.text(0) ?? "", count: row.integer(1) ?? 0, example: source)
            if let bytes = note?.blob(0) { group.failure = try? FailureNote.decode(bytes) }
            failures.append(group)
        }
    }
}
