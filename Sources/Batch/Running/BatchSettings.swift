public import Workers

/// What a batch was asked for.
public struct BatchSettings: Sendable {
    /// What is read again although it has been read.
    public enum Retry: String, Sendable, CaseIterable {
        /// What could not be read: exit codes 3 and 5.
        case failed
        /// What a person has to look at: exit code 1.
        case review
        case all
    }

    /// Files and folders.
    public var sources: [String]
    /// Where everything goes.
    public var folder: String
    /// Workers that read at the same time.
    public var jobs: Int
    public var limits = WorkerLimits()
    public var isConfined = true
    /// Tried on encrypted documents and archives.
    public var passwords: [String] = []
    public var retry: Retry?
    /// This program's version and its libraries': what another version has read is read again.
    public var program: String
    /// What a worker is a process of.
    public var worker: WorkerLaunch.Method
    public var unpacking = UnpackingLimits()

    public init(sources: [String], folder: String, jobs: Int, program: String, worker: WorkerLaunch.Method) {
        self.sources = sources
        self.folder = folder
        self.jobs = jobs
        self.program = program
        self.worker = worker
    }

    /// Which finished documents are read again, as a condition on `readings r` and `occurrences o`.
    var retryCondition: String {
        var parts: [String] = []
        func add(_ test: (String) -> String) { parts += ["r", "o"].map(test) }
        switch retry {
        case .failed: add { "\($0).exit_code IN (3, 5)" }
        case .review: add { "\($0).exit_code = 1" }
        case .all: parts.append("1")
        case nil: break
        }
        // A password may open what none did before.
        if !passwords.isEmpty { add { "\($0).reason = 'encrypted'" } }
        return parts.isEmpty ? "0" : parts.joined(separator: " OR ")
    }

    /// The same for one document.
    func retries(exitCode: Int, reason: String) -> Bool {
        if !passwords.isEmpty, reason == "encrypted" { return true }
        switch retry {
        case .failed: return exitCode == 3 || exitCode == 5
        case .review: return exitCode == 1
        case .all: return true
        case nil: return false
        }
    }
}
