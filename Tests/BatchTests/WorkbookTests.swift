import Export
import Foundation
import GxTestSupport
import ReportModel
import Testing

@testable import Batch

/// What is inside a workbook.
@Suite struct WorkbookTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func parts(_ documents: [DocumentRow]) throws -> [String: String] {
        let path = folder.path + "/a.xlsx"
        var workbook = try WorkbookExport(path: path, folder: folder.path, language: .chinese)
        for document in documents { try workbook.add(document) }
        try workbook.finish(ProgramNote(version: "1", language: .chinese))
        try WorkbookCheck.check(path)
        let script =
            "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nfor n in z.namelist(): print(n + '\\0' + z.read(n).decode() + '\\0')"
        let fields = try Tool.text(["python3", "-c", script, path]).split(
            separator: "\0", omittingEmptySubsequences: false)
        var parts: [String: String] = [:]
        for index in stride(from: 0, to: fields.count - 1, by: 2) {
            parts[fields[index].trimmingCharacters(in: .newlines)] = String(fields[index + 1])
        }
        return parts
    }

    @Test func aRowForEachReport() throws {
        var document = DocumentRow(source: "a.zip!报告.pdf")
        document.reports = [SampleReport.clean(source: "a.zip!报告.pdf"), SampleReport.doubtful()]
        var failed = DocumentRow(source: "b.pdf")
        failed.failure = ReadFailure(.encrypted)
        failed.reason = "encrypted"
        let parts = try parts([document, failed])
        let figures = try #require(parts["xl/worksheets/sheet2.xml"])
        #expect(figures.components(separatedBy: "<row ").count == 1 + 3 + 2)
        #expect(figures.contains("<v>9487</v>"))
        #expect(figures.contains("自然人"))
        #expect(figures.contains("<mergeCell ref="))
        #expect(parts["xl/worksheets/sheet3.xml"]?.components(separatedBy: "<row ").count == 1 + 1 + 2)
        #expect(parts["xl/comments1.xml"]?.contains("存疑") == true)
        #expect(parts["xl/worksheets/sheet4.xml"]?.contains("<hyperlink ref=\"A2\" location=\"'数据'!") == true)
        #expect(parts["xl/worksheets/sheet1.xml"]?.contains("文件已加密") == true)
    }

    /// Text from documents stays text, whatever it looks like.
    @Test(arguments: [
        "=1+1", "=HYPERLINK(\"http://x\")", "+1", "@SUM(A1)", "{=1}", "http://x/", "\0=1", "<b>&amp;", "-1",
    ])
    func noFormula(text: String) throws {
        var report = SampleReport.doubtful()
        report.agency = text
        report.source = text
        report.figures[0].content = .unreadable
        report.figures[0].printed = text
        report.findings = [
            Finding(
                rule: "form.blank", severity: .note, verdict: .open,
                message: LocalisedText(chinese: text, english: text), expected: text, found: text, figures: [])
        ]
        var document = DocumentRow(source: text)
        document.reports = [report]
        for (name, part) in try parts([document]) where name.hasPrefix("xl/worksheets/sheet") {
            #expect(!part.contains("<f>") && !part.contains("<f "), "\(name)")
            #expect(!part.contains("r:id=\"rId1\"/></hyperlinks>") || !part.contains("External"))
        }
    }

    @Test func everyFigureHasItsColumn() {
        let columns = FigureColumns()
        for version in FormVersion.allCases {
            let positions = FormVersions(version).figures.map { columns.position(of: $0) }
            #expect(!positions.contains(nil))
            #expect(Set(positions).count == positions.count)
        }
        for level in 0..<3 {
            #expect(columns.spans(ofLevel: level).flatMap { Array($0) } == Array(columns.columns.indices))
        }
        #expect(columns.columns[0].headings == ["主动公开政府信息情况", "第二十条第（一）项 · 规章", "本年制发件数"])
    }

    @Test(arguments: [
        ("<?xml?>\n<a x=\"1\"><b/></a>", true), ("<a/>", true), ("<?xml?>\n<a><b/></a>\n", true), ("<a><b/>", false),
        ("<a><b></b>", false), ("", false), ("<a", false),
    ])
    func halfAPartIsNoticed(part: String, isWhole: Bool) {
        #expect(WorkbookCheck.isWhole(head: part, tail: part) == isWhole)
    }
}
