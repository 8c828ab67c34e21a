public import Pipeline
public import ReportModel

extension ReadingService {
    func office(_ request: [UInt8], _ document: [UInt8]) throws(ReadFailure) -> Frame {
        let source = try Self.parsed { () throws(CodingProblem) in
            var reader = ByteReader(request)
            return try reader.string()
        }
        switch try ReadingPipeline().officeContent(in: document, source: source) {
        case .reports(let reports): return Frame(.reports, ReportBundle.encode(reports))
        case .figures(let sheets):
            var writer = ByteWriter()
            writer.integer(sheets.count)
            for sheet in sheets { writer.array(sheet.lines) }
            return Frame(.sheets, writer.bytes)
        }
    }
}

extension ConfinedReader {
    /// What a workbook holds, or why that is nothing.
    public func officeContent(in bytes: [UInt8], source: String) throws(ReadFailure) -> OfficeContent {
        var request = ByteWriter()
        request.string(source)
        return try answer(to: Frame(.readOffice, request.bytes), about: .bytes(bytes)) { frame throws(CodingProblem) in
            var reader = ByteReader(frame.payload)
            switch frame.kind {
            case .reports: return .answer(.reports(try ReportBundle.decode(frame.payload)))
            case .sheets:
                var sheets: [TextDocument] = []
                for _ in 0..<(try reader.integer()) {
                    sheets.append(TextDocument(lines: try reader.array(), encoding: "XLSX"))
                }
                return .answer(.figures(sheets))
            case .failure: return .failure(try reader.value())
            default: throw reader.problem()
            }
        }
    }
}
