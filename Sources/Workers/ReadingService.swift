public import Pipeline
public import ReportModel
public import SystemBridge

/// What is asked of a worker that reads.
struct ReadRequest {
    var settings: ReadingSettings
    var source: String

    func frame() -> Frame {
        var writer = ByteWriter()
        writer.value(settings)
        writer.string(source)
        return Frame(.read, writer.bytes)
    }

    init(settings: ReadingSettings, source: String) {
        self.settings = settings
        self.source = source
    }

    init(_ payload: [UInt8]) throws(CodingProblem) {
        var reader = ByteReader(payload)
        settings = try reader.value()
        source = try reader.string()
    }
}

extension ReadingSettings: Portable {
    func write(to writer: inout ByteWriter) {
        writer.optional(pages)
        writer.array(passwords)
        writer.bool(figuresOnly)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(
            pages: try reader.optional(), passwords: try reader.array(), figuresOnly: try reader.bool())
    }
}

/// Reads documents: a request with its settings, the document itself, and back come reports or the failure.
public struct ReadingService: WorkerService {
    /// How a document becomes reports.
    public typealias Reading =
        @Sendable (
            _ bytes: [UInt8], _ settings: ReadingSettings, _ source: String,
            _ progress: @escaping ReadingPipeline.Progress
        ) throws(ReadFailure) -> [Report]

    private let reading: Reading
    /// The document that pictures are asked of.
    var opened: DocumentPictures?

    /// - Parameter reading: the pipeline, unless a test wants something to go wrong.
    public init(_ reading: @escaping Reading = Self.pipeline) {
        self.reading = reading
    }

    public static let pipeline: Reading = { bytes, settings, source, progress throws(ReadFailure) in
        try ReadingPipeline(settings).reports(in: bytes, source: source, progress: progress)
    }

    public mutating func serve(_ request: Frame, files: [OpenFile], over connection: WorkerConnection) {
        if request.kind == .draw { return draw(request.payload, over: connection) }
        guard request.kind == .read, let (document, _) = connection.receive(), document.kind == .document else {
            return
        }
        connection.send(answer(request.payload, document.payload, connection))
    }

    private func answer(_ request: [UInt8], _ document: [UInt8], _ connection: WorkerConnection) -> Frame {
        do throws(ReadFailure) {
            let request = try Self.parsed(request)
            let reports = try reading(document, request.settings, request.source) { page, count in
                var writer = ByteWriter()
                writer.integer(page)
                writer.integer(count)
                connection.send(Frame(.progress, writer.bytes))
            }
            return Frame(.reports, ReportBundle.encode(reports))
        } catch {
            var writer = ByteWriter()
            writer.value(error)
            return Frame(.failure, writer.bytes)
        }
    }

    private static func parsed(_ payload: [UInt8]) throws(ReadFailure) -> ReadRequest {
        do throws(CodingProblem) {
            return try ReadRequest(payload)
        } catch {
            throw ReadFailure(.damaged, underlying: "request")
        }
    }
}
