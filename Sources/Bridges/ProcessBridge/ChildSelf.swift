private import CLinux
private import Glibc
public import SystemBridge

/// What a child process does to and for itself. It has one task at a time and waits for whatever it needs.
public final class ChildSelf: Sendable {
    /// Where a child finds its end of the channel.
    public static let channelNumber: Int32 = 3

    /// What a whole group of processes is told to end with: the parent decides.
    static let leftToParent = [SIGINT, SIGTERM, SIGQUIT, SIGHUP]

    private init() {}

    /// The first act of a child: it dies with its parent, leaves Ctrl-C to it, and has no file open but its own four.
    ///
    /// - Parameters:
    ///   - parent: its process id.
    ///   - lastWords: the type of the frame that a deadly signal sends.
    /// - Returns: nil where the parent has died already.
    public static func enter(parent: Int32, lastWords: UInt8) -> ChildSelf? {
        _ = gx_prctl(PR_SET_PDEATHSIG, UInt(SIGKILL))
        guard getppid() == parent else { return nil }
        _ = gx_prctl(PR_SET_DUMPABLE, 0)
        for number in leftToParent + [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
        var none = sigset_t()
        sigemptyset(&none)
        sigprocmask(SIG_SETMASK, &none, nil)
        _ = gx_close_from(UInt32(channelNumber) + 1)
        LastWords.arrange(frameType: lastWords)
        return ChildSelf()
    }

    public static func exit(_ code: Int32) -> Never { _exit(code) }

    /// Exactly that many bytes, and the files that came with them; nil at the end, or where the parent has gone.
    public func read(_ count: Int) -> (bytes: [UInt8], files: [OpenFile])? {
        var files: [OpenFile]?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            files = fill(UnsafeMutableRawBufferPointer(buffer))
            filled = files == nil ? 0 : count
        }
        return files.map { (bytes, $0) }
    }

    /// The same, where they will be read: a document is not held twice.
    public func readShared(_ count: Int) -> SharedBytes? {
        SharedBytes(count: count) { fill($0) != nil }
    }

    /// The files that came with the bytes; nil where those did not all come.
    private func fill(_ memory: UnsafeMutableRawBufferPointer) -> [OpenFile]? {
        var files: [OpenFile] = []
        guard let start = memory.baseAddress else { return files }
        var filled = 0
        while filled < memory.count {
            var numbers = [Int32](repeating: -1, count: 16)
            var received = Int32(numbers.count)
            let got = gx_receive_with_files(
                Self.channelNumber, start + filled, memory.count - filled, &numbers, &received)
            if got < 0, errno == EINTR { continue }
            files += numbers.prefix(Int(max(0, received))).map { OpenFile(owning: $0) }
            guard got > 0 else { return nil }
            filled += got
        }
        return files
    }

    /// False where the parent has gone.
    public func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { raw in
            guard let start = raw.baseAddress else { return true }
            var done = 0
            while done < raw.count {
                let sent = gx_send_with_files(Self.channelNumber, start + done, raw.count - done, nil, 0, 0)
                if sent < 0, errno == EINTR { continue }
                guard sent > 0 else { return false }
                done += sent
            }
            return true
        }
    }
}

/// Says on the channel what a process is dying of.
private enum LastWords {
    /// The handlers have a stack of their own: a full one is among the things that processes die of.
    private static let stackSize = 64 * 1024

    static func arrange(frameType: UInt8) {
        type = frameType
        var stack = stack_t()
        stack.ss_sp = malloc(stackSize)
        stack.ss_size = stackSize
        guard stack.ss_sp != nil, sigaltstack(&stack, nil) == 0 else { return }
        for number in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP] {
            gx_handle_signal(
                number, { number, _, _ in gx_last_words(ChildSelf.channelNumber, LastWords.type, number) },
                Int32(bitPattern: UInt32(SA_ONSTACK)) | Int32(bitPattern: UInt32(SA_RESETHAND)))
        }
    }

    /// Written once, before any handler is there to read it.
    nonisolated(unsafe) private static var type: UInt8 = 0
}
