import Batch
import Export
import Glibc
import ReportModel
import Workers

/// `gxfaulty batch`: a batch whose workers do the harm that documents ask for.
final class FaultyBatch: BatchObserver {
    private var last = BatchSnapshot()
    var interruptions = 0
    /// Interrupts itself when so many documents are done.
    private var interruptAt = Int.max

    func watch(_ snapshot: BatchSnapshot) {
        last = snapshot
        if snapshot.done >= interruptAt { interruptions = 1 }
    }

    func watch(writing written: Int, of count: Int) {}

    static func run(_ words: [String]) -> Int32 {
        var settings = BatchSettings(
            sources: [], folder: "", jobs: 2, program: "test 1", worker: .spawning(program: "/proc/self/exe"))
        var lists: [PathList] = []
        let batch = FaultyBatch()
        var words = words[...]
        while let word = words.popFirst() {
            func value() -> String { words.popFirst() ?? "" }
            func number() -> Int { Int(value()) ?? 1 }
            switch word {
            case "--out": settings.folder = value()
            case "--jobs": settings.jobs = number()
            case "--seconds": settings.limits.seconds = number()
            case "--megabytes": settings.limits.megabytes = number()
            case "--program": settings.program = value()
            case "--password": settings.passwords.append(value())
            case "--retry": settings.retry = BatchSettings.Retry(rawValue: value())
            case "--interrupt-at": batch.interruptAt = number()
            case "--from": if let list = try? PathList(value()) { lists.append(list) }
            default: settings.sources.append(word)
            }
        }
        do throws(BatchStop) {
            let outcome = try BatchSession.run(
                settings, lists: lists, note: ProgramNote(version: "1", language: .english), observer: batch)
            switch outcome {
            case .complete(let snapshot): print("complete \(line(snapshot))")
            case .interrupted(let snapshot): print("interrupted \(line(snapshot))")
            }
            return 0
        } catch {
            print("stopped \(error)")
            return 3
        }
    }

    private static func line(_ snapshot: BatchSnapshot) -> String {
        "done \(snapshot.done) fresh \(snapshot.fresh) clean \(snapshot.clean) review \(snapshot.review) "
            + "failed \(snapshot.failed) other \(snapshot.other)"
    }
}
