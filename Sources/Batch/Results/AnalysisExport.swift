import Export
import Messages
import ReportModel
import SQLiteBridge

/// A batch as one SQLite file for people who ask their own questions.
struct AnalysisExport {
    private let database: Database
    private let language: Language
    private var reports = 0

    private static let schema = """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
        CREATE TABLE documents (
            source TEXT PRIMARY KEY, sha256 TEXT, kind TEXT, exit_code INTEGER NOT NULL, reason TEXT, message TEXT);
        CREATE TABLE reports (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents, agency TEXT,
            year INTEGER, title TEXT, forms TEXT);
        CREATE TABLE labels (
            form INTEGER NOT NULL, "table" TEXT NOT NULL, "row" TEXT NOT NULL, "column" TEXT NOT NULL,
            table_label TEXT NOT NULL, row_label TEXT NOT NULL, column_label TEXT NOT NULL,
            PRIMARY KEY (form, "table", "row", "column")) WITHOUT ROWID;
        CREATE TABLE figures (
            report INTEGER NOT NULL REFERENCES reports, form INTEGER NOT NULL, "table" TEXT NOT NULL,
            "row" TEXT NOT NULL, "column" TEXT NOT NULL, value NUMERIC, printed TEXT NOT NULL, status TEXT NOT NULL,
            confidence REAL NOT NULL, method TEXT NOT NULL, page INTEGER, x REAL, y REAL, width REAL, height REAL);
        CREATE TABLE findings (
            report INTEGER NOT NULL REFERENCES reports, rule TEXT NOT NULL, severity TEXT NOT NULL,
            verdict TEXT NOT NULL, message TEXT NOT NULL, expected TEXT, found TEXT, figures TEXT NOT NULL,
            fingerprint TEXT NOT NULL);
        BEGIN;
        """

    private static let indices = """
        COMMIT;
        CREATE INDEX figures_by_report ON figures (report);
        CREATE INDEX figures_by_id ON figures ("table", "row", "column");
        CREATE INDEX findings_by_report ON findings (report);
        CREATE INDEX reports_by_agency ON reports (agency, year);
        CREATE VIEW readable AS
            SELECT r.agency, r.year, l.table_label, l.row_label, l.column_label, f.value, f.status, r.source
            FROM figures f JOIN reports r ON r.id = f.report
                JOIN labels l ON l.form = f.form AND l."table" = f."table" AND l."row" = f."row"
                    AND l."column" = f."column";
        """

    init(path: String, language: Language) throws(DatabaseProblem) {
        self.language = language
        database = try Database(path: path, .create)
        try database.execute(Self.schema)
        for version in FormVersion.allCases {
            for table in FormTable.allCases {
                for block in FormDefinition.statutory(table, version).blocks {
                    for row in block.rows {
                        let label = block.heading(of: row)
                        for column in block.columns {
                            try database.run(
                                "INSERT INTO labels VALUES (?, ?, ?, ?, ?, ?, ?)",
                                [
                                    .integer(version.rawValue), .text(table.rawValue), .text(row.id),
                                    .text(column.id), .text(table.name.chinese), .text(label), .text(column.label),
                                ])
                        }
                    }
                }
            }
        }
    }

    mutating func add(_ document: DocumentRow) throws(DatabaseProblem) {
        try database.run(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)",
            [
                .text(document.source), Self.text(document.hash), document.kind.map { .text($0.rawValue) } ?? .null,
                .integer(Int(document.exitCode.rawValue)), Self.text(document.reason),
                document.message.map { .text($0[language]) } ?? .null,
            ])
        for report in document.reports { try add(report, of: document.source) }
    }

    private mutating func add(_ report: Report, of document: String) throws(DatabaseProblem) {
        reports += 1
        try database.run(
            "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(reports), .text(report.source), .text(document), Self.text(report.agency),
                report.year.map { .integer($0) } ?? .null, Self.text(report.title), .text(report.forms.summary),
            ])
        for figure in report.figures { try add(figure) }
        for finding in report.findings {
            try database.run(
                "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .integer(reports), .text(finding.rule), .text(finding.severity.rawValue),
                    .text(finding.verdict.rawValue), .text(finding.message[language]), Self.text(finding.expected),
                    Self.text(finding.found), .text(finding.figures.map(\.description).joined(separator: ";")),
                    .text(finding.fingerprint(agency: report.agency, year: report.year)),
                ])
        }
    }

    private func add(_ figure: Figure) throws(DatabaseProblem) {
        let value: SQLValue =
            switch figure.amount {
            case let amount?: amount.count.map { .integer($0) } ?? .text(amount.description)
            case nil: .null
            }
        let place = figure.places.first
        func real(_ value: Double?) -> SQLValue { value.map { .real($0) } ?? .null }
        try database.run(
            "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(reports), .integer(figure.form.rawValue), .text(figure.id.table.rawValue),
                .text(figure.id.row), .text(figure.id.column), value, .text(figure.printed),
                .text(figure.status.rawValue), .real(figure.confidence), .text(figure.method.rawValue),
                place?.page.map { .integer($0) } ?? .null, real(place?.box.x), real(place?.box.y),
                real(place?.box.width), real(place?.box.height),
            ])
    }

    private static func text(_ value: String) -> SQLValue { value.isEmpty ? .null : .text(value) }

    func finish() throws(DatabaseProblem) { try database.execute(Self.indices) }
}
