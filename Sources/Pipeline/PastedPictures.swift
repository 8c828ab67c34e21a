import LeptonicaBridge
import ReportModel
import Scans

extension Page {
    /// In parts of the page's width, and in points: the table of disputes is the lowest, a line of writing no table.
    private static let leastWidth = 0.4
    private static let leastHeight = 40.0
    /// A page of text has a handful of pictures; some producers cut one into strips.
    private static let mostPictures = 500

    /// Pictures on a page of text that are large enough for a table, and that nothing is written on.
    var pastedPictures: [Box] {
        guard state == .readable, turn == .none else { return [] }
        let wide = pictures.prefix(Self.mostPictures).filter { $0.width > Self.leastWidth * width }
        guard wide.map(\.height).reduce(0, +) > Self.leastHeight else { return [] }
        let free = wide.filter { picture in
            !glyphs.contains { !$0.scalar.isBlank && picture.contains(x: $0.box.midX, y: $0.box.midY) }
        }
        return free.map(\.height).reduce(0, +) > Self.leastHeight ? free : []
    }
}

extension PagePicture {
    /// The same page with white paper around these boxes; nil where it cannot be drawn.
    func showing(only boxes: [Box]) -> PagePicture? {
        let inside = boxes.map { box in
            let left = Int(box.x * pixelsPerPoint.x)
            let top = Int(box.y * pixelsPerPoint.y)
            return PixelBox(
                x: left, y: top, width: Int((box.maxX * pixelsPerPoint.x).rounded(.up)) - left,
                height: Int((box.maxY * pixelsPerPoint.y).rounded(.up)) - top)
        }
        let sheet = PixelBox(x: 0, y: 0, width: grey.width, height: grey.height)
        guard let around = grey.mask(of: [sheet])?.whitened(in: inside), let shown = grey.whitened(where: around) else {
            return nil
        }
        return PagePicture(
            number: number, grey: shown, colour: colour?.subtracting(around), pixelsPerPoint: pixelsPerPoint)
    }
}
