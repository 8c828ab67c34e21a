private import Forms
private import Layout
import Readers
public import ReportModel
private import Validation

/// What a workbook holds.
public enum OfficeContent: Sendable {
    /// Sheets with a figure in each row, as CSV.
    case figures([TextDocument])
    /// The statutory form itself.
    case reports([Report])
}

extension ReadingPipeline {
    /// The figures of a workbook: those of its form, or its sheets of figures.
    public func officeContent(in bytes: [UInt8], source: String) throws(ReadFailure) -> OfficeContent {
        let kind = DocumentKind(sniffing: bytes)
        switch kind {
        case .xlsx, .ods:
            let sheets = try kind == .xlsx ? WorkbookReader.sheets(of: bytes) : SpreadsheetReader.sheets(of: bytes)
            let figures = sheets.compactMap(\.figures)
            guard figures.isEmpty else { return .figures(figures) }
            let layout = DocumentLayout(blocks: sheets.flatMap(\.blocks), pages: [])
            return .reports(try reports(in: layout, source: source))
        default: throw ReadFailure(.unsupportedKind(kind))
        }
    }

    private func reports(in layout: DocumentLayout, source: String) throws(ReadFailure) -> [Report] {
        guard !layout.blocks.isEmpty else { throw ReadFailure(.empty) }
        do throws(ReadFailure) {
            return Validator().validate(try FormReader.reports(in: layout, source: source))
        } catch {
            throw error.code == .empty || error.code == .notAReport ? Self.noReport(layout) : error
        }
    }

    /// What stands there instead; there are no pages that could be blank.
    private static func noReport(_ layout: DocumentLayout) -> ReadFailure {
        let lines = layout.blocks.compactMap { block in
            if case .line(let line) = block { line.text } else { nil }
        }
        let tables = layout.blocks.count - lines.count
        let opening = String(lines.first?.prefix(40) ?? "")
        return ReadFailure(
            .notAReport,
            detail: LocalisedText(
                chinese: "共 \(tables) 个表，开头为“\(opening)”", english: "\(tables) tables, beginning “\(opening)”"))
    }
}
