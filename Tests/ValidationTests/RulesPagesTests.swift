import Foundation
import GxTestSupport
import ReportModel
import Testing

@testable import Validation

/// Registry, rule files and pages say the same.
@Suite struct RulesPagesTests {
    static let pages = FixtureDocument.root + "/Sources/gxingest/Documentation.docc/Rules"

    @Test func pagesAreWhatTheDocCommentsSay() throws {
        _ = try Tool.run(["python3", FixtureDocument.root + "/scripts/rules", "--check"])
    }

    @Test func everyRuleHasItsFileAndItsPage() throws {
        let ids = RuleRegistry.rules.map(\.id)
        #expect(Set(ids).count == ids.count)
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.pages)
        #expect(Set(names) == Set(ids.map { $0 + ".md" } + ["Rules.md"]))
        let files = try FileManager.default.contentsOfDirectory(
            atPath: FixtureDocument.root + "/Sources/Validation/Rules")
        #expect(files.count == ids.count)
        for rule in RuleRegistry.rules {
            let page = try String(contentsOfFile: Self.pages + "/\(rule.id).md", encoding: .utf8)
            #expect(page.contains("**Gravest severity**: \(rule.severity.rawValue)"))
            #expect(page.contains(rule.summary.chinese) && page.contains(rule.summary.english))
            #expect(page.contains("What settles it"), "\(rule.id) does not say what would settle it")
        }
    }
}
