import ReportModel
public import SQLiteBridge

/// The record of a batch: every document, what became of it, and what was read. An SQLite file in the batch's folder.
///
/// Everything is written as it happens: whoever ends the program, at most the documents in flight are read again.
public final class Ledger {
    /// The file in the batch's folder.
    public static let fileName = "ledger.sqlite"

    public enum Mode: Sendable { case write, look }

    private let database: Database
    /// This program and what it stands on: what another one has read is read again.
    let program: String
    /// What was asked for that changes readings. Nothing does yet.
    let settings = ""
    /// The run that is going on; 0 where the ledger is only looked at.
    private(set) var run = 0

    /// - Parameter program: the version of this program and its libraries.
    public init(folder: String, program: String, mode: Mode) throws(LedgerProblem) {
        self.program = program
        do throws(DatabaseProblem) {
            database = try Database(path: "\(folder)/\(Self.fileName)", mode == .write ? .create : .readWrite)
        } catch {
            throw error.kind == .notPermitted && mode == .look ? .missing : .database(error)
        }
        database.wait(milliseconds: Self.patience)
        if mode == .write { try prepare() }
        guard try first("PRAGMA application_id")?.integer(0) == LedgerSchema.application else { throw .stranger }
        guard try first("PRAGMA user_version")?.integer(0) == LedgerSchema.version else { throw .otherVersion }
    }

    /// For another program that is writing, in milliseconds.
    private static let patience: Int32 = 10_000

    private func prepare() throws(LedgerProblem) {
        // The write-ahead log survives kill -9 without a sync for every document; only a power cut can cost the last
        // few, and those are read again.
        try execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF;")
        guard try first("SELECT count(*) FROM sqlite_schema")?.integer(0) == 0 else { return }
        try transaction { () throws(LedgerProblem) in
            try execute(LedgerSchema.tables)
            try execute(LedgerSchema.views)
            try execute(
                "PRAGMA application_id = \(LedgerSchema.application); PRAGMA user_version = \(LedgerSchema.version);")
        }
    }

    // MARK: runs

    /// Notes that a run begins.
    public func begin(sources: [String], jobs: Int, now: String) throws(LedgerProblem) {
        try change(
            "INSERT INTO runs (started, program, jobs, sources) VALUES (?, ?, ?, ?)", .text(now), .text(program),
            .integer(jobs), .text(sources.joined(separator: "\n")))
        run = database.lastRow
    }

    /// Notes how it ended.
    public func end(outcome: String, now: String) throws(LedgerProblem) {
        try change("UPDATE runs SET ended = ?, outcome = ? WHERE id = ?", .text(now), .text(outcome), .integer(run))
    }

    // MARK: the database, with our own error

    func execute(_ sql: String) throws(LedgerProblem) {
        do throws(DatabaseProblem) { try database.execute(sql) } catch { throw .database(error) }
    }

    @discardableResult
    func change(_ sql: String, _ values: SQLValue...) throws(LedgerProblem) -> Int {
        do throws(DatabaseProblem) { return try database.run(sql, values) } catch { throw .database(error) }
    }

    func first(_ sql: String, _ values: SQLValue...) throws(LedgerProblem) -> Row? {
        do throws(DatabaseProblem) { return try database.first(sql, values) } catch { throw .database(error) }
    }

    func rows(_ sql: String, _ values: SQLValue...) throws(LedgerProblem) -> LedgerRows {
        do throws(DatabaseProblem) {
            return LedgerRows(try database.rows(sql, values))
        } catch {
            throw .database(error)
        }
    }

    func transaction(_ body: () throws(LedgerProblem) -> Void) throws(LedgerProblem) {
        try database.transaction(failing: { .database($0) }, body)
    }

    var lastRow: Int { database.lastRow }
}

/// Rows of an answer, fetched as they are asked for.
struct LedgerRows {
    private let rows: Rows

    init(_ rows: Rows) {
        self.rows = rows
    }

    func next() throws(LedgerProblem) -> Row? {
        do throws(DatabaseProblem) { return try rows.next() } catch { throw .database(error) }
    }
}

/// Why the ledger cannot be used.
public enum LedgerProblem: Error, Sendable, Hashable {
    public typealias Database = DatabaseProblem

    case database(DatabaseProblem)
    /// There is none.
    case missing
    /// A database of that name that is none of ours.
    case stranger
    /// Written by a version of this program that keeps it otherwise.
    case otherVersion

    /// SQLite's own, where there are some.
    var words: String {
        if case .database(let problem) = self { problem.words } else { "" }
    }
}
