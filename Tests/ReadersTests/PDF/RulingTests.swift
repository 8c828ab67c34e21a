import GxTestSupport
import Readers
import ReportModel
import Testing

/// Lines in all the ways that producers draw them. The page is 600 by 800 points.
@Suite struct RulingTests {
    private func page(_ pdf: TinyPDF) throws -> Page { try PDFReader(bytes: pdf.bytes).page(1) }

    @Test(arguments: [
        ("a stroke", "1 w 100 700 m 300 700 l S"),
        ("a thin filled box", "100 699.5 200 1 re f"),
        ("a box drawn backwards", "300 700.5 -200 -1 re f"),
        ("a filled polygon", "100 699.5 m 300 699.5 l 300 700.5 l 100 700.5 l h f"),
        ("a mitred border", "100 700.5 m 300 700.5 l 299 699.5 l 101 699.5 l h f"),
        ("moved and scaled", "q 2 0 0 2 50 100 cm 25 300 m 125 300 l S Q"),
        ("within a clip", "q 100 0 200 800 re W n 0 700 m 600 700 l S Q"),
        ("a stretched dot", "q 200 0 0 1 100 699.5 cm BI /W 1 /H 1 /BPC 1 /CS /G ID x EI Q"),
    ])
    func oneHorizontalLine(_ name: String, _ content: String) throws {
        let rulings = try page(TinyPDF(content)).rulings
        try #require(rulings.count == 1, "\(name)")
        #expect(rulings[0].direction == .horizontal)
        #expect(abs(rulings[0].position - 100) < 0.6)
        #expect(abs(rulings[0].start - 100) < 1.1 && abs(rulings[0].end - 300) < 1.1)
    }

    @Test func aStrokedBoxHasFourSides() throws {
        let rulings = try page(TinyPDF("100 600 200 100 re S")).rulings
        #expect(rulings.filter { $0.direction == .horizontal }.map(\.position).sorted() == [100, 200])
        #expect(rulings.filter { $0.direction == .vertical }.map(\.position).sorted() == [100, 300])
    }

    @Test func formsAreFollowedWithTheirMatrix() throws {
        let pdf = TinyPDF(
            "q 1 0 0 1 50 0 cm /X Do Q",
            forms: [("X", "/BBox [0 0 600 800] /Matrix [1 0 0 1 0 100]", "50 600 m 250 600 l S")])
        let ruling = try #require(try page(pdf).rulings.first)
        #expect(ruling.position == 100 && ruling.start == 100 && ruling.end == 300)
    }

    @Test func aFormThatShowsItselfEnds() throws {
        let pdf = TinyPDF("/X Do", forms: [("X", "/BBox [0 0 600 800]", "50 600 m 250 600 l S /X Do /X Do")])
        let page = try page(pdf)
        #expect(!page.rulings.isEmpty)
        #expect(page.warnings == [.tooManySegments(limit: 1_000_000)])
    }

    @Test func whatIsNotSeenIsNoLine() throws {
        #expect(try page(TinyPDF("1 1 1 RG 100 700 m 300 700 l S")).rulings.isEmpty, "white on white")
        #expect(
            try page(TinyPDF("/T gs 100 700 m 300 700 l S", graphicsStates: "/T << /ca 0 /CA 0 >>")).rulings.isEmpty)
        #expect(try page(TinyPDF("q 0 0 50 50 re W n 100 700 m 300 700 l S Q")).rulings.isEmpty, "clipped away")
        #expect(try page(TinyPDF("100 700 m 300 500 l S")).rulings.isEmpty, "slanted")
    }

    @Test func whiteLinesPartColouredCells() throws {
        let page = try page(TinyPDF("0.8 0.9 1 rg 100 600 200 100 re f 1 1 1 RG 100 650 m 300 650 l S"))
        #expect(page.areas.map(\.box) == [Box(x: 100, y: 100, width: 200, height: 100)])
        #expect(page.rulings.map(\.position) == [150])
    }

    @Test(arguments: [(90, 700.0, 100.0), (180, 500, 700), (270, 100, 500), (-90, 100, 500), (450, 700, 100)])
    func turnedPages(_ rotation: Int, _ x: Double, _ y: Double) throws {
        // A short upright stroke at (100, 700) of user space.
        let page = try page(
            TinyPDF("100 700 m 100 700.5 l 4 w S", pageEntries: "/MediaBox [0 0 600 800] /Rotate \(rotation)"))
        let glyphPlace = try #require(page.areas.first?.box ?? page.rulings.first?.box)
        #expect(abs(glyphPlace.midX - x) < 3 && abs(glyphPlace.midY - y) < 3, "\(glyphPlace)")
    }

    @Test func cropBoxMovesTheOrigin() throws {
        let page = try page(
            TinyPDF("150 650 m 250 650 l S", pageEntries: "/MediaBox [0 0 600 800] /CropBox [50 50 550 750]"))
        #expect(page.width == 500 && page.height == 700)
        #expect(page.rulings.first.map { [$0.position, $0.start, $0.end] } == [100, 100, 200])
    }

    @Test func stringsAndPicturesAreSkippedWhole() throws {
        let content = """
            BT /F 10 Tf (1 0 m \\( 100 700 l S) Tj ET
            q 50 0 0 50 0 0 cm BI /W 4 /H 1 /BPC 8 /CS /G ID 0 l S EI Q
            100 700 m 300 700 l S
            """
        let page = try page(TinyPDF(content))
        #expect(page.rulings.count == 1)
        #expect(page.pictures == [Box(x: 0, y: 750, width: 50, height: 50)])
    }
}

extension Ruling {
    fileprivate var box: Box {
        switch direction {
        case .horizontal: Box(fromX: start, y: position, toX: end, y: position)
        case .vertical: Box(fromX: position, y: start, toX: position, y: end)
        }
    }
}
