private import CSystem
private import Glibc
private import Synchronization

/// This process: its end and its signals.
public enum Process {
    public static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

    /// Ctrl-C ends the program with 130. Nothing is left half-written: `OutputFile` holds the signal back. Where the
    /// signal was ignored from the start (a job in the background of a script), it stays so.
    public static func exitOnInterrupt() {
        unblock([SIGINT, SIGTERM, SIGHUP])
        guard gx_is_ignored(SIGINT) == 0 else { return }
        signal(SIGINT) { _ in
            // A progress line may stand there unfinished.
            if isatty(STDERR_FILENO) == 1 { _ = Glibc.write(STDERR_FILENO, "\n", 1) }
            _exit(130)
        }
    }

    /// A parent with threads may have left them blocked; that is inherited, and nobody's intention.
    private static func unblock(_ numbers: [Int32]) {
        var set = sigset_t()
        sigemptyset(&set)
        for number in numbers { sigaddset(&set, number) }
        sigprocmask(SIG_UNBLOCK, &set, nil)
    }

    /// Ctrl-C, and a polite request to end, are only counted: see `interruptions`. What was ignored from the start stays
    /// so: `nohup` wants a run to outlive its terminal.
    public static func countInterruptions() {
        let count: @Sendable @convention(c) (Int32) -> Void = { _ in
            interruptionCount.add(1, ordering: .relaxed)
        }
        for number in [SIGINT, SIGTERM, SIGHUP] where gx_is_ignored(number) == 0 { signal(number, count) }
        unblock([SIGINT, SIGTERM, SIGHUP])
    }

    /// How often somebody has asked this program to end.
    public static var interruptions: Int { interruptionCount.load(ordering: .relaxed) }

    /// A reader that goes away becomes an error of `Output.write` instead of a silent death.
    public static func ignoreClosedPipes() {
        signal(SIGPIPE, SIG_IGN)
    }
}

/// A lock-free number: all that a signal handler may touch.
private let interruptionCount = Atomic<Int>(0)
