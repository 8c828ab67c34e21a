import ProcessBridge
import ReportModel
import SystemBridge
import Workers

/// The worker that unpacks, and the archive that it is walking.
final class UnpackSession {
    enum Event {
        /// A member, whole.
        case document(path: String, bytes: [UInt8])
        /// A member, and why it has no content.
        case failure(path: String, ReadFailure)
        /// The archive's end; nothing more will come.
        case end(ReadFailure?, skipped: Int)
        /// Nothing can be unpacked on this machine.
        case unusable(ReadFailure)
    }

    private let launch: WorkerLaunch
    private let passwords: [String]
    private let folder: String
    private var worker: Worker?
    private var spools: [OpenFile] = []
    private let spoolCount: Int
    private var member: (path: String, bytes: [UInt8])?
    /// When it last said something while it was listened to.
    private var lastHeard = ContinuousClock.now
    private(set) var isWalking = false

    init(_ launch: WorkerLaunch, passwords: [String], folder: String, spools: Int) {
        self.launch = launch
        self.passwords = passwords
        self.folder = folder
        spoolCount = spools
    }

    var interests: [Readiness.Interest] { isWalking ? worker?.interests ?? [] : [] }

    /// Begins to walk an archive.
    func begin(_ file: OpenFile, size: Int, name: String) throws(SystemError) {
        while spools.count < spoolCount { spools.append(try OpenFile.temporary(in: folder)) }
        let worker: Worker
        if let running = self.worker {
            worker = running
        } else {
            worker = try Worker(launch) { _ in UnpackingService() }
            self.worker = worker
        }
        worker.allowProcessorTime(Self.processorHours * 3600)
        worker.send(
            .unpack, UnpackRequest(passwords: passwords, size: size, name: name).payload, files: [file] + spools)
        isWalking = true
        lastHeard = .now
    }

    /// An archive of many gigabytes takes its time; what hangs is stopped by `launch.limits.seconds` of silence.
    private static let processorHours = 24

    /// Hears what has come. Only to be called when more documents are wanted: until then the worker waits.
    func pump() -> [Event] {
        guard isWalking, let worker else { return [] }
        var events: [Event] = []
        let heard = worker.pump()
        if !heard.isEmpty { lastHeard = .now }
        for event in heard { handle(event, into: &events) }
        if isWalking, ContinuousClock.now - lastHeard > .seconds(launch.limits.seconds) {
            lose(ReadFailure(.timedOut(seconds: launch.limits.seconds)), into: &events)
        }
        return events
    }

    /// Ends the worker, wherever it is.
    func stop() {
        _ = worker?.stop()
        worker = nil
        isWalking = false
    }

    private static let contentLimit = 600 << 20

    /// The time that passed while nobody listened is not the worker's.
    func rest() { lastHeard = .now }

    private func handle(_ event: Worker.Event, into events: inout [Event]) {
        guard isWalking else { return }
        switch event {
        case .ready: break
        case .unconfined(let problem): events.append(.unusable(ReadFailure(problem)))
        case .died(let death): lose(ReadFailure(death, limits: launch.limits), into: &events)
        case .frame(let frame):
            switch UnpackAnswer(frame) {
            case .member(let path, nil): member = (path, [])
            case .member(let path, let failure?): events.append(.failure(path: path, failure))
            case .content(let bytes):
                member?.bytes += bytes
                // It keeps to the limit itself, unless an archive has taken it over.
                if (member?.bytes.count ?? 0) > Self.contentLimit { lose(ReadFailure(.overLimit), into: &events) }
            case .memberEnd(let failure):
                guard let ended = member else { return }
                member = nil
                events.append(
                    failure.map { .failure(path: ended.path, $0) } ?? .document(path: ended.path, bytes: ended.bytes))
            case .archiveEnd(let failure, let skipped):
                isWalking = false
                events.append(.end(failure, skipped: skipped))
            case nil: lose(ReadFailure(.crashed(signal: 0)), into: &events)
            }
        }
    }

    /// The worker is gone, and the archive with it.
    private func lose(_ failure: ReadFailure, into events: inout [Event]) {
        _ = worker?.stop()
        worker = nil
        isWalking = false
        if let ended = member { events.append(.failure(path: ended.path, failure)) }
        member = nil
        events.append(.end(failure, skipped: 0))
    }
}
