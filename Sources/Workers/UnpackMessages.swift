public import ReportModel

/// What an unpacking worker is asked. The archive and the temporary files go with it as open files.
public struct UnpackRequest: Sendable, Hashable {
    public var passwords: [String]
    /// Of the archive's file: what it may unpack to depends on it.
    public var size: Int
    /// The archive's own name, for what has none: the one file in a `.gz`.
    public var name: String

    public init(passwords: [String], size: Int, name: String) {
        self.passwords = passwords
        self.size = size
        self.name = name
    }

    public var payload: [UInt8] {
        var writer = ByteWriter()
        writer.array(passwords)
        writer.integer(size)
        writer.string(name)
        return writer.bytes
    }

    public init(_ payload: [UInt8]) throws(CodingProblem) {
        var reader = ByteReader(payload)
        self.init(passwords: try reader.array(), size: try reader.integer(), name: try reader.string())
    }
}

/// What an unpacking worker says, in this order: for each member `member`, pieces of `content`, `memberEnd`; at last
/// `archiveEnd`.
public enum UnpackAnswer: Sendable {
    /// Its path in the archive, `inner.zip!a.pdf` where archives stand inside each other. With a failure it has no
    /// content and no end.
    case member(path: String, failure: ReadFailure?)
    case content([UInt8])
    case memberEnd(failure: ReadFailure?)
    /// With a failure there may have been more.
    case archiveEnd(failure: ReadFailure?, skipped: Int)

    public var frame: Frame {
        var writer = ByteWriter()
        switch self {
        case .member(let path, let failure):
            writer.string(path)
            writer.optional(failure)
            return Frame(.member, writer.bytes)
        case .content(let bytes): return Frame(.content, bytes)
        case .memberEnd(let failure):
            writer.optional(failure)
            return Frame(.memberEnd, writer.bytes)
        case .archiveEnd(let failure, let skipped):
            writer.optional(failure)
            writer.integer(skipped)
            return Frame(.archiveEnd, writer.bytes)
        }
    }

    /// Nil where it is no answer.
    public init?(_ frame: Frame) {
        do throws(CodingProblem) {
            var reader = ByteReader(frame.payload)
            switch frame.kind {
            case .member: self = .member(path: try reader.string(), failure: try reader.optional())
            case .content: self = .content(frame.payload)
            case .memberEnd: self = .memberEnd(failure: try reader.optional())
            case .archiveEnd: self = .archiveEnd(failure: try reader.optional(), skipped: try reader.integer())
            default: return nil
            }
        } catch {
            return nil
        }
    }
}
