import ReportModel

/// vertical lines → the frames around tables that have no other lines between their columns
///
/// Two lines of the same length with nothing between them. A page's end may have cut the frame, so that it has no line
/// at its top or its bottom.
enum TableFrames {
    static func frames(_ edges: PageEdges, _ scale: PageScale) -> [Box] {
        let long = edges.vertical.filter { $0.length > 3 * scale.em }
        guard long.count > 1, long.count < 200 else { return [] }
        var frames: [Box] = []
        for (index, left) in long.enumerated() {
            // In order: the next line on the same height closes the frame, or parts it into columns.
            let right = long[(index + 1)...].first { min($0.end, left.end) - max($0.start, left.start) > 0 }
            guard let right, abs(right.start - left.start) < scale.reach, abs(right.end - left.end) < scale.reach,
                right.position - left.position > 10 * scale.em
            else { continue }
            frames.append(Box(fromX: left.position, y: left.start, toX: right.position, y: left.end))
        }
        return frames
    }
}
