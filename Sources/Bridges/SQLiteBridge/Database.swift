private import CSQLite

/// A value as SQLite keeps it.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// An SQLite database: opened in `init`, closed in `deinit`. For one thread.
public final class Database {
    public enum Mode: Sendable {
        case readOnly, readWrite
        /// Made where it is not there.
        case create
    }

    let handle: OpaquePointer
    private var statements: [String: Statement] = [:]

    /// sqlite3_open_v2
    public init(path: String, _ mode: Mode) throws(DatabaseProblem) {
        let flags =
            switch mode {
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        guard gx_load_sqlite3() != 0 else { throw DatabaseProblem(code: SQLITE_ERROR, words: "libsqlite3 is missing") }
        var handle: OpaquePointer?
        let code = gx_sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let handle else {
            defer { gx_sqlite3_close_v2(handle) }
            throw DatabaseProblem(code: code, words: handle.map { String(cString: gx_sqlite3_errmsg($0)) } ?? "")
        }
        self.handle = handle
        _ = gx_sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    }

    deinit {
        statements = [:]
        gx_sqlite3_close_v2(handle)
    }

    /// How long to wait for another program that is writing.
    public func wait(milliseconds: Int32) { gx_sqlite3_busy_timeout(handle, milliseconds) }

    /// Statements without values and without answers, any number of them: sqlite3_exec.
    public func execute(_ sql: String) throws(DatabaseProblem) {
        let code = gx_sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw problem(code) }
    }

    /// One statement with its values; it is prepared once and kept.
    @discardableResult
    public func run(_ sql: String, _ values: [SQLValue] = []) throws(DatabaseProblem) -> Int {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {}
        return Int(gx_sqlite3_changes(handle))
    }

    /// The first row of the answer.
    public func first(_ sql: String, _ values: [SQLValue] = []) throws(DatabaseProblem) -> Row? {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        return try statement.step() ? statement.row : nil
    }

    /// The rows of the answer, one after the other. Every call has a statement of its own: they may be nested.
    public func rows(_ sql: String, _ values: [SQLValue] = []) throws(DatabaseProblem) -> Rows {
        let statement = try Statement(self, sql)
        try statement.bind(values)
        return Rows(statement)
    }

    public var lastRow: Int { Int(gx_sqlite3_last_insert_rowid(handle)) }

    /// Either all of it is done or nothing.
    public func transaction<Failure: Error>(
        failing convert: (DatabaseProblem) -> Failure, _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        do throws(DatabaseProblem) { try execute("BEGIN IMMEDIATE") } catch { throw convert(error) }
        do throws(Failure) {
            try body()
        } catch {
            gx_sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
            throw error
        }
        do throws(DatabaseProblem) {
            try execute("COMMIT")
        } catch {
            gx_sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
            throw convert(error)
        }
    }

    public func transaction(_ body: () throws(DatabaseProblem) -> Void) throws(DatabaseProblem) {
        try transaction(failing: { $0 }, body)
    }

    private func statement(_ sql: String) throws(DatabaseProblem) -> Statement {
        if let statement = statements[sql] { return statement }
        let statement = try Statement(self, sql)
        statements[sql] = statement
        return statement
    }

    func problem(_ code: Int32) -> DatabaseProblem {
        DatabaseProblem(code: code, words: String(cString: gx_sqlite3_errmsg(handle)))
    }
}

/// What SQLite could not do.
public struct DatabaseProblem: Error, Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// Another program holds it.
        case locked
        case noSpace
        case notPermitted
        /// It is no database, or a spoilt one.
        case damaged
        case other
    }

    public var kind: Kind
    /// SQLite's own words.
    public var words: String

    init(code: Int32, words: String) {
        self.words = words
        kind =
            switch code & 0xFF {
            case SQLITE_BUSY, SQLITE_LOCKED: .locked
            case SQLITE_FULL: .noSpace
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .notPermitted
            case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
            default: .other
            }
    }
}
