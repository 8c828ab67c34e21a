private import CLinux
private import Glibc
public import SystemBridge

/// Our end of the connection to a child process. Nothing here waits: `Readiness` does.
public final class Channel {
    let handle: OpenFile

    init(_ handle: OpenFile) {
        self.handle = handle
        _ = gx_set_nonblocking(handle.number)
    }

    /// sendmsg(2): how many bytes went out, 0 where none do now.
    ///
    /// - Parameter files: go with the first byte; the child gets its own copies of them.
    public func send(_ bytes: ArraySlice<UInt8>, files: [OpenFile] = []) throws(SystemError) -> Int {
        let numbers = files.map(\.number)
        var failure: Int32 = 0
        let sent = bytes.withUnsafeBytes { raw in
            numbers.withUnsafeBufferPointer { numbers in
                let sent = gx_send_with_files(
                    handle.number, raw.baseAddress, raw.count, numbers.baseAddress, Int32(numbers.count), 0)
                failure = sent < 0 ? errno : 0
                return sent
            }
        }
        if failure == EAGAIN || failure == EINTR { return 0 }
        guard failure == 0 else { throw SystemError(errno: failure, path: "channel") }
        return sent
    }

    /// What has come, at most `limit` bytes: nil where nothing has yet, empty where the other end is closed.
    public func receive(limit: Int) throws(SystemError) -> [UInt8]? {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            let got = read(handle.number, buffer.baseAddress, limit)
            failure = got < 0 ? errno : 0
            count = max(got, 0)
        }
        if failure == EAGAIN || failure == EINTR { return nil }
        // A child that dies with our words unread resets the connection: that is its end like any other.
        if failure == ECONNRESET { return [] }
        guard failure == 0 else { throw SystemError(errno: failure, path: "channel") }
        return bytes
    }
}
