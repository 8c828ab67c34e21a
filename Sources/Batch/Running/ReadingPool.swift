import Pipeline
import ProcessBridge
import ReportModel
import SystemBridge
import Workers

/// A document that is to be read.
struct ReadingJob {
    /// In the ledger.
    var reading: Int
    /// Where it was found first, for people.
    var source: String
    var bytes: [UInt8]
    /// Workers that it has cost so far.
    var kills: Int
}

/// The workers that read, each with one document at a time.
final class ReadingPool {
    enum Event {
        case finished(ReadingJob, ReadingResult)
        /// It has cost its worker.
        case killed(ReadingJob, ReadingResult)
        /// Its worker died before it had seen it.
        case unread(ReadingJob)
        /// Nothing can be read on this machine.
        case unusable(ReadFailure)
    }

    private struct Seat {
        var worker: Worker?
        var job: ReadingJob?
        var started = ContinuousClock.now
        var cpuAtStart = 0.0
        var pages: (done: Int, count: Int)?
        var patience: WorkerPatience?
    }

    private let launch: WorkerLaunch
    private let settings: ReadingSettings
    private var seats: [Seat]
    /// Workers that died before they had said anything, one after the other.
    private var stillborn = 0

    init(_ launch: WorkerLaunch, jobs: Int, settings: ReadingSettings) {
        self.launch = launch
        self.settings = settings
        seats = Array(repeating: Seat(), count: max(1, jobs))
    }

    var freeSeats: Int { seats.count { $0.job == nil } }
    var isIdle: Bool { seats.allSatisfy { $0.job == nil } }
    var interests: [Readiness.Interest] { seats.flatMap { $0.worker?.interests ?? [] } }

    /// What is being read now, longest first.
    var inFlight: [BatchSnapshot.Reading] {
        let now = ContinuousClock.now
        return seats.compactMap { seat in
            seat.job.map { job in
                BatchSnapshot.Reading(source: job.source, elapsed: now - seat.started, pages: seat.pages)
            }
        }.sorted { $0.elapsed > $1.elapsed }
    }

    /// Starts a worker in every seat that has none, so that what is wrong shows before anything is read.
    func start() throws(SystemError) {
        for index in seats.indices { try fill(index) }
    }

    private func fill(_ index: Int) throws(SystemError) {
        guard seats[index].worker == nil else { return }
        seats[index].worker = try Worker(launch) { _ in ReadingService() }
        seats[index].started = .now
    }

    /// Whether one of them stands.
    var isReady: Bool { seats.contains { $0.worker?.confinement != nil } }

    func assign(_ job: ReadingJob) throws(SystemError) {
        guard let index = seats.firstIndex(where: { $0.job == nil }) else { return }
        try fill(index)
        guard let worker = seats[index].worker else { return }
        seats[index].job = job
        seats[index].started = .now
        seats[index].cpuAtStart = worker.cpuSeconds
        seats[index].pages = nil
        seats[index].patience = WorkerPatience(with: worker)
        worker.requestReading(job.bytes, settings: settings)
    }

    /// Hears what the workers say, and stops those whose time is over.
    func pump() -> [Event] {
        var events: [Event] = []
        for index in seats.indices {
            guard let worker = seats[index].worker else { continue }
            for event in worker.pump() { handle(event, at: index, of: worker, into: &events) }
            checkTime(at: index, into: &events)
        }
        return events
    }

    private func handle(_ event: Worker.Event, at index: Int, of worker: Worker, into events: inout [Event]) {
        guard seats[index].worker === worker else { return }
        switch event {
        case .ready: stillborn = 0
        case .unconfined(let problem): events.append(.unusable(ReadFailure(problem)))
        case .died(let death):
            if worker.confinement == nil {
                stillborn += 1
                if stillborn > Self.stillbornLimit {
                    events.append(.unusable(ReadFailure(.noConfinement("worker"), underlying: death.chatter)))
                }
                if let job = seats[index].job { events.append(.unread(job)) }
                seats[index] = Seat()
                return
            }
            lose(at: index, ReadFailure(death, limits: launch.limits), into: &events)
        case .frame(let frame):
            switch ReadAnswer(frame) {
            case .progress(let page, let count):
                seats[index].pages = (page, count)
                seats[index].patience = WorkerPatience(with: worker)
            case .reports(let reports): finish(at: index, .success(reports), bundle: frame.payload, into: &events)
            case .failure(let failure): finish(at: index, .failure(failure), bundle: [], into: &events)
            case nil:
                _ = worker.stop()
                lose(at: index, ReadFailure(.crashed(signal: 0)), into: &events)
            }
        }
    }

    /// More in a row, and it is not the documents.
    private static let stillbornLimit = 5

    private func checkTime(at index: Int, into events: inout [Event]) {
        guard let worker = seats[index].worker, seats[index].job != nil,
            seats[index].patience?.isOver(with: worker) == true
        else { return }
        _ = worker.stop()
        lose(at: index, ReadFailure(.timedOut(seconds: launch.limits.seconds)), into: &events)
    }

    private func finish(
        at index: Int, _ outcome: Result<[Report], ReadFailure>, bundle: [UInt8], into events: inout [Event]
    ) {
        guard let job = seats[index].job else { return }
        seats[index].job = nil
        events.append(.finished(job, result(at: index, outcome, bundle)))
    }

    /// The worker is gone; what it was reading has cost it.
    private func lose(at index: Int, _ failure: ReadFailure, into events: inout [Event]) {
        let result = result(at: index, .failure(failure), [])
        seats[index].worker = nil
        guard let job = seats[index].job else { return }
        seats[index].job = nil
        events.append(.killed(job, result))
    }

    private func result(
        at index: Int, _ outcome: Result<[Report], ReadFailure>, _ bundle: [UInt8]
    ) -> ReadingResult {
        let seat = seats[index]
        let elapsed = (ContinuousClock.now - seat.started).components
        return ReadingResult(
            outcome: outcome, bundle: bundle, seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18,
            cpuSeconds: max(0, (seat.worker?.cpuSeconds ?? 0) - seat.cpuAtStart),
            confinement: seat.worker?.confinement ?? "")
    }
}
