public import ProcessBridge
public import SystemBridge

/// A worker as its parent sees it: a process, what it was asked, what it has answered.
///
/// Nothing here waits. `interests` says what to wait for, `pump` does what can be done and tells what came of it.
public final class Worker {
    public enum Event: Sendable {
        /// It stands and is confined: how.
        case ready(String)
        /// It cannot be confined, and has ended.
        case unconfined(ConfinementProblem)
        case frame(Frame)
        /// It is dead, by itself or because `stop` was called.
        case died(WorkerDeath)
    }

    public let launch: WorkerLaunch
    private let process: ChildProcess
    private var incoming = FrameBuffer()
    private var outgoing: [(bytes: ArraySlice<UInt8>, files: [OpenFile])] = []
    private var chatter = ChatterTail()
    private var chatterIsOpen = true
    private var lastWords: Frame?
    private var isDead = false
    /// How it is confined, as soon as it has said so.
    public private(set) var confinement: String?

    /// - Parameter service: what a forked worker runs; a spawned one brings its own.
    public init(_ launch: WorkerLaunch, service: (WorkerLaunch.Role) -> any WorkerService) throws(SystemError) {
        self.launch = launch
        switch launch.method {
        case .forking:
            process = try ChildProcess.forked { parent in
                WorkerMain.serve(launch, parent: parent, service: service)
            }
        case .spawning(let program):
            process = try ChildProcess.spawned(
                program, arguments: launch.arguments(parent: ChildProcess.thisProcess),
                // The recogniser's threads would only take each other's place where every core has a worker.
                environment: ["OMP_THREAD_LIMIT": "1", "SWIFT_BACKTRACE": "enable=no"])
        }
    }

    public var id: Int32 { process.id }
    public var cpuSeconds: Double { process.cpuSeconds }

    /// Puts a frame on its way.
    public func send(_ kind: Frame.Kind, _ payload: [UInt8], files: [OpenFile] = []) {
        outgoing.append((Frame.header(kind, size: payload.count)[...], files))
        if !payload.isEmpty { outgoing.append((payload[...], [])) }
    }

    /// It may use that much more processor time.
    public func allowProcessorTime(_ seconds: Int) { process.allowProcessorTime(seconds) }

    /// What to wait for.
    public var interests: [Readiness.Interest] {
        guard !isDead else { return [] }
        var list = [Readiness.Interest(process.channel, writing: !outgoing.isEmpty)]
        if chatterIsOpen { list.append(Readiness.Interest(process.chatter)) }
        return list
    }

    /// Reads what has come and writes what can go.
    public func pump() -> [Event] {
        guard !isDead else { return [] }
        readChatter()
        write()
        var events: [Event] = []
        let ended = !readFrames(into: &events)
        if ended || incoming.isBroken { events.append(.died(end(isEnding: !incoming.isBroken))) }
        return events
    }

    /// Ends it.
    public func stop() -> WorkerDeath { end(isEnding: false) }

    private func end(isEnding: Bool) -> WorkerDeath {
        isDead = true
        let end = process.stop(isEnding: isEnding)
        readChatter()
        return WorkerDeath(end: end, lastWords: lastWords?.payload, chatter: chatter.text, isBroken: incoming.isBroken)
    }

    private func write() {
        do throws(SystemError) {
            while let first = outgoing.first {
                let sent = try process.channel.send(first.bytes, files: first.files)
                guard sent > 0 else { return }
                if sent == first.bytes.count {
                    outgoing.removeFirst()
                } else {
                    outgoing[0] = (first.bytes.dropFirst(sent), [])
                }
            }
        } catch {
            // It has closed its end: reading will tell.
            outgoing = []
        }
    }

    private static let readSize = 256 * 1024

    /// False at the end.
    private func readFrames(into events: inout [Event]) -> Bool {
        do throws(SystemError) {
            while let bytes = try process.channel.receive(limit: Self.readSize) {
                guard !bytes.isEmpty else { return false }
                incoming.append(bytes)
                while let frame = incoming.next() {
                    if let event = event(of: frame) { events.append(event) }
                }
                // The rest can wait until others have had their turn.
                if bytes.count < Self.readSize || !events.isEmpty { return true }
            }
            return true
        } catch {
            return false
        }
    }

    private func event(of frame: Frame) -> Event? {
        switch frame.kind {
        case .ready:
            let text = String(decoding: frame.payload, as: UTF8.self)
            confinement = text
            return .ready(text)
        case .unconfined:
            let part = frame.payload.first.flatMap(ConfinementProblem.Part.init) ?? .limits
            return .unconfined(
                ConfinementProblem(part, words: String(decoding: frame.payload.dropFirst(), as: UTF8.self)))
        case .lastWords:
            lastWords = frame
            return nil
        default: return .frame(frame)
        }
    }

    private func readChatter() {
        guard chatterIsOpen else { return }
        do throws(SystemError) {
            while let bytes = try process.chatter.receive(limit: 4096) {
                guard !bytes.isEmpty else {
                    chatterIsOpen = false
                    return
                }
                chatter.append(bytes)
            }
        } catch {
            chatterIsOpen = false
        }
    }
}

/// The end of what a worker said on its standard output and error.
private struct ChatterTail {
    private var bytes: [UInt8] = []
    private static let limit = 1024

    mutating func append(_ more: [UInt8]) {
        bytes = Array((bytes + more).suffix(Self.limit))
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
