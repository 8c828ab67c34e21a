public import Pipeline
public import ReportModel
public import SystemBridge

/// What is asked of a worker that looks for tables.
struct TablesRequest {
    var settings: ReadingSettings
    /// The pages are wanted as pictures, too.
    var draws: Bool

    func frame() -> Frame {
        var writer = ByteWriter()
        writer.value(settings)
        writer.bool(draws)
        return Frame(.readTables, writer.bytes)
    }

    init(settings: ReadingSettings, draws: Bool) {
        self.settings = settings
        self.draws = draws
    }

    init(_ payload: [UInt8]) throws(CodingProblem) {
        var reader = ByteReader(payload)
        settings = try reader.value()
        draws = try reader.bool()
    }
}

extension DocumentTables: Portable {
    func write(to writer: inout ByteWriter) {
        writer.array(tables)
        writer.array(pages)
    }

    init(from reader: inout ByteReader) throws(CodingProblem) {
        self.init(tables: try reader.array(), pages: try reader.array())
    }
}

extension ReadingService {
    func tables(_ request: [UInt8], _ document: SharedBytes, _ connection: WorkerConnection) throws(ReadFailure)
        -> Frame
    {
        let request: TablesRequest = try Self.parsed { () throws(CodingProblem) in try TablesRequest(request) }
        let drawing: ReadingPipeline.Drawing = { page, png in
            var writer = ByteWriter()
            writer.integer(page)
            connection.send(Frame(.drawing, writer.bytes + png))
        }
        let found = try ReadingPipeline(request.settings).tables(
            in: document, progress: connection.progress, drawing: request.draws ? drawing : nil)
        var writer = ByteWriter()
        writer.value(found)
        return Frame(.tables, writer.bytes)
    }
}

extension ConfinedReader {
    /// Every table of the document, or why there is none.
    ///
    /// - Parameter drawing: takes the pages as pictures; nil where nobody wants them.
    public func tables(
        in content: InputContent, settings: ReadingSettings = ReadingSettings(),
        progress: ReadingPipeline.Progress? = nil,
        drawing: ReadingPipeline.Drawing? = nil
    ) throws(ReadFailure) -> DocumentTables {
        let request = TablesRequest(settings: settings.within(launch.limits), draws: drawing != nil).frame()
        return try answer(to: request, about: content) { frame throws(CodingProblem) in
            var reader = ByteReader(frame.payload)
            switch frame.kind {
            case .progress:
                let page = try reader.integer()
                progress?(page, try reader.integer())
                return .goesOn
            case .drawing:
                let page = try reader.integer()
                drawing?(page, Array(reader.rest))
                return .goesOn
            case .tables: return .answer(try reader.value())
            case .failure: return .failure(try reader.value())
            default: throw reader.problem()
            }
        }
    }
}
