/// A rectangle in points, measured from the top left of the page as displayed (after rotation and crop box).
public struct Box: Sendable, Hashable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The box between two opposite corners, in any order.
    public init(fromX x0: Double, y y0: Double, toX x1: Double, y y1: Double) {
        self.init(x: min(x0, x1), y: min(y0, y1), width: abs(x1 - x0), height: abs(y1 - y0))
    }

    public var maxX: Double { x + width }
    public var maxY: Double { y + height }
    public var midX: Double { x + width / 2 }
    public var midY: Double { y + height / 2 }
    public var area: Double { width * height }

    public func contains(x px: Double, y py: Double) -> Bool {
        px >= x && px <= maxX && py >= y && py <= maxY
    }

    public func intersects(_ other: Box) -> Bool {
        x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }

    public func union(_ other: Box) -> Box {
        Box(
            fromX: min(x, other.x), y: min(y, other.y), toX: max(maxX, other.maxX), y: max(maxY, other.maxY))
    }

    /// The common part, nil where the boxes do not overlap.
    public func intersection(_ other: Box) -> Box? {
        guard intersects(other) else { return nil }
        return Box(
            fromX: max(x, other.x), y: max(y, other.y), toX: min(maxX, other.maxX), y: min(maxY, other.maxY))
    }

    public func insetBy(_ distance: Double) -> Box {
        Box(
            x: x + distance, y: y + distance, width: max(0, width - 2 * distance),
            height: max(0, height - 2 * distance))
    }
}

extension Box {
    /// The smallest box around all of them, nil for none.
    public static func around(_ boxes: some Sequence<Box>) -> Box? {
        var result: Box?
        for box in boxes { result = result.map { $0.union(box) } ?? box }
        return result
    }
}
