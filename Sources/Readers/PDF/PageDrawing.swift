import QpdfBridge
import ReportModel

/// What a page's content draws besides text, in points from the top left of the page as displayed.
struct PageDrawing: Sendable {
    var rulings: [Ruling] = []
    var areas: [FilledArea] = []
    var pictures: [Box] = []
    /// The area of the largest picture, and its pixels for each point along its longer side.
    var largestPicture: (area: Double, pixelsPerPoint: Double) = (0, 0)
    /// Bounding boxes of curves and other shapes that are neither line nor area.
    var shapes: [Box] = []
    var textShows: [TextShow] = []
    /// Those of fonts that need tables from outside of the file, by their place in `textShows`.
    var mappedShows: [MappedFont: [Int]] = [:]
    /// What was painted over text that had been written before: whoever looks at the page sees no such text.
    private(set) var covers: [Box] = []
    private(set) var coveredShows: Set<Int> = []
    var isCut = false
    var isDamaged = false

    /// Notes an opaque area, with the strings that it hides.
    mutating func addCover(_ box: Box) {
        // An area too low for a line of writing hides none.
        guard box.height > 4, box.width > 2, coverChecks < Self.coverLimit else { return }
        coverChecks += textShows.count
        var hides = false
        for (index, show) in textShows.enumerated() where show.stands(in: box) {
            coveredShows.insert(index)
            // A watermark under shaded cells is no figure that somebody painted over.
            if !show.isSlanted { hides = true }
        }
        if hides { covers.append(box) }
    }

    /// White areas with the number of strings that had been shown before.
    private(set) var whiteAreas: [(box: Box, shows: Int)] = []

    mutating func addWhiteArea(_ box: Box) { whiteAreas.append((box, textShows.count)) }

    private var coverChecks = 0
    /// Strings compared with areas on one page; drawings of many thousand areas write no figures under them.
    private static let coverLimit = 20_000_000
}

extension PageDrawing {
    /// The turn that brings most of the page's strings upright: sheets are bound sideways, some files stand on their head.
    var uprightTurn: Turn {
        var counts = [0, 0, 0, 0]
        for show in textShows where !show.isSlanted {
            let quarters =
                abs(show.direction.x) > abs(show.direction.y)
                ? (show.direction.x > 0 ? 0 : 2) : (show.direction.y < 0 ? 1 : 3)
            counts[quarters] += 1
        }
        let most = counts.indices.max { counts[$0] < counts[$1] } ?? 0
        return most != 0 && counts[most] * 10 > counts.reduce(0, +) * 8 ? Turn(quarters: most) : .none
    }
}

extension PageDrawing {
    /// Whether a font's strings are on the page, and not one of them became text.
    func losesText(_ glyphs: [Glyph]) -> Bool {
        mappedShows.values.contains { shows in
            let seen = shows.prefix(Self.mostStrings).map { textShows[$0] }.filter { !$0.isInvisible }
            return !seen.isEmpty && !seen.contains { show in glyphs.contains { show.stands(in: $0.box.insetBy(-1)) } }
        }
    }

    /// Strings of a font that are looked for; where all of them are lost, so is the rest.
    private static let mostStrings = 100
}

/// Where a string is shown, and how. What it says is poppler's business.
struct TextShow: Sendable {
    var origin: Point
    /// The direction of writing, length 1.
    var direction: Point
    var fontSize: Double
    /// The same for the same character of the same font where a string is one character, 0 where it may be several.
    var code: UInt64
    var isInvisible: Bool
    /// White on white, or outside of what the page lets through: nobody sees it, and the text layer holds it.
    var isLost = false
    var colour = Colour.black
    /// What is outside of it is not seen.
    var clip: ClipBox

    /// Whether the first letter's middle lies in the box.
    func stands(in box: Box) -> Bool {
        let along = fontSize * 0.25
        let up = fontSize * 0.35
        return box.contains(
            x: origin.x + direction.x * along + direction.y * up, y: origin.y + direction.y * along - direction.x * up)
    }
}
