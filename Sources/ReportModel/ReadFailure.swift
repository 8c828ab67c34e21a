/// Why an input gave no report. Typed data; the words for people are made from it in one place.
public struct ReadFailure: Error, Sendable, Hashable {
    public enum Code: Sendable, Hashable {
        // The input cannot be read (exit 3).
        case notFound
        case notReadable
        case isFolder
        case empty
        case encrypted
        case damaged
        case overLimit
        /// It has pages, but none of those that were asked for.
        case noSuchPages(count: Int)
        case unsupportedKind(DocumentKind)
        /// A PDF whose pages are pictures, or whose text layer is garbage.
        case noTextLayer(PageState)
        /// A symbolic or hard link, in an archive or a folder: never followed.
        case link
        /// A device, a pipe, a socket.
        case specialFile
        /// A member of an archive whose path leads out of it.
        case climbsOut
        /// An archive that unpacks to far more than its size can hold.
        case bomb
        /// Took longer than it was given.
        case timedOut(seconds: Int)
        /// Took more memory than it was given.
        case outOfMemory(megabytes: Int)
        /// Ended the process that read it; the signal's number, 0 where it ended in another way.
        case crashed(signal: Int)
        // Read, but no report (exit 4).
        case notAReport
        case tooDamagedToPlace
        // This machine (exit 5).
        case missingOnMachine(package: String)
        /// Reading cannot be confined here: what the kernel lacks.
        case noConfinement(String)
    }

    public var code: Code
    public var page: Int?
    /// What was found instead, or the number over the limit.
    public var detail: LocalisedText?
    /// The library's own words.
    public var underlying: String?

    public init(_ code: Code, page: Int? = nil, detail: LocalisedText? = nil, underlying: String? = nil) {
        self.code = code
        self.page = page
        self.detail = detail
        self.underlying = underlying
    }
}

/// What an input is, found from its content.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
    case pdf, text, html, mhtml, docx, xlsx, ods, pptx, odt, doc, xls, wps, ofd, rtf
    case png, jpeg, tiff, webp, bmp, gif
    case zip, tar, gzip, bzip2, xz, zstd
    case sevenZip = "7z"
    case rar
    case ourJSON = "gxingest-json"
    case figuresCSV = "figures-csv"
    case unknown
}
