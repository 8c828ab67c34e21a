private import LeptonicaBridge
import Readers
public import ReportModel
private import Scans
public import SystemBridge

/// A part of a page that somebody wants to look at.
public struct PageCrop: Sendable, Hashable {
    /// From 1.
    public var page: Int
    /// In points on the page as displayed; nil for the whole page.
    public var box: Box?
    public var pixelsPerPoint: Double

    public init(page: Int, box: Box?, pixelsPerPoint: Double) {
        self.page = page
        self.box = box
        self.pixelsPerPoint = pixelsPerPoint
    }
}

/// A document that is open for drawing its pages.
public final class DocumentPictures {
    private enum Source {
        case pdf(PDFReader)
        case picture(SharedBytes)
    }

    private let source: Source
    private let settings: ReadingSettings
    /// Decoding takes longer than all the rest.
    private var decoded: (page: Int, picture: Picture)?

    /// Larger ones no screen shows.
    static let pixelLimit = 24_000_000.0

    /// Throws what opening a document throws, and `unsupportedKind` for what has no pages.
    public init(_ bytes: SharedBytes, settings: ReadingSettings = ReadingSettings()) throws(ReadFailure) {
        self.settings = settings
        let kind = DocumentKind(sniffing: bytes)
        switch kind {
        case .pdf: source = .pdf(try ReadingPipeline(settings).openPDF(bytes))
        case .png, .jpeg, .tiff, .webp: source = .picture(bytes)
        default: throw ReadFailure(.unsupportedKind(kind))
        }
    }

    /// The crop as a PNG file; nil where there is nothing to draw.
    public func png(_ crop: PageCrop) -> [UInt8]? {
        guard crop.pixelsPerPoint > 0, crop.pixelsPerPoint <= 20 else { return nil }
        switch source {
        case .pdf(let reader):
            guard let size = reader.size(of: crop.page) else { return nil }
            let page = Box(x: 0, y: 0, width: size.width, height: size.height)
            guard let box = crop.box.map({ $0.intersection(page) }) ?? page else { return nil }
            return reader.png(
                of: box, page: crop.page, pixelsPerPoint: crop.pixelsPerPoint, pixelLimit: Self.pixelLimit)
        case .picture(let bytes): return png(crop, of: bytes)
        }
    }

    private func png(_ crop: PageCrop, of bytes: SharedBytes) -> [UInt8]? {
        guard let picture = picture(crop.page, of: bytes) else { return nil }
        let resolution = PictureReading(settings).resolution(of: picture)
        var part = picture
        if let box = crop.box {
            let whole = Box(x: 0, y: 0, width: Double(picture.width), height: Double(picture.height))
            let pixels = Box(
                x: box.x * resolution.x, y: box.y * resolution.y, width: box.width * resolution.x,
                height: box.height * resolution.y)
            guard let inside = pixels.intersection(whole), inside.width >= 1, inside.height >= 1,
                let cropped = picture.cropped(
                    to: PixelBox(
                        x: Int(inside.x), y: Int(inside.y), width: Int(inside.width.rounded(.up)),
                        height: Int(inside.height.rounded(.up))))
            else { return nil }
            part = cropped
        }
        let scale = (x: crop.pixelsPerPoint / resolution.x, y: crop.pixelsPerPoint / resolution.y)
        guard Double(part.width) * scale.x * Double(part.height) * scale.y <= Self.pixelLimit else { return nil }
        // Two levels of grey, shrunk, would lose strokes.
        let scaled =
            part.depth == 1 && scale.x < 1 ? part.reducedToGrey(by: scale.x) : part.scaled(x: scale.x, y: scale.y)
        let png = (scaled ?? part).png
        return png.isEmpty ? nil : png
    }

    private func picture(_ page: Int, of bytes: SharedBytes) -> Picture? {
        if let decoded, decoded.page == page { return decoded.picture }
        guard page >= 1, let picture = try? Picture.decoding(bytes, page: page - 1) else { return nil }
        decoded = (page, picture)
        return picture
    }
}
