/// A drawn line as it runs over the picture, followed from end to end. `along` is x for a horizontal line and y for a
/// vertical one, `across` the other; in pixels.
struct FollowedLine: Sendable {
    struct Point: Sendable {
        var along: Double
        var across: Double
    }

    /// At least one, in order along the line.
    var points: [Point]
    var start: Double
    var end: Double
    var thickness: Double
    /// The longest piece that was drawn without a break.
    var longestStroke: Double
    /// What of its length is drawn.
    var drawnLength: Double
    /// The side of a ring.
    var isBent = false

    var length: Double { end - start }

    func endsLike(_ other: FollowedLine, within reach: Double) -> Bool {
        abs(start - other.start) < reach && abs(end - other.end) < reach
    }

    /// Where the line stands at a place along it; beyond its ends it goes on as it ended.
    func across(at along: Double) -> Double {
        guard let first = points.first, let last = points.last else { return 0 }
        if along <= first.along { return first.across + slope(atStart: true) * (along - first.along) }
        if along >= last.along { return last.across + slope(atStart: false) * (along - last.along) }
        var low = 0
        var high = points.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if points[middle].along <= along { low = middle } else { high = middle }
        }
        let a = points[low]
        let b = points[high]
        guard b.along > a.along else { return a.across }
        return a.across + (b.across - a.across) * (along - a.along) / (b.along - a.along)
    }

    /// The line's direction near one of its ends, from a stretch long enough not to follow its roughness.
    private func slope(atStart: Bool) -> Double {
        guard let first = points.first, let last = points.last, last.along - first.along > 60 else { return 0 }
        let stretch = min(last.along - first.along, 400)
        let a: Point
        let b: Point
        if atStart {
            a = first
            b = points.first { $0.along >= first.along + stretch } ?? last
        } else {
            a = points.last { $0.along <= last.along - stretch } ?? first
            b = last
        }
        return b.along > a.along ? (b.across - a.across) / (b.along - a.along) : 0
    }

    /// This line and one that goes on after it.
    func joined(with next: FollowedLine) -> FollowedLine {
        let total = max(1, length + next.length)
        return FollowedLine(
            points: points + next.points.filter { $0.along > (points.last?.along ?? 0) },
            start: min(start, next.start), end: max(end, next.end),
            thickness: (thickness * length + next.thickness * next.length) / total,
            longestStroke: max(longestStroke, next.longestStroke), drawnLength: drawnLength + next.drawnLength)
    }
}
