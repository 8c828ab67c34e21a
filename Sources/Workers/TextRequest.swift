import Pipeline
public import ReportModel

extension ReadingService {
    func text(_ document: [UInt8]) throws(ReadFailure) -> Frame {
        var writer = ByteWriter()
        writer.array(try ReadingPipeline().lines(of: document))
        return Frame(.text, writer.bytes)
    }
}

extension ConfinedReader {
    /// The lines that places in a document without pages are places in, or why there are none.
    public func lines(of bytes: [UInt8]) throws(ReadFailure) -> [String] {
        try answer(to: Frame(.readText), about: .bytes(bytes)) { frame throws(CodingProblem) in
            var reader = ByteReader(frame.payload)
            switch frame.kind {
            case .text: return .answer(try reader.array())
            case .failure: return .failure(try reader.value())
            default: throw reader.problem()
            }
        }
    }
}
