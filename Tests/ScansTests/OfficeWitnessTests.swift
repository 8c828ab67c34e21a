import LeptonicaBridge
import ReportModel
import Testing

@testable import Scans

/// An office's name that was read off a picture is good where three readings of it agree.
struct OfficeWitnessTests {
    private func findings(
        _ agency: String, title: [String], second: String? = nil, text: String, method: ReadingMethod = .ocr
    ) -> [Finding] {
        let pages = [
            PageSummary(number: 1, width: 100, height: 100, method: .text, state: .blank, warnings: []),
            PageSummary(number: 2, width: 100, height: 100, method: method, state: .noText, warnings: []),
        ]
        let report = Report(
            source: "", title: "", agency: agency, year: 2024, forms: FormVersions(.form2021),
            sections: [Section(heading: "", paragraphs: [Paragraph(text: text, places: [])])], figures: [], pages: pages
        )
        return OfficeWitnesses([2: title.map { Headline(first: $0, second: second ?? $0) }]).findings(on: report)
    }

    @Test func aNameThatAllReadingsHaveIsGood() {
        #expect(findings("苇洲市教育局", title: ["苇洲市 教育局2024年"], text: "与苇洲市教 育局联系").isEmpty)
        // A name on two lines.
        #expect(findings("苇洲市教育局", title: ["苇洲市", "教育局"], text: "苇洲市教育局").isEmpty)
    }

    @Test func aNameThatOneReadingHasOtherwiseIsDoubted() throws {
        let byText = try #require(findings("苇洲市教育局", title: ["苇洲市教育局"], text: "与革洲市教育局联系").first)
        #expect(byText.rule == "form.office" && byText.severity == .warning && byText.verdict == .open)
        #expect(byText.found == "苇洲市教育局" && byText.expected == "革洲市教育局")
        #expect(findings("革洲市教育局", title: ["苇洲市教育局"], text: "革洲市教育局").count == 1)
        #expect(findings("苇洲市教育局", title: ["苇洲市教育局"], second: "革洲市教育局", text: "苇洲市教育局").count == 1)
        // Behind a typed letter.
        #expect(findings("苇洲市教育局", title: ["苇洲市教育局"], text: "革洲市教育局", method: .text).count == 1)
        // Nobody else has read it.
        #expect(findings("苇洲市教育局", title: [], text: "苇洲市教育局").count == 1)
    }

    @Test func aNameThatIsTextOrNotThereIsNotDoubted() {
        #expect(findings("苇洲市教育局", title: [], text: "", method: .text).isEmpty)
        #expect(findings("苇洲市教育局", title: ["附件"], text: "", method: .text).isEmpty)
        #expect(findings("", title: [], text: "苇洲市教育局").isEmpty)
    }

    @Test func theTextsNamesAreAsLongAndMostlyTheSame() {
        let others = OfficeWitnesses.others(like: "苇洲市教育局", in: "革洲市教育局，及苇洲市教育局、青溪县水利局和革洲市教育局")
        #expect(others == ["革洲市教育局"])
        #expect(OfficeWitnesses.others(like: "苇洲市教育局", in: "教育局").isEmpty)
    }

    /// Reads a crop by itself as another text than the page.
    private struct Rereader: TextReader {
        var text = "新"
        func read(_ crop: InkCrop, mode: TextMode, scale: Double) -> [TextSymbol] {
            text.enumerated().map { index, character in
                TextSymbol(
                    text: String(character), x: 9 * index, y: 2, width: 9, height: 9,
                    confidence: character == "革" ? 0.94 : 0.96,
                    startsLine: index == 0 || character == "行")
            }
        }
    }

    private func line(_ height: Int, at y: Int) -> HeadlineReader.Line {
        HeadlineReader.Line(
            [TextSymbol(text: "旧", x: 40, y: y, width: 9, height: height, confidence: 0.5, startsLine: true)],
            pieces: [])
    }

    private func texts(_ lines: [HeadlineReader.Line], by reader: Rereader = Rereader()) throws -> [String] {
        HeadlineReader(page: try InkedPage.clean([]), reader: reader).read(lines).map {
            $0.text + ($0.headline?.first ?? "")
        }
    }

    @Test func theLargeLinesAtAPagesHeadAreReadAgain() throws {
        let text = (1..<8).map { line(10, at: 20 * $0) }
        #expect(try texts([line(14, at: 0)] + text) == ["新旧"] + Array(repeating: "旧", count: 7))
        #expect(try texts(text + [line(14, at: 180)]) == Array(repeating: "旧", count: 8))
        // A cover has few lines, and all of them are large.
        #expect(try texts([line(14, at: 0), line(14, at: 20)]) == ["新旧", "新旧"])
        #expect(try texts([]).isEmpty)
    }

    /// They would cost their time for nothing.
    @Test func linesThatNameNoOfficeAreNotReadAgain() throws {
        func line(_ text: String) -> HeadlineReader.Line {
            HeadlineReader.Line(
                text.enumerated().map { index, character in
                    TextSymbol(
                        text: String(character), x: 15 * index, y: 20, width: 14, height: 14, confidence: 1,
                        startsLine: index == 0)
                }, pieces: [])
        }
        #expect(try texts([line("2023 年政府信息公开工作年度报告")]) == ["2023 年政府信息公开工作年度报告"])
        #expect(try texts([line("局2023年政府信息公开工作年度报告")]) == ["新局2023年政府信息公开工作年度报告"])
        let reader = HeadlineReader(page: try InkedPage.clean([]), reader: Rereader())
        #expect(reader.read([line("甲"), line("乙")], tablesFrom: 21).map(\.text) == ["新", "新"])
        #expect(reader.read([line("甲"), line("乙")], tablesFrom: 20).map(\.text) == ["甲", "乙"])
        let heading = HeadingReader.Heading(box: PixelBox(x: 20, y: 20, width: 60, height: 15), text: "二、某")
        let told = reader.read([HeadlineReader.Line(heading, pieces: [])])
        #expect(told.map(\.text) == ["二、某"])
        #expect(told.first?.symbols.map(\.x) == [20, 40, 60])
    }

    /// As seen on a photograph (photo-blue): what the edge of a page left, enlarged to the height of a title.
    @Test func whatIsNoTypeIsNotReadAgain() throws {
        #expect(try texts([line(12, at: 0), line(13, at: 20)]) == ["旧", "新旧"])
        let blot = TextSymbol(text: "旧", x: 0, y: 0, width: 9, height: 90, confidence: 0.5, startsLine: true)
        let piece = PixelBox(x: 0, y: 40, width: 9, height: 15)
        #expect(try texts([HeadlineReader.Line([blot], pieces: [piece])]) == ["旧"])
    }

    /// As seen on scans under seals: the engine's boxes of a line of 16 points were 22 high, and the office's name was no
    /// line of its title.
    @Test func aLineIsAsLargeAsItsInk() {
        let symbols = [TextSymbol(text: "旧", x: 0, y: 0, width: 100, height: 40, confidence: 0.5, startsLine: true)]
        let pieces = (0..<9).map { PixelBox(x: 10 * $0, y: 12, width: 8, height: $0 == 0 ? 6 : 16) }
        let below = PixelBox(x: 10, y: 36, width: 9, height: 30)
        #expect(HeadlineReader.Line(symbols, pieces: pieces + [below]).size == 16)
        #expect(HeadlineReader.Line(symbols, pieces: [below]).size == 40)
    }

    @Test func charactersThatTheEngineIsNotSureOfAreLeftOpen() throws {
        let page = try InkedPage.clean([])
        let read = HeadlineReader(page: page, reader: Rereader(text: "革洲")).read([line(14, at: 0)])
        #expect(read.first?.text == "革洲")
        #expect(read.first?.headline?.second == "\u{FFFD}洲")
    }

    @Test func whatComesOfANeighbourIsNotTaken() throws {
        #expect(try texts([line(14, at: 0)], by: Rereader(text: "新行")) == ["旧"])
        #expect(try texts([line(14, at: 0)], by: Rereader(text: "")) == ["旧"])
    }

    @Test func aLineReadAgainStandsWhereItStood() throws {
        let read = HeadlineReader(page: try InkedPage.clean([]), reader: Rereader()).read([line(16, at: 30)])
        #expect(read.first?.symbols.first.map { [$0.x, $0.y, $0.height] } == [40 - 4, 30, 16])
    }
}
