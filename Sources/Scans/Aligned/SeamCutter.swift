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
        /// Between whole characters.
        var isPlain: Bool
        /// Between characters half a line apart.
        var isStep: Bool

        func overlap(_ other: Gap) -> Int { min(to, other.to) - max(from, other.from) }
    }

    func cut(_ runs: [InkLine]) -> [InkLine] {
        // A stroke of 总 stands level with 未 beside it, half a line higher, and made them one.
        let level = cut(runs, at: runs.indices.flatMap { gapsWithin(runs[$0], $0) }.filter(\.isStep))
        return cut(level, at: seams(of: level))
    }

    private func seams(of runs: [InkLine]) -> [Gap] {
        let gaps = runs.indices.flatMap { gapsWithin(runs[$0], $0) }
        guard !gaps.isEmpty else { return [] }
        let rows = rowsOfFigures(runs.map(\.box))
        return gaps.filter { gap in
            isWide(gap.from..<gap.to) && partsFigures(gap, of: runs[gap.run].box, rows)
                || gaps.contains {
                    isNextLine(runs[gap.run].box, runs[$0.run].box) && Double(gap.overlap($0)) > 0.25 * em
                        && (gap.isPlain && $0.isPlain || partsFigures(gap, of: runs[gap.run].box, rows))
                }
                || gap.isPlain && partsRuns(gap, runs)
        }
    }

    /// Whether a gap goes on between two runs of the next line that both stand over or under this one (seal-outer: 结果
    /// and 审结 below 其他 and 尚未).
    private func partsRuns(_ gap: Gap, _ runs: [InkLine]) -> Bool {
        let own = runs[gap.run].box
        let middle = Double(gap.from + gap.to) / 2
        let next = runs.filter { isNextLine(own, $0.box) && $0.box.x < own.maxX && own.x < $0.box.maxX }
        guard let left = next.filter({ $0.box.midX < middle }).max(by: { $0.box.maxX < $1.box.maxX }),
            let right = next.filter({ $0.box.midX > middle }).min(by: { $0.box.x < $1.box.x }),
            abs(left.box.midY - right.box.midY) < settings.lineDrift * em,
            left.pieces.last.map(isCharacter) ?? false, right.pieces.first.map(isCharacter) ?? false
        else { return false }
        return Double(min(gap.to, right.box.x) - max(gap.from, left.box.maxX)) > 0.25 * em
    }

    private func cut(_ runs: [InkLine], at seams: [Gap]) -> [InkLine] {
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
            guard right.x > left.maxX, Double(right.x - left.maxX) > settings.seamGap * em,
                isWide(left.maxX..<right.x)
                    || !run.smallPieces.contains(where: { $0.midX > Double(left.maxX) && $0.midX < Double(right.x) })
            else { return nil }
            let isPlain = isCharacter(left) && isCharacter(right)
            return Gap(
                run: index, piece: piece, from: left.maxX, to: right.x, isPlain: isPlain,
                isStep: isPlain && abs(left.midY - right.midY) > settings.lineDrift * em)
        }
    }

    /// Two runs are one across so much white only for dirt in it that was taken for a sign (fax-horizontal).
    private func isWide(_ gap: Range<Int>) -> Bool { Double(gap.count) > settings.runGap * em }

    /// Runs as short as figures in rows of them, from left to right, without the label that they may stand beside.
    private func rowsOfFigures(_ boxes: [PixelBox]) -> [[PixelBox]] {
        TableBandFinder(em: em).levels(boxes).compactMap { level in
            let runs = level.runs.sorted { $0.x < $1.x }
            let label = runs.lastIndex { Double($0.width) >= 3 * em }
            let row = Array(runs[(label.map { $0 + 1 } ?? 0)...])
            return row.count >= Self.fewestFigures ? row : nil
        }
    }

    private static let fewestFigures = 5

    /// Whether a gap lies where two figures part below a run that stands over both: then it parts two heads, though one
    /// of them begins with a piece of a character, as 结 and 持 do where their halves stand apart (seal-outer).
    private func partsFigures(_ gap: Gap, of run: PixelBox, _ rows: [[PixelBox]]) -> Bool {
        rows.contains { row in
            guard let first = row.first, first.y > run.maxY, Double(first.y - run.maxY) < 5 * em else { return false }
            return zip(row, row.dropFirst()).contains { left, right in
                left.midX > Double(run.x) - em / 2 && right.midX < Double(run.maxX) + em / 2
                    && Double(min(gap.to, right.x) - max(gap.from, left.maxX)) > 0.25 * em
            }
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
