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
        writer.integer(jobs)
        writer.bool(keepsTables)
        writer.integer(seconds ?? 0)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(
            pages: try reader.optional(), passwords: try reader.array(), figuresOnly: try reader.bool(),
            jobs: try reader.integer(), keepsTables: try reader.bool())
        let seconds = try reader.integer()
        self.seconds = seconds > 0 ? seconds : nil
    }
}

/// Reads documents: a request with its settings, the document itself, and back come reports or the failure.
public struct ReadingService: WorkerService {
    /// How a document becomes reports.
    public typealias Reading =
        @Sendable (
            _ bytes: SharedBytes, _ settings: ReadingSettings, _ source: String,
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
        guard [.read, .readTables, .readSheets, .readText].contains(request.kind),
            let document = connection.receiveDocument()
        else { return }
        do throws(ReadFailure) {
            let answer =
                switch request.kind {
                case .readTables: try tables(request.payload, document, connection)
                case .readSheets: try figureSheets(document.all)
                case .readText: try text(document.all)
                default: try reports(request.payload, document, connection)
                }
            connection.send(answer)
        } catch {
            var writer = ByteWriter()
            writer.value(error)
            connection.send(Frame(.failure, writer.bytes))
        }
    }

    private func reports(
        _ request: [UInt8], _ document: SharedBytes, _ connection: WorkerConnection
    ) throws(ReadFailure) -> Frame {
        let request = try Self.parsed { () throws(CodingProblem) in try ReadRequest(request) }
        var reports = try reading(document, request.settings, request.source, connection.progress)
        if !request.settings.keepsTables {
            for index in reports.indices { reports[index].tables = [] }
        }
        return Frame(.reports, ReportBundle.encode(reports))
    }

    static func parsed<Request>(_ parse: () throws(CodingProblem) -> Request) throws(ReadFailure) -> Request {
        do throws(CodingProblem) {
            return try parse()
        } catch {
            throw ReadFailure(.damaged, underlying: "request")
        }
    }
}

extension WorkerConnection {
    /// Tells the parent how far a document has got.
    var progress: ReadingPipeline.Progress {
        { page, count in
            var writer = ByteWriter()
            writer.integer(page)
            writer.integer(count)
            send(Frame(.progress, writer.bytes))
        }
    }
}
