import ReportModel

/// Parts the pieces of a head that hold a heading of several columns and, right below it, the first line of one of those
/// columns' own headings.
///
/// Headings of one line and of several stand beside each other by their first lines, their middles or their last ones.
/// A piece that does so only without its upper lines is two.
struct HeadLevels {
    private let region: AlignedRegion

    init(_ region: AlignedRegion) { self.region = region }

    func parted(_ pieces: [HeaderFinder.Piece]) -> [HeaderFinder.Piece] {
        let styles = styles(pieces)
        var result: [HeaderFinder.Piece] = []
        for piece in pieces {
            let lines = region.lines(piece.runs)
            guard lines.count > 1, piece.columns.count == 1, let cut = cut(lines, of: piece, pieces, styles) else {
                result.append(piece)
                continue
            }
            result.append(self.piece(lines[cut...], in: piece.columns))
            result += self.lines(Array(lines[..<cut]), in: piece.columns)
        }
        return result
    }

    /// A heading of several columns, or those that it holds: see `lines(_:in:)`.
    func lines(of piece: HeaderFinder.Piece) -> [HeaderFinder.Piece] {
        let parts = lines(region.lines(piece.runs), in: piece.columns)
        guard parts.count > 1 else { return [piece] }
        return parts.map { part in
            var part = part
            part.isSpanner = true
            return part
        }
    }

    /// Text is broken where there is no more room: a line is no shorter than its next one, or they are two texts. What
    /// is set with spaces may be broken for its sense.
    private func lines(_ lines: [AlignedLine], in columns: Range<Int>) -> [HeaderFinder.Piece] {
        var parts: [HeaderFinder.Piece] = []
        var end = lines.count
        for line in lines.indices.reversed() {
            let isOne =
                line > 0
                && (width(lines[line - 1]) > width(lines[line]) - 0.5 * region.scale.em
                    || lines[line - 1].runs.contains { region.run($0).content.letters > 0 })
            guard !isOne else { continue }
            parts.append(piece(lines[line..<end], in: columns))
            end = line
        }
        return parts
    }

    /// Where cells of several lines and of one have a common height.
    private enum Style: CaseIterable { case top, middle, bottom }

    private func height(_ lines: ArraySlice<AlignedLine>, _ style: Style) -> Double {
        guard let first = lines.first?.y, let last = lines.last?.y else { return .infinity }
        return switch style {
        case .top: first
        case .middle: (first + last) / 2
        case .bottom: last
        }
    }

    /// The styles that headings speak for which reach over all of the head, whatever their columns' neighbours.
    private func styles(_ pieces: [HeaderFinder.Piece]) -> [Style] {
        let whole = region.lines(pieces.flatMap(\.runs))
        guard whole.count > 1 else { return Style.allCases }
        let counts = Style.allCases.map { style in
            pieces.count { piece in
                let isAlone = !pieces.contains { $0.columns.overlaps(piece.columns) && $0.top != piece.top }
                return isAlone && isNear(height(region.lines(piece.runs)[...], style), height(whole[...], style))
            }
        }
        let most = counts.max() ?? 0
        // One heading alone is in some way by chance: unruled-weasyprint-any80 of seed 8103.
        guard most > 1 else { return Style.allCases }
        return zip(Style.allCases, counts).filter { $1 == most }.map(\.0)
    }

    private func isNear(_ one: Double, _ two: Double) -> Bool { abs(one - two) < 0.3 * region.scale.em }

    /// The first line of the piece's own heading; nil where all of it is.
    private func cut(
        _ lines: [AlignedLine], of piece: HeaderFinder.Piece, _ pieces: [HeaderFinder.Piece], _ styles: [Style]
    ) -> Int? {
        let column = piece.columns.lowerBound
        let neighbours = [column - 1, column + 1].compactMap { beside in
            pieces.filter { $0.columns == beside..<beside + 1 }.max { $0.bottom < $1.bottom }
        }.map { region.lines($0.runs) }
        guard neighbours.count > 1 else { return nil }
        func agrees(_ own: ArraySlice<AlignedLine>) -> Bool {
            styles.contains { style in
                neighbours.allSatisfy { isNear(height($0[...], style), height(own, style)) }
            }
        }
        let cuts = lines.indices.dropFirst().filter { agrees(lines[$0...]) }
        guard agrees(lines[...]) else { return cuts.first { isFilled(lines[$0...]) } ?? cuts.first }
        if let cut = cuts.first(where: { cut in
            neighbours.allSatisfy { $0.count == lines.count - cut } && isNotForRoom(lines, cut, between: neighbours)
        }) {
            return cut
        }
        // Both are beside the others in one way: a line that is wider than those below it had room for them.
        guard !isFilled(lines[...]) else { return nil }
        return cuts.first { cut in
            isFilled(lines[cut...])
                && lines[cut...].allSatisfy { width($0) < width(lines[cut - 1]) - 0.5 * region.scale.em }
        }
    }

    /// Is a line wider than its column, or would all lines have found room on one? Columns are as wide as the headings on
    /// either side are apart.
    private func isNotForRoom(_ lines: [AlignedLine], _ cut: Int, between neighbours: [[AlignedLine]]) -> Bool {
        let middles = neighbours.compactMap { lines in
            Box.around(lines.lazy.flatMap(\.runs).map { region.run($0).box })?.midX
        }
        guard let first = middles.first, let last = middles.last, middles.count == 2 else { return false }
        let room = abs(last - first) / 2
        return width(lines[cut - 1]) > room
            || lines.reduce(0) { $0 + width($1) } < room - 0.5 * region.scale.em
    }

    /// Is there no room for another character on any line but the last, where the longest is as long as can be? What is
    /// set with spaces may be broken for its sense.
    private func isFilled(_ lines: ArraySlice<AlignedLine>) -> Bool {
        let longest = lines.map(width).max() ?? 0
        return lines.dropLast().allSatisfy { line in
            width(line) > longest - 1.2 * region.scale.em
                || line.runs.contains { region.run($0).content.letters > 0 }
        }
    }

    private func piece(_ lines: ArraySlice<AlignedLine>, in columns: Range<Int>) -> HeaderFinder.Piece {
        let runs = lines.flatMap(\.runs)
        return HeaderFinder.Piece(
            runs: runs, columns: columns, top: runs.map { region.run($0).top }.min() ?? 0,
            bottom: runs.map { region.run($0).bottom }.max() ?? 0)
    }

    private func width(_ line: AlignedLine) -> Double {
        Box.around(line.runs.lazy.map { region.run($0).box })?.width ?? 0
    }
}
