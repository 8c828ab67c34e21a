/// The path under construction, as subpaths of points in displayed points.
struct PathCollector: Sendable {
    struct Subpath: Sendable {
        var points: [Point]
        var isClosed = false
        var hasCurve = false
    }

    private(set) var subpaths: [Subpath] = []
    private(set) var segmentCount = 0

    var isEmpty: Bool { subpaths.isEmpty }

    mutating func clear() { subpaths.removeAll(keepingCapacity: true) }

    mutating func move(to point: Point) { subpaths.append(Subpath(points: [point])) }

    mutating func line(to point: Point) {
        guard !subpaths.isEmpty else { return move(to: point) }
        reopen()
        subpaths[subpaths.count - 1].points.append(point)
        segmentCount += 1
    }

    mutating func curve(to point: Point) {
        guard !subpaths.isEmpty else { return move(to: point) }
        reopen()
        subpaths[subpaths.count - 1].points.append(point)
        subpaths[subpaths.count - 1].hasCurve = true
        segmentCount += 1
    }

    mutating func close() {
        guard !subpaths.isEmpty else { return }
        subpaths[subpaths.count - 1].isClosed = true
        segmentCount += 1
    }

    /// After `h` drawing goes on from the subpath's first point.
    private mutating func reopen() {
        if let last = subpaths.last, last.isClosed, let start = last.points.first { move(to: start) }
    }

    /// The box around everything, nil when there is nothing.
    var bounds: ClipBox? {
        var result: ClipBox?
        for subpath in subpaths {
            for point in subpath.points {
                let box = ClipBox(x0: point.x, y0: point.y, x1: point.x, y1: point.y)
                result =
                    result.map {
                        ClipBox(
                            x0: min($0.x0, box.x0), y0: min($0.y0, box.y0), x1: max($0.x1, box.x1),
                            y1: max($0.y1, box.y1))
                    } ?? box
            }
        }
        return result
    }
}
