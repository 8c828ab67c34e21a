import LeptonicaBridge
import Testing

@testable import Scans

struct PunchHoleTests {
    /// A page of 200 pixels, one to a point, with a disc or a square on it.
    private func pieces(x: Double, radius: Double, isRound: Bool = true, hollow: Double = 0) throws -> Int {
        let side = 200
        var grey = [UInt8](repeating: 230, count: side * side)
        for y in 0..<side {
            for x0 in 0..<side {
                let (dx, dy) = (Double(x0) - x, Double(y) - 100)
                let distance = isRound ? (dx * dx + dy * dy).squareRoot() : max(abs(dx), abs(dy))
                if distance <= radius, distance >= hollow { grey[y * side + x0] = 30 }
            }
        }
        let ink = try #require(Picture(width: side, height: side, grey: grey)?.inkBelow(100))
        let all = ink.componentBoxes(limit: 10)
        #expect(all.count == 1)
        return PunchHoles(pixelsPerPoint: 1).without(all, of: ink).count
    }

    @Test func takesDiscsNearTheEdge() throws { #expect(try pieces(x: 20, radius: 8) == 0) }

    @Test func leavesWhatIsNoHole() throws {
        #expect(try pieces(x: 60, radius: 8) == 1, "in the middle of the page")
        #expect(try pieces(x: 20, radius: 2) == 1, "a full stop")
        #expect(try pieces(x: 30, radius: 16) == 1, "a blot")
        #expect(try pieces(x: 20, radius: 8, isRound: false) == 1, "a square")
        #expect(try pieces(x: 20, radius: 8, hollow: 4) == 1, "a nought")
    }
}
