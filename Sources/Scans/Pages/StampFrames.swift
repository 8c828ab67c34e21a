import LeptonicaBridge

/// Finds the frames of stamps: rectangles laid askew that nothing but writing fills.
struct StampFrames {
    let em: Double

    /// The boxes around them.
    ///
    /// - Parameters:
    ///   - pale: ink paler than print, which print and the table's lines cut into pieces.
    ///   - ink: all of the page.
    func boxes(in pale: Picture, of ink: Picture) -> [PixelBox] {
        let reach = Int(0.6 * em)
        guard let near = pale.dilated(width: reach, height: reach)?.intersecting(ink),
            let joined = pale.uniting(near)
        else { return [] }
        return joined.componentBoxes(limit: 5000).filter { box in
            let (width, height) = (Double(box.width) / em, Double(box.height) / em)
            return (3...24).contains(width) && (1.2...24).contains(height)
                && Piece(box, joined, pale).map(isFrame) ?? false
        }
    }

    private func isFrame(_ piece: Piece) -> Bool {
        let c = piece.corners
        let (top, bottom) = (c.topLeft.distance(to: c.topRight), c.bottomLeft.distance(to: c.bottomRight))
        let (left, right) = (c.topLeft.distance(to: c.bottomLeft), c.topRight.distance(to: c.bottomRight))
        let (falling, rising) = (c.topLeft.distance(to: c.bottomRight), c.topRight.distance(to: c.bottomLeft))
        guard min(top, left) > em, areAlike(top, bottom), areAlike(left, right), areAlike(falling, rising) else {
            return false
        }
        let middle = Spot(
            x: (c.topLeft.x + c.bottomRight.x) / 2, y: (c.topLeft.y + c.bottomRight.y) / 2)
        let sides = [
            (c.topLeft, c.topRight), (c.topRight, c.bottomRight), (c.bottomRight, c.bottomLeft),
            (c.bottomLeft, c.topLeft),
        ]
        return sides.allSatisfy { from, to in
            // On the line, and a bit further in, where nothing but strokes of letters meets it.
            piece.share(from, to, towards: middle, by: 0.08 * em, reach: Int(0.12 * em) + 1) > 0.8
                && piece.share(from, to, towards: middle, by: 0.45 * em, reach: 0) < 0.5
        }
    }

    private func areAlike(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 0.06 * max(one, other) + 2 }

    fileprivate struct Spot {
        var x: Double
        var y: Double

        func distance(to other: Spot) -> Double {
            let (dx, dy) = (x - other.x, y - other.y)
            return (dx * dx + dy * dy).squareRoot()
        }
    }

    /// One connected piece of ink.
    fileprivate struct Piece {
        private let ink: ConnectedInk
        /// Its corners are pale: what sticks out of it is print and lines that cross it.
        private let isPale: [Bool]

        /// The one that the box goes around; nil where it cannot be told from others.
        init?(_ box: PixelBox, _ picture: Picture, _ pale: Picture) {
            guard let ink = ConnectedInk(around: box, in: picture) else { return nil }
            self.ink = ink
            isPale = pale.greyValues(in: box).map { $0 == 0 }
        }

        var corners: (topLeft: Spot, topRight: Spot, bottomLeft: Spot, bottomRight: Spot) {
            var ends = [(value: Int.max, x: 0, y: 0)]
            ends += ends + ends + ends
            for y in 0..<ink.height {
                for x in 0..<ink.width where ink.isInk[y * ink.width + x] && isPale[y * ink.width + x] {
                    for (end, value) in [x + y, y - x, x - y, -x - y].enumerated() where value < ends[end].value {
                        ends[end] = (value, x, y)
                    }
                }
            }
            let spots = ends.map { Spot(x: Double($0.x), y: Double($0.y)) }
            return (spots[0], spots[1], spots[2], spots[3])
        }

        /// The share of a side, moved inward, that has ink within reach.
        func share(_ from: Spot, _ to: Spot, towards middle: Spot, by depth: Double, reach: Int) -> Double {
            let length = from.distance(to: to)
            let steps = Int(length)
            guard steps > 0 else { return 0 }
            // Across the side, towards the middle.
            var across = Spot(x: (from.y - to.y) / length, y: (to.x - from.x) / length)
            if (middle.x - from.x) * across.x + (middle.y - from.y) * across.y < 0 {
                across = Spot(x: -across.x, y: -across.y)
            }
            var inked = 0
            for step in 0...steps {
                let share = Double(step) / Double(steps)
                let x = Int(from.x + (to.x - from.x) * share + across.x * depth)
                let y = Int(from.y + (to.y - from.y) * share + across.y * depth)
                let columns = max(0, x - reach)...max(0, x + reach)
                if (max(0, y - reach)...max(0, y + reach)).contains(where: { y in
                    y < ink.height && columns.contains { $0 < ink.width && ink.isInk[y * ink.width + $0] }
                }) {
                    inked += 1
                }
            }
            return Double(inked) / Double(steps + 1)
        }
    }
}
