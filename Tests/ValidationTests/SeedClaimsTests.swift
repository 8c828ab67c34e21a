import Foundation
import GxTestSupport
import ReportModel
import Testing

@testable import Validation

/// A published report whose text lies beside the package on some machines.
@Suite struct SeedClaimsTests {
    static let seed: String? = {
        let shared =
            ProcessInfo.processInfo.environment["GX_SHARED"] ?? FixtureDocument.root + "/../shared"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: shared + "/seeds")) ?? []
        return names.first { $0.hasPrefix("003_") && $0.hasSuffix(".txt") }.map { "\(shared)/seeds/\($0)" }
    }()

    @Test(.enabled(if: seed != nil)) func theClaimsOfARealReportAreFoundAndAgree() throws {
        let path = try #require(Self.seed)
        let truth = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(fileURLWithPath: path.replacing(".txt", with: ".truth.json"))))
        let rows = try #require((truth as? [String: Any])?["figures"] as? [[String]])
        var report = Office.b.report
        for row in rows {
            report[row[0...2].joined(separator: "/")].content = .amount(try #require(Amount(ascii: row[3])))
        }
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        report.sections = [
            Section(
                heading: "三、收到和处理政府信息公开申请情况",
                paragraphs: lines.filter { $0.contains("新收到依申请公开") || $0.contains("共收到并办理") }
                    .map { Paragraph(text: $0, places: []) })
        ]
        #expect(report.sections[0].paragraphs.count == 2)
        let outcomes = Examination(report).claims.outcomes
        #expect(outcomes.allSatisfy { $0.answer == .agrees })
        let found = Set(outcomes.map { "\($0.cells.map(\.row).joined(separator: "+")) \($0.found)" })
        // 9 + 5 of the other results are told apart by where the applications came from.
        #expect(found.contains("new 15") && found.contains("carried_over 9") && found.contains("new+carried_over 24"))
        #expect(
            found.contains("other.no_correction+other.unpaid_fee+other.other 14") && found.contains("partly_granted 5"))
    }
}
