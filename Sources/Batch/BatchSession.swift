public import Export
import ReportModel
import SystemBridge

/// A batch from the first file to the results: alone in its folder, with a ledger.
public enum BatchSession {
    /// In the batch's folder; held while a run goes on.
    static let lockName = "batch.lock"

    /// - Parameters:
    ///   - lists: files that name further sources.
    ///   - note: what results say about this program.
    public static func run(
        _ settings: BatchSettings, lists: [PathList], note: ProgramNote, observer: any BatchObserver
    ) throws(BatchStop) -> BatchOutcome {
        let lock = try lock(settings.folder)
        defer { withExtendedLifetime(lock) {} }
        let ledger: Ledger
        do throws(LedgerProblem) {
            ledger = try Ledger(folder: settings.folder, program: settings.program, mode: .write)
            try ledger.begin(sources: settings.sources, jobs: settings.jobs, now: Machine.now)
        } catch {
            throw .ledger(error)
        }
        do throws(BatchStop) {
            let outcome = try run(settings, lists, ledger, note, observer)
            try end(ledger, outcome)
            return outcome
        } catch {
            // The ledger itself may be what has failed.
            try? ledger.end(outcome: "stopped", now: Machine.now)
            throw error
        }
    }

    private static func run(
        _ settings: BatchSettings, _ lists: [PathList], _ ledger: Ledger, _ note: ProgramNote,
        _ observer: any BatchObserver
    ) throws(BatchStop) -> BatchOutcome {
        let outcome = try BatchRun(settings, lists: lists, ledger: ledger, observer: observer).run()
        guard case .complete(var snapshot) = outcome else { return outcome }
        let count = snapshot.done
        let writer = ResultsWriter(ledger, folder: settings.folder, note: note) { written in
            observer.watch(writing: written, of: count)
            return observer.interruptions == 0
        }
        guard try writer.write() else { return .interrupted(snapshot) }
        do throws(LedgerProblem) {
            snapshot.moveToReview(try ledger.documentsForReviewBySeries())
        } catch {
            throw .ledger(error)
        }
        return .complete(snapshot)
    }

    private static func end(_ ledger: Ledger, _ outcome: BatchOutcome) throws(BatchStop) {
        let word =
            switch outcome {
            case .complete: "complete"
            case .interrupted: "interrupted"
            }
        do throws(LedgerProblem) {
            try ledger.end(outcome: word, now: Machine.now)
        } catch {
            throw .ledger(error)
        }
    }

    /// Makes the folder and takes it for this process.
    static func lock(_ folder: String) throws(BatchStop) -> LockFile {
        let path = "\(folder)/\(lockName)"
        do throws(SystemError) {
            try Folder.make(folder)
            let note = "process \(Machine.processID) on \(Machine.name) since \(Machine.now)"
            guard let lock = try LockFile(path, note: note) else {
                throw SystemError(.other, path: path, words: "held")
            }
            return lock
        } catch {
            throw error.words == "held" ? .held(by: LockFile.note(path)) : .output(error)
        }
    }
}
