/// How long is waited for a worker that reads a document.
///
/// Not by the clock alone, which says more about what else the machine does than about the document: a page may take so
/// much processor time, and so much time with next to none. Time that the machine sleeps does not count.
public struct WorkerPatience {
    private let seconds: Int
    private var since = SuspendingClock.now
    private var cpuSeconds: Double

    /// Of a machine that is as busy as can be, a process still gets more.
    private static let leastShare = 0.02

    /// Begins now, as it does again with every page.
    public init(with worker: Worker) {
        seconds = worker.launch.limits.seconds
        cpuSeconds = worker.cpuSeconds
        worker.allowProcessorTime(seconds)
    }

    /// Whether the worker has had its time without getting on.
    public func isOver(with worker: Worker) -> Bool {
        let used = worker.cpuSeconds - cpuSeconds
        if used > Double(seconds) { return true }
        let waited = since.duration(to: .now)
        return waited > .seconds(seconds) && used < Self.leastShare * (waited / .seconds(1))
    }

    /// When to look again at the latest.
    public var interval: Duration { .milliseconds(min(5000, seconds * 100)) }
}
