public import Export
import ReportModel
import SystemBridge

/// Writes what a batch is for: `figures.csv`, `findings.csv`, `documents.csv`, `reports.ndjson` and a JSON for each
/// report below `reports/`. The same documents give the same bytes, whoever read them in whatever order.
public struct ResultsWriter {
    private let ledger: Ledger
    private let folder: String
    private let note: ProgramNote
    /// Asked now and then whether to go on.
    private let isWanted: (_ written: Int) -> Bool

    public init(
        _ ledger: Ledger, folder: String, note: ProgramNote,
        isWanted: @escaping (_ written: Int) -> Bool = { _ in true }
    ) {
        self.ledger = ledger
        self.folder = folder
        self.note = note
        self.isWanted = isWanted
    }

    /// All of it, or nothing. False where it was not wanted any more.
    public func write() throws(BatchStop) -> Bool {
        let documents: LedgerDocuments
        do throws(LedgerProblem) {
            guard try SeriesPass(ledger, isWanted: { isWanted(0) }).run() else { return false }
            documents = try LedgerDocuments(ledger)
        } catch {
            throw .ledger(error)
        }
        var written = 0
        do throws(SystemError) {
            let figures = try start("figures.csv", FiguresCSV.header)
            let findings = try start("findings.csv", FindingsCSV.header)
            let table = try start("documents.csv", DocumentsCSV.header)
            let lines = try start("reports.ndjson", "")
            let tree = try GrowingFolder("\(folder)/reports")
            while true {
                let some = try next(Self.portion, of: documents)
                guard !some.isEmpty else { break }
                guard isWanted(written) else { return false }
                written += some.count
                let texts = Parallel.map(some, threads: Machine.processors) { [note] in DocumentTexts($0, note) }
                for text in texts {
                    try table.append(text.row)
                    try figures.append(text.figures)
                    try findings.append(text.findings)
                    for report in text.reports {
                        try lines.append(report.json)
                        if try !tree.write(report.json, to: ReportPath.of(report.source)) {
                            _ = try tree.write(report.json, to: ReportPath.fallback(report.source))
                        }
                    }
                }
            }
            let files = [figures, findings, table, lines]
            for file in files { try file.complete() }
            for file in files { try file.publish() }
            try tree.publish()
            return true
        } catch {
            throw .output(error)
        }
    }

    private func start(_ name: String, _ header: String) throws(SystemError) -> GrowingFile {
        let file = try GrowingFile("\(folder)/\(name)")
        try file.append(header)
        return file
    }

    /// So many documents are in memory at a time, with all that is written of them.
    private static let portion = 32

    private func next(_ count: Int, of documents: LedgerDocuments) throws(SystemError) -> [DocumentRow] {
        do throws(LedgerProblem) {
            var some: [DocumentRow] = []
            while some.count < count, let document = try documents.next() { some.append(document) }
            return some
        } catch {
            throw SystemError(.other, path: "\(folder)/\(Ledger.fileName)", words: error.words)
        }
    }
}

/// What the results say of one document. Putting that into words takes longer than all else here, and goes on on every
/// processor.
private struct DocumentTexts: Sendable {
    var row: String
    var figures: [UInt8] = []
    var findings = ""
    var reports: [(source: String, json: [UInt8])] = []

    init(_ document: DocumentRow, _ note: ProgramNote) {
        row = DocumentsCSV.row(document, language: note.language)
        for report in document.reports {
            figures += FiguresCSV.rows(report).utf8
            findings += FindingsCSV.rows(report, language: note.language)
            reports.append((report.source, ReportJSON.bytes(report, program: note)))
        }
    }
}
