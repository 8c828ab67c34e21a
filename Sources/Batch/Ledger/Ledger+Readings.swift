import ReportModel
import SQLiteBridge
import Workers

/// What the ledger knows of a content that has been seen before.
struct KnownReading {
    var id: Int
    var isDone: Bool
    var exitCode: Int
    var reason: String
    /// The run that read it, or is about to.
    var run: Int
    /// How many workers it has cost.
    var kills: Int
}

/// How reading a document went.
struct ReadingResult {
    var outcome: Result<[Report], ReadFailure>
    /// As the worker sent them; empty for a failure.
    var bundle: [UInt8]
    var seconds: Double
    var cpuSeconds: Double
    var confinement: String

    var exitCode: ExitCode {
        switch outcome {
        case .success(let reports): .combined(reports.map(\.exitCode))
        case .failure(let failure): failure.exitCode
        }
    }
}

extension Ledger {
    /// The reading of that content by this program, if there is or is to be one.
    func reading(of hash: String) throws(LedgerProblem) -> KnownReading? {
        let row = try first(
            """
            SELECT id, state = 'done', exit_code, reason, run, kills FROM readings
            WHERE sha256 = ? AND program = ? AND settings = ?
            """, .text(hash), .text(program), .text(settings))
        return row.map { row in
            KnownReading(
                id: row.integer(0) ?? 0, isDone: row.integer(1) == 1, exitCode: row.integer(2) ?? 0,
                reason: row.text(3) ?? "", run: row.integer(4) ?? 0, kills: row.integer(5) ?? 0)
        }
    }

    /// Makes room for the reading of a content.
    func addReading(of hash: String, size: Int, kind: DocumentKind) throws(LedgerProblem) -> Int {
        try change(
            """
            INSERT INTO readings (sha256, program, settings, size, kind, state, run) VALUES (?, ?, ?, ?, ?, 'waiting', ?)
            """, .text(hash), .text(program), .text(settings), .integer(size), .text(kind.rawValue), .integer(run))
        return lastRow
    }

    /// It is to be read again.
    func reopen(_ reading: Int, forgettingKills: Bool) throws(LedgerProblem) {
        try change(
            """
            UPDATE readings SET state = 'waiting', exit_code = NULL, reason = NULL, failure = NULL, run = ?,
                kills = CASE WHEN ? THEN 0 ELSE kills END WHERE id = ?
            """, .integer(run), .integer(forgettingKills ? 1 : 0), .integer(reading))
    }

    /// It has cost a worker, and we live: that counts.
    func noteKill(_ reading: Int) throws(LedgerProblem) {
        try change("UPDATE readings SET kills = kills + 1, attempts = attempts + 1 WHERE id = ?", .integer(reading))
    }

    func finish(_ reading: Int, _ result: ReadingResult) throws(LedgerProblem) {
        var failure: [UInt8]?
        var reason: String?
        if case .failure(let cause) = result.outcome {
            failure = FailureNote.encode(cause)
            reason = cause.code.reason
        }
        try transaction { () throws(LedgerProblem) in
            try change(
                """
                UPDATE readings SET state = 'done', exit_code = ?, reason = ?, failure = ?, seconds = ?,
                    cpu_seconds = ?, confinement = ?, attempts = attempts + 1, run = ? WHERE id = ?
                """, .integer(Int(result.exitCode.rawValue)), reason.map { .text($0) } ?? .null,
                failure.map { .blob($0) } ?? .null, .real(result.seconds), .real(result.cpuSeconds),
                .text(result.confinement), .integer(run), .integer(reading))
            try change("DELETE FROM bundles WHERE reading = ?", .integer(reading))
            try change("DELETE FROM reports WHERE reading = ?", .integer(reading))
            guard case .success(let reports) = result.outcome else { return }
            try change(
                "INSERT INTO bundles (reading, reports) VALUES (?, ?)", .integer(reading), .blob(result.bundle))
            for (index, report) in reports.enumerated() { try add(report, number: index + 1, of: reading) }
        }
    }

    private func add(_ report: Report, number: Int, of reading: Int) throws(LedgerProblem) {
        var counts: [FigureStatus: Int] = [:]
        for figure in report.figures { counts[figure.status, default: 0] += 1 }
        func count(_ status: FigureStatus) -> SQLValue { .integer(counts[status] ?? 0) }
        func count(_ severity: Finding.Severity) -> SQLValue {
            .integer(report.findings.count { $0.severity == severity })
        }
        try change(
            "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", .integer(reading),
            .integer(number), .text(report.agency), report.year.map { .integer($0) } ?? .null,
            .text(report.forms.summary), count(.ok), count(.empty), count(.derived), count(.suspect), count(.missing),
            count(.corrected), count(.error), count(.warning), count(.note))
    }
}

extension FormVersions {
    /// `2021`, or `2021/2019/2021` for the three tables of a mixture.
    var summary: String {
        let versions = FormTable.allCases.map { String(self[$0].rawValue) }
        return Set(versions).count == 1 ? versions[0] : versions.joined(separator: "/")
    }
}
