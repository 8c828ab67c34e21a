import LeptonicaBridge

/// picture → the straight strokes that are long enough to be pieces of rulings
struct StrokeFinder {
    let em: Double
    let pixelsPerPoint: Double
    let settings: ScanSettings
    /// See `ScanSettings.sideInk`; of a stroke as long as a ruling is.
    let longSideInk: Double

    /// The picture of all that runs across for long.
    func mask(of ink: Picture) -> Picture? {
        // A line of one pixel that climbs is a staircase, and noise breaks it; thickening makes the pieces overlap.
        ink.dilated(width: 1 + 2 * Int(settings.strokeGap * em), height: 3)?
            .opened(width: Int(settings.shortestStroke * em), height: 1)
    }

    /// Those of a mask that may be pieces of rulings.
    ///
    /// - Parameter ink: that which may speak against them. The rulings that cross one are none of it: in low rows they
    ///   make up as much as the strokes of characters do (hard150-full).
    func strokes(in mask: Picture, beside ink: Picture) -> [FollowedLine] {
        let found = mask.components(limit: 20_000).compactMap { follow($0, mask, ink) }
        return found.filter { stroke in
            stroke.isFree || found.count { $0.line.endsLike(stroke.line, within: em / 2) } > Self.fellows
        }.map(\.line)
    }

    /// The edges of a stamp and the sides of a ring are two at most.
    private static let fellows = 2

    /// A stroke, and whether paper alone speaks for it.
    private func follow(
        _ component: InkComponent, _ mask: Picture, _ ink: Picture
    ) -> (line: FollowedLine, isFree: Bool)? {
        let box = component.box
        let thickness = Double(component.area) / Double(max(1, box.width))
        // Thickening has added two pixels.
        guard thickness - 2 <= max(3, settings.thickestRuling * pixelsPerPoint) else { return nil }
        let points = course(through: mask.greyValues(in: box), of: box, thickness: thickness)
        guard let sideInk = sideInk(points, thickness: thickness, ink) else { return nil }
        let isLong = Double(box.width) >= settings.longStroke * em
        guard sideInk < (isLong ? longSideInk : settings.sideInk) else { return nil }
        let line = FollowedLine(
            points: points, start: Double(box.x), end: Double(box.maxX), thickness: max(1, thickness - 2),
            longestStroke: Double(box.width), drawnLength: Double(box.width), isBent: isBent(points))
        return (line, sideInk < settings.sideInk)
    }

    /// The side of a ring, whose ends turn away from its middle: no page is curled so much in so short a stretch.
    private func isBent(_ points: [FollowedLine.Point]) -> Bool {
        guard let first = points.first, let last = points.last, last.along - first.along < settings.bentStroke * em,
            let off = points.map({ point in
                let share = (point.along - first.along) / max(1, last.along - first.along)
                return abs(point.across - first.across - share * (last.across - first.across))
            }).max()
        else { return false }
        return off > max(settings.bend * (last.along - first.along), settings.leastBend * em)
    }

    /// Where the stroke runs through its box. Others can reach into the box of one that climbs: of all that begin at its
    /// left edge, the stroke is the one that can be followed furthest, and that fills the box's height.
    private func course(through values: [UInt8], of box: PixelBox, thickness: Double) -> [FollowedLine.Point] {
        let step = max(4, Int(em / 2))
        let columns = Array(stride(from: 0, to: box.width, by: step))
        let runs = columns.map { column in
            self.runs(values, box, column).filter { Double($0.length) < 3 * thickness + 4 }.map(\.middle)
        }
        let path = StrokePath(runs: runs, step: Double(step), thickness: thickness)
        var best: (points: [FollowedLine.Point], score: Double) = ([], -1)
        let first = runs.prefix(3).firstIndex { !$0.isEmpty }
        for start in first.map({ runs[$0].indices }) ?? 0..<0 {
            let points = path.followed(from: start, in: first ?? 0).map { column, middle in
                FollowedLine.Point(
                    along: Double(box.x + columns[column]) + 0.5, across: Double(box.y) + middle + 0.5)
            }
            let height = (points.map(\.across).max() ?? 0) - (points.map(\.across).min() ?? 0)
            let score = Double(points.count) + height / Double(max(1, box.height))
            if score > best.score { best = (points, score) }
        }
        return best.points
    }

    /// The ink in one column of a box.
    private func runs(_ values: [UInt8], _ box: PixelBox, _ x: Int) -> [(middle: Double, length: Int)] {
        var runs: [(middle: Double, length: Int)] = []
        var start: Int?
        for y in 0...box.height {
            let isInk = y < box.height && values[y * box.width + x] == 0
            if isInk, start == nil { start = y }
            if !isInk, let first = start {
                runs.append((Double(first + y - 1) / 2, y - first))
                start = nil
            }
        }
        return runs
    }

    /// How much of both sides of the stroke is ink. The strokes of characters in a row look like a line where the picture
    /// is coarse, but the rest of the characters hangs on them, all along; the star of a seal lies in one place of a long
    /// ruling.
    private func sideInk(_ points: [FollowedLine.Point], thickness: Double, _ ink: Picture) -> Double? {
        let away = Int(thickness / 2 + max(2, settings.sideDistance * em))
        guard let first = points.first, let last = points.last else { return nil }
        let low = Int(points.map(\.across).min() ?? 0) - away - 1
        let high = Int(points.map(\.across).max() ?? 0) + away + 1
        let box = PixelBox(
            x: Int(first.along), y: low, width: max(1, Int(last.along) - Int(first.along) + 1), height: high - low + 1)
        let values = ink.greyValues(in: box)
        let line = FollowedLine(
            points: points, start: first.along, end: last.along, thickness: thickness, longestStroke: 0, drawnLength: 0)
        let stretch = max(2, Int(settings.blotStretch * em))
        var stretches = [(inked: Int, count: Int)](repeating: (0, 0), count: (box.width - 1) / stretch + 1)
        for x in stride(from: 0, to: box.width, by: 2) {
            let middle = Int(line.across(at: Double(box.x + x))) - box.y
            for y in [middle - away, middle + away] where y >= 0 && y < box.height {
                stretches[x / stretch].count += 1
                if values[y * box.width + x] == 0 { stretches[x / stretch].inked += 1 }
            }
        }
        let blots = stretches.count >= settings.blottedStroke ? stretches.count / 5 : 0
        let rest = stretches.sorted { $0.inked < $1.inked }.dropLast(blots)
        let count = rest.map(\.count).reduce(0, +)
        return count > 0 ? Double(rest.map(\.inked).reduce(0, +)) / Double(count) : nil
    }
}
