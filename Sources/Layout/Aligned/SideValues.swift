import ReportModel

/// Values that stand at one side of their cells, put below the middle of their headings.
///
/// A heading in the middle of a wide cell and a value at the cell's edge may have nothing above each other, or a value may
/// stand below the next column's heading. But cells lie side by side: where all values stand at the same side, a
/// heading's middle is as far from its own values' edge as from that of the column next to it. What is so is moved, and
/// the table has the columns that it would have with its values in the middle.
struct SideValues {
    private let text: RunText
    private let em: Double
    private let settings: LayoutSettings
    private var sections: [Section] = []
    /// Entries above the first head.
    private var opening: [[Int]] = []

    /// A head's lowest headings, and the lines of entries below them.
    private struct Section {
        /// The middles of the headings, from left to right.
        var middles: [Double]
        var lines: [[Int]] = []
    }

    enum Side: CaseIterable { case left, right }

    init(_ text: RunText, _ runs: [Int], _ scale: PageScale) {
        self.text = text
        let em = scale.em
        self.em = em
        settings = scale.settings
        // Numbers right before a text or behind one are words of it.
        let values = runs.filter { index in
            let run = text.runs[index]
            func isWord(_ other: Int, within reach: Double) -> Bool {
                guard other >= 0, !text.runs[other].isValue else { return false }
                let box = text.runs[other].box
                return max(box.x - run.box.maxX, run.box.x - box.maxX) < reach * em
            }
            let label = text.left[index]
            let isInRow = text.right[index] < 0 && label >= 0 && !text.runs[label].isValue && text.left[label] < 0
            return run.isValue && (!run.content.isYear || isInRow) && !isWord(text.right[index], within: 1)
                && !isWord(label, within: 0.3)
        }
        guard let start = values.map({ text.runs[$0].box.x + 0.1 * em }).min() else { return }
        var head: [Int] = []
        // Where the rows' labels end: a heading over those has no values.
        var labels = -Double.infinity
        let isValue = Set(values)
        for line in Self.lines(runs, text, em) {
            let inside = line.filter { text.runs[$0].box.maxX > start }
            guard inside.contains(where: isValue.contains), !Self.isRest(line, of: head, text, em) else {
                if !inside.isEmpty { head += line }
                continue
            }
            labels = line.lazy.map { text.runs[$0].box.maxX }.filter { $0 <= start }.reduce(labels, max)
            let middles = head.count > settings.headLimit ? [] : Self.middles(head, text, em)
            // A text alone among the rows is no heading of a column.
            if head.contains(where: { text.left[$0] >= 0 || text.right[$0] >= 0 }) || sections.isEmpty, !middles.isEmpty
            {
                sections.append(Section(middles: middles))
            }
            head = []
            if sections.isEmpty { opening.append(inside) } else { sections[sections.count - 1].lines.append(inside) }
        }
        for index in self.sections.indices { self.sections[index].middles.removeAll { $0 < labels } }
    }

    /// The text with its values moved; nil where they stand in the middle, or nobody knows.
    func centred() -> RunText? {
        guard sections.contains(where: { !isCentred($0) }) else { return nil }
        for side in Side.allCases {
            if let places = places(side) { return moved(places, side) }
        }
        return nil
    }

    private func isCentred(_ section: Section) -> Bool {
        section.lines.joined().allSatisfy { index in
            section.middles.contains { abs($0 - text.runs[index].box.midX) < settings.valueMiddle * em }
        }
    }

    // MARK: Heads

    private static func lines(_ runs: [Int], _ text: RunText, _ em: Double) -> [[Int]] {
        var lines: [[Int]] = []
        var y = -Double.infinity
        for index in runs.sorted(by: { text.runs[$0].box.midY < text.runs[$1].box.midY }) {
            let middle = text.runs[index].box.midY
            if middle - y < 0.4 * em { lines[lines.count - 1].append(index) } else { lines.append([index]) }
            y = middle
        }
        return lines.map { line in line.sorted { text.runs[$0].box.x < text.runs[$1].box.x } }
    }

    /// Headings looked at for one that goes on.
    private static let mostRests = 40

    /// Does a head go on with a number, alone on its line?
    private static func isRest(_ line: [Int], of head: [Int], _ text: RunText, _ em: Double) -> Bool {
        guard line.count == 1 else { return false }
        let box = text.runs[line[0]].box
        return head.suffix(mostRests).contains { index in
            let above = text.runs[index].box
            return box.midY - above.midY < 1.45 * em && above.x < box.maxX && box.x < above.maxX
        }
    }

    /// The middles of the lowest headings of a head: what has none below it.
    private static func middles(_ head: [Int], _ text: RunText, _ em: Double) -> [Double] {
        var lowest: [Box] = []
        for line in lines(head, text, em).reversed() {
            let top = lowest.map(\.y).min() ?? .infinity
            var found: [Box] = []
            for box in line.map({ text.runs[$0].box }) {
                let below = lowest.indices.filter {
                    min(lowest[$0].maxX, box.maxX) - max(lowest[$0].x, box.x) > 0.1 * em
                }
                guard let first = below.first else {
                    found.append(box)
                    continue
                }
                let isLine =
                    below.count == 1 && abs(lowest[first].midX - box.midX) < 0.6 * em
                    && lowest[first].y - box.maxY < 0.6 * em
                if isLine { lowest[first] = lowest[first].union(box) }
            }
            // A text alone above headings is over all of them.
            if line.allSatisfy({ text.left[$0] < 0 && text.right[$0] < 0 }), let box = found.first,
                !lowest.isEmpty, box.maxY < top + 0.3 * em
            {
                continue
            }
            lowest += found
        }
        return lowest.map(\.midX).sorted()
    }

    // MARK: Sides

    /// By section: where the edge of each column's values is, and its heading's middle.
    private typealias Places = [[(edge: Double, middle: Double)?]]

    private func edge(_ index: Int, _ side: Side) -> Double {
        side == .left ? text.runs[index].box.x : text.runs[index].box.maxX
    }

    /// The column that an edge belongs to, by the middles of the headings.
    private func column(_ edge: Double, _ middles: [Double], _ side: Side) -> Int? {
        switch side {
        case .left: middles.firstIndex { $0 > edge }
        case .right: middles.lastIndex { $0 < edge }
        }
    }

    /// The places of all columns, where nearly every value is at its column's edge; nil where they are not.
    private func places(_ side: Side) -> Places? {
        var gaps: [Double] = []
        var places: Places = []
        var strangers = 0
        for section in sections {
            var entries = [[Int]](repeating: [], count: section.middles.count)
            for line in section.lines {
                var last: Int?
                for index in side == .left ? line : line.reversed() {
                    let column = column(edge(index, side), section.middles, side)
                    if let last, column == self.column(edge(last, side), section.middles, side) {
                        // Groups of digits are one number.
                        let (one, two) = (text.runs[last].box, text.runs[index].box)
                        if max(two.x - one.maxX, one.x - two.maxX) > settings.pieceGap * em { strangers += 1 }
                    } else if let column {
                        entries[column].append(index)
                    } else {
                        strangers += 1
                    }
                    last = index
                }
            }
            let own = zip(entries, section.middles).map { entries, middle in
                entries.map { edge($0, side) }.median.map { (edge: $0, middle: middle) }
            }
            for case (let place?, let entries) in zip(own, entries) {
                strangers += entries.count { abs(edge($0, side) - place.edge) > settings.valueEdge * em }
            }
            for case (let left?, let right?) in zip(own, own.dropFirst()) {
                let gap = left.edge + right.edge - 2 * (side == .left ? left : right).middle
                gaps.append(side == .left ? gap : -gap)
            }
            places.append(own)
        }
        let count = sections.reduce(0) { $0 + $1.lines.joined().count }
        guard strangers * settings.strangers <= count else { return nil }
        guard let least = gaps.min(), let most = gaps.max() else { return nil }
        return least > settings.edgeShift.lowerBound * em && most < settings.edgeShift.upperBound * em
            && most - least < settings.edgeSpread * em ? places : nil
    }

    private func middle(_ index: Int, _ places: [(edge: Double, middle: Double)?], _ side: Side) -> Double? {
        places.lazy.compactMap(\.self).first { abs($0.edge - edge(index, side)) < settings.valueEdge * em }?.middle
    }

    private func moved(_ places: Places, _ side: Side) -> RunText? {
        var moved = text
        func move(_ line: [Int], _ middles: (Int) -> Double?) {
            for (middle, own) in Dictionary(grouping: line, by: middles) {
                guard let middle, let box = Box.around(own.map({ text.runs[$0].box })) else { continue }
                for index in own { moved.runs[index].box.x += middle - box.midX }
            }
        }
        for section in sections {
            for line in section.lines {
                move(line) { column(edge($0, side), section.middles, side).map { section.middles[$0] } }
            }
        }
        // Rows above the first head stand as those below one do.
        for line in opening {
            let middles = places.lazy.map { own in line.map { self.middle($0, own, side) } }.first {
                !$0.contains(nil)
            }
            guard let middles else { return nil }
            move(line) { index in line.firstIndex(of: index).flatMap { middles[$0] } }
        }
        return moved
    }
}

extension AlignedGrid {
    /// The grid with columns that reach as far as the texts of their cells are printed, where these have been moved.
    func reaching(over text: RunText, movedTo moved: RunText) -> AlignedGrid {
        var grid = self
        for column in columns.indices {
            let runs = cells.lazy.filter { $0.columns == column..<column + 1 }.flatMap(\.runs)
            guard runs.contains(where: { text.runs[$0].box.x != moved.runs[$0].box.x }),
                let box = Box.around(runs.map { text.runs[$0].ink })
            else { continue }
            grid.columns[column].start = box.x
            grid.columns[column].end = box.maxX
        }
        for column in columns.indices.dropFirst() {
            let edge = (grid.columns[column - 1].end + grid.columns[column].start) / 2
            grid.columnEdges[column] = edge
            grid.columns[column - 1].end = min(grid.columns[column - 1].end, edge)
            grid.columns[column].start = max(grid.columns[column].start, edge)
        }
        return grid
    }
}
