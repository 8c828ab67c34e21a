import ReportModel
public import SystemBridge

/// Everything that a batch was given, file by file.
struct SourceWalk {
    /// A file, and the SOURCE that led to it; or the end of a SOURCE that was walked whole.
    enum Step {
        case found(Found, root: String)
        case endOfFolder(String)
    }

    private var sources: ArraySlice<String>
    private var lists: [PathList]
    private var folder: (walk: FolderWalk, root: String)?

    private let options: WalkOptions

    init(sources: [String], lists: [PathList], options: WalkOptions) {
        self.options = options
        self.sources = sources[...]
        self.lists = lists
    }

    /// Nil at the end of everything.
    mutating func next() -> Step? {
        if folder != nil {
            if let found = folder?.walk.next(), let root = folder?.root { return .found(found, root: root) }
            defer { folder = nil }
            if let root = folder?.root { return .endOfFolder(root) }
        }
        guard let source = nextSource() else { return listFailure() }
        return visit(source)
    }

    private mutating func nextSource() -> String? {
        if let source = sources.popFirst() { return source }
        while let list = lists.first {
            if let path = list.next() { return path }
            guard list.failure == nil else { return nil }
            lists.removeFirst()
        }
        return nil
    }

    /// A list that could not be read to its end is said, once.
    private mutating func listFailure() -> Step? {
        guard let list = lists.first, let failure = list.failure else { return nil }
        lists.removeFirst()
        return .found(Found(source: list.name, content: .failure(failure)), root: list.name)
    }

    private mutating func visit(_ source: String) -> Step? {
        do throws(SystemError) {
            let file = try OpenFile(reading: source)
            let status = try file.status()
            switch status.kind {
            case .folder:
                folder = (try FolderWalk(source, options), source)
                return next()
            case .file: return .found(Found(source: source, content: .file(file, status)), root: source)
            // A link has been followed: it was asked for by name.
            case .link, .other:
                return .found(Found(source: source, content: .failure(ReadFailure(.specialFile))), root: source)
            }
        } catch {
            return .found(Found(source: source, content: .failure(ReadFailure(error))), root: source)
        }
    }
}

/// A list of paths, one a line, read as it is needed: it may be longer than memory.
public final class PathList {
    let name: String
    private let file: OpenFile
    private var bytes: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// Why it ended before its end.
    private(set) var failure: ReadFailure?

    /// - Parameter path: `-` for standard input.
    public init(_ path: String) throws(SystemError) {
        name = path
        file = path == "-" ? OpenFile.standardInput() : try OpenFile(reading: path)
    }

    /// A line longer than that is no path.
    private static let lineLimit = 64 * 1024

    /// The next path; empty lines are none. Nil at the end.
    func next() -> String? {
        while true {
            if let end = bytes[start...].firstIndex(of: 0x0A) {
                let line = bytes[start..<end]
                start = end + 1
                if let path = Self.path(line) { return path }
            } else if isAtEnd || bytes.count - start > Self.lineLimit {
                // What is too long for a path comes to a row that says so.
                let line = bytes[start...]
                start = bytes.count
                return Self.path(line)
            } else {
                fill()
            }
        }
    }

    private static func path(_ line: ArraySlice<UInt8>) -> String? {
        let line = line.last == 0x0D ? line.dropLast() : line
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }

    private func fill() {
        bytes.removeFirst(start)
        start = 0
        do throws(SystemError) {
            let more = try file.nextBytes(limit: Self.lineLimit)
            isAtEnd = more.isEmpty
            bytes += more
        } catch {
            isAtEnd = true
            failure = ReadFailure(error)
        }
    }
}
