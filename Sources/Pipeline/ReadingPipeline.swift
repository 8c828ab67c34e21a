private import Forms
private import Layout
private import Readers
public import ReportModel
private import Validation

/// From bytes to validated reports: the one path that the command, the batch and the review page share.
public struct ReadingPipeline: Sendable {
    /// Told after each page: its number and the document's number of pages.
    public typealias Progress = @Sendable (_ page: Int, _ count: Int) -> Void

    public var settings: ReadingSettings

    public init(_ settings: ReadingSettings = ReadingSettings()) {
        self.settings = settings
    }

    /// Every report in the document: one, or one for each office of a 汇编.
    public func reports(
        in bytes: [UInt8], source: String, progress: Progress? = nil
    ) throws(ReadFailure) -> [Report] {
        guard !bytes.isEmpty else { throw ReadFailure(.empty) }
        let kind = DocumentKind(sniffing: bytes)
        let reports =
            switch kind {
            case .pdf: try pdfReports(in: bytes, source: source, progress: progress)
            case .text: try DumpReader.reports(in: TextReader.document(bytes), source: source)
            default: throw ReadFailure(.unsupportedKind(kind))
            }
        let validator = Validator()
        return reports.map(validator.validate)
    }

    /// Every table of the document, in order, whatever it is.
    public func tables(in bytes: [UInt8], progress: Progress? = nil) throws(ReadFailure) -> [Table] {
        guard !bytes.isEmpty else { throw ReadFailure(.empty) }
        let kind = DocumentKind(sniffing: bytes)
        guard kind == .pdf else { throw ReadFailure(.unsupportedKind(kind)) }
        return layout(of: try openPDF(bytes), progress).blocks.compactMap {
            if case .table(let table) = $0 { table } else { nil }
        }
    }

    private func pdfReports(
        in bytes: [UInt8], source: String, progress: Progress?
    ) throws(ReadFailure) -> [Report] {
        let reader = try openPDF(bytes)
        let layout = layout(of: reader, progress)
        let reports = try FormReader.reports(in: layout, source: source)
        return reports.map { BlankCheck.checked($0, reader: reader) }
    }

    /// Pages a document may have: the longest 汇编 seen has some hundreds.
    private var pageLimit: Int { 5000 }

    private func openPDF(_ bytes: [UInt8]) throws(ReadFailure) -> PDFReader {
        var passwords = settings.passwords[...]
        var reader: PDFReader?
        var password: String?
        repeat {
            do throws(ReadFailure) {
                reader = try PDFReader(bytes: bytes, password: password)
            } catch {
                guard error.code == .encrypted, let next = passwords.popFirst() else { throw error }
                password = next
            }
        } while reader == nil
        guard let reader else { throw ReadFailure(.encrypted) }
        guard reader.pageCount <= pageLimit else {
            throw ReadFailure(
                .overLimit,
                detail: LocalisedText(
                    chinese: "\(reader.pageCount) 页，上限 \(pageLimit) 页",
                    english: "\(reader.pageCount) pages; the limit is \(pageLimit)"))
        }
        return reader
    }

    private func layout(of reader: PDFReader, _ progress: Progress?) -> DocumentLayout {
        var builder = LayoutBuilder()
        let count = reader.pageCount
        for number in 1...max(1, count) where settings.pages?.contains(number) ?? true {
            builder.add(reader.page(number))
            progress?(number, count)
        }
        return builder.finish()
    }
}
