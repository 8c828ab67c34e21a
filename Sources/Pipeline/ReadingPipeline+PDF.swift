import Layout
private import LeptonicaBridge
import Readers
import ReportModel
private import Scans
import SystemBridge

extension ReadingPipeline {
    /// Text layers first. What they lack may stand in pictures of tables that somebody pasted between the text: those
    /// are looked at like scanned pages then, which takes a hundred times as long.
    func pdfReports(
        in bytes: SharedBytes, source: String, progress: Progress?
    ) throws(ReadFailure) -> [Report] {
        let reader = try openPDF(bytes)
        let time = ReadingTime(settings)
        var pasted: [Int: [Box]] = [:]
        let written = Result { () throws(ReadFailure) in
            try reports(of: reader, bytes, source, progress, time) { page in
                let pictures = page.pastedPictures
                if !pictures.isEmpty { pasted[page.number] = pictures }
            }
        }
        guard !pasted.isEmpty, written.lacksFigures else { return try written.get() }
        let seen = Result { () throws(ReadFailure) in
            try reports(of: reader, bytes, source, progress, time, seeing: pasted)
        }
        return try seen.finds(more: written) ? seen.get() : written.get()
    }

    /// - Parameter pasted: where pictures are read, by page.
    private func reports(
        of reader: PDFReader, _ bytes: SharedBytes, _ source: String, _ progress: Progress?, _ time: ReadingTime,
        seeing pasted: [Int: [Box]] = [:], visit: (Page) -> Void = { _ in }
    ) throws(ReadFailure) -> [Report] {
        let pictures = PictureReading(settings)
        var layout = try layout(of: reader, bytes, pictures, progress, time: time, seeing: pasted, visit: visit)
        layout.names = [reader.name].compactMap(\.self)
        let reports = try filled(layout, source: source)
        let display = DisplayPlaces(layout.pages)
        return pictures.evidence.applied(
            to: reports.map { BlankCheck.checked(display.report($0), reader: reader) })
    }

    /// - Parameter visit: sees each page before it is laid out.
    func layout(
        of reader: PDFReader, _ bytes: SharedBytes, _ pictures: PictureReading, _ progress: Progress?,
        time: ReadingTime? = nil, seeing pasted: [Int: [Box]] = [:], visit: (Page) -> Void = { _ in }
    ) throws(ReadFailure) -> DocumentLayout {
        try layout(reader.pageCount, pictures, progress, time: time, visit: visit) { number in
            defer { bytes.releasePages() }
            return self.source(number, of: reader, pictures, pasted: pasted[number] ?? [])
        }
    }

    /// A page by its text layer where that can be believed, else by what is seen on it.
    private func source(
        _ number: Int, of reader: PDFReader, _ pictures: PictureReading, pasted: [Box]
    ) -> PictureReading.Source {
        let page = reader.page(number)
        // Figures may be among what is left out; their cells would pass for blank ones.
        if let package = reader.missingPackage {
            return .failure(ReadFailure(.missingOnMachine(package: package), page: number))
        }
        switch page.state {
        case .readable where !pasted.isEmpty:
            let shown = picture(
                of: page, reader, pictures, pixelsPerPoint: pictures.resolution(for: page, pictureResolution: 0))?
                .showing(only: pasted)
            return shown.map { .pasted($0, on: page, at: pasted) } ?? .page(page)
        case .readable, .blank: return .page(page)
        case .noText, .garbage, .hiddenText:
            let resolution = pictures.resolution(for: page, pictureResolution: page.pictureResolution)
            let seen = picture(of: page, reader, pictures, pixelsPerPoint: resolution)
            return seen.map { .picture($0, otherwise: page) } ?? .page(page)
        }
    }

    private func picture(
        of page: Page, _ reader: PDFReader, _ pictures: PictureReading, pixelsPerPoint resolution: Double
    ) -> PagePicture? {
        pictures.prepareMemory()
        return reader.picture(of: page.number, pixelsPerPoint: resolution).map { inks in
            PagePicture(
                number: page.number, grey: inks.grey, colour: inks.colour, pixelsPerPoint: (resolution, resolution))
        }
    }

    func openPDF(_ bytes: SharedBytes) throws(ReadFailure) -> PDFReader {
        var passwords = settings.passwords[...]
        var reader: PDFReader?
        var password: String?
        repeat {
            do throws(ReadFailure) {
                reader = try PDFReader(bytes, password: password)
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
}

extension Result<[Report], ReadFailure> {
    /// Figures that stand nowhere on the pages that were read; nil where no report was found.
    private var lost: Int? {
        (try? get()).map { $0.flatMap(\.figures).count(where: \.places.isEmpty) }
    }

    fileprivate var lacksFigures: Bool {
        switch self {
        case .success: lost != 0
        case .failure(let failure): failure.code == .notAReport || failure.code == .tooDamagedToPlace
        }
    }

    /// Whether this reading is to be told instead of the other one: also why it failed, where the other found nothing.
    fileprivate func finds(more: Self) -> Bool {
        guard let before = more.lost else { return true }
        return lost.map { $0 < before } ?? false
    }
}
