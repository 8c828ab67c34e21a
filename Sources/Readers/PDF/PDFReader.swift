public import LeptonicaBridge
private import PopplerBridge
private import QpdfBridge
public import ReportModel
public import SystemBridge

/// A PDF, given page by page: text, boxes and fonts by poppler, lines and areas by qpdf.
public final class PDFReader {
    /// What a hostile page is cut at, so that it ends in bounded time and memory.
    static let glyphLimit = 200_000

    private let poppler: PopplerDocument
    /// The package without which the machine cannot know some of the text of the pages read so far.
    public private(set) var missingPackage: String?
    /// Nil where qpdf cannot open what poppler can: the pages come without lines then.
    private let qpdf: QpdfDocument?

    /// Throws `encrypted` or `damaged` with the libraries' own words.
    public convenience init(bytes: [UInt8], password: String? = nil) throws(ReadFailure) {
        try self.init(SharedBytes(bytes), password: password)
    }

    /// Throws `encrypted` or `damaged` with the libraries' own words.
    public init(_ bytes: SharedBytes, password: String? = nil) throws(ReadFailure) {
        var bytes = bytes
        if let password { bytes = try Self.decrypted(bytes, password: password) }
        do throws(PopplerFailure) {
            poppler = try PopplerDocument(bytes: bytes)
        } catch {
            throw ReadFailure(error.reason == .encrypted ? .encrypted : .damaged, underlying: error.message)
        }
        guard poppler.pageCount > 0 else { throw ReadFailure(.damaged, underlying: "no pages") }
        qpdf = try? QpdfDocument(bytes: bytes, password: nil)
    }

    private static func decrypted(_ bytes: SharedBytes, password: String) throws(ReadFailure) -> SharedBytes {
        do throws(QpdfFailure) {
            return try QpdfDocument(bytes: bytes, password: password).decrypted()
        } catch {
            throw ReadFailure(error.isPassword ? .encrypted : .damaged, underlying: error.message)
        }
    }

    public var pageCount: Int { poppler.pageCount }

    /// The title in the document's properties.
    public var name: String? { poppler.title }

    /// A page by its number from 1; blank with a warning where it cannot be loaded.
    public func page(_ number: Int) -> Page {
        guard let source = poppler.page(at: number - 1) else {
            return Page(
                number: number, width: 0, height: 0, state: .blank, warnings: [.damagedContent("page not loadable")])
        }
        let size = source.size
        let text = source.text(limit: Self.glyphLimit)
        let drawing = drawing(of: number, width: size.width, height: size.height)
        if !drawing.mappedShows.isEmpty, !CharacterMaps.areInstalled,
            drawing.losesText(text.glyphs + text.whiteGlyphs)
        {
            missingPackage = CharacterMaps.package
        }
        var page = Page(
            number: number, width: size.width, height: size.height, fonts: text.fonts, rulings: drawing.rulings,
            areas: drawing.areas.filter { !$0.isWhite }, pictures: drawing.pictures)
        page.pictureResolution = drawing.largestPicture.pixelsPerPoint
        page.glyphs = VisibleText.glyphs(of: text.glyphs, white: text.whiteGlyphs, drawing: drawing)
        page.state = PageState(judging: page, drawing: drawing)
        page.covers = drawing.covers + source.overlays
        if page.state == .readable { page.covers += UnsureDigits.boxes(in: page.glyphs, of: text.glyphs, drawing) }
        if text.isCut { page.warnings.append(.tooManyGlyphs(limit: Self.glyphLimit)) }
        if drawing.isCut { page.warnings.append(.tooManySegments(limit: ContentInterpreter.Limits().segments)) }
        if drawing.isDamaged { page.warnings.append(.damagedContent("")) }
        return MarkedGlyphs.marked(page.turned(drawing.uprightTurn))
    }

    /// Whether anything is drawn inside each of these boxes of one page, whatever the text layer says.
    public func hasInk(in boxes: [Box], page number: Int) -> [Bool] {
        poppler.page(at: number - 1)?.hasInk(in: boxes) ?? boxes.map { _ in true }
    }

    /// The page as a PNG, 144 pixels an inch, with marks drawn over it; nil where it cannot be rendered.
    public func png(of number: Int, marks: [PageMark]) -> [UInt8]? {
        poppler.page(at: number - 1)?.png(pixelsPerPoint: 2, marks: marks)
    }

    /// The page as a picture, coloured ink taken off; nil where it cannot be rendered.
    public func picture(of number: Int, pixelsPerPoint: Double) -> InkSeparation? {
        poppler.page(at: number - 1)?.picture(pixelsPerPoint: pixelsPerPoint)
    }

    /// The page's width and height in points as displayed; nil where it cannot be loaded.
    public func size(of number: Int) -> (width: Double, height: Double)? {
        poppler.page(at: number - 1)?.size
    }

    /// A part of the page for people to look at, as a PNG file.
    public func png(of box: Box, page number: Int, pixelsPerPoint: Double, pixelLimit: Double) -> [UInt8]? {
        poppler.page(at: number - 1)?.png(of: box, pixelsPerPoint: pixelsPerPoint, pixelLimit: pixelLimit)
    }

    private func drawing(of number: Int, width: Double, height: Double) -> PageDrawing {
        guard let qpdf, let page = qpdf.page(at: number - 1) else {
            var nothing = PageDrawing()
            nothing.isDamaged = true
            return nothing
        }
        var interpreter = ContentInterpreter(
            document: qpdf, display: page.displayMatrix, width: width, height: height)
        return interpreter.run(page)
    }

    /// The versions of the libraries that read PDFs, for `--version`.
    public static var linkedVersions: [(name: String, version: String)] {
        [("poppler", PopplerDocument.linkedVersion), ("qpdf", QpdfDocument.linkedVersion)]
    }
}

extension QpdfPage {
    /// From user space to points from the top left of the page as displayed.
    fileprivate var displayMatrix: Matrix {
        var x0 = max(mediaBox.x0, cropBox.x0)
        var y0 = max(mediaBox.y0, cropBox.y0)
        var x1 = min(mediaBox.x1, cropBox.x1)
        var y1 = min(mediaBox.y1, cropBox.y1)
        if x1 <= x0 || y1 <= y0 { (x0, y0, x1, y1) = mediaBox }
        return switch ((rotation % 360) + 360) % 360 {
        case 90: Matrix(a: 0, b: 1, c: 1, d: 0, e: -y0, f: -x0)
        case 180: Matrix(a: -1, b: 0, c: 0, d: 1, e: x1, f: -y0)
        case 270: Matrix(a: 0, b: -1, c: -1, d: 0, e: y1, f: x1)
        default: Matrix(a: 1, b: 0, c: 0, d: -1, e: -x0, f: y1)
        }
    }
}
