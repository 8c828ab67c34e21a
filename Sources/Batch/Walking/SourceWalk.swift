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
    private let lines: LineReader
    /// Why it ended before its end.
    private(set) var failure: ReadFailure?

    /// - Parameter path: `-` for standard input.
    public init(_ path: String) throws(SystemError) {
        name = path
        let file = path == "-" ? OpenFile.standardInput() : try OpenFile(reading: path)
        // What is too long for a path comes to a row that says so.
        lines = LineReader(file, limit: 64 * 1024)
    }

    /// The next path; empty lines are none. Nil at the end.
    func next() -> String? {
        do throws(SystemError) {
            while let line = try lines.next() {
                if !line.isEmpty { return String(decoding: line, as: UTF8.self) }
            }
        } catch {
            failure = ReadFailure(error)
        }
        return nil
    }
}
