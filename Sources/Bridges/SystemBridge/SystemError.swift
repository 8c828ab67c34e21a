private import CSystem
private import Glibc

/// What the system answered when it was asked for something.
public struct SystemError: Error, Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case notFound
        case notPermitted
        case isFolder
        case noSpace
        /// The other end of a pipe has been closed.
        case closedPipe
        case overLimit(bytes: Int)
        case other
    }

    public var kind: Kind
    public var path: String
    /// The system's own words: `No such file or directory`.
    public var words: String

    public init(_ kind: Kind, path: String, words: String = "") {
        self.kind = kind
        self.path = path
        self.words = words
    }

    package init(errno code: Int32, path: String) {
        let kind: Kind =
            switch code {
            case ENOENT, ENOTDIR: .notFound
            case EACCES, EPERM, EROFS: .notPermitted
            case EISDIR: .isFolder
            case ENOSPC, EDQUOT: .noSpace
            case EPIPE: .closedPipe
            default: .other
            }
        self.init(kind, path: path, words: SystemError.words(of: code))
    }

    /// strerror_r: strerror itself is not safe with threads.
    private static func words(of code: Int32) -> String {
        String(unsafeUninitializedCapacity: 256) { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress, gx_error_words(code, start, characters.count) == 0 else {
                    return 0
                }
                return strnlen(start, characters.count)
            }
        }
    }
}
