import ReportModel

/// lines → the frames around tables whose cells have no lines on all sides
///
/// Two vertical lines of the same length with nothing between them; a page's end may have cut the frame, so that it has
/// no line at its top or its bottom. Or horizontal lines under each other that end at one place, with rows between them.
struct TableFrames {
    private let text: RunText
    private let scale: PageScale

    init(_ text: RunText, _ scale: PageScale) {
        self.text = text
        self.scale = scale
    }

    /// Frames with lines on both sides.
    func boxes(_ edges: PageEdges) -> [Box] { boxes(edges.vertical) }

    /// Frames with lines between their rows.
    func ladders(_ edges: PageEdges) -> [Box] { ladders(edges.horizontal) }

    private func boxes(_ lines: [Edge]) -> [Box] {
        let long = lines.filter { $0.length > 3 * scale.em }
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

    // MARK: Rows between lines

    /// Lines that end at one place; those of the rows of a group leave its label out.
    private func ladders(_ lines: [Edge]) -> [Box] {
        let long = lines.filter { $0.length > 10 * scale.em }
        guard long.count > 2, long.count < 1000 else { return [] }
        var frames: [Box] = []
        var isTaken = [Bool](repeating: false, count: long.count)
        for first in long.indices where !isTaken[first] {
            let steps = long.indices.filter { $0 >= first && abs(long[$0].end - long[first].end) < scale.reach }
            for step in steps { isTaken[step] = true }
            frames += parts(of: steps.map { long[$0] })
        }
        return frames
    }

    /// The lines parted where no row stands between two.
    private func parts(of steps: [Edge]) -> [Box] {
        guard steps.count > 2, let first = steps.first, let last = steps.last else { return [] }
        let start = steps.map(\.start).min() ?? first.start
        let outline = Box(fromX: start, y: first.position, toX: first.end, y: last.position)
        let inside = text.runs.indices.filter {
            outline.insetBy(-scale.em).contains(x: text.runs[$0].box.midX, y: text.runs[$0].box.midY)
        }.sorted { text.runs[$0].box.midY < text.runs[$1].box.midY }
        // What stands side by side is the tables'.
        let sizes = inside.filter { text.left[$0] >= 0 || text.right[$0] >= 0 }.map { text.runs[$0].size }.sorted()
        guard !sizes.isEmpty else { return [] }
        let size = sizes[sizes.count / 2]
        var parts: [[Edge]] = []
        var next = 0
        for step in steps {
            var row: [Int] = []
            while next < inside.count, text.runs[inside[next]].box.midY < step.position {
                row.append(inside[next])
                next += 1
            }
            if let last = parts.last?.last, isRow(row, from: last, to: step, outline, size) {
                parts[parts.count - 1].append(step)
            } else {
                parts.append([step])
            }
        }
        return parts.filter { $0.count > 2 }.compactMap { part in
            guard let first = part.first, let last = part.last else { return nil }
            return Box(fromX: part.map(\.start).min() ?? start, y: first.position, toX: first.end, y: last.position)
        }
    }

    /// In a row stands text of the table's size, within the lines; alone on its height only where it is not indented, as
    /// the heading of a section is. Two lines with nothing between them stand for one.
    private func isRow(_ runs: [Int], from upper: Edge, to lower: Edge, _ outline: Box, _ size: Double) -> Bool {
        let height = lower.position - upper.position
        if height < scale.snap { return true }
        guard height < scale.settings.tallestRow * size, !runs.isEmpty else { return false }
        let boxes = runs.map { text.runs[$0].box }
        guard runs.allSatisfy({ text.runs[$0].size < 1.12 * size }),
            boxes.allSatisfy({ $0.x > outline.x - 0.5 * size && $0.maxX < outline.maxX + 0.5 * size })
        else { return false }
        return boxes.allSatisfy { box in
            let indent = box.x - outline.x
            return indent > 4 * size || indent < 0.6 * size
                || boxes.contains { $0 != box && abs($0.midY - box.midY) < 0.8 * size }
        }
    }
}
