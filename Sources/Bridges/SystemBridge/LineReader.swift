/// Reads an open file line by line; the file may be longer than memory.
public final class LineReader {
    private let file: OpenFile
    private let limit: Int
    private var bytes: [UInt8] = []
    private var start = 0
    /// Up to where no line end has been found.
    private var searched = 0
    private var isAtEnd = false

    /// - Parameter limit: a longer line comes in pieces of at least that length.
    public init(_ file: OpenFile, limit: Int) {
        self.file = file
        self.limit = limit
    }

    /// The next line without its end, LF or CR LF; nil at the end.
    public func next() throws(SystemError) -> [UInt8]? {
        while true {
            if let end = bytes[searched...].firstIndex(of: 0x0A) {
                defer {
                    start = end + 1
                    searched = start
                }
                let line = bytes[start..<end]
                return Array(line.last == 0x0D ? line.dropLast() : line)
            }
            searched = bytes.count
            if isAtEnd || bytes.count - start > limit {
                guard start < bytes.count else { return nil }
                defer { start = bytes.count }
                return Array(bytes[start...])
            }
            bytes.removeFirst(start)
            searched -= start
            start = 0
            let more = try file.nextBytes(limit: Self.pieceSize)
            isAtEnd = more.isEmpty
            bytes += more
        }
    }

    private static let pieceSize = 64 * 1024
}
