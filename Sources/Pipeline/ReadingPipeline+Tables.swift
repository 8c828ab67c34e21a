private import Layout
import Readers
public import ReportModel
public import SystemBridge

/// Every table of a document, in order, and what is known of its pages.
public struct DocumentTables: Sendable {
    public var tables: [Table]
    public var pages: [PageSummary]

    public init(tables: [Table], pages: [PageSummary]) {
        self.tables = tables
        self.pages = pages
    }
}

extension ReadingPipeline {
    /// Takes the picture of a page, a PNG, with what was found on it drawn in colours.
    public typealias Drawing = @Sendable (_ page: Int, _ png: [UInt8]) -> Void

    /// Every table of a document, whatever it is: no form is asked for.
    ///
    /// - Parameter drawing: nil where nobody wants the pages drawn; only those of a PDF are.
    public func tables(
        in bytes: SharedBytes, progress: Progress? = nil, drawing: Drawing? = nil
    ) throws(ReadFailure) -> DocumentTables {
        guard bytes.count > 0 else { throw ReadFailure(.empty) }
        let kind = DocumentKind(sniffing: bytes)
        let pictures = PictureReading(settings)
        switch kind {
        case .pdf:
            let reader = try openPDF(bytes)
            var traces: [PageTrace] = []
            let layout = try layout(of: reader, bytes, pictures, progress) { page in
                if drawing != nil { traces.append(PageTrace(page)) }
            }
            if let drawing { draw(traces, layout, reader, drawing) }
            return tables(of: layout)
        case .png, .jpeg, .tiff, .webp: return tables(of: try layout(of: bytes, pictures, progress))
        default: return tables(of: try Self.flowing(bytes.all, kind).layout)
        }
    }

    private func tables(of layout: DocumentLayout) -> DocumentTables {
        let display = DisplayPlaces(layout.pages)
        return DocumentTables(tables: layout.tables.map(display.table), pages: layout.pages)
    }

    private func draw(_ traces: [PageTrace], _ layout: DocumentLayout, _ reader: PDFReader, _ drawing: Drawing) {
        let display = DisplayPlaces(layout.pages)
        let tables = layout.tables
        for trace in traces {
            let marks = trace.marks(tables).map { mark in
                var mark = mark
                mark.box = display.box(mark.box, trace.page)
                return mark
            }
            if let png = reader.png(of: trace.page, marks: marks) { drawing(trace.page, png) }
        }
    }
}

extension DocumentLayout {
    fileprivate var tables: [Table] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }
}
