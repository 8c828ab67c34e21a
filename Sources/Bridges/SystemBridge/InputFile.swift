private import Glibc

/// Files as they come in.
public enum InputFile {
    /// The whole of a file. Throws where it is missing, a folder, not readable, or over the limit.
    public static func bytes(path: String, limit: Int) throws(SystemError) -> [UInt8] {
        let file = try Descriptor(path: path, flags: O_RDONLY)
        var status = stat()
        guard fstat(file.number, &status) == 0 else { throw SystemError(errno: errno, path: path) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw SystemError(.isFolder, path: path)
        case S_IFREG:
            let size = Int(status.st_size)
            guard size <= limit else { throw SystemError(.overLimit(bytes: limit), path: path) }
            return try file.readAll(limit: limit, expected: size)
        default: return try file.readAll(limit: limit)
        }
    }

    /// Standard input, to its end.
    public static func standardInput(limit: Int) throws(SystemError) -> [UInt8] {
        try Descriptor.readAll(from: STDIN_FILENO, path: "-", limit: limit)
    }
}
