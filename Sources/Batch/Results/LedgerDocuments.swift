import Export
import Messages
import ReportModel
import Workers

/// Every document of a ledger with all that is known of it, sorted by source, one after the other.
struct LedgerDocuments {
    private let rows: LedgerRows

    init(_ ledger: Ledger) throws(LedgerProblem) {
        rows = try ledger.rows(
            """
            SELECT o.source, r.sha256, r.kind, r.state, COALESCE(r.failure, o.failure), b.reports, s.findings
            FROM occurrences o LEFT JOIN readings r ON r.id = o.reading LEFT JOIN bundles b ON b.reading = r.id
                LEFT JOIN series s ON s.reading = r.id
            WHERE NOT o.gone ORDER BY o.source
            """)
    }

    /// Nil at the end. What is not read yet is left out.
    func next() throws(LedgerProblem) -> DocumentRow? {
        while let row = try rows.next() {
            guard row.text(3) != "waiting" else { continue }
            var document = DocumentRow(source: row.text(0) ?? "")
            document.hash = row.text(1) ?? ""
            document.kind = row.text(2).flatMap { DocumentKind(rawValue: $0) }
            do throws(CodingProblem) {
                if let failure = row.blob(4) { document.failure = try FailureNote.decode(failure) }
                if let bundle = row.blob(5) { document.reports = try ReportBundle.decode(bundle) }
                if let findings = row.blob(6) { try SeriesNotes.decode(findings).add(to: &document.reports) }
            } catch {
                document.failure = ReadFailure(.damaged, underlying: "ledger")
            }
            for index in document.reports.indices {
                document.reports[index].source = document.source + document.reports[index].source
            }
            if let failure = document.failure {
                document.reason = failure.code.reason
                document.message = failure.message
            }
            return document
        }
        return nil
    }
}
