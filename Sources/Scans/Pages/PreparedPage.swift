public import LeptonicaBridge
import ReportModel

/// A page as a picture, before anything is done to it.
public struct PagePicture {
    public var number: Int
    /// Grey; red and blue ink already gone.
    public var grey: Picture
    /// Where the page has coloured ink, nil where it has none or nobody can tell.
    public var colour: Picture?
    /// Pixels to points of the page as displayed, in both directions: they differ for a fax.
    public var pixelsPerPoint: (x: Double, y: Double)

    public init(number: Int, grey: Picture, colour: Picture?, pixelsPerPoint: (x: Double, y: Double)) {
        self.number = number
        self.grey = grey
        self.colour = colour
        self.pixelsPerPoint = pixelsPerPoint
    }
}

extension PagePicture {
    /// Pixels to points of a sheet of paper: cameras and programs that put pictures into a PDF write any resolution into
    /// the file, and by theirs the page would be as large as a wall or as small as a stamp.
    var pixelsPerSheetPoint: (x: Double, y: Double) {
        let scale = SheetSize.scale(
            width: Double(grey.width) / pixelsPerPoint.x, height: Double(grey.height) / pixelsPerPoint.y)
        return (pixelsPerPoint.x * scale, pixelsPerPoint.y * scale)
    }
}

/// A page's picture laid upright and level, paper white, ink black.
struct PreparedPage {
    var grey: Picture
    var ink: Picture
    var colour: Picture?
    /// A seal on a page without colours.
    var pale: PaleInk.Finding?
    /// Of the sheet, see `PagePicture.pixelsPerSheetPoint`.
    var pixelsPerPoint: Double
    /// The height of its Chinese characters, in pixels.
    var em: Double
    var placing: Placing
    /// Whether it came in two tones: of a stroke that was too thin or too pale, nothing is left.
    var isBilevel = false
    /// Two tones, and so coarse that a minus can have fallen between two lines of the scanner.
    var losesSigns = false

    /// From the prepared picture back to the page as displayed.
    struct Placing: Sendable {
        /// Quarter turns clockwise that were made, then a turn by `angle` about the middle.
        var quarters = 0
        var angle = 0.0
        var width = 0.0
        var height = 0.0
        var pixelsPerPoint = 1.0

        /// In points of the page as displayed.
        func displayed(x: Double, y: Double) -> (x: Double, y: Double) {
            // Undo the small turn about the middle.
            let dx = x - width / 2
            let dy = y - height / 2
            let px = dx * cosine + dy * sine + width / 2
            let py = -dx * sine + dy * cosine + height / 2
            let (qx, qy) =
                switch ((quarters % 4) + 4) % 4 {
                case 1: (py, width - px)
                case 2: (width - px, height - py)
                case 3: (height - py, px)
                default: (px, py)
                }
            return (qx / pixelsPerPoint, qy / pixelsPerPoint)
        }

        private var cosine: Double { CosineSine.cosine(angle) }
        private var sine: Double { CosineSine.sine(angle) }
    }
}

/// Of small angles, without a library.
private enum CosineSine {
    static func sine(_ a: Double) -> Double { a - a * a * a / 6 + a * a * a * a * a / 120 }
    static func cosine(_ a: Double) -> Double { 1 - a * a / 2 + a * a * a * a / 24 }
}
