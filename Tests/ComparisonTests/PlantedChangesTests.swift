import Export
import Foundation
import GxTestSupport
import Pipeline
import ReportModel
import Testing

@testable import Comparison

/// A report against itself in other clothes, and against a copy with ten changes: exactly the true differences.
struct PlantedChangesTests {
    private static let path = "\(FixtureDocument.root)/Fixtures/documents/example.pdf"

    private static func report() throws -> Report {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        return try #require(try ReadingPipeline().reports(in: bytes, source: "example.pdf").first)
    }

    private static func change(_ report: inout Report, _ id: String, _ body: (inout Figure) -> Void) throws {
        let id = try #require(FigureID(id))
        let index = try #require(report.figures.firstIndex { $0.id == id })
        body(&report.figures[index])
    }

    @Test func tenPlantedChanges() throws {
        let original = try Self.report()
        var copy = original
        // Four figures.
        try Self.change(&copy, "applications/new/total") { $0.content = .amount(999) }
        try Self.change(&copy, "disclosure/licensing/decisions") { $0.content = .blank }
        try Self.change(&copy, "disputes/reconsideration/total") { $0.content = .absent }
        try Self.change(&copy, "disclosure/penalty/decisions") { $0.printed += "（其中听证2件）" }
        // Six places in the text: two characters, a number, a sentence out, one in, one moved, a heading.
        let overview = try #require(copy.sections.firstIndex { $0.heading.contains("总体情况") })
        let problems = try #require(copy.sections.firstIndex { $0.heading.contains("主要问题") })
        var paragraphs = copy.sections[overview].paragraphs
        let texts = SentenceSplitter.split(paragraphs.map(\.text).joined()).map(\.text)
        try #require(texts.count > 6)
        var changed = texts
        changed[1] = changed[1].replacingOccurrences(of: "公开", with: "公幵")
        changed[2] = String(changed[2].dropLast()) + "（含7件）。"
        changed.remove(at: 4)
        changed.insert("全年未发生公开工作方面的责任事件。", at: changed.count)
        let moved = changed.remove(at: 3)
        try #require(changed[1] != texts[1] && moved.count > 8)
        paragraphs = [Paragraph(text: changed.joined(), places: [])]
        copy.sections[overview].paragraphs = paragraphs
        copy.sections[problems].paragraphs.append(Paragraph(text: moved, places: []))
        copy.sections[problems].heading = "五、存在的主要问题和改进情况"

        let comparison = ReportComparison(original, copy)
        #expect(
            comparison.figures.map { "\($0.kind.rawValue) \($0.id)" } == [
                "changed disclosure/licensing/decisions", "remark disclosure/penalty/decisions",
                "changed applications/new/total", "lost disputes/reconsideration/total",
            ])
        #expect(
            comparison.sentences.map(\.kind.rawValue).sorted() == [
                "added", "changed", "changed", "changed", "lost", "moved",
            ])
        #expect(comparison.sentences.first { $0.kind == .lost }?.left?.text == texts[4])
        #expect(comparison.sentences.first { $0.kind == .moved }?.left?.text == texts[3])
        #expect(comparison.figures.count + comparison.sentences.count == 10)
        // And the other way round.
        let back = ReportComparison(copy, original)
        #expect(back.figures.count + back.sentences.count == 10)
    }

    @Test func againstItsDump() throws {
        let text = try Tool.run(["pdftotext", "-layout", Self.path, "-"])
        let dump = try #require(try ReadingPipeline().reports(in: text, source: "dump.txt").first)
        let comparison = ReportComparison(try Self.report(), dump, settings: .init(ignoresSpace: true))
        #expect(comparison.comparedText && comparison.sentenceCount > 20)
        #expect(comparison.isSame, "\(ComparisonJSON.text(comparison))")
    }

    @Test func againstItsResults() throws {
        let report = try Self.report()
        let note = ProgramNote(version: "test", language: .chinese)
        let json = try ReportJSON.reports(in: Array(ReportJSON.text(report, program: note).utf8))
        #expect(ReportComparison(report, try #require(json.first)).isSame)
        let lines = (FiguresCSV.header + FiguresCSV.rows(report)).components(separatedBy: "\n")
        let csv = try FiguresCSV.reports(in: lines, source: "figures.csv")
        let comparison = ReportComparison(report, try #require(csv.first))
        #expect(comparison.isSame && comparison.figureCount == report.figures.count && !comparison.comparedText)
    }

    /// Printed and scanned again: its figures are the same, and of three that are changed exactly those differ.
    @Test(.timeLimit(.minutes(5))) func againstItsScan() throws {
        let folder = try TemporaryFolder()
        _ = try Tool.run(["pdftoppm", "-r", "200", "-jpeg", Self.path, "\(folder.path)/page"])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let pages = try names.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\($0)"))) }
        let scan = try #require(
            try ReadingPipeline(ReadingSettings(figuresOnly: true)).reports(
                in: PicturePDF(jpegs: pages, width: 595, height: 842).bytes, source: "scan.pdf"
            ).first)
        var report = try Self.report()
        #expect(ReportComparison(report, scan, settings: .init(comparesText: false)).isSame)
        let ids = ["applications/new/total", "disclosure/licensing/decisions", "disputes/reconsideration/total"]
        for id in ids { try Self.change(&report, id) { $0.content = .amount(($0.amount ?? 0) == 4711 ? 1 : 4711) } }
        let comparison = ReportComparison(report, scan, settings: .init(comparesText: false))
        #expect(Set(comparison.figures.map(\.id.description)) == Set(ids))
    }
}
