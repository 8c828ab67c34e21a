public import Export
import ReportModel
import SQLiteBridge
import SystemBridge
import XLSXWriterBridge

/// What a batch has read, written once more: in the files that a run writes, or as one file of another kind.
public enum BatchExport {
    public enum Format: String, Sendable, CaseIterable {
        case csv, xlsx, sqlite
    }

    /// Writes the results into the batch's folder again, as a run does at its end.
    public static func results(folder: String, note: ProgramNote) throws(BatchStop) {
        let lock = try BatchSession.lock(folder)
        defer { withExtendedLifetime(lock) {} }
        let ledger = try open(folder)
        _ = try ResultsWriter(ledger, folder: folder, note: note).write()
    }

    /// Writes one file, whole or not at all.
    public static func file(_ path: String, as format: Format, of folder: String, note: ProgramNote) throws(BatchStop) {
        let ledger = try open(folder)
        try compareYears(ledger, folder)
        let temporary = OutputFile.temporaryName(for: path)
        do throws(BatchStop) {
            // What a killed run has left would be written on.
            OutputFile.discard(path)
            switch format {
            case .xlsx: try workbook(temporary, ledger, folder, note)
            case .sqlite, .csv: try analysis(temporary, ledger, note)
            }
            do throws(SystemError) { try OutputFile.publish(path) } catch { throw .output(error) }
        } catch {
            OutputFile.discard(path)
            throw error
        }
    }

    /// A workbook of documents that somebody has in hand, whole or not at all.
    public static func workbook(_ path: String, of documents: [DocumentRow], note: ProgramNote) throws(BatchStop) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        do throws(WorkbookProblem) {
            OutputFile.discard(path)
            var workbook = try WorkbookExport(
                path: OutputFile.temporaryName(for: path), folder: folder, language: note.language)
            for document in documents { try workbook.add(document) }
            try workbook.finish(note)
        } catch {
            OutputFile.discard(path)
            throw .output(SystemError(error.isOutOfSpace ? .noSpace : .other, path: path, words: error.words))
        }
        do throws(SystemError) { try OutputFile.publish(path) } catch { throw .output(error) }
    }

    /// Every document of a batch with what was read of it, sorted by source, one after the other.
    public static func documents(in folder: String, _ body: (DocumentRow) -> Void) throws(BatchStop) {
        try forEachDocument(of: try open(folder)) { (document) throws(BatchStop) in body(document) }
    }

    private static func open(_ folder: String) throws(BatchStop) -> Ledger {
        do throws(LedgerProblem) {
            return try Ledger(folder: folder, program: "", mode: .look)
        } catch {
            throw .ledger(error)
        }
    }

    /// Year against year, unless a run has the folder, which will do so itself.
    private static func compareYears(_ ledger: Ledger, _ folder: String) throws(BatchStop) {
        let lock: LockFile
        do throws(BatchStop) {
            lock = try BatchSession.lock(folder)
        } catch {
            return
        }
        defer { withExtendedLifetime(lock) {} }
        do throws(LedgerProblem) { _ = try SeriesPass(ledger).run() } catch { throw .ledger(error) }
    }

    private static func workbook(
        _ path: String, _ ledger: Ledger, _ folder: String, _ note: ProgramNote
    ) throws(BatchStop) {
        func write<Value>(_ body: () throws(WorkbookProblem) -> Value) throws(BatchStop) -> Value {
            do throws(WorkbookProblem) {
                return try body()
            } catch {
                throw .output(SystemError(error.isOutOfSpace ? .noSpace : .other, path: path, words: error.words))
            }
        }
        var workbook = try write { () throws(WorkbookProblem) in
            try WorkbookExport(path: path, folder: folder, language: note.language)
        }
        try forEachDocument(of: ledger) { (document) throws(BatchStop) in
            try write { () throws(WorkbookProblem) in try workbook.add(document) }
        }
        try write { () throws(WorkbookProblem) in
            try workbook.finish(note)
            try WorkbookCheck.check(path)
        }
    }

    private static func analysis(_ path: String, _ ledger: Ledger, _ note: ProgramNote) throws(BatchStop) {
        func write<Value>(_ body: () throws(DatabaseProblem) -> Value) throws(BatchStop) -> Value {
            do throws(DatabaseProblem) {
                return try body()
            } catch {
                throw .output(SystemError(error.kind == .noSpace ? .noSpace : .other, path: path, words: error.words))
            }
        }
        var analysis = try write { () throws(DatabaseProblem) in
            try AnalysisExport(path: path, language: note.language)
        }
        try forEachDocument(of: ledger) { (document) throws(BatchStop) in
            try write { () throws(DatabaseProblem) in try analysis.add(document) }
        }
        try write { () throws(DatabaseProblem) in try analysis.finish() }
    }

    private static func forEachDocument(
        of ledger: Ledger, _ body: (DocumentRow) throws(BatchStop) -> Void
    ) throws(BatchStop) {
        func read<Value>(_ body: () throws(LedgerProblem) -> Value) throws(BatchStop) -> Value {
            do throws(LedgerProblem) { return try body() } catch { throw .ledger(error) }
        }
        let documents = try read { () throws(LedgerProblem) in try LedgerDocuments(ledger) }
        while let document = try read({ () throws(LedgerProblem) in try documents.next() }) { try body(document) }
    }
}
