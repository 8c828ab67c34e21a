import ReportModel

/// What a page's content draws besides text, in points from the top left of the page as displayed.
struct PageDrawing: Sendable {
    var rulings: [Ruling] = []
    var areas: [FilledArea] = []
    var pictures: [Box] = []
    /// Bounding boxes of curves and other shapes that are neither line nor area.
    var shapes: [Box] = []
    var textShows: [TextShow] = []
    var isCut = false
    var isDamaged = false
}

/// Where a string is shown, and how. What it says is poppler's business.
struct TextShow: Sendable {
    var origin: Point
    /// The direction of writing, length 1.
    var direction: Point
    var fontSize: Double
    var isInvisible: Bool
}
