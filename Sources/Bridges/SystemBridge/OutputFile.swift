private import Glibc

/// Files as they go out: whole or not at all.
public enum OutputFile {
    /// Writes beside the target under another name, then renames. A signal cannot come between the two; what is no
    /// ordinary file (`/dev/stdout`, a pipe) is written as it is.
    public static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            guard status.st_mode & S_IFMT != S_IFDIR else {
                throw SystemError(errno: EISDIR, path: path)
            }
            return try Descriptor(path: path, flags: O_WRONLY).write(bytes)
        }
        let target = resolved(path)
        let temporary = "\(target).\(getpid()).tmp"
        let signals = BlockedSignals()
        defer { signals.restore() }
        do throws(SystemError) {
            // Two of us never share a process id and a name; a leftover of a killed run may be written over.
            let file = try Descriptor(path: temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: 0o666)
            if status.st_mode & S_IFMT == S_IFREG { fchmod(file.number, status.st_mode & 0o7777) }
            try file.write(bytes)
            guard fsync(file.number) == 0 else { throw SystemError(errno: errno, path: path) }
            guard rename(temporary, target) == 0 else { throw SystemError(errno: errno, path: path) }
        } catch {
            unlink(temporary)
            throw SystemError(error.kind, path: path, words: error.words)
        }
    }

    /// The name under which a library writes a file that is to take the place of `path`.
    public static func temporaryName(for path: String) -> String { "\(path).\(getpid()).tmp" }

    /// Puts what was written under `temporaryName` in its place.
    public static func publish(_ path: String) throws(SystemError) {
        guard rename(temporaryName(for: path), path) == 0 else { throw SystemError(errno: errno, path: path) }
    }

    /// Takes away what was written under `temporaryName`.
    public static func discard(_ path: String) { unlink(temporaryName(for: path)) }

    /// A link is followed, so that it stays a link and its target is what changes.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}

/// Keeps Ctrl-C and its like waiting while something is half done.
struct BlockedSignals {
    private var previous = sigset_t()

    init() {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&set, signal) }
        sigprocmask(SIG_BLOCK, &set, &previous)
    }

    func restore() {
        var previous = previous
        sigprocmask(SIG_SETMASK, &previous, nil)
    }
}
