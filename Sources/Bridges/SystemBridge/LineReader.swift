/// Reads an open file line by line; the file may be longer than memory.
public final class LineReader {
    private let file: OpenFile
    private let limit: Int
    private var bytes: [UInt8] = []
    private var start = 0
    /// Up to where no line end has been found.
    private var searched = 0
    private var isAtEnd = false
    /// The start of a line that is too long, while its end is looked for.
    private var cut: [UInt8]?

    /// - Parameter limit: of a longer line, only so many bytes are kept.
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
                return line(upTo: end)
            }
            searched = bytes.count
            if isAtEnd {
                guard start < bytes.count || cut != nil else { return nil }
                defer { start = bytes.count }
                return line(upTo: bytes.count)
            }
            if bytes.count - start > limit {
                cut = cut ?? Array(bytes[start..<start + limit])
                start = bytes.count
            }
            bytes.removeFirst(start)
            searched -= start
            start = 0
            let more = try file.nextBytes(limit: Self.pieceSize)
            isAtEnd = more.isEmpty
            bytes += more
        }
    }

    private func line(upTo end: Int) -> [UInt8] {
        if let start = cut {
            cut = nil
            return start
        }
        let line = bytes[start..<end]
        return Array((line.last == 0x0D ? line.dropLast() : line).prefix(limit))
    }

    private static let pieceSize = 64 * 1024
}
