private import CLinux
private import Glibc
public import SystemBridge

extension ChildProcess {
    /// The program that is running, even where its file has been replaced since.
    public static let thisProgram = "/proc/self/exe"

    /// A fresh process of a program: posix_spawn(3). Its first act must be `ChildSelf.enter`.
    public static func spawned(
        _ program: String, arguments: [String], environment: [String: String] = [:]
    ) throws(SystemError) -> ChildProcess {
        let wires = try Wires()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        for target in [Int32(1), 2] { posix_spawn_file_actions_adddup2(&actions, wires.chatterOut.number, target) }
        posix_spawn_file_actions_adddup2(&actions, wires.theirs.number, ChildSelf.channelNumber)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals as a fresh program expects them, whatever we block or ignore; but Ctrl-C goes to the whole group, and
        // must not find the child before it has left it to us.
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in ChildSelf.leftToParent { sigaddset(&signals, number) }
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var variables = Environment.all
        for (name, value) in environment { variables[name] = value }
        let words = CStrings([program.isEmpty ? thisProgram : program] + arguments)
        let settings = CStrings(variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
        var id: Int32 = 0
        let code = posix_spawn(&id, program, &actions, &attributes, words.pointers, settings.pointers)
        guard code == 0 else { throw SystemError(errno: code, path: program) }
        return wires.child(id)
    }

    /// A copy of this process that runs `body` and never returns. Ten times cheaper than a fresh one, which has to load
    /// some sixty libraries again; only for a process with a single thread, and it sees what this one has in memory.
    public static func forked(_ body: (_ parent: Int32) -> Never) throws(SystemError) -> ChildProcess {
        let wires = try Wires()
        let parent = getpid()
        let id = gx_fork()
        guard id >= 0 else { throw SystemError(errno: errno, path: "fork") }
        guard id == 0 else { return wires.child(id) }
        let null = gx_linux_open("/dev/null", O_RDONLY, 0)
        dup2(null, 0)
        dup2(wires.chatterOut.number, 1)
        dup2(wires.chatterOut.number, 2)
        dup2(wires.theirs.number, ChildSelf.channelNumber)
        body(parent)
    }

    /// Both ends of what connects us with a child.
    private struct Wires {
        let ours: OpenFile
        let theirs: OpenFile
        let chatterIn: OpenFile
        let chatterOut: OpenFile

        init() throws(SystemError) {
            (ours, theirs) = try Wire.socketPair()
            (chatterIn, chatterOut) = try Wire.pipe()
        }

        func child(_ id: Int32) -> ChildProcess {
            ChildProcess(id: id, channel: Channel(ours), chatter: Channel(chatterIn))
        }
    }
}

/// An array of C strings with a null pointer at its end, as exec wants it.
private final class CStrings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ strings: [String]) {
        pointers = strings.map { strdup($0) } + [nil]
    }

    deinit {
        for pointer in pointers { free(pointer) }
    }
}
