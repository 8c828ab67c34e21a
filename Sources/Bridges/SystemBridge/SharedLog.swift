private import CSystem
private import Glibc

/// A file of lines that only grows, and that several processes may add to: what has been added is on the disk.
public final class SharedLog {
    private let file: OpenFile
    private let path: String
    /// How far it has been read.
    private var offset = 0

    /// open(2) with O_APPEND; made where it is not there.
    public init(_ path: String) throws(SystemError) {
        self.path = path
        file = try OpenFile(
            path: path, in: AT_FDCWD, flags: O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, mode: 0o666)
        guard try file.status().kind == .file else { throw SystemError(.other, path: path, words: "no ordinary file") }
        // The folder has to know the new name before anything in it can be called saved.
        let start = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        let folder = open(String(start), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    /// Only for reading.
    public init(reading path: String) throws(SystemError) {
        self.path = path
        file = try OpenFile(path: path, in: AT_FDCWD, flags: O_RDONLY | O_NOCTTY | O_NONBLOCK)
        guard try file.status().kind == .file else { throw SystemError(.other, path: path, words: "no ordinary file") }
    }

    /// What whole lines have come since the last time, whoever added them.
    public func newLines(limit: Int = 256 << 20) throws(SystemError) -> [[UInt8]] {
        let size = try file.status().size
        guard size > offset else { return [] }
        let bytes = try file.bytes(from: offset, count: min(size - offset, limit))
        // A line without its end is being written, or was cut off by a power failure.
        guard let end = bytes.lastIndex(of: 0x0A) else { return [] }
        offset += end + 1
        return bytes[...end].split(separator: 0x0A).map(Array.init)
    }

    /// Runs something while no other process adds lines. flock(2)
    public func alone<Result>(_ body: () throws(SystemError) -> Result) throws(SystemError) -> Result {
        while flock(file.number, LOCK_EX) != 0 {
            guard errno == EINTR else { throw SystemError(errno: errno, path: path) }
        }
        defer { flock(file.number, LOCK_UN) }
        return try body()
    }

    /// Adds lines and gives back when they are on the disk: write(2), fsync(2). After what was cut off, a new line is
    /// begun. Call it in `alone`.
    public func add(_ lines: [[UInt8]]) throws(SystemError) {
        let size = try file.status().size
        var bytes: [UInt8] = []
        if size > 0, try file.bytes(from: size - 1, count: 1) != [0x0A] { bytes.append(0x0A) }
        for line in lines { bytes += line + [0x0A] }
        do throws(SystemError) {
            try file.append(bytes)
            guard fsync(file.number) == 0 else { throw SystemError(errno: errno, path: path) }
        } catch {
            // What was written of it must not look like a decision at the next start.
            ftruncate(file.number, off_t(size))
            throw SystemError(error.kind, path: path, words: error.words)
        }
    }
}
