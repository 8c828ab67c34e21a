import Forms
import GxTestSupport
import ReportModel
import Testing

/// The text of a report settles what no sum of the form can: how three figures that ran together are cut.
@Suite struct DumpProseTests {
    private static let columns = ["issued", "repealed", "in_force"]

    private static func figures(_ sentence: String) throws -> [Figure] {
        var generator = SeededGenerator(seed: 5)
        var sample = DumpSample(forms: FormVersions(.form2021), using: &generator)
        for (column, value) in zip(columns, ["69", "3", "665"]) {
            sample.printed[FigureID(.disclosure, "normative_documents", column)] = value
        }
        let text = sample.text(
            disclosure: .fusedRows, applications: .fusedRows, disputes: .fusedRows, using: &generator
        ).replacing("办理工作规范有序，举办培训2场。", with: sentence)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let report = try #require(
            try DumpReader.reports(in: TextDocument(lines: lines, encoding: "UTF-8"), source: "x").first)
        return columns.compactMap { column in
            report.figures.first { $0.id == FigureID(.disclosure, "normative_documents", column) }
        }
    }

    /// Signs of Markdown and HTML are no part of what they mark.
    @Test(arguments: [("# ", ""), ("**", "**"), ("<h2>", "</h2>"), ("### <b>", "</b>")])
    func headingsAndTitlesLoseTheirMarks(before: String, after: String) throws {
        var generator = SeededGenerator(seed: 9)
        let sample = DumpSample(forms: FormVersions(.form2021), using: &generator)
        let text = sample.text(disclosure: .tabs, applications: .tabs, disputes: .tabs, using: &generator)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let plain = try #require(
            try DumpReader.reports(in: TextDocument(lines: lines, encoding: "UTF-8"), source: "x").first)
        let headings = Set(plain.sections.map(\.heading)).union([plain.title])
        let marked = lines.map { headings.contains($0) && !$0.isEmpty ? before + $0 + after : $0 }
        #expect(marked != lines)
        let report = try #require(
            try DumpReader.reports(in: TextDocument(lines: marked, encoding: "UTF-8"), source: "x").first)
        #expect(report.agency == plain.agency && report.year == plain.year)
        #expect(report.sections.map(\.heading) == plain.sections.map(\.heading))
    }

    /// Programs put one sign, or a space, between the parts of a page, and everything on one line.
    @Test(arguments: ["|", " ", "\t"])
    func aPageInALine(sign: String) throws {
        var generator = SeededGenerator(seed: 9)
        let sample = DumpSample(forms: FormVersions(.form2021), using: &generator)
        let text = sample.text(disclosure: .tabs, applications: .tabs, disputes: .tabs, using: &generator)
        let plain = try #require(
            try DumpReader.reports(
                in: TextDocument(lines: text.split(separator: "\n").map(String.init), encoding: "UTF-8"), source: "x"
            ).first)
        // A sentence in several parts is one.
        let sentence = ["今年，", "2", "个专栏开通。"]
        let heading = try #require(plain.sections.last?.heading)
        var parts = text.split { $0 == "\n" || $0 == "\t" }.map(String.init)
        let end = try #require(parts.lastIndex(of: heading))
        parts.insert(contentsOf: sentence, at: end + 1)
        let line = parts.joined(separator: sign)
        let report = try #require(
            try DumpReader.reports(in: TextDocument(lines: [line], encoding: "UTF-8"), source: "x").first)
        #expect(report.agency == plain.agency && report.year == plain.year)
        #expect(report.sections.map(\.heading) == plain.sections.map(\.heading))
        let paragraph = try #require(report.sections.last?.paragraphs.first)
        #expect(paragraph.text == sentence.joined())
        let column = parts[...end].joined(separator: sign).count + 2
        #expect(
            paragraph.places == [.text(line: 1, column: column, length: sentence.joined(separator: sign).count)])
    }

    @Test func aSentenceCutsThem() throws {
        let figures = try Self.figures("全年制发行政规范性文件69件，废止3件，现行有效行政规范性文件665件。")
        #expect(figures.map(\.amount) == [Amount(69), Amount(3), Amount(665)])
        #expect(figures.allSatisfy { $0.status == .ok })
    }

    /// Other numbers, another name, half of them, two stories: none of these says how.
    @Test(arguments: [
        "全年制发行政规范性文件6件，废止3件，现行有效行政规范性文件665件。", "全年制发规章69件，废止3件，现行有效规章665件。",
        "全年制发行政规范性文件69件，现行有效行政规范性文件665件。",
        "全年制发行政规范性文件69件，废止3件，现行有效行政规范性文件665件。上年制发行政规范性文件6件。", "",
    ])
    func otherSentencesDoNot(sentence: String) throws {
        let figures = try Self.figures(sentence)
        #expect(figures.count == 3 && figures.allSatisfy { $0.status == .suspect })
        for (figure, value) in zip(figures, [69, 3, 665]) {
            let candidates = [figure.amount] + figure.alternatives.map(\.value)
            #expect(candidates.contains(Amount(value)))
        }
    }
}

extension DumpProseTests {
    /// 311、25 is neither 3 and 11.25 nor 311 and 25: nobody knows.
    @Test func aSignInsideAFigureLeavesTheRowInDoubt() throws {
        var generator = SeededGenerator(seed: 6)
        var sample = DumpSample(forms: FormVersions(.form2019), using: &generator)
        let ids = ["purchases", "amount"].map { FigureID(.disclosure, "procurement", $0) }
        sample.printed[ids[0]] = "3"
        sample.printed[ids[1]] = "11、25万元"
        let text = sample.text(
            disclosure: .fusedRows, applications: .tabs, disputes: .tabs, using: &generator)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let report = try #require(
            try DumpReader.reports(in: TextDocument(lines: lines, encoding: "UTF-8"), source: "x").first)
        for id in ids { #expect(report.figures.contains { $0.id == id && $0.status != .ok && $0.status != .empty }) }
    }

    /// 3、25万元 is no figure, and no blank cell either: nobody knows what was meant.
    @Test(arguments: DumpLayout.allCases)
    func aSignInTheOnlyFigureOfARowLeavesItInDoubt(layout: DumpLayout) throws {
        var generator = SeededGenerator(seed: 8)
        var sample = DumpSample(forms: FormVersions(.form2019), using: &generator)
        let id = FigureID(.disclosure, "procurement", "amount")
        sample.printed[FigureID(.disclosure, "procurement", "purchases")] = ""
        sample.printed[id] = "3、25万元"
        let text = sample.text(disclosure: layout, applications: .tabs, disputes: .tabs, using: &generator)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let report = try #require(
            try DumpReader.reports(in: TextDocument(lines: lines, encoding: "UTF-8"), source: "x").first)
        #expect(report.figures.contains { $0.id == id && $0.status != .ok && $0.status != .empty })
    }

    /// The blank table is read, and what little follows it is no part of it.
    @Test func aBlankTableAtTheEndOfAPage() throws {
        var generator = SeededGenerator(seed: 7)
        var sample = DumpSample(forms: FormVersions(.form2021), using: &generator)
        for id in sample.forms.figures where id.table == .disputes { sample.printed[id] = "" }
        let text = sample.text(
            disclosure: .pageLayout, applications: .pageLayout, disputes: .pageLayout, using: &generator)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let heading = try #require(lines.firstIndex { $0.hasPrefix("五、") })
        for end in [heading, heading + 1, lines.count - 1] {
            let document = TextDocument(lines: Array(lines[...end].filter { !$0.isEmpty }), encoding: "UTF-8")
            let report = try #require(try DumpReader.reports(in: document, source: "x").first)
            #expect(report.figures.filter { $0.id.table == .applications }.allSatisfy { $0.status == .ok })
            #expect(report.sections.contains { $0.heading.contains("存在的主要问题") })
        }
    }
}
