import LeptonicaBridge
import Testing

@testable import Scans

struct CellInkTests {
    private let finder = InkLineFinder(em: 30, settings: ScanSettings())

    @Test func dirtIsNoInk() {
        guard case .blank = finder.ink(of: [PixelBox(x: 5, y: 5, width: 3, height: 3)]) else {
            Issue.record("a speck was taken for ink")
            return
        }
    }

    @Test func aStrokeLyingDownIsAMark() {
        guard case .dash = finder.ink(of: [PixelBox(x: 10, y: 20, width: 28, height: 3)]) else {
            Issue.record("a dash was not seen")
            return
        }
    }

    /// 72 of which a coarse scan has left the bar of the 7, a bit of its stem, and the foot of the 2.
    @Test func whatIsLeftOfDigitsIsNoMark() {
        let bar = PixelBox(x: 10, y: 10, width: 11, height: 4)
        let foot = PixelBox(x: 25, y: 26, width: 10, height: 4)
        for pieces in [[bar, foot], [bar, PixelBox(x: 14, y: 20, width: 3, height: 7)]] {
            guard case .lines = finder.ink(of: pieces) else {
                Issue.record("taken for a dash")
                return
            }
        }
    }

    @Test func piecesOverOneAnotherAreOneCharacter() throws {
        let ink = finder.ink(of: [
            PixelBox(x: 10, y: 10, width: 12, height: 20), PixelBox(x: 30, y: 10, width: 11, height: 13),
            PixelBox(x: 29, y: 18, width: 12, height: 12), PixelBox(x: 45, y: 28, width: 3, height: 3),
        ])
        guard case .lines(let lines) = ink else {
            Issue.record("no line")
            return
        }
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        #expect(line.pieces.count == 2)
        #expect(line.smallPieces.count == 1)
        #expect(line.box.maxX == 48)
    }

    @Test func theBarOfAFiveBelongsToIt() throws {
        let ink = finder.ink(of: [
            PixelBox(x: 10, y: 16, width: 12, height: 14), PixelBox(x: 12, y: 10, width: 9, height: 3),
            PixelBox(x: 40, y: 2, width: 3, height: 3),
        ])
        guard case .lines(let lines) = ink else {
            Issue.record("no line")
            return
        }
        #expect(try #require(lines.first).box == PixelBox(x: 10, y: 10, width: 12, height: 20))
    }

    /// As seen in a fresh design (fax-none): the stem was all that was left of a 7, and no reader knew it.
    @Test func theBarOfASevenIsWiderThanItsStem() throws {
        let (stem, bar) = (PixelBox(x: 14, y: 16, width: 5, height: 14), PixelBox(x: 10, y: 10, width: 12, height: 5))
        guard case .lines(let lines) = finder.ink(of: [stem, bar]) else {
            Issue.record("no line")
            return
        }
        #expect(try #require(lines.first).pieces == [PixelBox(x: 10, y: 10, width: 12, height: 20)])
    }

    @Test func twoLinesStayTwo() {
        guard
            case .lines(let lines) = finder.ink(of: [
                PixelBox(x: 10, y: 10, width: 24, height: 26), PixelBox(x: 10, y: 44, width: 24, height: 26),
            ])
        else {
            Issue.record("no lines")
            return
        }
        #expect(lines.count == 2)
    }
}
