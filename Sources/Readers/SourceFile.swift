public import ReportModel
private import SystemBridge

/// The bytes of an input, as it was named on a command line.
public enum SourceFile {
    /// Nothing larger is read: the largest scanned reports seen have some 200 MB.
    public static let sizeLimit = 512 << 20

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
