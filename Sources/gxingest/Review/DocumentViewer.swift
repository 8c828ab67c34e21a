import Batch
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
    private let launch: WorkerLaunch
    /// What could not be opened, or took a worker with it: nobody waits for it twice.
    private var broken: Set<String> = []
    /// Members of archives, the last few: walking an archive again takes its time.
    private var members: [(source: String, bytes: [UInt8]?)] = []

    /// - Parameter launch: how a worker is started that opens archives.
    init(_ reader: ConfinedReader, launch: WorkerLaunch, settings: ReadingSettings, hashes: [String: String]) {
        self.reader = reader
        self.launch = launch
        self.settings = settings
        self.hashes = hashes
    }

    func png(of document: String, page: Int, box: Box?, pixelsPerPoint: Double) -> [UInt8]? {
        guard !broken.contains(document) else { return nil }
        let crop = PageCrop(page: page, box: box, pixelsPerPoint: pixelsPerPoint)
        do throws(ReadFailure) {
            return try reader.pictures([crop], of: document, settings: settings) { () throws(ReadFailure) in
                .bytes(try bytes(of: document))
            }.first ?? nil
        } catch {
            broken.insert(document)
            return nil
        }
    }

    func lines(of document: String) -> [String]? {
        if let lastText, lastText.document == document { return lastText.lines }
        var lines: [String]?
        if let bytes = try? bytes(of: document) { lines = try? reader.lines(of: bytes) }
        lastText = (document, lines)
        return lines
    }

    private func bytes(of document: String) throws(ReadFailure) -> [UInt8] {
        let bytes: [UInt8]
        do throws(ReadFailure) {
            bytes = try SourceFile.bytes(of: document)
        } catch {
            guard document.contains("!") else { throw error }
            bytes = try member(document)
        }
        if let hash = hashes[document], ContentHash(of: bytes).description != hash { throw ReadFailure(.damaged) }
        return bytes
    }

    /// An archive that is too long to walk is not walked again and again.
    private func member(_ source: String) throws(ReadFailure) -> [UInt8] {
        if let known = members.first(where: { $0.source == source }) {
            guard let bytes = known.bytes else { throw ReadFailure(.timedOut(seconds: 0)) }
            return bytes
        }
        if members.count >= Self.memberLimit { members.removeFirst() }
        do throws(ReadFailure) {
            let bytes = try ArchiveMember.bytes(
                of: source, launch: launch, passwords: settings.passwords, patience: Self.patience)
            members.append((source, bytes))
            return bytes
        } catch {
            members.append((source, nil))
            throw error
        }
    }

    private static let memberLimit = 12
    /// The page waits that long for a picture.
    private static let patience = Duration.seconds(10)
}
