import Pipeline
import ProcessBridge
import ReportModel
import SystemBridge
import Workers

/// One run of a batch: walks the sources, has every document read by a confined worker, and keeps the ledger.
///
/// One thread and one loop. What is large waits outside: an archive in its worker's pipe, a folder in its directory.
final class BatchRun {
    let settings: BatchSettings
    let ledger: Ledger
    let pool: ReadingPool
    let unpacking: UnpackSession
    private let observer: any BatchObserver
    private var walk: SourceWalk
    private var walkIsOver = false
    /// Documents that wait for a worker.
    var queue: [ReadingJob] = []
    /// How many documents wait for each content that is queued or being read.
    var waiting: [Int: Int] = [:]
    var archive: OpenArchive?
    var snapshot = BatchSnapshot()
    var estimate: TotalEstimate
    private let started = ContinuousClock.now
    private var lastShown: ContinuousClock.Instant?

    /// - Parameters:
    ///   - lists: files that name further sources.
    ///   - ledger: with its run begun.
    init(_ settings: BatchSettings, lists: [PathList], ledger: Ledger, observer: any BatchObserver) {
        self.settings = settings
        self.ledger = ledger
        self.observer = observer
        var options = WalkOptions()
        options.excluded = try? Folder(path: settings.folder).status()
        walk = SourceWalk(sources: settings.sources, lists: lists, options: options)
        estimate = TotalEstimate(sources: lists.isEmpty ? settings.sources : nil, options: options)
        let launch = WorkerLaunch(
            .reading, method: settings.worker, limits: settings.limits, isConfined: settings.isConfined)
        pool = ReadingPool(launch, jobs: settings.jobs, settings: ReadingSettings(passwords: settings.passwords))
        var unpackLaunch = launch
        unpackLaunch.role = .unpacking
        unpackLaunch.fileMegabytes = settings.unpacking.spoolMegabytes
        unpacking = UnpackSession(
            unpackLaunch, passwords: settings.passwords, folder: settings.folder, spools: settings.unpacking.spools)
    }

    /// Reads everything that there is to read. Writing the results is another matter.
    func run() throws(BatchStop) -> BatchOutcome {
        // What is wrong with this machine shows before anything is read.
        while !pool.isReady {
            do throws(SystemError) { try pool.start() } catch { throw .output(error) }
            wait(atMost: Self.tick)
            try hearPool()
            if observer.interruptions > 0 { return .interrupted(finalSnapshot()) }
        }
        while true {
            let isStopping = observer.interruptions > 0
            if observer.interruptions > 1 { break }
            if isStopping { queue = [] } else { try takeIn() }
            try assign()
            show()
            if pool.isIdle, queue.isEmpty, isStopping || isWalked { break }
            wait(atMost: canTakeIn && archive == nil && !walkIsOver && !isStopping ? .zero : Self.tick)
            try hearPool()
        }
        return observer.interruptions > 0 ? .interrupted(finalSnapshot()) : .complete(finalSnapshot())
    }

    private var isWalked: Bool { walkIsOver && archive == nil }

    private static let tick = Duration.milliseconds(100)

    private func wait(atMost time: Duration) {
        let isListening = canTakeIn && observer.interruptions == 0
        if !isListening { unpacking.rest() }
        _ = Readiness.wait(for: pool.interests + (isListening ? unpacking.interests : []), atMost: time)
    }

    // MARK: taking documents in

    /// One document for every worker waits in memory, fewer where they are large.
    private var canTakeIn: Bool {
        queue.count < settings.jobs && queue.reduce(0) { $0 + $1.bytes.count } < Self.queueLimit
    }

    private static let queueLimit = 64 << 20
    /// The workers are not kept waiting longer than that by a slow disk.
    private static let takeInTime = Duration.milliseconds(50)

    private func takeIn() throws(BatchStop) {
        let start = ContinuousClock.now
        while canTakeIn, ContinuousClock.now - start < Self.takeInTime {
            if archive != nil {
                guard try hearUnpacking() else { return }
            } else if !walkIsOver, let step = walk.next() {
                switch step {
                case .found(let found, let root): try take(found, root: root)
                case .endOfFolder(let root): try markGone(below: root)
                }
            } else {
                walkIsOver = true
                return
            }
        }
    }

    // MARK: showing

    private static let showInterval = Duration.milliseconds(200)

    private func show() {
        let now = ContinuousClock.now
        if let lastShown, now - lastShown < Self.showInterval { return }
        lastShown = now
        estimate.advance(for: .milliseconds(5))
        observer.watch(currentSnapshot())
    }

    private func currentSnapshot() -> BatchSnapshot {
        var result = snapshot
        result.elapsed = ContinuousClock.now - started
        result.inFlight = pool.inFlight
        result.archive = archive?.occurrence.source
        (result.total, result.isTotalGuessed) = isWalked ? (snapshot.found, false) : estimate.total(snapshot, archive)
        return result
    }

    private func finalSnapshot() -> BatchSnapshot {
        let result = currentSnapshot()
        observer.watch(result)
        return result
    }
}
