import Foundation
import GxTestSupport
import Messages
import ReportModel
import Testing

/// The pages that people read say what the program says. `GX_RECORD=1` writes their tables anew.
@Suite struct PagesTests {
    private static let folder = FixtureDocument.root + "/Sources/gxingest/Documentation.docc"

    private static let failures: [ReadFailure.Code] = [
        .notFound, .notReadable, .isFolder, .empty, .encrypted, .damaged, .overLimit, .noSuchPages(count: 2),
        .unsupportedKind(.doc),
        .unsupportedKind(.wps), .unsupportedKind(.ofd), .unsupportedKind(.html), .unsupportedKind(.bmp),
        .unsupportedKind(.unknown), .noTextLayer(.noText), .noTextLayer(.garbage), .noTextLayer(.hiddenText), .link,
        .specialFile, .climbsOut, .bomb, .timedOut(seconds: 180), .outOfMemory(megabytes: 2048), .crashed(signal: 11),
        .notAReport, .tooDamagedToPlace, .missingOnMachine(package: "tesseract-ocr-chi-sim"),
        .noConfinement("Landlock"),
    ]

    @Test func errorsPage() throws {
        let rows = Self.failures.map { code in
            let failure = ReadFailure(code)
            return [
                "`\(code.reason)`", "\(failure.exitCode.rawValue)",
                "\(failure.message.english)<br>\(failure.message.chinese)",
                "\(failure.remedy.english)<br>\(failure.remedy.chinese)",
            ]
        }
        try expect("Errors", ["reason", "exit", "message", "what to do"], rows)
    }

    @Test func figuresPage() throws {
        var rows: [[String]] = []
        for version in FormVersion.allCases {
            for table in FormTable.allCases {
                for block in FormDefinition.statutory(table, version).blocks {
                    let columns = block.columns.map { "`\($0.id)` \($0.label)" }.joined(separator: ", ")
                    rows += block.rows.map { row in
                        [String(version.rawValue), "`\(table.rawValue)`", "`\(row.id)`", row.label, columns]
                    }
                }
            }
        }
        try expect("Figures", ["form", "table", "row", "label", "columns"], rows)
    }

    @Test func doubtsPage() throws {
        let rows = DoubtText.keys.map { ["`\($0)`", DoubtText.of($0).english, DoubtText.of($0).chinese] }
        try expect("Doubts", ["key", "meaning", "意思"], rows)
    }

    /// A key without words would be shown to people as it is.
    @Test func everyDoubtHasWords() throws {
        let found = try Tool.run([
            "grep", "-rhoE",
            #"\"(column|figure|ink|label|placement|reading|review|row|segmentation|sum|text)\.[a-z-]+\""#,
            FixtureDocument.root + "/Sources/Forms", FixtureDocument.root + "/Sources/Scans",
            FixtureDocument.root + "/Sources/Pipeline",
        ])
        let keys = Set(
            String(decoding: found, as: UTF8.self).split(separator: "\n").map { $0.trimmingCharacters(in: ["\""]) })
        #expect(keys.count > 20)
        #expect(keys.subtracting(DoubtText.keys) == [])
    }

    private func expect(_ page: String, _ head: [String], _ rows: [[String]]) throws {
        let path = "\(Self.folder)/\(page).md"
        let lines =
            [head, head.map { _ in "---" }] + rows.map { $0.map { $0.replacingOccurrences(of: "|", with: "\\|") } }
        let table = lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
        var text = try String(contentsOfFile: path, encoding: .utf8)
        let marker = "<!-- What follows is written by the tests: GX_RECORD=1 scripts/test --filter PagesTests -->\n\n"
        let start = try #require(text.range(of: marker)?.upperBound)
        if ProcessInfo.processInfo.environment["GX_RECORD"] == "1" {
            text.replaceSubrange(start..., with: table + "\n")
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(text[start...] == table + "\n", "\(page).md is not what the program says")
    }
}
