import Foundation
import GxTestSupport
import ReportModel
import SQLiteBridge
import Testing

@testable import Batch

/// The page on batches says what there is, all of it.
@Suite struct LedgerPageTests {
    private let page: String
    private let folder: TemporaryFolder

    init() throws {
        page = try String(
            contentsOfFile: FixtureDocument.root + "/Sources/gxingest/Documentation.docc/Batch.md", encoding: .utf8)
        folder = try TemporaryFolder()
    }

    @Test func everyTableAndColumn() throws {
        _ = try Ledger(folder: folder.path, program: "test", mode: .write)
        let database = try Database(path: "\(folder.path)/\(Ledger.fileName)", .readWrite)
        let names = try database.rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
        var count = 0
        while let name = try names.next()?.text(0) {
            guard !name.hasPrefix("sqlite_") else { continue }
            count += 1
            let lines = page.split(separator: "\n").filter { $0.hasPrefix("| `\(name)` |") }
            let columns = try database.rows("SELECT name FROM pragma_table_info('\(name)')")
            while let column = try columns.next()?.text(0) {
                // Counts by status and severity, and packed values, are told in words.
                if ["ok", "empty", "derived", "suspect", "missing", "corrected", "errors", "warnings", "notes"]
                    .contains(column) || ["id", "findings"].contains(column)
                {
                    continue
                }
                #expect(lines.contains { $0.contains(column) }, "\(name).\(column)")
            }
        }
        #expect(count == 12)
        #expect(page.contains("`PRAGMA user_version` is \(LedgerSchema.version)"))
    }

    @Test func everyReason() {
        let codes: [ReadFailure.Code] = [
            .notFound, .notReadable, .isFolder, .empty, .encrypted, .damaged, .overLimit, .unsupportedKind(.zip),
            .noTextLayer(.noText), .link, .specialFile, .climbsOut, .bomb, .timedOut(seconds: 1),
            .outOfMemory(megabytes: 1), .crashed(signal: 11), .notAReport, .tooDamagedToPlace,
            .missingOnMachine(package: ""), .noConfinement(""),
        ]
        for code in codes { #expect(page.contains("`\(code.reason)`"), "\(code.reason)") }
    }
}
