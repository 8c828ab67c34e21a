import LeptonicaBridge
public import ReportModel

/// A page read off its picture: what Layout needs, and what stands behind each reading.
public struct ScannedPage: Sendable {
    /// Laid straight: rulings level, in points.
    public var page: Page
    public var readings: [CellReading]
    /// The page as displayed, in points.
    public var displayedWidth: Double
    public var displayedHeight: Double
    var geometry: PageGeometry
    /// The lines that a title may be printed on.
    var headlines: [Headline] = []
}

extension ScannedPage {
    /// In points: what reaches over the edge of its picture, which lies there a little askew.
    private static let margin = 4.0
    /// In parts of the page's size.
    private static let leastShift = 0.03

    /// Lays what was read off pictures on a page of text over that page: text stays text around them.
    ///
    /// - Returns: false where a picture does not stand upright, so that nothing of it can be laid there.
    public mutating func lie(on text: Page, at pictures: [Box]) -> Bool {
        let sheet = Box(x: 0, y: 0, width: text.width, height: text.height)
        let outline = geometry.displayed(sheet)
        let upright = geometry.displayed(Box(x: 0, y: 0, width: text.width / 2, height: text.height / 2))
        guard abs(outline.width - sheet.width) < Self.leastShift * sheet.width,
            abs(outline.height - sheet.height) < Self.leastShift * sheet.height,
            upright.midX < sheet.midX, upright.midY < sheet.midY
        else { return false }
        let read = page
        page = text
        page.glyphs += read.glyphs
        page.rulings += read.rulings
        page.pasted = pictures.map { $0.insetBy(-Self.margin) }
        geometry.pasted = page.pasted
        headlines = []
        return true
    }

    /// Where the columns of a table laid straight begin and end, in points of the sheet.
    public struct TableEdges: Sendable, Hashable {
        public var columns: [Double]
    }

    /// Of the first and of the last ruled table on the page, nil where there is none.
    public var firstTable: TableEdges? { geometry.grids.first.flatMap(edges) }
    public var lastTable: TableEdges? { geometry.grids.last.flatMap(edges) }

    private func edges(of grid: TableGrid) -> TableEdges? {
        guard grid.columnEdges.count > 1 else { return nil }
        return TableEdges(columns: grid.columnEdges.map { geometry.sheet.there($0 / geometry.pixelsPerPoint) })
    }

    /// Lays the page over the one before, so that a table that goes on has its columns in the same places: each sheet
    /// lay a little differently on the scanner's glass, or before the camera.
    public mutating func align(with previous: TableEdges?) {
        guard let previous, let own = firstTable, let map = SheetMap(laying: own.columns, over: previous.columns) else {
            return
        }
        func moved(_ box: Box) -> Box {
            Box(fromX: map.there(box.x), y: box.y, toX: map.there(box.maxX), y: box.maxY)
        }
        for index in page.glyphs.indices { page.glyphs[index].box = moved(page.glyphs[index].box) }
        for index in page.rulings.indices {
            let ruling = page.rulings[index]
            if ruling.direction == .vertical {
                page.rulings[index].position = map.there(ruling.position)
            } else {
                page.rulings[index].start = map.there(ruling.start)
                page.rulings[index].end = map.there(ruling.end)
            }
        }
        for index in readings.indices {
            readings[index].box = moved(readings[index].box)
            readings[index].cell = readings[index].cell.map(moved)
        }
        geometry.sheet = map
    }
}

/// How a page is stretched from left to right to lie over the one before.
struct SheetMap: Sendable {
    /// Places that are known on both, from left to right.
    private let own: [Double]
    private let target: [Double]

    static let same = SheetMap(own: [0, 1], target: [0, 1])

    private init(own: [Double], target: [Double]) {
        self.own = own
        self.target = target
    }

    /// Lays columns over others of about the same width, their inner edges too where most of them match; nil where the
    /// tables are too different to be one.
    init?(laying own: [Double], over target: [Double]) {
        guard let left = own.first, let right = own.last, let targetLeft = target.first, let targetRight = target.last,
            right > left, targetRight > targetLeft
        else { return nil }
        let scale = (targetRight - targetLeft) / (right - left)
        guard abs(scale - 1) < 0.06, abs(targetLeft - left) < 90 else { return nil }
        let tolerance = 0.016 * (targetRight - targetLeft)
        var pairs: [(Double, Double)] = []
        for edge in own.dropFirst().dropLast() {
            let place = targetLeft + (edge - left) * scale
            let nearest = target.dropFirst().dropLast().min { abs($0 - place) < abs($1 - place) }
            guard let nearest, abs(nearest - place) < tolerance, nearest > pairs.last?.1 ?? targetLeft else { continue }
            pairs.append((edge, nearest))
        }
        let fewer = min(own.count, target.count) - 2
        // A table of other columns has some of them near these by chance.
        if pairs.count * 10 < fewer * 9 { pairs = [] }
        self.own = [left] + pairs.map(\.0) + [right]
        self.target = [targetLeft] + pairs.map(\.1) + [targetRight]
    }

    func there(_ x: Double) -> Double { Self.mapped(x, own, target) }
    func back(_ x: Double) -> Double { Self.mapped(x, target, own) }

    /// Beyond the ends the last stretch goes on.
    private static func mapped(_ x: Double, _ from: [Double], _ to: [Double]) -> Double {
        let next = from.dropFirst().dropLast().firstIndex { $0 > x } ?? from.count - 1
        let width = from[next] - from[next - 1]
        guard width > 0 else { return to[next] }
        return to[next - 1] + (x - from[next - 1]) / width * (to[next] - to[next - 1])
    }
}

/// From the page laid straight back to the page as displayed.
struct PageGeometry: Sendable {
    var grids: [TableGrid]
    var pixelsPerPoint: Double
    var placing: PreparedPage.Placing
    /// How the page was laid over the one before.
    var sheet = SheetMap.same
    /// Nil where lines stand around every cell.
    var whitePlaces: WhitePlaces?
    /// The height of a character, in pixels.
    var em = 0.0
    /// See `PreparedPage.losesSigns`.
    var losesSigns = false
    /// Where the picture lies on a page of text; empty where it is the page.
    var pasted: [Box] = []
    var emInPoints: Double { em / pixelsPerPoint }

    /// No picture has pixels further off than this.
    private static let farthest = 100_000.0

    /// Whether a box of the page laid straight is as large as a cell and shows nothing but paper.
    func isWhite(_ box: Box) -> Bool {
        let corners = corners(of: box)
        let (left, right) = (corners.map(\.x).min() ?? 0, corners.map(\.x).max() ?? 0)
        let (top, bottom) = (corners.map(\.y).min() ?? 0, corners.map(\.y).max() ?? 0)
        let reach = -Self.farthest...Self.farthest
        guard right - left > em, bottom - top > 0.8 * em, reach.contains(left), reach.contains(right),
            reach.contains(top), reach.contains(bottom)
        else { return false }
        return whitePlaces?.isWhite(
            PixelBox(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top))) ?? false
    }

    /// The box on the page as displayed around what stands in a box of the page laid straight.
    func displayed(_ box: Box) -> Box {
        guard pasted.isEmpty || pasted.contains(where: { $0.contains(x: box.midX, y: box.midY) }) else { return box }
        let corners = corners(of: box).map { placing.displayed(x: $0.x, y: $0.y) }
        let xs = corners.map(\.x)
        let ys = corners.map(\.y)
        return Box(
            fromX: xs.min() ?? box.x, y: ys.min() ?? box.y, toX: xs.max() ?? box.maxX, y: ys.max() ?? box.maxY)
    }

    /// Where they stand on the picture, in pixels.
    private func corners(of box: Box) -> [(x: Double, y: Double)] {
        [(box.x, box.y), (box.maxX, box.y), (box.x, box.maxY), (box.maxX, box.maxY)].map { x, y in
            actual(x: sheet.back(x) * pixelsPerPoint, y: y * pixelsPerPoint)
        }
    }

    private func actual(x: Double, y: Double) -> (x: Double, y: Double) {
        for grid in grids {
            if let place = grid.actual(x: x, y: y) { return place }
        }
        return (x, y)
    }
}

extension TableGrid {
    /// Where a place of the table laid straight stands on the picture; nil outside of it.
    func actual(x: Double, y: Double) -> (x: Double, y: Double)? {
        guard let row = Self.interval(rowEdges, y), let column = Self.interval(columnEdges, x) else { return nil }
        let s = Self.share(columnEdges, column, x)
        let t = Self.share(rowEdges, row, y)
        let top = Self.between(corners[row][column], corners[row][column + 1], s)
        let bottom = Self.between(corners[row + 1][column], corners[row + 1][column + 1], s)
        let place = Self.between(top, bottom, t)
        return (place.x, place.y)
    }

    /// The inverse: where a place on the picture stands when the table is laid straight.
    func straight(x: Double, y: Double) -> (x: Double, y: Double) {
        let outline = straightBox
        var place = (x: x, y: y)
        // A table is bent by little: a few steps settle it.
        for _ in 0..<5 {
            let inside = (
                x: min(max(place.x, outline.x), outline.maxX), y: min(max(place.y, outline.y), outline.maxY)
            )
            guard let there = actual(x: inside.x, y: inside.y) else { break }
            place = (inside.x + x - there.x, inside.y + y - there.y)
        }
        return place
    }

    private static func interval(_ edges: [Double], _ value: Double) -> Int? {
        guard let first = edges.first, let last = edges.last, value >= first - 0.01, value <= last + 0.01,
            edges.count > 1
        else { return nil }
        return max(0, min(edges.count - 2, (edges.firstIndex { $0 > value } ?? edges.count - 1) - 1))
    }

    private static func share(_ edges: [Double], _ index: Int, _ value: Double) -> Double {
        let length = edges[index + 1] - edges[index]
        return length > 0 ? min(max((value - edges[index]) / length, 0), 1) : 0
    }

    private static func between(_ a: Corner, _ b: Corner, _ share: Double) -> Corner {
        Corner(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
    }
}
