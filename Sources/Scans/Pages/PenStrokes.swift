import LeptonicaBridge

/// Finds the strokes of a pen on a page without colours: a tick, a wave, a stroke through some heads.
///
/// Larger than a character, a stroke is a thin line that hardly ever passes the same row or column twice; characters and
/// figures that hang together are passed several times.
struct PenStrokes {
    let em: Double

    /// The strokes among the pieces of a page without its rulings; nil where there are none.
    ///
    /// - Parameter rulings: where they were taken off.
    func mask(in ink: Picture, pieces: [PixelBox], rulings: Picture?) -> Picture? {
        let large = pieces.prefix(Self.mostPieces).filter { isLarge($0) }
        let alone = large.filter { one in !pieces.contains { isBeside($0, one) } }
        guard var strokes = mask(alone, in: ink, where: isStroke) else { return nil }
        // Rulings have cut them: what goes on above or below is the same stroke.
        let reach = 2 * Int(0.4 * em) + 1
        for _ in 0..<Self.mostCuts {
            guard let cuts = rulings.flatMap({ strokes.dilated(width: 5, height: 5)?.intersecting($0) }),
                let others = cuts.dilated(width: reach, height: reach)?.grown(within: ink)?.subtracting(strokes),
                let more = mask(others.componentBoxes(limit: Self.mostPieces), in: others, where: isPart)
            else { break }
            strokes = strokes.uniting(more) ?? strokes
        }
        // A stroke's soft edge goes with it.
        return strokes.dilated(width: 3, height: 3)
    }

    /// Whether a piece stands beside another as the characters of a heading do, some of which fall into strokes.
    private func isBeside(_ other: PixelBox, _ one: PixelBox) -> Bool {
        let (height, gap) = (Double(one.height), Double(max(one.x, other.x) - min(one.maxX, other.maxX)))
        return other != one && Double(other.height) > 0.75 * height && Double(other.height) < 1.5 * height
            && abs(other.midY - one.midY) < 0.4 * height && gap < height
    }

    private func mask(
        _ pieces: [PixelBox], in ink: Picture, where isWanted: (ConnectedInk) -> Bool
    ) -> Picture? {
        let starts = pieces.compactMap { box -> PixelBox? in
            guard let piece = ConnectedInk(around: box, in: ink), isWanted(piece) else { return nil }
            return PixelBox(x: piece.start.x, y: piece.start.y, width: 1, height: 1)
        }
        return starts.isEmpty ? nil : ink.mask(of: starts)?.grown(within: ink)
    }

    private func isLarge(_ box: PixelBox) -> Bool {
        let (width, height) = (Double(box.width) / em, Double(box.height) / em)
        return min(width, height) > 0.6 && max(width, height) < 12 && (height > 1.3 || height > 0.9 && width > 2.5)
    }

    private func isStroke(_ piece: ConnectedInk) -> Bool {
        let passes = passes(of: piece)
        // A wave passes rows more often, but still goes from side to side.
        return isPart(piece)
            && (max(passes.rows, passes.columns) < Self.mostPasses
                || (piece.width > piece.height ? passes.columns : passes.rows) < Self.straight)
    }

    /// Whether a piece may be what a ruling has cut off a stroke: the foot of a tick.
    private func isPart(_ piece: ConnectedInk) -> Bool {
        let passes = passes(of: piece)
        let length = max(passes.rows * Double(piece.height), passes.columns * Double(piece.width))
        return Double(piece.area) < Self.thickest * em * length && min(passes.rows, passes.columns) < Self.mostPasses
            && max(passes.rows, passes.columns) < Self.mostOfParts
    }

    /// At the mean of rows and of columns.
    private func passes(of piece: ConnectedInk) -> (rows: Double, columns: Double) {
        let passes = piece.passes
        return (Double(passes.rows) / Double(piece.height), Double(passes.columns) / Double(piece.width))
    }

    /// In ems.
    private static let thickest = 0.3
    /// Of a row or a column, at the mean.
    private static let mostPasses = 1.5
    private static let straight = 1.25
    private static let mostOfParts = 5.0
    /// Rows of a table that a stroke goes through.
    private static let mostCuts = 4
    /// A page that is all specks has none that matter.
    private static let mostPieces = 60_000
}
