import ReportModel
import SystemBridge

/// A file that a batch has come to, or what stands in its way.
struct Found {
    /// As the batch names it.
    var source: String
    var content: Content

    enum Content {
        case file(OpenFile, OpenFile.Status)
        /// Only its size was asked for.
        case unopened(OpenFile.Status)
        case failure(ReadFailure)
    }
}

/// How sources are walked.
struct WalkOptions {
    /// False where only their sizes are wanted.
    var opensFiles = true
    /// A folder that is passed over: the batch's own, which may stand inside a source.
    var excluded: OpenFile.Status?
}

/// Walks a folder and all below it, one entry after the other, in the order that the system gives. Never holds more
/// than the folders that it stands in.
struct FolderWalk {
    private struct Level {
        var folder: Folder
        var path: String
    }

    private var levels: [Level]

    /// Deeper than any archive of documents, and below the number of files that a process may have open.
    private static let depthLimit = 256

    private let options: WalkOptions

    init(_ path: String, _ options: WalkOptions) throws(SystemError) {
        self.options = options
        var trimmed = path[...]
        while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
        levels = [Level(folder: try Folder(path: path), path: trimmed == "/" ? "" : String(trimmed))]
    }

    /// Nil at the end.
    mutating func next() -> Found? {
        while let level = levels.last {
            let name: [UInt8]?
            do throws(SystemError) {
                name = try level.folder.next()
            } catch {
                levels.removeLast()
                return Found(source: level.path, content: .failure(ReadFailure(error)))
            }
            guard let name else {
                levels.removeLast()
                continue
            }
            let path = level.path + "/" + MemberName.text(name)
            if MemberName.isSystemFile(path) { continue }
            do throws(SystemError) {
                if let found = try visit(name, path, in: level.folder) { return found }
            } catch {
                return Found(source: path, content: .failure(ReadFailure(error)))
            }
        }
        return nil
    }

    private mutating func visit(_ name: [UInt8], _ path: String, in folder: Folder) throws(SystemError) -> Found? {
        let status = try folder.status(of: name)
        switch status.kind {
        case .file:
            return Found(
                source: path, content: options.opensFiles ? .file(try folder.file(name), status) : .unopened(status))
        case .link: return Found(source: path, content: .failure(ReadFailure(.link)))
        case .other: return Found(source: path, content: .failure(ReadFailure(.specialFile)))
        case .folder:
            if let excluded = options.excluded, status.isSame(as: excluded) { return nil }
            guard levels.count < Self.depthLimit else {
                let detail = LocalisedText(
                    chinese: "文件夹套了 \(Self.depthLimit) 层以上",
                    english: "folders more than \(Self.depthLimit) deep")
                return Found(source: path, content: .failure(ReadFailure(.overLimit, detail: detail)))
            }
            levels.append(Level(folder: try folder.folder(name), path: path))
            return nil
        }
    }
}

extension ReadFailure {
    /// What the system answered, as the reason why a document has no result.
    init(_ error: SystemError) {
        switch error.kind {
        case .notFound: self.init(.notFound)
        case .isFolder: self.init(.isFolder)
        case .overLimit, .notPermitted, .noSpace, .closedPipe, .other:
            self.init(.notReadable, underlying: error.words)
        }
    }
}
