import ReportModel
import Testing

@testable import Scans

/// Digits made of seven bars, as on a pocket calculator.
struct TypefaceTests {
    private static let bars: [Character: Set<Int>] = [
        "0": [0, 1, 2, 4, 5, 6], "1": [2, 5], "2": [0, 2, 3, 4, 6], "3": [0, 2, 3, 5, 6], "4": [1, 2, 3, 5],
        "5": [0, 1, 3, 5, 6], "6": [0, 1, 3, 4, 5, 6], "7": [0, 2, 5], "8": [0, 1, 2, 3, 4, 5, 6],
        "9": [0, 1, 2, 3, 5, 6],
    ]

    /// - Parameter missing: a bar that the scanner has lost.
    /// - Parameter worn: whether it has grown thin.
    private func shape(
        _ digit: Character, missing: Int? = nil, worn: Bool = false, height: Double = 9
    ) throws -> GlyphShape {
        let (width, rows) = (18, 32)
        var grey = [UInt8](repeating: 230, count: width * rows)
        func fill(_ columns: Range<Int>, _ rows: Range<Int>) {
            for y in rows { for x in columns { grey[y * width + x] = 20 } }
        }
        for bar in Self.bars[digit] ?? [] where bar != missing {
            switch bar {
            case 0: fill(2..<16, (worn ? 4 : 1)..<5)
            case 1: fill(1..<5, 1..<16)
            case 2: fill(13..<17, 1..<16)
            case 3: fill(2..<16, 14..<18)
            case 4: fill(1..<5, 16..<31)
            case 5: fill((worn ? 14 : 13)..<17, 16..<31)
            default: fill(2..<16, 27..<31)
            }
        }
        let crop = InkCrop(
            width: width, height: rows, grey: grey, top: 1, bottom: rows - 1, left: digit == "1" ? 13 : 1, right: 17)
        return try #require(GlyphShape(crop, height: height))
    }

    private func reading(
        _ text: String, _ shapes: [GlyphShape], _ doubts: [String] = [], others: [String] = [], own: Double = 0.99
    ) -> CellReading {
        CellReading(
            box: .init(x: 0, y: 0, width: 10, height: 10), cell: nil, text: text,
            strength: doubts.isEmpty ? .strong : .weak, confidence: doubts.isEmpty ? 0.99 : 0.5,
            alternatives: others.map { .init(text: $0, score: 0.9, reader: "tesseract.21") }, doubts: doubts,
            shapes: shapes, ownConfidence: own)
    }

    private func typeface(without left: String = "") throws -> Typeface {
        Typeface(
            try "0123456789".filter { !left.contains($0) }.flatMap { digit in
                try (0..<2).map { _ in reading(String(digit), [try shape(digit)]) }
            })
    }

    private func doubts(of reading: CellReading, without left: String = "") throws -> [String] {
        try typeface(without: left).settled(reading).doubts
    }

    private let unsure = [FigureJudge.unsure]

    /// As seen in a fresh design (hard150-head): the only 3 that the readers saw was a 5, and broke the sums as a printed
    /// mistake does.
    @Test(arguments: [("3", "5", true), ("5", "5", false), ("3", "3", false)])
    func aDigitThatLooksLikeAnotherIsInDoubt(read: String, printed: String, isDoubted: Bool) throws {
        let strange = reading(read, [try shape(Character(printed))])
        let known = try "0123456789".flatMap { digit in
            try (0..<(digit == "3" ? 1 : 3)).map { _ in reading(String(digit), [try shape(digit)]) }
        }
        let doubted = Typeface(known + [strange]).doubted(strange)
        #expect(doubted.doubts == (isDoubted ? unsure : []))
        #expect(doubted.strength == (isDoubted ? .fair : .strong))
        #expect(doubted.text == read)
        // Nobody knows what digits look like that are nowhere else.
        #expect(Typeface([strange]).doubted(strange).doubts.isEmpty)
    }

    @Test func aDigitThatLooksLikeItsLikeIsSettled() throws {
        let settled = try typeface().settled(reading("3", [shape("3")], unsure, others: ["2"]))
        #expect(settled.doubts.isEmpty)
        #expect(settled.strength == .strong)
        #expect(settled.alternatives.map(\.text) == ["2"])
        let both = [try shape("2"), try shape("1")]
        #expect(try doubts(of: reading("21", both, [FigureJudge.disagreement], others: ["2"])).isEmpty)
    }

    @Test func aDigitThatLooksLikeAnotherIsNot() throws {
        #expect(try doubts(of: reading("3", [shape("8")], unsure)) == unsure)
        // An 8 that has lost a bar on its left.
        #expect(try doubts(of: reading("3", [shape("8", missing: 1)], unsure)) == unsure)
        #expect(try doubts(of: reading("31", [shape("3"), shape("7")], unsure)) == unsure)
    }

    /// A stroke of a pen as high as nothing else.
    @Test func aDigitOfAnotherHeightIsNotSettled() throws {
        #expect(try doubts(of: reading("1", [shape("1", height: 11)], unsure)) == unsure)
        #expect(try doubts(of: reading("1", [shape("1", height: 9.5)], unsure)).isEmpty)
    }

    @Test func whatAnotherReaderSawHasToBeKnown() throws {
        #expect(try doubts(of: reading("3", [shape("3")], unsure, others: ["8"]), without: "8") == unsure)
        #expect(try doubts(of: reading("3", [shape("3")], unsure, others: ["2"]), without: "8").isEmpty)
    }

    /// A document without many kinds of digits, which most are: one that is less than the same as its like may be a kind
    /// that was never seen.
    @Test func withFewKindsItHasToBeTheSame() throws {
        #expect(try doubts(of: reading("7", [shape("7")], unsure), without: "589").isEmpty)
        #expect(try doubts(of: reading("7", [shape("7", worn: true)], unsure), without: "589") == unsure)
        #expect(try doubts(of: reading("7", [shape("7", worn: true)], unsure)).isEmpty)
    }

    /// An alternative text with a point in a digit's place says nothing about the digit.
    @Test func aPointIsNoRival() throws {
        #expect(try doubts(of: reading("17", [shape("1"), shape("7")], unsure, others: ["1."])).isEmpty)
    }

    /// The two halves of a 0, digits that touch: shapes are there only where each digit has its ink.
    @Test func aCountOfPiecesIsSettledByTheShapes() throws {
        let doubts = [FigureJudge.disagreement, FigureJudge.count]
        #expect(try self.doubts(of: reading("3", [shape("3")], doubts)).isEmpty)
        #expect(try self.doubts(of: reading("3", [], doubts)) == doubts)
    }

    @Test func otherDoubtsStay() throws {
        let doubts = [FigureJudge.unsure, CellContentReader.beside]
        #expect(try self.doubts(of: reading("3", [shape("3")], doubts)) == doubts)
        #expect(try self.doubts(of: reading("3", [shape("3")], unsure, own: 0.8)) == unsure)
        #expect(try self.doubts(of: reading("3", [], unsure)) == unsure)
    }

    /// A seal over digits that look like their like hides none of them; what lies beside it may be hidden all the same.
    @Test func digitsBelowColourAreSeenWhereTheyLookLikeTheirLike() throws {
        func seen(_ reading: CellReading) throws -> [String] { try typeface().seen(reading).doubts }
        let coloured = [CellContentReader.coloured]
        #expect(try seen(reading("3", [shape("3")], coloured)) == [CellContentReader.colouredAround])
        #expect(try seen(reading("3", [shape("8", missing: 1)], coloured)) == coloured)
        #expect(try seen(reading("3", [], coloured)) == coloured)
        let more = coloured + [FigureJudge.disagreement]
        #expect(try seen(reading("3", [shape("3")], more)) == more)
        #expect(try seen(reading("3", [shape("3")])) == [])
    }

    /// As seen in a file of a hundred reports, which took the longer the more of them there were before each.
    @Test func theDigitsOfADocumentAreComparedOnceForAllOfItsReports() throws {
        let digits = "0123456789"
        let readings = try (0..<2).map { _ in reading(digits, try digits.map { try shape($0) }) }
        var evidence = ScanEvidence()
        for number in 1...2 {
            evidence.add(
                ScannedPage(
                    page: Page(number: number, width: 100, height: 100, method: .ocr), readings: readings,
                    displayedWidth: 100, displayedHeight: 100,
                    geometry: PageGeometry(grids: [], pixelsPerPoint: 2, placing: .init())))
        }
        let report = Report(
            source: "", title: "", agency: "", year: 2024, forms: FormVersions(.form2021), sections: [], figures: [])
        func time(_ count: Int) -> Duration {
            ContinuousClock().measure {
                #expect(evidence.applied(to: Array(repeating: report, count: count)).count == count)
            }
        }
        #expect(time(40) < time(1) * 8)
    }
}
