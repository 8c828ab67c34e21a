import ReportModel

/// runs above the first row of values → the cells of a table's head
///
/// Each column has its own heading, of several lines perhaps; what stands above several headings and belongs to no
/// single one spans them. How far follows from the rule below it, else from where it is centred.
struct HeaderFinder {
    private let region: AlignedRegion

    struct Piece {
        var runs: [Int]
        var columns: Range<Int>
        var top: Double
        var bottom: Double
        var y: Double { (top + bottom) / 2 }
        var isSpanner = false
        /// A rule tells its columns.
        var isRuled = false
        var depth = 0
    }

    init(_ region: AlignedRegion) {
        self.region = region
    }

    /// The cells with their rows counted from 0, and how many rows the head has.
    func cells(_ runs: [Int]) -> (cells: [AlignedCell], rows: Int) {
        guard !runs.isEmpty else { return ([], 0) }
        var pieces = pieces(of: runs)
        extendSpanners(&pieces)
        // Deeper pieces lie below all that span their columns.
        let order = pieces.indices.sorted { pieces[$0].top < pieces[$1].top }
        var depths = [Int](repeating: 0, count: region.columns.count)
        for index in order {
            pieces[index].depth = pieces[index].columns.map { depths[$0] }.max() ?? 0
            for column in pieces[index].columns { depths[column] = pieces[index].depth + 1 }
        }
        let rows = depths.max() ?? 0
        var cells: [AlignedCell] = []
        for piece in pieces {
            // The lowest piece of its columns reaches down to the body, any other to the next one below.
            let below =
                pieces.filter {
                    $0.depth > piece.depth && $0.columns.overlaps(piece.columns)
                }.map(\.depth).min() ?? rows
            cells.append(
                AlignedCell(rows: piece.depth..<max(below, piece.depth + 1), columns: piece.columns, runs: piece.runs))
        }
        return (cells, rows)
    }

    // MARK: Pieces

    private func pieces(of runs: [Int]) -> [Piece] {
        let numbers = columnNumbers(runs)
        var pieces = numbers.map { index in
            Piece(
                runs: [index], columns: region.span(of: index), top: region.run(index).top,
                bottom: region.run(index).bottom)
        }
        let isNumber = Set(numbers)
        let runs = runs.filter { !isNumber.contains($0) }
        // From the bottom up: a run joins the piece right above which it stands.
        for index in runs.sorted(by: { region.run($0).box.midY > region.run($1).box.midY }) {
            let run = region.run(index)
            let columns = region.span(of: index)
            if let target = pieces.indices.dropFirst(numbers.count).last(where: {
                joins(run, columns, pieces[$0], pieces)
            }) {
                pieces[target].runs.append(index)
                pieces[target].top = min(pieces[target].top, run.top)
                pieces[target].bottom = max(pieces[target].bottom, run.bottom)
                pieces[target].columns =
                    min(
                        pieces[target].columns.lowerBound, columns.lowerBound)..<max(
                        pieces[target].columns.upperBound, columns.upperBound)
            } else {
                pieces.append(Piece(runs: [index], columns: columns, top: run.top, bottom: run.bottom))
            }
        }
        let levels = HeadLevels(region)
        pieces = levels.parted(Array(pieces.dropFirst(numbers.count))) + pieces.prefix(numbers.count)
        for index in pieces.indices {
            let piece = pieces[index]
            pieces[index].isSpanner = piece.columns.allSatisfy { column in
                pieces.contains { $0.top > piece.y && $0.columns.contains(column) && $0.top != piece.top }
            }
        }
        return pieces.flatMap { $0.isSpanner ? levels.lines(of: $0) : [$0] }
    }

    /// The head's last line, where it is nothing but the columns' numbers, (1) to (9), one in each column behind the labels:
    /// they are no second lines of what stands above them.
    private func columnNumbers(_ runs: [Int]) -> [Int] {
        let lines = region.lines(runs)
        guard lines.count > 1, let last = lines.last?.runs else { return [] }
        let isNumbers = last.allSatisfy { index in
            let content = region.run(index).content
            return (1...2).contains(content.digits) && content.letters + content.wide == 0
                && region.span(of: index).count == 1
        }
        let columns = region.columns.count - region.stub.count
        return isNumbers && last.count > 1 && last.count + 1 >= columns ? last : []
    }

    private func joins(_ run: Run, _ columns: Range<Int>, _ piece: Piece, _ pieces: [Piece]) -> Bool {
        let em = max(run.size, 1)
        let last = piece.runs.map { region.run($0) }.min { $0.box.midY < $1.box.midY }
        guard let last, columns.overlaps(piece.columns) else { return false }
        let pitch = last.box.midY - run.box.midY
        if pitch < 0.4 * em {
            // On one line with it, in one column: a text that was set with wide spaces.
            return columns == piece.columns && pitch > -0.4 * em && columns.count == 1
        }
        // One column's heading may be set as wide as a page's text: gazette-033 of seed 11. Chinese is broken anywhere, and
        // what stands so far apart there are two levels.
        let isOneColumn =
            columns.count == 1 && piece.columns == columns && run.font == last.font
            && run.content.wide + last.content.wide == 0
        let shift =
            [\Box.x, \Box.midX, \Box.maxX].map { abs(run.box[keyPath: $0] - last.box[keyPath: $0]) }.min() ?? 0
        guard pitch < (isOneColumn && shift < 0.15 * em ? 1.75 : 1.55) * em, abs(last.size - run.size) < 0.25 * em
        else {
            return false
        }
        let shared = min(run.box.maxX, last.box.maxX) - max(run.box.x, last.box.x)
        guard shared > 0 else { return false }
        // What reaches over two headings that stand side by side belongs to both.
        let beneath = pieces.filter {
            $0.columns.overlaps(columns) && (abs($0.top - piece.top) < 0.6 * em || isBeside($0, piece))
        }
        if beneath.count > 1, columns.count > 1 { return false }
        if region.isRuled(from: run.box.midY, to: last.box.midY, x: run.box.x, run.box.maxX) { return false }
        // The lines of one column's heading are flush or centred; over the labels nothing spans.
        let isOverLabels = columns.upperBound <= region.stub.upperBound
        if shift > 0.6 * em, columns.count == 1, !isOverLabels, isAlone(run), isAlone(last) { return false }
        return columns == piece.columns || columns.count == 1 || piece.columns.count > 1
            || (beneath.count == 1 && columns.count > 1)
    }

    /// Is a run all that stands on its height in its columns?
    private func isAlone(_ run: Run) -> Bool {
        let columns = region.span(of: run.box)
        return !region.runs.contains { other in
            let box = region.run(other).box
            return box != run.box && abs(box.midY - run.box.midY) < 0.4 * run.size
                && region.span(of: other).overlaps(columns)
        }
    }

    /// Do two pieces of other columns stand on one height?
    private func isBeside(_ one: Piece, _ two: Piece) -> Bool {
        let common = min(one.bottom, two.bottom) - max(one.top, two.top)
        return !one.columns.overlaps(two.columns) && common > 0.7 * min(one.bottom - one.top, two.bottom - two.top)
    }

    // MARK: Spanners

    private func extendSpanners(_ pieces: inout [Piece]) {
        // From the bottom up, so that what spans spanners finds them done.
        for index in pieces.indices.sorted(by: { pieces[$0].y > pieces[$1].y }) where pieces[index].isSpanner {
            guard let columns = ruledColumns(pieces[index], pieces) else { continue }
            pieces[index].columns = columns
            pieces[index].isRuled = true
        }
        var done = Set<Int>()
        for index in pieces.indices.sorted(by: { pieces[$0].y > pieces[$1].y })
        where pieces[index].isSpanner && !done.contains(index) {
            let em = region.scale.em
            let level = pieces.indices.filter { pieces[$0].isSpanner && abs(pieces[$0].y - pieces[index].y) < 0.5 * em }
                .sorted { pieces[$0].columns.lowerBound < pieces[$1].columns.lowerBound }
            done.formUnion(level)
            share(level, &pieces)
        }
        // Two headings over the same columns would be one: the lower has fewer, if it is centred on those too.
        for upper in pieces.indices where pieces[upper].isSpanner && pieces[upper].columns.count > 2 {
            let same = pieces.indices.filter {
                pieces[$0].isSpanner && pieces[$0].top > pieces[upper].y && pieces[$0].columns == pieces[upper].columns
            }
            if let lower = same.max(by: { pieces[$0].y < pieces[$1].y }) {
                let columns = pieces[lower].columns
                let own = pieces[lower].runs.map { region.span(of: $0) }
                let start = own.map(\.lowerBound).min() ?? columns.lowerBound
                pieces[lower].columns = start..<max(own.map(\.upperBound).max() ?? columns.upperBound, start + 1)
                partition(columns, [lower], &pieces, mayHaveAll: false)
            }
        }
    }

    /// The columns over which a rule stands right below the piece.
    private func ruledColumns(_ piece: Piece, _ pieces: [Piece]) -> Range<Int>? {
        let em = region.scale.em
        let middle =
            (region.columns[piece.columns.lowerBound].start + region.columns[piece.columns.upperBound - 1].end) / 2
        let below = region.rules.first {
            $0.y > piece.y && $0.y < piece.bottom + em && $0.start < middle && $0.end > middle
        }
        guard let below, below.end - below.start < 0.9 * region.box.width || piece.columns.count > 1 else { return nil }
        let covered = region.columns.indices.filter {
            region.columns[$0].middle > below.start && region.columns[$0].middle < below.end
        }
        guard let first = covered.first, let last = covered.last, last > first else { return nil }
        // A rule under the whole head is no spanner's, nor is one that goes on under the next.
        let isShared = pieces.contains {
            abs($0.y - piece.y) < 0.5 * em && $0.columns != piece.columns
                && ($0.columns.lowerBound >= first && $0.columns.upperBound <= last + 1)
        }
        return covered.count < region.columns.count && !isShared ? first..<last + 1 : nil
    }

    /// Shares the columns that have headings of their own among the spanners of one level, each centred on its part.
    private func share(_ level: [Int], _ pieces: inout [Piece]) {
        for columns in stretches(level, pieces) {
            let inside = level.filter {
                pieces[$0].columns.lowerBound >= columns.lowerBound
                    && pieces[$0].columns.upperBound <= columns.upperBound
            }
            if !inside.isEmpty { partition(columns, inside, &pieces) }
        }
    }

    /// Neighbouring columns with something deeper than a level and nothing else beside it.
    private func stretches(_ level: [Int], _ pieces: [Piece]) -> [Range<Int>] {
        let em = region.scale.em
        let y = level.map { pieces[$0].y }.min() ?? 0
        let top = level.map { pieces[$0].top }.min() ?? 0
        let bottom = level.map { pieces[$0].bottom }.max() ?? 0
        let lowest = pieces.filter { !$0.isSpanner && $0.columns.count == 1 && $0.top > y }
        let line = lowest.map(\.y).median ?? y
        let start = lowest.map(\.top).median ?? y
        let end = lowest.map(\.bottom).max() ?? bottom
        let isLowest = !pieces.contains { $0.isSpanner && $0.y > y + 0.5 * em }
        // What is in the middle of both lines stands beside the upper one too.
        func isBesideBoth(_ piece: Piece) -> Bool {
            isLowest && line - piece.y > 0.4 * em && start - piece.top > 0.3 * em
                && [(y + line) / 2, (top + end) / 2].contains { abs(piece.y - $0) < 0.25 * em }
        }
        let isFree = region.columns.indices.map { column in
            pieces.contains { $0.top > y && $0.columns.contains(column) && !isBesideBoth($0) }
                && !pieces.indices.contains { other in
                    !level.contains(other) && pieces[other].columns.contains(column)
                        && (pieces[other].y > top - 0.2 * em && pieces[other].y < bottom + 0.2 * em
                            // What begins beside it stands below nothing of it.
                            || pieces[other].top < bottom - 0.1 * em && pieces[other].bottom > bottom)
                }
        }
        // No heading reaches over the end of one above it.
        let upper = pieces.filter { $0.isRuled && $0.bottom < y }.map(\.columns)
        var stretches: [Range<Int>] = []
        for column in isFree.indices where isFree[column] {
            let isEnd = upper.contains { $0.lowerBound == column || $0.upperBound == column }
            if let last = stretches.last, last.upperBound == column, !isEnd {
                stretches[stretches.count - 1] = last.lowerBound..<column + 1
            } else {
                stretches.append(column..<column + 1)
            }
        }
        return stretches
    }

    private func partition(
        _ columns: Range<Int>, _ spanners: [Int], _ pieces: inout [Piece], mayHaveAll: Bool = true
    ) {
        let em = max(region.scale.em, 1)
        // A lower spanner's columns stay together.
        let cuts = (columns.lowerBound...columns.upperBound).filter { cut in
            !pieces.contains { piece in
                piece.isSpanner && piece.y > pieces[spanners[0]].y + 0.5 * em && piece.columns.lowerBound < cut
                    && cut < piece.columns.upperBound
            }
        }
        func box(_ piece: Piece) -> Box? { Box.around(piece.runs.lazy.map { region.run($0).box }) }
        // Centred on the ink of the columns or on the cells.
        let centred = cheapest(cuts, spanners.map { pieces[$0] }) { piece, range in
            guard let box = box(piece) else { return 0 }
            let inner = (region.columns[range.lowerBound].start + region.columns[range.upperBound - 1].end) / 2
            let outer = (region.edge(before: range.lowerBound) + region.edge(before: range.upperBound)) / 2
            var between = inner
            if let first = headMiddle(range.lowerBound, pieces), let last = headMiddle(range.upperBound - 1, pieces) {
                between = (first + last) / 2
            }
            // It has more columns than the heading below it, or that would be its second line.
            let isSame =
                !mayHaveAll && range == columns
                || pieces.contains { $0.isSpanner && $0.top > piece.bottom && $0.columns == range }
            return min(abs(box.midX - inner), abs(box.midX - outer), abs(box.midX - between)) / em + (isSame ? 1 : 0)
        }
        // What stands in the middle of the table spans all of it, rather than the columns in its middle.
        // So does what stands over the headings between the rows.
        if mayHaveAll, columns == 0..<region.columns.count, spanners.count == 1, centred.cost > 0 {
            let middle = (region.box.x + region.box.maxX) / 2
            if let own = box(pieces[spanners[0]]), abs(own.midX - middle) < 1.2 * em || isOverHeadings(own) {
                pieces[spanners[0]].columns = columns
                return
            }
        }
        // Or flush with the first of them.
        let flush = cheapest(cuts, spanners.map { pieces[$0] }) { piece, range in
            guard let box = box(piece) else { return 0 }
            return abs(box.x - region.columns[range.lowerBound].start) / em
        }
        let best = flush.cost + 1.5 < centred.cost ? flush : centred
        for (index, range) in zip(spanners, best.ranges) where !range.isEmpty { pieces[index].columns = range }
    }

    /// Does a text that stands alone have the middle of another that does, between the rows further down?
    private func isOverHeadings(_ box: Box) -> Bool {
        let values = region.runs.lazy.map { region.run($0) }.filter { $0.isValue && !$0.content.isYear }
        guard let first = values.map(\.box.maxY).min() else { return false }
        return region.runs.contains { index in
            let run = region.run(index)
            return run.box.y > first && abs(run.box.midX - box.midX) < 0.15 * region.scale.em
                && region.isHeading(index) && region.span(of: index).upperBound < region.columns.count
        }
    }

    /// The middle of a column's own heading, which stands in the middle of its cell more often than the values do.
    private func headMiddle(_ column: Int, _ pieces: [Piece]) -> Double? {
        let own = pieces.last { !$0.isSpanner && $0.columns == column..<column + 1 }
        return own.flatMap { Box.around($0.runs.lazy.map { region.run($0).box })?.midX }
    }

    /// The cheapest way to share the columns between the cuts among pieces in order; columns that nobody takes cost
    /// a little.
    private func cheapest(
        _ cuts: [Int], _ pieces: [Piece], _ error: (Piece, Range<Int>) -> Double
    ) -> (cost: Double, ranges: [Range<Int>]) {
        let count = pieces.count
        // best[c][k]: the columns before cut c given to the first k pieces.
        var best = [[Double]](repeating: [Double](repeating: .infinity, count: count + 1), count: cuts.count)
        var from = [[Int]](repeating: [Int](repeating: -1, count: count + 1), count: cuts.count)
        guard !cuts.isEmpty, cuts.count * cuts.count * count < 2_000_000 else { return (.infinity, []) }
        best[0][0] = 0
        for c in cuts.indices.dropFirst() {
            for k in 0...count {
                // Rather one stretch of columns left over than two.
                let isNewStretch = c == 1 || from[c - 1][k] >= 0
                best[c][k] = best[c - 1][k] + 0.1 * Double(cuts[c] - cuts[c - 1]) + (isNewStretch ? 0.05 : 0)
                guard k > 0 else { continue }
                let piece = pieces[k - 1]
                for b in 0..<c where best[b][k - 1] < .infinity {
                    let range = cuts[b]..<cuts[c]
                    guard range.lowerBound <= piece.columns.lowerBound, range.upperBound >= piece.columns.upperBound
                    else { continue }
                    // What spans one column spans nothing.
                    let total = best[b][k - 1] + error(piece, range) + (range.count < 2 ? 0.5 : 0)
                    if total < best[c][k] {
                        best[c][k] = total
                        from[c][k] = b
                    }
                }
            }
        }
        var (c, k) = (cuts.count - 1, count)
        let cost = best[c][k]
        guard cost < .infinity else { return (cost, []) }
        var ranges = [Range<Int>](repeating: 0..<0, count: count)
        while c > 0 {
            let b = from[c][k]
            if b < 0 {
                c -= 1
            } else {
                k -= 1
                ranges[k] = cuts[b]..<cuts[c]
                c = b
            }
        }
        return (cost, ranges)
    }
}
