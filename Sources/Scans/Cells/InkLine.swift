import LeptonicaBridge

/// One line of ink: what stands side by side in a cell, or in a stretch of text.
struct InkLine: Sendable {
    /// Around its characters; specks left out.
    var box: PixelBox
    /// Its pieces from left to right; pieces that stand one above the other are one.
    var pieces: [PixelBox]
    /// Small pieces that could be dirt, a point or a comma.
    var smallPieces: [PixelBox]

    /// The widest white between two of its pieces.
    var widestGap: Int {
        zip(pieces, pieces.dropFirst()).map { $1.x - $0.maxX }.max() ?? 0
    }
}

/// What stands in a cell, before it is read.
enum CellInk: Sendable {
    case blank
    /// Nothing but a stroke lying down: —, - or 一.
    case dash(PixelBox)
    case lines([InkLine])
}

/// pieces of ink → lines
struct InkLineFinder {
    let em: Double
    let settings: ScanSettings

    func ink(of pieces: [PixelBox]) -> CellInk {
        let large = pieces.filter { Double($0.height) >= settings.characterHeight * em }
        let small = pieces.filter { Double($0.height) < settings.characterHeight * em }
        let strokes = small.filter { Double($0.width) >= 0.3 * em && Double($0.width) >= 2.2 * Double($0.height) }
        guard !large.isEmpty else {
            // Dirt: nothing that large is a character, and no character is that small.
            let rest = small.filter { Double(max($0.width, $0.height)) > 0.2 * em }
            // What else is there may be the rest of digits whose thin strokes were lost: the bar of a 7, the foot of a 2.
            if let first = strokes.first, rest.count <= strokes.count {
                let dash = strokes.dropFirst().reduce(first) { $0.union($1) }
                if Double(dash.height) < settings.characterHeight * em { return .dash(dash) }
            }
            guard let first = rest.first else { return .blank }
            return .lines([
                InkLine(box: rest.dropFirst().reduce(first) { $0.union($1) }, pieces: rest, smallPieces: [])
            ])
        }
        var lines: [[PixelBox]] = []
        var spans: [(top: Int, bottom: Int)] = []
        for piece in large.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
            let match = spans.indices.first { index in
                let common = min(spans[index].bottom, piece.maxY) - max(spans[index].top, piece.y)
                return Double(common) > 0.4 * Double(min(piece.height, spans[index].bottom - spans[index].top))
            }
            if let match {
                lines[match].append(piece)
                spans[match] = (min(spans[match].top, piece.y), max(spans[match].bottom, piece.maxY))
            } else {
                lines.append([piece])
                spans.append((piece.y, piece.maxY))
            }
        }
        var result = lines.compactMap { line(of: $0, small: small) }
        result.sort { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
        return .lines(result)
    }

    /// One line of these pieces; the small ones only where they stand beside the large.
    func line(of large: [PixelBox], small: [PixelBox]) -> InkLine? {
        let speck = max(1.5, settings.speck * em)
        guard let first = large.first else { return nil }
        var box = large.dropFirst().reduce(first) { $0.union($1) }
        let reach = Int(0.6 * em)
        let slack = Int(0.15 * em) + 1
        let parts = small.filter { Double($0.width) > 0.15 * em && hangs($0, on: large) }
        box = parts.reduce(box) { $0.union($1) }
        let near = small.filter {
            Double(max($0.width, $0.height)) > speck && $0.y >= box.y - slack && $0.maxY <= box.maxY + slack
                && $0.maxX >= box.x - reach && $0.x <= box.maxX + reach
        }
        for piece in near {
            box = PixelBox(
                x: min(box.x, piece.x), y: box.y, width: max(box.maxX, piece.maxX) - min(box.x, piece.x),
                height: box.height)
        }
        return InkLine(box: box, pieces: columns(of: large + parts), smallPieces: near)
    }

    /// Whether a small piece is what has come off a low one, over or under it: the bar of a 5 or a 7, the foot of a 2. Thin
    /// type leaves much white between the two, and what they make up is no higher than a digit (mild200-none: the 口 below
    /// the bar of a 5).
    private func hangs(_ piece: PixelBox, on pieces: [PixelBox]) -> Bool {
        pieces.contains { other in
            let gap = Double(max(piece.y - other.maxY, other.y - piece.maxY))
            let common = min(piece.maxX, other.maxX) - max(piece.x, other.x)
            let whole = piece.union(other)
            return (gap < 0.15 * em || gap < 0.2 * em && Double(whole.height) < 0.75 * em)
                && Double(other.height) < 0.75 * em && 2 * common > min(piece.width, other.width)
                && Double(whole.width) < Self.widestDigit * em
        }
    }

    private static let widestDigit = 0.7

    /// Pieces over one another make one character: a 5 whose bar has come off.
    private func columns(of pieces: [PixelBox]) -> [PixelBox] {
        var result: [PixelBox] = []
        for piece in pieces.sorted(by: { $0.x < $1.x }) {
            if let last = result.last,
                Double(min(last.maxX, piece.maxX) - max(last.x, piece.x)) > 0.5 * Double(min(last.width, piece.width))
            {
                result[result.count - 1] = last.union(piece)
            } else {
                result.append(piece)
            }
        }
        return result
    }
}

extension PixelBox {
    func union(_ other: PixelBox) -> PixelBox {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return PixelBox(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }

    var midX: Double { Double(x) + Double(width) / 2 }
    var midY: Double { Double(y) + Double(height) / 2 }
}
