/// The part of PDF's graphics state that decides which lines are seen where.
struct GraphicsState: Sendable {
    var matrix = Matrix()
    /// In displayed points.
    var clip: ClipBox
    var lineWidth = 1.0
    var fill = Colour.black
    var stroke = Colour.black
    var isTransparent = false
    var font = ""
    var fontSize = 0.0
    var leading = 0.0
    var renderingMode = 0
}

struct Colour: Sendable {
    var red: Float
    var green: Float
    var blue: Float

    static let black = Colour(red: 0, green: 0, blue: 0)

    init(red: Float, green: Float, blue: Float) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// By the number of components, whatever the colour space is called: grey, RGB, CMYK. An index or a tint of some
    /// other space counts as dark, so that nothing that may be seen is lost.
    init?(components n: [Double]) {
        switch n.count {
        case 1: self.init(red: Float(n[0]), green: Float(n[0]), blue: Float(n[0]))
        case 3: self.init(red: Float(n[0]), green: Float(n[1]), blue: Float(n[2]))
        case 4:
            self.init(
                red: Float(max(0, 1 - n[0] - n[3])), green: Float(max(0, 1 - n[1] - n[3])),
                blue: Float(max(0, 1 - n[2] - n[3])))
        default: return nil
        }
    }

    var isWhite: Bool { min(red, green, blue) > 0.985 }
}

/// The bounding box of the clipping path: enough to know which part of a line is seen.
struct ClipBox: Sendable {
    var x0: Double
    var y0: Double
    var x1: Double
    var y1: Double

    var isEmpty: Bool { x1 < x0 || y1 < y0 }

    func intersection(_ other: ClipBox) -> ClipBox {
        ClipBox(x0: max(x0, other.x0), y0: max(y0, other.y0), x1: min(x1, other.x1), y1: min(y1, other.y1))
    }
}
