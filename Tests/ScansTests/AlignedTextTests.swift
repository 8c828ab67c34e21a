import LeptonicaBridge
import Testing

@testable import Scans

struct AlignedTextTests {
    private let em = 30

    private func character(_ x: Int, _ y: Int) -> PixelBox { PixelBox(x: x, y: y, width: 26, height: 27) }
    private func text(_ x: Int, _ y: Int, count: Int) -> [PixelBox] { (0..<count).map { character(x + $0 * 30, y) } }
    private func runs(_ pieces: [PixelBox]) -> [InkLine] {
        RunFinder(em: Double(em), settings: ScanSettings()).runs(of: pieces)
    }

    // MARK: Runs

    @Test func aCharacterOfStrokesPartsNothing() {
        // 属于三类
        let three = [0, 11, 22].map { PixelBox(x: 164, y: 100 + $0, width: 22, height: 4) }
        let found = runs(text(100, 100, count: 2) + three + text(192, 100, count: 1))
        #expect(found.map(\.box.x) == [100])
        #expect(found.first?.box.maxX == 218)
    }

    @Test func aDashStandsAlone() {
        let found = runs(text(100, 100, count: 2) + [PixelBox(x: 300, y: 112, width: 24, height: 3)])
        #expect(
            found.map(\.box) == [
                PixelBox(x: 100, y: 100, width: 56, height: 27), PixelBox(x: 300, y: 112, width: 24, height: 3),
            ])
    }

    @Test func aBracketPartsNothing() {
        // （一）予以: the bracket's ink fills a third of its square.
        let bracket = PixelBox(x: 132, y: 99, width: 8, height: 28)
        #expect(runs(text(100, 100, count: 1) + [bracket] + text(167, 100, count: 2)).count == 1)
        // （五 behind 第, and nothing white between the bracket and what it holds.
        let held = PixelBox(x: 151, y: 99, width: 8, height: 28)
        #expect(runs(text(100, 100, count: 1) + [held] + text(161, 100, count: 2)).count == 1)
        #expect(runs(text(100, 100, count: 1) + text(153, 100, count: 2)).count == 2)
    }

    @Test func halvesOfADigitAreOne() {
        let upper = PixelBox(x: 100, y: 100, width: 13, height: 12)
        let lower = PixelBox(x: 101, y: 113, width: 13, height: 12)
        #expect(runs([upper, lower]).map(\.box) == [PixelBox(x: 100, y: 100, width: 14, height: 25)])
    }

    @Test func theOnlyLineBesideTwoStandsAlone() {
        // 尚未 over 审结, and 总计 beside them half a line lower.
        let found = runs(text(100, 100, count: 2) + text(100, 133, count: 2) + text(172, 116, count: 2))
        #expect(found.map(\.box.x) == [100, 172, 100])
    }

    @Test func columnsThatTouchAreCutWhereTheGapGoesOn() {
        let heads = text(100, 100, count: 2) + text(174, 100, count: 2)
        let below = text(100, 134, count: 2) + text(174, 134, count: 2)
        let cutter = SeamCutter(em: Double(em), settings: ScanSettings())
        #expect(runs(heads).count == 1)
        #expect(cutter.cut(runs(heads)).count == 1)
        #expect(cutter.cut(runs(heads + below)).map(\.box.x).sorted() == [100, 100, 174, 174])
    }

    /// 结 falls into two halves, the first of them as narrow as a bracket.
    @Test func headsOfHalvesAreCutWhereTheirFiguresPart() {
        func half(_ x: Int, _ y: Int) -> [PixelBox] {
            [PixelBox(x: x, y: y, width: 11, height: 27), PixelBox(x: x + 14, y: y, width: 12, height: 27)]
        }
        func heads(_ y: Int) -> [PixelBox] {
            text(100, y, count: 2) + half(174, y) + text(204, y, count: 1) + half(248, y) + text(278, y, count: 1)
        }
        let figures = [120, 194, 268, 370, 450].map { PixelBox(x: $0, y: 190, width: 14, height: 20) }
        let cutter = SeamCutter(em: Double(em), settings: ScanSettings())
        func cut(_ pieces: [PixelBox]) -> [Int] {
            cutter.cut(runs(pieces)).filter { $0.box.y < 180 }.map(\.box.x).sorted()
        }
        #expect(cut(heads(100) + heads(134)) == [100, 100])
        #expect(cut(heads(100) + heads(134) + figures) == [100, 100, 174, 174, 248, 248])
        // One line alone may be spaced so.
        #expect(cut(heads(100) + figures) == [100])
    }

    /// 总计 half a line below 尚未, and a stroke of it level with both.
    @Test func headsHalfALineApartAreCut() {
        func cut(lower y: Int) -> [Int] {
            let run = InkLine(
                box: PixelBox(x: 100, y: 100, width: 138, height: y + 27 - 100),
                pieces: text(100, 100, count: 2) + text(178, y, count: 2), smallPieces: [])
            return SeamCutter(em: Double(em), settings: ScanSettings()).cut([run]).map(\.box.x)
        }
        #expect(cut(lower: 119) == [100, 178])
        #expect(cut(lower: 108) == [100])
    }

    @Test func headsAreCutBelowTwoThatAreApart() {
        let below = text(100, 134, count: 2) + text(174, 134, count: 2)
        let cutter = SeamCutter(em: Double(em), settings: ScanSettings())
        func cut(_ pieces: [PixelBox]) -> [Int] { cutter.cut(runs(pieces)).filter { $0.box.y > 120 }.map(\.box.x) }
        #expect(cut(text(70, 100, count: 3) + text(186, 100, count: 2) + below) == [100, 174])
        #expect(cut(text(70, 100, count: 3) + below) == [100])
    }

    /// 商业企业 and 科研机构 with a speck between them, and below them a row of figures beside its label (fax-horizontal).
    @Test func headsThatDirtJoinsAreCutWhereTheirFiguresPart() {
        let heads = text(500, 100, count: 4) + text(650, 100, count: 4)
        let speck = PixelBox(x: 628, y: 118, width: 5, height: 5)
        let row =
            text(100, 190, count: 8)
            + [400, 500, 600, 750, 900, 1000].map { PixelBox(x: $0, y: 190, width: 14, height: 20) }
        let cutter = SeamCutter(em: Double(em), settings: ScanSettings())
        func cut(_ pieces: [PixelBox]) -> [Int] {
            cutter.cut(runs(pieces)).filter { $0.box.y < 180 }.map(\.box.x).sorted()
        }
        #expect(cut(heads) == [500, 650])
        #expect(cut(heads + [speck]) == [500])
        #expect(cut(heads + [speck] + row) == [500, 650])
    }

    /// Fifteen columns in small type on a page of large type: less white between them than between other columns.
    @Test func manyShortRunsBesideOneAnotherAreATable() {
        func row(_ count: Int, _ y: Int) -> [PixelBox] {
            (0..<count).map { PixelBox(x: 100 + $0 * 60, y: y, width: 36, height: 20) }
        }
        let finder = TableBandFinder(em: 30)
        #expect(finder.bands(of: row(15, 100)).count == 1)
        #expect(finder.bands(of: row(6, 100)).isEmpty)
        // Words of a line of prose are longer.
        let words = (0..<10).map { PixelBox(x: 100 + $0 * 120, y: 100, width: 96, height: 28) }
        #expect(finder.bands(of: words).isEmpty)
    }

    /// As seen on a fax (fax-horizontal): heads of two lines in columns little wider than themselves, four in a run.
    @Test func headsAboveManyFiguresBelongToTheirTable() {
        let columns = (0..<15).map { 100 + $0 * 74 }
        let heads = [100, 135].flatMap { y in
            columns.indices.filter { $0 % 5 < 4 }.flatMap { text(columns[$0], y, count: 2) }
        }
        let totals = [4, 9, 14].flatMap { text(columns[$0], 117, count: 2) }
        let figures = columns.indices.flatMap { index in
            (index % 5 == 4 ? [0, 20, 40] : [20]).map {
                PixelBox(x: columns[index] + $0, y: 190, width: 16, height: 20)
            }
        }
        let settings = ScanSettings()
        func bands(_ pieces: [PixelBox]) -> [Range<Int>] {
            TableBandFinder(em: Double(em)).bands(
                of: OutsideTextReader.withHeadsApart(runs(pieces), em: Double(em), settings: settings))
        }
        let whole = runs(heads + totals + figures).map(\.box)
        #expect(!TableBandFinder(em: Double(em)).bands(of: whole).contains { $0.contains(105) })
        #expect(bands(heads + totals + figures).contains { $0.contains(105) && $0.contains(200) })
        // Prose is left as it is, however its characters stand.
        let prose = runs(heads + totals)
        #expect(OutsideTextReader.withHeadsApart(prose, em: Double(em), settings: settings) == prose.map(\.box))
    }

    @Test func whatHoldsRowsOfFiguresIsATable() {
        let settings = ScanSettings()
        func row(_ y: Int) -> [PixelBox] {
            text(100, y, count: 6) + [500, 620, 740].map { PixelBox(x: $0, y: y + 4, width: 12, height: 19) }
        }
        #expect(AlignedRegion.isTable(row(100) + row(160), em: Double(em), settings: settings))
        // A label over three lines.
        let label = text(100, 100, count: 6) + text(100, 135, count: 6) + text(100, 170, count: 2)
        #expect(!AlignedRegion.isTable(label, em: Double(em), settings: settings))
    }

    // MARK: Labels

    @Test func linesBelowOneAnotherAreAStack() {
        let boxes = [
            PixelBox(x: 100, y: 100, width: 200, height: 27), PixelBox(x: 100, y: 135, width: 60, height: 27),
            PixelBox(x: 400, y: 100, width: 80, height: 27), PixelBox(x: 100, y: 240, width: 150, height: 27),
        ]
        let stacks = LabelStackFinder(em: Double(em)).stacks(of: boxes)
        #expect(stacks.map(\.lines) == [[0, 1], [2], [3]])
    }

    private func groups(_ lines: [(String?, Double)]) -> [(Range<Int>, String)] {
        LabelGrouping(lexicon: .statutory).groups(of: lines.map { .init(text: $0.0, length: $0.1) })
            .map { ($0.lines, $0.match.text) }
    }

    @Test func linesAreDealtToTheLabelsTheyMakeUp() {
        // Misread here and there, and no white between the two labels.
        let found = groups([
            ("2.其他法律行玫法规", 9.5), ("禁上公开", 4), ("3.危及“三安金一稳", 9), ("定”", 1.5), ("4.保护第三方合法权益", 10.5),
        ])
        #expect(found.map(\.0) == [0..<2, 2..<4, 4..<5])
        #expect(found.map(\.1) == ["2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益"])
    }

    @Test func aLineThatNobodyCouldReadBelongsToTheLabelThatNeedsIt() {
        let found = groups([(nil, 2), ("服务", 2), ("机构", 2)])
        #expect(found.map(\.0) == [0..<3])
        #expect(found.map(\.1) == ["法律服务机构"])
    }

    /// 量 alone on the second line was read with the first; in a wide type the first is as long as the label by itself.
    @Test func whatWasReadWithALineIsAPartOfItsLabel() {
        #expect(groups([("一、本年新收政府信息公开申请数量", 16.07), ("", 0.96)]).map(\.0) == [0..<2])
    }

    /// （一）予以公开 above （二）部分公开…, each beside its own figures.
    @Test func linesOfTwoRowsAreNotOneLabel() {
        let lines: [LabelGrouping.Line] = [
            .init(text: "士以会开", length: 4), .init(text: "(二)部分公开(区分处理的，只", length: 14),
            .init(text: "计这一情形，不计其他情形)", length: 12.5),
        ]
        let rows = [0: 1, 1: 2, 2: 2]
        let found = LabelGrouping(lexicon: .statutory).groups(of: lines) { Set($0.compactMap { rows[$0] }).count < 2 }
        #expect(found.map(\.lines) == [1..<3])
    }

    @Test func aTextThatIsNoLabelIsNone() {
        #expect(groups([("今年天气很好", 6), ("我们去公园", 5)]).isEmpty)
        #expect(groups([("其", 1)]).isEmpty)
    }

    // MARK: Bands

    @Test func aPageThatBeginsWithATablesLastRow() {
        let row = (0..<15).map { PixelBox(x: 100 + $0 * 90, y: 100, width: 14, height: 19) }
        #expect(TableBandFinder(em: Double(em)).bands(of: row).count == 1)
    }

    /// 行政事业性收费 and what was charged, overleaf (clean300-none).
    @Test func aPageThatBeginsWithALabelAndAFigure() {
        let row = [PixelBox(x: 100, y: 100, width: 210, height: 27), PixelBox(x: 700, y: 104, width: 90, height: 19)]
        let prose = (0..<3).map { PixelBox(x: 100, y: 200 + $0 * 45, width: 900, height: 27) }
        let finder = TableBandFinder(em: Double(em))
        #expect(finder.bands(of: row + prose).map { $0.contains(110) } == [true])
        // The same further down, and a line of prose with a gap in it.
        let above = prose.map { PixelBox(x: $0.x, y: $0.y - 190, width: $0.width, height: $0.height) }
        #expect(finder.bands(of: above + row.map { PixelBox(x: $0.x, y: 300, width: $0.width, height: 27) }).isEmpty)
        #expect(finder.bands(of: [row[0], PixelBox(x: 400, y: 100, width: 600, height: 27)] + prose).isEmpty)
    }

    // MARK: Skew

    @Test(arguments: [-0.02, -0.006, 0.0, 0.011]) func digitsSayHowFarAPageIsTurned(slope: Double) throws {
        var pieces: [PixelBox] = []
        for row in 0..<12 {
            for column in 0..<7 {
                let x = 600 + column * 120
                pieces.append(
                    PixelBox(x: x, y: 200 + row * 70 + Int((slope * Double(x)).rounded()), width: 12, height: 20))
            }
        }
        let angle = try #require(SkewFinder(em: Double(em)).angle(of: pieces))
        #expect(abs(angle + slope) < 0.002)
    }

    @Test func noiseHasNoSkew() {
        var state: UInt64 = 7
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let pieces = (0..<600).map { _ in
            PixelBox(x: next(1600), y: next(2300), width: 10 + next(10), height: 13 + next(20))
        }
        #expect(SkewFinder(em: Double(em)).angle(of: pieces).map { abs($0) < 0.05 } ?? true)
    }
}
