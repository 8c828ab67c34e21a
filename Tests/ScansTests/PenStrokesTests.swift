import LeptonicaBridge
import Testing

@testable import Scans

struct PenStrokesTests {
    private static let em = 20.0
    private static let side = 200

    /// A page on which a pen three pixels wide is drawn from place to place.
    private func page(_ lines: [[(x: Double, y: Double)]]) throws -> Picture {
        var grey = [UInt8](repeating: 255, count: Self.side * Self.side)
        for line in lines {
            for (from, to) in zip(line, line.dropFirst()) {
                let steps = Int(max(abs(to.x - from.x), abs(to.y - from.y))) * 2 + 1
                for step in 0...steps {
                    let share = Double(step) / Double(steps)
                    let x = Int(from.x + (to.x - from.x) * share)
                    let y = Int(from.y + (to.y - from.y) * share)
                    for py in y - 1...y + 1 { for px in x - 1...x + 1 { grey[py * Self.side + px] = 0 } }
                }
            }
        }
        return try #require(Picture(width: Self.side, height: Self.side, grey: grey)?.inkBelow(128))
    }

    private func taken(_ lines: [[(x: Double, y: Double)]], ruling: Range<Int>? = nil) throws -> Int {
        let ink = try page(lines)
        let mask = ruling.map { PixelBox(x: 0, y: $0.lowerBound, width: Self.side, height: $0.count) }
        return PenStrokes(em: Self.em).mask(
            in: ink, pieces: ink.componentBoxes(limit: 100), rulings: mask.flatMap { ink.mask(of: [$0]) })?
            .componentBoxes(limit: 100).count ?? 0
    }

    private static let tick = [(x: 30.0, y: 60.0), (45, 80), (75, 20)]
    private static let wave = [(x: 20.0, y: 100.0), (50, 120), (80, 100), (110, 122), (140, 104)]

    @Test func takesTicksAndWaves() throws {
        #expect(try taken([Self.tick]) == 1)
        #expect(try taken([Self.wave, [(75, 106), (75, 118)]]) == 1)
    }

    /// A ruling that was taken off has cut the tick above its foot.
    @Test func takesWhatRulingsCutOff() throws {
        let tick: [[(x: Double, y: Double)]] = [[(30, 60), (36, 68), (42, 60)], [(46, 53), (68, 15)]]
        #expect(try taken(tick, ruling: 55..<59) == 2)
        #expect(try taken(tick) == 1)
        #expect(try taken([tick[0]], ruling: 55..<59) == 0)
    }

    /// The characters of a heading fall into strokes as large as a pen's.
    @Test func leavesHeadings() throws {
        let half = [(x: 40.0, y: 20.0), (26, 40), (26, 70)]
        let other = [(x: 70.0, y: 20.0), (60, 20), (60, 70), (84, 70), (84, 20), (66, 44)]
        #expect(try taken([half]) == 1)
        #expect(try taken([half, other]) == 0)
    }

    /// Digits that hang together, a character of a heading, a lone bracket.
    @Test(arguments: [
        [[(x: 20.0, y: 20.0), (32, 20), (20, 34), (32, 34), (33, 20), (45, 20), (45, 34), (33, 34), (45, 27)]],
        [[(20, 20), (56, 20), (56, 56), (20, 56), (20, 20)], [(20, 38), (56, 38)], [(38, 20), (38, 56)]],
        [[(38, 20), (20, 56)], [(36, 30), (56, 56)]],
        [[(28, 20), (22, 30), (22, 50), (28, 60)]],
    ])
    func leavesPrint(lines: [[(x: Double, y: Double)]]) throws {
        #expect(try taken(lines) == 0)
    }

    /// What lay under a stroke is not beyond doubt.
    @Test func countsAsTakenOff() throws {
        let ink = try page([Self.tick])
        let all = PixelBox(x: 0, y: 0, width: Self.side, height: Self.side)
        let grey = try #require(Picture(width: Self.side, height: Self.side, grey: ink.greyValues(in: all)))
        let page = PreparedPage(
            grey: grey, ink: ink, colour: nil, pale: nil, pixelsPerPoint: 2, em: Self.em, placing: .init())
        let clean = CleanPage(page, rulings: .init(grids: [], loose: .init()), settings: ScanSettings())
        #expect(clean.pieces.isEmpty)
        #expect(clean.colouredShare(in: PixelBox(x: 30, y: 20, width: 45, height: 60)) > 0.01)
    }
}
