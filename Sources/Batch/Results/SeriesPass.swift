import ReportModel
import SQLiteBridge
import Validation
import Workers

/// Sets the reports of every office beside each other, year against year, and notes in the ledger what does not fit.
///
/// Only the reports of one office, and of those whose names are like it, are in memory at a time.
struct SeriesPass {
    private let ledger: Ledger
    private let isWanted: () -> Bool

    /// - Parameter isWanted: asked now and then whether to go on.
    init(_ ledger: Ledger, isWanted: @escaping () -> Bool = { true }) {
        self.ledger = ledger
        self.isWanted = isWanted
    }

    /// One report of a document, wherever it was found.
    private struct Member {
        var reading: Int
        /// Among the document's reports, from 1.
        var number: Int
        var agency: String
        var year: Int?
        /// Of all places, the first by name: the same whichever was read first.
        var source: String
    }

    /// More versions of one office's report for one year are not compared: that is no archive of reports.
    static let versionLimit = 50

    /// False where it was not wanted any more.
    func run() throws(LedgerProblem) -> Bool {
        let members = try members()
        let groups = SeriesPlan(members.map { ($0.agency, $0.year) }).groups.filter { $0.count > 1 }
        var isWhole = true
        try ledger.transaction { () throws(LedgerProblem) in
            try ledger.change("DELETE FROM series")
            for group in groups where isWhole {
                isWhole = isWanted()
                try check(group.map { members[$0] })
            }
        }
        return isWhole
    }

    private func members() throws(LedgerProblem) -> [Member] {
        let rows = try ledger.rows(
            """
            SELECT p.reading, p.number, p.agency, p.year, min(o.source) AS place FROM reports p
            JOIN readings r ON r.id = p.reading JOIN occurrences o ON o.reading = p.reading
            WHERE r.state = 'done' AND NOT o.gone AND p.agency <> '' AND p.year IS NOT NULL
            GROUP BY p.reading, p.number ORDER BY place, p.number
            """)
        var members: [Member] = []
        while let row = try rows.next() {
            members.append(
                Member(
                    reading: row.integer(0) ?? 0, number: row.integer(1) ?? 1, agency: row.text(2) ?? "",
                    year: row.integer(3), source: row.text(4) ?? ""))
        }
        return members
    }

    private func check(_ members: [Member]) throws(LedgerProblem) {
        var versions: [String: Int] = [:]
        var compared: [Member] = []
        var found: [Int: [Int: [Finding]]] = [:]
        for member in members {
            let count = versions["\(member.year ?? 0) \(member.agency)", default: 0] + 1
            versions["\(member.year ?? 0) \(member.agency)"] = count
            if count <= Self.versionLimit {
                compared.append(member)
            } else {
                found[member.reading, default: [:]][member.number] = [Self.tooMany]
            }
        }
        let reports = try reports(compared)
        for (member, findings) in zip(compared, SeriesCheck().findings(reports)) where !findings.isEmpty {
            found[member.reading, default: [:]][member.number] = findings
        }
        for (reading, findings) in found { try note(findings, of: reading) }
    }

    private static var tooMany: Finding {
        Finding(
            rule: "series.duplicate", severity: .warning, verdict: .open,
            message: LocalisedText(
                chinese: "同一机关同一年度的报告多于 \(versionLimit) 份，这一份没有与其他年度对照。",
                english: "There are more than \(versionLimit) reports of this office for this year; "
                    + "this one was not compared with other years."))
    }

    /// Their figures; what series are not told from is left in the ledger.
    private func reports(_ members: [Member]) throws(LedgerProblem) -> [Report] {
        var reports: [Report] = []
        for member in members {
            let row = try ledger.first("SELECT reports FROM bundles WHERE reading = ?", .integer(member.reading))
            let bundle = row?.blob(0).flatMap { try? ReportBundle.decode($0) } ?? []
            guard bundle.indices.contains(member.number - 1) else {
                // Another version's bundle, or a damaged one: the results say so themselves.
                reports.append(
                    Report(
                        source: member.source, title: "", agency: "", year: nil, forms: FormVersions(.form2021),
                        sections: [], figures: []))
                continue
            }
            var report = bundle[member.number - 1]
            report.source = member.source + report.source
            (report.sections, report.tables, report.pages, report.findings) = ([], [], [], [])
            reports.append(report)
        }
        return reports
    }

    /// Adds findings to the reports of a document; those of a compilation may belong to several groups.
    private func note(_ findings: [Int: [Finding]], of reading: Int) throws(LedgerProblem) {
        let row = try ledger.first("SELECT findings FROM series WHERE reading = ?", .integer(reading))
        var notes = row?.blob(0).flatMap { try? SeriesNotes.decode($0) } ?? SeriesNotes(findings: [])
        for (number, more) in findings {
            while notes.findings.count < number { notes.findings.append([]) }
            notes.findings[number - 1] += more
        }
        let warnings = notes.findings.joined().count { $0.severity > .note }
        try ledger.change(
            "INSERT OR REPLACE INTO series (reading, findings, warnings) VALUES (?, ?, ?)", .integer(reading),
            .blob(notes.bytes), .integer(warnings))
    }
}

extension Ledger {
    /// Documents of this run that are clean by themselves, and not beside those of other years.
    func documentsForReviewBySeries() throws(LedgerProblem) -> Int {
        try first(
            """
            SELECT count(*) FROM occurrences o JOIN readings r ON r.id = o.reading JOIN series s ON s.reading = r.id
            WHERE NOT o.gone AND o.seen = ? AND r.exit_code = 0 AND s.warnings > 0
            """, .integer(run))?.integer(0) ?? 0
    }
}
