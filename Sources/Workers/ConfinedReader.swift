public import Pipeline
public import ProcessBridge
public import ReportModel
public import SystemBridge

/// Reads documents in a confined worker: whatever a document does to poppler, it does it there.
///
/// Gives what `ReadingPipeline.reports` gives, and three failures more: `timedOut`, `outOfMemory`, `crashed`. Where the
/// machine cannot confine, nothing is read and the failure is `noConfinement`.
public final class ConfinedReader {
    let launch: WorkerLaunch
    private let service: (WorkerLaunch.Role) -> any WorkerService
    /// Kept for the next document, unless this one has killed it.
    private var worker: Worker?
    /// The document that the worker has open for drawing.
    var openDocument: String?

    public init(
        _ launch: WorkerLaunch, service: @escaping (WorkerLaunch.Role) -> any WorkerService = { _ in ReadingService() }
    ) {
        self.launch = launch
        self.service = service
    }

    /// Every report in the document, or why there is none.
    public func reports(
        in bytes: [UInt8], source: String, settings: ReadingSettings = ReadingSettings(),
        progress: ReadingPipeline.Progress? = nil
    ) throws(ReadFailure) -> [Report] {
        try reports(in: .bytes(bytes), source: source, settings: settings, progress: progress)
    }

    /// Every report in the document, or why there is none.
    public func reports(
        in content: InputContent, source: String, settings: ReadingSettings = ReadingSettings(),
        progress: ReadingPipeline.Progress? = nil
    ) throws(ReadFailure) -> [Report] {
        var lastPage = (number: 0, count: 0)
        do throws(ReadFailure) {
            return try reports(in: content, source: source, settings: settings) { page, count in
                lastPage = (page, count)
                progress?(page, count)
            }
        } catch {
            guard let loss = error.pageLoss, lastPage.number > 0, lastPage.number < lastPage.count else { throw error }
            let firstFailure = error
            // What has been read once is worth reading again without the page that ended it.
            let pages = settings.pages ?? PageSelection([1...lastPage.count])
            let first = (lastPage.number + 1...lastPage.count).first(where: pages.contains) ?? lastPage.count
            let culprits = first...min(first + (settings.jobs > 1 ? settings.jobs : 0), lastPage.count)
            var rest = settings
            rest.pages = pages.without(culprits)
            do throws(ReadFailure) {
                let reports = try reports(in: content, source: source, settings: rest) { progress?($0, $1) }
                return reports.losing(culprits.filter(pages.contains), loss)
            } catch {
                throw firstFailure
            }
        }
    }

    private func reports(
        in content: InputContent, source: String, settings: ReadingSettings, seen: (_ page: Int, _ count: Int) -> Void
    ) throws(ReadFailure) -> [Report] {
        let request = ReadRequest(settings: settings.within(launch.limits), source: source).frame()
        return try answer(to: request, about: content) { frame throws(CodingProblem) in
            switch ReadAnswer(frame) {
            case .progress(let page, let count):
                seen(page, count)
                return .goesOn
            case .reports(let reports): return .answer(reports)
            case .failure(let failure): return .failure(failure)
            case nil: throw CodingProblem(offset: 0)
            }
        }
    }

    /// What a frame from the worker means for who has asked.
    enum Reply<Answer> {
        case goesOn
        case answer(Answer)
        case failure(ReadFailure)
    }

    /// Sends a request and its document, and takes frames until one is the answer.
    func answer<Answer>(
        to request: Frame, about document: InputContent, _ parse: (Frame) throws(CodingProblem) -> Reply<Answer>
    ) throws(ReadFailure) -> Answer {
        guard !document.isEmpty else { throw ReadFailure(.empty) }
        let worker = try readyWorker()
        var patience = WorkerPatience(with: worker)
        worker.send(request.kind, request.payload)
        worker.send(document)
        while true {
            for event in try events(of: worker, patience) {
                guard case .frame(let frame) = event else { continue }
                if frame.kind == .progress { patience = WorkerPatience(with: worker) }
                let reply: Reply<Answer>
                do throws(CodingProblem) {
                    reply = try parse(frame)
                } catch {
                    throw stopped(worker, ReadFailure(.crashed(signal: 0)))
                }
                switch reply {
                case .goesOn: break
                case .answer(let answer): return answer
                case .failure(let failure): throw failure
                }
            }
        }
    }

    func readyWorker() throws(ReadFailure) -> Worker {
        if let worker { return worker }
        let worker: Worker
        do throws(SystemError) {
            worker = try Worker(launch, service: service)
        } catch {
            throw ReadFailure(.noConfinement("process"), underlying: error.words)
        }
        let patience = WorkerPatience(with: worker)
        self.worker = worker
        while worker.confinement == nil { _ = try events(of: worker, patience) }
        return worker
    }

    func events(of worker: Worker, _ patience: WorkerPatience) throws(ReadFailure) -> [Worker.Event] {
        guard !patience.isOver(with: worker) else {
            throw stopped(worker, ReadFailure(.timedOut(seconds: launch.limits.seconds)))
        }
        _ = Readiness.wait(for: worker.interests, atMost: patience.interval)
        let events = worker.pump()
        for event in events {
            switch event {
            case .died(let death): throw stopped(worker, ReadFailure(death, limits: launch.limits))
            case .unconfined(let problem): throw stopped(worker, ReadFailure(problem))
            case .ready, .frame: break
            }
        }
        return events
    }

    func stopped(_ worker: Worker, _ failure: ReadFailure) -> ReadFailure {
        _ = worker.stop()
        self.worker = nil
        openDocument = nil
        return failure
    }
}

extension Worker {
    /// The document that belongs to the last request.
    func send(_ document: InputContent) {
        switch document {
        case .bytes(let bytes): send(.document, bytes)
        case .file(let file): send(.document, [], files: [file])
        }
    }

    /// Asks a reading worker for the reports in a document. Where the source is left out, the reports carry only what
    /// comes behind it: `#2` for the second of a file.
    public func requestReading(_ bytes: [UInt8], settings: ReadingSettings, source: String = "") {
        send(.read, ReadRequest(settings: settings.within(launch.limits), source: source).frame().payload)
        send(.document, bytes)
    }
}

extension ReadingSettings {
    /// With the time that a document may take, so that the worker can end with what it has.
    func within(_ limits: WorkerLimits) -> ReadingSettings {
        var settings = self
        settings.seconds = limits.seconds
        return settings
    }
}

/// What a reading worker can answer.
public enum ReadAnswer {
    case progress(page: Int, count: Int)
    case reports([Report])
    case failure(ReadFailure)

    /// Nil where it is no answer.
    public init?(_ frame: Frame) {
        do throws(CodingProblem) {
            var reader = ByteReader(frame.payload)
            switch frame.kind {
            case .progress: self = .progress(page: try reader.integer(), count: try reader.integer())
            case .reports: self = .reports(try ReportBundle.decode(frame.payload))
            case .failure: self = .failure(try reader.value())
            default: return nil
            }
        } catch {
            return nil
        }
    }
}

extension ReadFailure {
    /// What a worker's death means for the document that it was reading.
    public init(_ death: WorkerDeath, limits: WorkerLimits) {
        switch death.cause {
        case .crash(let signal): self.init(.crashed(signal: signal))
        case .exit, .gibberish: self.init(.crashed(signal: 0))
        case .outOfMemory: self.init(.outOfMemory(megabytes: limits.megabytes))
        case .processorTime: self.init(.timedOut(seconds: limits.seconds))
        }
    }

    public init(_ problem: ConfinementProblem) {
        let part =
            switch problem.part {
            case .landlock: "Landlock"
            case .seccomp: "seccomp"
            case .noNewPrivileges: "no_new_privs"
            case .limits: "setrlimit"
            case .threads: "/proc"
            }
        self.init(.noConfinement(part), underlying: problem.words)
    }
}
