public import ReportModel
public import SystemBridge

/// Why a batch could not go on. What is in the ledger stays, and the next run goes on from there.
public enum BatchStop: Error, Sendable {
    /// Nothing can be read on this machine.
    case machine(ReadFailure)
    case ledger(LedgerProblem)
    /// Another run has the folder: which.
    case held(by: String)
    /// The folder or a file in it cannot be written.
    case output(SystemError)
}

/// How a batch ended.
public enum BatchOutcome: Sendable {
    case complete(BatchSnapshot)
    /// Somebody asked it to stop; the results are those of the run before.
    case interrupted(BatchSnapshot)
}

/// Who watches a batch.
public protocol BatchObserver: AnyObject {
    /// Called some times a second.
    func watch(_ snapshot: BatchSnapshot)
    /// The results are being written.
    func watch(writing written: Int, of count: Int)
    /// How often somebody has asked it to stop: once for "finish what is in flight", twice for "now".
    var interruptions: Int { get }
}
