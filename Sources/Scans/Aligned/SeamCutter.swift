import LeptonicaBridge

/// Cuts runs apart that stand side by side in narrow columns: a gap that goes on in the line above or below, or between
/// the figures of a row, parts two columns.
struct SeamCutter {
    let em: Double
    let settings: ScanSettings

    private struct Gap {
        var run: Int
        /// The piece that begins behind it.
        var piece: Int
        var from: Int
        var to: Int

        func overlap(_ other: Gap) -> Int { min(to, other.to) - max(from, other.from) }
    }

    func cut(_ runs: [InkLine]) -> [InkLine] {
        let gaps = runs.indices.flatMap { gapsWithin(runs[$0], $0) }
        guard !gaps.isEmpty else { return runs }
        let seams = gaps.filter { gap in
            gaps.contains { isNextLine(runs[gap.run].box, runs[$0.run].box) && Double(gap.overlap($0)) > 0.25 * em }
        }
        guard !seams.isEmpty else { return runs }
        let finder = InkLineFinder(em: em, settings: settings)
        return runs.enumerated().flatMap { index, run -> [InkLine] in
            let cuts = seams.filter { $0.run == index }.map(\.piece).sorted()
            guard !cuts.isEmpty else { return [run] }
            let ends = cuts + [run.pieces.count]
            return zip([0] + cuts, ends).compactMap { start, end in
                let pieces = Array(run.pieces[start..<end])
                guard let first = pieces.first, let last = pieces.last else { return nil }
                let small = run.smallPieces.filter { $0.midX > Double(first.x) && $0.midX < Double(last.maxX) }
                return finder.line(of: pieces, small: small)
            }
        }
    }

    /// Gaps between two characters wider than those within a word.
    private func gapsWithin(_ run: InkLine, _ index: Int) -> [Gap] {
        zip(run.pieces.indices.dropFirst(), zip(run.pieces, run.pieces.dropFirst())).compactMap { piece, pair in
            let (left, right) = pair
            guard Double(right.x - left.maxX) > settings.seamGap * em, isCharacter(left), isCharacter(right),
                !run.smallPieces.contains(where: { $0.midX > Double(left.maxX) && $0.midX < Double(right.x) })
            else { return nil }
            return Gap(run: index, piece: piece, from: left.maxX, to: right.x)
        }
    }

    /// No bracket and no point: beside those it is white anyway.
    private func isCharacter(_ piece: PixelBox) -> Bool {
        Double(piece.width) > 0.4 * em && Double(piece.height) > 0.5 * em
    }

    private func isNextLine(_ a: PixelBox, _ b: PixelBox) -> Bool {
        let gap = max(a.y, b.y) - min(a.maxY, b.maxY)
        return Double(gap) > -0.2 * em && Double(gap) < em
    }
}
