private import CSystem
private import Glibc

/// A file that one process at a time can hold: flock(2). The system lets go of it when the process ends, however it does.
public final class LockFile {
    private let file: OpenFile

    /// - Returns: nil where another process holds it.
    public init?(_ path: String, note: String) throws(SystemError) {
        file = try OpenFile(path: path, in: AT_FDCWD, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o666)
        guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
            guard errno == EWOULDBLOCK else { throw SystemError(errno: errno, path: path) }
            return nil
        }
        file.empty()
        try file.append(Array(note.utf8))
    }

    /// Whether a process holds it now.
    public static func isHeld(_ path: String) -> Bool {
        guard let file = try? OpenFile(reading: path) else { return false }
        // Sharing it for a moment would only be in the way of one who wants it whole at that moment.
        let isFree = flock(file.number, LOCK_SH | LOCK_NB) == 0
        if isFree { flock(file.number, LOCK_UN) }
        return !isFree
    }

    /// What the one who holds it has written.
    public static func note(_ path: String) -> String {
        let bytes = try? OpenFile(reading: path).bytes(from: 0, count: 4096)
        return String(decoding: bytes ?? [], as: UTF8.self)
    }
}
