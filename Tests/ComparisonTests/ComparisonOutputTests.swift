import Export
import GxTestSupport
import JSON
import ReportModel
import TerminalText
import Testing
import WebText

@testable import Comparison

struct ComparisonOutputTests {
    private static let hostile = "<script>alert(1)</script>\"'&\u{1B}[31m\u{202E}"

    private static func comparison(_ settings: ComparisonSettings = .init()) -> ReportComparison {
        let left = SampleReport.clean()
        var right = SampleReport.doubtful()
        right.source = hostile
        right.title = hostile
        right.sections[0].paragraphs[0].text = hostile
        right.figures[0].printed = hostile
        right.figures[1].content = .mark
        right.figures[1].printed = hostile
        return ReportComparison(left, right, settings: settings)
    }

    @Test(arguments: [false, true]) func pageEscapesEverything(isYears: Bool) {
        let page = ComparisonPage(language: .chinese) { _, _, _ in [1, 2, 3] }
            .html([Self.comparison(.init(isYears: isYears))], alone: [Self.hostile])
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;"))
        #expect(!page.unicodeScalars.contains("\u{1B}") && !page.unicodeScalars.contains("\u{202E}"))
        #expect(page.contains("data:image/png;base64,AQID"))
        #expect(!page.contains("http://") && !page.contains("https://"))
    }

    @Test func terminalTextObeysNothing() {
        let text = ComparisonText(language: .english, paint: Paint(isColoured: false)).text(Self.comparison())
        #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
        #expect(text.contains("[-15-] → {+51+}"))
    }

    @Test func jsonSaysTheSame() throws {
        let comparison = Self.comparison()
        let value = try JSONValue(parsing: Array(ComparisonJSON.text(comparison).utf8))
        #expect(value["figures"]?.array?.count == comparison.figures.count)
        #expect(value["text"]?.array?.count == comparison.sentences.count)
        #expect(value["same"] == .bool(false))
    }

    @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"]) func base64(text: String) {
        let expected = [
            "": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE=",
            "foobar": "Zm9vYmFy",
        ]
        #expect(Base64.text(Array(text.utf8)) == expected[text])
    }

    @Test func confirmedFiguresAreNoDifference() {
        var right = SampleReport.clean()
        for index in right.figures.indices { right.figures[index].method = .review }
        #expect(ReportComparison(SampleReport.clean(), right).isSame)
    }
}

struct ReportPairingTests {
    private static func report(_ agency: String, _ year: Int, _ source: String) -> Report {
        var report = SampleReport.clean(source: source)
        report.agency = agency
        report.year = year
        return report
    }

    private static func text(_ pairing: ReportPairing) -> [String] {
        pairing.pairs.map { "\($0.left.source)=\($0.right.source)" } + pairing.onlyLeft.map { "\($0.source)=" }
            + pairing.onlyRight.map { "=\($0.source)" }
    }

    @Test func bySourceThenByOffice() {
        let left = [Self.report("甲", 2023, "a"), Self.report("乙", 2023, "b"), Self.report("丙", 2023, "c")]
        let right = [Self.report("丙", 2023, "x"), Self.report("乙", 2023, "a"), Self.report("乙 ", 2022, "y")]
        #expect(Self.text(ReportPairing(left, right)) == ["a=a", "c=x", "b=", "=y"])
    }

    @Test func yearAfterYear() {
        let left = [Self.report("甲", 2022, "a"), Self.report("乙", 2022, "b")]
        let right = [Self.report("甲", 2022, "a"), Self.report("乙", 2023, "y")]
        #expect(Self.text(ReportPairing(left, right, isYears: true)) == ["b=y", "a=", "=a"])
    }

    @Test func oneAgainstManyPicksItsPartner() {
        let many = [Self.report("甲", 2022, "a"), Self.report("乙", 2023, "b")]
        #expect(Self.text(ReportPairing([Self.report("乙", 2023, "z")], many)) == ["z=b"])
        #expect(Self.text(ReportPairing(many, [Self.report("乙", 2023, "z")])) == ["b=z"])
        #expect(Self.text(ReportPairing([many[0]], [many[1]])) == ["a=b"])
    }
}
