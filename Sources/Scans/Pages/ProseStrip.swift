import LeptonicaBridge

/// The parts of a page where prose stands, one below the other: most of the time that an engine needs to find the lines
/// of a page goes into white paper, and into the places of tables that have been read already.
struct ProseStrip {
    /// From left to right, of the page.
    private let columns: Range<Int>
    /// From top to bottom, of the page.
    private let rows: [Range<Int>]

    /// - Parameter pieces: the ink that may be prose.
    /// - Parameter runs: what of it stands close together in one line.
    /// - Parameter holes: where it is none.
    init(
        of pieces: [PixelBox], runs: [InkLine], without holes: [PixelBox], em: Double, width: Int, height: Int
    ) {
        func isProse(_ box: PixelBox) -> Bool { !holes.contains { $0.holdsMiddle(of: box) } }
        // The edges of a sheet on a desk stand beside all that is text, and would join its lines (photo).
        let text = runs.filter { $0.pieces.count >= Self.fewestPieces && isProse($0.box) }.map(\.box)
        let from = text.map(\.x).min() ?? 0
        let to = text.map(\.maxX).max() ?? width
        // In every line of text some ink is as large as this, even where strokes are broken, and none is much larger.
        let prose = pieces.filter {
            (0.3...Self.largest).contains(Double(max($0.width, $0.height)) / em) && $0.maxX > from && $0.x < to
                && isProse($0)
        }
        let margin = Int(em)
        var rows: [Range<Int>] = []
        for piece in prose.sorted(by: { $0.y < $1.y }) {
            let top = max(0, piece.y - margin)
            let bottom = min(height, piece.maxY + margin)
            guard top < bottom else { continue }
            if let last = rows.last, top <= last.upperBound {
                rows[rows.count - 1] = last.lowerBound..<max(last.upperBound, bottom)
            } else {
                rows.append(top..<bottom)
            }
        }
        self.rows = rows
        let left = max(0, (prose.map(\.x).min() ?? 0) - margin)
        columns = left..<max(left, min(width, (prose.map(\.maxX).max() ?? 0) + margin))
    }

    private static let fewestPieces = 3
    /// In ems: characters of a title, two of which touch.
    private static let largest = 5.0

    /// Nil where there is none.
    func crop(_ page: Picture) -> InkCrop? {
        let height = rows.map(\.count).reduce(0, +)
        guard height > 0, !columns.isEmpty else { return nil }
        var grey: [UInt8] = []
        grey.reserveCapacity(height * columns.count)
        for row in rows {
            grey += page.greyValues(
                in: PixelBox(x: columns.lowerBound, y: row.lowerBound, width: columns.count, height: row.count))
        }
        return InkCrop(
            width: columns.count, height: height, grey: grey, top: 0, bottom: height, left: 0, right: columns.count)
    }

    /// A character of the strip where it stands on the page.
    func placed(_ symbol: TextSymbol) -> TextSymbol {
        var symbol = symbol
        symbol.x += columns.lowerBound
        symbol.y = placed(symbol.y + symbol.height / 2) - symbol.height / 2
        return symbol
    }

    private func placed(_ y: Int) -> Int {
        var top = 0
        for row in rows {
            if y < top + row.count { return row.lowerBound + y - top }
            top += row.count
        }
        return rows.last?.upperBound ?? y
    }
}

extension PixelBox {
    func holdsMiddle(of box: PixelBox) -> Bool {
        Double(x) <= box.midX && box.midX < Double(maxX) && Double(y) <= box.midY && box.midY < Double(maxY)
    }
}
