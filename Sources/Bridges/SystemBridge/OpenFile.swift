private import CSystem
private import Glibc

/// A file that is open: closed when the last reference goes.
public final class OpenFile {
    /// What a file is and whether it has changed since.
    public struct Status: Sendable, Hashable {
        public enum Kind: Sendable {
            case file, folder, link, other
        }

        public var kind: Kind
        public var size: Int
        /// Nanoseconds since 1970.
        public var modified: Int
        public var device: Int
        public var number: Int

        /// The same file, by whatever name.
        public func isSame(as other: Status) -> Bool { device == other.device && number == other.number }
    }

    package let number: Int32

    package init(owning number: Int32) {
        self.number = number
    }

    deinit { close(number) }

    /// open(2) for reading.
    public convenience init(reading path: String) throws(SystemError) {
        try self.init(path: path, in: AT_FDCWD, flags: O_RDONLY | O_NOCTTY | O_NONBLOCK)
    }

    package convenience init(path: String, in folder: Int32, flags: Int32, mode: UInt32 = 0) throws(SystemError) {
        guard !path.utf8.contains(0) else { throw SystemError(.notFound, path: path) }
        var number: Int32
        repeat { number = gx_open_at(folder, path, flags | O_CLOEXEC, mode) } while number < 0 && errno == EINTR
        guard number >= 0 else { throw SystemError(errno: errno, path: path) }
        self.init(owning: number)
    }

    /// A file without a name, gone when it is closed.
    public static func temporary(in folder: String) throws(SystemError) -> OpenFile {
        do throws(SystemError) {
            return try OpenFile(path: folder, in: AT_FDCWD, flags: Int32(GX_O_TMPFILE) | O_RDWR, mode: 0o600)
        } catch {
            // Some network file systems have none; there it has a name for a moment.
            let path = "\(folder)/.spool.\(getpid()).tmp"
            unlink(path)
            let file = try OpenFile(
                path: path, in: AT_FDCWD, flags: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
            unlink(path)
            return file
        }
    }

    /// fstat(2)
    public func status() throws(SystemError) -> Status {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw SystemError(errno: errno, path: "file") }
        return Status(status)
    }

    /// The bytes from an offset on, at most that many: pread(2).
    public func bytes(from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let start = buffer.baseAddress else { return }
            while filled < count {
                let got = pread(number, start + filled, count - filled, off_t(offset + filled))
                if got < 0, errno == EINTR { continue }
                failure = got < 0 ? errno : 0
                guard got > 0 else { return }
                filled += got
            }
        }
        guard failure == 0 else { throw SystemError(errno: failure, path: "file") }
        return bytes
    }

    /// Standard input, which stays open.
    public static func standardInput() -> OpenFile { OpenFile(owning: dup(STDIN_FILENO)) }

    /// What comes next, empty at the end: read(2).
    public func nextBytes(limit: Int) throws(SystemError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            var got: Int
            repeat { got = read(number, buffer.baseAddress, limit) } while got < 0 && errno == EINTR
            failure = got < 0 ? errno : 0
            count = max(0, got)
        }
        guard failure == 0 else { throw SystemError(errno: failure, path: "file") }
        return bytes
    }

    /// How far it has been read, by us or by whom we handed it to.
    public var position: Int { max(0, Int(lseek(number, 0, SEEK_CUR))) }

    /// Puts the bytes at its end.
    public func append(_ bytes: [UInt8]) throws(SystemError) {
        lseek(number, 0, SEEK_END)
        try Descriptor.write(bytes, to: number, path: "temporary file")
    }

    public func empty() { ftruncate(number, 0) }

    public func rewind() { lseek(number, 0, SEEK_SET) }
}

extension OpenFile.Status {
    /// fstatat(2), without following a link.
    static func of(_ name: [UInt8], in folder: Int32) throws(SystemError) -> OpenFile.Status {
        var status = stat()
        let result = withPath(name) { fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }
        guard result == 0 else { throw SystemError(errno: errno, path: "file") }
        return OpenFile.Status(status)
    }

    fileprivate init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        size = Int(status.st_size)
        modified = Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
        device = Int(bitPattern: UInt(status.st_dev))
        number = Int(bitPattern: UInt(status.st_ino))
    }
}
