import ReportModel

/// The columns of prose that a page is set in. A table in one of them has nothing to do with what stands beside it in the
/// next, however well their rows meet.
struct PageColumns {
    /// A stretch of the page in which nothing reaches over the space between two columns.
    struct Band {
        /// The middle of the space.
        var x: Double
        var top: Double
        var bottom: Double
    }

    private let lines: [Box]
    private let em: Double

    /// Lines of prose in a column before it is one, in the page and in the band.
    private static let fewestLines = 3

    init(_ text: RunText, _ scale: PageScale) {
        em = scale.em
        lines = text.runs.filter { run in
            !run.isValue && Double(run.content.words) + Double(run.content.wide) / 2.5 >= 5
                && run.box.width > 12 * scale.em
        }.map(\.box)
    }

    /// The widest band between the leftmost column and the next; nil where the page's prose is in one column.
    func band(_ text: RunText, _ edges: PageEdges) -> Band? {
        let columns = columns()
        guard let left = columns.first, let right = columns.dropFirst().first,
            right.start > left.end, right.start - left.end < 4 * em,
            min(left.end - left.start, right.end - right.start) > 0.8
                * max(left.end - left.start, right.end - right.start)
        else { return nil }
        let x = (left.end + right.start) / 2
        let crossing =
            text.runs.filter { $0.box.x < x && x < $0.box.maxX }.map { ($0.box.y, $0.box.maxY) }
            + edges.horizontal.filter { $0.start < x - em && x + em < $0.end }.map { ($0.position, $0.position) }
        var bands: [Band] = []
        var top = -Double.infinity
        for (y, bottom) in crossing.sorted(by: { $0.0 < $1.0 }) + [(.infinity, .infinity)] {
            if y > top { bands.append(Band(x: x, top: top, bottom: y)) }
            top = max(top, bottom)
        }
        return bands.filter { band in
            let inside = lines.filter { $0.y >= band.top && $0.maxY <= band.bottom }
            return [left, right].allSatisfy { column in inside.count(where: column.holds) >= Self.fewestLines }
        }.max { $0.bottom - $0.top < $1.bottom - $1.top }
    }

    private struct Column {
        var start: Double
        var end: Double

        func holds(_ line: Box) -> Bool { line.x >= start - 1 && line.maxX <= end + 1 }
    }

    /// Where several lines begin at one place and end close to another, from left to right.
    private func columns() -> [Column] {
        var columns: [Column] = []
        var rest = lines.sorted { $0.x < $1.x }[...]
        while let first = rest.first {
            let own = rest.prefix { $0.x - first.x < 0.5 * em }
            rest = rest.dropFirst(own.count)
            let end = own.map(\.maxX).max() ?? first.maxX
            let full = own.count { $0.maxX > end - 0.2 * (end - first.x) }
            if own.count >= Self.fewestLines, full * 10 >= own.count * 6 {
                columns.append(Column(start: first.x, end: end))
            }
        }
        return columns
    }
}
