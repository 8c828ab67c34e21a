import LeptonicaBridge

/// picture → the straight strokes that are long enough to be pieces of rulings
struct StrokeFinder {
    let em: Double
    let pixelsPerPoint: Double
    let settings: ScanSettings
    /// See `ScanSettings.sideInk`; of a stroke as long as a ruling is.
    let longSideInk: Double

    /// Strokes of the picture's horizontal lines, and the picture of them.
    func strokes(in ink: Picture) -> (strokes: [FollowedLine], mask: Picture)? {
        // A line of one pixel that climbs is a staircase, and noise breaks it; thickening makes the pieces overlap.
        guard let thick = ink.dilated(width: 1 + 2 * Int(settings.strokeGap * em), height: 3),
            let mask = thick.opened(width: Int(settings.shortestStroke * em), height: 1)
        else { return nil }
        let found = mask.components(limit: 20_000).compactMap { follow($0, mask, ink) }
        let strokes = found.filter { stroke in
            stroke.isFree || found.count { $0.line.endsLike(stroke.line, within: em / 2) } > Self.fellows
        }
        return (strokes.map(\.line), mask)
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
        let values = mask.greyValues(in: box)
        let points = course(through: values, of: box, thickness: thickness)
        guard let sideInk = sideInk(points, thickness: thickness, ink) else { return nil }
        let isLong = Double(box.width) >= settings.longStroke * em
        guard sideInk < (isLong ? longSideInk : settings.sideInk) else { return nil }
        let line = FollowedLine(
            points: points, start: Double(box.x), end: Double(box.maxX), thickness: max(1, thickness - 2),
            longestStroke: Double(box.width), drawnLength: Double(box.width))
        return (line, sideInk < settings.sideInk)
    }

    /// Where the stroke runs through its box. Others can reach into the box of one that climbs: of all that begin at its
    /// left edge, the stroke is the one that can be followed furthest, and that fills the box's height.
    private func course(through values: [UInt8], of box: PixelBox, thickness: Double) -> [FollowedLine.Point] {
        let step = max(4, Int(em / 2))
        let columns = Array(stride(from: 0, to: box.width, by: step))
        func runs(_ x: Int) -> [(middle: Double, length: Int)] {
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
            return runs.filter { Double($0.length) < 3 * thickness + 4 }
        }
        let all = columns.map(runs)
        // A stroke climbs no more than a fifth.
        let reach = Double(step) * 0.2 + thickness
        var best: (points: [FollowedLine.Point], score: Double) = ([], -1)
        let starts = all.prefix(3).enumerated().first { !$0.element.isEmpty }
        for start in starts?.element ?? [] {
            var points: [FollowedLine.Point] = []
            var level = start.middle
            for (column, candidates) in zip(columns, all).dropFirst(starts?.offset ?? 0) {
                guard let next = candidates.min(by: { abs($0.middle - level) < abs($1.middle - level) }),
                    abs(next.middle - level) < reach
                else { continue }
                level = next.middle
                points.append(.init(along: Double(box.x + column) + 0.5, across: Double(box.y) + level + 0.5))
            }
            let height = (points.map(\.across).max() ?? 0) - (points.map(\.across).min() ?? 0)
            let score = Double(points.count) + height / Double(max(1, box.height))
            if score > best.score { best = (points, score) }
        }
        return best.points
    }

    /// How much of both sides of the stroke is ink. The strokes of characters in a row look like a line where the picture
    /// is coarse, but the rest of the characters hangs on them.
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
        var inked = 0
        var count = 0
        for x in stride(from: 0, to: box.width, by: 2) {
            let middle = Int(line.across(at: Double(box.x + x))) - box.y
            for y in [middle - away, middle + away] where y >= 0 && y < box.height {
                count += 1
                if values[y * box.width + x] == 0 { inked += 1 }
            }
        }
        return count > 0 ? Double(inked) / Double(count) : nil
    }
}
