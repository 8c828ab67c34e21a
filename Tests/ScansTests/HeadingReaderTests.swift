import GxTestSupport
import LeptonicaBridge
import ReportModel
import SystemBridge
import Testing

@testable import Scans

struct HeadingReaderTests {
    private func characters(_ text: String, lead: Float = 50) -> [CharacterReader.Character] {
        text.unicodeScalars.map { CharacterReader.Character(scalar: $0, lead: lead) }
    }

    /// 主, 动, 到 and 告 stand in no label, and are taken for characters that do.
    @Test func headingsAreToldByTheCharactersThatLabelsHave() {
        let known = [
            "二、生制公开政府信息情况": "二、主动公开政府信息情况", "（二）收利和处理政府信息公开申请情况": "（二）收到和处理政府信息公开申请情况",
            "四，政府信息公开行政复议、行政诉讼情况": "四、政府信息公开行政复议、行政诉讼情况", "六、其他需要报理的事项": "六、其他需要报告的事项",
            // One more was misread.
            "三、收利和处现政府信息公开申请情况": "三、收到和处理政府信息公开申请情况",
        ]
        for (read, heading) in known { #expect(HeadingReader.heading(characters(read)) == heading) }
    }

    @Test func whatMayBeSomethingElseIsTranscribed() {
        let others = [
            // Two more were misread, or one is missing.
            "三、收利和处现政府信自公开申请情况", "六、其他需安报理的项",
            // The number of another section, or none, or signs that no number has.
            "五、生制公开政府信息情况", "生制公开政府信息情况", "二.生制公开政府信息情况", "二生制公开政府信息情况", "第二、生制公开政府信息情况",
            // A line of contents, and a sentence.
            "二、生制公开政府信息情况…2", "二、生制公开政府信息情况。", "总情况", "", "、",
        ]
        for read in others { #expect(HeadingReader.heading(characters(read)) == nil, "\(read)") }
        #expect(HeadingReader.heading(characters("二、生制公开政府信息情况", lead: 30)) == nil)
    }

    private struct Nothing: FigureReader, TextReader {
        let name = "nothing"
        func read(_ crop: InkCrop) -> FigureReadout { FigureReadout(text: "", confidence: 0) }
        func read(_ crop: InkCrop, mode: TextMode, scale: Double) -> [TextSymbol] { [] }
    }

    /// The foot of a scanned report: 五、, a sentence, 六、 and two more (scan-mild200).
    @Test func aHeadingIsReadOffAPageWithoutTheEngine() throws {
        let file = try #require(FixtureDocument.all(withExtension: "png").first { $0.name == "scan-mild200" })
        let whole = try #require(try Picture.decoding(SharedBytes(file.bytes())).grey)
        let part = PixelBox(x: 0, y: 3630, width: whole.width, height: 300)
        let foot = try #require(Picture(width: part.width, height: part.height, grey: whole.greyValues(in: part)))
        let nothing = Nothing()
        let reader = PageReader(
            readers: ReaderSet(network: nothing, first: nothing, second: nothing, text: nothing))
        let read = try #require(
            reader.read(
                PagePicture(number: 1, grey: foot, colour: nil, pixelsPerPoint: (200 / 72, 200 / 72))))
        let glyphs = read.page.glyphs
        #expect(String(String.UnicodeScalarView(glyphs.map(\.scalar))) == "六、其他需要报告的事项")
        // Where it stands: the whole sheet, turned level about another middle, has it at 52 and 1359.7 points.
        let first = try #require(glyphs.first)
        let last = try #require(glyphs.last)
        #expect((40...64).contains(first.box.x) && abs(last.box.maxX - first.box.x - 142) < 4)
        #expect(abs(first.box.y - 52.9) < 6)
        #expect((10...14).contains(Double(first.fontSize)))
    }
}
