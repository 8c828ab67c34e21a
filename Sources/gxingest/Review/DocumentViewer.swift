import HashBridge
import Pipeline
import Readers
import ReportModel
import Review
import Workers

/// Shows documents to reviewers: a confined worker draws them.
final class DocumentViewer: ReviewPictures {
    private let reader: ConfinedReader
    private let settings: ReadingSettings
    /// The content that documents must have; what is named here and has changed is not shown.
    private let hashes: [String: String]
    private var lastText: (document: String, lines: [String]?)?

    init(_ reader: ConfinedReader, settings: ReadingSettings, hashes: [String: String]) {
        self.reader = reader
        self.settings = settings
        self.hashes = hashes
    }

    func png(of document: String, page: Int, box: Box?, pixelsPerPoint: Double) -> [UInt8]? {
        let crop = PageCrop(page: page, box: box, pixelsPerPoint: pixelsPerPoint)
        let pictures = try? reader.pictures([crop], of: document, settings: settings) { () throws(ReadFailure) in
            try bytes(of: document)
        }
        return pictures?.first ?? nil
    }

    func lines(of document: String) -> [String]? {
        if let lastText, lastText.document == document { return lastText.lines }
        var lines: [String]?
        if let bytes = try? bytes(of: document), DocumentKind(sniffing: bytes) == .text {
            lines = (try? TextReader.document(bytes))?.lines
        }
        lastText = (document, lines)
        return lines
    }

    private func bytes(of document: String) throws(ReadFailure) -> [UInt8] {
        let bytes = try SourceFile.bytes(of: document)
        if let hash = hashes[document], ContentHash(of: bytes).description != hash { throw ReadFailure(.damaged) }
        return bytes
    }
}
