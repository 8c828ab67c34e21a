/// All pieces of one line of a table's grid, and where it stands when the table is laid straight.
struct GridLine: Sendable {
    var position: Double
    var pieces: [FollowedLine]
}

/// The lines of one direction, laid straight: a page that is curled, or seen at a slant, has lines that are neither
/// straight nor parallel, but they keep their order.
struct GridLines: Sendable {
    private(set) var lines: [GridLine] = []
    /// Lines that run from one end of the table to the other, by their position: what the others are measured against.
    private var spanning: [(position: Double, line: FollowedLine)] = []
    private let middle: Double

    /// - Parameter tolerance: pieces closer than this when laid straight are one line.
    init(_ pieces: [FollowedLine], tolerance: Double) {
        let start = pieces.map(\.start).min() ?? 0
        let end = pieces.map(\.end).max() ?? 0
        middle = (start + end) / 2
        let longest = pieces.map(\.length).max() ?? 0
        let long = pieces.filter { $0.length >= 0.85 * longest }.sorted {
            $0.across(at: middle) < $1.across(at: middle)
        }
        for line in long {
            let position = line.across(at: middle)
            if let last = spanning.last, position - last.position < tolerance { continue }
            spanning.append((position, line))
        }
        let placed = pieces.map { (position: straightPosition(of: $0), piece: $0) }.sorted { $0.position < $1.position }
        for (position, piece) in placed {
            if let last = lines.last, position - last.position < tolerance {
                lines[lines.count - 1].pieces.append(piece)
            } else {
                lines.append(GridLine(position: position, pieces: [piece]))
            }
        }
        for index in lines.indices {
            let length = lines[index].pieces.map(\.length).reduce(0, +)
            guard length > 0 else { continue }
            lines[index].position =
                lines[index].pieces.map { $0.length * straightPosition(of: $0) }.reduce(0, +) / length
        }
    }

    private func straightPosition(of piece: FollowedLine) -> Double {
        let along = (piece.start + piece.end) / 2
        return straight(across: piece.across(at: along), along: along)
    }

    /// Where a place lies when the table is laid straight.
    func straight(across: Double, along: Double) -> Double {
        interpolate(across, from: { $0.line.across(at: along) }, to: { $0.position })
    }

    /// The inverse: where a straight position stands on the picture.
    func actual(position: Double, along: Double) -> Double {
        interpolate(position, from: { $0.position }, to: { $0.line.across(at: along) })
    }

    /// Where a grid line stands on the picture: on one of its own pieces where there is one, else between the
    /// spanning lines.
    func across(_ line: GridLine, at along: Double) -> Double {
        if let piece = line.pieces.first(where: { $0.start <= along && along <= $0.end }) {
            return piece.across(at: along)
        }
        return actual(position: line.position, along: along)
    }

    private func interpolate(
        _ value: Double, from: ((position: Double, line: FollowedLine)) -> Double,
        to: ((position: Double, line: FollowedLine)) -> Double
    ) -> Double {
        guard let first = spanning.first, let last = spanning.last else { return value }
        var below: (position: Double, line: FollowedLine)?
        for line in spanning {
            if from(line) <= value {
                below = line
            } else {
                guard let below else { return value + to(first) - from(first) }
                let a = from(below)
                let b = from(line)
                return b > a ? to(below) + (value - a) / (b - a) * (to(line) - to(below)) : to(below)
            }
        }
        return value + to(last) - from(last)
    }

    /// The share of a stretch of a grid line that is drawn.
    func drawnShare(_ line: GridLine, from start: Double, to end: Double) -> Double {
        guard end > start else { return 0 }
        var covered = 0.0
        var reached = start
        for piece in line.pieces.sorted(by: { $0.start < $1.start }) {
            let from = max(reached, piece.start)
            let to = min(end, piece.end)
            if to > from {
                covered += to - from
                reached = to
            }
        }
        return covered / (end - start)
    }
}
