/// What goes over the wire between us and a worker: a length, a type, so many bytes.
public struct Frame: Sendable, Hashable {
    /// One byte each.
    public enum Kind: UInt8, Sendable {
        // To the worker.
        /// Settings and source; the document follows.
        case read = 1
        case document = 2
        /// An archive, as an open file.
        case unpack = 3
        /// Parts of pages as pictures; the document follows, unless it is the one that is open.
        case draw = 4
        /// Settings, and whether to draw; the document follows.
        case readTables = 5
        /// The workbook follows.
        case readSheets = 6
        /// The document whose lines are wanted follows.
        case readText = 7

        // From the worker.
        /// What confinement it is in.
        case ready = 10
        /// Why it is in none.
        case unconfined = 11
        case progress = 12
        case reports = 13
        case failure = 14
        /// The signal that it is dying of.
        case lastWords = 15
        case pictures = 16
        case tables = 17
        /// A page's number and its picture.
        case drawing = 18
        /// Sheets of figures, as lines of CSV.
        case sheets = 19
        /// The lines of a document without pages.
        case text = 24
        /// Unpacking: a member begins, some of its bytes, its end; the archive's end.
        case member = 20
        case content = 21
        case memberEnd = 22
        case archiveEnd = 23
    }

    public var kind: Kind
    public var payload: [UInt8]

    public init(_ kind: Kind, _ payload: [UInt8] = []) {
        self.kind = kind
        self.payload = payload
    }

    static let headerSize = 5
    /// A document of the largest size that is read, with room to spare; anything beyond is no frame of ours.
    static let sizeLimit = 1 << 30

    static func header(_ kind: Kind, size: Int) -> [UInt8] {
        let size = UInt32(clamping: size)
        return [
            UInt8(truncatingIfNeeded: size), UInt8(truncatingIfNeeded: size >> 8),
            UInt8(truncatingIfNeeded: size >> 16),
            UInt8(truncatingIfNeeded: size >> 24), kind.rawValue,
        ]
    }

    /// Kind and size; nil where the bytes are no header.
    static func parse(header: some RandomAccessCollection<UInt8>) -> (kind: Kind, size: Int)? {
        guard header.count == headerSize, let kind = header.last.flatMap(Kind.init) else { return nil }
        let size = header.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        return size <= sizeLimit ? (kind, size) : nil
    }
}

/// Puts frames together from bytes as they come.
struct FrameBuffer {
    private var bytes: [UInt8] = []
    private var start = 0
    /// The other side does not keep to the form: nothing that it sends is believed any more.
    private(set) var isBroken = false

    mutating func append(_ more: [UInt8]) {
        if start == bytes.count {
            bytes = more
            start = 0
        } else {
            bytes += more
        }
    }

    mutating func next() -> Frame? {
        let rest = bytes[start...]
        guard !isBroken, rest.count >= Frame.headerSize else { return nil }
        guard let (kind, size) = Frame.parse(header: rest.prefix(Frame.headerSize)) else {
            isBroken = true
            return nil
        }
        guard rest.count - Frame.headerSize >= size else { return nil }
        let first = start + Frame.headerSize
        let frame = Frame(kind, Array(bytes[first..<first + size]))
        start = first + size
        if start > 1 << 20 {
            bytes.removeFirst(start)
            start = 0
        }
        return frame
    }
}
