import LeptonicaBridge

/// strokes → lines: pieces of one line put together again
struct LineJoiner {
    let em: Double
    let settings: ScanSettings

    /// Joins pieces that continue each other over no more than `gap` pixels, or over ink that was taken off.
    ///
    /// - Parameter covered: the ink with what was taken off; nil where nothing was.
    func lines(_ strokes: [FollowedLine], gap: Double, covered: Picture? = nil) -> [FollowedLine] {
        let widest = covered == nil ? gap : max(gap, settings.coveredGap * em)
        var pieces = strokes.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        var isChanged = true
        while isChanged {
            isChanged = false
            var result: [FollowedLine] = []
            var open: [Int] = []
            for piece in pieces {
                open.removeAll { result[$0].end < piece.start - widest }
                var best: (index: Int, offset: Double)?
                for index in open {
                    let offset = self.offset(result[index], piece)
                    guard offset <= tolerance(result[index], piece), offset < best?.offset ?? .infinity else {
                        continue
                    }
                    if piece.start - result[index].end <= gap || isCovered(from: result[index], to: piece, covered) {
                        best = (index, offset)
                    }
                }
                if let best {
                    result[best.index] = result[best.index].joined(with: piece)
                    isChanged = true
                } else {
                    open.append(result.count)
                    result.append(piece)
                }
            }
            pieces = result.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        }
        return pieces
    }

    /// How far the second piece lies off the course of the first.
    private func offset(_ first: FollowedLine, _ second: FollowedLine) -> Double {
        let meeting = (first.end + second.start) / 2
        return abs(first.across(at: meeting) - second.across(at: meeting))
    }

    /// Whether ink lies all along the way from one piece to the next.
    private func isCovered(from first: FollowedLine, to second: FollowedLine, _ ink: Picture?) -> Bool {
        guard let ink, let from = first.points.last, let to = second.points.first, to.along > from.along else {
            return false
        }
        let low = Int(min(from.across, to.across)) - 1
        let box = PixelBox(
            x: Int(first.end), y: low, width: max(1, Int(second.start - first.end)),
            height: Int(max(from.across, to.across)) + 2 - low)
        let values = ink.greyValues(in: box)
        let slope = (to.across - from.across) / (to.along - from.along)
        let inked = (0..<box.width).count { x in
            let middle = Int(from.across + slope * (Double(box.x + x) - from.along)) - box.y
            return (middle - 1...middle + 1).contains { y in
                (0..<box.height).contains(y) && values[y * box.width + x] == 0
            }
        }
        return Double(inked) > Self.covered * Double(box.width)
    }

    /// The share of a way that has to be.
    private static let covered = 0.9

    private func tolerance(_ first: FollowedLine, _ second: FollowedLine) -> Double {
        settings.lineOffset * em + 0.02 * max(0, second.start - first.end)
    }
}
