private import Forms
private import Layout
private import LeptonicaBridge
import Readers
public import ReportModel
private import Scans
public import SystemBridge
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
        try reports(in: SharedBytes(bytes), source: source, progress: progress)
    }

    /// Every report in the document: one, or one for each office of a 汇编.
    public func reports(
        in bytes: SharedBytes, source: String, progress: Progress? = nil
    ) throws(ReadFailure) -> [Report] {
        guard bytes.count > 0 else { throw ReadFailure(.empty) }
        let kind = DocumentKind(sniffing: bytes)
        let reports =
            switch kind {
            case .pdf: try pdfReports(in: bytes, source: source, progress: progress)
            case .text: try DumpReader.reports(in: TextReader.document(bytes.all), source: source)
            case .html, .mhtml, .docx, .xlsx, .ods: try flowingReports(in: bytes, kind, source: source)
            case .png, .jpeg, .tiff, .webp: try pictureReports(in: bytes, source: source, progress: progress)
            default: throw ReadFailure(.unsupportedKind(kind))
            }
        return Validator().validate(reports)
    }

    /// The lines that places in a document without pages are places in.
    public func lines(of bytes: [UInt8]) throws(ReadFailure) -> [String] {
        switch DocumentKind(sniffing: bytes) {
        case .text: try TextReader.document(bytes).lines
        case let kind: try Self.flowing(bytes, kind).text.lines
        }
    }

    /// A document without pages that is more than text.
    static func flowing(_ bytes: [UInt8], _ kind: DocumentKind) throws(ReadFailure) -> FlowingDocument {
        switch kind {
        case .html: try WebReader.page(of: bytes)
        case .mhtml: try WebReader.page(ofArchive: bytes)
        case .docx: try WordReader.document(of: bytes)
        case .xlsx, .ods: try workbook(bytes, kind)
        default: throw ReadFailure(.unsupportedKind(kind))
        }
    }

    private func pictureReports(
        in bytes: SharedBytes, source: String, progress: Progress?
    ) throws(ReadFailure) -> [Report] {
        let pictures = PictureReading(settings)
        let reports = try filled(layout(of: bytes, pictures, progress), source: source)
        return pictures.evidence.applied(to: reports)
    }

    /// Where the tables are none in the format's own sense, the document is read as the text that it shows.
    private func flowingReports(
        in bytes: SharedBytes, _ kind: DocumentKind, source: String
    ) throws(ReadFailure) -> [Report] {
        let document = try Self.flowing(bytes.all, kind)
        var layout = document.layout
        layout.text = document.text.lines
        do throws(ReadFailure) {
            return try FormReader.reports(in: layout, source: source)
        } catch {
            do throws(ReadFailure) {
                return try DumpReader.reports(in: document.text, names: document.layout.names, source: source)
            } catch {
                // What a script would fetch, or a frame show, only a browser knows.
                throw kind == .html || kind == .mhtml ? ReadFailure(.unsupportedKind(kind)) : error
            }
        }
    }

    func filled(_ layout: DocumentLayout, source: String) throws(ReadFailure) -> [Report] {
        do throws(ReadFailure) {
            return try FormReader.reports(in: layout, source: source).withUnread(layout.pages)
        } catch {
            // What stands on the pages that were not reached, nobody knows.
            guard let seconds = settings.seconds, layout.pages.contains(where: \.isUnread) else { throw error }
            throw ReadFailure(.timedOut(seconds: seconds))
        }
    }

    /// The layout of a file that is a picture.
    func layout(
        of bytes: SharedBytes, _ pictures: PictureReading, _ progress: Progress?
    ) throws(ReadFailure) -> DocumentLayout {
        let count = Picture.pageCount(of: bytes, limit: pageLimit)
        return try layout(count, pictures, progress) { number in
            defer { bytes.releasePages() }
            return source(number, of: bytes, pictures)
        }
    }

    /// The layout of a document's pages, their pictures read on as many threads as were asked for.
    ///
    /// - Parameter visit: sees each page before it is laid out.
    func layout(
        _ count: Int, _ pictures: PictureReading, _ progress: Progress?, time: ReadingTime? = nil,
        visit: (Page) -> Void = { _ in }, source: (Int) -> PictureReading.Source
    ) throws(ReadFailure) -> DocumentLayout {
        let numbers = try selectedPages(of: count)
        var builder = LayoutBuilder()
        var failure: ReadFailure?
        var done = 0
        var time = time ?? ReadingTime(settings)
        func take(_ outcome: PictureReading.Outcome) -> Bool {
            do throws(ReadFailure) {
                let page = try pictures.page(outcome)
                visit(page)
                builder.add(page)
                progress?(numbers[done], count)
                done += 1
                if case .scanned = outcome { time.tookScannedPage() }
                return !time.isOver
            } catch {
                failure = error
                return false
            }
        }
        Parallel.stream(
            count: numbers.count, threads: pictures.threads, state: { PictureReading.Reading() },
            make: { source(numbers[$0]) }, work: pictures.work, take: take)
        if let failure { throw failure }
        for number in numbers[done...] { builder.add(.notRead(number, .time)) }
        return builder.finish()
    }

    private func source(_ number: Int, of bytes: SharedBytes, _ pictures: PictureReading) -> PictureReading.Source {
        pictures.prepareMemory()
        let picture: Picture
        do throws(PictureFailure) {
            picture = try Picture.decoding(bytes, page: number - 1)
        } catch {
            switch error {
            case .damaged: return .failure(ReadFailure(.damaged, page: number))
            case .tooLarge(let width, let height):
                return .failure(
                    ReadFailure(
                        .overLimit, page: number,
                        detail: LocalisedText(
                            chinese: "\(width) × \(height) 像素，上限 \(Picture.pixelLimit) 像素",
                            english: "\(width) × \(height) pixels; the limit is \(Picture.pixelLimit)")))
            }
        }
        let resolution = pictures.resolution(of: picture)
        let blank = Page(
            number: number, width: Double(picture.width) / resolution.x, height: Double(picture.height) / resolution.y,
            method: .ocr, state: .blank)
        guard let inks = InkSeparation.of(picture) else { return .page(blank) }
        return .picture(
            PagePicture(number: number, grey: inks.grey, colour: inks.colour, pixelsPerPoint: resolution),
            otherwise: blank)
    }

    private func selectedPages(of count: Int) throws(ReadFailure) -> [Int] {
        let numbers = (1...max(1, count)).filter { settings.pages?.contains($0) ?? true }
        guard !numbers.isEmpty else { throw ReadFailure(.noSuchPages(count: count)) }
        return numbers
    }

    /// Pages a document may have: the longest 汇编 seen has some hundreds.
    var pageLimit: Int { 5000 }
}
