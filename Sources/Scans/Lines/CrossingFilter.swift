/// Strokes of large characters look like short lines. A short line is believed where lines that are believed cross or
/// meet it at both ends.
struct CrossingFilter {
    let em: Double
    let settings: ScanSettings

    func lines(
        horizontal: [FollowedLine], vertical: [FollowedLine]
    ) -> (horizontal: [FollowedLine], vertical: [FollowedLine]) {
        var across = horizontal.filter(isLong)
        var down = vertical.filter(isLong)
        var openAcross = horizontal.filter { !isLong($0) }
        var openDown = vertical.filter { !isLong($0) }
        // A short line can hang on another short one: at most a few steps deep in any real table.
        for _ in 0..<4 {
            let newAcross = openAcross.filter { hangs($0, on: down) }
            let newDown = openDown.filter { hangs($0, on: across) }
            guard !newAcross.isEmpty || !newDown.isEmpty else { break }
            openAcross.removeAll { line in hangs(line, on: down) }
            openDown.removeAll { line in hangs(line, on: across) }
            across += newAcross
            down += newDown
        }
        return (across, down)
    }

    /// The strokes of a heading in large characters, one behind the other, make up to some length too.
    private func isLong(_ line: FollowedLine) -> Bool {
        line.longestStroke >= settings.longStroke * em
            || (line.length >= 3.5 * settings.longStroke * em && line.drawnLength > 0.9 * line.length)
    }

    private func hangs(_ line: FollowedLine, on others: [FollowedLine]) -> Bool {
        let reach = 0.7 * settings.reach * em
        func isMet(_ along: Double) -> Bool {
            let across = line.across(at: along)
            return others.contains { other in
                abs(other.across(at: across) - along) < reach && across > other.start - reach
                    && across < other.end + reach
            }
        }
        return isMet(line.start) && isMet(line.end)
    }
}
