import ReportModel

/// Heads over blank rows that do not show it by themselves: their headings are those that a head right behind them repeats,
/// over a blank row of its own. (unruled-chromium-any26 of seed 118)
struct BlankHeads {
    private let frames: [PageTable]
    /// Those that may be taken for page numbers too.
    private let numbers: [Place]

    private init(_ pages: [PageLayout]) {
        frames = pages.flatMap(\.frames).filter { $0.head != nil }
        numbers = pages.flatMap(\.blocks).compactMap { block in
            guard case .line(let line) = block, line.text.isValueLike else { return nil }
            // - 3 - is a page number, unless its strokes stand in columns of their own.
            let isPaged = PageNumber.isPageNumber(line.text) && line.text.first?.isNumber == false
            return isPaged && line.place.box.width < 6 * line.fontSize ? nil : line.place
        }
    }

    /// Puts tables in the places of their lines.
    static func take(from blocks: inout [DocumentLayout.Block], of pages: [PageLayout]) {
        let heads = BlankHeads(pages)
        guard !heads.frames.isEmpty else { return }
        var index = blocks.endIndex - 1
        while index > 0 {
            if let (range, table) = heads.head(before: index, in: blocks) {
                blocks.replaceSubrange(range, with: [.table(table)])
                index = range.lowerBound
            }
            index -= 1
        }
    }

    private func head(before index: Int, in blocks: [DocumentLayout.Block]) -> (Range<Int>, Table)? {
        guard case .table(let lower) = blocks[index], let below = lower.places.first,
            lower.cells.allSatisfy({ $0.lastRow < lower.rowCount - 1 || $0.text.isEmpty }),
            let repeated = LoneHead.repeated(in: lower, row: lower.rowCount - 2)
        else { return nil }
        // The heading over all of its columns may be a line yet.
        for end in isHeading(blocks[index - 1], of: below.box) ? [index, index - 1] : [index] where end > 0 {
            guard let last = Self.place(blocks[end - 1]) else { continue }
            let next = end < index ? Self.place(blocks[end]) ?? below : below
            for frame in frames where Self.holds(frame, last) && !hasNumber(from: last, to: below) {
                guard
                    let found = frame.head?.blankTable(
                        over: frame.columns ?? [], until: next.page == last.page ? next.box.y : .infinity,
                        before: repeated)
                else { continue }
                let above = blocks[..<end].lastIndex { Self.place($0).map { !Self.holds(frame, $0) } ?? true }
                return ((above.map { $0 + 1 } ?? 0)..<end, found.table)
            }
        }
        return nil
    }

    private func hasNumber(from last: Place, to next: Place) -> Bool {
        numbers.contains { place in
            if place.page == last.page, place.box.midY < last.box.maxY { return false }
            if place.page == next.page, place.box.midY > next.box.y { return false }
            return place.page == last.page || place.page == next.page
        }
    }

    private static func holds(_ frame: PageTable, _ place: Place) -> Bool {
        place.page == frame.page && frame.box.contains(x: place.box.midX, y: place.box.midY)
    }

    private func isHeading(_ block: DocumentLayout.Block, of table: Box) -> Bool {
        guard case .line(let line) = block, !line.text.isValueLike else { return false }
        let box = line.place.box
        return abs(box.midX - table.midX) < box.height && box.width < 0.25 * table.width
    }

    private static func place(_ block: DocumentLayout.Block) -> Place? {
        switch block {
        case .line(let line): line.place
        case .table(let table): table.places.last
        }
    }
}
