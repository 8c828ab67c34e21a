import GxTestSupport
import Readers
import ReportModel
import Testing

@Suite struct PageTextTests {
    private func page(_ content: String, states: String = "") throws -> Page {
        try PDFReader(bytes: TinyPDF(content, graphicsStates: states).bytes).page(1)
    }

    private func text(_ page: Page) -> String { text(of: page.glyphs) }

    private func text(of glyphs: [Glyph]) -> String {
        String(String.UnicodeScalarView(glyphs.map(\.scalar).filter { !$0.properties.isWhitespace }))
    }

    @Test func glyphsStandWhereTheyArePrinted() throws {
        let page = try page("BT /F 20 Tf 100 700 Td (42) Tj ET")
        #expect(text(page) == "42")
        let four = try #require(page.glyphs.first)
        #expect(abs(four.box.x - 100) < 1 && four.box.y < 100 && four.box.maxY > 95)
        #expect(four.fontSize == 20)
    }

    @Test func theNameIsThatOfThePropertiesWhereThereIsOne() throws {
        var pdf = TinyPDF("")
        #expect(try PDFReader(bytes: pdf.bytes).name == nil)
        pdf.title = "Report of 2023"
        #expect(try PDFReader(bytes: pdf.bytes).name == "Report of 2023")
    }

    @Test(arguments: [0.2, 0.5, 1.0])
    func lettersDrawnTwiceAreReadOnce(_ offset: Double) throws {
        let page = try page("BT /F 12 Tf 100 700 Td (11) Tj ET BT /F 12 Tf \(100 + offset) 700 Td (11) Tj ET")
        #expect(text(page) == "11")
    }

    /// The mark of a note, as word processors and as browsers raise it, is no digit of the number before it; a smaller
    /// number on the same line is one of its own.
    @Test(arguments: [
        ("(29) Tj /F 7 Tf 4 Ts (12) Tj", "29¹²"), ("(29) Tj /F 10 Tf 4 Ts (1) Tj", "29¹"),
        ("(29) Tj /F 7 Tf (1) Tj", "291"), ("(29) Tj 4 Ts (1) Tj", "291"), ("(29 ) Tj /F 7 Tf 4 Ts (1) Tj", "291"),
    ])
    func marksOfNotesAreNoDigits(of shown: String, expected: String) throws {
        #expect(text(try page("BT /F 12 Tf 100 700 Td \(shown) ET")) == expected)
    }

    /// A watermark that runs over a figure lends it no digits; a figure may change its font or its size.
    @Test(arguments: [
        ("/G 11 Tf (13) Tj", "1\u{FFFD}13"), ("/G 11 Tf ( 13) Tj", "1\u{FFFD}13"), ("/G 12 Tf (13) Tj", "113"),
        ("/F 11 Tf (13) Tj", "113"),
    ])
    func digitsOfOtherTextsArePartedFromANumber(by shown: String, expected: String) throws {
        let font = "/G << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"
        let content = "BT /F 12 Tf 100 700 Td (1) Tj \(shown) ET"
        #expect(text(try PDFReader(bytes: TinyPDF(content, fonts: font).bytes).page(1)) == expected)
    }

    /// A line through digits is told; one under them, or one of a table behind them, is none.
    @Test(arguments: [
        ("100 704 m 106.7 704 l S", "7\u{336}203"), ("100 698 m 106.7 698 l S", "7203"),
        ("60 704 m 160 704 l S", "7203"),
        ("100 703.7 26.7 0.6 re f", "7\u{336}2\u{336}0\u{336}3\u{336}"),
    ])
    func struckDigitsAreMarked(by line: String, expected: String) throws {
        #expect(text(try page("BT /F 12 Tf 100 700 Td (7203) Tj ET \(line)")) == expected)
    }

    /// Digits that nobody sees, and such as stand in each other's place: the text layer holds both, the number is unsure.
    @Test(arguments: [
        ("", false), ("BT /F 12 Tf 140 700 Td (1) Tj ET", false),
        ("BT /F 12 Tf 3 Tr 113.4 700 Td (9) Tj ET", true), ("BT /F 12 Tf 1 g 113.4 700 Td (9) Tj ET", true),
        ("q 90 690 22 20 re W n BT /F 12 Tf 113.4 700 Td (9) Tj ET Q", true),
        ("q 120 690 15 20 re W n BT /F 12 Tf 130 700 Td (.345) Tj ET Q", true),
        ("q 120 690 40 20 re W n BT /F 12 Tf 130 700 Td (.345) Tj ET Q", false),
        ("1 g 107 698 6 12 re f", true), ("BT /F 12 Tf 103.5 701 Td (3) Tj ET", true),
        ("BT /F 16 Tf 113.4 700 Td (9) Tj ET", true),
        ("BT /F 12 Tf 0.7 g 113.4 700 Td (9) Tj ET", true), ("BT /F 12 Tf 0.1 g 113.4 700 Td (9) Tj ET", false),
    ])
    func unsureDigitsAreFound(beside drawing: String, isUnsure: Bool) throws {
        #expect(try page("BT /F 12 Tf 100 700 Td (72) Tj ET \(drawing)").covers.isEmpty != isUnsure)
    }

    /// Poppler leaves out text in a font that the file only names where the tables for it are not installed: what is on
    /// the page cannot be known then, and may not pass for blank.
    @Test func textThatTheMachineCannotKnowIsNoBlank() throws {
        let font = """
            /G << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ <<
            /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor << /Type /FontDescriptor
            /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 752 /Descent -271
            /CapHeight 737 /StemV 58 >> /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> >> ] >>
            """
        let shown = "BT /F 12 Tf 100 700 Td (8) Tj ET BT /G 12 Tf 100 600 Td <4E00> Tj ET"
        let reader = try PDFReader(bytes: TinyPDF(shown, fonts: font).bytes)
        #expect(text(reader.page(1)) == (reader.missingPackage == nil ? "8一" : "8"))
        // Nothing is lost where nothing is written in it.
        let plain = try PDFReader(bytes: TinyPDF("BT /F 12 Tf 100 700 Td (8) Tj ET", fonts: font).bytes)
        #expect(text(plain.page(1)) == "8")
        #expect(plain.missingPackage == nil)
    }

    @Test func neighboursOfOneKindAreKept() throws {
        #expect(text(try page("BT /F 12 Tf 100 700 Td (1111) Tj ET BT /F 12 Tf 130 700 Td (1111) Tj ET")) == "11111111")
    }

    /// What a browser makes of a vertical label at a page's end: its letters over each other, two of them on one place.
    @Test func lettersOverEachOtherKeepTheOrderOfTheFile() throws {
        let label = "(B) Tj 0 14 Td (D) Tj 0 -25 Td (A) Tj 0 1 Td (E) Tj 0 -1 Td (C) Tj"
        let page = try page("BT /F 10 Tf 100 700 Td \(label) ET BT /F 10 Tf 200 600 Td (A) Tj 90 0 Td (B) Tj ET")
        let letters = page.glyphs.filter { $0.box.x < 190 && $0.scalar != "\n" }.sorted { $0.box.midY < $1.box.midY }
        #expect(text(of: letters) == "BDAEC")
        // Down from the highest of them: above are other rows.
        #expect(letters.first.map { abs($0.box.y - 78.8) < 1 } == true)
        #expect(zip(letters, letters.dropFirst()).allSatisfy { abs($1.box.midY - $0.box.midY - 10) < 0.1 })
    }

    /// Strings of one letter each that go on where the last one ended are no label, whatever stands above them.
    @Test func lettersBehindEachOtherStayWhereTheyArePrinted() throws {
        let line = "BT /F 10 Tf 100 500 Td (A) Tj (B) Tj (C) Tj ET"
        let above = "BT /F 10 Tf 100 700 Td (D) Tj ET BT /F 10 Tf 100 690 Td (E) Tj ET"
        for content in [line, above + " " + line] {
            let alone = try page(line).glyphs.filter { "ABC".unicodeScalars.contains($0.scalar) }
            let glyphs = try page(content).glyphs.filter { "ABC".unicodeScalars.contains($0.scalar) }
            #expect(glyphs.count == 3)
            #expect(Set(glyphs.map(\.box.height)).count == 1)
            #expect(glyphs.map(\.box.y) == alone.map(\.box.y))
        }
    }

    /// Figures over each other are no label: which of them is seen is for others to say.
    @Test func figuresOverEachOtherStayWhereTheyArePrinted() throws {
        let page = try page("BT /F 10 Tf 100 700 Td (1) Tj 0 -12 Td (2) Tj 0 -3 Td (3) Tj 0 -12 Td (4) Tj ET")
        let heights = page.glyphs.map(\.box.midY).sorted()
        #expect(zip(heights, heights.dropFirst()).contains { $1 - $0 < 4 })
    }

    @Test func whiteLettersCountOnColourOnly() throws {
        #expect(text(try page("BT /F 12 Tf 100 700 Td (5) Tj 1 1 1 rg 60 0 Td (789) Tj ET")) == "5")
        #expect(text(try page("0 0 0.5 rg 90 690 200 30 re f BT 1 1 1 rg /F 12 Tf 100 700 Td (789) Tj ET")) == "789")
    }

    @Test func watermarksAreLeftOut() throws {
        let page = try page(
            "BT /F 10 Tf 100 700 Td (1234) Tj ET BT /F 60 Tf 0.7 0.7 -0.7 0.7 60 600 Tm (DRAFT) Tj ET")
        #expect(text(page) == "1234")
    }

    @Test func pagesAreJudged() throws {
        #expect(try page("").state == .blank)
        #expect(try page("BT /F 10 Tf 100 700 Td (Report 2024) Tj ET").state == .readable)
        #expect(try page("BT 3 Tr /F 10 Tf 100 700 Td (Report 2024) Tj ET").state == .hiddenText)
        let picture = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
        #expect(try page(picture).state == .noText)
        #expect(try page(picture + " BT /F 10 Tf 100 30 Td (Scanned by a machine, page 3) Tj ET").state == .noText)
        let words = String(repeating: "signed and sealed ", count: 9)
        #expect(try page(picture + " BT /F 4 Tf 20 30 Td (\(words)) Tj ET").state == .noText)
        let lines = (1...9).map { "BT /F 10 Tf 100 \($0 * 30) Td (A line of the page itself) Tj ET " }.joined()
        #expect(try page(picture + " " + lines).state == .readable)
        // Upon a form that was scanned empty.
        let figures = (1...9).map { "BT /F 10 Tf 100 \($0 * 30 + 200) Td (12,345 678 90.25 /) Tj ET " }.joined()
        #expect(try page(picture + " " + figures).state == .noText)
        let outlines = String(repeating: "10 10 m 12 14 16 14 18 40 c f ", count: 500)
        #expect(try page("BT /F 10 Tf 100 30 Td (- 3 -) Tj ET " + outlines).state == .noText)
        #expect(try page("BT /F 10 Tf 100 30 Td (- 3 -) Tj ET " + outlines.prefix(3100) + "n").state == .readable)
        #expect(try page(picture + " BT 3 Tr /F 10 Tf 100 700 Td (Report 2024) Tj ET").state == .hiddenText)
    }

    @Test func paintedOverTextIsNoted() throws {
        let covered = try page(
            "BT /F 12 Tf 100 700 Td (12) Tj ET 1 1 1 rg 95 695 40 20 re f BT 0 g /F 12 Tf 100 700 Td (15) Tj ET")
        #expect(covered.covers == [Box(x: 95, y: 85, width: 40, height: 20)])
        let below = try page("1 1 1 rg 95 695 40 20 re f BT 0 g /F 12 Tf 100 700 Td (15) Tj ET")
        #expect(below.covers.isEmpty)
        let watermark = try page(
            "BT /F 60 Tf 0.7 0.7 -0.7 0.7 95 690 Tm (DRAFT) Tj ET 0.9 g 60 660 140 80 re f "
                + "BT 0 g /F 12 Tf 100 700 Td (15) Tj ET")
        #expect(watermark.covers.isEmpty)
    }

    /// What lies over the page may write other figures than the page; a link and the seal of a signature do not.
    @Test(arguments: [
        ("/Subtype /Stamp", true), ("/Subtype /Stamp /F 2", false), ("/Subtype /FreeText /DA (/F 9 Tf)", true),
        ("/Subtype /Link", false), ("/Subtype /Widget /FT /Tx /T (a)", true),
        ("/Subtype /Widget /FT /Sig /T (a)", false),
    ])
    func overlaysAreNoted(_ entries: String, liesOver: Bool) throws {
        let annotation = "<< /Type /Annot /Rect [95 695 135 715] \(entries) >>"
        let tiny = TinyPDF(
            "BT /F 12 Tf 100 700 Td (15) Tj ET", pageEntries: "/MediaBox [0 0 600 800] /Annots [6 0 R]",
            catalogEntries: "/AcroForm << /Fields [6 0 R] >>", objects: [annotation])
        #expect(try PDFReader(bytes: tiny.bytes).page(1).covers.isEmpty != liesOver)
    }

    /// Digits that went with the slanted text over them leave others behind, which are no number any more.
    @Test func digitsBesideThoseOfAWatermarkAreUnsure() throws {
        let page = try page(
            "BT /F 12 Tf 100 700 Td (7203456789) Tj ET BT /F 12 Tf 0.7 0.7 -0.7 0.7 150 690 Tm (DRAFT) Tj ET")
        #expect(!page.covers.isEmpty)
    }

    @Test func inkIsSeenWhateverTheTextSays() throws {
        let reader = try PDFReader(bytes: TinyPDF("100 700 m 103 706 106 706 109 700 c S").bytes)
        let ink = reader.hasInk(
            in: [Box(x: 95, y: 90, width: 20, height: 15), Box(x: 300, y: 300, width: 20, height: 15)], page: 1)
        #expect(ink == [true, false])
    }
}
