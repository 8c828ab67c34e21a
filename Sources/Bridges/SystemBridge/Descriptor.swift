private import CSystem
private import Glibc

/// An open file: acquired in `init`, closed in `deinit`.
final class Descriptor {
    let number: Int32
    private let path: String

    /// open(2)
    init(path: String, flags: Int32, mode: UInt32 = 0) throws(SystemError) {
        guard !path.utf8.contains(0) else { throw SystemError(.notFound, path: path) }
        var number: Int32
        repeat { number = gx_open(path, flags | O_CLOEXEC, mode) } while number < 0 && errno == EINTR
        guard number >= 0 else { throw SystemError(errno: errno, path: path) }
        self.number = number
        self.path = path
    }

    deinit { close(number) }

    /// write(2), until everything is written.
    func write(_ bytes: some Collection<UInt8>) throws(SystemError) {
        try Self.write(bytes, to: number, path: path)
    }

    static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32, path: String) throws(SystemError) {
        // A closure with typed errors cannot go through withContiguousStorageIfAvailable; the code comes out instead.
        let failure: Int32? =
            bytes.withContiguousStorageIfAvailable { writeAll($0, to: descriptor) }
            ?? Array(bytes).withUnsafeBufferPointer { writeAll($0, to: descriptor) }
        if let failure, failure != 0 { throw SystemError(errno: failure, path: path) }
    }

    /// The error number, 0 where all is written.
    private static func writeAll(_ buffer: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32 {
        guard let start = buffer.baseAddress else { return 0 }
        var done = 0
        while done < buffer.count {
            let written = Glibc.write(descriptor, start + done, buffer.count - done)
            if written < 0 {
                if errno == EINTR { continue }
                return errno
            }
            done += written
        }
        return 0
    }

    /// read(2) until there are that many bytes, or the end comes.
    static func read(
        from descriptor: Int32, path: String, atMost limit: Int, expected: Int
    ) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit {
            let room = min(limit - bytes.count, bytes.isEmpty ? max(64 * 1024, expected) : 1024 * 1024)
            var failure: Int32 = 0
            let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                failure = got < 0 ? errno : 0
                count = max(got, 0)
            }
            if failure == EINTR { continue }
            guard failure == 0 else { throw SystemError(errno: failure, path: path) }
            guard !part.isEmpty else { break }
            if bytes.isEmpty { bytes = part } else { bytes += part }
        }
        return bytes
    }

    /// read(2) to the end, at most `limit` bytes.
    func readAll(limit: Int, expected: Int = 0) throws(SystemError) -> [UInt8] {
        try Self.readAll(from: number, path: path, limit: limit, expected: expected)
    }

    static func readAll(
        from descriptor: Int32, path: String, limit: Int, expected: Int = 0
    ) throws(SystemError) -> [UInt8] {
        let most = limit < Int.max ? limit + 1 : limit
        let bytes = try read(from: descriptor, path: path, atMost: most, expected: expected)
        guard bytes.count <= limit else { throw SystemError(.overLimit(bytes: limit), path: path) }
        return bytes
    }
}
