import Pipeline
public import ReportModel

extension ReadingService {
    func figureSheets(_ document: [UInt8]) throws(ReadFailure) -> Frame {
        let sheets = try ReadingPipeline().figureSheets(in: document)
        var writer = ByteWriter()
        writer.integer(sheets.count)
        for sheet in sheets { writer.array(sheet) }
        return Frame(.sheets, writer.bytes)
    }
}

extension ConfinedReader {
    /// The sheets of a workbook that have a figure in each row, as CSV; none where it holds something else.
    public func figureSheets(in bytes: [UInt8]) throws(ReadFailure) -> [[String]] {
        try answer(to: Frame(.readSheets, []), about: .bytes(bytes)) { frame throws(CodingProblem) in
            var reader = ByteReader(frame.payload)
            switch frame.kind {
            case .sheets:
                var sheets: [[String]] = []
                for _ in 0..<(try reader.integer()) {
                    sheets.append(try reader.array())
                }
                return .answer(sheets)
            case .failure: return .failure(try reader.value())
            default: throw reader.problem()
            }
        }
    }
}
