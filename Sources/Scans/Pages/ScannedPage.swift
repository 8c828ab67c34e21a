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
}

extension ScannedPage {
    /// The left and right edges of a table laid straight, in points.
    public struct TableEdges: Sendable, Hashable {
        public var left: Double
        public var right: Double
    }

    /// Of the first and of the last ruled table on the page, nil where there is none.
    public var firstTable: TableEdges? { geometry.grids.first.flatMap(edges) }
    public var lastTable: TableEdges? { geometry.grids.last.flatMap(edges) }

    private func edges(of grid: TableGrid) -> TableEdges? {
        guard let left = grid.columnEdges.first, let right = grid.columnEdges.last else { return nil }
        return TableEdges(
            left: geometry.sheet(left / geometry.pixelsPerPoint), right: geometry.sheet(right / geometry.pixelsPerPoint)
        )
    }

    /// Lays the page over the one before, so that a table that goes on has its columns in the same places: each sheet
    /// lay a little differently on the scanner's glass.
    public mutating func align(with previous: TableEdges?) {
        guard let previous, let own = firstTable, own.right > own.left else { return }
        let scale = (previous.right - previous.left) / (own.right - own.left)
        guard abs(scale - 1) < 0.06, abs(previous.left - own.left) < 90 else { return }
        let shift = previous.left - own.left * scale
        func moved(_ box: Box) -> Box {
            Box(x: box.x * scale + shift, y: box.y, width: box.width * scale, height: box.height)
        }
        for index in page.glyphs.indices { page.glyphs[index].box = moved(page.glyphs[index].box) }
        for index in page.rulings.indices {
            let ruling = page.rulings[index]
            if ruling.direction == .vertical {
                page.rulings[index].position = ruling.position * scale + shift
            } else {
                page.rulings[index].start = ruling.start * scale + shift
                page.rulings[index].end = ruling.end * scale + shift
            }
        }
        for index in readings.indices {
            readings[index].box = moved(readings[index].box)
            readings[index].cell = readings[index].cell.map(moved)
        }
        geometry.sheetScale *= scale
        geometry.sheetShift = geometry.sheetShift * scale + shift
    }
}

/// From the page laid straight back to the page as displayed.
struct PageGeometry: Sendable {
    var grids: [TableGrid]
    var pixelsPerPoint: Double
    var placing: PreparedPage.Placing
    /// How the page was laid over the one before.
    var sheetScale = 1.0
    var sheetShift = 0.0

    /// From the picture's points to those of the sheet it was laid on.
    func sheet(_ x: Double) -> Double { x * sheetScale + sheetShift }

    /// The box on the page as displayed around what stands in a box of the page laid straight.
    func displayed(_ box: Box) -> Box {
        let corners = [(box.x, box.y), (box.maxX, box.y), (box.x, box.maxY), (box.maxX, box.maxY)].map {
            point in
            let x = (point.0 - sheetShift) / sheetScale
            let actual = actual(x: x * pixelsPerPoint, y: point.1 * pixelsPerPoint)
            return placing.displayed(x: actual.x, y: actual.y)
        }
        let xs = corners.map(\.x)
        let ys = corners.map(\.y)
        return Box(
            fromX: xs.min() ?? box.x, y: ys.min() ?? box.y, toX: xs.max() ?? box.maxX, y: ys.max() ?? box.maxY)
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
