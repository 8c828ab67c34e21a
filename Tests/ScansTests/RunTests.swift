import LeptonicaBridge
import Testing

@testable import Scans

struct RunTests {
    private let em = 30

    /// Characters side by side from a place on.
    private func text(_ x: Int, _ y: Int, count: Int) -> [PixelBox] {
        (0..<count).map { PixelBox(x: x + $0 * 30, y: y, width: 26, height: 27) }
    }

    private func figure(_ x: Int, _ y: Int) -> [PixelBox] { [PixelBox(x: x, y: y, width: 12, height: 19)] }

    @Test func headersAtDifferentHeightsStayApart() {
        let pieces = text(100, 100, count: 3) + text(240, 112, count: 3) + text(240, 146, count: 1)
        let runs = RunFinder(em: Double(em), settings: ScanSettings()).runs(of: pieces)
        #expect(runs.map(\.box.x) == [100, 240, 240])
        #expect(runs.map(\.pieces.count) == [3, 3, 1])
    }

    /// 费用、行政: the comma fills a corner of its square, and 行 begins with a half as narrow as a bracket, in one piece or
    /// in two.
    @Test(arguments: [[0], [0, 10]]) func aSignBeforeAHalfPartsNothing(half: [Int]) {
        let comma = PixelBox(x: 160, y: 120, width: 8, height: 8)
        let first = half.map {
            PixelBox(x: 192, y: 100 + $0, width: 10, height: half.count == 1 ? 27 : $0 == 0 ? 12 : 17)
        }
        let rest = PixelBox(x: 206, y: 100, width: 12, height: 27)
        let pieces = text(100, 100, count: 2) + first + [rest] + text(222, 100, count: 2)
        func runs(_ pieces: [PixelBox]) -> Int {
            RunFinder(em: Double(em), settings: ScanSettings()).runs(of: pieces).count
        }
        #expect(runs(pieces + [comma]) == 1)
        #expect(runs(pieces) == 2)
    }

    /// As seen on a fax (fax-outer): of a 5 the lower half is large, of the 2s beside it the upper, and 252 was read twice.
    @Test func aDigitBetweenTwoOthersBelongsToThem() {
        func two(_ x: Int) -> [PixelBox] {
            [PixelBox(x: x, y: 100, width: 14, height: 13), PixelBox(x: x, y: 113, width: 13, height: 8)]
        }
        func five(_ y: Int) -> [PixelBox] {
            [PixelBox(x: 119, y: y, width: 10, height: 4), PixelBox(x: 119, y: y + 8, width: 12, height: 13)]
        }
        func runs(_ pieces: [PixelBox]) -> [[PixelBox]] {
            RunFinder(em: Double(em), settings: ScanSettings()).runs(of: pieces).map(\.pieces)
        }
        let whole = PixelBox(x: 119, y: 100, width: 12, height: 21)
        #expect(runs(two(100) + five(100) + two(134)).map(\.count) == [3])
        #expect(runs(two(100) + five(100) + two(134)).first?.dropFirst().first == whole)
        // What stands lower is of another line.
        #expect(runs(two(100) + five(112) + two(134)).count == 2)
        // Nor does it take a third: 25 was 2525.
        #expect(runs(two(100) + five(100)).map(\.count) == [2])
        #expect(runs(two(100) + five(100)).first?.last == whole)
        #expect(runs(two(100) + five(112)).count == 2)
        // A 2 of small pieces between two digits: 624 was 6224. Far from one of them it is the other's.
        let small = [PixelBox(x: 116, y: 100, width: 9, height: 8), PixelBox(x: 116, y: 112, width: 12, height: 9)]
        let digits = [PixelBox(x: 100, y: 100, width: 12, height: 20), PixelBox(x: 132, y: 100, width: 12, height: 20)]
        #expect(runs(digits + small).map { $0.map(\.x) } == [[100, 132]])
        let apart = [digits[0], PixelBox(x: 141, y: 100, width: 12, height: 20)]
        #expect(runs(apart + small).map { $0.map(\.x) } == [[100], [141]])
    }

    /// As seen in a fresh design (hard150-horizontal): a foot as broad as a dash lay loose below the rest of a 2.
    @Test func theFootOfATwoBelongsToIt() {
        let pieces = [PixelBox(x: 100, y: 100, width: 14, height: 13), PixelBox(x: 99, y: 114, width: 16, height: 5)]
        let runs = RunFinder(em: Double(em), settings: ScanSettings()).runs(of: pieces)
        #expect(runs.map(\.pieces) == [[PixelBox(x: 99, y: 100, width: 16, height: 19)]])
    }

    /// As seen on a scan (mild200-none): the neck of a 5 in thin type left too little ink, and what is below the bar alone
    /// is 口. Dirt as far above a whole digit is none of it.
    @Test(arguments: [(13, 1), (19, 0)]) func theBarOfAFiveBelongsToIt(height: Int, parts: Int) {
        let pieces = [
            PixelBox(x: 100, y: 120, width: 14, height: height), PixelBox(x: 102, y: 113, width: 11, height: 2),
        ]
        let runs = RunFinder(em: Double(em), settings: ScanSettings()).runs(of: pieces)
        #expect(runs.map(\.box.y) == [parts == 1 ? 113 : 120])
    }

    /// As seen on a clean scan (clean300-none): the characters of KaiTi are lower than their squares, so that 量, alone on
    /// a line, is higher than an em, and 一、 is parted from 本 by more than one.
    @Test func aCharacterInTwoPiecesIsOneThoughItIsHigherThanAnEm() {
        func runs(lower: Int) -> [[PixelBox]] {
            let upper = PixelBox(x: 100, y: 100, width: 31, height: 15)
            let pieces = [upper, PixelBox(x: 104, y: lower, width: 24, height: 18)]
            return RunFinder(em: Double(em), settings: ScanSettings()).runs(of: pieces).map(\.pieces)
        }
        #expect(runs(lower: 114) == [[PixelBox(x: 100, y: 100, width: 31, height: 32)]])
        // What reaches further down is of the next line.
        #expect(runs(lower: 118).count == 2)
    }

    @Test(arguments: [[0], [-7, 7]]) func aNumeralAndItsCommaBeginALabel(strokes: [Int]) {
        let numeral = strokes.map { PixelBox(x: 100, y: 113 + $0, width: 28, height: 4) }
        let comma = PixelBox(x: 140, y: 120, width: 9, height: 9)
        func runs(_ pieces: [PixelBox]) -> Int {
            RunFinder(em: Double(em), settings: ScanSettings()).runs(of: pieces).count
        }
        #expect(runs(numeral + [comma] + text(172, 100, count: 4)) == 1)
        #expect(runs(numeral + text(172, 100, count: 4)) == 2)
        // Behind a word, so much white parts two columns, whatever dirt lies in it.
        #expect(runs(text(72, 100, count: 2) + [comma] + text(172, 100, count: 4)) == 2)
    }

    @Test func aLineThatClimbsIsOneRun() {
        let pieces = (0..<20).map { PixelBox(x: 100 + $0 * 30, y: 400 - $0 * 3, width: 26, height: 27) }
        #expect(RunFinder(em: Double(em), settings: ScanSettings()).runs(of: pieces).count == 1)
    }

    @Test func whiteSpaceThatGoesOnFromLineToLineMakesATable() {
        var runs: [PixelBox] = []
        for line in 0..<6 { runs += [PixelBox(x: 100, y: 100 + line * 45, width: 900, height: 27)] }
        for line in 0..<4 {
            let y = 500 + line * 60
            runs += [PixelBox(x: 100, y: y, width: 150, height: 27)] + figure(500, y) + figure(700, y)
        }
        let bands = TableBandFinder(em: Double(em)).bands(of: runs)
        #expect(bands.count == 1)
        #expect(bands.first?.contains(510) == true)
        #expect(bands.first?.contains(690) == true)
        #expect(bands.first?.contains(340) == false)
    }

    /// What is set larger than the table is the section's heading, and the foot of 公 below its head is a part of it.
    @Test(arguments: [27, 42]) func aTableTakesATitleButNoHeading(height: Int) {
        var runs = [
            PixelBox(x: 300, y: 450 - height, width: 400, height: height),
            PixelBox(x: 420, y: 438, width: 24, height: 11),
        ]
        for line in 0..<4 {
            let y = 470 + line * 60
            runs += [PixelBox(x: 100, y: y, width: 150, height: 27)] + figure(500, y) + figure(700, y)
        }
        let bands = TableBandFinder(em: Double(em)).bands(of: runs)
        #expect(bands.count == 1)
        #expect(bands.first?.contains(445) == (height < 30))
    }

    @Test func proseIsNoTable() {
        // Gaps behind full stops, each somewhere else.
        var runs: [PixelBox] = []
        for line in 0..<8 {
            let gap = 300 + line * 70
            runs.append(PixelBox(x: 100, y: 100 + line * 45, width: gap - 100, height: 27))
            runs.append(PixelBox(x: gap + 50, y: 100 + line * 45, width: 850 - gap, height: 27))
        }
        #expect(TableBandFinder(em: Double(em)).bands(of: runs).isEmpty)
    }
}
