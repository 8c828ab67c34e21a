private import Glibc

/// This process: its end and its signals.
public enum Process {
    public static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

    /// Ctrl-C ends the program with 130. Nothing is left half-written: `OutputFile` holds the signal back.
    public static func exitOnInterrupt() {
        signal(SIGINT) { _ in _exit(130) }
    }

    /// A reader that goes away becomes an error of `Output.write` instead of a silent death.
    public static func ignoreClosedPipes() {
        signal(SIGPIPE, SIG_IGN)
    }
}
