private import CLinux
private import Glibc
internal import SystemBridge

/// What connects two processes.
enum Wire {
    /// pipe2(2)
    static func pipe() throws(SystemError) -> (reading: OpenFile, writing: OpenFile) {
        var ends: (Int32, Int32) = (-1, -1)
        let result = withUnsafeMutableBytes(of: &ends) { raw in
            raw.withMemoryRebound(to: Int32.self) { gx_pipe($0.baseAddress) }
        }
        guard result == 0 else { throw SystemError(errno: errno, path: "pipe") }
        return (try raised(ends.0), try raised(ends.1))
    }

    /// socketpair(2)
    static func socketPair() throws(SystemError) -> (OpenFile, OpenFile) {
        var ends: (Int32, Int32) = (-1, -1)
        let result = withUnsafeMutableBytes(of: &ends) { raw in
            raw.withMemoryRebound(to: Int32.self) {
                socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, $0.baseAddress)
            }
        }
        guard result == 0 else { throw SystemError(errno: errno, path: "socketpair") }
        return (try raised(ends.0), try raised(ends.1))
    }

    /// Above the numbers that a child's own files take, so that moving one there cannot hit another.
    private static func raised(_ number: Int32) throws(SystemError) -> OpenFile {
        let moved = gx_move_up(number)
        guard moved >= 0 else {
            let code = errno
            close(number)
            throw SystemError(errno: code, path: "fcntl")
        }
        return OpenFile(owning: moved)
    }
}
