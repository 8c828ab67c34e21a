/// strokes → lines: pieces of one line put together again
struct LineJoiner {
    let em: Double
    let settings: ScanSettings

    /// Joins pieces that continue each other over no more than `gap` pixels.
    func lines(_ strokes: [FollowedLine], gap: Double) -> [FollowedLine] {
        var pieces = strokes.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        var isChanged = true
        while isChanged {
            isChanged = false
            var result: [FollowedLine] = []
            var open: [Int] = []
            for piece in pieces {
                open.removeAll { result[$0].end < piece.start - gap }
                var best: (index: Int, offset: Double)?
                for index in open {
                    let offset = self.offset(result[index], piece)
                    if offset <= tolerance(result[index], piece), offset < best?.offset ?? .infinity {
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

    private func tolerance(_ first: FollowedLine, _ second: FollowedLine) -> Double {
        settings.lineOffset * em + 0.02 * max(0, second.start - first.end)
    }
}
