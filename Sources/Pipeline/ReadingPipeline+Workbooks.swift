import Readers
public import ReportModel

extension ReadingPipeline {
    /// The sheets of a workbook that have a figure in each row, as CSV; none where it holds a form, or something else.
    public func figureSheets(in bytes: [UInt8]) throws(ReadFailure) -> [[String]] {
        try Self.sheets(of: bytes, DocumentKind(sniffing: bytes)).compactMap(\.figures)
    }

    private static func sheets(of bytes: [UInt8], _ kind: DocumentKind) throws(ReadFailure) -> [Sheet] {
        switch kind {
        case .xlsx: try WorkbookReader.sheets(of: bytes)
        case .ods: try SpreadsheetReader.sheets(of: bytes)
        default: throw ReadFailure(.unsupportedKind(kind))
        }
    }

    /// The form as it is typed into a workbook.
    static func workbook(_ bytes: [UInt8], _ kind: DocumentKind) throws(ReadFailure) -> FlowingDocument {
        let sheets = try sheets(of: bytes, kind)
        // Figures that others took out are no report: they can be checked, and nothing else.
        guard sheets.allSatisfy({ !$0.holdsFigures }) else { throw ReadFailure(.unsupportedKind(kind)) }
        return FlowingDocument(sheets, encoding: kind == .xlsx ? "XLSX" : "ODS")
    }
}
