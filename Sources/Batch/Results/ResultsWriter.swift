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
            while let document = try next(of: documents) {
                written += 1
                if written.isMultiple(of: 64), !isWanted(written) { return false }
                try table.append(DocumentsCSV.row(document, language: note.language))
                for report in document.reports {
                    try figures.append(FiguresCSV.rows(report))
                    try findings.append(FindingsCSV.rows(report, language: note.language))
                    let json = ReportJSON.bytes(report, program: note)
                    try lines.append(json)
                    if try !tree.write(json, to: ReportPath.of(report.source)) {
                        _ = try tree.write(json, to: ReportPath.fallback(report.source))
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

    private func next(of documents: LedgerDocuments) throws(SystemError) -> DocumentRow? {
        do throws(LedgerProblem) {
            return try documents.next()
        } catch {
            throw SystemError(.other, path: "\(folder)/\(Ledger.fileName)", words: error.words)
        }
    }
}
