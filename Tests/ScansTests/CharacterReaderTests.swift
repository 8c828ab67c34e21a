import LeptonicaBridge
import Testing

@testable import Scans

struct CharacterReaderTests {
    /// 行政处罚 as a scan at 150 dpi has it (hard150-pen).
    private static let label = """
        ..................................................................................
        ..................................................................................
        ..................................................................................
        .......##.........#..............###..........##......##........##...........##...
        ......###.........##.......#####.###..........##......##........##..##..###.###...
        ......##...................##.#..##...........##......##........##..##..##...##...
        .....##....................##....##....##....####.###.##........##..##..##...##...
        ....##.##..................##...####.####....###..###.##........##..###.###.###...
        .......###.........##...##.##...##...###.....##...##..####......##..........###...
        ......###.......#####...##.#######...##.....###...##..######.....##..........##...
        ......##........##......##.#######...##.....###...##..##..###....###....##...##...
        .....###........##......##.##..#.....##.....#.#..###..##...##.....#.....##...#....
        ....####........##......##.##.....#.###..........##...##.........##.....##...##...
        ......##........##......##.##.....####.........####...##.........##.....##...#....
        ......##........##......##.##.....####.........###....##.........##.....##..###...
        ......##........##......##.##......##..........###....##.........##.....##...##...
        ......##........##......##.####...####.........####...##.........##.....##...#....
        ......##........##......#####....##.###.......##.###..##.........###....#....#....
        ......##.......###.....####.....##...####....##...#######........####.......##....
        ......##......####......#......##.....###...##......#########....###.......###....
        ......##.......##......................#................#.##.....#.........###....
        ..................................................................................
        ..................................................................................
        """

    private func crop(_ picture: String) -> InkCrop {
        let rows = picture.split(separator: "\n")
        let width = rows.first?.count ?? 0
        return InkCrop(
            width: width, height: rows.count, grey: rows.flatMap { $0.map { $0 == "#" ? 20 : 230 } }, top: 3,
            bottom: rows.count - 2, left: 3, right: width - 3)
    }

    @Test func readsWhatAScanLeavesOfALabel() throws {
        let reader = try #require(CharacterReader.trained)
        let characters = reader.read(crop(Self.label), em: 18)
        #expect(characters.map { String($0.scalar) }.joined() == "行政处罚")
        #expect(characters.allSatisfy { $0.lead > ScanSettings().characterLead })
    }

    @Test func readsNothingOffPaper() throws {
        let reader = try #require(CharacterReader.trained)
        let paper = InkCrop(
            width: 20, height: 10, grey: [UInt8](repeating: 230, count: 200), top: 0, bottom: 10, left: 0, right: 20)
        #expect(reader.read(paper, em: 10).isEmpty)
        let nothing = InkCrop(width: 0, height: 0, grey: [], top: 0, bottom: 0, left: 0, right: 0)
        #expect(reader.read(nothing, em: 10).isEmpty)
    }

    @Test func cutsBesideInkAndWhereItIsThin() throws {
        let ink = try #require(
            LineInk(
                crop(
                    """
                    ................
                    .##..####.####..
                    .##..#########..
                    .##..####.####..
                    ................
                    """)))
        #expect(ink.cuts(em: 12, within: 0..<16) == [1, 5, 14])
        // Wider than a character of six: cut at the one pixel that joins two.
        #expect(ink.cuts(em: 6, within: 0..<16) == [1, 5, 9, 14])
        #expect(ink.cuts(em: 6, within: 3..<4).isEmpty)
        #expect(ink.box(of: 0..<4) == PixelBox(x: 1, y: 1, width: 2, height: 3))
        #expect(ink.box(of: 3..<5) == nil)
    }
}

/// Which label it is that characters make up.
struct LabelByCharactersTests {
    private func match(_ text: String, length: Double, lead: Float = 90) -> String? {
        LabelLexicon.statutory.match(
            text.unicodeScalars.map { CharacterReader.Character(scalar: $0, lead: lead) }, length: length)?.text
    }

    @Test(arguments: [
        // Numbers and signs are what gets lost; how long it is tells 其他 from 3.其他.
        ("1属干国家秘密", 7.2, "1.属于国家秘密"), ("其他", 2.0, "其他"), ("其他", 3.1, "3.其他"), ("总计", 2.1, "总计"),
        ("七总计", 4.6, "（七）总计"), ("第二十条第（五项", 9.2, "第二十条第（五）项"),
        // A label in many lines, its 三 too thin to be seen.
        ("本年度办理结会自果", 8.7, "三、本年度办理结果"),
    ])
    func isTheNearestThatIsAsLong(text: String, length: Double, label: String) {
        #expect(match(text, length: length) == label)
    }

    @Test(arguments: [
        // A letter that tells two labels apart is wrong; the length is another's; neither 其他 nor 3.其他; a part; none.
        ("第二十条第（三）项", 9.2), ("本年发件数", 5.0), ("总计", 5.2), ("其他", 2.5), ("2.没有现成信", 6.0), ("经济发展情况", 6.0), ("计", 1.0),
    ])
    func isNoneWhereAnotherCouldBeMeant(text: String, length: Double) {
        #expect(match(text, length: length) == nil)
    }

    @Test func doesNotRelyOnOneDoubtfulLetter() {
        #expect(match("第二十条第（五）项", length: 9.2, lead: 30) == nil)
    }
}
