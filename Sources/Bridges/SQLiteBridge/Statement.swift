private import CSQLite

/// A prepared statement: finalized in `deinit`.
final class Statement {
    private let handle: OpaquePointer
    private unowned let database: Database

    init(_ database: Database, _ sql: String) throws(DatabaseProblem) {
        var handle: OpaquePointer?
        let code = gx_sqlite3_prepare_v2(database.handle, sql, -1, &handle, nil)
        guard code == SQLITE_OK, let handle else { throw database.problem(code) }
        self.handle = handle
        self.database = database
    }

    deinit { gx_sqlite3_finalize(handle) }

    func bind(_ values: [SQLValue]) throws(DatabaseProblem) {
        for (index, value) in values.enumerated() {
            let position = Int32(index + 1)
            let code: Int32 =
                switch value {
                case .null: gx_sqlite3_bind_null(handle, position)
                case .integer(let number): gx_sqlite3_bind_int64(handle, position, Int64(number))
                case .real(let number): gx_sqlite3_bind_double(handle, position, number)
                case .text(let text): Self.bind(text, handle, position)
                case .blob(let bytes):
                    bytes.withUnsafeBytes { gx_sqlite3_bind_blob64(handle, position, $0.baseAddress, UInt64($0.count)) }
                }
            guard code == SQLITE_OK else { throw database.problem(code) }
        }
    }

    private static func bind(_ text: String, _ handle: OpaquePointer, _ position: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { characters in
                // An empty text has no address, and null would be NULL.
                guard let start = characters.baseAddress else { return gx_sqlite3_bind_text(handle, position, "", 0) }
                return gx_sqlite3_bind_text(handle, position, start, Int32(characters.count))
            }
        }
    }

    /// True where there is a row.
    func step() throws(DatabaseProblem) -> Bool {
        switch gx_sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw database.problem(code)
        }
    }

    func reset() {
        gx_sqlite3_reset(handle)
        gx_sqlite3_clear_bindings(handle)
    }

    var row: Row {
        Row(values: (0..<gx_sqlite3_column_count(handle)).map(value))
    }

    private func value(_ column: Int32) -> SQLValue {
        switch gx_sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(Int(gx_sqlite3_column_int64(handle, column)))
        case SQLITE_FLOAT: return .real(gx_sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            let count = Int(gx_sqlite3_column_bytes(handle, column))
            guard let start = gx_sqlite3_column_text(handle, column) else { return .text("") }
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let count = Int(gx_sqlite3_column_bytes(handle, column))
            guard let start = gx_sqlite3_column_blob(handle, column) else { return .blob([]) }
            return .blob(Array(UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }
}

/// A row of an answer.
public struct Row: Sendable {
    public var values: [SQLValue]

    /// Columns count from 0; nil where it is no number.
    public func integer(_ column: Int) -> Int? {
        if case .integer(let value) = values[column] { value } else { nil }
    }

    public func real(_ column: Int) -> Double? {
        switch values[column] {
        case .real(let value): value
        case .integer(let value): Double(value)
        default: nil
        }
    }

    public func text(_ column: Int) -> String? {
        if case .text(let value) = values[column] { value } else { nil }
    }

    public func blob(_ column: Int) -> [UInt8]? {
        if case .blob(let value) = values[column] { value } else { nil }
    }
}

/// The rows of an answer, fetched as they are asked for.
public final class Rows {
    private let statement: Statement
    private var isAtEnd = false

    init(_ statement: Statement) {
        self.statement = statement
    }

    /// Nil at the end, and from then on: SQLite itself would begin again.
    public func next() throws(DatabaseProblem) -> Row? {
        guard !isAtEnd else { return nil }
        isAtEnd = try !statement.step()
        return isAtEnd ? nil : statement.row
    }
}
