import ProcessBridge
public import SystemBridge

/// What a worker can do: one kind of request, answered with frames.
public protocol WorkerService {
    /// Answers one request. `connection` gives what belongs to it and takes the answer.
    mutating func serve(_ request: Frame, files: [OpenFile], over connection: WorkerConnection)
}

/// A worker's end of the wire.
public struct WorkerConnection: Sendable {
    let child: ChildSelf

    /// The next frame; nil where the parent has gone.
    public func receive() -> (frame: Frame, files: [OpenFile])? {
        guard let header = child.read(Frame.headerSize), let (kind, size) = Frame.parse(header: header.bytes) else {
            return nil
        }
        guard size > 0 else { return (Frame(kind), header.files) }
        guard let payload = child.read(size) else { return nil }
        return (Frame(kind, payload.bytes), header.files + payload.files)
    }

    /// The document that belongs to a request: bytes, or the file that holds them. Nil where none comes.
    public func receiveDocument() -> SharedBytes? {
        guard let header = child.read(Frame.headerSize), let (kind, size) = Frame.parse(header: header.bytes),
            kind == .document
        else { return nil }
        guard size == 0 else { return child.readShared(size) }
        guard let file = header.files.first else { return SharedBytes([]) }
        return try? SharedBytes(mapping: file)
    }

    /// A parent that has gone takes the worker with it.
    public func send(_ frame: Frame) {
        guard child.write(Frame.header(frame.kind, size: frame.payload.count)), child.write(frame.payload) else {
            ChildSelf.exit(0)
        }
    }
}

/// The life of a worker.
public enum WorkerMain {
    /// Serves for the rest of the process's life where the command line is a worker's; returns where it is not.
    public static func serveIfAsked(
        _ arguments: some Collection<String>, service: (WorkerLaunch.Role) -> any WorkerService
    ) {
        guard let launch = WorkerLaunch(arguments: arguments), let parent = Int32(Array(arguments)[2]) else { return }
        serve(launch, parent: parent, service: service)
    }

    static func serve(_ launch: WorkerLaunch, parent: Int32, service: (WorkerLaunch.Role) -> any WorkerService) -> Never
    {
        guard let child = ChildSelf.enter(parent: parent, lastWords: Frame.Kind.lastWords.rawValue) else {
            ChildSelf.exit(0)
        }
        let connection = WorkerConnection(child: child)
        do throws(ConfinementProblem) {
            let confinement = launch.confinement
            let active = launch.isConfined ? try confinement.enter() : try confinement.enterWithoutConfinement()
            connection.send(Frame(.ready, Array(active.utf8)))
        } catch {
            connection.send(Frame(.unconfined, [error.part.rawValue] + Array(error.words.utf8)))
            ChildSelf.exit(0)
        }
        var service = service(launch.role)
        while let request = connection.receive() {
            service.serve(request.frame, files: request.files, over: connection)
        }
        ChildSelf.exit(0)
    }
}
