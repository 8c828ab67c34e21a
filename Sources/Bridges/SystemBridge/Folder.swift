private import CSystem
private import Glibc

/// A folder that is open, its entries read one after the other. Names are bytes: not all of them are UTF-8.
public final class Folder {
    private let handle: OpaquePointer
    private let number: Int32

    public convenience init(path: String) throws(SystemError) {
        try self.init(OpenFile(path: path, in: AT_FDCWD, flags: O_RDONLY | O_DIRECTORY))
    }

    /// Makes it where it is not there: mkdir(2).
    public static func make(_ path: String) throws(SystemError) {
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemError(errno: errno, path: path) }
    }

    /// fstat(2) of itself.
    public func status() throws(SystemError) -> OpenFile.Status { try status(of: [0x2E]) }

    private init(_ file: OpenFile) throws(SystemError) {
        // closedir closes its number, and so does OpenFile: it has one of its own.
        number = dup(file.number)
        guard number >= 0, let handle = fdopendir(number) else { throw SystemError(errno: errno, path: "folder") }
        self.handle = handle
    }

    deinit { closedir(handle) }

    /// readdir(3): the next name but `.` and `..`, nil at the end.
    public func next() throws(SystemError) -> [UInt8]? {
        while true {
            errno = 0
            guard let entry = readdir(handle) else {
                guard errno == 0 else { throw SystemError(errno: errno, path: "folder") }
                return nil
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in Array(raw.prefix { $0 != 0 }) }
            if name != [0x2E], name != [0x2E, 0x2E] { return name }
        }
    }

    /// fstatat(2), without following a link.
    public func status(of name: [UInt8]) throws(SystemError) -> OpenFile.Status {
        try OpenFile.Status.of(name, in: number)
    }

    /// An entry of it that is no link, for reading.
    public func file(_ name: [UInt8]) throws(SystemError) -> OpenFile {
        try open(name, O_RDONLY | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK)
    }

    public func folder(_ name: [UInt8]) throws(SystemError) -> Folder {
        try Folder(open(name, O_RDONLY | O_NOFOLLOW | O_DIRECTORY))
    }

    /// Everything in it: unlinkat(2). Links are removed, not followed.
    func removeAll() throws(SystemError) {
        while let name = try next() {
            let isFolder = try status(of: name).kind == .folder
            if isFolder { try folder(name).removeAll() }
            let result = withPath(name) { unlinkat(number, $0, isFolder ? AT_REMOVEDIR : 0) }
            guard result == 0 else { throw SystemError(errno: errno, path: "folder") }
        }
    }

    private func open(_ name: [UInt8], _ flags: Int32) throws(SystemError) -> OpenFile {
        let file = withPath(name) { gx_open_at(number, $0, flags | O_CLOEXEC, 0) }
        guard file >= 0 else { throw SystemError(errno: errno, path: "file") }
        return OpenFile(owning: file)
    }

}

/// Calls the system with a name as C has it.
func withPath(_ name: [UInt8], _ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
    (name + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map(body) ?? -1
    }
}
