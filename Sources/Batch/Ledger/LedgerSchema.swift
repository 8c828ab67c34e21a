/// The tables of a ledger. The Ledger page of the documentation explains every column; change both together.
enum LedgerSchema {
    /// `PRAGMA user_version`.
    static let version = 1
    /// `PRAGMA application_id`: "gxin".
    static let application = 0x6778_696E

    static let tables = """
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            started TEXT NOT NULL,
            ended TEXT,
            outcome TEXT,
            program TEXT NOT NULL,
            jobs INTEGER NOT NULL,
            sources TEXT NOT NULL
        );
        CREATE TABLE readings (
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL,
            program TEXT NOT NULL,
            settings TEXT NOT NULL,
            size INTEGER NOT NULL,
            kind TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'done')),
            exit_code INTEGER,
            reason TEXT,
            failure BLOB,
            attempts INTEGER NOT NULL DEFAULT 0,
            kills INTEGER NOT NULL DEFAULT 0,
            seconds REAL,
            cpu_seconds REAL,
            confinement TEXT,
            run INTEGER NOT NULL REFERENCES runs,
            UNIQUE (sha256, program, settings)
        );
        CREATE TABLE bundles (
            reading INTEGER PRIMARY KEY REFERENCES readings,
            reports BLOB NOT NULL
        );
        CREATE TABLE reports (
            reading INTEGER NOT NULL REFERENCES readings,
            number INTEGER NOT NULL,
            agency TEXT NOT NULL,
            year INTEGER,
            forms TEXT NOT NULL,
            ok INTEGER NOT NULL,
            empty INTEGER NOT NULL,
            derived INTEGER NOT NULL,
            suspect INTEGER NOT NULL,
            missing INTEGER NOT NULL,
            corrected INTEGER NOT NULL,
            errors INTEGER NOT NULL,
            warnings INTEGER NOT NULL,
            notes INTEGER NOT NULL,
            PRIMARY KEY (reading, number)
        ) WITHOUT ROWID;
        CREATE INDEX reports_by_agency ON reports (agency, year);
        CREATE TABLE series (
            reading INTEGER PRIMARY KEY REFERENCES readings,
            findings BLOB NOT NULL,
            warnings INTEGER NOT NULL
        );
        CREATE TABLE occurrences (
            source TEXT PRIMARY KEY,
            root TEXT NOT NULL,
            container TEXT,
            size INTEGER,
            modified INTEGER,
            file_number INTEGER,
            reading INTEGER REFERENCES readings,
            exit_code INTEGER,
            reason TEXT,
            failure BLOB,
            gone INTEGER NOT NULL DEFAULT 0,
            seen INTEGER NOT NULL REFERENCES runs
        ) WITHOUT ROWID;
        CREATE INDEX occurrences_by_reading ON occurrences (reading);
        CREATE INDEX occurrences_by_container ON occurrences (container);
        CREATE TABLE archives (
            source TEXT PRIMARY KEY,
            root TEXT NOT NULL,
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL,
            file_number INTEGER NOT NULL,
            program TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'whole', 'failed')),
            members INTEGER NOT NULL DEFAULT 0,
            skipped INTEGER NOT NULL DEFAULT 0,
            seen INTEGER NOT NULL REFERENCES runs
        ) WITHOUT ROWID;
        """

    /// For people who know SQL.
    static let views = """
        CREATE VIEW documents AS
            SELECT o.source, r.sha256, r.kind, COALESCE(r.state, 'done') AS state,
                CASE WHEN r.exit_code = 0 AND s.warnings > 0 THEN 1 ELSE COALESCE(r.exit_code, o.exit_code) END
                    AS exit_code, COALESCE(r.reason, o.reason) AS reason,
                (SELECT group_concat(agency, ';') FROM reports p WHERE p.reading = r.id) AS agency,
                (SELECT group_concat(DISTINCT year) FROM reports p WHERE p.reading = r.id) AS year,
                (SELECT count(*) FROM reports p WHERE p.reading = r.id) AS reports,
                (SELECT sum(suspect + derived + missing) FROM reports p WHERE p.reading = r.id) AS in_doubt,
                r.attempts, r.kills, r.seconds, r.cpu_seconds, r.confinement, o.container
            FROM occurrences o LEFT JOIN readings r ON r.id = o.reading LEFT JOIN series s ON s.reading = r.id
            WHERE NOT o.gone;
        CREATE VIEW failures AS
            SELECT reason, count(*) AS documents, min(source) AS example
            FROM documents WHERE exit_code >= 3 GROUP BY reason ORDER BY documents DESC;
        CREATE VIEW review AS
            SELECT source, agency, year, in_doubt FROM documents WHERE exit_code = 1 ORDER BY in_doubt DESC;
        CREATE VIEW years AS
            SELECT p.year, count(*) AS reports,
                sum(p.suspect + p.derived + p.missing + p.errors + p.warnings + COALESCE(s.warnings, 0) = 0) AS clean
            FROM occurrences o JOIN reports p ON p.reading = o.reading LEFT JOIN series s ON s.reading = p.reading
            WHERE NOT o.gone GROUP BY p.year;
        CREATE VIEW slowest AS
            SELECT source, seconds, cpu_seconds, attempts, reason FROM documents
            WHERE seconds IS NOT NULL ORDER BY seconds DESC LIMIT 50;
        """
}
