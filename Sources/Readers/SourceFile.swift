public import ReportModel
public import SystemBridge

/// The bytes of an input, as it was named on a command line.
public enum SourceFile {
    /// Nothing larger is read: the largest scanned reports seen have some 200 MB.
    public static let sizeLimit = 512 << 20

    /// What is larger and has pages is read from a file, not from memory: a scan of a hundred pages in colour has
    /// 100 MB. Reports with a text layer have less than a tenth of this.
    static let spoolSize = 4 << 20

    /// - Parameter path: `-` for standard input.
    public static func content(of path: String) throws(ReadFailure) -> InputContent {
        do throws(SystemError) {
            return try InputFile.content(path: path, limit: sizeLimit, spoolingFrom: spoolSize) { opening in
                DocumentKind(opening: opening) != nil
            }
        } catch {
            throw ReadFailure(error)
        }
    }

    /// - Parameter path: `-` for standard input.
    public static func bytes(of path: String) throws(ReadFailure) -> [UInt8] {
        do throws(SystemError) {
            return path == "-"
                ? try InputFile.standardInput(limit: sizeLimit) : try InputFile.bytes(path: path, limit: sizeLimit)
        } catch {
            throw ReadFailure(error)
        }
    }
}

extension ReadFailure {
    fileprivate init(_ error: SystemError) {
        switch error.kind {
        case .notFound: self.init(.notFound)
        case .isFolder: self.init(.isFolder)
        case .overLimit(let bytes):
            self.init(
                .overLimit,
                detail: LocalisedText(
                    chinese: "文件上限为 \(bytes >> 20) MB", english: "files may have \(bytes >> 20) MB"))
        case .notPermitted, .noSpace, .closedPipe, .other: self.init(.notReadable, underlying: error.words)
        }
    }
}
