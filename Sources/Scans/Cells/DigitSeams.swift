import LeptonicaBridge

/// Parts a figure's ink into its digits where a reader saw them: ink that fell apart is put together, and digits that
/// touch are cut where there is the least of it.
struct DigitSeams {
    let page: CleanPage
    let line: InkLine

    /// - Parameter middles: of the digits, as shares of the line's width.
    /// - Returns: a box for each digit; none where one of them has no ink.
    func boxes(around middles: [Double]) -> [PixelBox] {
        guard !middles.isEmpty else { return [] }
        let places = middles.map { Double(line.box.x) + $0 * Double(line.box.width) }
        let seams = zip(places, places.dropFirst()).map { seam(between: $0, and: $1) }
        var boxes = [PixelBox?](repeating: nil, count: middles.count)
        for piece in line.pieces {
            var from = piece.x
            for seam in seams.filter({ piece.x < $0 && $0 < piece.maxX }) + [piece.maxX] {
                let part = PixelBox(x: from, y: piece.y, width: seam - from, height: piece.height)
                from = seam
                let digit = seams.count { Double($0) <= part.midX }
                boxes[digit] = boxes[digit].map { $0.union(part) } ?? part
            }
        }
        let whole = boxes.compactMap { $0 }
        return whole.count == boxes.count ? whole : []
    }

    /// The column between two digits with the least ink in it, and nearest to the middle between them.
    private func seam(between left: Double, and right: Double) -> Int {
        let middle = Int((left + right) / 2)
        let reach = max(1, Int((right - left) / 4))
        let strip = PixelBox(
            x: middle - reach, y: line.box.y, width: 2 * reach + 1, height: max(1, line.box.height))
        let values = page.ink.greyValues(in: strip)
        let counts = (0..<strip.width).map { x in
            (0..<strip.height).count { values[$0 * strip.width + x] == 0 }
        }
        let best = counts.indices.min { (counts[$0], abs($0 - reach)) < (counts[$1], abs($1 - reach)) }
        return strip.x + (best ?? reach)
    }
}
