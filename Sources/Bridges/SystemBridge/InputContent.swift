private import Glibc

/// What an input holds: its bytes, or, where they are many, a file of ours that has them.
public enum InputContent {
    case bytes([UInt8])
    /// Nameless: nobody else can change it, or cut it short under its readers.
    case file(OpenFile)

    public var isEmpty: Bool {
        switch self {
        case .bytes(let bytes): bytes.isEmpty
        case .file: false
        }
    }
}

extension InputFile {
    /// What a file holds. A process that reads it a little at a time needs no memory for what is spooled.
    ///
    /// - Parameters:
    ///   - path: `-` for standard input.
    ///   - size: what is larger is spooled to a nameless file, where there is room for one.
    ///   - isSpooled: whether that makes sense for what begins so.
    public static func content(
        path: String, limit: Int, spoolingFrom size: Int, where isSpooled: (_ opening: [UInt8]) -> Bool
    ) throws(SystemError) -> InputContent {
        let file = try path == "-" ? nil : Descriptor(path: path, flags: O_RDONLY)
        defer { withExtendedLifetime(file) {} }
        let number = file?.number ?? STDIN_FILENO
        var expected = 0
        if let file {
            var status = stat()
            guard fstat(file.number, &status) == 0 else { throw SystemError(errno: errno, path: path) }
            guard status.st_mode & S_IFMT != S_IFDIR else { throw SystemError(.isFolder, path: path) }
            expected = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
            guard expected <= limit else { throw SystemError(.overLimit(bytes: limit), path: path) }
        }
        let start = try Descriptor.read(from: number, path: path, atMost: size + 1, expected: expected)
        guard start.count > size, isSpooled(start), let spool = spool(start) else {
            let rest = try Descriptor.readAll(
                from: number, path: path, limit: max(0, limit - start.count), expected: max(0, expected - start.count))
            return .bytes(rest.isEmpty ? start : start + rest)
        }
        var total = start.count
        while true {
            let part = try Descriptor.read(from: number, path: path, atMost: partSize, expected: partSize)
            guard !part.isEmpty else { return .file(spool) }
            total += part.count
            guard total <= limit else { throw SystemError(.overLimit(bytes: limit), path: path) }
            do throws(SystemError) {
                try spool.append(part)
            } catch {
                // No room left: then it has to go into memory after all.
                let kept = try spool.bytes(from: 0, count: total - part.count)
                let rest = try Descriptor.readAll(from: number, path: path, limit: limit - total)
                return .bytes(kept + part + rest)
            }
        }
    }

    private static let partSize = 1 << 20

    /// Nil where no folder takes one. `/var/tmp` first: unlike `/tmp`, it is on a disk everywhere.
    private static func spool(_ start: [UInt8]) -> OpenFile? {
        for folder in ["/var/tmp", Environment.value("TMPDIR") ?? "/tmp"] {
            guard let file = try? OpenFile.temporary(in: folder), (try? file.append(start)) != nil else { continue }
            return file
        }
        return nil
    }
}
