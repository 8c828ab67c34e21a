import LeptonicaBridge
import ReportModel

/// picture → the grids of its ruled tables, and the picture of its rulings
struct RulingFinder {
    let settings: ScanSettings

    struct Result {
        var grids: [TableGrid]
        /// Lines of tables that have no full grid: rules across, laid as they are.
        var loose: LineGroup
        /// All strokes that were taken for rulings.
        var mask: Picture?
        /// Those of them that are no table's: streaks, the edges of stamps, the sides of rings.
        var strays: Picture?

        /// The loose lines across, laid level at their middles.
        func looseRulings(pixelsPerPoint scale: Double) -> [Ruling] {
            loose.horizontal.map { line in
                Ruling(
                    .horizontal, at: line.across(at: (line.start + line.end) / 2) / scale, from: line.start / scale,
                    to: line.end / scale, thickness: max(0.5, line.thickness / scale))
            }
        }
    }

    func rulings(of page: PreparedPage) -> Result {
        // Rulings are thin and often pale: what is long and straight may be paler than what is read. A grey seal is not.
        let all = page.grey.inkBelow(settings.rulingGrey)
        let seal = all.flatMap { ink in
            page.pale.flatMap { PaleInk(em: page.em, settings: settings).mask($0, grey: page.grey, ink: ink) }
        }
        guard let all, let ink = seal.map(all.subtracting) ?? all,
            let strokes = strokes(in: ink, of: page)
        else { return Result(grids: [], loose: LineGroup(), mask: nil) }
        let joiner = LineJoiner(em: page.em, settings: settings)
        let gap = settings.smallGap * page.em
        // Turned clockwise, what was at (x, y) is at (height − y, x).
        let height = Double(page.ink.height)
        func upright(_ line: FollowedLine) -> FollowedLine {
            var upright = line
            upright.points = line.points.reversed().map { .init(along: height - $0.along, across: $0.across) }
            upright.start = height - line.end
            upright.end = height - line.start
            return upright
        }
        let slant = SlantFilter(em: page.em, settings: settings)
        let covered = seal == nil ? nil : all
        let horizontal = slant.parted(
            joiner.lines(strokes.across.filter { !$0.isBent }, gap: gap, covered: covered))
        let vertical = slant.parted(
            joiner.lines(strokes.down.filter { !$0.isBent }, gap: gap, covered: covered?.turned(quarters: 1))
                .map(upright))
        let rows = StreakFilter(em: page.em, extent: Double(page.ink.width)).parted(
            horizontal.level, across: vertical.level)
        let columns = StreakFilter(em: page.em, extent: height).parted(vertical.level, across: horizontal.level)
        let filter = CrossingFilter(em: page.em, settings: settings)
        let crossing = filter.lines(horizontal: rows.rulings, vertical: columns.rulings)
        // What is long and straight is no text, whosever it is: streaks, the edges of stamps and the sides of rings.
        let strays = (
            horizontal: rows.streaks + horizontal.askew + strokes.across.filter(\.isBent),
            vertical: columns.streaks + vertical.askew + strokes.down.filter(\.isBent).map(upright)
        )
        let drawn = filter.lines(
            horizontal: rows.rulings + strays.horizontal, vertical: columns.rulings + strays.vertical)
        let groups = LineGrouper(em: page.em, settings: settings).groups(
            horizontal: crossing.horizontal, vertical: crossing.vertical)
        let builder = GridBuilder(em: page.em, drawnShare: settings.drawnShare)
        var result = Result(grids: [], loose: LineGroup(), mask: nil)
        for group in groups {
            if let grid = builder.grid(of: group) {
                result.grids.append(grid)
            } else {
                result.loose.horizontal += group.horizontal.filter { $0.length > 8 * page.em }
            }
        }
        result.grids.sort { ($0.straightBox.y, $0.straightBox.x) < ($1.straightBox.y, $1.straightBox.x) }
        let mask = strokes.mask.dilated(width: 3, height: 3)
        func taken(along lines: (horizontal: [FollowedLine], vertical: [FollowedLine])) -> Picture? {
            let boxes =
                lines.horizontal.flatMap { covering($0, isHorizontal: true) }
                + lines.vertical.flatMap { covering($0, isHorizontal: false) }
            return mask.flatMap { mask in mask.mask(of: boxes).flatMap(mask.intersecting) }
        }
        result.mask = taken(along: drawn)
        if !strays.horizontal.isEmpty || !strays.vertical.isEmpty {
            result.strays = taken(along: strays)?.intersecting(all)
        }
        return result
    }

    /// Strokes across, strokes down in the picture turned clockwise, and the picture of all of them.
    private func strokes(
        in ink: Picture, of page: PreparedPage
    ) -> (across: [FollowedLine], down: [FollowedLine], mask: Picture)? {
        func finder(sideInk: Double) -> StrokeFinder {
            StrokeFinder(em: page.em, pixelsPerPoint: page.pixelsPerPoint, settings: settings, longSideInk: sideInk)
        }
        let (across, down) = (finder(sideInk: settings.sideInk), finder(sideInk: settings.sideInkDown))
        guard let turned = ink.turned(quarters: 1), let acrossMask = across.mask(of: ink),
            let downMask = down.mask(of: turned), let uprightDown = downMask.turned(quarters: 3),
            let beside = ink.subtracting(uprightDown),
            let turnedBeside = acrossMask.turned(quarters: 1).flatMap(turned.subtracting),
            let mask = acrossMask.uniting(uprightDown)
        else { return nil }
        return (
            across.strokes(in: acrossMask, beside: beside), down.strokes(in: downMask, beside: turnedBeside), mask
        )
    }

    /// Boxes that a line runs through, from point to point.
    private func covering(_ line: FollowedLine, isHorizontal: Bool) -> [PixelBox] {
        let half = line.thickness / 2 + 3
        var boxes: [PixelBox] = []
        var previous = FollowedLine.Point(along: line.start - 2, across: line.points.first?.across ?? 0)
        for point in line.points + [.init(along: line.end + 2, across: line.points.last?.across ?? 0)] {
            let along = Int(previous.along)
            let length = max(1, Int(point.along) - along + 1)
            let low = Int(min(previous.across, point.across) - half)
            let breadth = Int(max(previous.across, point.across) + half) - low + 1
            boxes.append(
                isHorizontal
                    ? PixelBox(x: along, y: low, width: length, height: breadth)
                    : PixelBox(x: low, y: along, width: breadth, height: length))
            previous = point
        }
        return boxes
    }
}
