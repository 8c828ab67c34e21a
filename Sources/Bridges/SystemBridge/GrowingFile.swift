private import Glibc

/// A file that is written piece by piece under another name and gets its own when it is whole.
public final class GrowingFile {
    private let target: String
    private let temporary: String
    private let file: Descriptor
    private var buffer: [UInt8] = []
    private var isFinished = false

    private static let bufferSize = 1 << 18

    /// A leftover of a killed run is written over: whoever writes here must be alone.
    public init(_ path: String) throws(SystemError) {
        target = path
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        temporary = "\(path[..<start]).\(path[start...]).new"
        file = try Descriptor(path: temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: 0o666)
        buffer.reserveCapacity(Self.bufferSize)
    }

    deinit { if !isFinished { unlink(temporary) } }

    public func append(_ text: String) throws(SystemError) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    public func append(_ bytes: [UInt8]) throws(SystemError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Puts everything on the disk; the name comes with `publish`.
    public func complete() throws(SystemError) {
        try flush()
        guard fsync(file.number) == 0 else { throw SystemError(errno: errno, path: target) }
    }

    public func publish() throws(SystemError) {
        guard rename(temporary, target) == 0 else { throw SystemError(errno: errno, path: target) }
        isFinished = true
    }

    private func flush() throws(SystemError) {
        do throws(SystemError) {
            try file.write(buffer)
        } catch {
            throw SystemError(error.kind, path: target, words: error.words)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// A folder that is filled under another name and takes the place of the old one when it is whole.
public final class GrowingFolder {
    private let target: String
    private let temporary: String
    private var isFinished = false
    /// The folder that the last file went to: files come sorted, so it mostly is the next one's.
    private var lastFolder = ""

    public init(_ path: String) throws(SystemError) {
        target = path
        temporary = path + ".new"
        try Self.remove(temporary)
        try Self.remove(target + ".old")
        guard mkdir(temporary, 0o777) == 0 else { throw SystemError(errno: errno, path: path) }
    }

    deinit { if !isFinished { try? Self.remove(temporary) } }

    /// A file in it. Folders on the way are made.
    ///
    /// - Returns: false where there is such a file already, or its name is none that this system takes.
    public func write(_ bytes: [UInt8], to path: String) throws(SystemError) -> Bool {
        guard try makeFolder(of: path) else { return false }
        let whole = "\(temporary)/\(path)"
        do throws(SystemError) {
            let file = try Descriptor(path: whole, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o666)
            try file.write(bytes)
            return true
        } catch {
            guard error.kind == .noSpace || error.kind == .notPermitted else { return false }
            throw error
        }
    }

    private func makeFolder(of path: String) throws(SystemError) -> Bool {
        guard let end = path.lastIndex(of: "/") else { return true }
        let folder = String(path[..<end])
        guard folder != lastFolder else { return true }
        var made = temporary
        for part in folder.split(separator: "/") {
            made += "/" + part
            if mkdir(made, 0o777) != 0, errno != EEXIST {
                let error = SystemError(errno: errno, path: made)
                guard error.kind == .noSpace || error.kind == .notPermitted else { return false }
                throw error
            }
        }
        lastFolder = folder
        return true
    }

    public func publish() throws(SystemError) {
        let old = target + ".old"
        if rename(target, old) != 0, errno != ENOENT { throw SystemError(errno: errno, path: target) }
        guard rename(temporary, target) == 0 else { throw SystemError(errno: errno, path: target) }
        isFinished = true
        try Self.remove(old)
    }

    /// The folder and all in it. That it is not there is no error.
    private static func remove(_ path: String) throws(SystemError) {
        do throws(SystemError) {
            try Folder(path: path).removeAll()
        } catch {
            guard error.kind != .notFound else { return }
            throw error
        }
        guard rmdir(path) == 0 else { throw SystemError(errno: errno, path: path) }
    }
}
