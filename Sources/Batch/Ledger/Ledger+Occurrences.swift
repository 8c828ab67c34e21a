import ReportModel
import SQLiteBridge
import SystemBridge
import Workers

/// Where a document was found.
struct Occurrence {
    /// As the batch names it.
    var source: String
    /// The SOURCE that led to it.
    var root: String
    /// The outermost archive that holds it.
    var container: String?
    /// For a file of its own: what tells whether it has changed.
    var status: OpenFile.Status?
}

/// What the ledger knows of a file that has been seen before.
struct KnownFile {
    /// Same size, time and number.
    var isUnchanged: Bool
    /// Seen by the run that is going on.
    var isSeen: Bool
    /// The other file that bears this name in this run.
    var fileNumber: Int?
    var reading: KnownReading?
    /// A failure of its own, without content.
    var exitCode: Int?
    var reason: String?
}

extension Ledger {
    func known(_ source: String, status: OpenFile.Status) throws(LedgerProblem) -> KnownFile? {
        let row = try first(
            """
            SELECT o.size, o.modified, o.file_number, o.seen, r.id, r.state = 'done', r.exit_code, r.reason, r.run,
                r.kills, o.exit_code, o.reason
            FROM occurrences o LEFT JOIN readings r ON r.id = o.reading AND r.program = ? AND r.settings = ?
            WHERE o.source = ?
            """, .text(program), .text(settings), .text(source))
        return row.map { row in
            KnownFile(
                isUnchanged: row.integer(0) == status.size && row.integer(1) == status.modified
                    && row.integer(2) == status.number,
                isSeen: row.integer(3) == run, fileNumber: row.integer(2),
                reading: row.integer(4).map { id in
                    KnownReading(
                        id: id, isDone: row.integer(5) == 1, exitCode: row.integer(6) ?? 0, reason: row.text(7) ?? "",
                        run: row.integer(8) ?? 0, kills: row.integer(9) ?? 0)
                }, exitCode: row.integer(10), reason: row.text(11))
        }
    }

    /// Whether this run has met that name already.
    func isSeen(_ source: String) throws(LedgerProblem) -> Bool {
        try first("SELECT seen FROM occurrences WHERE source = ?", .text(source))?.integer(0) == run
    }

    /// Why it was refused by the run before, where it was.
    func refusal(of source: String) throws(LedgerProblem) -> String? {
        try first("SELECT reason FROM occurrences WHERE source = ? AND NOT gone", .text(source))?.text(0)
    }

    /// Notes a document, with its reading or with why it has none.
    func note(_ occurrence: Occurrence, reading: Int?, failure: ReadFailure? = nil) throws(LedgerProblem) {
        let status = occurrence.status
        try change(
            "INSERT OR REPLACE INTO occurrences VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)", .text(occurrence.source),
            .text(occurrence.root), occurrence.container.map { .text($0) } ?? .null,
            status.map { .integer($0.size) } ?? .null, status.map { .integer($0.modified) } ?? .null,
            status.map { .integer($0.number) } ?? .null, reading.map { .integer($0) } ?? .null,
            failure.map { .integer(Int($0.exitCode.rawValue)) } ?? .null,
            failure.map { .text($0.code.reason) } ?? .null, failure.map { .blob(FailureNote.encode($0)) } ?? .null,
            .integer(run))
    }

    /// It is still there and as it was.
    func confirm(_ source: String) throws(LedgerProblem) {
        try change("UPDATE occurrences SET seen = ?, gone = 0 WHERE source = ?", .integer(run), .text(source))
    }

    /// Everything below that SOURCE that this run has not met is no more.
    func markGone(below root: String) throws(LedgerProblem) {
        try change("UPDATE occurrences SET gone = 1 WHERE root = ? AND seen <> ?", .text(root), .integer(run))
    }

    // MARK: archives

    func isSeen(archive source: String) throws(LedgerProblem) -> Bool {
        try first("SELECT seen FROM archives WHERE source = ?", .text(source))?.integer(0) == run
    }

    /// Whether an archive need not be opened: it is as it was, and all in it has been read by this program. Its members
    /// count as met then.
    ///
    /// - Parameter retrying: what else would have it opened again: a condition on readings `r` and occurrences `o`.
    /// - Returns: how many of its members ended with which exit code; nil where it must be opened.
    func confirmArchive(
        _ source: String, status: OpenFile.Status, retrying condition: String
    ) throws(LedgerProblem) -> [(exitCode: Int, documents: Int)]? {
        let row = try first(
            "SELECT 1 FROM archives WHERE source = ? AND size = ? AND modified = ? AND file_number = ? "
                + "AND program = ? AND state <> 'open'", .text(source), .integer(status.size),
            .integer(status.modified), .integer(status.number), .text(program))
        guard row != nil else { return nil }
        let open = try first(
            """
            SELECT 1 FROM occurrences o LEFT JOIN readings r ON r.id = o.reading
            WHERE o.container = ? AND NOT o.gone AND (r.state = 'waiting' OR r.program <> ? OR \(condition)) LIMIT 1
            """, .text(source), .text(program))
        guard open == nil else { return nil }
        try transaction { () throws(LedgerProblem) in
            try change("UPDATE archives SET seen = ? WHERE source = ?", .integer(run), .text(source))
            try change(
                "UPDATE occurrences SET seen = ? WHERE container = ? AND NOT gone", .integer(run), .text(source))
        }
        var counts: [(exitCode: Int, documents: Int)] = []
        let rows = try rows(
            """
            SELECT COALESCE(r.exit_code, o.exit_code, 3), count(*) FROM occurrences o
            LEFT JOIN readings r ON r.id = o.reading WHERE o.container = ? AND NOT o.gone GROUP BY 1
            """, .text(source))
        while let row = try rows.next() { counts.append((row.integer(0) ?? 3, row.integer(1) ?? 0)) }
        return counts
    }

    /// An archive is being opened: until `close`, nobody relies on what is known of it.
    func open(archive source: String, root: String, status: OpenFile.Status) throws(LedgerProblem) {
        try change(
            "INSERT OR REPLACE INTO archives VALUES (?, ?, ?, ?, ?, ?, 'open', 0, 0, ?)", .text(source), .text(root),
            .integer(status.size), .integer(status.modified), .integer(status.number), .text(program), .integer(run))
    }

    /// It has been walked to its end, or as far as it goes.
    func close(archive source: String, members: Int, skipped: Int, failed: Bool) throws(LedgerProblem) {
        try transaction { () throws(LedgerProblem) in
            try change(
                "UPDATE archives SET state = ?, members = ?, skipped = ? WHERE source = ?",
                .text(failed ? "failed" : "whole"), .integer(members), .integer(skipped), .text(source))
            try change(
                "UPDATE occurrences SET gone = 1 WHERE container = ? AND seen <> ?", .text(source), .integer(run))
        }
    }
}
