/// Quarter turns, clockwise: 1 brings text that runs upwards upright.
public struct Turn: Sendable, Hashable {
    public let quarters: Int

    public static let none = Turn(quarters: 0)

    public init(quarters: Int) {
        self.quarters = ((quarters % 4) + 4) % 4
    }

    /// What undoes it.
    public var inverse: Turn { Turn(quarters: 4 - quarters) }
}

extension Box {
    /// The box on the turned page, from its place on a page of this size.
    public func turned(_ turn: Turn, width pageWidth: Double, height pageHeight: Double) -> Box {
        switch turn.quarters {
        case 1: Box(x: pageHeight - maxY, y: x, width: height, height: width)
        case 2: Box(x: pageWidth - maxX, y: pageHeight - maxY, width: width, height: height)
        case 3: Box(x: y, y: pageWidth - maxX, width: height, height: width)
        default: self
        }
    }
}

extension Page {
    /// The page as it is read when it is turned.
    public func turned(_ turn: Turn) -> Page {
        guard turn != .none else { return self }
        func box(_ box: Box) -> Box { box.turned(turn, width: width, height: height) }
        var page = self
        if turn.quarters % 2 == 1 { (page.width, page.height) = (height, width) }
        page.turn = turn
        page.glyphs = glyphs.map { Glyph(scalar: $0.scalar, box: box($0.box), fontSize: $0.fontSize, font: $0.font) }
        page.rulings = rulings.map { ruling in
            let line = box(ruling.box)
            let isHorizontal = (ruling.direction == .horizontal) == (turn.quarters % 2 == 0)
            return isHorizontal
                ? Ruling(
                    .horizontal, at: line.midY, from: line.x, to: line.maxX, thickness: ruling.thickness,
                    isFillEdge: ruling.isFillEdge)
                : Ruling(
                    .vertical, at: line.midX, from: line.y, to: line.maxY, thickness: ruling.thickness,
                    isFillEdge: ruling.isFillEdge)
        }
        page.areas = areas.map { FilledArea(box: box($0.box), red: $0.red, green: $0.green, blue: $0.blue) }
        page.pictures = pictures.map(box)
        page.covers = covers.map(box)
        return page
    }
}

extension Ruling {
    /// The line without its thickness.
    fileprivate var box: Box {
        switch direction {
        case .horizontal: Box(fromX: start, y: position, toX: end, y: position)
        case .vertical: Box(fromX: position, y: start, toX: position, y: end)
        }
    }
}
